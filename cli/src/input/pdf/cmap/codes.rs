//! Maps of codes to glyphs (ISO 32000-1, 9.7.5).

use crate::input::pdf::cmap::{Kind, MAX_CODES, Map, Operand, Section, count, length, number};
use crate::input::pdf::unread::Why;
use std::collections::BTreeMap;

/// How the codes of a font's strings lead to its glyphs.
#[derive(Debug, PartialEq)]
pub(in crate::input::pdf) struct Codes {
    /// The bytes of each code: 1 or 2.
    pub width: usize,
    /// Whether codes that have no glyph here have that of their own number.
    is_added: bool,
    /// The glyphs of codes.
    glyphs: BTreeMap<u32, u32>,
}

impl Codes {
    /// The codes of a map to glyphs. Those of more than two bytes are not read, nor those of which some have more bytes
    /// than others, nor maps that need another one.
    pub(in crate::input::pdf) fn read(source: &[u8]) -> Result<Codes, Why> {
        let map = Map::read(source)?;
        let mut width = None;
        let mut glyphs = BTreeMap::new();
        let mut left = MAX_CODES;
        for Section { kind, operands } in map.sections {
            match kind {
                Kind::CodeSpaces => {
                    for text in operands {
                        let Operand::Text(code) = text else {
                            continue;
                        };
                        if *width.get_or_insert(code.len()) != code.len() {
                            return Err(Why::Written);
                        }
                    }
                }
                Kind::Glyphs => {
                    for pair in operands.chunks_exact(2) {
                        if let [Operand::Text(code), Operand::Number(glyph)] = pair {
                            count(1, &mut left)?;
                            glyphs.insert(number(code), *glyph);
                        }
                    }
                }
                Kind::GlyphRanges => {
                    for triple in operands.chunks_exact(3) {
                        if let [
                            Operand::Text(first),
                            Operand::Text(last),
                            Operand::Number(glyph),
                        ] = triple
                        {
                            let codes = number(first)..=number(last);
                            count(length(&codes), &mut left)?;
                            glyphs.extend(codes.zip(*glyph..));
                        }
                    }
                }
                Kind::Letters | Kind::LetterRanges => {}
            }
        }
        let is_added = match map.base.as_deref() {
            None => false,
            Some(b"Identity-H" | b"Identity-V") => true,
            Some(_) => return Err(Why::Written),
        };
        match width.or(is_added.then_some(2)) {
            Some(width @ 1..=2) => Ok(Codes {
                width,
                is_added,
                glyphs,
            }),
            _ => Err(Why::Written),
        }
    }

    /// Whether each code is the number of its glyph.
    pub(in crate::input::pdf) fn are_glyphs(&self) -> bool {
        self.glyphs.iter().all(|(code, glyph)| code == glyph)
    }

    /// What codes have of which there is one for glyphs.
    pub(in crate::input::pdf) fn of_glyphs<T: Copy>(
        &self,
        told: &BTreeMap<u32, T>,
    ) -> BTreeMap<u32, T> {
        let own = told.iter().filter(|_| self.is_added);
        let own = own.map(|(glyph, told)| (*glyph, *told));
        let mut of_codes: BTreeMap<u32, T> = own.collect();
        for (code, glyph) in &self.glyphs {
            match told.get(glyph) {
                Some(told) => of_codes.insert(*code, *told),
                None => of_codes.remove(code),
            };
        }
        of_codes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_to_glyphs() {
        let space = |first: &str, last: &str| {
            format!("1 begincodespacerange <{first}> <{last}> endcodespacerange ")
        };
        let widths = BTreeMap::from([(3, 30), (5, 50), (6, 60)]);
        for (source, width, expected) in [
            (
                space("00", "FF") + "begincidrange <00> <02> 5 endcidrange",
                1,
                &[(0, 50), (1, 60)][..],
            ),
            (
                space("0000", "FFFF") + "begincidchar <0003> 3 endcidchar",
                2,
                &[(3, 30)],
            ),
            (
                "/Identity-H usecmap".to_owned(),
                2,
                &[(3, 30), (5, 50), (6, 60)],
            ),
            (
                "/Identity-H usecmap begincidchar <0003> 5 <0005> 4 endcidchar".to_owned(),
                2,
                &[(3, 50), (6, 60)],
            ),
        ] {
            let codes = Codes::read(source.as_bytes()).unwrap();
            assert_eq!(codes.width, width, "{source}");
            let of_codes: Vec<_> = codes.of_glyphs(&widths).into_iter().collect();
            assert_eq!(of_codes, expected, "{source}");
        }
        for source in [
            String::new(),
            space("00", "FFFF"),
            space("000000", "FFFFFF"),
            "/GBK-EUC-H usecmap ".to_owned() + &space("00", "FF"),
        ] {
            assert_eq!(
                Codes::read(source.as_bytes()),
                Err(Why::Written),
                "{source}"
            );
        }
    }
}
