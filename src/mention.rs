//! Mentions: the place names and demonyms of a text, each with the place that it refers to.
//!
//! A text goes through the stages front to back, a window of a few hundred words at a time, and each
//! stage hands a value on to the next. Values go one way: no stage looks a name up or judges a match
//! that an earlier one has looked up or judged. What stages share are predicates on single tokens
//! (`analysis::neighbor`, `analysis::trigger`).
//!
//! ```text
//! text
//!  │  1 token           segmentation, normalization, folding; what can begin at a form (annotate)
//!  ▼
//! Tokens
//!  │  2 lookup          walk in the dictionary: proclitics (ل of ليريفان) and endings (ում of
//!  │                    Երևանում) come off here; demonyms; names written together
//!  ▼
//! Passage               tokens + NameLattice, the DictionaryMatches at each token
//!  │  3 context         feature words (مدينة شوشة), lists, shorter names within a match, and the
//!  │                    Discourse: recent places, clubs and lists of the text
//!  ▼
//! ContextMatch          a match with its NameEntries and its Context
//!  │  4 filter          ordinary words, short and obscure names; a town inside a club's name;
//!  │                    name or demonym
//!  ▼
//! Accepted              the names that the match may mean
//!  │  5 classify        Cues (features) of a match, and its confidence
//!  ▼
//! Detection             Name │ Demonym │ Misspelled │ Unheard │ Compound │ LeadingHeadSite │ TrailingHeadSite
//!  │  6 span            name, token and phrase: شوشة, وشوشة, مدينة شوشة
//!  ▼
//! MentionSpan
//!  │  7 disambiguation  candidates, ranked by what was written
//!  ▼
//! Mention               made in Pipeline::mention, and nowhere else
//!  │  7 disambiguation  coherence: ranked again by the mentions before and behind
//!  ▼
//! Mention               returned by Mentions
//! ```
//!
//! Each stage is a folder, and the file beside it says what comes in, what goes out, and which file
//! holds which rule. `pipeline` runs the stages, and `mentions` is the iterator over the result.
//! [`Resolver::names_in`](crate::Resolver::names_in) ends after lookup (`names`): its matches are
//! all names of the text.
//!
//! - From left to right the longest name counts, and no two mentions overlap. A token is a name as
//!   it stands if it can be one, else with the fewest affixes stripped off.
//! - Each form is normalized and looked up once (`analysis::token::word_form`), with what can begin at it
//!   (`annotate`), so that most tokens are skipped at once. What the index has under a key
//!   (`lookup::name_entry`) and what a token says of a name beside it (`context::neighbor`) is cached
//!   too, and the next text begins with these caches (`cache`).
//! - Where no name is accepted, a feature word licenses a misspelled one (`context::misspelled`) and one
//!   that only sounds like one of the index (`context::unheard`), a head tells a place that the index does not hold (`span::leading_head`,
//!   `span::trailing_head`), and a long token is split (`lookup::compound`).

pub(crate) mod annotate;
pub(crate) mod cache;
pub(crate) mod classify;
pub(crate) mod context;
pub(crate) mod detection;
pub(crate) mod disambiguation;
pub(crate) mod feature;
pub(crate) mod filter;
pub(crate) mod lookup;
pub(crate) mod mentions;
pub(crate) mod names;
pub(crate) mod pipeline;
pub(crate) mod record;
pub(crate) mod site_point;
pub(crate) mod span;
#[cfg(all(test, feature = "build"))]
mod tests;
pub(crate) mod text_places;

use crate::mention::feature::Cues;
use crate::mention::site_point::SitePoint;
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
    /// What the classifier gave it, in thousandths, if something was learned of its language.
    pub(crate) confidence: Option<u16>,
    pub(crate) site_point: Option<SitePoint<'r>>,
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
    /// It was learned from news in Arabic and in Armenian and from posts in Arabic; mentions in
    /// Persian are weighed by what Arabic news taught. `None` in all other languages, and for words
    /// for people ([`MentionKind::Demonym`]) that are no form of the place's own name.
    pub fn confidence(&self) -> Option<Score> {
        self.confidence
            .map(|thousandths| Score::from_points(thousandths.into()))
    }

    /// The features that the classifier saw, if something was learned of the language: names of the
    /// rows of `data/mention_weights.csv`.
    pub fn cues(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.cues.iter().map(|cue| cue.name())
    }

    /// Where a place is that no gazetteer holds, as far as the text tells: the point of a place that it
    /// names with it. `None` for mentions whose [`Mention::resolution`] has a place.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use toponym::{Resolver, SiteRelation};
    ///
    /// let resolver = Resolver::embedded();
    /// let mention = resolver.scan("اقتحموا حي القصور في حمص").next().unwrap();
    /// assert_eq!(mention.as_str(), "القصور");
    /// let point = mention.site_point().unwrap();
    /// assert_eq!(point.place().id().to_string(), "gn:169577");
    /// assert_eq!(point.relation(), SiteRelation::In);
    /// # }
    /// ```
    pub fn site_point(&self) -> Option<SitePoint<'r>> {
        self.site_point
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
