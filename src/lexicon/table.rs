//! Reading the word tables that ship with the crate.
//!
//! A row that does not read is left out rather than reported, for there is nobody to report
//! it to; the tests see to it that there is none.

use super::{Bar, CommonWord, Demonym, FeatureRule, Position};
use crate::normalize::normalize;
use crate::place::PlaceId;
use csv::{ReaderBuilder, StringRecord};

const FEATURE_WORDS: &str = include_str!("../../data/feature_words.csv");
const DEMONYMS: &str = include_str!("../../data/demonyms.csv");
const DEMONYMS_UNPLACED: &str = include_str!("../../data/demonyms_unplaced.csv");
const COMMON_WORDS: &str = include_str!("../../data/common_words.csv");

/// Parses every row after the header; `None` stands for a row that does not read.
fn parse<T>(
    table: &'static str,
    row: impl Fn(&StringRecord) -> Option<T>,
) -> impl Iterator<Item = Option<T>> {
    ReaderBuilder::new()
        .from_reader(table.as_bytes())
        .into_records()
        .map(move |record| row(&record.ok()?))
}

/// `text,language,position,class,features,source`
fn feature_word(row: &StringRecord) -> Option<(String, FeatureRule)> {
    let position = match row.get(2)? {
        "before" => Position::Before,
        "after" => Position::After,
        _ => return None,
    };
    let rule = FeatureRule {
        position,
        class: row.get(3)?.parse().ok()?,
        codes: row.get(4)?.split(' ').map(str::to_owned).collect(),
    };
    Some((row.get(0)?.to_owned(), rule))
}

fn demonym(text: &str, place: Option<PlaceId>) -> (String, Demonym) {
    let demonym = Demonym {
        spelling: normalize(text).as_str().to_owned(),
        capital: text.starts_with(char::is_uppercase),
        place,
    };
    (text.to_owned(), demonym)
}

/// `place,text,language,source`
fn placed_demonym(row: &StringRecord) -> Option<(String, Demonym)> {
    Some(demonym(row.get(1)?, Some(row.get(0)?.parse().ok()?)))
}

/// `text,language,region,source`
fn unplaced_demonym(row: &StringRecord) -> Option<(String, Demonym)> {
    Some(demonym(row.get(0)?, None))
}

/// `text,language,meaning,bar,source`
fn common_word(row: &StringRecord) -> Option<(String, CommonWord)> {
    let text = row.get(0)?;
    let bar = match row.get(3)? {
        "always" => Bar::FeatureWord,
        "evidence" => Bar::Evidence,
        _ => return None,
    };
    let common = CommonWord {
        spelling: normalize(text).as_str().to_owned(),
        bar,
        capital: text.starts_with(char::is_uppercase),
    };
    Some((text.to_owned(), common))
}

pub(super) fn feature_words() -> impl Iterator<Item = (String, FeatureRule)> {
    parse(FEATURE_WORDS, feature_word).flatten()
}

pub(super) fn demonyms() -> impl Iterator<Item = (String, Demonym)> {
    let placed = parse(DEMONYMS, placed_demonym);
    placed
        .chain(parse(DEMONYMS_UNPLACED, unplaced_demonym))
        .flatten()
}

pub(super) fn common_words() -> impl Iterator<Item = (String, CommonWord)> {
    parse(COMMON_WORDS, common_word).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_reads() {
        fn check<T>(name: &str, rows: impl Iterator<Item = Option<T>>) {
            let bad: Vec<usize> = rows
                .enumerate()
                .filter_map(|(at, row)| row.is_none().then_some(at + 2))
                .collect();
            assert!(bad.is_empty(), "{name}: lines {bad:?} do not read");
        }
        check("feature_words", parse(FEATURE_WORDS, feature_word));
        check("demonyms", parse(DEMONYMS, placed_demonym));
        check(
            "demonyms_unplaced",
            parse(DEMONYMS_UNPLACED, unplaced_demonym),
        );
        check("common_words", parse(COMMON_WORDS, common_word));
    }
}
