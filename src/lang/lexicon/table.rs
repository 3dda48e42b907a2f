//! Reading the word tables that ship with the crate.
//!
//! A row that does not read is left out rather than reported, for there is nobody to report
//! it to; the tests see to it that there is none.

use crate::key::KeySpace;
use crate::lang::confusion::plain;
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::words::Row;
use crate::lang::lexicon::{
    CommonWord, ContextWord, Demonym, FeatureRule, Position, QueryWord, Requirement, Role,
};
use crate::model::place_id::PlaceId;
use crate::model::relation::Relation;
use crate::text::normalize::normal_form;
use crate::text::script::Script;
use csv::{ReaderBuilder, StringRecord};

/// A table and the column that its words stand in.
#[derive(Clone, Copy)]
struct WordTable {
    rows: &'static str,
    word: usize,
    language: usize,
}

const FEATURE_WORDS: WordTable = WordTable {
    rows: include_str!("../../../data/feature_words.csv"),
    word: 0,
    language: 1,
};
const DEMONYMS: WordTable = WordTable {
    rows: include_str!("../../../data/demonyms.csv"),
    word: 1,
    language: 2,
};
const DEMONYMS_UNPLACED: WordTable = WordTable {
    rows: include_str!("../../../data/demonyms_unplaced.csv"),
    word: 0,
    language: 1,
};
const COMMON_WORDS: WordTable = WordTable {
    rows: include_str!("../../../data/common_words.csv"),
    word: 0,
    language: 1,
};

const FREQUENT_WORDS: WordTable = WordTable {
    rows: include_str!("../../../data/frequent_words.csv"),
    word: 0,
    language: 1,
};

const CONTEXT_WORDS: WordTable = WordTable {
    rows: include_str!("../../../data/context_words.csv"),
    word: 0,
    language: 1,
};

const QUERY_WORDS: WordTable = WordTable {
    rows: include_str!("../../../data/query_words.csv"),
    word: 0,
    language: 1,
};

impl WordTable {
    /// Parses the rows after the header whose word is of a key space; `None` stands for a row
    /// that does not read.
    fn parse<T>(
        self,
        space: KeySpace,
        row: impl Fn(&StringRecord) -> Option<T>,
    ) -> Vec<Option<Row<T>>> {
        let rows = self.rows_of(space);
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .from_reader(rows.as_bytes());
        let mut record = StringRecord::new();
        let mut parsed = Vec::new();
        loop {
            match reader.read_record(&mut record) {
                Ok(false) => return parsed,
                Ok(true) => parsed.push(self.row(&record, &row)),
                Err(_) => parsed.push(None),
            }
        }
    }

    fn row<T>(
        self,
        record: &StringRecord,
        row: impl Fn(&StringRecord) -> Option<T>,
    ) -> Option<Row<T>> {
        Some(Row {
            text: record.get(self.word)?.to_owned(),
            languages: LanguageSet::of_code(record.get(self.language)?)?,
            value: row(record)?,
        })
    }

    /// The lines after the header whose word is of a key space: most are of others, and taking them
    /// apart would take long. No cell before the word has a comma, and none a line break.
    fn rows_of(self, space: KeySpace) -> String {
        let mut rows = String::new();
        for line in self.rows.lines().skip(1) {
            let word = line.splitn(self.word + 1, ',').last().unwrap_or_default();
            if space_of(word) == space {
                rows.push_str(line);
                rows.push('\n');
            }
        }
        rows
    }
}

/// The key space of a word, told by its first letter alone, since most rows are of other spaces
/// than the one that is asked for and making their keys would take long. No word mixes scripts.
fn space_of(word: &str) -> KeySpace {
    let script = Script::of_text(word);
    script.map_or(KeySpace::Other, KeySpace::from)
}

fn position(cell: &str) -> Option<Position> {
    match cell {
        "before" => Some(Position::Before),
        "after" => Some(Position::After),
        _ => None,
    }
}

/// `text,language,position,class,features,source`
fn feature_word(row: &StringRecord) -> Option<FeatureRule> {
    let position = position(row.get(2)?)?;
    let rule = FeatureRule {
        position,
        class: row.get(3)?.parse().ok()?,
        codes: row.get(4)?.split(' ').map(str::to_owned).collect(),
    };
    Some(rule)
}

fn demonym(text: &str, place: Option<PlaceId>) -> Demonym {
    Demonym {
        spelling: normal_form(text).into_owned(),
        capital: text.starts_with(char::is_uppercase),
        place,
    }
}

/// `place,text,language,source`
fn placed_demonym(row: &StringRecord) -> Option<Demonym> {
    Some(demonym(row.get(1)?, Some(row.get(0)?.parse().ok()?)))
}

/// `text,language,region,source`
fn unplaced_demonym(row: &StringRecord) -> Option<Demonym> {
    Some(demonym(row.get(0)?, None))
}

