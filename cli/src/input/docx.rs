//! The text of Word documents: the paragraphs of the text in the zip archive that a `.docx` is (ECMA-376, part 1), and
//! behind them those of its notes, headers, footers and diagrams, each on its own lines. Comments and what was deleted are
//! no part of the text; charts, and documents that are embedded in it, are not read.
//!
//! `parts` tells which parts of the archive hold text, `part` reads the text of one, `xml` bounds what it is read of.

mod part;
mod parts;
mod xml;

use crate::input::docx::parts::{TYPES, Types};
use crate::input::docx::xml::{Allowance, unreadable};
use std::cell::Cell;
use std::collections::HashSet;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use zip::ZipArchive;
use zip::read::{ArchiveOffset, Config};
use zip::result::ZipError;

/// The most bytes of XML that a document may have: small archives may unpack to more than memory holds.
const MAX_XML: u64 = 256 << 20;

/// Maximum number of bytes that are read to know which parts there are, which has some hundred for each: what is known
/// of a part takes memory sixteen times.
const MAX_DIRECTORY: usize = 4 << 20;

/// How far from the end of its file a zip archive may end, with the longest comment, and how often what stands there
/// may say that this is the end: an archive within the archive says so too. The reader tries one after the other,
/// and with each may read all of the file.
const LONGEST_END: usize = 22 + 0xFFFF;
const MAX_ENDS: usize = 16;

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
    let mut allowance = Allowance {
        most: max_xml,
        left: max_xml,
    };
    let types = match archive.by_name(TYPES) {
        Ok(list) => parts::types(list, &mut allowance)?,
        // Other readers do without.
        Err(ZipError::FileNotFound) => Types::new(),
        Err(error) => return Err(unreadable(&error)),
    };
    // Names that are no text are none of a document's.
    let names = archive
        .file_names()
        .filter_map(|name| Some(name.ok()?.to_string()));
    let with_text = parts::with_text(&names.collect::<Vec<_>>(), &types);
    if with_text.is_empty() {
        return Err(unreadable(&"there is no text of Word's in it"));
    }
    if is_ambiguous(
        file,
        archive.central_directory_start(),
        archive.len(),
        &with_text,
    ) {
        return Err(unreadable(
            &"its list of parts names some twice, or others than are there",
        ));
    }
    let mut all = String::new();
    // Sections mostly repeat the headers of others.
    let mut told = HashSet::new();
    for (at, name) in with_text.iter().enumerate() {
        let part = archive.by_name(name).map_err(|error| unreadable(&error))?;
        let text = part::text(part, &mut allowance)?;
        if at == 0 || !text.trim().is_empty() && !told.contains(&text) {
            all.push_str(&text);
            told.insert(text);
        }
    }
    Ok(all)
}

