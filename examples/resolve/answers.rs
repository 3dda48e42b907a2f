//! The answers of `resolve`, in each of its formats.

use crate::explanation;
use crate::format::Format;
use crate::layout::{Layout, json_line};
use crate::record::CandidateRecord;
use crate::table::{Column, Table};
use crate::width::shown;
use serde::Serialize;
use std::io::{self, BufWriter, Write};
use toponym::{PlaceRef, Resolution};

/// Writes answers as they come.
pub struct Answers<W: Write> {
    out: BufWriter<W>,
    explain: bool,
    layout: Layout<11>,
}

/// An answer as a line of JSON.
#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    status: &'static str,
    candidates: Vec<CandidateRecord<'a>>,
}

/// A candidate as the properties of a GeoJSON feature.
#[derive(Serialize)]
struct Properties<'a> {
    query: &'a str,
    status: &'static str,
    #[serde(flatten)]
    candidate: Option<CandidateRecord<'a>>,
    /// 1 for the likeliest candidate.
    rank: Option<usize>,
}

const COLUMNS: [Column; 11] = [
    Column::left("QUERY"),
    Column::left("STATUS"),
    Column::left("PLACE"),
    Column::left("ID"),
    Column::left("KIND"),
    Column::left("IN"),
    Column::right("LAT"),
    Column::right("LON"),
    Column::left("MATCHED NAME"),
    Column::right("EDITS"),
    Column::right("SCORE"),
];

impl<W: Write> Answers<W> {
    /// Begins the output.
    pub fn begin(out: W, format: Format, explain: bool) -> io::Result<Self> {
        let mut out = BufWriter::new(out);
        let layout = Layout::begin(&mut out, format, COLUMNS)?;
        Ok(Answers {
            out,
            explain,
            layout,
        })
    }

    /// Adds the answer to a query.
    pub fn add(&mut self, query: &str, answer: &Resolution<'_>) -> io::Result<()> {
        let explain = self.explain;
        let record = |candidate| CandidateRecord::new(candidate, explain);
        let status = answer.status().as_str();
        match &mut self.layout {
            Layout::Table(table) => {
                add_rows(table, query, answer, explain);
                Ok(())
            }
            Layout::JsonLines => {
                let candidates = answer.candidates().iter().map(record).collect();
                let answer = Answer {
                    query,
                    status,
                    candidates,
                };
                json_line(&mut self.out, &answer)
            }
            Layout::GeoJson(features) => {
                let properties = |candidate, rank| Properties {
                    query,
                    status,
                    candidate,
                    rank,
                };
                for (i, candidate) in answer.candidates().iter().enumerate() {
                    let position = candidate.place().coordinates();
                    let properties = properties(Some(record(candidate)), Some(i + 1));
                    features.add(&mut self.out, Some(position), properties)?;
                }
                if answer.candidates().is_empty() {
                    features.add(&mut self.out, None, properties(None, None))?;
                }
                Ok(())
            }
        }
    }

    /// Writes out what there is.
    pub fn flush(&mut self) -> io::Result<()> {
        self.layout.flush(&mut self.out)
    }

    /// Ends the output.
    pub fn end(mut self) -> io::Result<()> {
        self.layout.end(&mut self.out)
    }
}

/// One row a candidate; query and status stand in the first.
fn add_rows(table: &mut Table<11>, query: &str, answer: &Resolution<'_>, explain: bool) {
    let mut query = shown(query);
    let mut status = answer.status().to_string();
    if answer.candidates().is_empty() {
        let mut cells: [String; 11] = Default::default();
        [cells[0], cells[1]] = [query, status];
        return table.row(cells);
    }
    for candidate in answer.candidates() {
        let (place, name) = (candidate.place(), candidate.name());
        let point = place.coordinates();
        table.row([
            std::mem::take(&mut query),
            std::mem::take(&mut status),
            shown(place.name()),
            place.id().to_string(),
            kind(place),
            place.country().map_or(String::new(), |c| c.to_string()),
            format!("{:.4}", point.latitude()),
            format!("{:.4}", point.longitude()),
            format!("{} ({})", shown(name.text()), name.language()),
            candidate.evidence().edits().to_string(),
            candidate.score().to_string(),
        ]);
        if explain {
            explanation::explain(table, candidate);
        }
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
