//! Names with an ending behind an apostrophe: Paris'te is Paris, and Hama'dan is Hama, not Hamadan.
//!
//! The apostrophe says where the name ends, so that nothing is a misspelling of letters from both
//! sides of it unless whoever asks limits the edits himself. It is dropped into a name only if the
//! name is written so itself (Xi'an), or if nothing is called what stands before it.

use crate::candidate::name_hit::NameHit;
use crate::candidate::prefix::Search;
use crate::candidate::tier::{search_heard, search_spelled};
use crate::lang::affix::split_ending;
use crate::model::evidence::StrippedAffix;
use crate::query::{MaxEdits, Query};
use std::sync::Arc;

/// All names that a query finds in the first tier that finds any, or in all tiers if the
/// query is exhaustive.
pub(crate) fn search<'i>(source: Search<'i>, query: &Query) -> Vec<NameHit<'i>> {
    let Some(split) = Split::of(query) else {
        return search_spelled(source, query);
    };
    let done = |found: &Vec<NameHit>| !query.exhaustive && !found.is_empty();
    let (whole, slipped): (Vec<_>, Vec<_>) = search_spelled(source, query)
        .into_iter()
        .partition(|found| found.edits == 0 && !takes_ending(found));
    let (mut found, mut unlike): (Vec<_>, Vec<_>) = whole
        .into_iter()
        .partition(|found| split_ending(found.name.text()).is_some());
    if done(&found) {
        return found;
    }
    let (exact, edited): (Vec<_>, Vec<_>) = split
        .without_ending(source, search_spelled)
        .into_iter()
        .partition(|found| found.edits == 0);
    found.extend(exact);
    if found.is_empty() || split.one_letter {
        found.append(&mut unlike);
    }
    if done(&found) {
        return found;
    }
    found.extend(edited);
    if split.one_letter || query.max_edits != MaxEdits::Auto {
        found.extend(slipped);
    }
    found
}

/// All names that sound like a query that nothing is spelled like.
pub(crate) fn search_by_sound<'i>(source: Search<'i>, query: &Query) -> Vec<NameHit<'i>> {
    let Some(split) = Split::of(query) else {
        return search_heard(source, query);
    };
    let mut found = split.without_ending(source, search_heard);
    if split.one_letter && (found.is_empty() || query.exhaustive) {
        found.extend(search_heard(source, query));
    }
    found
}

fn takes_ending(found: &NameHit<'_>) -> bool {
    let mut stripped = found.written.stripped.iter();
    stripped.any(|stripped| matches!(stripped, StrippedAffix::Ending(_)))
}

/// A query parted at its apostrophe.
struct Split {
    /// What stands before it.
    name: Query,
    ending: String,
    /// Whether it is a single letter, as many romanized names have behind an apostrophe too: what
    /// is more likely is told by the score.
    one_letter: bool,
}

impl Split {
    /// `None` if no ending stands behind an apostrophe, or may still be going on to be another
    /// part of the name.
    fn of(query: &Query) -> Option<Split> {
        if query.prefix {
            return None;
        }
        let (name, ending) = split_ending(&query.name)?;
        Some(Split {
            one_letter: ending.chars().count() == 1,
            ending: ending.to_owned(),
            name: query.clone().name(name),
        })
    }

    /// What is found for the name alone, with a note of its ending.
    fn without_ending<'i>(
        &self,
        source: Search<'i>,
        search: fn(Search<'i>, &Query) -> Vec<NameHit<'i>>,
    ) -> Vec<NameHit<'i>> {
        let mut found = search(source, &self.name);
        for found in &mut found {
            let written = Arc::make_mut(&mut found.written);
            written
                .stripped
                .push(StrippedAffix::Ending(self.ending.clone()));
        }
        found
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use crate::gazetteer::Gazetteer;
    use crate::index::IndexBuilder;
    use crate::model::coordinates::Coordinates;
    use crate::model::name::{Name, NameKind};
    use crate::model::place::Place;
    use crate::query::{MaxEdits, Query};
    use crate::resolver::Resolver;

    fn resolver(names: &[&str]) -> Resolver {
        let point = Coordinates::new(0.0, 0.0).unwrap();
        let (mut places, mut all) = (Vec::new(), Vec::new());
        for (number, text) in names.iter().enumerate() {
            let place = Place::new(format!("gn:{}", number + 1).parse().unwrap(), point);
            let language = "tr".parse().unwrap();
            all.push(Name::new(
                place.id.clone(),
                *text,
                language,
                NameKind::Preferred,
            ));
            places.push(place);
        }
        let gazetteer = Gazetteer { places, names: all };
        Resolver::new(
            IndexBuilder::new()
                .add_gazetteer(gazetteer)
                .build()
                .unwrap(),
        )
    }

    #[test]
    fn the_apostrophe_parts_a_name_from_its_ending() {
        let resolver = resolver(&[
            "Hama",
            "Hamadan",
            "Hindistan",
            "Hınıs",
            "Xi'an",
            "L'Aquila",
            "Sanaa",
            "Paris",
            "Van Gölü",
        ]);
        for (query, name) in [
            ("Hama'dan", "Hama"),
            ("Hama\u{2019}dan", "Hama"),
            ("Hamadan", "Hamadan"),
            ("Hamadan'dan", "Hamadan"),
            ("Hınıs'tan", "Hınıs"),
            ("Xi'an", "Xi'an"),
            ("Xi'an'dan", "Xi'an"),
            ("L'Aquila'da", "L'Aquila"),
            ("Sana'a", "Sanaa"),
            ("Sana'a'dan", "Sanaa"),
            ("Paris'tekiler", "Paris"),
            ("Van Gölü'nde", "Van Gölü"),
        ] {
            let found = resolver.resolve(query);
            let best = found.best().map(|best| best.name().text().to_owned());
            assert_eq!(best.as_deref(), Some(name), "{query}");
        }
        let limited = Query::new("Xındis'tan").max_edits(MaxEdits::Limit(1));
        assert!(resolver.resolve(limited).best().is_some());
        assert!(resolver.resolve("Xındis'tan").best().is_none());
    }

    #[test]
    fn who_asks_for_all_gets_both_with_the_name_behind_the_whole_written_so() {
        let resolver = resolver(&["Hama", "Hama'dan"]);
        let all = resolver.resolve(Query::new("Hama'dan").exhaustive(true));
        let names: Vec<_> = all.candidates().iter().map(|c| c.name().text()).collect();
        assert_eq!(names, ["Hama'dan", "Hama"]);
    }
}
