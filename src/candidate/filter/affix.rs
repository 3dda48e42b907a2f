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
    fits_article(variant)
        && fits_language(variant, *name)
        && fits_feature_words(variant, name.place())
        && fits_plural(variant, name.place())
}

/// Whether the ending can have come off the place's name: there is one country of each name, so that
/// `qatarlar` are trains.
fn fits_plural(variant: &QueryVariant, place: PlaceRef<'_>) -> bool {
    !(place.feature().is_country() && variant.has_plural_ending())
}

/// Whether a name's language can be the variant's: what bears an Arabic clitic or article, or
/// is written with ة, is no Persian word, though an Arab place may have no other name than the Persian
/// spelling of its own. It may well be a Turkish name of another script.
fn fits_language(variant: &QueryVariant, name: NameRef<'_>) -> bool {
    if variant.space() != KeySpace::Arabic
        || matches!(name.language().primary(), "ar" | "und")
        || Script::of_text(name.text()) != Some(Script::Arabic)
    {
        return true;
    }
    let is_arab = || name.place().country().is_some_and(writes_arabic);
    !variant.has_clitic() && (!variant.text.contains('ة') || is_arab())
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
