//! Where a place is that no gazetteer holds: the place that the text says it lies in, else the one of which
//! the sentence says that something is there (В Стамбуле, в районе *Лалели*), else one named just before or
//! behind it, rather one of the country that the text is about; else the last one of that
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
use std::ops::Range;

/// The latest places of a text that a gazetteer holds.
#[derive(Debug, Default)]
pub(crate) struct LatestPlaces<'r> {
    /// The last one first.
    places: VecDeque<LatestPlace<'r>>,
}

#[derive(Debug)]
struct LatestPlace<'r> {
    place: PlaceRef<'r>,
    written: Written,
}

/// The bytes of a mention, of which only a site asks what they say of its place.
#[derive(Debug)]
struct Written {
    token: Range<usize>,
    name: Range<usize>,
    phrase: Range<usize>,
}

/// Number of places that are kept.
const MAX_LATEST: usize = 8;

impl<'r> LatestPlaces<'r> {
    /// Takes note of the place of a mention.
    pub fn add(&mut self, mention: &Mention<'r, '_>) {
        let Some(place) = mention.resolution.best().map(|best| best.place()) else {
            return;
        };
        let written = Written {
            token: mention.token.clone(),
            name: mention.name.clone(),
            phrase: mention.phrase.clone(),
        };
        if written.is_origin(mention.text) {
            return;
        }
        if self.places.len() == MAX_LATEST {
            self.places.pop_back();
        }
        self.places.push_front(LatestPlace { place, written });
    }

    /// The country that more of them lie in than in any other.
    fn country(&self) -> Option<CountryCode> {
        let countries = || {
            self.places
                .iter()
                .filter_map(|latest| latest.place.country())
        };
        let count = |asked: CountryCode| countries().filter(|&known| known == asked).count();
        let most = countries().max_by_key(|&country| count(country))?;
        let ties = countries().any(|other| other != most && count(other) == count(most));
        (!ties).then_some(most)
    }

    /// The last settlement or unit.
    fn settled(&self) -> Option<PlaceRef<'r>> {
        let mut places = self.places.iter().map(|latest| latest.place);
        places.find(|&place| is_settled(place))
    }

    /// The last settlement or unit of which something was said to be there, in the sentence in which a byte
    /// is or, if asked, in the one before it.
    fn located(&self, text: &str, at: usize, sentences: usize) -> Option<PlaceRef<'r>> {
        let mut places = self.places.iter();
        let found =
            places.find(|latest| is_settled(latest.place) && latest.written.is_located(text))?;
        let between = text.get(found.written.phrase.end..at)?;
        let near = between.len() <= MAX_LOCATED && !between.contains("\n\n");
        (near && ends_of_sentences(between) <= sentences).then_some(found.place)
    }

    /// The settlement in a first-level unit that the same paragraph names before the unit, a short way before
    /// a byte; else the unit: الفاشر، عاصمة ولاية شمال دارفور.
    fn town_in(&self, text: &str, unit: PlaceRef<'r>, at: usize) -> PlaceRef<'r> {
        if unit.feature().code() != "ADM1" {
            return unit;
        }
        let lies_in = |place: PlaceRef<'_>| {
            let mut parents = place.parents();
            parents.any(|parent| parent.number() == unit.number())
        };
        let mut towns = self.places.iter().filter(|latest| {
            latest.place.feature().class() == FeatureClass::Populated && lies_in(latest.place)
        });
        let near = |latest: &&LatestPlace<'r>| {
            let between = text.get(latest.written.phrase.end..at);
            between.is_some_and(|text| text.len() <= MAX_LOCATED && !text.contains("\n\n"))
        };
        towns.find(near).map_or(unit, |latest| latest.place)
    }

    /// The last settlement or unit of a country.
    fn last_in(&self, country: CountryCode) -> Option<PlaceRef<'r>> {
        let mut places = self.places.iter().map(|latest| latest.place);
        places.find(|&place| place.country() == Some(country) && is_settled(place))
    }
}

