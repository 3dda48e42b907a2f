//! Repairs: a postal code that says nothing of the place, letters that a wrong encoding broke
//! (`Ä°zmir`, `Ø¨Ø§ÙƒÙˆ`) or that were replaced by a question mark (`G?mri`), and digits of chat
//! letters (`7oms`, `zar2a`).

use crate::candidate::name_hit::{NameHit, change_variants};
use crate::candidate::reading::{Found, Reader, find, frame, named, read_as};
use crate::candidate::source::{Reach, Search};
use crate::key::{Key, letter};
use crate::model::evidence::StrippedAffix;
use crate::phonetic::sound::romanization::RomanizedName;
use crate::query::Query;
use crate::query::postcode::postcode;
use crate::text::encoding::decodings;

/// Maximum number of letters that are looked for in one name.
const MAX_LOST: usize = 2;

/// The longest name, in letters, in which lost letters are looked for.
const MAX_LETTERS: usize = 40;

impl<'i> Reader<'i, '_> {
    /// The places of the query without its postal code, which says nothing of them.
    pub(super) fn find_without_postcode(&self) -> Option<Vec<NameHit<'i>>> {
        let name = &self.query.name;
        let code = postcode(name).filter(|_| !frame::is_distance(name))?;
        let text = self.text(&code).to_owned();
        let rest = format!("{} {}", &name[..code.start], &name[code.end..]);
        let query = self.query.clone().name(rest.trim());
        let mut found = find(self.source, &query);
        change_variants(&mut found, |variant| {
            let note = StrippedAffix::UnverifiedQualifier(text.clone());
            match code.start {
                0 => variant.stripped.insert(0, note),
                _ => variant.stripped.push(note),
            }
        });
        Some(found)
    }

    /// The places of what the query was before its letters were broken, spelled as known.
    pub(super) fn find_repaired(&self) -> Option<Vec<NameHit<'i>>> {
        let repaired = repaired(self.source, self.query);
        repaired.into_iter().find_map(|repaired| {
            let query = self.query.clone().name(repaired.as_str());
            let mut reader = Reader::new(self.source, &query);
            [Reach::Words, Reach::Affixes]
                .into_iter()
                .find_map(|reach| match reader.exact(reach) {
                    Found::Places(found) => Some(read_as(found, &repaired)),
                    Found::Refuted | Found::Unknown => None,
                })
        })
    }
}

/// What a query may have been before its letters were broken.
pub(super) fn repaired(source: Search<'_>, query: &Query) -> Vec<String> {
    let decoded = decodings(&query.name);
    match decoded.is_empty() {
        false => decoded,
        true => found_again(source, query),
    }
}

/// Digits that stand for Arabic letters which Latin has not.
const CHAT_LETTERS: &str = "2356789";

/// Whether digits stand inside a word of Latin letters, all of them such as stand for letters.
fn has_chat_letters(name: &str) -> bool {
    let letters = name.chars().filter(char::is_ascii_alphabetic).count();
    let digits = || name.chars().filter(char::is_ascii_digit);
    letters >= MIN_CHAT_LETTERS
        && digits().next().is_some()
        && digits().all(|digit| CHAT_LETTERS.contains(digit))
        && name.split_whitespace().any(|word| {
            word.contains(|c: char| c.is_ascii_digit())
                && word.contains(|c: char| c.is_ascii_alphabetic())
        })
}

/// Minimum of Latin letters beside the digits.
const MIN_CHAT_LETTERS: usize = 3;

/// The spellings of a name with letters for its chat letters; none if it has none.
pub(super) fn without_chat_letters(name: &str) -> Vec<String> {
    let romanized = match has_chat_letters(name) {
        true => RomanizedName::of(name),
        false => None,
    };
    let mut spellings = romanized.map_or(Vec::new(), |name| name.plain_readings());
    spellings.dedup();
    spellings
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
