//! Documents of which all that shows text is in the form that the crate reads whole.

use crate::input::pdf::content::{self, ActualTexts};
use crate::input::pdf::fonts::make_fonts_plain;
use crate::input::pdf::form_fonts::own_names;
use crate::input::pdf::unpack::unpack;
use crate::input::pdf::unread::Why;
use crate::input::pdf::whole::contents_of;
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::{HashMap, HashSet};

/// Rewrites what the pages show, and gives the texts that stand for some of it. What they could show and cannot be read
/// is told where they do.
pub(super) fn make_plain(
    document: &mut Document,
    damaged: &HashSet<ObjectId>,
) -> Result<ActualTexts, String> {
    let mut texts = ActualTexts::default();
    // A form or an image may be the contents of a page as well: they are read as they were.
    rewrite_pages(document, damaged, &mut texts)?;
    rewrite_forms(document, damaged, &mut texts);
    make_fonts_plain(document, damaged);
    Ok(texts)
}

/// The plain form of a content; what its fonts' names begin with there is given.
fn plain(source: &[u8], prefix: &str, texts: &mut ActualTexts) -> Result<Vec<u8>, Why> {
    content::plain(source, prefix, texts).map_err(|content::Broken| Why::Written)
}

/// Gives each page contents of one stream. Those that have the same streams share it.
fn rewrite_pages(
    document: &mut Document,
    damaged: &HashSet<ObjectId>,
    texts: &mut ActualTexts,
) -> Result<(), String> {
    let mut rewritten: HashMap<Vec<ObjectId>, ObjectId> = HashMap::new();
    let mut seen = HashSet::new();
    for (number, page) in document.get_pages() {
        if !seen.insert(page) {
            continue;
        }
        let streams = contents_of(document, page).map_err(|why| why.of_page(number))?;
        let contents = match rewritten.get(&streams) {
            Some(contents) => *contents,
            None => {
                let source = joined(document, &streams, damaged);
                let content = source.and_then(|source| plain(&source, "", texts));
                let content = content.map_err(|why| why.of_page(number))?;
                let contents = document.add_object(Stream::new(Dictionary::new(), content));
                rewritten.insert(streams, contents);
                contents
            }
        };
        if let Ok(page) = document.get_dictionary_mut(page) {
            page.set("Contents", contents);
        }
    }
    Ok(())
}

/// What streams hold that are read as one (ISO 32000-1, table 30).
fn joined(
    document: &Document,
    streams: &[ObjectId],
    damaged: &HashSet<ObjectId>,
) -> Result<Vec<u8>, Why> {
    let mut source = Vec::new();
    for id in streams {
        if damaged.contains(id) {
            return Err(Why::Damaged);
        }
        let stream = document.get_object(*id).and_then(Object::as_stream);
        let content = stream.ok().and_then(|stream| unpack(document, stream));
        source.extend(content.ok_or(Why::Packed)?);
        // They are parted between tokens.
        source.push(b'\n');
    }
    Ok(source)
}

/// The operation by which a form places what it shows (table 95), which the crate does not read; nothing if it has none.
fn matrix_of(document: &Document, form: &Dictionary) -> String {
    let numbers = |object: &Object| {
        let numbers = object.as_array()?.iter();
        numbers
            .map(|number| document.dereference(number)?.1.as_float())
            .collect::<Result<Vec<f32>, _>>()
    };
    let matrix = form
        .get(b"Matrix")
        .and_then(|object| document.dereference(object));
    let matrix = matrix.and_then(|(_, object)| numbers(object));
    match matrix.as_deref() {
        Ok(&[a, b, c, d, e, f]) => {
            format!("{a:.6} {b:.6} {c:.6} {d:.6} {e:.6} {f:.6} cm\n")
        }
        _ => String::new(),
    }
}

