//! The order of candidates: their points, and what tells those with equal points apart.

use crate::index::PlaceRef;
use crate::model::evidence::{MatchKind, Suits};
use crate::rank::candidate::Candidate;
use crate::text::normalize::normal_form;
use std::cmp::Reverse;

/// What candidates are ranked by: their points, which are not cut as scores are; of equals, how well
/// they suit the feature word at the name, then their importance.
pub(crate) fn rank_key(candidate: &Candidate<'_>) -> (i32, u8, u8) {
    let place = candidate.place();
    let word = candidate.feature_word();
    let suits = match word.map(|word| word.suits(place.feature())) {
        Some(Suits::Exactly) => 2,
        Some(Suits::Class) => 1,
        Some(Suits::No) | None => 0,
    };
    (candidate.points, suits, place.importance())
}

/// Puts the best first. Of those of one rank the spelling decides that differs in fewer letters before
/// it is folded; then, of homonyms that nobody counted the people of, the place that has names in more
/// languages, then the one with more of them; then the number in the index. Candidates behind the first
/// `limit` are not told apart.
pub(crate) fn sort_by_rank(candidates: &mut [Candidate<'_>], limit: usize) {
    candidates.sort_by_key(|candidate| Reverse(rank_key(candidate)));
    let mut before = 0;
    for equals in candidates.chunk_by_mut(|a, b| rank_key(a) == rank_key(b)) {
        if before >= limit {
            return;
        }
        before += equals.len();
        if equals.len() > 1 {
            let compares = equals.len() <= MAX_COMPARED;
            equals.sort_by_cached_key(|candidate| {
                let place = candidate.place();
                let distance = if compares { distance(candidate) } else { 0 };
                (distance, Reverse(attestation(place)), place.number())
            });
        }
    }
}

/// Maximum number of equal candidates whose spellings are compared: where more places bear one name,
/// all of them are spelled alike.
const MAX_COMPARED: usize = 64;

/// Maximum number of letters of a spelling that are compared.
const MAX_LETTERS_COMPARED: usize = 128;

/// Letters of a spelling that differ from those of the name before both are folded; 0 if something else
/// was not the same.
fn distance(candidate: &Candidate<'_>) -> usize {
    match candidate.spelling {
        MatchKind::Folded { .. } => {
            let name = normal_form(candidate.name.text());
            // The distance takes time by the product of the lengths.
            strsim::osa_distance(beginning(&candidate.variant.text), beginning(&name))
        }
        _ => 0,
    }
}

fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(MAX_LETTERS_COMPARED);
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// How many languages a place has names in, and how many names.
fn attestation(place: PlaceRef<'_>) -> (usize, usize) {
    let mut languages = Vec::new();
    let mut names = 0;
    for name in place.names().take(MAX_ATTESTED) {
        names += 1;
        let language = name.language();
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    (languages.len(), names)
}

/// Of more names than that nothing more is told.
const MAX_ATTESTED: usize = 64;
