//! The answer to what a row asks.

use crate::commands::batch::cells::ChosenColumn;
use crate::commands::batch::columns::Question;
use crate::gazetteer;
use std::collections::HashMap;
use std::mem;
use toponym::{Coordinates, Query, Resolver, Status};

/// What is remembered of answers takes so many bytes at most.
const MAX_REMEMBERED: usize = 64 << 20;

/// The answer to a question.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub cells: Vec<String>,
    pub status: Status,
    /// The country or the point of the row that could not be read, and was left out.
    pub unread: Option<Unread>,
}

/// What of a row's context says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Unread {
    Country,
    Point,
}

/// Answers a question in the columns that are asked for.
pub(crate) fn answer(resolver: &Resolver, columns: &[ChosenColumn], asked: &Question) -> Answer {
    let mut query = match says_something(&asked.unit) {
        true => gazetteer::query_beside(&asked.name, &asked.unit),
        false => Query::new(&asked.name),
    };
    let mut unread = None;
    if says_something(&asked.country) {
        match gazetteer::country(resolver, &asked.country) {
            Ok(country) => query = query.country(country),
            Err(_) => unread = Some(Unread::Country),
        }
    }
    if says_something(&asked.latitude) || says_something(&asked.longitude) {
        match point(&asked.latitude, &asked.longitude) {
            Some(point) => query = query.near(point),
            None => unread = Some(Unread::Point),
        }
    }
    let resolution = resolver.resolve(query);
    Answer {
        cells: columns
            .iter()
            .map(|column| column.of(&resolution))
            .collect(),
        status: resolution.status(),
        unread,
    }
}

/// What programs and people write into a cell of which nothing is known, in small letters. `NA` is not
/// among these: it is Namibia.
const NOTHING: [&str; 12] = [
    "n/a",
    "#n/a",
    "n.a.",
    "null",
    "none",
    "nil",
    "nan",
    "unknown",
    "undefined",
    "not available",
    "\\n",
    "نامعلوم",
];

/// Whether a cell beside a name holds more than blanks, dashes and the like, or a word for nothing.
fn says_something(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    cell.contains(char::is_alphanumeric) && !NOTHING.contains(&cell.as_str())
}

/// The point of two cells, with decimal points or decimal commas.
fn point(latitude: &str, longitude: &str) -> Option<Coordinates> {
    let degrees = |cell: &str| cell.trim().replace(',', ".").parse::<f64>().ok();
    Coordinates::new(degrees(latitude)?, degrees(longitude)?).ok()
}

/// Answers that were given, so that repeated values are answered once.
#[derive(Default)]
pub(crate) struct Answered {
    answers: HashMap<Question, Answer>,
    bytes: usize,
}

impl Answered {
    pub fn get(&self, question: &Question) -> Option<&Answer> {
        self.answers.get(question)
    }

    pub fn insert(&mut self, question: Question, answer: Answer) {
        self.bytes += size(&question, &answer);
        self.answers.insert(question, answer);
    }

    /// Forgets all if it has grown too large. Not while answers of it are still to be written.
    pub fn bound(&mut self) {
        if self.bytes > MAX_REMEMBERED {
            *self = Answered::default();
        }
    }
}

fn size(question: &Question, answer: &Answer) -> usize {
    let asked = [
        &question.name,
        &question.country,
        &question.unit,
        &question.latitude,
        &question.longitude,
    ];
    let cells = answer.cells.iter();
    let texts = asked.into_iter().chain(cells);
    let fixed = mem::size_of::<(Question, Answer)>() + answer.cells.len() * size_of::<String>();
    fixed + texts.map(String::len).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::{point, says_something};

    #[test]
    fn cells_of_which_nothing_is_known_say_nothing() {
        for cell in [
            "", " ", "-", "—", "?", "N/A", " n/a", "NULL", "unknown", "None", "\\N",
        ] {
            assert!(!says_something(cell), "{cell}");
        }
        for cell in ["NA", "NO", "AM", "0", "-1.5", "أرمينيا", "Nil Deltası"] {
            assert!(says_something(cell), "{cell}");
        }
    }

    #[test]
    fn points_have_decimal_points_or_commas() {
        let gyumri = point(" 40.79", "43,84 ").unwrap();
        assert_eq!((gyumri.latitude(), gyumri.longitude()), (40.79, 43.84));
        for (latitude, longitude) in [("", "43"), ("91", "0"), ("NaN", "0"), ("40°", "43")] {
            assert!(
                point(latitude, longitude).is_none(),
                "{latitude} {longitude}"
            );
        }
    }
}
