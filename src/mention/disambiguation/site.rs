//! Where a place is that no gazetteer holds: the place that the text says it lies in, else one named just
//! before or behind it, rather one of the country that the text is about; else the last one of that
//! country at all. What something only comes from (Halep'*ten* gelen) is not where things are.

use crate::index::PlaceRef;
use crate::lang::language::function_word::is_used_as;
use crate::lang::language::{LanguageSet, Use};
use crate::mention::disambiguation::containment::says_within;
use crate::mention::site_point::{SitePoint, SiteRelation};
use crate::mention::{Mention, MentionKind};
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use std::collections::VecDeque;

/// The latest places of a text that a gazetteer holds.
#[derive(Debug, Default)]
pub(crate) struct LatestPlaces<'r> {
    /// Each with the byte at which its phrase ends, the last one first.
    places: VecDeque<(PlaceRef<'r>, usize)>,
}

/// Number of places that are kept.
const MAX_LATEST: usize = 8;

impl<'r> LatestPlaces<'r> {
    /// Takes note of the place of a mention.
    pub fn add(&mut self, mention: &Mention<'r, '_>) {
        let Some(place) = mention.resolution.best().map(|best| best.place()) else {
            return;
        };
        if is_origin(mention) {
            return;
        }
        if self.places.len() == MAX_LATEST {
            self.places.pop_back();
        }
        self.places.push_front((place, mention.phrase.end));
    }

    /// The country that more of them lie in than in any other, and whether most do.
    fn country(&self) -> Option<(CountryCode, bool)> {
        let countries = || self.places.iter().filter_map(|(place, _)| place.country());
        let count = |asked: CountryCode| countries().filter(|&known| known == asked).count();
        let first = countries().max_by_key(|&country| count(country))?;
        let ties = countries().any(|other| other != first && count(other) == count(first));
        (!ties).then_some((first, 2 * count(first) > self.places.len()))
    }

    /// The last settlement or unit.
    fn settled(&self) -> Option<PlaceRef<'r>> {
        let mut places = self.places.iter().map(|&(place, _)| place);
        places.find(|&place| is_settled(place))
    }

    /// The last settlement or unit of a country.
    fn last_in(&self, country: CountryCode) -> Option<PlaceRef<'r>> {
        let mut places = self.places.iter().map(|&(place, _)| place);
        places.find(|&place| place.country() == Some(country) && is_settled(place))
    }
}

/// Whether a place is one that things stand in: a settlement, or a unit below a country.
fn is_settled(place: PlaceRef<'_>) -> bool {
    let feature = place.feature();
    matches!(
        feature.class(),
        FeatureClass::Populated | FeatureClass::Administrative
    ) && !feature.is_country()
}

/// Whether something is said to come from a place, by its ending.
fn is_origin(mention: &Mention<'_, '_>) -> bool {
    let ending = mention.text.get(mention.name.end..mention.token.end);
    let ending = ending
        .unwrap_or_default()
        .trim_start_matches(['\'', '’', 'ʼ']);
    if ending.is_empty() || ending.len() > MAX_ENDING {
        return false;
    }
    let letters: Vec<char> = ending.chars().flat_map(char::to_lowercase).collect();
    LanguageSet::ALL.is_ending(&letters, |profile| profile.endings.ablatives)
}

/// Maximum length in bytes of an ablative's ending.
const MAX_ENDING: usize = 8;

/// Maximum length in bytes of what stands between a site and the place named behind it, and before it:
/// half a dozen words of two bytes a letter.
const MAX_AHEAD: usize = 60;
const MAX_BEHIND: usize = 100;

/// Distance in bytes within which the last place of a text is where a site is, in the same paragraph.
const MAX_FAR_BEHIND: usize = 600;

/// Where a mention without candidates is; `latest` are the places mentioned before it, `ahead` the
/// mentions behind it.
pub(crate) fn site_point<'r>(
    mention: &Mention<'r, '_>,
    latest: &LatestPlaces<'r>,
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
    let (country, is_most) = latest.country().unzip();
    let inside = next.filter(|(next, place, _)| {
        // مستشفى الرازي في مدينة جنين: of what stands between, the feature word is the place's.
        let between = text.get(mention.phrase.end..next.phrase.start);
        let clitics = text.get(next.token.start..next.name.start);
        between.zip(clitics).is_some_and(|(between, clitics)| {
            let touch = clitics.is_empty()
                && between.trim_matches([' ', '#']).is_empty()
                && is_settled(*place)
                && (country.is_none() || place.country() == country);
            touch || says_within(between, clitics)
        })
    });
    let of = |place, relation| SitePoint { place, relation };
    // مخيمات زعفران وريحان في إقليم وداي: what the last of a list lies in, all do.
    let behind = next.filter(|(next, place, _)| {
        let between = text.get(mention.phrase.end..next.phrase.start);
        let mut words = between.unwrap_or_default().split(' ').rev();
        let last = words.find(|word| !word.is_empty());
        is_settled(*place) && last.is_some_and(|word| is_used_as(word, Use::Within))
    });
    if let Some((_, place, _)) = inside {
        return Some(of(place, SiteRelation::In));
    }
    let before = latest
        .places
        .front()
        .and_then(|&(place, end)| Some((place, text.get(end..mention.phrase.start)?)));
    // Lissabonda, “Luz” stadionunda; Երևանում՝ Մաշտոցի պողոտա; Աշոցքի «Տիրամայր Նարեկ» հիվանդանոց.
    let in_apposition = before.filter(|&(place, between)| {
        let quoted = between.trim_end_matches(QUOTES);
        let touches = quoted.len() < between.len() && quoted == " ";
        is_settled(place) && (touches || matches!(quoted, ", " | "، " | "՝ "))
    });
    if let Some((place, _)) = in_apposition {
        return Some(of(place, SiteRelation::In));
    }
    let same_sentence =
        before.filter(|(_, between)| between.len() <= MAX_BEHIND && !ends_sentence(between));
    let same_paragraph =
        before.filter(|(_, between)| between.len() <= MAX_FAR_BEHIND && !between.contains("\n\n"));
    let near = [
        same_sentence.map(|(place, _)| place),
        behind.map(|(_, place, _)| place),
        next.map(|(_, place, _)| place),
        same_paragraph.map(|(place, _)| place),
    ];
    // Where the text goes from country to country its last place in the sentence says where.
    let told = same_sentence.filter(|&(place, _)| is_settled(place) && is_most != Some(true));
    if let Some((place, _)) = told {
        return Some(of(place, SiteRelation::Beside));
    }
    let mut known = near.iter().copied().flatten();
    let here = known
        .find(|&place| is_settled(place) && (country.is_none() || place.country() == country))
        .or(behind.map(|(_, place, _)| place));
    let place = here
        .or_else(|| latest.last_in(country?))
        .or_else(|| near.into_iter().flatten().next())
        .or_else(|| latest.settled())?;
    Some(of(place, SiteRelation::Beside))
}

/// Marks before a name in quotation marks.
const QUOTES: [char; 4] = ['“', '«', '"', '„'];

/// Whether a sentence ends in a stretch of text.
fn ends_sentence(between: &str) -> bool {
    between.contains(['\n', '.', '!', '?', '؟', '։', ':', ';', '؛'])
}
