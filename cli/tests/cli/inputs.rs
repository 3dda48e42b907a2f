//! The files and kinds of text that `scan` reads.

use crate::program::{Run, command, run};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use tempfile::TempDir;

fn scan(args: &[&str], input: &[u8]) -> Run {
    run("toponym scan", args, input)
}

/// The mentions as file and text.
fn found(run: &Run) -> Vec<(String, String)> {
    let lines = run.out.lines();
    let pair = |line: &str| {
        let mention: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| mention[key].as_str().unwrap().to_owned();
        (text("file"), text("text"))
    };
    lines.map(pair).collect()
}

fn texts(args: &[&str], input: &[u8]) -> Vec<String> {
    let args = [&["--format", "jsonl"], args].concat();
    let run = scan(&args, input);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    found(&run).into_iter().map(|(_, text)| text).collect()
}

fn write(folder: &TempDir, name: &str, bytes: &[u8]) -> String {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A Word document with these paragraphs as XML.
fn docx(paragraphs: &str) -> Vec<u8> {
    docx_of(&format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{paragraphs}</w:body></w:document>"
    ))
}

/// A Word document with this XML.
fn docx_of(document: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("word/document.xml", options).unwrap();
    archive.write_all(document.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

/// A PDF file of one page with one line of Latin text.
#[cfg(feature = "pdf")]
fn pdf(line: &str) -> Vec<u8> {
    let stream = format!("BT /F1 24 Tf 72 700 Td ({line}) Tj ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R\
         /Resources<</Font<</F1 5 0 R>>>>>>"
            .to_owned(),
        format!("<</Length {}>>stream\n{stream}\nendstream", stream.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut offsets = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let table = file.len();
    file += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for offset in offsets {
        file += &format!("{offset:010} 00000 n \n");
    }
    file += &format!(
        "trailer<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    );
    file.into_bytes()
}

#[test]
fn folders_and_patterns_are_read_in_order() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "b.txt", b"They met in Gyumri.");
    write(
        &folder,
        "a/deep.HTML",
        b"<p>They met in <b>Yer</b>evan.</p>",
    );
    write(&folder, "c.md", b"They met in Baku.");
    write(&folder, "skipped.png", b"They met in Paris.");
    write(&folder, ".hidden.txt", b"They met in London.");
    let root = folder.path().to_str().unwrap();
    assert_eq!(texts(&[root], b""), ["Yerevan", "Gyumri", "Baku"]);
    let pattern = format!("{root}/*.txt");
    assert_eq!(texts(&[&pattern], b""), ["Gyumri"]);
    let nested = format!("{root}/**/*.HTML");
    assert_eq!(
        texts(&[&nested, "-"], b"They met in Rome."),
        ["Yerevan", "Rome"]
    );
    // A file whose name is a pattern is that file.
    let odd = write(&folder, "[b].txt", b"They met in Lachin.");
    assert_eq!(texts(&[&odd], b""), ["Lachin"]);

    let empty = tempfile::tempdir().unwrap();
    let nothing = format!("{root}/*.doc");
    for missing in [empty.path().to_str().unwrap(), nothing.as_str()] {
        let run = scan(&["--format", "jsonl", missing, &pattern], b"");
        assert_eq!(run.status, 2, "{missing}");
        assert!(
            run.err.starts_with(&format!("toponym scan: {missing}: ")),
            "{}",
            run.err
        );
        assert_eq!(found(&run).len(), 2, "the others are scanned");
    }
}

#[test]
fn of_pages_the_visible_text_counts() {
    // Also what stands for an image where it cannot be seen.
    let page = "<!DOCTYPE html><html><head><title>Baku</title><meta charset=utf-8>\
        <style>.paris{}</style><script>var city = 'London';</script></head><body>\
        <!-- Rome --><h1>They met in Gyu<b>mri</b></h1><img alt=\"Berlin\" src=\"x\">\
        <table><tr><td>Lachin</td><td>Yerevan</td></tr></table>\
        <p>وصل إلى <a href=\"https://example.org/Madrid\">يريفان</a>&nbsp;اليوم</p></body></html>";
    let folder = tempfile::tempdir().unwrap();
    let file = write(&folder, "page.html", page.as_bytes());
    let expected = ["Gyumri", "Berlin", "Lachin", "Yerevan", "يريفان"];
    assert_eq!(texts(&[&file], b""), expected);
    // From standard input too, as it begins; or as it is said.
    assert_eq!(texts(&["-"], page.as_bytes()), expected);
    assert_eq!(
        texts(&["--input", "html"], b"<p>They met in <i>Bak</i>u.</p>"),
        ["Baku"]
    );
    assert_eq!(
        texts(&["--input", "text"], b"<html>They met in Gyumri."),
        ["Gyumri"]
    );
    // Offsets are those of the visible text.
    let csv = scan(
        &["--format", "csv", "--input", "html"],
        b"<p>\n  <b>Gyumri</b></p>",
    )
    .out;
    assert!(
        csv.lines().nth(1).unwrap().starts_with("-,0,6,0,6,Gyumri,"),
        "{csv}"
    );
}

#[test]
fn pages_say_their_encoding() {
    let page = |charset: &str| format!("<html><meta charset=\"{charset}\"><p>وصل إلى يريفان</p>");
    let (bytes, ..) = encoding_rs::WINDOWS_1256.encode("");
    assert!(bytes.is_empty());
    for encoding in [encoding_rs::WINDOWS_1256, encoding_rs::UTF_8] {
        let page = page(encoding.name());
        let (bytes, ..) = encoding.encode(&page);
        assert_eq!(texts(&["-"], &bytes), ["يريفان"], "{}", encoding.name());
    }
}

#[test]
fn what_pages_declare_is_not_believed_where_their_bytes_are_another() {
    let text = "وصل إلى يريفان ثم إلى غيومري، وعاد منها مساء";
    for encoding in [encoding_rs::WINDOWS_1256, encoding_rs::UTF_8] {
        for declared in [
            "utf-8",
            "windows-1256",
            "windows-1251",
            "gb18030",
            "shift_jis",
        ] {
            // One that nearly all bytes may be in is believed.
            if encoding == encoding_rs::WINDOWS_1256
                && !["utf-8", "windows-1256"].contains(&declared)
            {
                continue;
            }
            let page = format!("<html><meta charset={declared}><p>{text}</p>");
            let (bytes, ..) = encoding.encode(&page);
            let found = texts(&["-"], &bytes);
            assert_eq!(
                found,
                ["يريفان", "غيومري"],
                "{} as {declared}",
                encoding.name()
            );
        }
    }
}

#[test]
fn damage_does_not_refute_what_a_page_declares() {
    for (encoding, text) in [
        (encoding_rs::GB18030, "他们从北京到上海，又到了广州。"),
        (encoding_rs::SHIFT_JIS, "東京から大阪へ行った。"),
        (encoding_rs::UTF_8, "وصل إلى يريفان ثم إلى غيومري"),
    ] {
        let page = format!(
            "<html><meta charset={}><p>{text} Gyumri</p>",
            encoding.name()
        );
        let mut bytes = encoding.encode(&page).0.into_owned();
        let found = texts(&["-"], &bytes);
        let end = bytes.len() - " Gyumri</p>".len();
        bytes.insert(end, b'\xFF');
        assert_eq!(texts(&["-"], &bytes), found, "{}", encoding.name());
        assert!(found.iter().any(|text| text == "Gyumri"));
    }
}

#[test]
fn a_page_whose_encoding_is_not_known_is_told_unless_its_bytes_tell_it() {
    let page = |charset: &str, text: &[u8]| {
        let head = format!("<html><head><meta charset=\"{charset}\"></head><body>");
        [head.as_bytes(), text, b"</body></html>"].concat()
    };
    let (arabic, ..) = encoding_rs::WINDOWS_1256.encode("وصل إلى يريفان");
    for charset in ["win-1256", "Windows1256", "cp_1256"] {
        let found = texts(&["--input", "html"], &page(charset, &arabic));
        assert_eq!(found, ["يريفان"], "{charset}");
    }
    for charset in ["armscii-8", "x-mac-arabic", "cp720"] {
        let run = scan(&["--input", "html"], &page(charset, &arabic));
        assert_eq!(run.status, 2, "{charset}");
        assert!(run.err.contains("encoding that is not read"), "{}", run.err);
        let found = texts(&["--input", "html"], &page(charset, "Երևան".as_bytes()));
        assert_eq!(found, ["Երևան"], "{charset}");
    }
}

#[test]
fn what_pages_declare_is_read_as_browsers_read_it() {
    let page = |charset: &str| {
        format!("<html><head><meta charset=\"{charset}\"></head><body>Gyumri</body></html>")
    };
    for charset in ["utf-16", "UTF-16LE", "unicode", "x-user-defined"] {
        let found = texts(&["--input", "html"], page(charset).as_bytes());
        assert_eq!(found, ["Gyumri"], "{charset}");
    }
    for charset in ["iso-2022-kr", "hz-gb-2312"] {
        let run = scan(&["--input", "html"], page(charset).as_bytes());
        assert_eq!(run.status, 2);
        assert!(run.err.contains("encoding that is not read"), "{}", run.err);
        let named = scan(&["--encoding", charset], b"Gyumri");
        assert_eq!(named.status, 2);
        assert!(named.err.contains("expected auto"), "{}", named.err);
    }
}

#[cfg(unix)]
#[test]
fn texts_of_a_folder_that_are_not_there_are_named() {
    use std::os::unix::ffi::OsStrExt;
    let folder = TempDir::new().unwrap();
    write(&folder, "a.txt", b"Gyumri");
    // Names that are no UTF-8 are names.
    let name = std::ffi::OsStr::from_bytes(b"\xE9.txt");
    fs::write(folder.path().join(name), "Kars").unwrap();
    for pattern in ["*.txt", "**/*.txt"] {
        let pattern = folder.path().join(pattern);
        let found = texts(&[pattern.to_str().unwrap()], b"");
        assert_eq!(found, ["Gyumri", "Kars"]);
    }
    fs::remove_file(folder.path().join(name)).unwrap();
    for (link, target) in [
        ("b.txt", "missing"),
        ("c.txt", "c.txt"),
        ("d.png", "missing"),
    ] {
        std::os::unix::fs::symlink(target, folder.path().join(link)).unwrap();
    }
    let run = scan(&["--format", "jsonl", folder.path().to_str().unwrap()], b"");
    assert_eq!(run.status, 2);
    assert_eq!(found(&run).len(), 1);
    for name in ["b.txt: ", "c.txt: "] {
        assert!(run.err.contains(name), "{}", run.err);
    }
    assert!(!run.err.contains("d.png"), "{}", run.err);
}

#[test]
fn folders_that_a_pattern_matches_are_read_as_shells_have_it() {
    let folder = TempDir::new().unwrap();
    write(&folder, "1.txt", b"Gyumri");
    for (inner, text) in [("b", "Kars"), ("b/c", "Goris")] {
        let inner = folder.path().join(inner);
        fs::create_dir(&inner).unwrap();
        fs::write(inner.join("2.txt"), text).unwrap();
    }
    for (pattern, expected) in [
        ("*", &["Gyumri", "Kars", "Goris"][..]),
        ("[b]", &["Kars", "Goris"]),
        ("*.txt", &["Gyumri"]),
        ("**/*", &["Gyumri", "Kars", "Goris"]),
    ] {
        let pattern = folder.path().join(pattern);
        let mut found = texts(&[pattern.to_str().unwrap()], b"");
        found.sort_by_key(|text| expected.iter().position(|expected| expected == text));
        assert_eq!(found, expected, "{pattern:?}");
    }
}

#[test]
fn other_encodings_are_read_if_they_are_named() {
    let (bytes, ..) = encoding_rs::WINDOWS_1256.encode("وصل إلى يريفان");
    let refused = scan(&[], &bytes);
    assert_eq!((refused.status, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("--encoding"), "{}", refused.err);
    for name in ["windows-1256", "auto"] {
        assert_eq!(texts(&["--encoding", name], &bytes), ["يريفان"]);
    }
    let bad = scan(&["--encoding", "latin-nonsense"], b"");
    assert_eq!(bad.status, 2);
    assert!(bad.err.contains("windows-1256"), "{}", bad.err);
}

#[test]
fn word_documents_are_read_paragraph_by_paragraph() {
    let paragraphs = "<w:p><w:r><w:t xml:space=\"preserve\">They met in Gyu</w:t></w:r>\
        <w:r><w:t>mri &amp; </w:t></w:r><w:r><w:tab/><w:t>Baku</w:t></w:r></w:p>\n  \
        <w:p><w:r><w:instrText>Paris</w:instrText></w:r>\
        <w:del><w:r><w:delText>London</w:delText></w:r></w:del>\
        <w:r><w:t>وصل إلى يريفان</w:t></w:r></w:p>";
    let folder = tempfile::tempdir().unwrap();
    let file = write(&folder, "report.docx", &docx(paragraphs));
    assert_eq!(texts(&[&file], b""), ["Gyumri", "Baku", "يريفان"]);
    assert_eq!(
        texts(&["-"], &docx(paragraphs)),
        ["Gyumri", "Baku", "يريفان"]
    );
    for damaged in [
        &b"PK\x03\x04 and no more"[..],
        b"",
        b"text",
        &docx("<w:p><w:t>&x;"),
    ] {
        let file = write(&folder, "bad.docx", damaged);
        let run = scan(&[&file], b"");
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(
            run.err
                .starts_with(&format!("toponym scan: {file}: not readable as .docx"))
        );
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    }
}

#[cfg(feature = "pdf")]
#[test]
fn pdf_files_are_read_and_damaged_ones_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let whole = pdf("They met in Gyumri.");
    let file = write(&folder, "report.pdf", &whole);
    assert_eq!(texts(&[&file], b""), ["Gyumri"]);
    assert_eq!(texts(&["-"], &whole), ["Gyumri"]);
    let blank = scan(&["-"], &pdf(""));
    assert_eq!((blank.status, blank.out.as_str()), (2, ""));
    assert!(blank.err.contains("OCR"), "{}", blank.err);
    // Cut anywhere, or with a byte changed, it ends with a message or with some text.
    for at in (0..whole.len()).step_by(37) {
        let mut changed = whole.clone();
        changed[at] = b'0';
        for damaged in [&whole[..at], &changed] {
            let file = write(&folder, "bad.pdf", damaged);
            let run = scan(&[&file], b"");
            assert!(!run.err.contains("panicked"), "{at}: {}", run.err);
            match run.status {
                0 => assert_eq!(run.err, ""),
                _ => assert!(run.err.starts_with("toponym scan: "), "{}", run.err),
            }
        }
    }
}

/// A form that draws itself makes its reader come to the end of its stack, which ends a process.
#[cfg(feature = "pdf")]
#[test]
fn a_pdf_file_that_ends_its_reader_is_an_error_like_others() {
    let object = |number: u8, content: &str| format!("{number} 0 obj\n{content}\nendobj\n");
    let stream = |dictionary: &str, content: &str| {
        let length = content.len();
        format!("<</Length {length}{dictionary}>>\nstream\n{content}\nendstream")
    };
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 5 0 R>>>>";
    let objects = [
        object(1, "<</Type/Catalog/Pages 2 0 R>>"),
        object(2, "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 9 9]>>"),
        object(
            3,
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        ),
        object(4, &stream("", "/X Do")),
        object(5, &stream(form, "/X Do")),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut table = String::from("xref\n0 6\n0000000000 65535 f \n");
    for object in objects {
        table += &format!("{:010} 00000 n \n", file.len());
        file += &object;
    }
    let start = file.len();
    file += &format!("{table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    let folder = tempfile::tempdir().unwrap();
    let bad = write(&folder, "bad.pdf", file.as_bytes());
    let good = write(&folder, "good.txt", b"They met in Gyumri.");
    let run = scan(&["--format", "jsonl", &bad, &good], b"");
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(
        run.err.contains("bad.pdf: not readable as PDF"),
        "{}",
        run.err
    );
    assert_eq!(found(&run).len(), 1);
}

#[test]
fn mentions_are_chosen() {
    let text =
        "Gyumri. They met in Gyumri and in Paris. نزح السكان من حلب إلى بيروت. القوات الأرمينية";
    let all = texts(&[], text.as_bytes());
    assert!(all.len() >= 6, "{all:?}");
    let unique = texts(&["--unique"], text.as_bytes());
    assert_eq!(
        unique.iter().filter(|text| *text == "Gyumri").count(),
        1,
        "{unique:?}"
    );
    assert_eq!(
        all.iter().filter(|text| *text == "Gyumri").count(),
        2,
        "{all:?}"
    );
    let places = texts(&["--no-demonyms"], text.as_bytes());
    assert!(all.iter().any(|text| text.contains("أرمينية")), "{all:?}");
    assert!(
        !places.iter().any(|text| text.contains("أرمينية")),
        "{places:?}"
    );
    // By name, by id, and of several.
    for area in ["Armenia", "gn:174982", "Հայաստան"] {
        let inside = texts(&["--in", area, "--no-demonyms"], text.as_bytes());
        assert_eq!(inside, ["Gyumri", "Gyumri"], "{area}");
    }
    let two = ["--in", "Lebanon", "--in", "France", "--no-demonyms"];
    assert_eq!(texts(&two, text.as_bytes()), ["Paris", "بيروت"]);
    for (area, message) in [
        ("qqxxzzkk", "no such place"),
        ("gn:1", "no place has this id"),
    ] {
        let run = scan(&["--in", area], b"");
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(
            run.err.contains("--in") && run.err.contains(message),
            "{}",
            run.err
        );
    }
}

#[test]
fn confidence_is_a_threshold() {
    let text = include_str!("../../../examples/story.txt");
    let confidences = |args: &[&str]| -> Vec<Option<u64>> {
        let run = scan(&[&["--format", "jsonl"], args].concat(), text.as_bytes());
        let lines = run.out.lines();
        let value = |line| serde_json::from_str::<Value>(line).unwrap()["confidence"].as_u64();
        lines.map(value).collect()
    };
    let all = confidences(&[]);
    let mut weighed: Vec<u64> = all.iter().copied().flatten().collect();
    weighed.sort();
    let median = weighed[weighed.len() / 2];
    let sure = confidences(&["--min-confidence", &median.to_string()]);
    // What is left out says nothing for what stands beside it, so that some of the others are weighed anew.
    assert!(sure.iter().all(|c| c.is_none_or(|c| c >= median)));
    assert!(sure.len() < all.len() && sure.len() > all.len() / 4);
    assert_eq!(confidences(&["--min-confidence", "0"]), all);
    assert_eq!(scan(&["--min-confidence", "1001"], b"").status, 2);
}

#[test]
fn what_texts_are_about_leans_the_choice() {
    let first = |args: &[&str]| {
        let args = [&["--format", "jsonl"], args].concat();
        let run = scan(&args, "أعلنت طرابلس حالة الطوارئ".as_bytes());
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        let mention: Value = serde_json::from_str(run.out.lines().next().unwrap()).unwrap();
        mention["place"]["country"].as_str().unwrap().to_owned()
    };
    assert_eq!(first(&["--country", "LB"]), "LB");
    assert_eq!(first(&["--country", "Lebanon"]), "LB");
    assert_eq!(first(&["--country", "ليبيا"]), "LY");
    assert_eq!(first(&["--near", "34.43,35.84"]), "LB");
    assert_eq!(first(&["--near", "32.9,13.2"]), "LY");
    assert_eq!(scan(&["--posts"], b"").status, 0);
}

#[test]
fn geojson_by_place_holds_the_mentions_of_each() {
    let folder = tempfile::tempdir().unwrap();
    let one = write(
        &folder,
        "one.txt",
        b"They met in Gyumri. Then in Baku.\nGyumri again!",
    );
    let two = write(&folder, "two.txt", "وصل إلى غيومري اليوم".as_bytes());
    let args = [
        "--format",
        "geojson",
        "--features",
        "place",
        "--name-language",
        "hy",
    ];
    let run = scan(&[&args[..], &[&one, &two]].concat(), b"");
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let json: Value = serde_json::from_str(&run.out).unwrap();
    let features = json["features"].as_array().unwrap();
    let ids: Vec<_> = features.iter().map(|f| &f["properties"]["id"]).collect();
    assert_eq!(ids, ["gn:616635", "gn:587084"]);
    let gyumri = &features[0]["properties"];
    assert_eq!(
        (&gyumri["count"], &gyumri["names"]["hy"]),
        (&3.into(), &"Գյումրի".into())
    );
    let mentions = gyumri["mentions"].as_array().unwrap();
    let around: Vec<_> = mentions
        .iter()
        .map(|m| [&m["before"], &m["text"], &m["behind"]].map(|part| part.as_str().unwrap()))
        .map(|parts| parts.concat())
        .collect();
    assert_eq!(
        around,
        [
            "They met in Gyumri.",
            "Gyumri again!",
            "وصل إلى غيومري اليوم"
        ]
    );
    for mention in mentions {
        let file = mention["file"].as_str().unwrap();
        let text = fs::read_to_string(Path::new(file)).unwrap();
        let at = |key: &str| mention[key].as_u64().unwrap() as usize;
        assert_eq!(
            text[at("start")..at("end")],
            *mention["text"].as_str().unwrap()
        );
    }
    let refused = scan(&["--features", "place"], b"");
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("--format geojson"), "{}", refused.err);
}

#[test]
fn a_word_document_that_is_cut_off_is_an_error() {
    let cut = docx_of("<w:document><w:body><w:p><w:t>They met in Gyumri.</w:t></w:p><w:p>");
    let folder = tempfile::tempdir().unwrap();
    let file = write(&folder, "cut.docx", &cut);
    let run = scan(&["--format", "jsonl", &file], b"");
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(
        run.err.contains("cut.docx: ") && run.err.contains("ends in the middle"),
        "{}",
        run.err
    );
}

#[test]
fn wide_letters_without_a_mark_are_known_by_their_zeros() {
    let text = "We went from Gyumri to Yerevan.";
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    for bytes in [wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
        assert_eq!(texts(&["-"], &bytes), ["Gyumri", "Yerevan"]);
    }
    let utf32: Vec<u8> = text
        .chars()
        .flat_map(|c| u32::from(c).to_le_bytes())
        .collect();
    let marked = [&b"\xFF\xFE\0\0"[..], &utf32].concat();
    for bytes in [&utf32, &marked] {
        for kind in ["text", "html"] {
            let run = scan(&["--input", kind], bytes);
            assert_eq!(run.status, 2);
            assert!(run.err.contains("UTF-32"), "{}", run.err);
        }
    }
}

#[test]
fn what_is_no_text_is_told_whatever_it_is_called() {
    let noise: Vec<u8> = (0..4000_u32).map(|at| (at * at / 7) as u8).collect();
    let folder = TempDir::new().unwrap();
    for (bytes, what) in [
        (&b"\x1F\x8B\x08\0..."[..], "gunzip"),
        (b"%PDF-1.4 ...", "--input pdf"),
        (b"PK\x03\x04...", "--input docx"),
        (b"\xFD7zXZ\0...", "unxz"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...", "Word"),
        (&noise, "control characters"),
    ] {
        for (name, options) in [("a.html", &[][..]), ("a.txt", &["--encoding", "auto"])] {
            let path = write(&folder, name, bytes);
            let run = scan(&[options, &[&path]].concat(), b"");
            assert_eq!(run.status, 2, "{what}");
            assert!(run.err.contains(what), "{what}: {}", run.err);
        }
    }
}

#[test]
fn rtf_is_refused_unless_its_source_is_asked_for() {
    let rtf = br"{\rtf1\ansi From Gyumri to \u1575?\u1604?.}";
    let run = scan(&[], rtf);
    assert_eq!(run.status, 2);
    assert!(run.err.contains(".docx"), "{}", run.err);
    assert_eq!(texts(&["--input", "text", "-"], rtf), ["Gyumri"]);
}

#[test]
fn utf16_is_known_by_its_mark() {
    let text = "\u{FEFF}They met in Gyumri.";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big] {
        assert_eq!(texts(&[], &bytes), ["Gyumri"]);
        // Half of a letter at the end.
        let cut = scan(&[], &bytes[..bytes.len() - 1]);
        assert_eq!((cut.status, cut.out.as_str()), (2, ""));
        assert!(cut.err.contains("not UTF-16"), "{}", cut.err);
    }
}

#[cfg(unix)]
#[test]
fn a_pattern_names_files_alone() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "a.txt", b"They met in Gyumri.");
    // A pipe would be waited for; a socket is an error at once.
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("b.txt")).unwrap();
    let pattern = format!("{}/*.txt", folder.path().display());
    assert_eq!(texts(&[&pattern], b""), ["Gyumri"]);
}

/// A chain of folders with two links each to the one around them has two to the power of 40 paths.
#[cfg(unix)]
#[test]
fn a_pattern_of_any_depth_does_not_follow_links_between_folders() {
    use std::os::unix::fs::symlink;

    let folder = tempfile::tempdir().unwrap();
    write(&folder, "in/a.txt", b"They met in Gyumri.");
    write(&folder, "in/deep/er/b.txt", b"They met in Baku.");
    write(&folder, "in/.hidden/c.txt", b"They met in London.");
    write(&folder, "other/d.txt", b"They met in Rome.");
    let root = folder.path().to_str().unwrap();
    for link in ["one", "two"] {
        symlink(".", folder.path().join("in").join(link)).unwrap();
    }
    symlink("in", folder.path().join("link")).unwrap();
    for (pattern, expected) in [
        ("in/**/*.txt", &["Gyumri", "Baku"][..]),
        ("in/**/er/*.txt", &["Baku"]),
        ("in/**/.hidden/*.txt", &["London"]),
        // What is named itself is followed, and so is what stands for one folder.
        ("link/**/*.txt", &["Gyumri", "Baku"]),
        ("i*/**/*.txt", &["Gyumri", "Baku"]),
        ("**/d.txt", &["Rome"]),
        ("[lo]*/**/*.txt", &["Gyumri", "Baku", "Rome"]),
    ] {
        let pattern = format!("{root}/{pattern}");
        assert_eq!(texts(&[&pattern], b""), expected, "{pattern}");
    }
    let mut here = command("toponym scan");
    here.current_dir(root).args(["--format", "csv", "**/*.txt"]);
    let out = String::from_utf8(here.output().unwrap().stdout).unwrap();
    assert!(
        out.contains("in/a.txt,") && out.contains("other/d.txt,"),
        "{out}"
    );
    assert!(!out.contains("./"), "{out}");
    // A folder is read once for each star, however many links lead to it: here thirty to the power of six.
    for link in 0..28 {
        symlink(".", folder.path().join(format!("in/{link}"))).unwrap();
    }
    for (pattern, expected) in [
        ("in/*/*/*/*/*/*/*.txt", &["Gyumri", "Baku"][..]),
        ("in/*/*/*/*/*/*/a.txt", &["Gyumri"]),
        ("in/*/deep/../one/*/*.txt", &["Gyumri"]),
        ("*/*/*/*/*/*/**/b.txt", &["Baku"]),
    ] {
        let pattern = format!("{root}/{pattern}");
        assert_eq!(texts(&[&pattern], b""), expected, "{pattern}");
    }
    let bad = scan(&[&format!("{root}/a**/x")], b"");
    assert!(
        bad.status == 2 && bad.err.contains("component"),
        "{}",
        bad.err
    );
}
