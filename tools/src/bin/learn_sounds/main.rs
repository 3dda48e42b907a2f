//! Learns the costs of `data/sounds.csv` from pairs of names, Arabic and other:
//! `cargo run --release -p toponym-tools --bin learn_sounds -- PAIRS.tsv > data/sounds.csv`.
//!
//! Expectation maximization finds which Arabic letters stand for which Latin ones, from a hand
//! table on; a decision tree a letter then splits what is spelled in different ways by the
//! letters around it; and again, with the trees.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

mod dump;
mod habits;
mod model;
mod pairs;
mod prior;
mod rank;
mod table;
mod tree;

use indicatif::ProgressBar;
use lexopt::Arg;
use model::Model;
use pairs::{Pair, Row};
use program::{Input, Stop, note, other, value};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use toponym_tools::program;

const USAGE: &str = "\
Learns what Arabic makes of Latin letters from pairs of names.

Usage: learn_sounds [OPTION].. PAIRS..

PAIRS is a TSV file whose rows hold a name in Arabic and one or more in other scripts; other
rows are left out. Of several names that which the Arabic one spells is taken. The table goes to
standard output.

Options:
      --geonames FILE         a GeoNames dump, whose Arabic names of places abroad are rows too
      --alternate-names FILE  its alternate names
      --half                  of the dump only half the places; the others are to measure on
      --hold-out N            keep a pair in N apart, and tell how often each finds its name among all
      --min-gain NATS         the least that a question must explain (10)
  -h, --help                  print this
  -V, --version               print the version

Exit status: 0 if the table is written or nobody reads it; 2 for a bad command line, for files
that cannot be read and for an output that cannot be written.
";

/// Rounds of estimation before and after each growing of the trees.
const ROUNDS: [usize; 3] = [5, 4, 4];

fn main() -> ExitCode {
    program::run("learn_sounds", USAGE, learn)
}

fn learn() -> Result<Input, Stop> {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut hold_out = 0;
    let mut min_gain = 10.0;
    let (mut places, mut alternate_names, mut half) = (None::<PathBuf>, None::<PathBuf>, false);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("hold-out") => hold_out = value(&mut parser, "--hold-out")?,
            Arg::Long("min-gain") => min_gain = value(&mut parser, "--min-gain")?,
            Arg::Long("geonames") => places = Some(parser.value()?.into()),
            Arg::Long("alternate-names") => alternate_names = Some(parser.value()?.into()),
            Arg::Long("half") => half = true,
            Arg::Value(file) => files.push(file.into()),
            Arg::Short(_) | Arg::Long(_) => return Err(other(&arg)),
        }
    }
    if files.is_empty() && places.is_none() {
        return Err(Stop::Usage("no file of pairs".to_owned()));
    }
    let mut all = pairs::read(&files)?;
    match (places, alternate_names) {
        (Some(places), Some(names)) => all.extend(dump::read(&places, &names, half)?),
        (None, None) => {}
        _ => {
            return Err(Stop::Usage(
                "--geonames and --alternate-names go together".to_owned(),
            ));
        }
    }
    let (kept, rows): (Vec<_>, Vec<_>) = all.into_iter().partition(|row| row.is_held_out(hold_out));

    let steps = ROUNDS.iter().sum::<usize>() + ROUNDS.len();
    let bar = ProgressBar::new(steps as u64);
    let mut model = Model::new();
    let chosen = |model: &Model, rows: &[Row]| -> Vec<Pair> {
        let ready = rank::Ready::new(model);
        rows.iter()
            .filter_map(|row| row.pair(|a, b, orthography| ready.cost(a, b, orthography)))
            .collect()
    };
    let mut train = chosen(&model, &rows);
    for (turn, rounds) in ROUNDS.into_iter().enumerate() {
        for _ in 0..rounds {
            let counts = model.expect(&train);
            model.maximize(&counts);
            bar.inc(1);
        }
        if turn + 1 < ROUNDS.len() {
            let counts = model.expect(&train);
            model.grow(&counts, min_gain);
            train = chosen(&model, &rows);
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    note(format_args!(
        "{} of {} rows are pairs, {} kept apart; {} answers; {:.3} nats a letter",
        train.len(),
        rows.len(),
        kept.len(),
        model.answers(),
        model.likelihood(&train)
    ));
    if hold_out > 0 {
        let kept = chosen(&model, &kept);
        rank::report(&model, &train, &kept);
    }
    let mut out = io::stdout().lock();
    out.write_all(table::write(&model).as_bytes())?;
    out.flush()?;
    Ok(Input::Good)
}
