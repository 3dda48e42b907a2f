//! CoNLL: a word a line, its tag in the last column, an empty line after a sentence.

use crate::gold::{Gold, Span};

/// The text, its words joined by spaces, its sentences by empty lines, with the spans of these
/// tags. A tag inside (I-) that continues nothing begins a span.
///
/// # Errors
/// A file in which no word has a tag is something else.
pub fn parse(rows: &str, tags: &[String]) -> Result<Gold, String> {
    let mut gold = Gold::default();
    let mut tagged = false;
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
        let last = columns.next_back().unwrap_or_default();
        let (begins, tag) = match last.split_once(['-', '_']) {
            Some((position, tag)) => (position != "I", tag),
            None => (true, "O"),
        };
        tagged |= is_tag(last);
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
    match tagged {
        true => Ok(gold),
        false => Err("no row ends with a tag, such as O, B-LOC or I-LOC".to_owned()),
    }
}

/// Whether a column holds a tag.
fn is_tag(column: &str) -> bool {
    let position = column.split_once(['-', '_']).map(|(position, _)| position);
    column == "O" || position.is_some_and(|position| ["B", "I", "E", "S"].contains(&position))
}

/// A word without the markup that dumps of wikis leave in it.
fn plain(word: &str) -> String {
    word.replace("<nowiki/>", "")
}
