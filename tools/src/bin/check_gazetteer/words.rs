//! The word tables: every row reads, and names places and languages that exist.

use super::names::wrong_text;
use super::{Failure, Tables};
use csv::StringRecord;
use std::collections::HashSet;
use std::path::Path;
use toponym::{CountryCode, FeatureClass, Language, PlaceId};

/// A table, its columns, and what a row of it has to say; an error is the reason.
struct WordTable {
    file: &'static str,
    columns: &'static [&'static str],
    row: fn(&StringRecord, &Tables) -> Result<(), String>,
    /// Columns that tell rows apart.
    key: &'static [usize],
}

const RELATIONS: [&str; 12] = [
    "north",
    "north-east",
    "east",
    "south-east",
    "south",
    "south-west",
    "west",
    "north-west",
    "center",
    "near",
    "around",
    "capital",
];

const TABLES: [WordTable; 11] = [
    WordTable {
        file: "query_words.csv",
        columns: &["text", "language", "position", "says", "source"],
        row: |row, _| {
            one_of(&row[2], &["before", "after", "after area"])?;
            one_of(&row[3], &RELATIONS)?;
            word(&row[0], &row[1])
        },
        key: &[0, 1, 2],
    },
    WordTable {
        file: "abbreviations.csv",
        columns: &["text", "language", "stands_for", "source"],
        row: |row, _| {
            parsed::<Language>(&row[1])?;
            match row[2].split('|').any(str::is_empty) {
                true => Err(format!("{:?}: stands for nothing", &row[0])),
                false => Ok(()),
            }
        },
        key: &[0, 1],
    },
    WordTable {
        file: "codes.csv",
        columns: &["code", "place", "source"],
        row: |row, _| parsed::<PlaceId>(&row[1]).map(drop),
        key: &[0],
    },
    WordTable {
        file: "unit_abbreviations.csv",
        columns: &["text", "code", "source"],
        row: |row, _| match row[0].chars().all(|c| c.is_ascii_lowercase()) {
            true => Ok(()),
            false => Err(format!("{:?}: not in small letters alone", &row[0])),
        },
        key: &[0],
    },
    WordTable {
        file: "claims.csv",
        columns: &["country", "of", "source"],
        row: |row, _| {
            parsed::<CountryCode>(&row[0])?;
            parsed::<CountryCode>(&row[1]).map(drop)
        },
        key: &[0, 1],
    },
    WordTable {
        file: "demonyms.csv",
        columns: &["place", "text", "language", "source"],
        row: |row, tables| {
            let id: PlaceId = parsed(&row[0])?;
            if tables.row(&id).is_none() {
                return Err(format!("there is no place {id}"));
            }
            word(&row[1], &row[2])
        },
        key: &[0, 1, 2],
    },
    WordTable {
        file: "demonyms_unplaced.csv",
        columns: &["text", "language", "region", "source"],
        row: |row, _| word(&row[0], &row[1]),
        key: &[0, 1],
    },
    WordTable {
        file: "common_words.csv",
        columns: &["text", "language", "meaning", "bar", "source"],
        row: |row, _| {
            let bar = row[3].strip_suffix(" but where");
            one_of(bar.unwrap_or(&row[3]), &["always", "evidence"])?;
            word(&row[0], &row[1])
        },
        key: &[0, 1],
    },
    WordTable {
        file: "feature_words.csv",
        columns: &[
            "text", "language", "position", "class", "features", "source",
        ],
        row: |row, _| {
            one_of(&row[2], &["before", "after"])?;
            parsed::<FeatureClass>(&row[3])?;
            word(&row[0], &row[1])
        },
        key: &[0, 1, 2],
    },
    WordTable {
        file: "suffixes.csv",
        columns: &["language", "suffix", "after", "restores", "label"],
        row: |row, _| {
            one_of(&row[2], &["vowel", "consonant", "any", "mark", "inner"])?;
            word(&row[1], &row[0])
        },
        key: &[0, 1, 2, 3, 4],
    },
    WordTable {
        file: "confusions.csv",
        columns: &["script", "letter", "other", "cost", "reason"],
        row: |row, _| {
            let cost = row[3].parse::<u16>();
            match cost {
                Ok(1..=100) => Ok(()),
                _ => Err(format!("cost {}: expected 1 to 100", &row[3])),
            }
        },
        key: &[0, 1, 2],
    },
];

pub fn check(folder: &Path, tables: &Tables) -> Vec<Failure> {
    let mut failures = Vec::new();
    for table in TABLES {
        // A user's own folder need not have them.
        let path = folder.join(table.file);
        if path.exists() {
            table.check(&path, tables, &mut failures);
        }
    }
    failures
}

impl WordTable {
    fn check(&self, path: &Path, tables: &Tables, failures: &mut Vec<Failure>) {
        let file = self.file;
        let mut fail = |line: u64, reason: String| {
            failures.push(Failure::new(
                "rows read",
                format!("{file}:{line}: {reason}"),
            ));
        };
        let mut reader = match csv::Reader::from_path(path) {
            Ok(reader) => reader,
            Err(error) => return fail(1, error.to_string()),
        };
        match reader.headers() {
            Ok(header) if header == self.columns => {}
            Ok(_) => return fail(1, format!("expected columns {}", self.columns.join(","))),
            Err(error) => return fail(1, error.to_string()),
        }
        let mut seen = HashSet::new();
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    fail(line, error.to_string());
                    continue;
                }
            };
            let line = record.position().map_or(0, csv::Position::line);
            if let Err(reason) = (self.row)(&record, tables) {
                fail(line, reason);
            }
            let key: Vec<String> = self.key.iter().map(|&at| record[at].to_owned()).collect();
            let shown = key.join(", ");
            if !seen.insert(key) {
                fail(line, format!("{shown} stands there already"));
            }
        }
    }
}

fn word(text: &str, language: &str) -> Result<(), String> {
    let language: Language = parsed(language)?;
    match wrong_text(text, language) {
        Some(wrong) => Err(format!("{text:?} ({language}): {wrong}")),
        None => Ok(()),
    }
}

fn parsed<T: std::str::FromStr<Err = toponym::Error>>(text: &str) -> Result<T, String> {
    text.parse()
        .map_err(|error: toponym::Error| error.to_string())
}

fn one_of(text: &str, words: &[&str]) -> Result<(), String> {
    match words.contains(&text) {
        true => Ok(()),
        false => Err(format!("{text:?}: expected {}", words.join(" or "))),
    }
}
