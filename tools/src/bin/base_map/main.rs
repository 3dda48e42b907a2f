//! Makes the base map of `toponym map`, `cli/assets/base/base-map.json`, of Natural Earth's GeoJSON:
//! coasts, lakes, rivers and borders as one TopoJSON file that is no larger than asked for.
//!
//! `layers` reads the files, `topology` cuts their lines into arcs that are shared where lines run
//! together, `simplification` leaves points out, `topojson` writes. The same input gives the same bytes.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

mod layers;
mod simplification;
mod topojson;
mod topology;

use lexopt::{Arg, ValueExt};
use program::{Input, Stop};
use std::path::PathBuf;
use std::process::ExitCode;
use toponym_tools::program;

const USAGE: &str = "\
Makes the base map that the command's maps are drawn on, of Natural Earth's files at 1:50 million.

Usage: base_map [--natural-earth DIR] [--max-bytes N] --output FILE

Options:
      --natural-earth DIR the folder with ne_50m_land.geojson and the like; without it, the folder
                          natural-earth in the one that the variable TOPONYM_SHARED names
      --max-bytes N       the file is as detailed as so many bytes allow (500000)
  -o, --output FILE       the TopoJSON file that is written
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 if the file is written, 2 if not.
";

/// What is asked of the program.
struct Options {
    natural_earth: PathBuf,
    max_bytes: usize,
    output: PathBuf,
}

fn main() -> ExitCode {
    program::run("base_map", USAGE, make)
}

fn options() -> Result<Options, Stop> {
    let mut natural_earth = std::env::var_os("TOPONYM_SHARED")
        .map(|shared| PathBuf::from(shared).join("natural-earth"));
    let (mut max_bytes, mut output) = (500_000, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("natural-earth") => natural_earth = Some(parser.value()?.into()),
            Arg::Long("max-bytes") => max_bytes = parser.value()?.parse()?,
            Arg::Short('o') | Arg::Long("output") => output = Some(parser.value()?.into()),
            _ => return Err(program::other(&arg)),
        }
    }
    let missing = |what: &str| Stop::Usage(format!("{what} is missing"));
    Ok(Options {
        natural_earth: natural_earth.ok_or_else(|| missing("--natural-earth DIR"))?,
        max_bytes,
        output: output.ok_or_else(|| missing("--output FILE"))?,
    })
}

fn make() -> Result<Input, Stop> {
    let options = options()?;
    let layers = layers::read(&options.natural_earth)?;
    let topology = topology::build(&layers);
    let ranked = simplification::Ranked::of(&topology);
    let (tolerance, text) = simplification::within(options.max_bytes, |square_km| {
        topojson::write(&topology, &ranked.at(square_km))
    })
    .ok_or_else(|| Stop::Usage(format!("--max-bytes {}: too few", options.max_bytes)))?;
    std::fs::write(&options.output, &text)
        .map_err(|error| Stop::File(format!("{}: {error}", options.output.display())))?;
    program::note(format_args!(
        "{}: {} bytes; bends of less than {tolerance:.2} square kilometers are left out",
        options.output.display(),
        text.len(),
    ));
    Ok(Input::Good)
}
