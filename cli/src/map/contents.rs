//! What a map shows: places, texts, and where these mention those.

use crate::texts::snippet;
use std::collections::HashMap;
use std::ops::Range;
use toponym::{Language, Mention, MentionKind, PlaceId, PlaceRef, Status};

/// A card lists at most so many other meanings of a mention.
const MAX_RIVALS: usize = 6;

/// Texts and places, each once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Contents<'r> {
    pub texts: Vec<NamedText>,
    pub places: Vec<PlaceRef<'r>>,
    pub mentions: Vec<MentionedPlace<'r>>,
    /// Where in `places` a place is.
    numbers: HashMap<PlaceId, usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct NamedText {
    pub name: String,
    pub text: String,
}

/// A mention; ranges are bytes of its text.
#[derive(Clone, Debug)]
pub(crate) struct MentionedPlace<'r> {
    /// The number of the text.
    pub text: usize,
    pub name: Range<usize>,
    pub sentence: Range<usize>,
    /// The number of the place; none for what no gazetteer holds.
    pub place: Option<usize>,
    pub status: Status,
    pub kind: MentionKind,
    /// What else may be meant, the likeliest first.
    pub rivals: Vec<PlaceRef<'r>>,
}

/// How well it is known where a place is, and that it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Certainty {
    Sure,
    /// All mentions of it may mean another place as well.
    Ambiguous,
    /// It stands where a neighbor of it is.
    Approximate,
}

impl<'r> Contents<'r> {
    pub fn add_text<'t>(
        &mut self,
        name: &str,
        text: &'t str,
        mentions: impl IntoIterator<Item = Mention<'r, 't>>,
    ) {
        let number = self.texts.len();
        self.texts.push(NamedText {
            name: name.to_owned(),
            text: text.to_owned(),
        });
        for mention in mentions {
            let range = mention.range();
            if text.get(range.clone()).is_none() {
                continue;
            }
            let resolution = mention.resolution();
            let best = resolution.best();
            let ambiguous = resolution.status() == Status::Ambiguous;
            let others = resolution.candidates().iter().skip(1);
            let rivals = others.map(|rival| rival.place()).take(MAX_RIVALS);
            let mentioned = MentionedPlace {
                text: number,
                sentence: snippet::sentence(text, range.clone()),
                name: range,
                place: best.map(|best| self.place(best.place())),
                status: resolution.status(),
                kind: mention.kind(),
                rivals: rivals.filter(|_| ambiguous).collect(),
            };
            self.mentions.push(mentioned);
        }
    }

    /// The number of the place, which is added if it is new.
    pub fn place(&mut self, place: PlaceRef<'r>) -> usize {
        let new = self.places.len();
        let number = *self.numbers.entry(place.id()).or_insert(new);
        if number == new {
            self.places.push(place);
        }
        number
    }

    /// Of each place, how many mentions it has and how certain it is.
    pub fn weights(&self) -> Vec<(usize, Certainty)> {
        let mut counts = vec![(0, 0); self.places.len()];
        for mention in &self.mentions {
            if let Some(place) = mention.place {
                let (all, ambiguous) = &mut counts[place];
                *all += 1;
                *ambiguous += usize::from(mention.status == Status::Ambiguous);
            }
        }
        let weighed = self.places.iter().zip(counts);
        weighed
            .map(|(&place, (all, ambiguous))| {
                let certainty = match all > 0 && ambiguous == all {
                    _ if is_placed_by_neighbor(place) => Certainty::Approximate,
                    true => Certainty::Ambiguous,
                    false => Certainty::Sure,
                };
                (all, certainty)
            })
            .collect()
    }
}

impl Certainty {
    /// As the page's program and the pictures' styles call it.
    pub fn as_str(self) -> &'static str {
        match self {
            Certainty::Sure => "sure",
            Certainty::Ambiguous => "ambiguous",
            Certainty::Approximate => "approximate",
        }
    }
}

/// Whether the place has the point of another one, at or near which it is (`data/README.md`: `derived`).
fn is_placed_by_neighbor(place: PlaceRef<'_>) -> bool {
    let mut sources = place.source().split_whitespace();
    sources.any(|source| source.starts_with("derived:at(") || source.starts_with("derived:near("))
}

/// The name that is shown: that in the language, else the international one, else the id.
pub(crate) fn shown_name(place: PlaceRef<'_>, language: Option<Language>) -> String {
    let in_language = language.and_then(|language| place.name_in(language.as_str()));
    let name = in_language.map_or(place.name(), |name| name.text());
    match name {
        "" => place.id().to_string(),
        name => name.to_owned(),
    }
}

/// The feature code of what was a country once.
const FORMER_COUNTRY: &str = "PCLH";

/// Whether the place is a country, and still one.
pub(crate) fn is_country(place: PlaceRef<'_>) -> bool {
    let feature = place.feature();
    feature.code().starts_with("PCL") && feature.code() != FORMER_COUNTRY
}

/// The countries of the built-in gazetteer, for names on the base map, the most populous first.
pub(crate) fn countries(places: &toponym::Index) -> Vec<PlaceRef<'_>> {
    let mut countries: Vec<_> = places.places().filter(|&place| is_country(place)).collect();
    countries.sort_by_key(|place| std::cmp::Reverse(place.population()));
    countries
}