/// Rewrites all forms (8.10). The crate reads images (8.9) as if they were such: they are emptied.
fn rewrite_forms(document: &mut Document, damaged: &HashSet<ObjectId>, texts: &mut ActualTexts) {
    let unread = [Why::Packed, Why::Written, Why::Damaged].map(|why| {
        let font = why.font(document);
        (why, Why::form(document.add_object(font)))
    });
    let streams = document.objects.iter();
    let streams = streams.filter(|(_, object)| matches!(object, Object::Stream(_)));
    let streams: Vec<ObjectId> = streams.map(|(id, _)| *id).collect();
    let mut named = HashSet::new();
    for id in streams {
        let prefix = own_names(document, id, &mut named).unwrap_or_default();
        let Some(Object::Stream(stream)) = document.objects.get(&id) else {
            continue;
        };
        let unpacked = || match damaged.contains(&id) {
            true => Err(Why::Damaged),
            false => unpack(document, stream).ok_or(Why::Packed),
        };
        let matrix = matrix_of(document, &stream.dict);
        let placed = |content: Vec<u8>| [matrix.as_bytes(), &content].concat();
        let content = match stream.dict.get(b"Subtype").and_then(Object::as_name) {
            Ok(b"Image") => Ok(Vec::new()),
            Ok(b"Form") => unpacked().and_then(|source| plain(&source, &prefix, texts)),
            _ if stream.dict.has(b"BBox") => {
                unpacked().and_then(|source| plain(&source, &prefix, texts))
            }
            _ => continue,
        };
        let Some(Object::Stream(stream)) = document.objects.get_mut(&id) else {
            continue;
        };
        match content {
            Ok(content) if content.is_empty() => stream.set_plain_content(content),
            Ok(content) => stream.set_plain_content(placed(content)),
            Err(why) => {
                let form = unread.iter().find(|(reason, _)| *reason == why);
                form.iter().for_each(|(_, form)| *stream = form.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::pdf::made_file::{FONT, file, form, page_of, read, shows, stream};
    use crate::input::pdf::pages::pages;

    #[test]
    fn text_behind_what_the_crate_stops_at_is_read() {
        for between in [
            &b"\0"[..],
            b"\x0c q Q",
            b"% (\n",
            b"--5 w",
            b". 1e3 0 0 re",
            b"BI /F /Fl ID (\x01 EI",
            b"/P<</A[(])]>>BDC",
            b"\xff",
            b"1 0 d0",
            b"1 BIX",
        ] {
            let content = [&shows("first", "F"), between, b"\n", &shows("second", "F")].concat();
            let lines = page_of(&content).unwrap();
            assert_eq!(
                lines,
                ["first second", "last"],
                "{}",
                between.escape_ascii()
            );
        }
        let lines = page_of(b"BT /F 9 Tf 14 TL 0 99 Td(a)Tj(b)'1 2(c)\"T*(d)Tj ET");
        assert_eq!(lines.unwrap(), ["a", "b", "c", "d", "last"]);
    }

    #[test]
    fn forms_are_read_or_told_where_they_are_shown() {
        let hexadecimal: String = shows("b", "F")
            .iter()
            .map(|byte| format!("{byte:x} "))
            .collect();
        let runs = [
            &[shows("b", "F").len() as u8 - 1],
            &shows("b", "F")[..],
            &[128],
        ]
        .concat();
        let show = [shows("a", "F"), b"/X Do ".to_vec()].concat();
        let nested = || form("", b"\0/Y Do");
        for packed in [
            form(
                "/Filter/ASCIIHexDecode",
                hexadecimal.replace(' ', "").as_bytes(),
            ),
            form("/Filter[/RunLengthDecode]", &runs),
            form("/DecodeParms null", &[b"\0", &shows("b", "F")[..]].concat()),
        ] {
            let lines = read(stream("", &show), [nested(), packed], FONT);
            assert_eq!(lines.unwrap().concat(), "ablast");
        }
        for (wrong, why) in [
            (form("/Filter/FlateDecode", &shows("b", "F")), "packed"),
            (form("/Filter/JPXDecode", b""), "packed"),
            (
                form(
                    "/Filter/FlateDecode/DecodeParms<</Predictor 2>>",
                    b"x\x9c\x03\0\0\0\0\x01",
                ),
                "packed",
            ),
            (form("", b"(b"), "written"),
        ] {
            let lines = read(stream("", &show), [nested(), wrong.clone()], FONT);
            let error = lines.unwrap_err();
            assert!(
                error.starts_with(&format!("what page 1 shows is {why} in")),
                "{error}"
            );
            let lines = read(stream("", &shows("a", "F")), [nested(), wrong], FONT);
            assert_eq!(
                lines.unwrap(),
                ["a", "last"],
                "what is not shown is not missed"
            );
        }
    }

    #[test]
    fn images_show_no_text() {
        let image = stream("/Subtype/Image/Width 1/Height 1", b"BT (a) Tj");
        let lines = read(stream("", b"/X Do"), [image, form("", b"")], FONT);
        assert_eq!(lines.unwrap(), ["last"]);
    }

    #[test]
    fn fonts_of_forms_are_not_those_of_pages_of_the_same_name() {
        let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica\
                    /Encoding<</Type/Encoding/Differences[97/z]>>>>";
        let show = [shows("a", "F"), b"/X Do /Y Do".to_vec()].concat();
        let own = || form("/Resources<</Font<</F 7 0 R>>>>", &shows("a", "F"));
        let lines = read(stream("", &show), [own(), own()], font);
        assert_eq!(lines.unwrap().concat(), "azzlast");
    }

    #[test]
    fn what_a_file_has_and_cannot_be_read_is_told() {
        let page = |contents| format!("<</Type/Page/Parent 2 0 R/Contents {contents} 0 R>>");
        let content = stream("", &shows("a", "F"));
        let indirect = |length: usize| {
            let text = String::from_utf8(content.clone()).unwrap();
            let length = format!("/Length {length}");
            let text = text.replace(
                &format!("/Length {}", shows("a", "F").len()),
                "/Length 6 0 R",
            );
            (
                text.into_bytes(),
                length.replace("/Length ", "").into_bytes(),
            )
        };
        let whole = |contents: Vec<u8>, length: Vec<u8>| {
            file("4 0 R", &[page(5).into_bytes(), contents, length])
        };
        let (contents, length) = indirect(shows("a", "F").len());
        assert_eq!(pages(&whole(contents, length)).unwrap().trim(), "a");
        for (contents, length) in [indirect(5), indirect(1000)] {
            let error = pages(&whole(contents, length)).unwrap_err();
            assert_eq!(
                error.find("what page 1 shows is damaged"),
                Some(0),
                "{error}"
            );
        }
        // An object that is overwritten, of which the table says where it stands.
        let file = whole(content.clone(), b"null".to_vec());
        let at = file
            .windows(7)
            .position(|bytes| bytes == b"5 0 obj")
            .unwrap();
        let mut damaged = file.clone();
        damaged[at..at + 12].fill(0);
        let error = pages(&damaged).unwrap_err();
        assert_eq!(
            error.find("what page 1 shows is damaged"),
            Some(0),
            "{error}"
        );
        let at = file
            .windows(7)
            .position(|bytes| bytes == b"4 0 obj")
            .unwrap();
        let mut damaged = file;
        damaged[at..at + 12].fill(0);
        let error = pages(&damaged).unwrap_err();
        assert_eq!(error.find("0 of its 1 pages"), Some(0), "{error}");
    }

    #[test]
    fn pages_of_hardly_any_letters_are_told() {
        // It is not embedded, and these codes have no letters.
        let font = "<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 1/LastChar 99/Widths[9]>>";
        let none = || [form("", b""), form("", b"")];
        let lines = |text: &str| read(stream("", &shows(text, "G")), none(), font);
        let error = lines("\\1\\2\\3\\4\\5\\6").unwrap_err();
        assert!(error.contains("does not tell its letters"), "{error}");
        assert_eq!(lines("a\\1").unwrap().len(), 2);
    }

    #[test]
    fn damaged_contents_are_told() {
        let none = || [form("", b""), form("", b"")];
        for (content, why) in [
            (stream("/Filter/FlateDecode", b"xx"), "packed"),
            (stream("/Filter/DCTDecode", b""), "packed"),
            (stream("", b"<</A BT (a) Tj ET"), "written"),
        ] {
            let error = read(content, none(), FONT).unwrap_err();
            assert!(
                error.starts_with(&format!("what page 1 shows is {why} in")),
                "{error}"
            );
        }
    }

    #[test]
    fn pages_share_contents() {
        let page = || b"<</Type/Page/Parent 2 0 R/Contents 5 0 R>>".to_vec();
        let content = stream("", &shows("a", "F"));
        let file = file("4 0 R 4 0 R 6 0 R", &[page(), content, page()]);
        let mut document = Document::load_mem(&file).unwrap();
        let before = document.objects.len();
        rewrite_pages(&mut document, &HashSet::new(), &mut ActualTexts::default()).unwrap();
        assert_eq!(document.objects.len(), before + 1);
        assert_eq!(pages(&file).unwrap().trim(), "a\na\na");
    }
}
