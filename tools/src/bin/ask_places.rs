//! This crate's side of `tools/compare_places`: builds an index of a dump, folds names as the index does,
//! and asks names, each timed by the processor's clock, which does not count what else the machine does.
//!
//! The script that compares drives it; what it writes is for that script and nobody else.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

use program::{Input, Stop};
use rustix::time::{ClockId, clock_gettime};
use std::io::{self, BufRead, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;
use toponym::{GeoNames, IndexBuilder, Key, MaxEdits, PlaceId, Query};
use toponym_tools::{program, search};

const USAGE: &str = "\
Builds, folds and asks for tools/compare_places.

Usage: ask_places build PLACES ALTERNATE-NAMES INDEX
       ask_places fold < NAMES
       ask_places ask INDEX < NAMES

build: writes the index of a GeoNames dump.
fold:  writes the folded letters of each line, which is what names are compared by.
ask:   writes a line for each: the ids of its answers, at most five; of the answers if all within two
       edits are believed; of the suggestions. Parted by tabs, the ids by spaces, and before each the
       processor's time in nanoseconds.

Options:
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 if all was done, 2 if not.
";

/// How many answers and suggestions are told.
const ANSWERS: usize = 5;

fn main() -> ExitCode {
    program::run("ask_places", USAGE, work)
}

fn work() -> Result<Input, Stop> {
    let values = program::values()?;
    let values: Vec<&Path> = values.iter().map(Path::new).collect();
    match (values.first().and_then(|task| task.to_str()), &values[..]) {
        (Some("build"), [_, places, alternates, index]) => build(places, alternates, index)?,
        (Some("fold"), [_]) => each_line(|name, out| writeln!(out, "{}", Key::of(name)))?,
        (Some("ask"), [_, index]) => ask(index)?,
        _ => {
            let wanted = "expected build PLACES ALTERNATE-NAMES INDEX, fold, or ask INDEX";
            return Err(Stop::Usage(wanted.to_owned()));
        }
    }
    Ok(Input::Good)
}

fn build(places: &Path, alternates: &Path, index: &Path) -> Result<(), Stop> {
    let dump = GeoNames::new(places).alternate_names(alternates);
    IndexBuilder::new().add_geonames(&dump).write(index)?;
    Ok(())
}

fn ask(index: &Path) -> Result<(), Stop> {
    let resolver = search::resolver(Some(index.as_os_str()))?;
    each_line(|name, out| {
        let query = Query::new(name).limit(ANSWERS);
        let answers = |query| {
            let resolution = resolver.resolve(query);
            let candidates = resolution.candidates().iter();
            candidates.map(|found| found.place().id()).collect()
        };
        timed(out, || answers(query.clone()))?;
        let within = MaxEdits::Limit(MaxEdits::MAX);
        timed(out, || answers(query.clone().max_edits(within)))?;
        timed(out, || {
            let suggestions = resolver.suggestions(query.clone()).into_iter();
            suggestions.map(|found| found.place().id()).collect()
        })?;
        writeln!(out)
    })
}

/// Writes how long something took, and the ids that it found.
fn timed(out: &mut dyn Write, find: impl FnOnce() -> Vec<PlaceId>) -> io::Result<()> {
    let start = processor_time();
    let found = find();
    let took = processor_time().saturating_sub(start);
    write!(out, "{}\t", took.as_nanos())?;
    for (position, id) in found.iter().enumerate() {
        let space = if position == 0 { "" } else { " " };
        write!(out, "{space}{id}")?;
    }
    write!(out, "\t")
}

/// How long this thread has been working.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let part = |part: i64| u64::try_from(part).unwrap_or_default();
    Duration::from_secs(part(time.tv_sec)) + Duration::from_nanos(part(time.tv_nsec))
}

/// Writes something for each line of standard input.
fn each_line(mut write: impl FnMut(&str, &mut dyn Write) -> io::Result<()>) -> Result<(), Stop> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line.map_err(|error| Stop::File(format!("standard input: {error}")))?;
        write(&line, &mut out)?;
    }
    out.flush()?;
    Ok(())
}
