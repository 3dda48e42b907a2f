//! A candidate as a record of its own, apart from the index.

use crate::index::PlaceRef;
use crate::index::summary::PlaceSummary;
use crate::model::edit_op::EditOp;
use crate::model::language::Language;
use crate::model::place_id::PlaceId;
use crate::model::score::Score;
use crate::rank::candidate::Candidate;

/// A [`Candidate`] that borrows nothing, serialized as the command `toponym` writes candidates.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct CandidateRecord {
    /// The place; its keys stand beside the others.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub place: PlaceSummary,
    /// The one of its names that matched.
    pub matched_name: String,
    /// The language of that name.
    pub matched_language: Language,
    /// How many letters the spelling is away from the name, after folding: 0, 1 or 2.
    pub edits: u8,
    /// How likely it is meant, 0 to 1000; see [`Candidate::score`].
    pub score: Score,
    /// Why it is a candidate, if that was asked for; its keys stand beside the others.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub explanation: Option<Explanation>,
    /// Whether the name that matched was made by rule: see
    /// [`Name::is_generated`](crate::Name::is_generated).
    #[cfg_attr(feature = "serde", serde(default))]
    pub matched_generated: bool,
}

/// Why a candidate is one, as the command `toponym` writes it with `--explain`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Explanation {
    /// The larger units around the place, the smallest first.
    pub parents: Vec<ParentUnit>,
    /// [`Evidence`](crate::Evidence) as it prints, without the invisible marks that keep
    /// right-to-left words apart.
    pub evidence: String,
    /// In which letters the spelling differs from the name; see
    /// [`Evidence::edit_ops`](crate::Evidence::edit_ops).
    #[cfg_attr(feature = "serde", serde(rename = "slips"))]
    pub edit_ops: Vec<EditOp>,
    /// How far what is asked for may be from the point, in kilometres; see
    /// [`Candidate::accuracy_km`].
    #[cfg_attr(feature = "serde", serde(default))]
    pub accuracy_km: Option<f32>,
}

/// A larger unit around a place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ParentUnit {
    /// Its canonical id.
    pub id: PlaceId,
    /// Its name for an international reader.
    pub name: String,
}

impl Candidate<'_> {
    /// A record of the candidate that outlives the index, without an explanation.
    pub fn to_record(&self) -> CandidateRecord {
        CandidateRecord {
            place: self.place().to_summary(),
            matched_name: self.name().text().to_owned(),
            matched_language: self.name().language(),
            edits: self.evidence().edits(),
            score: self.score(),
            explanation: None,
            matched_generated: self.name().is_generated(),
        }
    }

    /// A record of the candidate that outlives the index, with why it is one.
    pub fn to_explained_record(&self) -> CandidateRecord {
        let parent = |place: PlaceRef<'_>| ParentUnit {
            id: place.id(),
            name: place.name().to_owned(),
        };
        let evidence = self.evidence();
        let explanation = Explanation {
            parents: self.place().parents().map(parent).collect(),
            evidence: evidence.to_string().replace(['\u{2068}', '\u{2069}'], ""),
            edit_ops: evidence.edit_ops.clone(),
            accuracy_km: self.accuracy_km(),
        };
        CandidateRecord {
            explanation: Some(explanation),
            ..self.to_record()
        }
    }
}
