//! What was learned of the texts of a language: the weights of the features, the share of places among
//! the mentions of a weight, and below which share a match is no mention.
//!
//! Models are rows of tables, each of a language and of posts, of prose or of both; where a text may be
//! in several languages the first model of one of them counts.

use crate::compiled::bytes::{u16_at, u32_at};
use crate::compiled::{Section, section};
use crate::lang::language::LanguageSet;
use crate::mention::feature::{Cue, Cues};
use crate::text::style::TextStyle;

/// The models, one after the other: the language (4 bytes: a [`LanguageSet`]), the texts
/// ([`Style`], 2), the minimum confidence of what the rules accept and of what they are in doubt about (2
/// each), the first of the model's rows in [`CONFIDENCES`] and their number (2 each), then the weight of
/// each feature, by its number (2 each).
const MODELS: &[u8] = section(Section::Models);

/// Number of bytes of a model before its weights, and of all of it.
pub(in crate::mention) const HEAD_BYTES: usize = 14;
const MODEL_BYTES: usize = HEAD_BYTES + 2 * Cue::ALL.len();

/// Weights in ascending order (4 bytes), each with the confidence from there on, in thousandths (2).
const CONFIDENCES: &[u8] = section(Section::Confidences);
const CONFIDENCE_BYTES: usize = 6;

/// The texts of its language that a model is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mention) enum Style {
    Any,
    Prose,
    Posts,
}

impl Style {
    /// All of them, by their numbers.
    pub const ALL: [Style; 3] = [Style::Any, Style::Prose, Style::Posts];

    /// The name in the tables.
    #[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
    pub const fn name(self) -> &'static str {
        match self {
            Style::Any => "any",
            Style::Prose => "prose",
            Style::Posts => "posts",
        }
    }

    const fn is_of(self, text: TextStyle) -> bool {
        match self {
            Style::Any => true,
            Style::Prose => !text.posts,
            Style::Posts => text.posts,
        }
    }
}

/// What was learned of the texts of a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Model(&'static [u8; MODEL_BYTES]);

impl Model {
    /// The model for a name that may be read in some languages.
    pub fn of(languages: LanguageSet, style: TextStyle) -> Option<Model> {
        let (models, _) = MODELS.as_chunks::<MODEL_BYTES>();
        let mut models = models.iter().map(Model);
        models.find(|model| model.languages().meets(languages) && model.style().is_of(style))
    }

    fn languages(self) -> LanguageSet {
        LanguageSet::of_bits(u32_at(self.0, 0))
    }

    fn style(self) -> Style {
        let number = usize::from(u16_at(self.0, 4));
        Style::ALL.get(number).copied().unwrap_or(Style::Any)
    }

    /// Minimum confidence of a match that the rules accept, in thousandths.
    pub fn min_accepted(self) -> u16 {
        u16_at(self.0, 6)
    }

    /// Minimum confidence of a match that the rules are in doubt about.
    pub fn min_doubtful(self) -> u16 {
        u16_at(self.0, 8)
    }

    /// Whether it decides on what the rules are in doubt about; else that is no mention.
    pub fn judges_doubtful(self) -> bool {
        self.min_doubtful() <= 1000
    }

    fn weight(self, cues: Cues) -> i32 {
        let weight = |cue: Cue| u16_at(self.0, HEAD_BYTES + 2 * cue as usize).cast_signed();
        cues.iter().map(|cue| i32::from(weight(cue))).sum()
    }

    /// The confidence of a mention with these features, in thousandths.
    pub fn confidence(self, cues: Cues) -> u16 {
        let weight = self.weight(cues);
        let (first, count) = (
            usize::from(u16_at(self.0, 10)),
            usize::from(u16_at(self.0, 12)),
        );
        let (rows, _) = CONFIDENCES.as_chunks::<CONFIDENCE_BYTES>();
        let rows = rows.get(first..first + count).unwrap_or_default();
        let at = rows.partition_point(|row| confidence_at(row).0 <= weight);
        let row = |at: usize| rows.get(at).map(|row| confidence_at(row));
        let (below, above) = (at.checked_sub(1).and_then(row), row(at));
        match (below, above) {
            (Some((from, low)), Some((to, high))) => {
                let part = i64::from(weight - from) * (i64::from(high) - i64::from(low));
                (i64::from(low) + part / i64::from(to - from)) as u16
            }
            (Some((_, score)), None) | (None, Some((_, score))) => score,
            (None, None) => 0,
        }
    }
}

fn confidence_at(row: &[u8]) -> (i32, u16) {
    (u32_at(row, 0).cast_signed(), u16_at(row, 4))
}
