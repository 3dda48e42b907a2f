//! Initials with an ending: ԱՄՆում is the US, Ирина is not Iran (ИРИ).

use crate::candidate::variant::QueryVariant;
use crate::index::NameRef;
use crate::key::Key;
use crate::model::name::NameKind;
use crate::query::Query;
use unicode_normalization::char::is_combining_mark;

/// Whether initials, if it is such a name, can be told from the ending that came off: by a mark
/// between them (ИРИ-на), or because they are written in capitals (ԱՄՆում). Ирина and ирина are
/// another word. A word in capitals throughout tells neither, and is read as in a text.
pub(in crate::candidate) fn is_told_from_ending(
    query: &Query,
    variant: &QueryVariant,
    name: NameRef<'_>,
) -> bool {
    let small = |text: &str| text.chars().filter(|c| c.is_lowercase()).count();
    let (query, initials) = (query.name.as_str(), name.text());
    if name.kind() != NameKind::Abbreviation
        || !variant.has_ending()
        || !initials.contains(char::is_uppercase)
    {
        return true;
    }
    word_starts(query).any(|start| {
        let (stem, ending) = split_letters(&query[start..], letters_in(&variant.text));
        let marked = !ending
            .trim_start_matches(is_combining_mark)
            .starts_with(char::is_alphabetic);
        // BiH has a small letter itself.
        Key::of(stem) == *variant.key() && (marked || small(stem) <= small(initials))
    })
}

fn letters_in(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// Where letters follow what is none.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let before = std::mem::replace(&mut inside, c.is_alphabetic() || is_combining_mark(c));
        (inside && !before).then_some(at)
    })
}

/// A text up to its letter of some number, and the rest.
fn split_letters(text: &str, count: usize) -> (&str, &str) {
    let mut letters = text.char_indices().filter(|(_, c)| c.is_alphabetic());
    let last = count.checked_sub(1).and_then(|last| letters.nth(last));
    text.split_at(last.map_or(0, |(at, c)| at + c.len_utf8()))
}
