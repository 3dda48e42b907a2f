//! The text of Word documents: the paragraphs of `word/document.xml` in the zip archive that a
//! `.docx` is (ECMA-376, part 1), and behind them those of its notes, headers and footers, each on its own lines.
//! Comments and what was deleted are no part of the text.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::cell::Cell;
use std::collections::HashSet;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use zip::ZipArchive;
use zip::read::{ArchiveOffset, Config};

/// The most bytes of XML that a document may have: small archives may unpack to more than memory holds.
const MAX_XML: u64 = 256 << 20;

/// So many elements may stand in each other: many times what tables in tables and text boxes make. The reader keeps the
/// name of each that is open, which takes a multiple of the three bytes that one may have in the file.
const MAX_DEPTH: usize = 4096;

/// The most bytes of an element's name. Those of Word's have some thirty.
const MAX_NAME: usize = 1024;

/// Maximum number of bytes of a reference: those of characters have a dozen.
const MAX_REFERENCE: usize = 64;

/// Maximum number of bytes that are read to know which parts there are, which has some hundred for each: what is known
/// of a part takes memory sixteen times.
const MAX_DIRECTORY: usize = 4 << 20;

/// How far from the end of its file a zip archive may end, with the longest comment, and how often what stands there
/// may say that this is the end: an archive within the archive says so too. The reader tries one after the other,
/// and with each may read all of the file.
const LONGEST_END: usize = 22 + 0xFFFF;
const MAX_ENDS: usize = 16;

/// The most letters of what a reader says is wrong.
const MAX_WHY: usize = 300;

/// The text itself.
const BODY: &str = "word/document.xml";

/// What stands beside the text, in the order in which it is read. The names of headers and footers end in numbers.
const BESIDE: [&str; 4] = [
    "word/footnotes",
    "word/endnotes",
    "word/header",
    "word/footer",
];

/// The text, a line a paragraph.
pub(crate) fn text(file: &[u8]) -> Result<String, String> {
    text_within(file, MAX_XML)
}

/// The text of a document of at most so many bytes of XML. Half of a document is an error, whether it is cut off
/// or too long: its reader would take the places of the half for those of the whole.
fn text_within(file: &[u8], max_xml: u64) -> Result<String, String> {
    let tail = &file[file.len().saturating_sub(LONGEST_END)..];
    if tail
        .windows(4)
        .filter(|bytes| bytes == b"PK\x05\x06")
        .count()
        > MAX_ENDS
    {
        return Err(unreadable(&"it has many ends, one after the other"));
    }
    let config = Config {
        // A document begins where its file does: nothing is looked for in all of it, for each of its ends.
        archive_offset: ArchiveOffset::Known(0),
    };
    let may_read = Cell::new(MAX_DIRECTORY);
    let archive_bytes = Limited {
        bytes: Cursor::new(file),
        may_read: &may_read,
    };
    let mut archive =
        ZipArchive::with_config(config, archive_bytes).map_err(|error| unreadable(&error))?;
    // What parts may have is told by their own limit.
    may_read.set(usize::MAX);
    if has_a_part_twice(file, tail) {
        return Err(unreadable(&"parts of it have one name"));
    }
    let mut left = max_xml;
    let mut all = part(&mut archive, BODY, &mut left, max_xml)?;
    // Sections mostly repeat the headers of others.
    let mut told = HashSet::from([all.clone()]);
    for name in beside(&archive) {
        let text = part(&mut archive, &name, &mut left, max_xml)?;
        if !text.trim().is_empty() && !told.contains(&text) {
            all.push_str(&text);
            told.insert(text);
        }
    }
    Ok(all)
}

/// Whether the list of parts has one of the text twice: the crate `zip` knows the last of those of one name alone. Of a
/// list that is not where the end says it is nothing is told here.
fn has_a_part_twice(file: &[u8], tail: &[u8]) -> bool {
    let number = |bytes: &[u8], at: usize, len: usize| {
        let bytes = bytes.get(at..at + len)?;
        Some(
            bytes
                .iter()
                .rev()
                .fold(0, |number, byte| number << 8 | usize::from(*byte)),
        )
    };
    let end = tail.windows(4).rposition(|bytes| bytes == b"PK\x05\x06");
    let Some((count, mut at)) = end.and_then(|end| {
        let end = &tail[end..];
        Some((number(end, 10, 2)?, number(end, 16, 4)?))
    }) else {
        return false;
    };
    let mut seen = HashSet::new();
    for _ in 0..count {
        let header = file.get(at..).unwrap_or_default();
        let lengths = [28, 30, 32].map(|at| number(header, at, 2));
        let [Some(name), Some(extra), Some(comment)] = lengths else {
            return false;
        };
        let name = header.get(46..46 + name).unwrap_or_default();
        let is_text =
            std::str::from_utf8(name).is_ok_and(|name| name == BODY || is_beside(name).is_some());
        if !header.starts_with(b"PK\x01\x02") || is_text && !seen.insert(name) {
            return is_text && header.starts_with(b"PK\x01\x02");
        }
        at += 46 + name.len() + extra + comment;
    }
    false
}

