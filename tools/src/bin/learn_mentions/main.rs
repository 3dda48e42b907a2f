//! Learns what the signs at a name weigh, from texts in which people marked the places, and
//! writes the rows of one language in `mention_weights.csv` and `mention_scores.csv`:
//! `cargo run --release -p toponym-tools --bin learn_mentions -- --language ar --style prose --output data
//! GOLD..`.
//!
//! A logistic regression (L2, Newton's method) gives the weights, in hundredths of a logit. It is
//! learned once more for each event, or for each of five parts of the texts, without that part, and what
//! it says of the part left out makes the scores: the share of places among the mentions of a weight.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

mod examples;
mod logistic;
mod monotone;
mod report;
mod tables;

use examples::Examples;
use gold::Gold;
use lexopt::Arg;
use logistic::{Example, Weights};
use program::{Input, Stop, note, other, text, value};
use report::{Judged, report};
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use tables::Which;
use toponym::Resolver;
use toponym_tools::{gold, program, search};

const USAGE: &str = "\
Learns what the signs at a name weigh, from texts in which people marked the places.

Usage: learn_mentions [OPTION].. GOLD..

GOLD is what `evaluate text` reads.

Options:
      --language CODE     the language that the texts are in, as data/mention_models.csv has it (ar)
      --style STYLE       any (default), prose or posts: the texts of it that the model is for
      --test GOLD         a text that nothing is learned from: what the model says of it is printed;
                          may be repeated
      --index FILE        an index file in place of the built-in gazetteer, which `built-in` stands
                          for; may be repeated: the texts are read with each. It may be mapped:
                          never overwrite it in place while a program searches it, but write a
                          new file beside it and rename that to FILE
      --tags TAG,..       the tags that are places (LOC)
      --output DIR        where the rows of the language are written into the two tables; without it
                          nothing is
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 if all files are good; 2 for a bad command line, for files that cannot be read or
are no gold (the others are learned from all the same), for tables or a report that cannot be
written. Nobody reading the report is no fault.
";

fn main() -> ExitCode {
    program::run("learn_mentions", USAGE, learn)
}

/// What the command line asks for.
struct Options {
    files: Vec<PathBuf>,
    tests: Vec<PathBuf>,
    indexes: Vec<OsString>,
    tags: Vec<String>,
    which: Which,
    output: Option<PathBuf>,
}

fn options() -> Result<Options, Stop> {
    let mut options = Options {
        files: Vec::new(),
        tests: Vec::new(),
        indexes: Vec::new(),
        tags: vec!["LOC".to_owned()],
        which: Which {
            language: "ar".to_owned(),
            style: "any".to_owned(),
        },
        output: None,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("language") => options.which.language = text(&mut parser, "--language")?,
            Arg::Long("style") => options.which.style = text(&mut parser, "--style")?,
            Arg::Long("test") => options.tests.push(parser.value()?.into()),
            Arg::Long("index") => options.indexes.push(parser.value()?),
            Arg::Long("output") => options.output = Some(PathBuf::from(parser.value()?)),
            Arg::Long("tags") => {
                let list: String = value(&mut parser, "--tags")?;
                options.tags = list.split(',').map(str::to_owned).collect();
            }
            Arg::Value(file) => options.files.push(file.into()),
            Arg::Short(_) | Arg::Long(_) => return Err(other(&arg)),
        }
    }
    Ok(options)
}

fn learn() -> Result<Input, Stop> {
    let options = options()?;
    let resolvers = resolvers(&options.indexes)?;
    let mut input = Input::Good;
    let mut read = |files: &[PathBuf], examples: &mut Examples| {
        for file in files {
            match Gold::read(file, &options.tags) {
                Ok(gold) => resolvers.iter().for_each(|r| examples.add(r, &gold)),
                Err(message) => {
                    note(format_args!("learn_mentions: {message}"));
                    input = Input::PartlyBad;
                }
            }
        }
    };
    let mut examples = Examples::default();
    read(&options.files, &mut examples);
    if examples.list.is_empty() {
        return Err(Stop::Usage("no mention to learn from".to_owned()));
    }
    // The signs of the tests that nothing was learned of weigh nothing.
    let mut tests = Vec::new();
    for file in &options.tests {
        let mut test = Examples {
            signs: examples.signs.clone(),
            ..Examples::default()
        };
        read(std::slice::from_ref(file), &mut test);
        tests.push((file, test));
    }
    let weighed = left_out(&examples);
    let weights = Weights::learn(&examples.list, examples.signs.len());
    let pairs: Vec<(i32, bool)> = weighed.iter().map(|(w, e)| (*w, e.place)).collect();
    let steps = monotone::steps(&pairs);
    if let Some(folder) = &options.output {
        tables::write(folder, &options.which, &examples.signs, &weights, &steps)?;
    }
    // After the tables, which nobody who stops reading the report shall lose.
    let mut out = io::stdout().lock();
    let judged = judged_apart(&examples, &weighed);
    report(&mut out, "each part by the others", &judged, examples.gold)?;
    for (file, test) in &tests {
        let known = examples.signs.len();
        let judge = |example: &Example| {
            let mut example = example.clone();
            example.signs.retain(|&sign| sign < known);
            Judged::of(&example, weights.of(&example), &steps)
        };
        let judged: Vec<Judged> = test.list.iter().map(judge).collect();
        let title = file.display().to_string();
        report(&mut out, &title, &judged, test.gold)?;
    }
    Ok(input)
}

/// The gazetteers that texts are read with.
fn resolvers(indexes: &[OsString]) -> Result<Vec<Resolver>, Stop> {
    if indexes.is_empty() {
        return Ok(vec![Resolver::embedded()]);
    }
    let file =
        |index: &OsString| search::resolver((index != "built-in").then_some(index.as_os_str()));
    indexes.iter().map(file).collect()
}

/// What each example weighs by those of the other parts.
fn left_out(examples: &Examples) -> Vec<(i32, &Example)> {
    let mut weighed = Vec::with_capacity(examples.list.len());
    for part in 0..examples.parts.len() {
        let (apart, others): (Vec<&Example>, Vec<&Example>) = examples
            .list
            .iter()
            .partition(|example| example.part == part);
        let others: Vec<Example> = others.into_iter().cloned().collect();
        let weights = Weights::learn(&others, examples.signs.len());
        weighed.extend(
            apart
                .into_iter()
                .map(|example| (weights.of(example), example)),
        );
    }
    weighed
}

/// The same with scores, which are made without the example's part too.
fn judged_apart(examples: &Examples, weighed: &[(i32, &Example)]) -> Vec<Judged> {
    let mut judged = Vec::with_capacity(weighed.len());
    for part in 0..examples.parts.len() {
        let others = weighed.iter().filter(|(_, example)| example.part != part);
        let pairs: Vec<(i32, bool)> = others.map(|(w, e)| (*w, e.place)).collect();
        let steps = monotone::steps(&pairs);
        let apart = weighed.iter().filter(|(_, example)| example.part == part);
        judged.extend(apart.map(|(weight, e)| Judged::of(e, *weight, &steps)));
    }
    judged
}
