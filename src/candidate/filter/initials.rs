//! Initials with an ending: ԱՄՆում is the US, Ирина is not Iran (ИРИ).

use crate::candidate::variant::QueryVariant;
use crate::index::NameRef;
use crate::key::Key;
use crate::model::name::NameKind;
use crate::query::Query;
use unicode_normalization::char::is_combining_mark;

/// Whether initials, if it is such a name, can be told from the ending that was stripped: by a mark
/// between them (ИРИ-на), or because they are written in capitals (ԱՄՆում). Ирина and ирина are
/// another word. A word in capitals throughout tells neither, and is read as in a text.
pub(in crate::candidate) fn is_told_from_ending(
    query: &Query,
    variant: &QueryVariant,
    name: NameRef<'_>,
) -> bool {
    let initials = name.text();
    if name.kind() != NameKind::Abbreviation
        || !variant.has_ending()
        || !initials.contains(char::is_uppercase)
    {
        return true;
    }
    let source = variant.source.clone();
    let behind = query.name.get(source.end..).unwrap_or_default();
    let stem = query.name.get(source).unwrap_or_default();
    let is_marked = !behind
        .trim_start_matches(is_combining_mark)
        .starts_with(char::is_alphabetic);
    let small = |text: &str| text.chars().filter(|c| c.is_lowercase()).count();
    // BiH has a small letter itself. Letters that were restored are none of the initials.
    Key::of(stem) == *variant.key() && (is_marked || small(stem) <= small(initials))
}
