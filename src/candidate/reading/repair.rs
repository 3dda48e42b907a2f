//! Repairs: letters that a wrong encoding broke (`Ä°zmir`, `Ø¨Ø§ÙƒÙˆ`), and letters that were
//! replaced by a question mark (`G?mri`).

use crate::candidate::reading::named;
use crate::candidate::source::{Reach, Search};
use crate::key::{Key, letter};
use crate::query::Query;
use crate::text::encoding::decodings;

/// Maximum number of letters that are looked for in one name.
const MAX_LOST: usize = 2;

/// The longest name, in letters, in which lost letters are looked for.
const MAX_LETTERS: usize = 40;

/// What a query may have been before its letters were broken.
pub(super) fn repaired(source: Search<'_>, query: &Query) -> Vec<String> {
    let decoded = decodings(&query.name);
    match decoded.is_empty() {
        false => decoded,
        true => found_again(source, query),
    }
}

/// The names that the query is but for letters that a question mark stands for.
fn found_again(source: Search<'_>, query: &Query) -> Vec<String> {
    let lost = |c: char| matches!(c, '?' | '\u{FFFD}');
    let name = query.name.trim_matches(|c: char| c.is_whitespace());
    let count = name.chars().filter(|c| lost(*c)).count();
    let known = name.chars().filter(|c| c.is_alphabetic()).count();
    if !(1..=MAX_LOST).contains(&count) || known < 2 * count + 1 || known > MAX_LETTERS {
        return Vec::new();
    }
    let space = Key::of(&name.replace(lost, "")).space();
    let letters: Vec<char> = letter::alphabet(space).collect();
    let mut spellings = vec![name.to_owned()];
    for _ in 0..count {
        let fill = |spelling: &String| {
            let at = spelling.find(lost).unwrap_or(0);
            let (before, behind) = (spelling[..at].to_owned(), spelling[at..].to_owned());
            let letters = letters.clone().into_iter();
            letters.map(move |letter| {
                let mut rest = behind.chars();
                rest.next();
                format!("{before}{letter}{}", rest.as_str())
            })
        };
        spellings = spellings.iter().flat_map(fill).collect();
    }
    spellings.retain(|spelling| {
        let query = query.clone().name(spelling.as_str());
        !named(source, &query, Reach::Whole).is_empty()
    });
    spellings
}
