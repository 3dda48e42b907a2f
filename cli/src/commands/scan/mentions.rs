//! What `scan` finds, mention by mention, in each of the formats.

use crate::args::OutputOptions;
use crate::output::explanation::explain;
use crate::output::record::{CandidateLine, Details, accuracy, country, name_titles, names_in};
use crate::output::report::{Entry, Report};
use crate::output::table::{Column, Table};
use crate::output::width::shown;
use serde::Serialize;
use std::io::{self, Write};
use toponym::{Coordinates, Mention, Offsets, Score, SitePointRecord, Span, Status};

/// Writes mentions as they come.
pub(crate) struct ScanReport<'o, W: Write> {
    report: Report<W>,
    details: Details<'o>,
}

/// A mention in its file.
struct Found<'a, 'r, 't> {
    file: &'a str,
    /// From 1.
    line: usize,
    /// In characters.
    chars: Span,
    mention: &'a Mention<'r, 't>,
    details: Details<'a>,
}

/// What text a mention is; all offsets are bytes of the file.
#[derive(Serialize)]
struct MentionRecord<'a> {
    file: &'a str,
    start: usize,
    end: usize,
    token_start: usize,
    token_end: usize,
    phrase_start: usize,
    phrase_end: usize,
    text: &'a str,
    kind: &'static str,
    status: &'static str,
}

/// A mention as a line of JSON.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    mention: MentionRecord<'a>,
    place: Option<CandidateLine<'a>>,
    alternatives: Vec<CandidateLine<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signs: Option<Vec<&'static str>>,
    confidence: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    site_point: Option<SitePointRecord>,
}

/// A mention as the properties of a GeoJSON feature: viewers show flat ones best.
#[derive(Serialize)]
struct Properties<'a> {
    #[serde(flatten)]
    mention: MentionRecord<'a>,
    #[serde(flatten)]
    place: Option<CandidateLine<'a>>,
    alternatives: Vec<CandidateLine<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signs: Option<Vec<&'static str>>,
    confidence: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    site_point: Option<SitePointRecord>,
}

/// The columns of the table, with the languages' behind the name's.
fn columns(details: Details<'_>) -> Vec<Column> {
    let names = details.languages.iter();
    let names = names.map(|language| Column::left(format!("NAME ({language})")));
    let before = [
        Column::right("LINE"),
        Column::left("MENTION"),
        Column::left("KIND"),
        Column::left("PLACE"),
    ];
    let behind = [
        Column::left("ID"),
        Column::right("LAT"),
        Column::right("LON"),
        Column::right("SCORE"),
    ];
    before.into_iter().chain(names).chain(behind).collect()
}

/// The columns of CSV.
fn header(details: Details<'_>) -> Vec<String> {
    let before = [
        "file",
        "start",
        "end",
        "start_char",
        "end_char",
        "text",
        "status",
        "id",
        "name",
    ];
    let behind = [
        "country",
        "class",
        "lat",
        "lon",
        "accuracy_km",
        "score",
        "kind",
        "confidence",
    ];
    let names = name_titles(details.languages);
    let before = before.map(str::to_owned).into_iter();
    before
        .chain(names)
        .chain(behind.map(str::to_owned))
        .collect()
}

impl<'o, W: Write> ScanReport<'o, W> {
    /// Begins the output.
    pub fn begin(out: W, options: &'o OutputOptions) -> io::Result<Self> {
        let details = options.details();
        let report = Report::begin(out, options.format, columns(details), &header(details))?;
        Ok(ScanReport { report, details })
    }

    /// Begins a file; `titled` says that its name shall stand over its rows of a table.
    pub fn begin_file(&mut self, file: &str, titled: bool) {
        if let Report::Table(_, table) = &mut self.report
            && titled
        {
            table.note(format!("{}:", shown(file)));
        }
    }

