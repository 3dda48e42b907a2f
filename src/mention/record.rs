//! A mention as a record of its own, apart from the text and the index.

use crate::mention::site_point::SitePointRecord;
use crate::mention::{Mention, MentionKind};
use crate::model::score::Score;
use crate::model::span::Span;
use crate::model::status::Status;
use crate::rank::candidate_record::CandidateRecord;
use crate::resolution::record::ResolutionRecord;

/// A [`Mention`] that borrows nothing, serialized as `scan --format jsonl` writes mentions, but for
/// the file. Offsets are bytes of the text, from 0, the ends excluded.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct MentionRecord {
    /// Where the name starts; see [`Mention::span`].
    pub start: usize,
    /// Where the name ends.
    pub end: usize,
    /// Where its word starts, with clitics and endings; see [`Mention::token_span`].
    pub token_start: usize,
    /// Where its word ends.
    pub token_end: usize,
    /// Where it starts with its feature word; see [`Mention::phrase_span`].
    pub phrase_start: usize,
    /// Where it ends with its feature word.
    pub phrase_end: usize,
    /// The name as it stands in the text.
    pub text: String,
    /// Whether it names a place, or people and things of one.
    pub kind: MentionKind,
    /// Whether one place stands out.
    pub status: Status,
    /// The likeliest candidate, if there is one.
    pub place: Option<CandidateRecord>,
    /// The other candidates, the likelier first.
    pub alternatives: Vec<CandidateRecord>,
    /// What spoke for and against its being a place, if an explanation was asked for; see
    /// [`Mention::cues`].
    #[cfg_attr(
        feature = "serde",
        serde(default, rename = "signs", skip_serializing_if = "Option::is_none")
    )]
    pub cues: Option<Vec<String>>,
    /// How likely it names a place, in thousandths; see [`Mention::confidence`].
    #[cfg_attr(feature = "serde", serde(default))]
    pub confidence: Option<Score>,
    /// Where a place is that no gazetteer holds; see [`Mention::site_point`].
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub site_point: Option<SitePointRecord>,
}

impl MentionRecord {
    /// Where the name is.
    pub fn span(&self) -> Span {
        (self.start..self.end).into()
    }

    /// Where the name is with what is written together with it.
    pub fn token_span(&self) -> Span {
        (self.token_start..self.token_end).into()
    }

    /// Where the token is with the feature words at it.
    pub fn phrase_span(&self) -> Span {
        (self.phrase_start..self.phrase_end).into()
    }
}

impl Mention<'_, '_> {
    /// A record of the mention that outlives text and index, without explanations.
    pub fn to_record(&self) -> MentionRecord {
        self.recorded(self.resolution().to_record(), None)
    }

    /// A record of the mention that outlives text and index, with why it is one and what makes
    /// each candidate one.
    pub fn to_explained_record(&self) -> MentionRecord {
        let cues = self.cues().map(str::to_owned).collect();
        self.recorded(self.resolution().to_explained_record(), Some(cues))
    }

    fn recorded(&self, resolution: ResolutionRecord, cues: Option<Vec<String>>) -> MentionRecord {
        let (name, token, phrase) = (self.span(), self.token_span(), self.phrase_span());
        let mut candidates = resolution.candidates.into_iter();
        MentionRecord {
            start: name.start,
            end: name.end,
            token_start: token.start,
            token_end: token.end,
            phrase_start: phrase.start,
            phrase_end: phrase.end,
            text: self.as_str().to_owned(),
            kind: self.kind(),
            status: resolution.status,
            place: candidates.next(),
            alternatives: candidates.collect(),
            cues,
            confidence: self.confidence(),
            site_point: self.site_point().map(|point| point.to_record()),
        }
    }
}
