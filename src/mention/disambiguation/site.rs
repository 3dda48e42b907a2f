//! Where a place is that no gazetteer holds: the place that the text says it lies in, else the one named
//! just before or behind it.

use crate::index::PlaceRef;
use crate::mention::disambiguation::containment::says_within;
use crate::mention::site_point::{SitePoint, SiteRelation};
use crate::mention::{Mention, MentionKind};
use std::collections::VecDeque;

/// The last place of a text that a gazetteer holds, and the byte at which its phrase ends.
pub(crate) type LastPlace<'r> = (PlaceRef<'r>, usize);

/// Maximum length in bytes of what stands between a site and the place named behind it, and before it:
/// half a dozen words of two bytes a letter.
const MAX_AHEAD: usize = 60;
const MAX_BEHIND: usize = 100;

/// Distance in bytes within which the last place of a text is where a site is, in the same paragraph.
const MAX_FAR_BEHIND: usize = 600;

/// Where a mention without candidates is; `last` is the place mentioned before it, `ahead` are the
/// mentions behind it.
pub(crate) fn site_point<'r>(
    mention: &Mention<'r, '_>,
    last: Option<LastPlace<'r>>,
    ahead: &VecDeque<Mention<'r, '_>>,
) -> Option<SitePoint<'r>> {
    if mention.kind != MentionKind::Place || mention.resolution.best().is_some() {
        return None;
    }
    let text = mention.text;
    let next = ahead.iter().find_map(|next| {
        let place = next.resolution.best()?.place();
        let between = text.get(mention.phrase.end..next.token.start)?;
        let near = between.len() <= MAX_AHEAD && !ends_sentence(between);
        near.then_some((next, place, between))
    });
    let inside = next.filter(|(next, _, _)| {
        // مستشفى الرازي في مدينة جنين: of what stands between, the feature word is the place's.
        let between = text.get(mention.phrase.end..next.phrase.start);
        let clitics = text.get(next.token.start..next.name.start);
        between.zip(clitics).is_some_and(|(between, clitics)| {
            let touch = clitics.is_empty() && between.trim_matches([' ', '#']).is_empty();
            touch || says_within(between, clitics)
        })
    });
    let of = |place, relation| SitePoint { place, relation };
    if let Some((_, place, _)) = inside {
        return Some(of(place, SiteRelation::In));
    }
    let before = last.and_then(|(place, end)| Some((place, text.get(end..mention.phrase.start)?)));
    let same_sentence =
        before.filter(|(_, between)| between.len() <= MAX_BEHIND && !ends_sentence(between));
    let same_paragraph =
        before.filter(|(_, between)| between.len() <= MAX_FAR_BEHIND && !between.contains("\n\n"));
    let place = same_sentence
        .map(|(place, _)| place)
        .or(next.map(|(_, place, _)| place))
        .or(same_paragraph.map(|(place, _)| place))?;
    Some(of(place, SiteRelation::Beside))
}

/// Whether a sentence ends in a stretch of text.
fn ends_sentence(between: &str) -> bool {
    between.contains(['\n', '.', '!', '?', '؟', '։', ':', ';', '؛'])
}