/// Which kind a part is that stands beside the text, and the length of its number, if it is one.
fn is_beside(name: &str) -> Option<(usize, usize)> {
    let stem = name.strip_suffix(".xml")?;
    let kind = BESIDE.iter().position(|kind| stem.starts_with(kind))?;
    let number = &stem[BESIDE[kind].len()..];
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some((kind, number.len()))
}

/// Bytes of which so many may be read.
struct Limited<'a> {
    bytes: Cursor<&'a [u8]>,
    may_read: &'a Cell<usize>,
}

impl Read for Limited<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let may_read = self.may_read.get();
        if may_read == 0 && !into.is_empty() {
            return Err(io::Error::other("its list of parts is too long"));
        }
        let most = into.len().min(may_read);
        let read = self.bytes.read(&mut into[..most])?;
        self.may_read.set(may_read - read);
        Ok(read)
    }
}

impl Seek for Limited<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// The names of the parts that stand beside the text.
fn beside(archive: &ZipArchive<Limited<'_>>) -> Vec<String> {
    let numbered = archive.file_names().filter_map(|name| {
        // Names that are no text are none of a document's.
        let name = name.ok()?;
        // 10 comes after 9.
        let (kind, digits) = is_beside(&name)?;
        Some((kind, digits, name.to_string()))
    });
    let mut numbered: Vec<_> = numbered.collect();
    numbered.sort();
    numbered.into_iter().map(|(_, _, name)| name).collect()
}

fn unreadable(error: &dyn std::fmt::Display) -> String {
    // What is wrong is often quoted, be it all of the document.
    let why: String = error.to_string().chars().take(MAX_WHY).collect();
    format!("not readable as .docx: {why}")
}

