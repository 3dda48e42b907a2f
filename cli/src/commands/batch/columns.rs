//! The columns that rows are asked by.

use crate::commands::batch::args::BatchArgs;
use crate::commands::batch::rows::{Row, Rows};
use crate::stop::Stop;

/// Where in a row its name stands, and what is known beside it.
pub(crate) struct Columns {
    pub name: usize,
    country: Option<usize>,
    unit: Option<usize>,
    point: Option<(usize, usize)>,
}

/// What a row asks. Rows that ask the same get the same answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Question {
    pub name: String,
    pub country: String,
    pub unit: String,
    pub latitude: String,
    pub longitude: String,
}

impl Columns {
    /// Finds the columns that are asked for.
    pub fn find(args: &BatchArgs, rows: &Rows<'_>) -> Result<Columns, Stop> {
        let find = |wanted: &Option<String>| {
            let wanted = wanted.as_deref();
            wanted.map(|wanted| find(wanted, rows)).transpose()
        };
        let (latitude, longitude) = (find(&args.lat_column)?, find(&args.lon_column)?);
        Ok(Columns {
            name: find(&args.column)?.unwrap_or(0),
            country: find(&args.country_column)?,
            unit: find(&args.unit_column)?,
            point: latitude.zip(longitude),
        })
    }

    /// What a good row asks.
    pub fn question(&self, row: &Row) -> Question {
        self.question_in(row, self.name)
    }

    /// What a row would ask if its name stood in this column.
    pub fn question_in(&self, row: &Row, name: usize) -> Question {
        let cell = |column: usize| {
            let field = row.fields.get(column).unwrap_or_default();
            String::from_utf8_lossy(field).into_owned()
        };
        let known = |column: Option<usize>| column.map(cell).unwrap_or_default();
        Question {
            name: cell(name),
            country: known(self.country),
            unit: known(self.unit),
            latitude: known(self.point.map(|point| point.0)),
            longitude: known(self.point.map(|point| point.1)),
        }
    }
}

/// A name without its case and blanks. Turkish and Azerbaijani have a dotted and a dotless i, and which
/// of the two is the other case of which depends on the language, so that all four are one here.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|c| !c.is_whitespace());
    // By way of the capitals, ı is i and ς is σ.
    let folded = letters.flat_map(char::to_uppercase);
    let folded = folded.flat_map(char::to_lowercase);
    // What is left of the dot of İ.
    folded.filter(|c| *c != '\u{307}').collect()
}

/// The column of this name: exactly, or without regard to case and blanks; or of this number, from 1.
fn find(wanted: &str, rows: &Rows<'_>) -> Result<usize, Stop> {
    let by_name = |same: &dyn Fn(&str) -> bool| {
        let names = rows.header.iter().map(String::from_utf8_lossy);
        let found = names.enumerate().filter(|(_, name)| same(name));
        found.map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let mut found = by_name(&|name| name == wanted);
    if found.is_empty() {
        let wanted = plain(wanted);
        found = by_name(&|name| plain(name) == wanted);
    }
    if found.is_empty()
        && let Ok(number @ 1..) = wanted.trim().parse::<usize>()
        && number <= rows.header.len()
    {
        found.push(number - 1);
    }
    match found[..] {
        [column] => Ok(column),
        [] => Err(Stop::File(format!(
            "{}:{}: there is no such column {wanted:?}; there are: {}",
            rows.name,
            rows.header_line,
            listed(rows.header.iter().map(String::from_utf8_lossy))
        ))),
        _ => {
            let numbers = found.iter().map(|at| (at + 1).to_string());
            Err(Stop::File(format!(
                "{}:{}: several columns are called {wanted:?}; give a number instead: {}",
                rows.name,
                rows.header_line,
                listed(numbers)
            )))
        }
    }
}

/// So many columns are told, of whatever there are many of.
const MAX_TOLD: usize = 100;

/// What a message lists, and how much more there is.
fn listed(items: impl ExactSizeIterator<Item = impl Into<String>>) -> String {
    let more = items.len().saturating_sub(MAX_TOLD);
    let told: Vec<String> = items.take(MAX_TOLD).map(Into::into).collect();
    match more {
        0 => told.join(", "),
        _ => format!("{} and {more} more", told.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn all_cases_of_a_name_are_one() {
        for names in [
            &["İL", "il", "IL", "ıl", "İl", "i\u{307}l"][..],
            &["İLÇE", "ilçe", " İlçe "],
            &["BAKI", "Bakı", "baki"],
            &["ΤΌΠΟΣ", "τόπος"],
            &["ГОРОД", "город"],
        ] {
            for name in names {
                assert_eq!(plain(name), plain(names[0]), "{name}");
            }
        }
        assert_ne!(plain("il"), plain("el"));
    }
}
