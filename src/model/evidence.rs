//! Evidence for a candidate: how the spelling matched, what was taken off it, and its context.

use crate::model::country::CountryCode;
use crate::model::edit_op::EditOp;
use crate::model::feature::{Feature, FeatureClass};
use crate::model::language::Language;
use crate::model::name::NameKind;
use crate::model::place_id::PlaceId;
use crate::model::relation::RelationWord;
use std::fmt;

/// How the spelling that was asked for compares with the name that it found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum MatchKind {
    /// Not a spelling at all: the place was asked for by one of its ids.
    Id,
    /// The same letters, but for case, marks and punctuation.
    Exact,
    /// The same after folding: غيومرى for غيومري, Susa for Şuşa.
    Folded {
        /// How much they differ before folding, in hundredths of an edit.
        cost: u16,
    },
    /// Not the same even then.
    Edited {
        /// How many letters were inserted, left out, replaced or swapped.
        edits: u8,
        /// What that costs by what writers confuse, in hundredths of an edit: 30 for غ in
        /// place of ج, 100 for ن in place of ج.
        cost: u16,
    },
    /// Another spelling, maybe in another script, that sounds alike: what is found when
    /// nothing is spelled alike.
    Sounded {
        /// How far the two are apart when their sounds are aligned, in hundredths of an edit,
        /// and something for the other names of the place if they are farther from it.
        cost: u16,
    },
}

impl MatchKind {
    /// How many letters the spelling is away from the name, after folding.
    pub(crate) fn edits(self) -> u8 {
        match self {
            MatchKind::Edited { edits, .. } => edits,
            MatchKind::Id
            | MatchKind::Exact
            | MatchKind::Folded { .. }
            | MatchKind::Sounded { .. } => 0,
        }
    }
}

/// Something that stood at the name and was taken off to find it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum StrippedAffix {
    /// A word written together with the next one: و ف ب ل ك in Arabic.
    Clitic(String),
    /// The Arabic article ال, which the name is also known without.
    Article,
    /// A case ending or another suffix: -ում, -də.
    Ending(String),
    /// A word that says what kind of place is meant: مدينة, rayonu.
    FeatureWord(FeatureWord),
    /// A word that says which country the place belongs to: مدينة غيومري *الأرمينية*.
    Demonym(Demonym),
    /// Another place named beside it, that the place lies in or is: Baku, *Azerbaijan*;
    /// Stepanakert (*Khankendi*); Tripoli *Libya*.
    #[cfg_attr(feature = "serde", serde(rename = "beside"))]
    AgreeingQualifier(String),
    /// What stood beside it, parted by a mark, and was not taken into account: the gazetteer has
    /// nothing of that name, or can't tell whether the place lies in it.
    #[cfg_attr(feature = "serde", serde(rename = "aside"))]
    UnverifiedQualifier(String),
    /// A word that says where something is, seen from the place: *north of* Gyumri.
    Relation(RelationWord),
}

impl StrippedAffix {
    pub(crate) fn feature_word(&self) -> Option<&FeatureWord> {
        match self {
            StrippedAffix::FeatureWord(word) => Some(word),
            _ => None,
        }
    }
}

/// What the rest of a text says for a place, or of its mention.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ContextEvidence {
    /// The text says that it lies in this place: حلب *في سوريا*.
    SaidToLieIn(PlaceId),
    /// Places of the same country are mentioned around it.
    SameCountry(CountryCode),
    /// A place near it is mentioned around it.
    NearOthers {
        /// The distance in kilometres.
        km: f64,
    },
    /// The same name meant it before.
    SameAsBefore,
    /// It lies where the caller said that the text plays.
    AskedFor,
    /// It gives its name to something that is no place: *مجموعة* مينسك.
    NamesGroup(String),
}

/// A word for the people of a place, or for what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Demonym {
    /// The word, as it was written.
    pub text: String,
    /// The country or region whose people it names.
    pub place: PlaceId,
}

/// A word that says what kind of place is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FeatureWord {
    /// The word, as it was written.
    pub text: String,
    /// The class of places it goes with.
    pub class: FeatureClass,
    /// GeoNames' feature codes it goes with, the best first; empty for the whole class.
    pub codes: Vec<String>,
}

/// How well a place is what a feature word announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Suits {
    No,
    /// A place of the word's class, of another code.
    Class,
    /// A place of one of the word's codes; or of its class, if it has no codes.
    Exactly,
}

impl FeatureWord {
    /// How well a place of this kind is what the word announces.
    pub(crate) fn suits(&self, feature: Feature) -> Suits {
        suits(self.class, self.codes.iter().map(String::as_str), feature)
    }

    /// Whether countries are among what it announces, or nothing is said of codes.
    pub(crate) fn is_for_countries(&self) -> bool {
        self.codes.is_empty() || self.codes.iter().any(|code| code.starts_with("PCL"))
    }

    /// Whether it announces a village: a settlement of no rank.
    pub(crate) fn is_village(&self) -> bool {
        self.class == FeatureClass::Populated && self.codes == ["PPL"]
    }
}

/// How well a place of a kind is what a word of some class and codes announces. A code tells more
/// than the class: إقليم goes with provinces (A) and with regions (L). No province is a sultanate.
pub(crate) fn suits<'c>(
    class: FeatureClass,
    codes: impl Iterator<Item = &'c str> + Clone,
    feature: Feature,
) -> Suits {
    let same_class = feature.class() == class;
    let has_codes = || codes.clone().next().is_some();
    let country_alone = || codes.clone().all(|code| code.starts_with("PCL"));
    if codes.clone().any(|code| code == feature.code()) || (same_class && !has_codes()) {
        Suits::Exactly
    } else if same_class && (feature.is_country() || !country_alone()) {
        Suits::Class
    } else {
        Suits::No
    }
}

