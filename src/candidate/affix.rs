//! Whether a name that has the key of a reading can be what the reading means.

use crate::candidate::variant::QueryVariant;
use crate::index::{NameRef, PlaceRef};
use crate::key::{Key, KeySpace};
use crate::model::evidence::{StrippedAffix, Suits};
use crate::model::feature::FeatureClass;
use crate::model::name::NameKind;
use crate::query::Query;
use crate::text::script::Script;
use unicode_normalization::char::is_combining_mark;

/// Whether a name can be what a reading means.
pub(super) fn fits(variant: &QueryVariant, name: &NameRef<'_>) -> bool {
    fits_article(variant)
        && fits_language(variant, *name)
        && fits_feature_words(variant, name.place())
}

/// Whether a name's language can be the reading's: what bears an Arabic clitic or article, or
/// is written with ة, is no Persian word. It may well be a Turkish name of another script.
fn fits_language(variant: &QueryVariant, name: NameRef<'_>) -> bool {
    variant.key.space() != KeySpace::Arabic
        || matches!(name.language().primary(), "ar" | "und")
        || !(variant.has_clitic() || variant.written.contains('ة'))
        || Script::of_text(name.text()) != Some(Script::Arabic)
}

/// Whether a place can be what the feature words at its name announce: a river or a mountain is
/// no town that it may be named after.
fn fits_feature_words(variant: &QueryVariant, place: PlaceRef<'_>) -> bool {
    use FeatureClass::{Administrative, Populated, Terrain, Undersea, Water};
    let feature = place.feature();
    let settled = matches!(feature.class(), Administrative | Populated);
    variant.stripped.iter().all(|stripped| match stripped {
        StrippedAffix::FeatureWord(word)
            if settled && matches!(word.class, Water | Terrain | Undersea) =>
        {
            word.suits(feature) != Suits::No
        }
        _ => true,
    })
}

/// Whether an article may have come off: only with nothing else, and from a word long enough to
/// tell. Names that are used with and without it have both forms in the tables.
fn fits_article(variant: &QueryVariant) -> bool {
    !variant.stripped.contains(&StrippedAffix::Article)
        || (variant.stripped.len() == 1 && variant.key.len() >= ARTICLE_OFF_LETTERS)
        || variant.has_feature_word()
}

/// See [`fits_article`].
const ARTICLE_OFF_LETTERS: usize = 5;

/// Whether initials, if it is such a name, can be told from the ending that came off: by a mark
/// between them (ИРИ-на), or because they are written in capitals (ԱՄՆում). Ирина and ирина are
/// another word. A word in capitals throughout tells neither, and is read as in a text.
pub(super) fn is_told_from_ending(
    query: &Query,
    variant: &QueryVariant,
    name: NameRef<'_>,
) -> bool {
    let small = |text: &str| text.chars().filter(|c| c.is_lowercase()).count();
    let (query, initials) = (query.name.as_str(), name.text());
    if name.kind() != NameKind::Abbreviation
        || !variant.has_ending()
        || !initials.contains(char::is_uppercase)
    {
        return true;
    }
    word_starts(query).any(|start| {
        let (stem, ending) = split_letters(&query[start..], letters_in(&variant.written));
        let marked = !ending
            .trim_start_matches(is_combining_mark)
            .starts_with(char::is_alphabetic);
        // BiH has a small letter itself.
        Key::of(stem) == variant.key && (marked || small(stem) <= small(initials))
    })
}

fn letters_in(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// Where letters follow what is none.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let before = std::mem::replace(&mut inside, c.is_alphabetic() || is_combining_mark(c));
        (inside && !before).then_some(at)
    })
}

/// A text up to its letter of some number, and the rest.
fn split_letters(text: &str, count: usize) -> (&str, &str) {
    let mut letters = text.char_indices().filter(|(_, c)| c.is_alphabetic());
    let last = count.checked_sub(1).and_then(|last| letters.nth(last));
    text.split_at(last.map_or(0, |(at, c)| at + c.len_utf8()))
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use crate::gazetteer::Gazetteer;
    use crate::index::IndexBuilder;
    use crate::model::coordinates::Coordinates;
    use crate::model::name::{Name, NameKind};
    use crate::model::place::Place;
    use crate::query::Query;
    use crate::resolver::Resolver;

    /// Whether a place that has nothing but these initials is found by a spelling of them.
    fn finds(initials: &str, query: &str) -> bool {
        let place = Place::new("gn:1".parse().unwrap(), Coordinates::new(0.0, 0.0).unwrap());
        let language = "und".parse().unwrap();
        let name = Name::new(place.id.clone(), initials, language, NameKind::Abbreviation);
        let gazetteer = Gazetteer {
            places: vec![place],
            names: vec![name],
        };
        let index = IndexBuilder::new().add_gazetteer(gazetteer).build();
        let resolver = Resolver::new(index.unwrap());
        resolver
            .resolve(Query::new(query).spelled(true))
            .best()
            .is_some()
    }

    #[test]
    fn initials_are_told_from_their_ending() {
        for (initials, query) in [
            ("ФРГ", "ФРГ"),
            ("ФРГ", "фрг"),
            ("ФРГ", "ФРГ-у"),
            ("ФРГ", "фрг-у"),
            ("ФРГ", "ФРГу"),
            ("ФРГ", "ФРГУ"),
            ("ФРГ", "республика ФРГу"),
            ("ABŞ", "ABŞda"),
            ("ŞKTR", "SKTRdə"),
            ("ŞKTR", "S\u{327}KTRdə"),
            ("ŞKTR", "s\u{327}ktr-də"),
            ("ABŞ", "abş'da"),
            ("İİR", "İİRdə"),
            ("BiH", "BiHdə"),
            ("U.S.", "U.S.'s"),
            ("ԱՄՆ", "ԱՄՆում"),
            ("ԱՄՆ", "ԱՄՆՈՒՄ"),
            ("ԱՄՆ", "ԱՄՆ-ՈՒՄ"),
            ("აშშ", "აშშში"),
        ] {
            assert!(finds(initials, query), "{query}");
        }
    }

    #[test]
    fn other_words_are_no_initials_with_an_ending() {
        for (initials, query) in [
            ("ФРГ", "Фргу"),
            ("ФРГ", "фргу"),
            ("ФРГ", "ФрГу"),
            ("ФРГ", "республика Фргу"),
            ("ФРГ", "РЕСПУБЛИКА Фргу"),
            ("ФРГ", "респ. Фргу"),
            ("ФРГ", "Анна Фргу"),
            ("ИРИ", "Ирина"),
            ("USA", "usada"),
            ("ŞKTR", "S\u{327}ktrdə"),
            ("BiH", "Bihdə"),
            ("ԱՄՆ", "Ամնում"),
        ] {
            assert!(!finds(initials, query), "{query}");
        }
    }
}