/// `text,language,meaning,bar,source`
fn common_word(row: &StringRecord) -> Option<CommonWord> {
    let text = row.get(0)?;
    let (requirement, but_where) = match row.get(3)?.split_once(" but ") {
        Some((requirement, "where")) => (requirement, true),
        Some(_) => return None,
        None => (row.get(3)?, false),
    };
    let requirement = match requirement {
        "always" => Requirement::FeatureWord,
        "evidence" => Requirement::Evidence,
        _ => return None,
    };
    let common = CommonWord {
        plain: plain(&normal_form(text)),
        requirement,
        but_where,
        capital: text.starts_with(char::is_uppercase),
        frequent: false,
    };
    Some(common)
}

/// `text,language`
fn frequent_word(row: &StringRecord) -> Option<CommonWord> {
    Some(CommonWord {
        plain: plain(&normal_form(row.get(0)?)),
        requirement: Requirement::FeatureWord,
        but_where: false,
        capital: row.get(0)?.starts_with(char::is_uppercase),
        frequent: true,
    })
}

/// `text,language,position,role,source`
fn context_word(row: &StringRecord) -> Option<ContextWord> {
    let role = match row.get(3)? {
        "organization" => Role::Organization,
        "branch" => Role::Branch,
        "club" => Role::Club,
        "team" => Role::Team,
        "title" => Role::Title,
        "given" => Role::Given,
        "kin" => Role::Kin,
        "group" => Role::Group,
        "quarter" => Role::Quarter,
        "site" => Role::Site,
        "institution" => Role::Institution,
        "first" => Role::First,
        "qualifier" => Role::Qualifier,
        "sport" => Role::Sport,
        "ordinary" => Role::Ordinary,
        "part" => Role::Part,
        "own" => Role::Own,
        _ => return None,
    };
    let text = row.get(0)?;
    let context = ContextWord {
        position: position(row.get(2)?)?,
        role,
        initials: text.chars().filter(|c| c.is_uppercase()).count() > 1
            && !text.chars().any(char::is_lowercase),
    };
    Some(context)
}

/// `text,language,position,says,source`
fn query_word(row: &StringRecord) -> Option<QueryWord> {
    let relation = match row.get(3)? {
        "capital" => None,
        relation => Some(Relation::of_name(relation)?),
    };
    let (position, of_area) = match row.get(2)? {
        "after area" => (Position::After, true),
        side => (position(side)?, false),
    };
    Some(QueryWord {
        position,
        of_area,
        relation,
    })
}

/// The rows that read.
fn read<T>(rows: Vec<Option<Row<T>>>) -> Vec<Row<T>> {
    rows.into_iter().flatten().collect()
}

pub(super) fn query_words(space: KeySpace) -> Vec<Row<QueryWord>> {
    read(QUERY_WORDS.parse(space, query_word))
}

pub(super) fn context_words(space: KeySpace) -> Vec<Row<ContextWord>> {
    read(CONTEXT_WORDS.parse(space, context_word))
}

pub(super) fn feature_words(space: KeySpace) -> Vec<Row<FeatureRule>> {
    read(FEATURE_WORDS.parse(space, feature_word))
}

pub(super) fn demonyms(space: KeySpace) -> Vec<Row<Demonym>> {
    let mut rows = read(DEMONYMS.parse(space, placed_demonym));
    rows.extend(read(DEMONYMS_UNPLACED.parse(space, unplaced_demonym)));
    rows
}

pub(super) fn common_words(space: KeySpace) -> Vec<Row<CommonWord>> {
    read(COMMON_WORDS.parse(space, common_word))
}

pub(super) fn frequent_words(space: KeySpace) -> Vec<Row<CommonWord>> {
    read(FREQUENT_WORDS.parse(space, frequent_word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::Key;

    #[test]
    fn every_row_reads_in_the_space_of_its_key() {
        fn check<T>(name: &str, table: WordTable, row: fn(&StringRecord) -> Option<T>) {
            let mut read = 0;
            for space in KeySpace::ALL {
                for row in table.parse(space, |record| row(record).map(|_| record.clone())) {
                    let row =
                        row.unwrap_or_else(|| panic!("{name}: a row of {space:?} does not read"));
                    assert_eq!(Key::of(&row.text).space(), space, "{name}: {row:?}");
                    read += 1;
                }
            }
            assert_eq!(read + 1, table.rows.lines().count(), "{name}");
        }
        check("feature_words", FEATURE_WORDS, feature_word);
        check("frequent_words", FREQUENT_WORDS, frequent_word);
        check("demonyms", DEMONYMS, placed_demonym);
        check("demonyms_unplaced", DEMONYMS_UNPLACED, unplaced_demonym);
        check("common_words", COMMON_WORDS, common_word);
        check("context_words", CONTEXT_WORDS, context_word);
        check("query_words", QUERY_WORDS, query_word);
    }
}
