//! Learns the costs of `data/sounds.csv` from pairs of names, Arabic and other:
//! `cargo run --release --example learn_sounds -- PAIRS.tsv > data/sounds.csv`.
//!
//! Expectation maximization finds which Arabic letters stand for which Latin ones, from a hand
//! table on; a decision tree a letter then splits what is spelled in different ways by the
//! letters around it; and again, with the trees.

#[path = "learn_sounds/model.rs"]
mod model;
#[path = "learn_sounds/pairs.rs"]
mod pairs;
#[path = "learn_sounds/prior.rs"]
mod prior;
#[path = "output/program.rs"]
#[allow(dead_code, reason = "shared by all programs")]
mod program;
#[path = "learn_sounds/rank.rs"]
mod rank;
#[path = "learn_sounds/table.rs"]
mod table;
#[path = "learn_sounds/tree.rs"]
mod tree;

use indicatif::ProgressBar;
use lexopt::Arg;
use model::Model;
use program::{Input, Stop, value};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
Learns what Arabic makes of Latin letters from pairs of names.

Usage: learn_sounds [OPTION].. PAIRS..

PAIRS is a TSV file whose rows hold a name in Arabic and one in another script, in either order;
other rows are left out. The table goes to standard output.

Options:
      --hold-out N     keep a pair in N apart, and tell how often each finds its name among all
      --min-gain NATS  the least that a question must explain (12)
  -h, --help           print this
";

/// Rounds of estimation before and after each growing of the trees.
const ROUNDS: [usize; 3] = [5, 4, 4];

fn main() -> ExitCode {
    program::run("learn_sounds", USAGE, learn)
}

fn learn() -> Result<Input, Stop> {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut hold_out = 0;
    let mut min_gain = 12.0;
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Err(Stop::Help),
            Arg::Long("hold-out") => hold_out = value(&mut parser, "--hold-out")?,
            Arg::Long("min-gain") => min_gain = value(&mut parser, "--min-gain")?,
            Arg::Value(file) => files.push(file.into()),
            _ => return Err(arg.unexpected().into()),
        }
    }
    if files.is_empty() {
        return Err(Stop::Usage("no file of pairs".to_owned()));
    }
    let all = pairs::read(&files)?;
    let (kept, train): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|pair| pair.is_held_out(hold_out));

    let steps = ROUNDS.iter().sum::<usize>() + ROUNDS.len();
    let bar = ProgressBar::new(steps as u64);
    let mut model = Model::new();
    for (turn, rounds) in ROUNDS.into_iter().enumerate() {
        for _ in 0..rounds {
            let counts = model.expect(&train);
            model.maximize(&counts);
            bar.inc(1);
        }
        if turn + 1 < ROUNDS.len() {
            let counts = model.expect(&train);
            model.grow(&counts, min_gain);
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    eprintln!(
        "{} pairs, {} kept apart; {} answers; {:.3} nats a letter",
        train.len(),
        kept.len(),
        model.answers(),
        model.likelihood(&train)
    );
    if hold_out > 0 {
        rank::report(&model, &train, &kept);
        return Ok(Input::Good);
    }
    io::stdout().write_all(table::write(&model).as_bytes())?;
    Ok(Input::Good)
}