/// Whether the list of parts, which begins there, has one of those twice that are read, or others than the `parts` that
/// the crate `zip` knows, which are the last of those of one name alone, as many as the end says, by whatever name their
/// further fields give them.
fn is_ambiguous(file: &[u8], start: u64, parts: usize, with_text: &[String]) -> bool {
    let read = with_text.iter().map(String::as_bytes);
    let read: HashSet<&[u8]> = read.chain([TYPES.as_bytes()]).collect();
    let mut seen = HashSet::new();
    let start = usize::try_from(start).unwrap_or(usize::MAX);
    let mut rest = file.get(start..).unwrap_or_default();
    while rest.starts_with(b"PK\x01\x02") {
        let length = |at: usize| {
            let length = rest.get(at..at + 2);
            length.map_or(0, |length| {
                usize::from(u16::from_le_bytes([length[0], length[1]]))
            })
        };
        let name = rest.get(46..46 + length(28)).unwrap_or_default();
        if !seen.insert(name) && read.contains(name) {
            return true;
        }
        let len = 46 + length(28) + length(30) + length(32);
        rest = rest.get(len..).unwrap_or_default();
    }
    seen.len() != parts
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::docx::xml::MAX_DEPTH;
    use std::io::Write;

    fn docx(xml: &str) -> Vec<u8> {
        archive(&[("document", xml)])
    }

    fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for (name, xml) in parts {
            let name = match name.contains('.') {
                true => (*name).to_owned(),
                false => format!("word/{name}.xml"),
            };
            archive.start_file(name, options).unwrap();
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
    fn parts_are_what_the_list_of_types_says_whatever_they_are_called() {
        let types = |parts: &[(&str, &str)]| {
            let part = |(name, kind): &(&str, &str)| {
                format!("<Override PartName='/{name}' ContentType='application/vnd.{kind}+xml'/>")
            };
            let parts: String = parts.iter().map(part).collect();
            format!(
                "<Types><Default Extension='xml' ContentType='application/xml'/>{parts}</Types>"
            )
        };
        let word = "openxmlformats-officedocument.wordprocessingml";
        let [body, header, footer] =
            ["document.main", "header", "footer"].map(|kind| format!("{word}.{kind}"));
        let data = "openxmlformats-officedocument.drawingml.diagramData";
        let listed = types(&[
            ("Word/Text.xml", &body),
            ("word/headerFirst.xml", &header),
            ("word/f.xml", &footer),
            ("word/diagrams/d.xml", data),
            ("word/lost.xml", &footer),
        ]);
        let [text_part, old, first, last] = ["Yerevan", "Baku", "Ani", "Kars"].map(paragraph);
        let diagram = "<dgm:pt><dgm:t><a:p><a:r><a:t>Goris</a:t></a:r></a:p></dgm:t></dgm:pt>";
        let file = archive(&[
            ("[Content_Types].xml", &listed),
            ("word/text.xml", &text_part),
            ("word/document.xml", &old),
            ("word/headerFirst.xml", &first),
            ("word/f.xml", &last),
            ("word/diagrams/d.xml", diagram),
            ("word/diagrams/drawing1.xml", diagram),
        ]);
        assert_eq!(text(&file).as_deref(), Ok("Yerevan\nAni\nKars\nGoris\n"));
        for damaged in ["<Types>", "<Types><Override PartName='/a.xml'/></Types>"] {
            let file = archive(&[("[Content_Types].xml", damaged), ("document", &text_part)]);
            assert!(text(&file).is_err());
        }
        assert!(text(&archive(&[("header1", &first)])).is_err());
    }

    #[test]
    fn very_many_attributes_and_types_are_read_in_time() {
        let attributes: String = (0..100_000).map(|i| format!(" a{i}=''")).collect();
        let list =
            format!("<Types><Override{attributes} PartName='/b.xml' ContentType='a'/></Types>");
        let parts = [
            ("[Content_Types].xml", list.as_str()),
            ("document", "<w:p><w:t>Kars</w:t></w:p>"),
        ];
        assert_eq!(text(&archive(&parts)).as_deref(), Ok("Kars\n"));
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
            // Where the newer form has no text the older one counts.
            (
                "<m:AlternateContent><m:Choice><w:drawing/><w:p><w:t> </w:t></w:p></m:Choice><m:Choice/>\
                 <m:Fallback><w:t>a</w:t></m:Fallback><m:Fallback><w:t>b</w:t></m:Fallback></m:AlternateContent>",
                " \na\n",
            ),
            // Elements that are called so and stand elsewhere are as others.
            (
                "<m:AlternateContent><m:Choice><w:t>a</w:t><x:Fallback><w:t>b</w:t></x:Fallback></m:Choice>\
                 </m:AlternateContent><x:Choice><w:t>c</w:t></x:Choice><x:Fallback><w:t>d</w:t></x:Fallback>",
                "abcd\n",
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
        assert!(error.contains("names some twice"), "{error}");
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
    fn ornamental_text_is_read() {
        let xml = "<w:p><w:pict><v:shape><v:textpath style='a' string='Gyumri &amp; Kars'/></v:shape></w:pict></w:p>";
        assert_eq!(text(&docx(xml)).as_deref(), Ok("Gyumri & Kars\n\n"));
    }

    #[test]
    fn symbols_and_chosen_entries_are_read() {
        let list = |chosen: &str| {
            format!(
                "<w:p><w:ffData><w:checkBox><w:default w:val='1'/></w:checkBox><w:ddList>{chosen}<w:listEntry w:val='Yerevan'/>\
                 <w:listEntry w:val='Gyumri'/></w:ddList></w:ffData></w:p>"
            )
        };
        for (chosen, expected) in [
            ("<w:result w:val='1'/><w:default w:val='0'/>", "Gyumri\n"),
            ("<w:default w:val='1'/>", "Gyumri\n"),
            ("", "Yerevan\n"),
            ("<w:result w:val='2'/>", "\n"),
        ] {
            assert_eq!(
                text(&docx(&list(chosen))).as_deref(),
                Ok(expected),
                "{chosen}"
            );
        }
        let xml = "<w:p><w:t>Gyum</w:t><w:sym w:font='Arial' w:char='0072'/><w:t>i</w:t><w:sym w:char='F0FC'/><w:sym \
                   w:char='D800'/><w:sym/></w:p>";
        assert_eq!(text(&docx(xml)).as_deref(), Ok("Gyumri\n"));
    }

    #[test]
    fn what_stands_apart_is_read_apart() {
        let xml = "<w:p><w:t>Kars</w:t><w:ptab/><w:t>Ani</w:t><w:txbxContent><w:p><w:t>Goris</w:t></w:p></w:txbxContent>\
                   <w:t>Sevan</w:t></w:p>";
        assert_eq!(text(&docx(xml)).as_deref(), Ok("Kars\tAni\nGoris\nSevan\n"));
        let xml =
            "<w:ruby><w:rt><w:t>Kars</w:t></w:rt><w:rubyBase><w:t>Ani</w:t></w:rubyBase></w:ruby>";
        assert_eq!(text(&docx(xml)).as_deref(), Ok("Kars Ani"));
        for between in [
            "<w:sym w:font='Wingdings' w:char='F0E0'/>",
            "<w:drawing><wp:inline/></w:drawing>",
            "<w:pict/>",
            "<w:object/>",
            "<w:fldChar><w:ffData><w:checkBox/></w:ffData></w:fldChar>",
        ] {
            let xml = format!("<w:p><w:t>Kars</w:t>{between}<w:t>Ani</w:t></w:p>");
            assert_eq!(text(&docx(&xml)).as_deref(), Ok("Kars Ani\n"), "{between}");
        }
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
