//! A candidate as JSON and as cells of CSV.

use crate::output::explanation::why;
use serde::ser::{Serialize, SerializeMap, Serializer};
use toponym::{Candidate, CandidateRecord, Language, MentionKind, PlaceRef};

/// A candidate as JSON: the library's record of it, and names in the languages asked for.
#[derive(serde::Serialize)]
pub(crate) struct CandidateLine<'r> {
    #[serde(flatten)]
    record: CandidateRecord,
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<Names<'r>>,
}

/// What is told of candidates.
#[derive(Clone, Copy)]
pub(crate) struct Details<'o> {
    pub explain: bool,
    /// The languages that places are named in too.
    pub languages: &'o [Language],
}

/// A place's names in the languages asked for, as a JSON object in their order; null where it has
/// none.
pub(crate) struct Names<'r>(Vec<(Language, Option<&'r str>)>);

impl<'r> Names<'r> {
    /// The names; none if none are asked for.
    pub fn new(place: PlaceRef<'r>, languages: &[Language]) -> Option<Self> {
        let names = languages
            .iter()
            .map(|&language| (language, name_in(place, language)));
        (!languages.is_empty()).then(|| Names(names.collect()))
    }
}

impl Serialize for Names<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (language, name) in &self.0 {
            map.serialize_entry(language, name)?;
        }
        map.end()
    }
}

impl<'r> CandidateLine<'r> {
    /// A candidate for what is of this kind.
    pub fn new(candidate: &Candidate<'r>, kind: MentionKind, details: Details<'_>) -> Self {
        let mut record = match details.explain {
            true => candidate.to_explained_record(),
            false => candidate.to_record(),
        };
        if let Some(explanation) = &mut record.explanation {
            explanation.evidence = why(candidate, kind);
        }
        CandidateLine {
            record,
            names: Names::new(candidate.place(), details.languages),
        }
    }
}

fn name_in(place: PlaceRef<'_>, language: Language) -> Option<&str> {
    let name = place.name_in(&language.to_string())?;
    Some(name.text())
}

/// The place's names in these languages, empty where it has none.
pub(crate) fn names_in(
    place: Option<PlaceRef<'_>>,
    languages: &[Language],
) -> impl Iterator<Item = String> {
    let name = move |&language| place.and_then(|place| name_in(place, language));
    languages
        .iter()
        .map(move |language| name(language).unwrap_or_default().to_owned())
}

/// The titles of [`names_in`] in CSV, such as `name:ar`.
pub(crate) fn name_titles(languages: &[Language]) -> impl Iterator<Item = String> {
    languages.iter().map(|language| format!("name:{language}"))
}

/// How far off the place's point may be, in kilometers; empty where it is not known.
pub(crate) fn accuracy(place: PlaceRef<'_>) -> String {
    place
        .accuracy_km()
        .map_or_else(String::new, |km| km.to_string())
}

/// The country's code; empty for what lies in none or in several.
pub(crate) fn country(place: PlaceRef<'_>) -> String {
    place
        .country()
        .map_or_else(String::new, |code| code.to_string())
}
