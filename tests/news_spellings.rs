//! Spellings seen in Arabic newspapers, kept outside the crate: each leads to the place that
//! its English name leads to.
//!
//! Needs the folder of shared data that `TOPONYM_SHARED` names; skipped, with a notice, when
//! the variable is not set.
#![cfg(feature = "embedded")]

use toponym::{Resolver, Status};

#[test]
fn newspapers_spellings_lead_to_their_places() {
    let Some(shared) = crate::shared::folder("spellings in newspapers") else {
        return;
    };
    let path = shared.join("facts/arabic-spellings-in-news.tsv");
    let mut table = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .quoting(false)
        .from_path(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let resolver = Resolver::embedded();
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in table.records() {
        let row = row.unwrap();
        let (place, wikidata, spelling) = (&row[0], &row[1], &row[2]);
        let expected = match wikidata {
            "" => resolver.resolve(place).best().map(|c| c.place()),
            id => resolver.place(&format!("wd:{id}").parse().unwrap()),
        };
        let resolution = resolver.resolve(spelling);
        let found = resolution.best().map(|c| c.place());
        if expected.is_none() || found != expected || resolution.status() != Status::Resolved {
            wrong.push(format!(
                "{spelling} ({place} {wikidata}): {found:?}, expected {expected:?}"
            ));
        }
        rows += 1;
    }
    assert!(rows > 0, "{} has no rows", path.display());
    assert!(
        wrong.is_empty(),
        "{} of {rows}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