/// The text of one part, of which there may be so many bytes more of `max_xml`.
fn part(
    archive: &mut ZipArchive<Limited<'_>>,
    name: &str,
    left: &mut u64,
    max_xml: u64,
) -> Result<String, String> {
    let part = archive.by_name(name);
    let part = part.map_err(|error| unreadable(&error))?;
    // One byte more tells a document that is too long from one that is just as long.
    let part = part.take(left.saturating_add(1));
    let mut reader = Reader::from_reader(BufReader::new(part));
    // Some writers close them by a tag of their own.
    reader.config_mut().expand_empty_elements = true;
    let (mut text, mut buffer) = (String::new(), Vec::new());
    // The elements that are open, and whether there was one.
    let (mut depth, mut has_root) = (0_usize, false);
    // Only `w:t` holds text; the blanks between elements are none. How deep the one stands that is open.
    let mut text_at: Option<usize> = None;
    // How deep the element stands that is left out.
    let mut left_out: Option<usize> = None;
    // How deep elements stand of which there are older forms too.
    let mut chosen: Vec<usize> = Vec::new();
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
                if depth > MAX_DEPTH {
                    return Err(format!(
                        "the elements of this document stand in each other more than {MAX_DEPTH} deep, the most \
                         that is read; save it as plain text"
                    ));
                }
                // What older programs show instead of what stands there already: a text box is in the file twice.
                match element.local_name().as_ref() {
                    "Choice" if chosen.last() != Some(&depth) => chosen.push(depth),
                    "Fallback" if chosen.last() == Some(&depth) => {
                        left_out = left_out.or(Some(depth));
                    }
                    _ => {}
                }
                if element.name().as_ref().len() > MAX_NAME {
                    return Err(unreadable(&"the name of an element is too long"));
                }
                if left_out.is_none() && element.local_name().as_ref() == "t" {
                    text_at = text_at.or(Some(depth));
                }
            }
            Event::End(element) => {
                match element.local_name().as_ref() {
                    _ if left_out.is_some() => {}
                    "tab" => text.push('\t'),
                    "br" | "cr" | "p" => text.push('\n'),
                    "noBreakHyphen" => text.push('-'),
                    _ => {}
                }
                left_out = left_out.filter(|outer| *outer != depth);
                text_at = text_at.filter(|outer| *outer != depth);
                // The element around them ends.
                chosen.pop_if(|inner| *inner > depth);
                depth = depth.saturating_sub(1);
            }
            Event::Text(part) if text_at.is_some() && left_out.is_none() => text.push_str(&part),
            Event::GeneralRef(reference) if reference.len() > MAX_REFERENCE => {
                return Err(unreadable(&"a reference to a character is too long"));
            }
            Event::GeneralRef(reference) if text_at.is_some() && left_out.is_none() => {
                let escaped = format!("&{};", &*reference);
                let character = quick_xml::escape::unescape(&escaped);
                text.push_str(&character.map_err(|error| unreadable(&error))?);
            }
            Event::CData(part) if text_at.is_some() && left_out.is_none() => text.push_str(&part),
            Event::Eof if depth > 0 || !has_root => {
                return Err(unreadable(
                    &"its text ends in the middle; the file is damaged",
                ));
            }
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    *left = reader.get_ref().get_ref().limit().saturating_sub(1);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn docx(xml: &str) -> Vec<u8> {
        archive(&[("document", xml)])
    }

    fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for (name, xml) in parts {
            archive
                .start_file(format!("word/{name}.xml"), options)
                .unwrap();
            archive.write_all(xml.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn paragraph(text: &str) -> String {
        format!("<w:part><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:part>")
    }

    #[test]
    fn notes_headers_and_footers_follow_the_text_each_once() {
        let parts = [
            ("header10", paragraph("Kars")),
            ("header2", paragraph("Ani")),
            ("header1", paragraph("Gyumri")),
            ("footer1", paragraph("Shushi")),
            ("endnotes", paragraph("Goris")),
            ("footnotes", paragraph("Sevan")),
            ("comments", paragraph("Baku")),
            ("document", paragraph("Yerevan")),
            ("header3", paragraph("Ani")),
            ("footer2", paragraph(" ")),
            ("headers", paragraph("Ganja")),
        ];
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, xml)| (*name, &**xml)).collect();
        let file = archive(&parts);
        assert_eq!(
            text(&file).as_deref(),
            Ok("Yerevan\nSevan\nGoris\nGyumri\nAni\nKars\nShushi\n")
        );
        // The limit is that of all parts together.
        let error = text_within(&file, parts[0].1.len() as u64 * 2).unwrap_err();
        assert!(error.contains("bytes of XML"), "{error}");
        let broken = archive(&[("document", &paragraph("Kars")), ("footnotes", "<w:p>")]);
        assert!(text(&broken).is_err());
    }

    #[test]
    fn an_archive_of_many_ends_is_none() {
        let mut file = docx(&paragraph("Kars"));
        // The end itself, with a comment that has others in it.
        let end = file.split_off(file.len() - 22);
        let with_ends = |ends: usize| {
            let comment = [&end[..20], &[0, 0]].concat().repeat(ends - 1);
            let length = u16::try_from(comment.len()).unwrap().to_le_bytes();
            [&file[..], &end[..20], &length, &comment].concat()
        };
        assert_eq!(text(&with_ends(1)).as_deref(), Ok("Kars\n"));
        assert_eq!(text(&with_ends(MAX_ENDS)).as_deref(), Ok("Kars\n"));
        let error = text(&with_ends(MAX_ENDS + 1)).unwrap_err();
        assert!(error.contains("many ends"), "{error}");
    }

    #[test]
    fn a_list_of_parts_is_read_up_to_a_length() {
        let long = "n".repeat(1000);
        let names = |parts: usize| (0..parts).map(|i| format!("{long}{i}")).collect::<Vec<_>>();
        let with = |parts: usize| {
            let names = names(parts);
            let mut all = vec![("document", "<w:p><w:t>Kars</w:t></w:p>")];
            all.extend(names.iter().map(|name| (&**name, "")));
            text(&archive(&all))
        };
        assert_eq!(with(3000).as_deref(), Ok("Kars\n"));
        let error = with(MAX_DIRECTORY / 1000).unwrap_err();
        assert!(error.contains("list of parts is too long"), "{error}");
    }

    #[test]
    fn what_is_empty_is_read_however_it_is_written() {
        for [tab, line, hyphen] in [
            ["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>"],
            [
                "<w:tab></w:tab>",
                "<w:br></w:br>",
                "<w:noBreakHyphen></w:noBreakHyphen>",
            ],
        ] {
            let inner =
                format!("<w:t>a</w:t>{tab}<w:t>b</w:t>{line}<w:t>c</w:t>{hyphen}<w:t>d</w:t>");
            let xml = format!("<w:document><w:p>{inner}</w:p><w:p/></w:document>");
            assert_eq!(text(&docx(&xml)).as_deref(), Ok("a\tb\nc-d\n\n"));
        }
    }

    #[test]
    fn what_older_programs_show_is_left_out_where_there_is_something_else() {
        for (inner, expected) in [
            ("<w:t>a<w:x/> b<w:y>c</w:y> d</w:t>", "a bc d\n"),
            (
                "<m:AlternateContent><m:Fallback><w:t>a</w:t></m:Fallback></m:AlternateContent>",
                "a\n",
            ),
            (
                "<m:AlternateContent><m:Choice><w:t>a</w:t><m:AlternateContent><m:Choice><w:t>b</w:t></m:Choice>\
                 <m:Fallback><w:t>c</w:t></m:Fallback></m:AlternateContent></m:Choice><m:Fallback><w:t>d</w:t>\
                 </m:Fallback></m:AlternateContent><m:AlternateContent><m:Fallback><w:t>e</w:t></m:Fallback>\
                 </m:AlternateContent>",
                "abe\n",
            ),
        ] {
            let xml = format!("<w:document><w:p>{inner}</w:p></w:document>");
            assert_eq!(text(&docx(&xml)).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn parts_of_one_name_are_not_taken_for_one() {
        let mut file = archive(&[("document", "<a/>"), ("documens", "<a/>")]);
        assert!(text(&file).is_ok());
        let other = b"documens";
        for at in 0..file.len() - other.len() {
            if file[at..].starts_with(other) {
                file[at + 7] = b't';
            }
        }
        let error = text(&file).unwrap_err();
        assert!(error.contains("have one name"), "{error}");
        // Others, such as pictures, are not read.
        let mut file = archive(&[("document", "<a/>"), ("picturf", ""), ("picture", "")]);
        for at in 0..file.len() - 7 {
            if file[at..].starts_with(b"picturf") {
                file[at + 6] = b'e';
            }
        }
        assert_eq!(text(&file).as_deref(), Ok(""));
    }

    #[test]
    fn a_text_box_is_read_once() {
        let text_box = "<w:p><w:t>Kars</w:t></w:p>";
        let xml = format!(
            "<w:document><mc:AlternateContent><mc:Choice>{text_box}</mc:Choice><mc:Fallback>{text_box}\
             <w:br/></mc:Fallback></mc:AlternateContent><w:p><w:t>Ani</w:t></w:p></w:document>"
        );
        assert_eq!(text(&docx(&xml)).as_deref(), Ok("Kars\nAni\n"));
    }

    #[test]
    fn elements_stand_in_each_other_so_deep_at_most() {
        let nested = |depth: usize| {
            let (open, close) = ("<w:p>".repeat(depth - 1), "</w:p>".repeat(depth - 1));
            text(&docx(&format!("{open}<w:t>Gyumri</w:t>{close}")))
        };
        assert!(nested(MAX_DEPTH).is_ok_and(|text| text.starts_with("Gyumri\n")));
        // It is told as soon as it is read: that the elements are never closed is not.
        for xml in ["<a>".repeat(MAX_DEPTH + 1), "<a>".repeat(1_000_000)] {
            let error = text(&docx(&xml)).unwrap_err();
            assert!(error.contains("more than 4096 deep"), "{error}");
        }
        assert!(nested(MAX_DEPTH + 1).is_err());
    }

    #[test]
    fn a_long_name_is_an_error_and_no_error_is_long() {
        let name = "a".repeat(1 << 20);
        for xml in [
            format!("<{name}></{name}>"),
            format!("<w:t>&{name};</w:t>"),
            format!("<w:t></{name}>"),
        ] {
            let error = text(&docx(&xml)).unwrap_err();
            assert!(error.starts_with("not readable as .docx"), "{error}");
            assert!(error.len() < 1000, "{} bytes", error.len());
        }
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
