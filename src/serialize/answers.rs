//! Answers and what they show of an index: flat, with the keys and the order of the example
//! programs' JSON lines, to which new keys are only added at the end.

use crate::index::{NameRef, PlaceRef};
use crate::mention::{Mention, MentionKind};
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use crate::model::language::Language;
use crate::model::name::NameKind;
use crate::model::place_id::PlaceId;
use crate::model::score::Score;
use crate::model::status::Status;
use crate::rank::candidate::Candidate;
use crate::resolution::Resolution;
use serde::{Serialize, Serializer};

#[derive(Serialize)]
struct PlaceView<'i> {
    id: PlaceId,
    name: &'i str,
    same_as: Vec<PlaceId>,
    lat: f64,
    lon: f64,
    class: FeatureClass,
    feature: Option<String>,
    country: Option<CountryCode>,
    population: Option<u64>,
}

impl Serialize for PlaceRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (feature, point) = (self.feature(), self.coordinates());
        PlaceView {
            id: self.id(),
            name: self.name(),
            same_as: self.same_as().collect(),
            lat: point.latitude(),
            lon: point.longitude(),
            class: feature.class(),
            feature: Some(feature.code().to_owned()).filter(|code| !code.is_empty()),
            country: self.country(),
            population: self.population(),
        }
        .serialize(serializer)
    }
}

/// The shape of [`Name`](crate::Name).
#[derive(Serialize)]
struct NameView<'i> {
    place: PlaceId,
    text: &'i str,
    language: Language,
    kind: NameKind,
    source: &'i str,
}

impl Serialize for NameRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        NameView {
            place: self.place().id(),
            text: self.text(),
            language: self.language(),
            kind: self.kind(),
            source: self.source(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct CandidateView<'i> {
    #[serde(flatten)]
    place: PlaceRef<'i>,
    matched_name: &'i str,
    matched_language: Language,
    edits: u8,
    score: Score,
}

impl Serialize for Candidate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        CandidateView {
            place: self.place(),
            matched_name: self.name().text(),
            matched_language: self.name().language(),
            edits: self.evidence().edits(),
            score: self.score(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct ResolutionView<'a, 'i> {
    status: Status,
    candidates: &'a [Candidate<'i>],
}

impl Serialize for Resolution<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ResolutionView {
            status: self.status(),
            candidates: self.candidates(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct MentionView<'a, 'i> {
    start: usize,
    end: usize,
    token_start: usize,
    token_end: usize,
    phrase_start: usize,
    phrase_end: usize,
    text: &'a str,
    kind: MentionKind,
    status: Status,
    place: Option<&'a Candidate<'i>>,
    alternatives: &'a [Candidate<'i>],
}

impl Serialize for Mention<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (name, token, phrase) = (self.range(), self.token_range(), self.phrase_range());
        let candidates = self.resolution().candidates();
        MentionView {
            start: name.start,
            end: name.end,
            token_start: token.start,
            token_end: token.end,
            phrase_start: phrase.start,
            phrase_end: phrase.end,
            text: self.as_str(),
            kind: self.kind(),
            status: self.resolution().status(),
            place: candidates.first(),
            alternatives: candidates.get(1..).unwrap_or_default(),
        }
        .serialize(serializer)
    }
}
