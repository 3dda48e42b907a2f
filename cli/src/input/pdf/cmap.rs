//! What the codes in the strings of a font stand for: letters (ISO 32000-1, 9.10.3), or glyphs (9.7.5).

use crate::input::pdf::content::{Container, Token, Tokens, hexadecimal_digit};
use crate::input::pdf::unread::Why;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Codes that a map may have, the same one as often as it says: more than fonts have glyphs.
const MAX_CODES: u32 = 1 << 17;

/// The letters that codes stand for.
pub(super) type Letters = BTreeMap<u32, String>;

/// The letters that a map to them tells.
pub(super) fn letters(source: &[u8]) -> Result<Letters, Why> {
    let mut letters = Letters::new();
    let mut left = MAX_CODES;
    for Section { kind, operands } in Map::read(source)?.sections {
        match kind {
            Kind::Letters => {
                for pair in operands.chunks_exact(2) {
                    if let [Operand::Text(code), Operand::Text(text)] = pair {
                        count(1, &mut left)?;
                        letters.insert(number(code), utf16(text));
                    }
                }
            }
            Kind::LetterRanges => {
                for triple in operands.chunks_exact(3) {
                    let [Operand::Text(first), Operand::Text(last), of] = triple else {
                        continue;
                    };
                    let codes = number(first)..=number(last);
                    match of {
                        Operand::Text(text) => {
                            count(length(&codes), &mut left)?;
                            let start = utf16(text);
                            let following = (0..).map(|steps| moved(&start, steps));
                            letters.extend(codes.zip(following));
                        }
                        Operand::Array(texts) => {
                            let texts = texts.iter().map(|text| utf16(text));
                            letters.extend(codes.zip(texts));
                        }
                        Operand::Number(_) => {}
                    }
                }
            }
            _ => {}
        }
    }
    Ok(letters)
}

/// A map that the crate reads, of these letters.
pub(super) fn written(letters: &Letters) -> Vec<u8> {
    let mut runs: Vec<(u32, u32, &str)> = Vec::new();
    for (code, text) in letters {
        match runs.last_mut() {
            Some((first, last, start))
                if *last + 1 == *code && is_moved(start, code - *first, text) =>
            {
                *last = *code;
            }
            _ => runs.push((*code, *code, text)),
        }
    }
    let (single, ranges): (Vec<_>, Vec<_>) =
        runs.iter().partition(|(first, last, _)| first == last);
    let mut map = String::new();
    // Writing to a string does not fail.
    let _ = writeln!(map, "{} beginbfchar", single.len());
    for (code, _, text) in single {
        let _ = write!(map, "<{code:08X}> ");
        push_text(text, &mut map);
    }
    let _ = writeln!(map, "endbfchar\n{} beginbfrange", ranges.len());
    for (first, last, text) in ranges {
        let _ = write!(map, "<{first:08X}> <{last:08X}> ");
        push_text(text, &mut map);
    }
    map += "endbfrange\n";
    map.into_bytes()
}

fn push_text(text: &str, map: &mut String) {
    map.push('<');
    for unit in text.encode_utf16() {
        let _ = write!(map, "{unit:04X}");
    }
    map.push_str(">\n");
}

/// How the codes of a font's strings lead to its glyphs.
#[derive(Debug, PartialEq)]
pub(super) struct Codes {
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
    pub(super) fn read(source: &[u8]) -> Result<Codes, Why> {
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
    pub(super) fn are_glyphs(&self) -> bool {
        self.glyphs.iter().all(|(code, glyph)| code == glyph)
    }

    /// What codes have of which there is one for glyphs.
    pub(super) fn of_glyphs<T: Copy>(&self, told: &BTreeMap<u32, T>) -> BTreeMap<u32, T> {
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

/// Text in UTF-16, without halves of pairs; of one byte it is that letter, which some writers mean.
fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).flatten().collect()
}

/// A text whose last letter is so many code points further.
fn moved(text: &str, steps: u32) -> String {
    let mut moved = text.to_owned();
    if let Some(last) = moved.pop() {
        moved.extend(u32::from(last).checked_add(steps).and_then(char::from_u32));
    }
    moved
}

/// Whether the crate counts from a letter to another in so many steps.
fn is_moved(start: &str, steps: u32, text: &str) -> bool {
    let unit = |text: &str| {
        let mut units = text.encode_utf16();
        let unit = units.next().map(u32::from);
        unit.filter(|_| units.next().is_none())
    };
    unit(start).is_some_and(|start| unit(text) == Some(start + steps))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> Vec<(u32, String)> {
        letters(source.as_bytes()).unwrap().into_iter().collect()
    }

    #[test]
    fn letters_are_read_and_written() {
        let source = "/CIDInit /ProcSet findresource begin << /Registry (Adobe) >> def\n\
            1 begincodespacerange<0000><FFFF>endcodespacerange % a comment\n\
            9 beginbfchar<01> <0041>\n<02><00420043> <03> <D83DDE00><04><> <05><44> <06><D800>endbfchar\n\
            beginbfrange <10> <12> <0533> <20><21>[<0061> <00620063>] <30><31><D83DDE00> <41> <40> <0041>\n\
            <50><51><00610062> endbfrange";
        let expected = [
            (1, "A"),
            (2, "BC"),
            (3, "😀"),
            (4, ""),
            (5, "D"),
            (6, ""),
            (16, "Գ"),
            (17, "Դ"),
            (18, "Ե"),
            (32, "a"),
            (33, "bc"),
            (48, "😀"),
            (49, "😁"),
            (80, "ab"),
            (81, "ac"),
        ];
        let expected = expected.map(|(code, text)| (code, text.to_owned()));
        assert_eq!(told(source), expected);
        let written = String::from_utf8(written(&expected.iter().cloned().collect())).unwrap();
        assert!(
            written.contains("<00000010> <00000012> <0533>\n"),
            "{written}"
        );
        assert_eq!(told(&written), expected);
    }

    #[test]
    fn what_is_cut_off_or_endless_is_no_map() {
        for (source, why) in [
            ("beginbfchar <01> <0041>", Why::Damaged),
            ("beginbfchar <01> <00zz> endbfchar", Why::Damaged),
            (
                "beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange",
                Why::Written,
            ),
            ("beginbfchar <01> /A endbfchar", Why::Written),
        ] {
            assert_eq!(letters(source.as_bytes()), Err(why), "{source}");
        }
        assert_eq!(letters(b"garbage [ << ) 1 2"), Ok(Letters::new()));
    }

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

    #[test]
    fn maps_of_a_few_tokens_are_errors_or_what_is_written_of_them() {
        const WORDS: [&str; 12] = [
            "beginbfchar",
            "endbfchar",
            "beginbfrange",
            "endbfrange",
            "begincidrange",
            "endcidrange",
            "<00>",
            "<0003>",
            "<D83DDE00>",
            "[",
            "]",
            "7",
        ];
        const LENGTH: u32 = 5;
        let mut read = 0;
        for number in 0..WORDS.len().pow(LENGTH) {
            let word = |at| WORDS[number / WORDS.len().pow(at) % WORDS.len()];
            let source: Vec<&str> = (0..LENGTH).map(word).collect();
            let source = source.join(" ");
            if let Ok(map) = letters(source.as_bytes()) {
                assert_eq!(letters(&written(&map)), Ok(map.clone()), "{source}");
                read += usize::from(!map.is_empty());
            }
            let _ = Codes::read(source.as_bytes());
        }
        assert!(read > 0);
    }
}
