//! A candidate as JSON. Keys and their order are a contract with whoever reads the output:
//! new keys may only be added at the end.

use serde::Serialize;
use toponym::{Candidate, Evidence, PlaceRef};

/// A candidate for what a name means.
#[derive(Serialize)]
pub struct CandidateRecord<'r> {
    id: String,
    name: &'r str,
    same_as: Vec<String>,
    lat: f64,
    lon: f64,
    class: char,
    feature: Option<String>,
    country: Option<String>,
    population: Option<u64>,
    matched_name: &'r str,
    matched_language: String,
    edits: u8,
    score: u16,
    #[serde(flatten)]
    explanation: Option<Explanation<'r>>,
}

/// What `--explain` adds to a candidate.
#[derive(Serialize)]
struct Explanation<'r> {
    parents: Vec<Parent<'r>>,
    evidence: String,
    #[serde(rename = "slips")]
    edit_ops: Vec<EditOpRecord>,
    accuracy_km: Option<f32>,
}

/// In which letters a spelling differs from the name.
#[derive(Serialize)]
struct EditOpRecord {
    written: String,
    name: String,
    cost: u16,
}

/// A larger unit around a place.
#[derive(Serialize)]
struct Parent<'r> {
    id: String,
    name: &'r str,
}

impl<'r> CandidateRecord<'r> {
    /// The record of a candidate, with or without what explains it.
    pub fn new(candidate: &Candidate<'r>, explain: bool) -> Self {
        let (place, name) = (candidate.place(), candidate.name());
        let (feature, point) = (place.feature(), place.coordinates());
        CandidateRecord {
            id: place.id().to_string(),
            name: place.name(),
            same_as: place.same_as().map(|id| id.to_string()).collect(),
            lat: point.latitude(),
            lon: point.longitude(),
            class: feature.class().letter(),
            feature: Some(feature.code().to_owned()).filter(|code| !code.is_empty()),
            country: place.country().map(|country| country.to_string()),
            population: place.population(),
            matched_name: name.text(),
            matched_language: name.language().to_string(),
            edits: candidate.evidence().edits(),
            score: candidate.score().get(),
            explanation: explain.then(|| Explanation::new(candidate)),
        }
    }
}

impl<'r> Explanation<'r> {
    fn new(candidate: &Candidate<'r>) -> Self {
        let parent = |place: PlaceRef<'r>| Parent {
            id: place.id().to_string(),
            name: place.name(),
        };
        Explanation {
            parents: candidate.place().parents().map(parent).collect(),
            evidence: plain(candidate.evidence()),
            edit_ops: candidate
                .evidence()
                .edit_ops
                .iter()
                .map(|edit_op| EditOpRecord {
                    written: edit_op.written.clone(),
                    name: edit_op.name.clone(),
                    cost: edit_op.cost,
                })
                .collect(),
            accuracy_km: candidate.accuracy_km(),
        }
    }
}

/// A reason without the invisible marks that keep right-to-left words apart on a terminal.
fn plain(evidence: &Evidence) -> String {
    evidence.to_string().replace(['\u{2068}', '\u{2069}'], "")
}