/// Why a candidate was found and how well; prints as an explanation in one line.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Evidence {
    /// How the spelling compares with the name.
    pub spelling: MatchKind,
    /// What was taken off first, in the order of the text.
    #[cfg_attr(feature = "serde", serde(rename = "taken"))]
    pub stripped: Vec<StrippedAffix>,
    /// The language of the name that matched.
    pub language: Language,
    /// The kind of the name that matched.
    pub kind: NameKind,
    /// Whether the name is only the beginning of what was found (autocomplete).
    pub completed: bool,
    /// Distance in kilometres from the point that the query gave.
    pub distance_km: Option<f64>,
    /// Whether what is left once a clitic or an ending is taken off is an ordinary word or one for
    /// people, that hardly ever means a place: سيول, *floods* and Seoul.
    #[cfg_attr(feature = "serde", serde(default))]
    pub is_word: bool,
    /// What the text around a mention says for the place; empty for a name asked for alone.
    #[cfg_attr(feature = "serde", serde(default, rename = "clues"))]
    pub context_evidence: Vec<ContextEvidence>,
    /// In which letters the spelling differs from the name, in their order. Empty for a name
    /// that is only begun, and for one found by its id or its sound.
    #[cfg_attr(feature = "serde", serde(default, rename = "slips"))]
    pub edit_ops: Vec<EditOp>,
    /// What the query was read as, where it could not be found as it stands: with abbreviations
    /// written out, the parts of a country's name in their order, or letters put right that a wrong
    /// encoding had broken.
    #[cfg_attr(feature = "serde", serde(default))]
    pub read_as: Option<String>,
}

impl Evidence {
    /// How many letters the spelling is away from the name, after folding; 0 for a name that
    /// was found by its sound.
    pub fn edits(&self) -> u8 {
        self.spelling.edits()
    }

    /// The feature word that stood at the name, if one did.
    pub fn feature_word(&self) -> Option<&FeatureWord> {
        self.stripped.iter().find_map(StrippedAffix::feature_word)
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.spelling {
            MatchKind::Id => return f.write_str("asked for by its id"),
            MatchKind::Exact => f.write_str("exact spelling")?,
            MatchKind::Folded { .. } => f.write_str("same but for letter forms")?,
            MatchKind::Edited { edits, cost } => {
                let s = if edits == 1 { "" } else { "s" };
                write!(
                    f,
                    "{edits} edit{s} counting as {}.{:02}",
                    cost / 100,
                    cost % 100
                )?;
            }
            MatchKind::Sounded { cost } => {
                let (edits, hundredths) = (cost / 100, cost % 100);
                write!(f, "sounds alike, {edits}.{hundredths:02} edits apart")?;
            }
        }
        for (at, edit_op) in self.edit_ops.iter().enumerate() {
            write!(f, "{}{edit_op}", if at == 0 { ": " } else { ", " })?;
        }
        if self.completed {
            f.write_str(", beginning of a name")?;
        }
        write!(f, "; {} name ({})", self.kind, self.language)?;
        for stripped in &self.stripped {
            match stripped {
                // Isolates keep a right-to-left letter from reordering the line around it.
                StrippedAffix::Clitic(text) => {
                    write!(f, "; without the clitic \u{2068}{text}\u{2069}")?
                }
                StrippedAffix::Article => f.write_str("; without the article")?,
                StrippedAffix::Ending(text) => {
                    write!(f, "; without the ending \u{2068}{text}\u{2069}")?
                }
                StrippedAffix::FeatureWord(word) => {
                    write!(f, "; said to be a \u{2068}{}\u{2069}", word.text)?
                }
                StrippedAffix::AgreeingQualifier(text) => {
                    write!(f, "; beside \u{2068}{text}\u{2069}, which agrees")?
                }
                StrippedAffix::UnverifiedQualifier(text) => {
                    write!(f, "; without \u{2068}{text}\u{2069} beside it")?
                }
                StrippedAffix::Demonym(word) => {
                    write!(f, "; said to be \u{2068}{}\u{2069}", word.text)?
                }
                StrippedAffix::Relation(word) => {
                    let (relation, text) = (word.relation, &word.text);
                    write!(f, "; asked for what is \u{2068}{text}\u{2069} ({relation})")?
                }
            }
        }
        if let Some(text) = &self.read_as {
            write!(f, "; read as \u{2068}{text}\u{2069}")?;
        }
        if self.is_word {
            f.write_str("; also an ordinary word")?;
        }
        if let Some(km) = self.distance_km {
            write!(f, "; {km:.0} km away")?;
        }
        for evidence in &self.context_evidence {
            match evidence {
                ContextEvidence::SaidToLieIn(place) => write!(f, "; said to lie in {place}")?,
                ContextEvidence::SameCountry(country) => {
                    write!(f, "; others in {country} around it")?
                }
                ContextEvidence::NearOthers { km } => write!(f, "; {km:.0} km from another")?,
                ContextEvidence::SameAsBefore => f.write_str("; meant by this name before")?,
                ContextEvidence::AskedFor => f.write_str("; where the text is said to play")?,
                ContextEvidence::NamesGroup(word) => {
                    write!(f, "; gives its name to a \u{2068}{word}\u{2069}")?;
                }
            }
        }
        Ok(())
    }
}
