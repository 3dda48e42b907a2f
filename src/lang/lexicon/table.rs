//! The tables of words, read to be compiled.

use crate::compiled::bytes::Text;
use crate::compiled::compile::{Row, read};
use crate::error::{Error, Result};
use crate::key::KeySpace;
use crate::lang::confusion::plain;
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::{
    CommonWord, ContextWord, Demonym, FeatureRule, Position, QueryWord, Requirement, Role,
};
use crate::model::relation::Relation;
use crate::text::normalize::normal_form;
use crate::text::script::Script;
use std::path::Path;

/// A row of a table: a word, or some words, and what it says of them.
#[derive(Debug)]
pub(crate) struct TableWord<T> {
    pub text: String,
    pub space: KeySpace,
    pub languages: LanguageSet,
    pub says: T,
    file: &'static str,
    line: u64,
}

impl<T> TableWord<T> {
    /// An error about the word.
    pub fn error(&self, reason: &str) -> Error {
        Error::row(self.file, self.line, Some("text"), reason.to_owned())
    }
}

/// Reads a table, whose words stand in the column `text` and their languages in `language`.
fn words<T>(
    folder: &Path,
    file: &'static str,
    says: impl Fn(Row<'_>) -> Result<T>,
) -> Result<Vec<TableWord<T>>> {
    let mut words = Vec::new();
    read(folder, file, |row| {
        let text = row.cell("text")?;
        // No word mixes scripts.
        let script = Script::of_text(text);
        words.push(TableWord {
            text: text.to_owned(),
            space: script.map_or(KeySpace::Other, KeySpace::from),
            languages: row.parse("language", LanguageSet::of_code)?,
            says: says(row)?,
            file,
            line: row.line(),
        });
        Ok(())
    })?;
    Ok(words)
}

/// A text that is needed as long as the program runs: until a file is written.
fn keep(text: impl Into<String>) -> Text {
    Text::of(text.into().leak())
}

fn position(cell: &str) -> Option<Position> {
    match cell {
        "before" => Some(Position::Before),
        "after" => Some(Position::After),
        _ => None,
    }
}

pub(super) fn feature_words(folder: &Path) -> Result<Vec<TableWord<FeatureRule>>> {
    words(folder, "feature_words.csv", |row| {
        Ok(FeatureRule {
            position: row.parse("position", position)?,
            class: row.parse("class", |class| class.parse().ok())?,
            codes: keep(row.cell("features")?),
        })
    })
}

/// The demonyms of places, then those of no single place.
pub(super) fn demonyms(folder: &Path) -> Result<Vec<TableWord<Demonym>>> {
    let demonym = |row: Row<'_>, place| -> Result<Demonym> {
        let text = row.cell("text")?;
        Ok(Demonym {
            spelling: keep(normal_form(text)),
            capital: text.starts_with(char::is_uppercase),
            place,
        })
    };
    let mut rows = words(folder, "demonyms.csv", |row| {
        let place = row.parse("place", |place| place.parse().ok())?;
        demonym(row, Some(place))
    })?;
    rows.extend(words(folder, "demonyms_unplaced.csv", |row| {
        demonym(row, None)
    })?);
    Ok(rows)
}

pub(super) fn common_words(folder: &Path) -> Result<Vec<TableWord<CommonWord>>> {
    words(folder, "common_words.csv", |row| {
        let bar = row.cell("bar")?;
        let (bar, but_where) = match bar.strip_suffix(" but where") {
            Some(bar) => (bar, true),
            None => (bar, false),
        };
        let requirement = match bar {
            "always" => Requirement::FeatureWord,
            "evidence" => Requirement::Evidence,
            _ => return Err(row.error("bar", "expected always or evidence, or that but where")),
        };
        common_word(row, requirement, but_where, false)
    })
}

/// The words that a program learned texts are full of.
pub(super) fn frequent_words(folder: &Path) -> Result<Vec<TableWord<CommonWord>>> {
    words(folder, "frequent_words.csv", |row| {
        common_word(row, Requirement::FeatureWord, false, true)
    })
}

fn common_word(
    row: Row<'_>,
    requirement: Requirement,
    but_where: bool,
    frequent: bool,
) -> Result<CommonWord> {
    let text = row.cell("text")?;
    Ok(CommonWord {
        plain: keep(plain(&normal_form(text))),
        requirement,
        but_where,
        capital: text.starts_with(char::is_uppercase),
        frequent,
    })
}

pub(super) fn context_words(folder: &Path) -> Result<Vec<TableWord<ContextWord>>> {
    words(folder, "context_words.csv", |row| {
        let text = row.cell("text")?;
        let role = |name: &str| {
            let mut names = Role::NAMES.iter();
            names.find(|known| known.1 == name).map(|known| known.0)
        };
        Ok(ContextWord {
            position: row.parse("position", position)?,
            role: row.parse("role", role)?,
            initials: text.chars().filter(|c| c.is_uppercase()).count() > 1
                && !text.chars().any(char::is_lowercase),
        })
    })
}

pub(super) fn query_words(folder: &Path) -> Result<Vec<TableWord<QueryWord>>> {
    words(folder, "query_words.csv", |row| {
        let relation = row.parse("says", |says| match says {
            "capital" => Some(None),
            relation => Some(Some(Relation::of_name(relation)?)),
        })?;
        let (position, of_area) = row.parse("position", |side| match side {
            "after area" => Some((Position::After, true)),
            side => Some((position(side)?, false)),
        })?;
        Ok(QueryWord {
            position,
            of_area,
            relation,
        })
    })
}
