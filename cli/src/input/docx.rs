//! The text of Word documents: the paragraphs of `word/document.xml` in the zip archive that a
//! `.docx` is (ECMA-376, part 1).

use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{BufReader, Cursor, Read};

/// The most bytes of XML that a document may have: small archives may unpack to more than memory holds.
const MAX_XML: u64 = 256 << 20;

/// The text, a line a paragraph.
pub(crate) fn text(file: &[u8]) -> Result<String, String> {
    text_within(file, MAX_XML)
}

/// The text of a document of at most so many bytes of XML. Half of a document is an error, whether it is cut off
/// or too long: its reader would take the places of the half for those of the whole.
fn text_within(file: &[u8], max_xml: u64) -> Result<String, String> {
    let unreadable = |error: &dyn std::fmt::Display| format!("not readable as .docx: {error}");
    let mut archive =
        zip::ZipArchive::new(Cursor::new(file)).map_err(|error| unreadable(&error))?;
    let document = archive.by_name("word/document.xml");
    let document = document.map_err(|error| unreadable(&error))?;
    // One byte more tells a document that is too long from one that is just as long.
    let document = document.take(max_xml.saturating_add(1));
    let mut reader = Reader::from_reader(BufReader::new(document));
    let (mut text, mut buffer) = (String::new(), Vec::new());
    // The elements that are open, and whether there was one.
    let (mut depth, mut has_root) = (0_usize, false);
    // Only `w:t` holds text; the blanks between elements are none.
    let mut in_text = false;
    loop {
        let event = reader.read_event_into(&mut buffer);
        if reader.get_ref().get_ref().limit() == 0 {
            return Err(format!(
                "this document has more than {max_xml} bytes of XML, the most that is read; part it, \
                 or save it as plain text"
            ));
        }
        match event.map_err(|error| unreadable(&error))? {
            Event::Start(element) => {
                (depth, has_root) = (depth + 1, true);
                in_text = element.local_name().as_ref() == "t";
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
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
            Event::Eof if depth > 0 || !has_root => {
                return Err(unreadable(
                    &"its text ends in the middle; the file is damaged",
                ));
            }
            Event::Eof => return Ok(text),
            _ => {}
        }
        buffer.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn docx(xml: &str) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file("word/document.xml", options).unwrap();
        archive.write_all(xml.as_bytes()).unwrap();
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn a_document_is_read_whole_or_not_at_all() {
        let xml = "<w:document><w:p><w:t>Gyumri</w:t></w:p><w:p><w:t>Kars</w:t></w:p></w:document>";
        let length = xml.len() as u64;
        assert_eq!(
            text_within(&docx(xml), length).as_deref(),
            Ok("Gyumri\nKars\n")
        );
        for limit in [0, 1, length / 2, length - 1] {
            let error = text_within(&docx(xml), limit).unwrap_err();
            assert!(
                error.contains(&format!("more than {limit} bytes")),
                "{error}"
            );
        }
        for end in 0..xml.len() {
            let error = text_within(&docx(&xml[..end]), length).unwrap_err();
            assert!(error.starts_with("not readable as .docx"), "{error}");
        }
    }
}
