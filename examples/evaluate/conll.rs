//! CoNLL: a word a line, its tag in the last column, an empty line after a sentence.

use crate::gold::{Gold, Span};

/// The text, its words joined by spaces, its sentences by empty lines, with the spans of these
/// tags. A tag inside (I-) that continues nothing begins a span.
pub fn parse(rows: &str, tags: &[String]) -> Gold {
    let mut gold = Gold::default();
    let mut inside = false;
    for row in rows.lines() {
        let mut columns = row.split([' ', '\t']).filter(|column| !column.is_empty());
        let Some(word) = columns.next().map(plain).filter(|word| !word.is_empty()) else {
            if !row.contains(' ') && !gold.text.is_empty() && !gold.text.ends_with('\n') {
                gold.text.push_str("\n\n");
                inside = false;
            }
            continue;
        };
        if !gold.text.is_empty() && !gold.text.ends_with('\n') {
            gold.text.push(' ');
        }
        let start = gold.text.len();
        gold.text.push_str(&word);
        let range = start..gold.text.len();
        gold.words.push(range.clone());
        let (begins, tag) = match columns.next_back().unwrap_or("O").split_once(['-', '_']) {
            Some((position, tag)) => (position != "I", tag),
            None => (true, "O"),
        };
        let is_place = tags.iter().any(|known| known == tag);
        match gold.spans.last_mut() {
            Some(span) if is_place && inside && !begins => span.range.end = range.end,
            _ if is_place => gold.spans.push(Span {
                range,
                ..Span::default()
            }),
            _ => {}
        }
        inside = is_place;
    }
    gold
}

/// A word without the markup that dumps of wikis leave in it.
fn plain(word: &str) -> String {
    word.replace("<nowiki/>", "")
}
