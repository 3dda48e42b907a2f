//! The columns that are added, and their cells.

use crate::output::record::{accuracy, country, names_in};
use std::collections::HashSet;
use std::str::FromStr;
use toponym::{Candidate, Language, Resolution};

/// A column that is added, and the title that it was asked for by.
#[derive(Clone, Debug)]
pub(crate) struct ChosenColumn {
    pub title: String,
    cell: Cell,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug)]
enum Cell {
    Status,
    Id,
    Name,
    NameIn(Language),
    Country,
    Class,
    Feature,
    Latitude,
    Longitude,
    Accuracy,
    Population,
    MatchedName,
    MatchedLanguage,
    Score,
    SecondId,
    SecondName,
    SecondScore,
    Evidence,
}

/// What `--columns` takes, but for `name:LANG`.
const CELLS: [(&str, Cell); 20] = [
    ("status", Cell::Status),
    ("id", Cell::Id),
    ("place_id", Cell::Id),
    ("name", Cell::Name),
    ("country", Cell::Country),
    ("class", Cell::Class),
    ("feature", Cell::Feature),
    ("lat", Cell::Latitude),
    ("latitude", Cell::Latitude),
    ("lon", Cell::Longitude),
    ("longitude", Cell::Longitude),
    ("accuracy_km", Cell::Accuracy),
    ("population", Cell::Population),
    ("matched_name", Cell::MatchedName),
    ("matched_language", Cell::MatchedLanguage),
    ("score", Cell::Score),
    ("second", Cell::SecondId),
    ("second_name", Cell::SecondName),
    ("second_score", Cell::SecondScore),
    ("evidence", Cell::Evidence),
];

impl FromStr for ChosenColumn {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let title = text.trim().to_ascii_lowercase();
        if let Some((_, language)) = text.trim().split_once(':')
            && title.starts_with("name:")
        {
            let language: Language = language.parse().map_err(|error| format!("{error}"))?;
            return Ok(ChosenColumn {
                title: format!("name:{language}"),
                cell: Cell::NameIn(language),
            });
        }
        let known = CELLS.iter().find(|(name, _)| *name == title);
        let known = known.ok_or_else(|| {
            let names = CELLS.map(|(name, _)| name).join(", ");
            format!("expected name:LANG, or one of {names}")
        })?;
        Ok(ChosenColumn {
            title,
            cell: known.1,
        })
    }
}

/// Bytes of the longest name in a gazetteer, of an id, a code or a number, and of evidence, which tells of the whole
/// query and of the name.
const LONGEST_NAME: usize = 4096;
const LONGEST_ID: usize = 128;
const LONGEST_EVIDENCE: usize = 4 * LONGEST_NAME;

impl ChosenColumn {
    /// Bytes that a cell may have.
    pub fn longest(&self) -> usize {
        match self.cell {
            Cell::Name | Cell::NameIn(_) | Cell::MatchedName | Cell::SecondName => LONGEST_NAME,
            Cell::Evidence => LONGEST_EVIDENCE,
            _ => LONGEST_ID,
        }
    }

    /// The cell of a row that is bad.
    pub fn of_bad_row(&self) -> &'static str {
        match self.cell {
            Cell::Status => "bad_row",
            _ => "",
        }
    }

    /// The cell of a row with this answer.
    pub fn of(&self, answer: &Resolution<'_>) -> String {
        let second = answer.candidates().get(1);
        let of_second =
            |cell: &dyn Fn(&Candidate<'_>) -> String| second.map_or_else(String::new, cell);
        match self.cell {
            Cell::Status => answer.status().to_string(),
            Cell::SecondId => of_second(&|second| second.place().id().to_string()),
            Cell::SecondName => of_second(&|second| second.place().name().to_owned()),
            Cell::SecondScore => of_second(&|second| second.score().to_string()),
            _ => answer
                .best()
                .map_or_else(String::new, |best| self.of_best(best)),
        }
    }

    fn of_best(&self, best: &Candidate<'_>) -> String {
        let (place, name) = (best.place(), best.name());
        match self.cell {
            Cell::Id => place.id().to_string(),
            Cell::Name => place.name().to_owned(),
            Cell::NameIn(language) => {
                let mut names = names_in(Some(place), std::slice::from_ref(&language));
                names.next().unwrap_or_default()
            }
            Cell::Country => country(place),
            Cell::Class => place.feature().class().to_string(),
            Cell::Feature => place.feature().code().to_owned(),
            Cell::Latitude => place.coordinates().latitude().to_string(),
            Cell::Longitude => place.coordinates().longitude().to_string(),
            Cell::Accuracy => accuracy(place),
            Cell::Population => place
                .population()
                .map_or_else(String::new, |n| n.to_string()),
            Cell::MatchedName => name.text().to_owned(),
            Cell::MatchedLanguage => name.language().to_string(),
            Cell::Score => best.score().to_string(),
            Cell::Evidence => best
                .evidence()
                .to_string()
                .replace(['\u{2068}', '\u{2069}'], ""),
            Cell::Status | Cell::SecondId | Cell::SecondName | Cell::SecondScore => String::new(),
        }
    }
}

/// The titles of added columns beside those that are there: with a number where there is one of the
/// same name.
pub(crate) fn titles(columns: &[ChosenColumn], header: &csv::ByteRecord) -> Vec<String> {
    let plain = |field: &[u8]| String::from_utf8_lossy(field).trim().to_lowercase();
    // Of a header of a million columns only those count that an added one could be called as.
    let added: Vec<String> = columns.iter().map(|c| c.title.to_lowercase()).collect();
    let may_clash = |title: &String| added.iter().any(|added| title.starts_with(added));
    let mut taken: HashSet<String> = header.iter().map(plain).filter(may_clash).collect();
    let mut titles = Vec::new();
    for column in columns {
        let numbered = (2..).map(|number| format!("{}_{number}", column.title));
        let mut free = [column.title.clone()].into_iter().chain(numbered);
        let title = free.find(|title| !taken.contains(&title.to_lowercase()));
        let title = title.unwrap_or_default();
        taken.insert(title.to_lowercase());
        titles.push(title);
    }
    titles
}

#[cfg(test)]
mod tests {
    use super::{ChosenColumn, titles};

    #[test]
    fn columns_that_are_there_keep_their_names() {
        let columns = ["status", "name:AR", "Score", "score"].map(|name| name.parse().unwrap());
        let columns: Vec<ChosenColumn> = columns.into();
        let header = csv::ByteRecord::from(vec!["city", " Status ", "score_2"]);
        assert_eq!(
            titles(&columns, &header),
            ["status_2", "name:ar", "score", "score_3"]
        );
        assert!("nonsense".parse::<ChosenColumn>().is_err());
        assert!("name:no language".parse::<ChosenColumn>().is_err());
    }
}
