//! The article of 2020: every gold mention with the right place, and no other place.
//!
//! The article is press text and no part of this project: the test reads it from the folder
//! that `TOPONYM_SHARED` names, and says so if there is none.

#![cfg(feature = "embedded")]

use toponym::{Coordinates, MentionKind, Resolver};

struct Gold {
    start: usize,
    end: usize,
    surface: String,
    ids: Vec<String>,
    center: Coordinates,
    radius_km: f64,
}

fn read_gold(table: &str) -> Vec<Gold> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .quoting(false)
        .from_reader(table.as_bytes());
    let row = |row: csv::StringRecord| {
        let text = |at: usize| row.get(at).unwrap();
        let number = |at: usize| text(at).parse::<f64>().unwrap();
        let mut ids = Vec::new();
        if !text(5).is_empty() {
            ids.push(format!("gn:{}", text(5)));
        }
        if !text(6).is_empty() {
            ids.push(format!("wd:{}", text(6)));
        }
        Gold {
            start: text(0).parse().unwrap(),
            end: text(1).parse().unwrap(),
            surface: text(3).to_owned(),
            ids,
            center: Coordinates::new(number(7), number(8)).unwrap(),
            radius_km: number(9),
        }
    };
    reader
        .records()
        .map(|record| row(record.unwrap()))
        .collect()
}

#[test]
fn every_place_of_the_article_and_no_other() {
    let Some(shared) = crate::shared::folder("the places of an article") else {
        return;
    };
    let read = |name: &str| {
        let path = shared.join("article").join(name);
        std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    };
    let text = read("karabakh-2020-10.txt");
    let gold = read_gold(&read("karabakh-2020-10.gold.tsv"));
    assert_eq!(gold.len(), 53, "gold mentions");

    let resolver = Resolver::embedded();
    let places: Vec<_> = resolver
        .scan(&text)
        .filter(|mention| mention.kind() == MentionKind::Place)
        .collect();
    let mut wrong = Vec::new();
    for gold in &gold {
        assert_eq!(text[gold.start..gold.end], gold.surface);
        let found = places
            .iter()
            .find(|m| m.range().start < gold.end && gold.start < m.range().end);
        let Some(best) = found.and_then(|mention| mention.resolution().best()) else {
            wrong.push(format!("{} {}: not found", gold.start, gold.surface));
            continue;
        };
        let place = best.place();
        let ids: Vec<String> = std::iter::once(place.id())
            .chain(place.same_as())
            .map(|id| id.to_string())
            .collect();
        let same_id = gold.ids.iter().any(|id| ids.contains(id));
        let km = place.coordinates().distance_km(gold.center);
        if !same_id && km > gold.radius_km {
            wrong.push(format!(
                "{} {}: {} {}, {km:.0} km off",
                gold.start,
                gold.surface,
                place.id(),
                place.name()
            ));
        }
    }
    for mention in &places {
        let range = mention.range();
        if !gold
            .iter()
            .any(|g| range.start < g.end && g.start < range.end)
        {
            wrong.push(format!("{} {}: no place", range.start, mention.as_str()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
