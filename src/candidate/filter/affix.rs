//! Whether a name can be a variant by what was stripped to get the variant: an Arabic clitic comes
//! off no Persian name, a river is no town that it may be named after.

use crate::candidate::phonetic::own_names::writes_arabic;
use crate::candidate::variant::QueryVariant;
use crate::index::{NameRef, PlaceRef};
use crate::key::KeySpace;
use crate::model::evidence::{StrippedAffix, Suits};
use crate::model::feature::FeatureClass;
use crate::text::script::Script;

/// Whether a name can be what a variant means.
pub(in crate::candidate) fn fits(variant: &QueryVariant, name: &NameRef<'_>) -> bool {
    Fit::of(variant).admits(variant, *name)
}

/// What has to be asked of a name before it can be what a variant means: most variants ask nothing.
#[derive(Clone, Copy, Debug)]
pub(in crate::candidate) struct Fit {
    /// Whether any name can be meant.
    article: bool,
    language: bool,
    stripped: bool,
}

impl Fit {
    pub fn of(variant: &QueryVariant) -> Fit {
        Fit {
            article: fits_article(variant),
            language: asks_language(variant),
            stripped: !variant.stripped.is_empty(),
        }
    }

    /// Whether a name can be what the variant means.
    pub fn admits(self, variant: &QueryVariant, name: NameRef<'_>) -> bool {
        self.article
            && (!self.language || fits_language(variant, name))
            && (!self.stripped
                || fits_feature_words(variant, name.place()) && fits_plural(variant, name.place()))
    }
}

/// Whether the ending can have come off the place's name: there is one country of each name, so that
/// `qatarlar` are trains.
fn fits_plural(variant: &QueryVariant, place: PlaceRef<'_>) -> bool {
    !(place.feature().is_country() && variant.has_plural_ending())
}

/// Whether a variant tells the language of names in Arabic letters: what bears an Arabic clitic or article, or
/// is written with ة, is no Persian word.
fn asks_language(variant: &QueryVariant) -> bool {
    variant.space() == KeySpace::Arabic && (variant.has_clitic() || variant.text.contains('ة'))
}

/// Whether a name can be in Arabic. It may well be a Turkish name of another script; and an Arab
/// place may have no other name than the Persian spelling of its own, which bears no clitics.
fn fits_language(variant: &QueryVariant, name: NameRef<'_>) -> bool {
    let is_arab = || name.place().country().is_some_and(writes_arabic);
    matches!(name.language().primary(), "ar" | "und")
        || name.script() != Some(Script::Arabic)
        || (!variant.has_clitic() && is_arab())
}

/// Whether a place can be what the feature words at its name announce: a river or a mountain is
/// no town that it may be named after.
fn fits_feature_words(variant: &QueryVariant, place: PlaceRef<'_>) -> bool {
    use FeatureClass::{Administrative, Populated, Road, Spot, Terrain, Undersea, Water};
    let feature = place.feature();
    let settled = matches!(feature.class(), Administrative | Populated);
    variant.stripped.iter().all(|stripped| match stripped {
        StrippedAffix::FeatureWord(word)
            if settled && matches!(word.class, Water | Terrain | Undersea) =>
        {
            word.suits(feature) != Suits::No
        }
        // The palace of Libya may be anything but Libya.
        StrippedAffix::FeatureWord(word) if matches!(word.class, Spot | Road) => {
            !feature.is_country()
        }
        _ => true,
    })
}

/// Whether an article may have come off: only with nothing else, and from a word long enough to
/// tell. Names that are used with and without it have both forms in the tables.
fn fits_article(variant: &QueryVariant) -> bool {
    !variant.stripped.contains(&StrippedAffix::Article)
        || (variant.stripped.len() == 1 && variant.key().len() >= ARTICLE_OFF_LETTERS)
        || variant.has_feature_word()
}

/// See [`fits_article`].
const ARTICLE_OFF_LETTERS: usize = 5;
