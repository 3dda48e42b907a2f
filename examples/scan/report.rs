//! What `scan` finds, in each of its formats.

use crate::explanation::explain;
use crate::format::Format;
use crate::layout::{Layout, json_line};
use crate::record::CandidateRecord;
use crate::table::{Column, Table};
use crate::width::shown;
use serde::Serialize;
use std::io::{self, BufWriter, Write};
use toponym::{Mention, Score};

/// Writes mentions as they come.
pub struct Report<W: Write> {
    out: BufWriter<W>,
    layout: Layout<8>,
    explain: bool,
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
    place: Option<CandidateRecord<'a>>,
    alternatives: Vec<CandidateRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signs: Option<Vec<&'static str>>,
    confidence: Option<u16>,
}

/// A mention as the properties of a GeoJSON feature: viewers show flat ones best.
#[derive(Serialize)]
struct Properties<'a> {
    #[serde(flatten)]
    mention: MentionRecord<'a>,
    #[serde(flatten)]
    place: Option<CandidateRecord<'a>>,
    alternatives: Vec<CandidateRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signs: Option<Vec<&'static str>>,
    confidence: Option<u16>,
}

const COLUMNS: [Column; 8] = [
    Column::right("LINE"),
    Column::left("MENTION"),
    Column::left("KIND"),
    Column::left("PLACE"),
    Column::left("ID"),
    Column::right("LAT"),
    Column::right("LON"),
    Column::right("SCORE"),
];

impl<W: Write> Report<W> {
    /// Begins the output.
    pub fn begin(out: W, format: Format, explain: bool) -> io::Result<Self> {
        let mut out = BufWriter::new(out);
        let layout = Layout::begin(&mut out, format, COLUMNS)?;
        Ok(Report {
            out,
            layout,
            explain,
        })
    }

    /// Adds what was found in a file; `titled` says that its name shall stand over the rows
    /// of a table.
    pub fn add<'a>(
        &mut self,
        file: &'a str,
        text: &'a str,
        mentions: impl Iterator<Item = Mention<'a, 'a>>,
        titled: bool,
    ) -> io::Result<()> {
        if let Layout::Table(table) = &mut self.layout
            && titled
        {
            table.note(format!("{}:", shown(file)));
        }
        let mut lines = LineNumbers::new(text);
        for mention in mentions {
            match &mut self.layout {
                Layout::Table(table) => {
                    let line = lines.at(mention.range().start);
                    table.row(row(line, &mention));
                    if self.explain {
                        add_explanation(table, &mention);
                    }
                }
                Layout::JsonLines => {
                    let (place, alternatives) = candidates(&mention, self.explain);
                    let line = Line {
                        mention: MentionRecord::new(file, &mention),
                        place,
                        alternatives,
                        signs: self.explain.then(|| mention.cues().collect()),
                        confidence: mention.confidence().map(Score::get),
                    };
                    json_line(&mut self.out, &line)?;
                }
                Layout::GeoJson(features) => {
                    let best = mention.resolution().best();
                    let position = best.map(|best| best.place().coordinates());
                    let (place, alternatives) = candidates(&mention, self.explain);
                    let properties = Properties {
                        mention: MentionRecord::new(file, &mention),
                        place,
                        alternatives,
                        signs: self.explain.then(|| mention.cues().collect()),
                        confidence: mention.confidence().map(Score::get),
                    };
                    features.add(&mut self.out, position, properties)?;
                }
            }
        }
        self.layout.flush(&mut self.out)
    }

    /// Ends the output.
    pub fn end(mut self) -> io::Result<()> {
        self.layout.end(&mut self.out)
    }
}

impl<'a> MentionRecord<'a> {
    fn new(file: &'a str, mention: &Mention<'_, 'a>) -> Self {
        let (name, token) = (mention.span(), mention.token_span());
        let phrase = mention.phrase_span();
        MentionRecord {
            file,
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
}

/// The likeliest place, and the others.
fn candidates<'a>(
    mention: &Mention<'a, '_>,
    explain: bool,
) -> (Option<CandidateRecord<'a>>, Vec<CandidateRecord<'a>>) {
    let candidates = mention.resolution().candidates().iter();
    let mut records = candidates.map(|candidate| CandidateRecord::new(candidate, explain));
    (records.next(), records.collect())
}

/// Why the mention is one and means its place, under its row.
fn add_explanation(table: &mut Table<8>, mention: &Mention<'_, '_>) {
    if let Some(best) = mention.resolution().best() {
        explain(table, best);
    }
    let signs: Vec<&str> = mention.cues().collect();
    if !signs.is_empty() {
        table.note(format!("    signs: {}", signs.join(", ")));
    }
}

fn row(line: usize, mention: &Mention<'_, '_>) -> [String; 8] {
    let mut row: [String; 8] = Default::default();
    row[0] = line.to_string();
    row[1] = shown(mention.as_str());
    row[2] = mention.kind().to_string();
    let resolution = mention.resolution();
    row[3] = resolution.status().to_string();
    if let Some(best) = resolution.best() {
        let (place, point) = (best.place(), best.place().coordinates());
        row[3] = shown(place.name());
        let rivals = resolution.candidates().len() - 1;
        if resolution.status() == toponym::Status::Ambiguous {
            row[3].push_str(&format!(" (or {rivals} more)"));
        }
        row[4] = place.id().to_string();
        row[5] = format!("{:.4}", point.latitude());
        row[6] = format!("{:.4}", point.longitude());
        row[7] = best.score().to_string();
    }
    row
}

/// Line numbers of ascending offsets, counted once over the text.
struct LineNumbers<'t> {
    text: &'t str,
    offset: usize,
    line: usize,
}

impl<'t> LineNumbers<'t> {
    fn new(text: &'t str) -> Self {
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
