//! Builds an index file from gazetteers.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

#[path = "build_index/options.rs"]
mod options;
#[path = "output/program.rs"]
#[allow(dead_code, reason = "shared by all programs")]
mod program;
#[path = "build_index/progress.rs"]
mod progress;

use options::{Options, USAGE};
use program::{Input, Stop, note, show};
use progress::Progress;
use std::process::ExitCode;
use toponym::{Corrections, Gazetteer, IndexBuilder};

fn main() -> ExitCode {
    program::run("build_index", USAGE, build)
}

fn build() -> Result<Input, Stop> {
    let options = Options::read()?;
    let inputs = options.inputs();
    IndexBuilder::check_output(&options.output, inputs.iter().map(|path| path.as_path()))?;
    let progress = Progress::new();
    let reading = progress.clone();
    let building = progress.clone();
    // What is sorted beside the file is on a disk that has room for it.
    let mut builder = IndexBuilder::with_scratch_folder(options.output_folder())
        .on_progress(move |now| building.show(now.step, now.done, Some(now.total)));
    for path in &options.corrections {
        builder = builder.add_corrections(Corrections::read_table(path)?);
    }
    for folder in &options.tables {
        builder = builder.add_gazetteer(Gazetteer::read_tables(folder)?);
    }
    if options.embedded {
        builder = builder.add_gazetteer(Gazetteer::embedded());
    }
    if let Some(dump) = &options.geonames {
        builder = builder.add_from(|sink| dump.read(&mut reading.counting(sink)));
        progress.clear();
        let skipped = builder.skipped_rows();
        if skipped.total() > 0 {
            show(format_args!("left out of the dump:\n{skipped}"));
        }
    }
    let report = builder.write(&options.output)?;
    progress.clear();
    note(format_args!("{}: {report}", options.output.display()));
    Ok(Input::Good)
}
