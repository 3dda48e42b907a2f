//! Builds an index file from gazetteers.

#[path = "build_index/options.rs"]
mod options;
#[path = "build_index/progress.rs"]
mod progress;

use options::Options;
use progress::Progress;
use std::process::ExitCode;
use toponym::{Corrections, Error, Gazetteer, IndexBuilder};

fn main() -> ExitCode {
    let options = match Options::read() {
        Ok(Some(options)) => options,
        Ok(None) => {
            print!("{}", options::USAGE);
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("build_index: {error}\n\n{}", options::USAGE);
            return ExitCode::from(2);
        }
    };
    match build(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("build_index: {error}");
            ExitCode::from(2)
        }
    }
}

fn build(options: Options) -> Result<(), Error> {
    let progress = Progress::new();
    let reading = progress.clone();
    let building = progress.clone();
    // What is sorted beside the file is on a disk that has room for it.
    let mut builder = IndexBuilder::with_scratch_folder(options.output_folder())
        .on_progress(move |now| building.show(now.step, now.done, Some(now.total)));
    for path in &options.corrections {
        builder = builder.correct(Corrections::read(path)?);
    }
    for folder in &options.tables {
        builder = builder.add_gazetteer(Gazetteer::read_tables(folder)?);
    }
    if let Some(dump) = &options.geonames {
        let left_out = builder.add_from(|sink| dump.read(&mut reading.counting(sink)))?;
        progress.clear();
        if left_out.total() > 0 {
            eprint!("left out of the dump:\n{left_out}");
        }
    }
    let report = builder.write(&options.output)?;
    progress.clear();
    eprintln!("{}: {report}", options.output.display());
    Ok(())
}
