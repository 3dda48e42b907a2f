//! The places of a whole text, each once, and what the text is about.

use crate::index::PlaceRef;
use crate::mention::mentions::Mentions;
use crate::mention::{Mention, MentionKind};
use crate::model::country::CountryCode;
use std::collections::HashMap;

/// The places that a text mentions, from [`Mentions::places`].
///
/// ```
/// # #[cfg(feature = "embedded")] {
/// use toponym::Resolver;
///
/// let text = "من كييف إلى لفيف، ومن لفيف إلى كييف";
/// let resolver = Resolver::embedded();
/// let places = resolver.scan(text).places();
/// assert_eq!(places.places().len(), 2);
/// assert_eq!(places.places()[0].mentions().len(), 2);
/// assert_eq!(places.focus().unwrap().country().as_str(), "UA");
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct TextPlaces<'r, 't> {
    places: Vec<MentionedPlace<'r, 't>>,
    unlisted: Vec<Mention<'r, 't>>,
    focus: Option<TextFocus<'r>>,
}

/// A place with its mentions.
#[derive(Clone, Debug)]
pub struct MentionedPlace<'r, 't> {
    place: PlaceRef<'r>,
    mentions: Vec<Mention<'r, 't>>,
}

/// What a text is about: the country that most of its mentions name or lie in.
#[derive(Clone, Copy, Debug)]
pub struct TextFocus<'r> {
    country: CountryCode,
    share: f64,
    region: Option<PlaceRef<'r>>,
}

impl<'r, 't> TextPlaces<'r, 't> {
    /// The places, in the order of their first mentions.
    pub fn places(&self) -> &[MentionedPlace<'r, 't>] {
        &self.places
    }

    /// The mentions of places that the gazetteer does not hold.
    pub fn unlisted(&self) -> &[Mention<'r, 't>] {
        &self.unlisted
    }

    /// What the text is about; `None` if no country has more than half of its mentions.
    pub fn focus(&self) -> Option<TextFocus<'r>> {
        self.focus
    }
}

impl<'r, 't> MentionedPlace<'r, 't> {
    /// The place.
    pub fn place(&self) -> PlaceRef<'r> {
        self.place
    }

    /// Its mentions, in the order of the text; at least one.
    pub fn mentions(&self) -> &[Mention<'r, 't>] {
        &self.mentions
    }
}

impl<'r> TextFocus<'r> {
    /// The country.
    pub fn country(&self) -> CountryCode {
        self.country
    }

    /// The share of the country among the mentions of places that lie in one, from 0.5 to 1.
    pub fn share(&self) -> f64 {
        self.share
    }

    /// The first-level unit of the country that more than half of the mentions within the country name or
    /// lie in.
    pub fn region(&self) -> Option<PlaceRef<'r>> {
        self.region
    }
}

impl<'r, 't> Mentions<'r, 't> {
    /// The places of the text, each once, with its mentions; demonyms, which name people, are left
    /// out. Reads the text to its end, and holds all of its mentions.
    pub fn places(self) -> TextPlaces<'r, 't> {
        let mut places: Vec<MentionedPlace<'r, 't>> = Vec::new();
        let mut numbers: HashMap<u32, usize> = HashMap::new();
        let mut unlisted = Vec::new();
        for mention in self.filter(|mention| mention.kind() == MentionKind::Place) {
            let Some(place) = mention.resolution().best().map(|best| best.place()) else {
                unlisted.push(mention);
                continue;
            };
            let number = *numbers.entry(place.number()).or_insert_with(|| {
                places.push(MentionedPlace {
                    place,
                    mentions: Vec::new(),
                });
                places.len() - 1
            });
            places[number].mentions.push(mention);
        }
        let focus = focus(&places);
        TextPlaces {
            places,
            unlisted,
            focus,
        }
    }
}

/// What places with their mentions are about.
fn focus<'r>(places: &[MentionedPlace<'r, '_>]) -> Option<TextFocus<'r>> {
    let in_countries = places.iter().filter_map(|mentioned| {
        let country = mentioned.place.country()?;
        Some((country, mentioned.mentions.len()))
    });
    let (country, in_country, total) = most(in_countries)?;
    let there = places.iter().filter(|mentioned| {
        let place = mentioned.place;
        place.country() == Some(country) && !place.feature().is_country()
    });
    let units = there.map(|mentioned| (unit_of(mentioned.place), mentioned.mentions.len()));
    let region = most(units).and_then(|(unit, _, _)| unit);
    Some(TextFocus {
        country,
        share: in_country as f64 / total as f64,
        region,
    })
}

/// What has more than half of a count, with its count and the whole. Only one can be left when each takes away from
/// what was counted before and is another (Boyer and Moore's vote), however many there are; whether that has more
/// than half is counted then.
fn most<T: Copy + PartialEq>(
    counted: impl Iterator<Item = (T, usize)> + Clone,
) -> Option<(T, usize, usize)> {
    let (mut left, mut lead) = (None, 0);
    for (what, count) in counted.clone() {
        if left == Some(what) {
            lead += count;
        } else if lead >= count {
            lead -= count;
        } else {
            (left, lead) = (Some(what), count - lead);
        }
    }
    let what = left?;
    let (mut sum, mut total) = (0, 0);
    for (other, count) in counted {
        total += count;
        sum += if other == what { count } else { 0 };
    }
    (2 * sum > total).then_some((what, sum, total))
}

/// The first-level unit that a place is or lies in.
fn unit_of(place: PlaceRef<'_>) -> Option<PlaceRef<'_>> {
    let mut units = std::iter::once(place).chain(place.parents());
    units.find(|unit| unit.feature().code() == "ADM1")
}

#[cfg(test)]
mod tests {
    use super::most;

    #[test]
    fn what_has_more_than_half_is_found_wherever_it_stands() {
        // All counts of three things in four places.
        for number in 0..12_usize.pow(4) {
            let digits = (0..4).map(|place| number / 12_usize.pow(place) % 12);
            let counted = digits.map(|digit| (digit % 3, digit / 3));
            let total: usize = counted.clone().map(|(_, count)| count).sum();
            let sum = |what| {
                let of_it = counted.clone().filter(|(other, _)| *other == what);
                of_it.map(|(_, count)| count).sum::<usize>()
            };
            let expected = (0..3).find(|what| 2 * sum(*what) > total);
            let found = most(counted.clone());
            assert_eq!(
                found,
                expected.map(|what| (what, sum(what), total)),
                "{number}"
            );
        }
    }
}
