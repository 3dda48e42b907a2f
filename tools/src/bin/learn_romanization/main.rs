//! Learns the costs of `data/romanization.csv` from pairs of names, Arabic and Latin, of places whose
//! country writes in Arabic:
//! `cargo run --release -p toponym-tools --bin learn_romanization -- --geonames PLACES
//! --alternate-names NAMES > data/romanization.csv`.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

mod corpus;
mod model;
mod prior;
mod table;

use corpus::Row;
use lexopt::Arg;
use model::Model;
use program::{Input, Stop, note, other, value};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use toponym_tools::program;

const USAGE: &str = "\
Learns how Arabic names are written in Latin letters from pairs of names.

Usage: learn_romanization [OPTION].. --geonames FILE --alternate-names FILE [PAIRS..]

PAIRS are TSV files whose rows hold a name in Arabic and one in Latin letters. The table goes to
standard output.

Options:
      --geonames FILE         a GeoNames dump, of which the Arab countries are taken
      --alternate-names FILE  its alternate names
      --even                  only places with even ids; the others are to measure on
      --most NATS             pairs that cost more a sign are no spellings of each other (1.25)
      --min-gain NATS         the least that a context must explain (6)
      --least COUNT           a romanization seen less often in a context is not listed there (0.5)
  -h, --help                  print this
  -V, --version               print the version

Exit status: 0 if the table is written or nobody reads it; 2 for a bad command line, for files
that cannot be read and for an output that cannot be written.
";

/// The countries of the Arab League.
const ARAB_COUNTRIES: &str = "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE";

/// Rounds of estimation.
const ROUNDS: usize = 4;

fn main() -> ExitCode {
    program::run("learn_romanization", USAGE, learn)
}

fn learn() -> Result<Input, Stop> {
    let mut files: Vec<PathBuf> = Vec::new();
    let (mut places, mut alternate_names, mut even) = (None::<PathBuf>, None::<PathBuf>, false);
    let (mut most, mut min_gain, mut least) = (1.25, 6.0, 0.5);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("geonames") => places = Some(parser.value()?.into()),
            Arg::Long("alternate-names") => alternate_names = Some(parser.value()?.into()),
            Arg::Long("even") => even = true,
            Arg::Long("most") => most = value(&mut parser, "--most")?,
            Arg::Long("min-gain") => min_gain = value(&mut parser, "--min-gain")?,
            Arg::Long("least") => least = value(&mut parser, "--least")?,
            Arg::Value(file) => files.push(file.into()),
            Arg::Short(_) | Arg::Long(_) => return Err(other(&arg)),
        }
    }
    let (Some(places), Some(alternate_names)) = (places, alternate_names) else {
        return Err(Stop::Usage("no dump".to_owned()));
    };
    let mut rows = corpus::of_dump(&places, &alternate_names, ARAB_COUNTRIES, "ar", even)?;
    rows.extend(corpus::of_tables(&files)?);
    let marked: Vec<Row> = rows
        .iter()
        .filter(|row| row.is_marked)
        .map(Row::copy)
        .collect();
    let plain: Vec<Row> = rows.iter().map(Row::unmarked).collect();
    let mut text = String::from("names,letter,next,before,previous,shorter,spellings\n");
    for (names, rows) in [("plain", plain), ("marked", marked)] {
        let mut model = model_of(names, &rows, most);
        table::prune(&mut model, min_gain);
        table::write(&mut text, names, &model, least);
    }
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Input::Good)
}

fn model_of(names: &str, rows: &[Row], most: f64) -> Model {
    let mut model = Model::new(rows);
    // The hand table alone is far from any name: what is dear by it is told by what was learnt.
    let mut pairs = model.pairs(rows, f64::INFINITY);
    for round in 0..=ROUNDS {
        let nats = model.learn(&pairs);
        note(format_args!(
            "{names}, round {round}: {} pairs of {} names, {nats:.3} nats a sign",
            pairs.len(),
            rows.len()
        ));
        pairs = model.pairs(rows, if round == 0 { 2.0 * most } else { most });
    }
    model
}
