//! Fonts of several bytes a code.

use crate::input::pdf::cmap::{self, Codes};
use crate::input::pdf::fonts::{Fonts, map_of};
use crate::input::pdf::form_fonts::dictionary;
use crate::input::pdf::unread::Why;
use pdf_extract::{Dictionary, Object, ObjectId};
use std::collections::BTreeMap;

impl Fonts<'_> {
    /// A font of several bytes a code (9.7), of which the codes are the numbers of glyphs.
    pub(super) fn composite(&mut self, mut font: Dictionary) -> Result<Dictionary, Why> {
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

#[cfg(test)]
mod tests {
    use crate::input::pdf::made_file::{form, shown, stream};

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
