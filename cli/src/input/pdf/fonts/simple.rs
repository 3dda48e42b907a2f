//! Fonts of one byte a code.

use crate::input::pdf::cmap::{self, Letters};
use crate::input::pdf::fonts::Fonts;
use crate::input::pdf::form_fonts::dictionary;
use crate::input::pdf::glyph_names;
use crate::input::pdf::unread::Why;
use pdf_extract::{Dictionary, Object};

/// The encoding of fonts that say nothing.
const STANDARD: &[u8] = b"StandardEncoding";

/// Whether a font draws its glyphs by operators (9.6.5). Those that TeX's printers write call each by the letter a and its code,
/// which stands for the letter that it is in other fonts; other writers count glyphs so from 0 on.
fn is_drawn(font: &Dictionary) -> bool {
    matches!(font.get(b"Subtype").and_then(Object::as_name), Ok(b"Type3"))
}

/// Whether names of glyphs, with their codes, are numbers alone that tell no letters.
fn are_numbers(names: &[(u32, Vec<u8>)], is_drawn: bool) -> bool {
    let named = || names.iter().filter(|(_, name)| name != b".notdef");
    let count = named().count();
    let are_counted = named().map(|(code, _)| *code).eq(0..count as u32);
    let is_code = |code: u32, name: &[u8]| {
        let digits = name
            .strip_prefix(b"a")
            .and_then(|digits| std::str::from_utf8(digits).ok());
        let number = digits.and_then(|digits| digits.parse::<u32>().ok());
        number.map(|number| number == code && !are_counted)
    };
    count > 0
        && named().all(|(code, name)| {
            glyph_names::is_number(name) || is_drawn && is_code(*code, name) == Some(false)
        })
}

impl Fonts<'_> {
    /// A font of one byte a code, whose map tells all letters that its names of glyphs tell as well (9.6.6).
    pub(super) fn simple(&mut self, mut font: Dictionary) -> Result<Dictionary, Why> {
        let mut letters = match self.map_of(&font) {
            Some(map) => cmap::letters(&self.unpacked(map)?)?,
            None => Letters::new(),
        };
        let names = self.names_of(&font);
        if letters.is_empty() && self.is_renumbered(&font) {
            return Err(Why::Font);
        }
        if letters.is_empty() && are_numbers(&names, is_drawn(&font)) {
            return Err(Why::Font);
        }
        for (code, name) in names {
            if let Some(told) = glyph_names::letters(&name) {
                letters.entry(code).or_insert(told);
            }
        }
        if self.is_standard(&font) {
            for code in 0..=255_u8 {
                let letter = letters.entry(code.into());
                letter.or_insert_with(|| glyph_names::standard(code));
            }
            self.forget_standard(&mut font);
        }
        // The crate panics where they are not as many as is said.
        let widths = self
            .entry(&font, b"Widths")
            .and_then(|widths| widths.as_array().ok());
        let first = self
            .entry(&font, b"FirstChar")
            .and_then(|first| first.as_i64().ok());
        let said = widths.and_then(|widths| i64::try_from(widths.len()).ok());
        if let Some(last) = first
            .zip(said)
            .and_then(|(first, said)| first.checked_add(said - 1))
        {
            font.set("LastChar", last);
        }
        font.remove(b"ToUnicode");
        if !letters.is_empty() {
            font.set("ToUnicode", self.add_map(&letters));
        }
        Ok(font)
    }

    /// Whether the codes that a font gives no names stand for the letters of the standard encoding: it says so, or is none of its
    /// own and says nothing (table 114).
    fn is_standard(&self, font: &Dictionary) -> bool {
        let encoding = self.entry(font, b"Encoding");
        let base = match encoding.map(|encoding| (encoding, dictionary(encoding))) {
            Some((_, Some(encoding))) => self.entry(encoding, b"BaseEncoding"),
            Some((name, None)) => Some(name),
            None => None,
        };
        match base.and_then(|base| base.as_name().ok()) {
            Some(name) => name == STANDARD,
            None => {
                let name = font.get(b"BaseFont").and_then(Object::as_name);
                let descriptor = self.entry(font, b"FontDescriptor").and_then(dictionary);
                let has = |key| descriptor.is_some_and(|descriptor| descriptor.has(key));
                matches!(
                    font.get(b"Subtype").and_then(Object::as_name),
                    Ok(b"Type1" | b"MMType1")
                ) && !matches!(name, Ok(b"Symbol" | b"ZapfDingbats"))
                    && ![&b"FontFile"[..], b"FontFile2", b"FontFile3"]
                        .into_iter()
                        .any(has)
            }
        }
    }

    /// Takes the name of the standard encoding out of a font: the crate does not know it.
    fn forget_standard(&self, font: &mut Dictionary) {
        let Some(encoding) = self.entry(font, b"Encoding") else {
            return;
        };
        match dictionary(encoding).cloned() {
            Some(mut encoding) => {
                if self.entry(&encoding, b"BaseEncoding").is_some() {
                    encoding.remove(b"BaseEncoding");
                    font.set("Encoding", encoding);
                }
            }
            None => {
                font.remove(b"Encoding");
            }
        }
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
}

#[cfg(test)]
mod tests {
    use crate::input::pdf::made_file::{shown, stream};

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
        let counted = drawn("/a0/a1").replace("[65", "[0");
        let lines = shown("(AB)", &drawn("/a65/a66"), none(), none()).unwrap();
        assert_eq!(lines, ["AB", "last"]);
        let renumbered =
            "<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 1/LastChar 2/Widths[9 9]>>";
        for font in [&font("/g33/g34"), &drawn("/a0/a1"), &counted, renumbered] {
            let error = shown("<0102>", font, none(), none()).unwrap_err();
            assert!(error.contains("does not tell its letters"), "{error}");
        }
    }

    #[test]
    fn codes_without_names_have_the_letters_of_the_standard_encoding() {
        let none = || stream("", b"");
        let font = |entries: &str| {
            format!(
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 0/LastChar 0/Widths[9]{entries}>>"
            )
        };
        let map = || stream("", b"beginbfchar <41> <0533> endbfchar");
        for (entries, map, expected) in [
            ("", none(), "Aıfi"),
            ("/ToUnicode 5 0 R", map(), "Գıfi"),
            ("/Encoding/StandardEncoding", none(), "Aıfi"),
            (
                "/Encoding<</Type/Encoding/BaseEncoding/StandardEncoding/Differences[65/B]>>",
                none(),
                "Bıfi",
            ),
            ("/Encoding<</Differences[65/B]>>", none(), "Bıfi"),
            ("/Encoding/WinAnsiEncoding", none(), "Aõ®"),
        ] {
            let lines = shown("<41F5AE>", &font(entries), map, none()).unwrap();
            assert_eq!(lines[0].replace('ﬁ', "fi"), expected, "{entries}");
        }
    }
}
