//! Maps of codes to letters (ISO 32000-1, 9.10.3).

use crate::input::pdf::cmap::{Kind, MAX_CODES, Map, Operand, Section, count, length, number};
use crate::input::pdf::unread::Why;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The letters that codes stand for.
pub(in crate::input::pdf) type Letters = BTreeMap<u32, String>;

/// The letters that a map to them tells.
pub(in crate::input::pdf) fn letters(source: &[u8]) -> Result<Letters, Why> {
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
pub(in crate::input::pdf) fn written(letters: &Letters) -> Vec<u8> {
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
    use crate::input::pdf::cmap::Codes;

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
