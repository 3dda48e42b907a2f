//! Segments: a query cut at the marks that part a name from what stands beside it.
//!
//! `Goris (Syunik Province), Armenia` has three. What the segments are is told by the gazetteer, not
//! here.

use std::ops::Range;

/// Maximum number of segments; what follows belongs to the last one.
pub(crate) const MAX_SEGMENTS: usize = 6;

/// Maximum number of words that are parted without a mark between them: a name with two units around
/// it and the words for their kinds has no more.
pub(crate) const MAX_WORDS: usize = 9;

/// The bytes of the segments of a query, in their order; those without a letter are left out.
pub(crate) fn segments(text: &str) -> Vec<Range<usize>> {
    let mut segments: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut add = |range: Range<usize>| {
        let Some(part) = text.get(range.clone()) else {
            return;
        };
        if !part.chars().any(char::is_alphabetic) {
            return;
        }
        let outer = |c: char| c.is_whitespace() || matches!(c, '"' | '«' | '»' | '“' | '”');
        let from = range.start + part.len() - part.trim_start_matches(outer).len();
        let to = range.end - (part.len() - part.trim_end_matches(outer).len());
        match segments.len() < MAX_SEGMENTS {
            true => segments.push(from..to),
            false => segments[MAX_SEGMENTS - 1].end = to,
        }
    };
    for (at, mark) in text.char_indices() {
        if is_separator(text, at, mark) {
            add(start..at);
            start = at + mark.len_utf8();
        }
    }
    add(start..text.len());
    segments
}

/// Whether a character parts segments. A dash does with a blank on either side, or if it is no
/// hyphen; a colon does unless it stands in an id or a time.
fn is_separator(text: &str, at: usize, mark: char) -> bool {
    let (before, after) = (&text[..at], &text[at + mark.len_utf8()..]);
    match mark {
        ',' | '،' | '、' | '，' | ';' | '؛' | '/' | '\\' | '(' | ')' | '[' | ']' | '|' | '>'
        | '→' | '•' | '\n' | '\r' | '\t' | '–' | '—' => true,
        '-' => before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace),
        ':' => !before.ends_with(char::is_numeric) || !after.starts_with(char::is_numeric),
        _ => false,
    }
}

/// The bytes of the words of a part of a query, each with whether a hyphen joins it to the word
/// before.
pub(crate) fn words(text: &str, part: Range<usize>) -> Vec<(Range<usize>, bool)> {
    let mut words = Vec::new();
    let Some(inside) = text.get(part.clone()) else {
        return words;
    };
    let (mut start, mut hyphen) = (None, false);
    for (at, c) in inside.char_indices().chain([(inside.len(), ' ')]) {
        let parts = c.is_whitespace() || is_hyphen(c);
        match start {
            None if !parts => start = Some(at),
            Some(from) if parts => {
                words.push((part.start + from..part.start + at, hyphen));
                (start, hyphen) = (None, is_hyphen(c));
            }
            _ => {}
        }
    }
    words
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{058A}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        segments(text)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn marks_part_segments() {
        for text in [
            "Goris, Armenia",
            "Goris ،Armenia",
            "Goris; Armenia",
            "Goris/Armenia",
            "Goris (Armenia)",
            "[Goris] Armenia",
            "Goris - Armenia",
            "Goris—Armenia",
            "Goris | Armenia",
            "Goris: Armenia",
            "Goris > Armenia >",
            "Goris\r\nArmenia",
            "\"Goris\", , «Armenia»",
        ] {
            assert_eq!(cut(text), ["Goris", "Armenia"], "{text}");
        }
        assert_eq!(cut("Mersin-Icel"), ["Mersin-Icel"]);
        assert_eq!(cut(" , (-) 12/7"), [""; 0]);
    }

    #[test]
    fn the_last_segment_takes_the_rest() {
        assert_eq!(cut("a,b,c,d,e,f,g,h").last(), Some(&"f,g,h"));
    }

    #[test]
    fn words_know_their_hyphens() {
        let text = "x Mersin-Icel il";
        let words = words(text, 2..text.len());
        let words: Vec<_> = words
            .into_iter()
            .map(|(word, hyphen)| (&text[word], hyphen))
            .collect();
        assert_eq!(words, [("Mersin", false), ("Icel", true), ("il", false)]);
    }
}
