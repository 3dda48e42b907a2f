//! The words around a mention, as a reader wants them beside it.

use std::ops::Range;

/// At most so many characters stand before a mention, and behind it.
const MAX_CHARS: usize = 80;

/// The text before and behind a mention: its sentence, cut to whole words where that is long, with
/// one blank for each run of them.
pub(crate) fn around(text: &str, mention: Range<usize>) -> (String, String) {
    let sentence = sentence(text, mention.clone());
    let before = joined(&text[sentence.start..mention.start]);
    let behind = joined(&text[mention.end..sentence.end]);
    (before.trim_start().to_owned(), behind.trim_end().to_owned())
}

/// Where the sentence of a mention is, cut to whole words where it is long.
pub(crate) fn sentence(text: &str, mention: Range<usize>) -> Range<usize> {
    begin(&text[..mention.start])..mention.end + end(&text[mention.end..])
}

fn begin(before: &str) -> usize {
    let mut start = before.len();
    for (count, (at, c)) in before.char_indices().rev().enumerate() {
        if ends_sentence(c) {
            break;
        }
        if count == MAX_CHARS {
            let word = before[start..].find(char::is_whitespace);
            return word.map_or(start, |blank| start + blank);
        }
        start = at;
    }
    start
}

fn end(behind: &str) -> usize {
    for (count, (at, c)) in behind.char_indices().enumerate() {
        if c == '\n' {
            return at;
        }
        if ends_sentence(c) {
            return at + c.len_utf8();
        }
        if count == MAX_CHARS {
            return behind[..at].rfind(char::is_whitespace).unwrap_or(at);
        }
    }
    behind.len()
}

/// Full stops of the scripts that are read, questions, exclamations and line ends. A point inside of
/// an abbreviation ends the snippet too soon, which does no harm.
fn ends_sentence(c: char) -> bool {
    matches!(c, '\n' | '.' | '!' | '?' | '؟' | '։' | '۔' | '…')
}

/// One blank for each run of blanks.
fn joined(text: &str) -> String {
    let mut joined = String::new();
    for c in text.chars() {
        match c.is_whitespace() || c.is_control() {
            true if joined.ends_with(' ') => {}
            true => joined.push(' '),
            false => joined.push(c),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{MAX_CHARS, around};

    fn of(text: &str, name: &str) -> (String, String) {
        let at = text.find(name).unwrap();
        around(text, at..at + name.len())
    }

    #[test]
    fn a_snippet_is_the_sentence() {
        let text = "First one. They  met\tin Gyumri on Monday. Then no more.";
        let (before, behind) = of(text, "Gyumri");
        assert_eq!(
            (before.as_str(), behind.as_str()),
            ("They met in ", " on Monday.")
        );
        let (before, behind) = of("وصل إلى يريفان اليوم؟ نعم", "يريفان");
        assert_eq!((before.as_str(), behind.as_str()), ("وصل إلى ", " اليوم؟"));
        assert_eq!(of("Baku", "Baku"), (String::new(), String::new()));
    }

    #[test]
    fn long_ones_are_cut_between_words() {
        let text = format!("{0}Baku{0}", " слово".repeat(100) + " ");
        let (before, behind) = of(&text, "Baku");
        assert!(
            before.starts_with("слово ") && before.ends_with("слово "),
            "{before}"
        );
        assert!(
            behind.starts_with(" слово") && behind.ends_with("слово"),
            "{behind}"
        );
        assert!(before.chars().count() <= MAX_CHARS && behind.chars().count() <= MAX_CHARS);
        let unbroken = format!("{0}Baku{0}", "ж".repeat(1000));
        let (before, behind) = of(&unbroken, "Baku");
        assert!(before.chars().count() <= MAX_CHARS && behind.chars().count() <= MAX_CHARS);
    }
}
