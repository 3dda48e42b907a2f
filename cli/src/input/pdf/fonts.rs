//! What fonts say of the letters that their codes stand for, written so that the crate reads it.
//!
//! It does not unpack all maps, stops at some, knows the letters of composite fonts by the numbers of their glyphs and not
//! by codes, and names of letters by a list alone; what it cannot read it leaves out, or takes for other letters.

mod composite;
mod simple;

use crate::input::pdf::cmap::{self, Letters};
use crate::input::pdf::form_fonts::{dictionary, dictionary_mut};
use crate::input::pdf::unpack::unpack;
use crate::input::pdf::unread::Why;
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::{HashMap, HashSet};

/// Rewrites all fonts. In the place of those whose letters cannot be told a font is put whose text is told as unread.
pub(super) fn make_fonts_plain(document: &mut Document, damaged: &HashSet<ObjectId>) {
    let ids: Vec<ObjectId> = document.objects.keys().copied().collect();
    let mut found = Vec::new();
    for id in &ids {
        let mut left: Vec<&Object> = document.objects.get(id).into_iter().collect();
        while let Some(object) = left.pop() {
            match (object, dictionary(object)) {
                (Object::Array(objects), _) => left.extend(objects),
                (Object::Dictionary(font), _) if is_font(font) => found.push(font.clone()),
                (_, Some(other)) => left.extend(other.iter().map(|(_, object)| object)),
                _ => {}
            }
        }
    }
    let mut fonts = Fonts {
        document,
        damaged,
        maps: HashMap::new(),
        unread: HashMap::new(),
    };
    let rewritten: Vec<Dictionary> = found.into_iter().map(|font| fonts.plain(font)).collect();
    let mut rewritten = rewritten.into_iter();
    for id in &ids {
        let mut left: Vec<&mut Object> = document.objects.get_mut(id).into_iter().collect();
        while let Some(object) = left.pop() {
            match object {
                Object::Array(objects) => left.extend(objects),
                Object::Dictionary(font) if is_font(font) => {
                    // They come in the order in which they were found.
                    rewritten.by_ref().take(1).for_each(|plain| *font = plain);
                }
                object => {
                    let others = dictionary_mut(object).into_iter();
                    left.extend(
                        others.flat_map(|other| other.iter_mut().map(|(_, object)| object)),
                    );
                }
            }
        }
    }
}

/// Whether this is a font that pages show text in (ISO 32000-1, table 110).
fn is_font(dictionary: &Dictionary) -> bool {
    let subtype = dictionary.get(b"Subtype").and_then(Object::as_name);
    matches!(
        subtype,
        Ok(b"Type0" | b"Type1" | b"MMType1" | b"TrueType" | b"Type3")
    )
}

struct Fonts<'d> {
    document: &'d mut Document,
    damaged: &'d HashSet<ObjectId>,
    /// The maps to letters of composite fonts, rewritten.
    maps: HashMap<ObjectId, Result<ObjectId, Why>>,
    unread: HashMap<Why, Dictionary>,
}

impl Fonts<'_> {
    fn plain(&mut self, font: Dictionary) -> Dictionary {
        let plain = match font.get(b"Subtype").and_then(Object::as_name) {
            Ok(b"Type0") => self.composite(font),
            _ => self.simple(font),
        };
        plain.unwrap_or_else(|why| {
            let unread = self.unread.entry(why);
            unread.or_insert_with(|| why.font(self.document)).clone()
        })
    }

    fn add_map(&mut self, letters: &Letters) -> Object {
        Object::Reference(self.document.add_object(map_of(letters)))
    }

    /// The map of a font to letters, if it has one.
    fn map_of(&self, font: &Dictionary) -> Option<ObjectId> {
        let map = font.get(b"ToUnicode").and_then(Object::as_reference).ok()?;
        self.stream(map).map(|_| map)
    }

    fn stream(&self, id: ObjectId) -> Option<&Stream> {
        self.document
            .get_object(id)
            .and_then(Object::as_stream)
            .ok()
    }

    fn unpacked(&self, id: ObjectId) -> Result<Vec<u8>, Why> {
        if self.damaged.contains(&id) {
            return Err(Why::Damaged);
        }
        let stream = self.stream(id).ok_or(Why::Damaged)?;
        unpack(self.document, stream).ok_or(Why::Packed)
    }

    /// An entry, wherever it stands.
    fn entry<'o>(&'o self, of: &'o Dictionary, key: &[u8]) -> Option<&'o Object> {
        self.resolved(of.get(key).ok()?)
    }

    fn resolved<'o>(&'o self, object: &'o Object) -> Option<&'o Object> {
        let (_, object) = self.document.dereference(object).ok()?;
        Some(object)
    }
}

fn map_of(letters: &Letters) -> Stream {
    Stream::new(Dictionary::new(), cmap::written(letters))
}

#[cfg(test)]
mod tests {
    use crate::input::pdf::made_file::{form, read, shown, shows, stream};

    #[test]
    fn fonts_that_do_not_tell_their_letters_are_told_where_they_are_used() {
        let font =
            "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<<>>]>>";
        let none = || [form("", b""), form("", b"")];
        let error = read(stream("", &shows("ab", "G")), none(), font).unwrap_err();
        assert!(
            error.starts_with("what page 1 shows is in a font"),
            "{error}"
        );
        let lines = read(stream("", &shows("", "G")), none(), font);
        assert_eq!(lines.unwrap(), ["last"]);
    }

    #[test]
    fn maps_to_letters_are_read_whole_or_told() {
        let map = "2 beginbfchar <0001> <0047> <0002> <00790075> endbfchar";
        let hexadecimal: String = map.bytes().map(|byte| format!("{byte:02x}")).collect();
        let simple = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 5 0 R>>";
        let composite = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 5 0 R\
                         /DescendantFonts[<</Subtype/CIDFontType2/FontDescriptor<<>>>>]>>";
        for (text, font) in [("<0102>", simple), ("<00010002>", composite)] {
            for letters in [
                stream("", map.as_bytes()),
                stream("/Filter/ASCIIHexDecode", hexadecimal.as_bytes()),
            ] {
                let lines = shown(text, font, letters, stream("", b"")).unwrap();
                assert_eq!(lines, ["Gyu", "last"], "{font}");
            }
            for (letters, why) in [
                (stream("/Filter/FlateDecode", b"x\x9c\x03"), "packed"),
                (stream("", &map.as_bytes()[..30]), "damaged"),
            ] {
                let error = shown(text, font, letters, stream("", b"")).unwrap_err();
                assert!(
                    error.starts_with(&format!("what page 1 shows is {why}")),
                    "{error}"
                );
            }
        }
        let nothing = || stream("", b"begincmap endcmap");
        let error = shown("<0001>", composite, nothing(), stream("", b"")).unwrap_err();
        assert!(error.contains("does not tell its letters"), "{error}");
        let lines = shown("(a)", simple, nothing(), stream("", b"")).unwrap();
        assert_eq!(lines, ["a", "last"]);
    }
}
