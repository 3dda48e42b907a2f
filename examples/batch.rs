//! Resolves a column of a CSV file on all processors and writes the places beside it:
//! `cargo run --release --example batch -- --column city towns.csv > places.csv`.

#[path = "output/program.rs"]
mod program;

use lexopt::Arg;
use program::{Input, Stop, text, value};
use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};
use toponym::Resolver;

const USAGE: &str = "\
Resolves the names in a column of a CSV file, and writes the file with the places beside them.

Usage: batch [OPTION].. [FILE]

Reads standard input without a FILE. The first row is the header. To each row are added the
columns status (resolved, ambiguous, unknown), place_id, latitude, longitude and score; the last
four are empty where the name is unknown. Rows keep their order.

Options:
      --index FILE        search the index in FILE instead of the built-in gazetteer
      --column NAME       the column with the names (default: the first)
      --threads N         so many threads (default: one for each processor)
  -h, --help              print this
";

/// Rows that one thread is given at a time.
const SHARE: usize = 1024;

struct Options {
    file: Option<String>,
    index: Option<std::ffi::OsString>,
    column: Option<String>,
    threads: NonZero<usize>,
}

fn main() -> ExitCode {
    program::run("batch", USAGE, batch)
}

fn options() -> Result<Options, Stop> {
    let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let mut options = Options {
        file: None,
        index: None,
        column: None,
        threads,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Err(Stop::Help),
            Arg::Long("index") => options.index = Some(parser.value()?),
            Arg::Long("column") => options.column = Some(text(&mut parser, "--column")?),
            Arg::Long("threads") => options.threads = value(&mut parser, "--threads")?,
            Arg::Value(file) if options.file.is_none() => {
                options.file = Some(file.to_string_lossy().into_owned());
            }
            _ => return Err(arg.unexpected().into()),
        }
    }
    Ok(options)
}

fn batch() -> Result<Input, Stop> {
    let options = options()?;
    let resolver = program::resolver(options.index.as_deref())?;
    let name = options.file.as_deref().unwrap_or("-");
    let input: Box<dyn io::Read> = match &options.file {
        Some(path) => Box::new(std::fs::File::open(path).map_err(|error| bad(name, error))?),
        None => Box::new(io::stdin().lock()),
    };
    let mut rows = csv::Reader::from_reader(input);
    let header = rows.headers().map_err(|error| bad(name, error))?.clone();
    let column = match &options.column {
        Some(wanted) => header.iter().position(|column| column == wanted),
        None => Some(0),
    };
    let column = column.ok_or_else(|| bad(name, "there is no such column in the header"))?;
    let mut out = csv::Writer::from_writer(io::stdout().lock());
    let added = ["status", "place_id", "latitude", "longitude", "score"];
    write(&mut out, header.iter().chain(added))?;

    let mut all = Input::Good;
    let mut progress = Progress::new();
    let mut block = Vec::new();
    loop {
        block.clear();
        for row in rows.records().take(SHARE * options.threads.get()) {
            match row {
                Ok(row) => block.push(row),
                Err(error) if error.is_io_error() => return Err(bad(name, error)),
                Err(error) => {
                    eprintln!("batch: {name}: {error}; the row is left out");
                    all = Input::PartlyBad;
                }
            }
        }
        if block.is_empty() {
            break;
        }
        // The index has no locks, so threads share it as they please.
        let answers: Vec<Vec<[String; 5]>> = thread::scope(|scope| {
            let work = |share| {
                let resolver = &resolver;
                scope.spawn(move || resolve_all(resolver, share, column))
            };
            let workers: Vec<_> = block.chunks(SHARE).map(work).collect();
            let answers = workers
                .into_iter()
                .map(|worker| worker.join().unwrap_or_default());
            answers.collect()
        });
        for (row, answer) in block.iter().zip(answers.iter().flatten()) {
            write(
                &mut out,
                row.iter().chain(answer.iter().map(String::as_str)),
            )?;
        }
        progress.add(block.len());
    }
    out.flush()?;
    progress.end();
    Ok(all)
}

fn resolve_all(resolver: &Resolver, rows: &[csv::StringRecord], column: usize) -> Vec<[String; 5]> {
    let answer = |row: &csv::StringRecord| {
        let resolution = resolver.resolve(row.get(column).unwrap_or_default());
        let status = resolution.status().to_string();
        let Some(best) = resolution.best() else {
            return [
                status,
                String::new(),
                String::new(),
                String::new(),
                String::new(),
            ];
        };
        let (place, point) = (best.place(), best.place().coordinates());
        [
            status,
            place.id().to_string(),
            point.latitude().to_string(),
            point.longitude().to_string(),
            best.score().to_string(),
        ]
    };
    rows.iter().map(answer).collect()
}

fn write<'f, W: io::Write>(
    out: &mut csv::Writer<W>,
    fields: impl Iterator<Item = &'f str>,
) -> Result<(), Stop> {
    out.write_record(fields)
        .map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => Stop::Stream(error),
            other => Stop::Stream(io::Error::other(format!("{other:?}"))),
        })
}

fn bad(file: &str, error: impl std::fmt::Display) -> Stop {
    Stop::Stream(io::Error::other(format!("{file}: {error}")))
}

/// How many rows are done and how fast, on a terminal only.
struct Progress {
    began: Instant,
    shown: Instant,
    rows: usize,
    on_terminal: bool,
}

impl Progress {
    fn new() -> Progress {
        let on_terminal = io::stderr().is_terminal();
        Progress {
            began: Instant::now(),
            shown: Instant::now(),
            rows: 0,
            on_terminal,
        }
    }

    fn add(&mut self, rows: usize) {
        self.rows += rows;
        if self.on_terminal && self.shown.elapsed() > Duration::from_millis(200) {
            self.shown = Instant::now();
            let rate = self.rows as f64 / self.began.elapsed().as_secs_f64();
            eprint!("\r\x1b[K{} rows, {rate:.0} a second", self.rows);
        }
    }

    fn end(self) {
        if self.on_terminal {
            eprintln!(
                "\r\x1b[K{} rows in {:.1} s",
                self.rows,
                self.began.elapsed().as_secs_f64()
            );
        }
    }
}
