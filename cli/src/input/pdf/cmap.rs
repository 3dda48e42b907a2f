//! What the codes in the strings of a font stand for: letters (ISO 32000-1, 9.10.3), or glyphs (9.7.5).

mod codes;
mod letters;

pub(super) use crate::input::pdf::cmap::codes::Codes;
pub(super) use crate::input::pdf::cmap::letters::{Letters, letters, written};

use crate::input::pdf::content::{Container, Token, Tokens, hexadecimal_digit};
use crate::input::pdf::unread::Why;

/// Codes that a map may have, the same one as often as it says: more than fonts have glyphs.
const MAX_CODES: u32 = 1 << 17;

/// What is said of codes at once.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    CodeSpaces,
    Letters,
    LetterRanges,
    Glyphs,
    GlyphRanges,
}

impl Kind {
    /// By the operator that begins it, and the one that ends it.
    fn of(word: &[u8]) -> Option<(Kind, &'static [u8])> {
        Some(match word {
            b"begincodespacerange" => (Kind::CodeSpaces, b"endcodespacerange"),
            b"beginbfchar" => (Kind::Letters, b"endbfchar"),
            b"beginbfrange" => (Kind::LetterRanges, b"endbfrange"),
            b"begincidchar" => (Kind::Glyphs, b"endcidchar"),
            b"begincidrange" => (Kind::GlyphRanges, b"endcidrange"),
            _ => return None,
        })
    }
}

enum Operand {
    Text(Vec<u8>),
    Number(u32),
    Array(Vec<Vec<u8>>),
}

struct Section {
    kind: Kind,
    operands: Vec<Operand>,
}

/// What stands in a map.
struct Map {
    sections: Vec<Section>,
    /// The map that it is added to.
    base: Option<Vec<u8>>,
}

impl Map {
    fn read(source: &[u8]) -> Result<Map, Why> {
        let mut map = Map {
            sections: Vec::new(),
            base: None,
        };
        let mut tokens = Tokens::of_map(source);
        let mut name: &[u8] = b"";
        let mut open: Option<(Section, &[u8])> = None;
        let mut array: Option<Vec<Vec<u8>>> = None;
        while let Some(token) = tokens.next().map_err(|_| Why::Damaged)? {
            let Some((section, end)) = &mut open else {
                match token {
                    Token::Name(of_base) => name = of_base,
                    Token::Word(b"usecmap") => map.base = Some(name.to_vec()),
                    Token::Word(word) => {
                        let begun = Kind::of(word);
                        open = begun.map(|(kind, end)| {
                            let operands = Vec::new();
                            (Section { kind, operands }, end)
                        });
                    }
                    _ => {}
                }
                continue;
            };
            let operand = match token {
                Token::Hexadecimal(text) => match &mut array {
                    Some(texts) => {
                        texts.push(bytes(text));
                        continue;
                    }
                    None => Operand::Text(bytes(text)),
                },
                Token::Number(digits) => {
                    let number = std::str::from_utf8(digits).ok();
                    let number = number.and_then(|digits| digits.parse().ok());
                    Operand::Number(number.ok_or(Why::Written)?)
                }
                Token::Open(Container::Array) => {
                    array = Some(Vec::new());
                    continue;
                }
                Token::Close(Container::Array) => match array.take() {
                    Some(texts) => Operand::Array(texts),
                    None => continue,
                },
                Token::Word(word) if word == *end => {
                    map.sections.extend(open.take().map(|(section, _)| section));
                    continue;
                }
                // Names of glyphs stand for letters there, and text between parentheses for that between others; nobody writes so.
                _ => return Err(Why::Written),
            };
            section.operands.push(operand);
        }
        match open {
            Some(_) => Err(Why::Damaged),
            None => Ok(map),
        }
    }
}

fn count(codes: u32, left: &mut u32) -> Result<(), Why> {
    *left = left.checked_sub(codes).ok_or(Why::Written)?;
    Ok(())
}

fn length(codes: &std::ops::RangeInclusive<u32>) -> u32 {
    let steps = codes.end().checked_sub(*codes.start());
    steps.map_or(0, |steps| steps.saturating_add(1))
}

fn bytes(digits: &[u8]) -> Vec<u8> {
    let digits = digits.iter().filter_map(|digit| hexadecimal_digit(*digit));
    let digits: Vec<u8> = digits.collect();
    let pairs = digits.chunks(2);
    pairs
        .map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0))
        .collect()
}

fn number(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}
