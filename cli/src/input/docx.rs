//! The text of Word documents: the paragraphs of `word/document.xml` in the zip archive that a
//! `.docx` is (ECMA-376, part 1).

use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{BufReader, Cursor, Read};

/// The most bytes of XML that are read: small archives may unpack to more than memory holds.
const MAX_XML: u64 = 256 << 20;

/// The text, a line a paragraph.
pub(crate) fn text(file: &[u8]) -> Result<String, String> {
    let unreadable = |error: &dyn std::fmt::Display| format!("not readable as .docx: {error}");
    let mut archive =
        zip::ZipArchive::new(Cursor::new(file)).map_err(|error| unreadable(&error))?;
    let document = archive.by_name("word/document.xml");
    let document = document.map_err(|error| unreadable(&error))?;
    let mut reader = Reader::from_reader(BufReader::new(document.take(MAX_XML)));
    let (mut text, mut buffer) = (String::new(), Vec::new());
    // Only `w:t` holds text; the blanks between elements are none.
    let mut in_text = false;
    loop {
        let event = reader.read_event_into(&mut buffer);
        match event.map_err(|error| unreadable(&error))? {
            Event::Start(element) => in_text = element.local_name().as_ref() == "t",
            Event::End(element) => {
                in_text = false;
                if element.local_name().as_ref() == "p" {
                    text.push('\n');
                }
            }
            Event::Empty(element) => match element.local_name().as_ref() {
                "tab" => text.push('\t'),
                "br" | "cr" | "p" => text.push('\n'),
                "noBreakHyphen" => text.push('-'),
                _ => {}
            },
            Event::Text(part) if in_text => text.push_str(&part),
            Event::GeneralRef(reference) if in_text => {
                let escaped = format!("&{};", &*reference);
                let character = quick_xml::escape::unescape(&escaped);
                text.push_str(&character.map_err(|error| unreadable(&error))?);
            }
            Event::CData(part) if in_text => text.push_str(&part),
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    Ok(text)
}
