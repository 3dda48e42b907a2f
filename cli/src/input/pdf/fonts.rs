//! What fonts say of the letters that their codes stand for, written so that the crate reads it.
//!
//! It does not unpack all maps, stops at some, knows the letters of composite fonts by the numbers of their glyphs and not
//! by codes, and names of letters by a list alone; what it cannot read it leaves out, or takes for other letters.

use crate::input::pdf::cmap::{self, Codes, Letters};
use crate::input::pdf::form_fonts::{dictionary, dictionary_mut};
use crate::input::pdf::glyph_names;
use crate::input::pdf::unpack::unpack;
use crate::input::pdf::unread::Why;
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Rewrites all fonts. In the place of those whose letters cannot be told a font is put whose text is told as unread.
pub(super) fn make_fonts_plain(document: &mut Document, damaged: &HashSet<ObjectId>) {
    let ids: Vec<ObjectId> = document.objects.keys().copied().collect();
    let mut found = Vec::new();
    for id in &ids {
        let mut left: Vec<&Object> = document.objects.get(id).into_iter().collect();
        while let Some(object) = left.pop() {
            match (object, dictionary(object)) {
                (Object::Array(objects), _) => left.extend(objects),
                (_, Some(font)) if is_font(font) => found.push(font.clone()),
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
            if let Object::Array(objects) = object {
                left.extend(objects);
                continue;
            }
            let Some(dictionary) = dictionary_mut(object) else {
                continue;
            };
            match is_font(dictionary) {
                true => rewritten
                    .by_ref()
                    .take(1)
                    .for_each(|font| *dictionary = font),
                false => left.extend(dictionary.iter_mut().map(|(_, object)| object)),
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

/// Whether a font draws its glyphs by operators (9.6.5): those that TeX's printers write call each by the letter a and its code,
/// which stands for the letter that it is in others.
fn is_drawn(font: &Dictionary) -> bool {
    matches!(font.get(b"Subtype").and_then(Object::as_name), Ok(b"Type3"))
}

/// Whether a glyph is called by a number that is not its code.
fn is_renamed(name: &[u8], code: u32) -> bool {
    let number = name
        .strip_prefix(b"a")
        .and_then(|digits| std::str::from_utf8(digits).ok());
    let number = number.and_then(|digits| digits.parse::<u32>().ok());
    number.is_some_and(|number| number != code)
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

    /// A font of one byte a code, whose map tells all letters that its names of glyphs tell as well (9.6.6).
    fn simple(&mut self, mut font: Dictionary) -> Result<Dictionary, Why> {
        let mut letters = match self.map_of(&font) {
            Some(map) => cmap::letters(&self.unpacked(map)?)?,
            None => Letters::new(),
        };
        let names = self.names_of(&font);
        if letters.is_empty() && self.is_renumbered(&font) {
            return Err(Why::Font);
        }
        let mut named = names
            .iter()
            .filter(|(_, name)| name != b".notdef")
            .peekable();
        if letters.is_empty()
            && named.peek().is_some()
            && named.all(|(code, name)| {
                glyph_names::is_number(name) || is_drawn(&font) && is_renamed(name, *code)
            })
        {
            return Err(Why::Font);
        }
        for (code, name) in names {
            if let Some(told) = glyph_names::letters(&name) {
                letters.entry(code).or_insert(told);
            }
        }
        font.remove(b"ToUnicode");
        if !letters.is_empty() {
            font.set("ToUnicode", self.add_map(&letters));
        }
        Ok(font)
    }

    /// Whether a TrueType font without an encoding (9.6.6.4) has glyphs at codes for control characters alone, as writers
    /// have it that number those which they need.
    fn is_renumbered(&self, font: &Dictionary) -> bool {
        let subtype = font.get(b"Subtype").and_then(Object::as_name);
        let last = self
            .entry(font, b"LastChar")
            .and_then(|last| last.as_i64().ok());
        matches!(subtype, Ok(b"TrueType"))
            && self.entry(font, b"Encoding").is_none()
            && last.is_some_and(|last| last < i64::from(b' '))
    }

    /// A font of several bytes a code (9.7), of which the codes are the numbers of glyphs.
    fn composite(&mut self, mut font: Dictionary) -> Result<Dictionary, Why> {
        // Without a map to letters the crate leaves out what such a font shows.
        let map = self.map_of(&font).ok_or(Why::Font)?;
        let codes = match font.get(b"Encoding") {
            Ok(Object::Reference(encoding)) if self.stream(*encoding).is_some() => {
                Some(Codes::read(&self.unpacked(*encoding)?)?)
            }
            _ => None,
        };
        let widths = self.widths_of(&font);
        if let Some(codes) = &codes {
            let (default, widths) = widths.unwrap_or_default();
            let widths = codes.of_glyphs(&widths);
            if codes.width == 1 {
                return self.one_byte(&font, map, default, &widths);
            }
            font.set("Encoding", Object::Name(b"Identity-H".to_vec()));
            if !codes.are_glyphs() {
                self.set_widths(&mut font, &widths);
            }
        } else if let Some((_, widths)) = widths {
            self.set_widths(&mut font, &widths);
        }
        let map = match self.maps.get(&map) {
            Some(map) => *map,
            None => {
                let rewritten = self.rewritten(map);
                self.maps.insert(map, rewritten);
                rewritten
            }
        };
        font.set("ToUnicode", map?);
        Ok(font)
    }

    /// The simple font that a composite one is whose codes have one byte.
    fn one_byte(
        &mut self,
        font: &Dictionary,
        map: ObjectId,
        default: f32,
        widths: &BTreeMap<u32, f32>,
    ) -> Result<Dictionary, Why> {
        let mut letters = cmap::letters(&self.unpacked(map)?)?;
        if letters.is_empty() {
            return Err(Why::Font);
        }
        // The crate looks for the others in an encoding, which there is none of.
        for code in 0..=255 {
            letters.entry(code).or_default();
        }
        let widths = (0..=255).map(|code| *widths.get(&code).unwrap_or(&default));
        let name = font.get(b"BaseFont").cloned();
        Ok(Dictionary::from_iter([
            ("Type", Object::Name(b"Font".to_vec())),
            ("Subtype", Object::Name(b"Type1".to_vec())),
            (
                "BaseFont",
                name.unwrap_or_else(|_| Object::Name(b"Composite".to_vec())),
            ),
            ("FirstChar", Object::Integer(0)),
            ("LastChar", Object::Integer(255)),
            ("Widths", Object::Array(widths.map(Object::Real).collect())),
            ("ToUnicode", self.add_map(&letters)),
        ]))
    }

    fn rewritten(&mut self, map: ObjectId) -> Result<ObjectId, Why> {
        let letters = cmap::letters(&self.unpacked(map)?)?;
        match letters.is_empty() {
            true => Err(Why::Font),
            false => Ok(self.document.add_object(map_of(&letters))),
        }
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

    /// The names of glyphs in which a font differs from its encoding (table 114), with their codes.
    fn names_of(&self, font: &Dictionary) -> Vec<(u32, Vec<u8>)> {
        let encoding = self.entry(font, b"Encoding").and_then(dictionary);
        let differences = encoding.and_then(|encoding| self.entry(encoding, b"Differences"));
        let differences = differences.and_then(|objects| objects.as_array().ok());
        let mut names = Vec::new();
        let mut code = 0;
        for object in differences.into_iter().flatten() {
            match self.resolved(object) {
                Some(Object::Integer(next)) => code = *next,
                Some(Object::Name(name)) => {
                    if let Ok(code @ 0..=255) = u32::try_from(code) {
                        names.push((code, name.clone()));
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
        names
    }

    /// The width of a composite font's glyphs, and of those that have one of their own (9.7.4.3); none if more are said than
    /// a font has.
    fn widths_of(&self, font: &Dictionary) -> Option<(f32, BTreeMap<u32, f32>)> {
        const MAX_GLYPHS: i64 = 1 << 17;
        let glyphs = self.glyphs_of(font)?;
        let number = |object: &Object| self.resolved(object)?.as_float().ok();
        let default = self.entry(glyphs, b"DW").and_then(number).unwrap_or(1000.0);
        let mut widths = BTreeMap::new();
        let objects = self
            .entry(glyphs, b"W")
            .and_then(|objects| objects.as_array().ok());
        let mut objects = objects.into_iter().flatten();
        let mut left = MAX_GLYPHS;
        while let Some(first) = objects.next() {
            let first = self.resolved(first)?.as_i64().ok()?;
            let last = self.resolved(objects.next()?)?;
            let (said, following): (i64, Box<dyn Iterator<Item = Option<f32>>>) = match last {
                Object::Array(widths) => (
                    i64::try_from(widths.len()).ok()?,
                    Box::new(widths.iter().map(number)),
                ),
                last => {
                    let width = number(objects.next()?)?;
                    let said = last.as_i64().ok()?.checked_sub(first)?.checked_add(1)?;
                    (said, Box::new(std::iter::repeat(Some(width))))
                }
            };
            left -= said.max(0);
            if left < 0 {
                return None;
            }
            for (glyph, width) in (first..)
                .zip(following)
                .take(usize::try_from(said).unwrap_or_default())
            {
                widths.insert(u32::try_from(glyph).ok()?, width?);
            }
        }
        Some((default, widths))
    }

    /// The font whose glyphs a composite one shows (9.7.1).
    fn glyphs_of<'o>(&'o self, font: &'o Dictionary) -> Option<&'o Dictionary> {
        let fonts = self.entry(font, b"DescendantFonts")?.as_array().ok()?;
        self.resolved(fonts.first()?).and_then(dictionary)
    }

    /// Says the widths of glyphs one by one: the crate does not read them otherwise.
    fn set_widths(&mut self, font: &mut Dictionary, widths: &BTreeMap<u32, f32>) {
        let Some(mut glyphs) = self.glyphs_of(font).cloned() else {
            return;
        };
        let mut runs: Vec<(u32, Vec<Object>)> = Vec::new();
        for (glyph, width) in widths {
            match runs.last_mut() {
                Some((first, run)) if usize::try_from(*glyph - *first) == Ok(run.len()) => {
                    run.push(Object::Real(*width));
                }
                _ => runs.push((*glyph, vec![Object::Real(*width)])),
            }
        }
        let runs = runs
            .into_iter()
            .flat_map(|(first, run)| [Object::Integer(first.into()), Object::Array(run)]);
        glyphs.set("W", Object::Array(runs.collect()));
        let glyphs = self.document.add_object(glyphs);
        font.set("DescendantFonts", Object::Array(vec![glyphs.into()]));
    }
}

fn map_of(letters: &Letters) -> Stream {
    Stream::new(Dictionary::new(), cmap::written(letters))
}

#[cfg(test)]
mod tests {
    use crate::input::pdf::made_file::{form, read, shows, stream};

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

    /// The lines of a page that shows this in a font, which may have a map to letters and one to glyphs.
    fn shown(
        text: &str,
        font: &str,
        letters: Vec<u8>,
        glyphs: Vec<u8>,
    ) -> Result<Vec<String>, String> {
        let content = format!("BT /G 9 Tf 0 99 Td {text} Tj ET\n");
        read(stream("", content.as_bytes()), [letters, glyphs], font)
    }

    #[test]
    fn names_of_glyphs_are_read() {
        let font = |names: &str| {
            format!(
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica\
                 /Encoding<</Type/Encoding/Differences[65{names}]>>>>"
            )
        };
        let none = || stream("", b"");
        for (names, expected) in [
            ("/uni0533/u0575/uni05780582", "Գյու"),
            ("/y.alt/f_f_i/Agrave", "yffiÀ"),
            // Some fonts have names for ornaments that tell nothing.
            ("/x/g1/.notdef", "xBC"),
        ] {
            let lines = shown("(ABC)", &font(names), none(), none()).unwrap();
            assert_eq!(lines, [expected, "last"], "{names}");
        }
        let drawn = |names: &str| {
            format!(
                "<</Type/Font/Subtype/Type3/FirstChar 65/LastChar 66/Widths[9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>\
                 /Encoding<</Type/Encoding/Differences[65{names}]>>>>"
            )
        };
        let lines = shown("(AB)", &drawn("/a65/a66"), none(), none()).unwrap();
        assert_eq!(lines, ["AB", "last"]);
        let renumbered =
            "<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 1/LastChar 2/Widths[9 9]>>";
        for font in [&font("/g33/g34"), &drawn("/a0/a1"), renumbered] {
            let error = shown("<0102>", font, none(), none()).unwrap_err();
            assert!(error.contains("does not tell its letters"), "{error}");
        }
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

    #[test]
    fn letters_are_those_of_codes_whatever_glyphs_they_lead_to() {
        let font = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding 6 0 R/ToUnicode 5 0 R\
                    /DescendantFonts[<</Subtype/CIDFontType2/FontDescriptor<<>>/W[7 8 500]>>]>>";
        for (text, width, glyphs) in [
            ("<00010002>", 4, "begincidrange <0001> <0002> 7 endcidrange"),
            ("<00010002>", 4, "begincidchar <0001> 1 endcidchar"),
            ("<0102>", 2, "begincidrange <01> <02> 7 endcidrange"),
        ] {
            let code = |number: u32| format!("<{number:0width$X}>");
            let letters = format!("beginbfrange {} {} <0533> endbfrange", code(1), code(2));
            let space = format!(
                "begincodespacerange {} {} endcodespacerange ",
                code(0),
                code(255)
            );
            let letters = stream("", letters.as_bytes());
            let glyphs = stream("", (space + glyphs).as_bytes());
            let lines = shown(text, font, letters, glyphs).unwrap();
            assert_eq!(lines, ["ԳԴ", "last"], "{text}");
        }
        let mixed = b"begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange";
        let letters = stream("", b"beginbfchar <01> <0041> endbfchar");
        let error = shown("<01>", font, letters, stream("", mixed)).unwrap_err();
        assert!(error.contains("written in a way"), "{error}");
    }

    #[test]
    fn widths_are_read_however_they_are_said() {
        let font = |widths: &str| {
            format!(
                "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 5 0 R/DescendantFonts\
                 [<</Subtype/CIDFontType2/FontDescriptor<<>>/DW 0/W[{widths}]>>]>>"
            )
        };
        // With the width of the first letter the second stands close behind it, and without far off.
        let show = "<0001> Tj 9 0 Td <0001>";
        let letters = || stream("", b"beginbfchar <0001> <0041> endbfchar");
        for (widths, expected) in [("1 1 1000", "AA"), ("1[1000]", "AA"), ("2 2 1000", "A A")] {
            let lines = shown(show, &font(widths), letters(), form("", b"")).unwrap();
            assert_eq!(lines, [expected, "last"], "{widths}");
        }
    }
}
