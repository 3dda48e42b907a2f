//! Measures how often a name with what stands around it is answered right: places with their units
//! and countries in all ways of writing them, the same with a unit or country that they do not lie
//! in, and names that are no places:
//! `cargo run --release -p toponym-tools --bin evaluate_queries`.
//!
//! The queries are made from the names of the index that is searched, by rule and from a seed:
//!
//! - [`gazetteer`]: what the index holds, by name and by country; it is what tells right from wrong,
//! - [`form`]: which qualifiers a query has, and how it is written,
//! - [`qualified`]: places with what they lie in,
//! - [`contradicted`]: places with what they don't lie in,
//! - [`ordinary`]: words, persons, organizations and products,
//! - [`timing`]: how long an unknown name takes, with a country and without,
//! - [`sample`]: which places are asked, and in which half they are.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

mod contradicted;
mod form;
mod gazetteer;
mod options;
mod ordinary;
mod qualified;
mod sample;
mod table;
mod timing;

use crate::gazetteer::Names;
use crate::options::{Options, Set, USAGE};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use toponym_tools::program::{self, Input, Stop};
use toponym_tools::search;

fn main() -> ExitCode {
    program::run("evaluate_queries", USAGE, evaluate)
}

fn evaluate() -> Result<Input, Stop> {
    let options = Options::parse(lexopt::Parser::from_env())?;
    let resolver = search::resolver(options.index.as_deref())?;
    let mut out = BufWriter::new(io::stdout().lock());
    let names = match options.sets.iter().any(|set| *set != Set::Ordinary) {
        true => Names::of(resolver.index()),
        false => Names::default(),
    };
    for set in &options.sets {
        match set {
            Set::Qualified => qualified::evaluate(&resolver, &names, &options, &mut out)?,
            Set::Contradicted => contradicted::evaluate(&resolver, &names, &options, &mut out)?,
            Set::Ordinary => ordinary::evaluate(&resolver, &options, &mut out)?,
            Set::Timing => timing::evaluate(&resolver, &names, &options, &mut out)?,
        }
        writeln!(out)?;
    }
    out.flush()?;
    Ok(Input::Good)
}
