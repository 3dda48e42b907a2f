//! The answers of `resolve`, in each of the formats.

use crate::args::OutputOptions;
use crate::output::explanation;
use crate::output::record::{CandidateLine, Details, accuracy, country, name_titles, names_in};
use crate::output::report::{Entry, Report};
use crate::output::table::{Column, Table};
use crate::output::width::shown;
use serde::Serialize;
use std::io::{self, Write};
use toponym::{
    Coordinates, Language, MentionKind, NameRef, PlaceRef, PlaceSummary, Resolution, Suggestion,
};

/// Writes answers as they come.
pub(crate) struct Answers<'o, W: Write> {
    report: Report<W>,
    details: Details<'o>,
}

/// The answer to a query.
struct Answer<'a, 'r> {
    query: &'a str,
    answer: &'a Resolution<'r>,
    /// The nearest names, if they were asked for.
    suggestions: Option<Vec<Suggestion<'r>>>,
    details: Details<'a>,
}

/// An answer as a line of JSON.
#[derive(Serialize)]
struct Line<'a> {
    query: &'a str,
    status: &'static str,
    candidates: Vec<CandidateLine<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestions: Option<Vec<SuggestionLine<'a>>>,
}

/// A suggestion as JSON.
#[derive(Serialize)]
struct SuggestionLine<'a> {
    #[serde(flatten)]
    place: PlaceSummary,
    matched_name: &'a str,
    matched_language: Language,
    distance: usize,
}

impl<'a> SuggestionLine<'a> {
    fn of(suggestion: &Suggestion<'a>) -> Self {
        SuggestionLine {
            place: suggestion.place().to_summary(),
            matched_name: suggestion.name().text(),
            matched_language: suggestion.name().language(),
            distance: suggestion.distance(),
        }
    }
}

/// A candidate as the properties of a GeoJSON feature.
#[derive(Serialize)]
struct Properties<'a> {
    query: &'a str,
    status: &'static str,
    #[serde(flatten)]
    candidate: Option<CandidateLine<'a>>,
    /// 1 for the likeliest candidate.
    rank: Option<usize>,
}

/// The columns of the table, with the languages' behind the name's.
fn columns(details: Details<'_>) -> Vec<Column> {
    let names = details.languages.iter();
    let names = names.map(|language| Column::left(format!("NAME ({language})")));
    let before = ["QUERY", "STATUS", "PLACE"].map(Column::left);
    let between = ["ID", "KIND", "IN"].map(Column::left);
    let behind = [
        Column::right("LAT"),
        Column::right("LON"),
        Column::left("MATCHED NAME"),
        Column::right("EDITS"),
        Column::right("SCORE"),
    ];
    before
        .into_iter()
        .chain(names)
        .chain(between)
        .chain(behind)
        .collect()
}

/// The columns of CSV.
fn header(details: Details<'_>) -> Vec<String> {
    let before = ["query", "status", "rank", "id", "name"].map(str::to_owned);
    let behind = [
        "country",
        "class",
        "feature",
        "lat",
        "lon",
        "accuracy_km",
        "matched_name",
        "matched_language",
        "edits",
        "score",
    ];
    let names = name_titles(details.languages);
    before
        .into_iter()
        .chain(names)
        .chain(behind.map(str::to_owned))
        .collect()
}

impl<'o, W: Write> Answers<'o, W> {
    /// Begins the output.
    pub fn begin(out: W, options: &'o OutputOptions) -> io::Result<Self> {
        let details = options.details();
        let report = Report::begin(out, options.format, columns(details), &header(details))?;
        Ok(Answers { report, details })
    }

    /// Adds the answer to a query, with the nearest names if they were asked for.
    pub fn add<'r>(
        &mut self,
        query: &str,
        answer: &Resolution<'r>,
        suggestions: Option<Vec<Suggestion<'r>>>,
    ) -> io::Result<()> {
        let details = self.details;
        self.report.add(&Answer {
            query,
            answer,
            suggestions,
            details,
        })
    }

    /// Writes out what there is.
    pub fn flush(&mut self) -> io::Result<()> {
        self.report.flush()
    }

    /// Ends the output.
    pub fn end(self) -> io::Result<W> {
        self.report.end()
    }
}

