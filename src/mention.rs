//! A mention: a place name or a demonym where it stands in a text.

pub(crate) mod annotate;
pub(crate) mod cache;
pub(crate) mod classify;
pub(crate) mod context;
pub(crate) mod detection;
pub(crate) mod disambiguation;
pub(crate) mod feature;
pub(crate) mod filter;
pub(crate) mod lookup;
pub(crate) mod names;
pub(crate) mod pipeline;
pub(crate) mod reader;
pub(crate) mod record;
pub(crate) mod span;
#[cfg(all(test, feature = "build"))]
mod tests;
pub(crate) mod token;

use crate::mention::feature::Cues;
use crate::model::score::Score;
use crate::model::span::Span;
use crate::resolution::Resolution;
use std::ops::Range;

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum MentionKind {
    /// The name of a place.
    Place,
    /// A word for its people or for what belongs to it: الأرمينية, հայկական, azərbaycanlı.
    Demonym,
}

impl MentionKind {
    /// The word that output for programs uses.
    pub fn as_str(self) -> &'static str {
        match self {
            MentionKind::Place => "place",
            MentionKind::Demonym => "demonym",
        }
    }
}

impl std::fmt::Display for MentionKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A place that a text mentions, with where the text does so.
///
/// Its three spans are bytes of the text as it was given; each lies within the next. Offsets in
/// characters are to be had of [`Offsets`](crate::Offsets).
///
/// ```
/// # #[cfg(feature = "embedded")] {
/// use toponym::{Offsets, Resolver};
///
/// let text = "وصل الوفد إلى مدينة شوشة";
/// let resolver = Resolver::embedded();
/// let mention = resolver.scan(text).next().unwrap();
/// assert_eq!(&text[mention.span()], "شوشة");
/// assert_eq!(&text[mention.phrase_span()], "مدينة شوشة");
/// assert!(mention.confidence().is_some_and(|confidence| confidence.get() > 800));
///
/// let offsets = Offsets::chars(text);
/// assert_eq!(offsets.convert(mention.span()).range(), 20..24);
///
/// let kept = mention.to_record();
/// assert_eq!((kept.text.as_str(), kept.place.is_some()), ("شوشة", true));
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Mention<'r, 't> {
    pub(crate) text: &'t str,
    pub(crate) name: Range<usize>,
    pub(crate) token: Range<usize>,
    pub(crate) phrase: Range<usize>,
    pub(crate) kind: MentionKind,
    pub(crate) resolution: Resolution<'r>,
    pub(crate) cues: Cues,
    /// How likely it is one by its signs, in thousandths, if it was weighed.
    pub(crate) confidence: Option<u16>,
}

impl<'r, 't> Mention<'r, 't> {
    /// Where the name alone is: يريفان of ليريفان.
    pub fn span(&self) -> Span {
        self.name.clone().into()
    }

    /// [`Mention::span`] as a range.
    pub fn range(&self) -> Range<usize> {
        self.name.clone()
    }

    /// Where the name is with what is written together with it: ليريفان, Երևանում, Bakı'da.
    pub fn token_span(&self) -> Span {
        self.token.clone().into()
    }

    /// Where the token is with the feature words at it: مدينة شوشة, Şuşa rayonu.
    pub fn phrase_span(&self) -> Span {
        self.phrase.clone().into()
    }

    /// The name as it stands in the text.
    pub fn as_str(&self) -> &'t str {
        self.text.get(self.name.clone()).unwrap_or_default()
    }

    /// How likely it is that the text means a place here, in thousandths: of the mentions at 900
    /// nine in ten name one. Which place is another question, which [`Mention::resolution`]
    /// answers.
    ///
    /// `None` where that is not weighed: outside text in Arabic letters, and for mentions of which
    /// no name of the gazetteer stands there in one of its spellings.
    pub fn confidence(&self) -> Option<Score> {
        self.confidence
            .map(|thousandths| Score::from_points(thousandths.into()))
    }

    /// What spoke for or against its being a place, if that was weighed: names of the rows of
    /// `data/mention_weights.csv`.
    pub fn cues(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.cues.iter().map(|cue| cue.name())
    }

    /// Whether it names a place, or people and things of one.
    pub fn kind(&self) -> MentionKind {
        self.kind
    }

    /// Which place is meant: for a demonym the country, or whatever place it belongs to.
    pub fn resolution(&self) -> &Resolution<'r> {
        &self.resolution
    }
}