    /// Adds a mention.
    pub fn add(
        &mut self,
        file: &str,
        lines: &mut LineNumbers<'_>,
        chars: &Offsets<'_>,
        mention: &Mention<'_, '_>,
    ) -> io::Result<()> {
        let details = self.details;
        self.report.add(&Found {
            file,
            line: lines.at(mention.span().start),
            chars: chars.convert(mention.span()),
            mention,
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

impl<'r> Found<'_, 'r, '_> {
    fn mention_record(&self) -> MentionRecord<'_> {
        let mention = self.mention;
        let (name, token) = (mention.span(), mention.token_span());
        let phrase = mention.phrase_span();
        MentionRecord {
            file: self.file,
            start: name.start,
            end: name.end,
            token_start: token.start,
            token_end: token.end,
            phrase_start: phrase.start,
            phrase_end: phrase.end,
            text: mention.as_str(),
            kind: mention.kind().as_str(),
            status: mention.resolution().status().as_str(),
        }
    }

    /// The likeliest place, and the others.
    fn candidates(&self) -> (Option<CandidateLine<'r>>, Vec<CandidateLine<'r>>) {
        let candidates = self.mention.resolution().candidates().iter();
        let mut lines = candidates
            .map(|candidate| CandidateLine::new(candidate, self.mention.kind(), self.details));
        (lines.next(), lines.collect())
    }

    fn signs(&self) -> Option<Vec<&'static str>> {
        let explain = self.details.explain;
        explain.then(|| self.mention.cues().collect())
    }

    fn site_point(&self) -> Option<SitePointRecord> {
        self.mention.site_point().map(|point| point.to_record())
    }

    fn confidence(&self) -> Option<u16> {
        self.mention.confidence().map(Score::get)
    }
}

impl Entry for Found<'_, '_, '_> {
    fn add_rows(&self, table: &mut Table) {
        let mention = self.mention;
        let resolution = mention.resolution();
        let mut cells = vec![
            self.line.to_string(),
            shown(mention.as_str()),
            mention.kind().to_string(),
        ];
        match resolution.best() {
            None => {
                cells.push(resolution.status().to_string());
                cells.resize(table.width(), String::new());
            }
            Some(best) => {
                let (place, point) = (best.place(), best.place().coordinates());
                let mut name = shown(place.name());
                if resolution.status() == Status::Ambiguous {
                    let rivals = resolution.candidates().len() - 1;
                    name.push_str(&format!(" (or {rivals} more)"));
                }
                cells.push(name);
                let names = names_in(Some(place), self.details.languages);
                cells.extend(names.map(|name| shown(&name)));
                cells.extend([
                    place.id().to_string(),
                    format!("{:.4}", point.latitude()),
                    format!("{:.4}", point.longitude()),
                    best.score().to_string(),
                ]);
            }
        }
        table.row(cells);
        if self.details.explain {
            if let Some(best) = resolution.best() {
                explain(table, best, mention.kind());
            }
            let signs: Vec<&str> = mention.cues().collect();
            if !signs.is_empty() {
                table.note(format!("    signs: {}", signs.join(", ")));
            }
        }
    }

    fn record(&self) -> impl Serialize {
        let (place, alternatives) = self.candidates();
        Line {
            mention: self.mention_record(),
            place,
            alternatives,
            signs: self.signs(),
            confidence: self.confidence(),
            site_point: self.site_point(),
        }
    }

    fn csv_rows(&self) -> Vec<Vec<String>> {
        let mention = self.mention;
        let best = mention.resolution().best();
        let place = best.map(|best| best.place());
        let of_place =
            |cell: &dyn Fn(toponym::PlaceRef<'_>) -> String| place.map_or_else(String::new, cell);
        let mut row = vec![
            self.file.to_owned(),
            mention.span().start.to_string(),
            mention.span().end.to_string(),
            self.chars.start.to_string(),
            self.chars.end.to_string(),
            mention.as_str().to_owned(),
            mention.resolution().status().to_string(),
            of_place(&|place| place.id().to_string()),
            of_place(&|place| place.name().to_owned()),
        ];
        row.extend(names_in(place, self.details.languages));
        row.extend([
            of_place(&country),
            of_place(&|place| place.feature().class().to_string()),
            of_place(&|place| place.coordinates().latitude().to_string()),
            of_place(&|place| place.coordinates().longitude().to_string()),
            of_place(&accuracy),
            best.map_or_else(String::new, |best| best.score().to_string()),
            mention.kind().to_string(),
            self.confidence()
                .map_or_else(String::new, |n| n.to_string()),
        ]);
        vec![row]
    }

    fn features(&self) -> Vec<(Option<Coordinates>, impl Serialize)> {
        let best = self.mention.resolution().best();
        let site = || self.mention.site_point().map(|point| point.coordinates());
        let position = best.map(|best| best.place().coordinates()).or_else(site);
        let (place, alternatives) = self.candidates();
        let properties = Properties {
            mention: self.mention_record(),
            place,
            alternatives,
            signs: self.signs(),
            confidence: self.confidence(),
            site_point: self.site_point(),
        };
        vec![(position, properties)]
    }
}

/// Line numbers of ascending offsets, counted once over the text.
pub(crate) struct LineNumbers<'t> {
    text: &'t str,
    offset: usize,
    line: usize,
}

impl<'t> LineNumbers<'t> {
    pub fn new(text: &'t str) -> Self {
        LineNumbers {
            text,
            offset: 0,
            line: 1,
        }
    }

    fn at(&mut self, offset: usize) -> usize {
        self.line += self.text[self.offset..offset].matches('\n').count();
        self.offset = offset;
        self.line
    }
}
