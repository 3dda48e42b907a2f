//! Latin script: letters that are two, spelled out.

use crate::text::normalize::Rewrite;

/// German, Danish, French, Icelandic and medieval digraph letters, as they are spelled where
/// they cannot be typed. (ĳ, ǆ, ﬁ and the like decompose; diacritics stay.)
pub(super) fn rewrite(c: char) -> Option<Rewrite> {
    let (first, second) = match c {
        'ß' => ('s', 's'),
        'æ' => ('a', 'e'),
        'œ' => ('o', 'e'),
        'þ' => ('t', 'h'),
        'ꜳ' => ('a', 'a'),
        'ꜵ' => ('a', 'o'),
        'ꜷ' => ('a', 'u'),
        'ꜹ' | 'ꜻ' => ('a', 'v'),
        'ꜽ' => ('a', 'y'),
        'ꝏ' => ('o', 'o'),
        'ꝡ' => ('v', 'y'),
        'ꜩ' => ('t', 'z'),
        _ => return None,
    };
    Some(Rewrite::Two(first, second))
}
