//! `toponym index info`: what an index holds.

use crate::args::IndexOption;
use crate::gazetteer::resolver;
use crate::stop::{Input, Stop};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

/// Say what an index holds: places, names, classes and countries.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct InfoArgs {
    /// The index; that of --index without it, or else the built-in one
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[command(flatten)]
    index: IndexOption,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: InfoFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum InfoFormat {
    /// Lines for people
    #[default]
    Text,
    /// One JSON object
    Json,
}

const EXAMPLES: &str = "\
Examples:
  toponym index info                       the built-in gazetteer
  toponym index info --format json cities.toponym

Exit status: 0 if it can be read, 2 if not.";

/// What an index holds.
#[derive(Serialize)]
struct Info {
    /// Null for the built-in one.
    file: Option<String>,
    bytes: usize,
    places: usize,
    names: usize,
    /// Places of each GeoNames class.
    classes: BTreeMap<String, usize>,
    /// Places of each country; those of none are not counted.
    countries: BTreeMap<String, usize>,
}

pub(crate) fn run(args: &InfoArgs, output: &mut dyn Write) -> Result<Input, Stop> {
    let file = args.file.as_deref().or(args.index.path());
    let resolver = resolver(file)?;
    let index = resolver.index();
    let mut info = Info {
        file: file.map(|file| file.display().to_string()),
        bytes: index.as_bytes().len(),
        places: index.places().len(),
        names: index.name_count(),
        classes: BTreeMap::new(),
        countries: BTreeMap::new(),
    };
    for place in index.places() {
        let class = place.feature().class().to_string();
        *info.classes.entry(class).or_default() += 1;
        if let Some(country) = place.country() {
            *info.countries.entry(country.to_string()).or_default() += 1;
        }
    }
    match args.format {
        InfoFormat::Json => {
            serde_json::to_writer(&mut *output, &info)?;
            writeln!(output)?;
        }
        InfoFormat::Text => {
            let file = info.file.as_deref().unwrap_or("the built-in gazetteer");
            writeln!(output, "{file}: {} bytes", info.bytes)?;
            writeln!(output, "places:     {}", info.places)?;
            writeln!(output, "names:      {}", info.names)?;
            writeln!(output, "by class:   {}", counts(&info.classes))?;
            writeln!(output, "by country: {}", counts(&info.countries))?;
        }
    }
    output.flush()?;
    Ok(Input::Good)
}

/// The counts, the largest first.
fn counts(counts: &BTreeMap<String, usize>) -> String {
    let mut sorted: Vec<_> = counts.iter().collect();
    sorted.sort_by_key(|&(what, count)| (std::cmp::Reverse(count), what));
    let shown = sorted.iter().map(|(what, count)| format!("{what} {count}"));
    shown.collect::<Vec<_>>().join(", ")
}