impl Entry for Answer<'_, '_> {
    /// One row a candidate; query and status stand in the first.
    fn add_rows(&self, table: &mut Table) {
        let mut query = shown(self.query);
        let mut status = self.answer.status().to_string();
        if self.answer.candidates().is_empty() {
            let mut cells = vec![std::mem::take(&mut query), std::mem::take(&mut status)];
            cells.resize(table.width(), String::new());
            table.row(cells);
        }
        for candidate in self.answer.candidates() {
            let mut cells = vec![std::mem::take(&mut query), std::mem::take(&mut status)];
            cells.extend(self.cells_of(candidate.place(), candidate.name()));
            cells.extend([
                candidate.evidence().edits().to_string(),
                candidate.score().to_string(),
            ]);
            table.row(cells);
            if self.details.explain {
                explanation::explain(table, candidate, MentionKind::Place);
            }
        }
        for suggestion in self.suggestions.iter().flatten() {
            let row = self.row_of_suggestion(suggestion);
            table.row(row);
        }
    }

    fn record(&self) -> impl Serialize {
        let candidates = self.answer.candidates().iter();
        let suggestions = self.suggestions.as_ref();
        let line = |candidate| CandidateLine::new(candidate, MentionKind::Place, self.details);
        Line {
            query: self.query,
            status: self.answer.status().as_str(),
            candidates: candidates.map(line).collect(),
            suggestions: suggestions.map(|all| all.iter().map(SuggestionLine::of).collect()),
        }
    }

    /// One row a candidate, each with its query; one without a place for a name that is unknown.
    fn csv_rows(&self) -> Vec<Vec<String>> {
        let status = self.answer.status().as_str();
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (at, candidate) in self.answer.candidates().iter().enumerate() {
            let (place, name) = (candidate.place(), candidate.name());
            let (feature, point) = (place.feature(), place.coordinates());
            let mut row = vec![self.query.to_owned(), status.to_owned()];
            row.extend([
                (at + 1).to_string(),
                place.id().to_string(),
                place.name().to_owned(),
            ]);
            row.extend(names_in(Some(place), self.details.languages));
            row.extend([
                country(place),
                feature.class().to_string(),
                feature.code().to_owned(),
                point.latitude().to_string(),
                point.longitude().to_string(),
                accuracy(place),
                name.text().to_owned(),
                name.language().to_string(),
                candidate.evidence().edits().to_string(),
                candidate.score().to_string(),
            ]);
            rows.push(row);
        }
        if rows.is_empty() {
            let mut row = vec![self.query.to_owned(), status.to_owned()];
            row.resize(header(self.details).len(), String::new());
            rows.push(row);
        }
        rows
    }

    fn features(&self) -> Vec<(Option<Coordinates>, impl Serialize)> {
        let properties = |candidate, rank| Properties {
            query: self.query,
            status: self.answer.status().as_str(),
            candidate,
            rank,
        };
        let mut features = Vec::new();
        for (at, candidate) in self.answer.candidates().iter().enumerate() {
            let line = CandidateLine::new(candidate, MentionKind::Place, self.details);
            let position = candidate.place().coordinates();
            features.push((Some(position), properties(Some(line), Some(at + 1))));
        }
        if features.is_empty() {
            features.push((None, properties(None, None)));
        }
        features
    }
}

impl Answer<'_, '_> {
    /// A row of the table for one of the nearest names; its distance stands where candidates have edits.
    fn row_of_suggestion(&self, suggestion: &Suggestion<'_>) -> Vec<String> {
        let mut cells = vec![String::new(), "near".to_owned()];
        cells.extend(self.cells_of(suggestion.place(), suggestion.name()));
        cells.extend([suggestion.distance().to_string(), String::new()]);
        cells
    }

    /// The cells of a place and the name that it was found by.
    fn cells_of(&self, place: PlaceRef<'_>, name: NameRef<'_>) -> Vec<String> {
        let point = place.coordinates();
        let mut cells = vec![shown(place.name())];
        let names = names_in(Some(place), self.details.languages);
        cells.extend(names.map(|name| shown(&name)));
        cells.extend([
            place.id().to_string(),
            kind(place),
            country(place),
            format!("{:.4}", point.latitude()),
            format!("{:.4}", point.longitude()),
            format!("{} ({})", shown(name.text()), name.language()),
        ]);
        cells
    }
}

/// Feature class and code, such as `P.PPLA`.
fn kind(place: PlaceRef<'_>) -> String {
    let feature = place.feature();
    match feature.code() {
        "" => feature.class().to_string(),
        _ => feature.to_string(),
    }
}
