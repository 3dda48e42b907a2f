//! Files that tests make.

use crate::input::pdf::pages::pages;

pub(super) const FONT: &str =
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

/// A file of these objects behind the pages (1 and 2) and a font (3).
pub(super) fn file(kids: &str, objects: &[Vec<u8>]) -> Vec<u8> {
    let kids = format!(
        "<</Type/Pages/Count 1/MediaBox[0 0 9 9]/Kids[{kids}]\
         /Resources<</Font<</F 3 0 R/G 7 0 R>>/XObject<</X 5 0 R/Y 6 0 R>>>>>>"
    );
    let first = ["<</Type/Catalog/Pages 2 0 R>>", &kids, FONT].map(|object| object.into());
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", 4 + objects.len());
    for (at, object) in first.iter().chain(objects).enumerate() {
        table += &format!("{:010} 00000 n \n", file.len());
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    let size = 4 + objects.len();
    table += &format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    file.extend(table.bytes());
    file
}

pub(super) fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<</Length {}{entries}>>stream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

pub(super) fn form(entries: &str, content: &[u8]) -> Vec<u8> {
    stream(&format!("/Type/XObject/Subtype/Form{entries}"), content)
}

/// The lines of a file of one page with these contents, two forms and a second font.
pub(super) fn read(
    contents: Vec<u8>,
    forms: [Vec<u8>; 2],
    font: &str,
) -> Result<Vec<String>, String> {
    let page = b"<</Type/Page/Parent 2 0 R/Contents[8 0 R 99 0 R 9 0 R]>>".to_vec();
    let [x, y] = forms;
    let rest = stream("", b"BT /F 9 Tf 0 9 Td (last) Tj ET");
    let objects = [page, x, y, font.into(), contents, rest];
    let text = pages(&file("4 0 R", &objects))?;
    let lines = text.lines().filter(|line| !line.is_empty());
    Ok(lines.map(str::to_owned).collect())
}

pub(super) fn shows(text: &str, font: &str) -> Vec<u8> {
    format!("BT /{font} 9 Tf 0 99 Td ({text}) Tj ET\n").into_bytes()
}

pub(super) fn page_of(content: &[u8]) -> Result<Vec<String>, String> {
    let none = || form("", b"");
    read(stream("", content), [none(), none()], FONT)
}

/// The lines of a page that shows this in a font, which may have a map to letters and one to glyphs.
pub(super) fn shown(
    text: &str,
    font: &str,
    letters: Vec<u8>,
    glyphs: Vec<u8>,
) -> Result<Vec<String>, String> {
    let content = format!("BT /G 9 Tf 0 99 Td {text} Tj ET\n");
    read(stream("", content.as_bytes()), [letters, glyphs], font)
}
