//! Resolves a column of a CSV file on all processors and writes the places beside it:
//! `cargo run --release --example batch -- --column city towns.csv > places.csv`.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

#[path = "output/program.rs"]
#[allow(dead_code, reason = "shared by all programs")]
mod program;
#[path = "output/search.rs"]
mod search;

#[path = "batch/lines.rs"]
mod lines;
#[path = "batch/options.rs"]
mod options;
#[path = "batch/progress.rs"]
mod progress;
#[path = "batch/rows.rs"]
mod rows;
#[path = "batch/workers.rs"]
mod workers;

use options::{Options, USAGE};
use program::{Input, Stop};
use progress::Progress;
use rows::{Row, Rows};
use std::io;
use std::process::ExitCode;
use toponym::Resolver;
use workers::{SHARE, answer_all};

/// The columns that are added.
const ADDED: [&str; 5] = ["status", "place_id", "latitude", "longitude", "score"];

fn main() -> ExitCode {
    program::run("batch", USAGE, batch)
}

fn batch() -> Result<Input, Stop> {
    let options = Options::parse(lexopt::Parser::from_env())?;
    let resolver = search::resolver(options.index.as_deref())?;
    let mut rows = Rows::open(options.file.as_deref())?;
    let column = match &options.column {
        Some(wanted) => rows
            .header
            .iter()
            .position(|name| name == wanted.as_bytes()),
        None => Some(0),
    };
    let no_column = || Stop::File(format!("{}:1: there is no such column", rows.name));
    let column = column.ok_or_else(no_column)?;
    // Long rows stay long.
    let mut out = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(io::stdout().lock());
    let header = rows.header.iter().chain(ADDED.map(str::as_bytes));
    out.write_record(header).map_err(unwritten)?;

    let width = rows.header.len();
    let mut progress = Progress::new(rows.name.clone());
    let mut block = Vec::new();
    loop {
        let end = rows.read(&mut block, SHARE * options.threads);
        // The index has no locks, so threads share it as they please.
        let all = answer_all(&block, |row| answer(&resolver, row, column));
        for (row, answer) in block.iter().zip(&all.answers) {
            write(&mut out, row, width, answer).map_err(unwritten)?;
            progress.add(row);
        }
        progress.show();
        let unanswered = block.get(all.answers.len());
        if let (Some(row), Some(panic)) = (unanswered, all.panic) {
            out.flush()?;
            return Err(Stop::File(format!(
                "{}:{}: a fault in this program ends it at this row, those before it are \
                 written: {panic}",
                rows.name, row.line
            )));
        }
        // What was read before an error is not lost with it.
        if end.is_err() || block.is_empty() {
            out.flush()?;
            let input = progress.end();
            return end.map(|()| input);
        }
    }
}

/// What is added to a row.
fn answer(resolver: &Resolver, row: &Row, column: usize) -> [String; ADDED.len()] {
    let mut cells: [String; ADDED.len()] = Default::default();
    let name = row.fields.get(column).unwrap_or_default();
    let (None, Ok(name)) = (row.fault, std::str::from_utf8(name)) else {
        cells[0] = "bad_row".to_owned();
        return cells;
    };
    let resolution = resolver.resolve(name);
    cells[0] = resolution.status().to_string();
    if let Some(best) = resolution.best() {
        let (place, point) = (best.place(), best.place().coordinates());
        cells[1] = place.id().to_string();
        cells[2] = point.latitude().to_string();
        cells[3] = point.longitude().to_string();
        cells[4] = best.score().to_string();
    }
    cells
}

/// Writes a row so that what is added stands under its header, be the row short or long.
fn write<W: io::Write>(
    out: &mut csv::Writer<W>,
    row: &Row,
    width: usize,
    answer: &[String; ADDED.len()],
) -> csv::Result<()> {
    let missing = width.saturating_sub(row.fields.len());
    let fields = row.fields.iter().take(width);
    let filled = fields.chain(std::iter::repeat_n(&b""[..], missing));
    let answered = filled.chain(answer.iter().map(String::as_bytes));
    out.write_record(answered.chain(row.fields.iter().skip(width)))
}

fn unwritten(error: csv::Error) -> Stop {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => Stop::Output(error),
        other => Stop::Output(io::Error::other(format!("{other:?}"))),
    }
}