/// Whether a place is no settlement or unit, and so small that it says where things beside it are.
fn is_local(place: PlaceRef<'_>) -> bool {
    let feature = place.feature();
    match feature.class() {
        FeatureClass::Spot | FeatureClass::Terrain | FeatureClass::Road => true,
        FeatureClass::Water => {
            let code = feature.code();
            code.starts_with("LK") || matches!(code, "RSV" | "LGN" | "BAY")
        }
        FeatureClass::Area => matches!(feature.code(), "PRT" | "MILB" | "OILF"),
        _ => false,
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

impl Written {
    /// Whether something is said to come from the place, by its ending.
    fn is_origin(&self, text: &str) -> bool {
        let letters = self.ending(text);
        !letters.is_empty()
            && LanguageSet::ALL.is_ending(&letters, |profile| profile.endings.ablatives)
    }

    /// Whether something is said to be at the place (в Стамбуле, Երևանում), by its ending, by the
    /// preposition before it or by the one that is written together with it.
    fn is_located(&self, text: &str) -> bool {
        let letters = self.ending(text);
        if !letters.is_empty()
            && LanguageSet::ALL.is_ending(&letters, |profile| profile.endings.locatives)
        {
            return true;
        }
        let clitic = text.get(self.token.start..self.name.start);
        if clitic.is_some_and(|clitic| is_used_as(clitic, Use::Within)) {
            return true;
        }
        // Asked by each site behind: no more of the text may be looked at, whatever blanks stand in it.
        let start = self.phrase.start;
        let before = text.as_bytes().get(start.saturating_sub(MAX_BEFORE)..start);
        let mut words = before
            .unwrap_or_default()
            .rsplit(|byte| matches!(byte, b' ' | b'\n'));
        let word = words.find(|word| !word.is_empty()).unwrap_or_default();
        let word = std::str::from_utf8(word).unwrap_or_default();
        !word.is_empty() && is_used_as(&word.to_lowercase(), Use::Within)
    }

    /// The letters of the ending, in small letters; none if it is longer than an ending.
    fn ending(&self, text: &str) -> Vec<char> {
        let ending = text.get(self.name.end..self.token.end);
        let ending = ending
            .unwrap_or_default()
            .trim_start_matches(['\'', '’', 'ʼ']);
        match ending.len() <= MAX_ENDING {
            true => ending.chars().flat_map(char::to_lowercase).collect(),
            false => Vec::new(),
        }
    }
}

/// Maximum length in bytes of a preposition and the blanks before it and behind it.
const MAX_BEFORE: usize = 12;

/// Maximum length in bytes of an ablative's ending.
const MAX_ENDING: usize = 8;

/// Maximum length in bytes of what stands between a site and the place named behind it, and before it:
/// half a dozen words of two bytes a letter.
const MAX_AHEAD: usize = 60;
const MAX_BEHIND: usize = 100;

/// Distance in bytes within which a place is where things are that a sentence or two speak of.
const MAX_LOCATED: usize = 300;

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
    let country = latest.country();
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
    // محطة الخفسة قرب منبج: what is beside it says more than what was named before.
    let near_behind = next.filter(|(next, place, _)| {
        let between = text.get(mention.phrase.end..next.phrase.start);
        is_settled(*place) && between.is_some_and(|word| is_used_as(word.trim(), Use::At))
    });
    if let Some((_, place, _)) = near_behind {
        return Some(of(place, SiteRelation::Beside));
    }
    let before = latest.places.front().and_then(|last| {
        Some((
            last.place,
            text.get(last.written.phrase.end..mention.phrase.start)?,
        ))
    });
    // Lissabonda, “Luz” stadionunda; Երևանում՝ Մաշտոցի պողոտայի վրա: whatever country the text is about.
    let in_apposition = before.filter(|&(place, between)| {
        let between = between.trim_end_matches(['“', '«', '"', '„']);
        is_settled(place) && matches!(between, " " | ", " | "، " | "՝ ")
    });
    if let Some((place, _)) = in_apposition {
        return Some(of(place, SiteRelation::In));
    }
    // In Istanbul, in the quarter of Laleli: the sentence says where, whatever the text is about.
    if let Some(place) = latest.located(text, mention.phrase.start, 0) {
        return Some(of(place, SiteRelation::Beside));
    }
    if let Some((_, place, _)) = behind {
        return Some(of(place, SiteRelation::Beside));
    }
    let same_sentence =
        before.filter(|(_, between)| between.len() <= MAX_BEHIND && !ends_sentence(between));
    let same_paragraph =
        before.filter(|(_, between)| between.len() <= MAX_FAR_BEHIND && !between.contains("\n\n"));
    let near = [
        same_sentence.map(|(place, _)| place),
        latest.located(text, mention.phrase.start, 1),
        next.map(|(_, place, _)| place),
        same_paragraph.map(|(place, _)| place),
    ];
    // وفي مصر، قال سائقون إن معبر أرقين: the sentence says what country it speaks of.
    let country = same_sentence
        .map(|(place, _)| place)
        .filter(|place| place.feature().is_country())
        .map_or(country, PlaceRef::country);
    let is_here = |place: PlaceRef<'_>| country.is_none() || place.country() == country;
    let mut known = near.iter().copied().flatten();
    let touching = same_sentence.filter(|(_, between)| between.len() <= MAX_AHEAD);
    let touching = touching.map(|(place, _)| place);
    let touching = touching.filter(|&place| is_settled(place));
    let here = touching.or_else(|| known.find(|&place| is_settled(place) && is_here(place)));
    // A lake of the same sentence says more than a town far before it.
    let beside = || {
        let mut known = [
            same_sentence.map(|(place, _)| place),
            next.map(|(_, place, _)| place),
            same_paragraph.map(|(place, _)| place),
        ]
        .into_iter()
        .flatten();
        known.find(|&place| is_local(place))
    };
    let here = here.map(|place| latest.town_in(text, place, mention.phrase.start));
    let place = here
        .or_else(beside)
        .or_else(|| latest.last_in(country?))
        .or_else(|| near.into_iter().flatten().next())
        .or_else(|| latest.settled())?;
    Some(of(place, SiteRelation::Beside))
}

/// Whether a sentence ends in a stretch of text.
fn ends_sentence(between: &str) -> bool {
    ends_of_sentences(between) > 0
}

/// Number of ends of sentences in a stretch of text.
fn ends_of_sentences(between: &str) -> usize {
    let ends = ['\n', '.', '!', '?', '؟', '։', ':', ';', '؛'];
    between.matches(ends).count()
}
