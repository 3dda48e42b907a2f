//! Learns what the signs at a name weigh, from texts in which people marked the places, and
//! writes `mention_weights.csv` and `mention_scores.csv`:
//! `cargo run --release -p toponym-tools --bin learn_mentions -- --output data GOLD..`.
//!
//! A logistic regression (L2, Newton's method) gives the weights, in hundredths of a logit. It is
//! learned once more for each of five parts of the texts without that part, and what it says of
//! the part left out makes the scores: the share of places among the mentions of a weight.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

mod logistic;
mod monotone;

use gold::Gold;
use lexopt::Arg;
use logistic::{Example, Weights};
use program::{Input, Stop, note, other, value};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use toponym::{Document, MentionKind, Resolver};
use toponym_tools::{gold, program, search};

const USAGE: &str = "\
Learns what the signs at a name weigh, from texts in which people marked the places.

Usage: learn_mentions [OPTION].. GOLD..

GOLD is what `evaluate text` reads.

Options:
      --index FILE        an index file in place of the built-in gazetteer. It may be mapped:
                          never overwrite it in place while a program searches it, but write a
                          new file beside it and rename that to FILE
      --tags TAG,..       the tags that are places (LOC)
      --output DIR        where the two tables are written; without it nothing is
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 if all files are good; 2 for a bad command line, for files that cannot be read or
are no gold (the others are learned from all the same), for tables or a report that cannot be
written. Nobody reading the report is no fault.
";

/// So many parts are left out in turn.
const FOLDS: usize = 5;

fn main() -> ExitCode {
    program::run("learn_mentions", USAGE, learn)
}

fn learn() -> Result<Input, Stop> {
    let (mut files, mut index, mut output) = (Vec::<PathBuf>::new(), None::<OsString>, None);
    let mut tags = vec!["LOC".to_owned()];
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("index") => index = Some(parser.value()?),
            Arg::Long("output") => output = Some(PathBuf::from(parser.value()?)),
            Arg::Long("tags") => {
                let list: String = value(&mut parser, "--tags")?;
                tags = list.split(',').map(str::to_owned).collect();
            }
            Arg::Value(file) => files.push(file.into()),
            Arg::Short(_) | Arg::Long(_) => return Err(other(&arg)),
        }
    }
    let resolver = search::resolver(index.as_deref())?;
    let mut input = Input::Good;
    let mut names = BTreeMap::new();
    let mut examples = Vec::new();
    for file in &files {
        match Gold::read(file, &tags) {
            Ok(gold) => read(&resolver, &gold, &mut names, &mut examples),
            Err(message) => {
                note(format_args!("learn_mentions: {message}"));
                input = Input::PartlyBad;
            }
        }
    }
    if examples.is_empty() {
        return Err(Stop::Usage("no mention to learn from".to_owned()));
    }
    let held_out = left_out(&examples, names.len());
    let weights = Weights::learn(&examples, names.len());
    if let Some(directory) = output {
        let mut rows: Vec<_> = names.iter().map(|(name, &at)| (at, *name)).collect();
        rows.sort_by_key(|(at, name)| (-weights.points(*at), *name));
        let mut table = "sign,weight\n".to_owned();
        for (at, name) in rows {
            let _ = writeln!(table, "{name},{}", weights.points(at));
        }
        write(&directory.join("mention_weights.csv"), &table)?;
        let mut table = "weight,score\n".to_owned();
        for (weight, score) in monotone::steps(&held_out) {
            let _ = writeln!(table, "{weight},{score}");
        }
        write(&directory.join("mention_scores.csv"), &table)?;
    }
    // After the tables, which nobody who stops reading the report shall lose.
    report(&mut io::stdout().lock(), &held_out)?;
    Ok(input)
}

fn write(path: &Path, table: &str) -> Result<(), Stop> {
    std::fs::write(path, table).map_err(|error| Stop::File(format!("{}: {error}", path.display())))
}

/// Every name found in a text, with whether gold has a place there.
fn read(
    resolver: &Resolver,
    gold: &Gold,
    names: &mut BTreeMap<&'static str, usize>,
    examples: &mut Vec<Example>,
) {
    let document = Document::new(&gold.text)
        .unlisted(false)
        .low_confidence(true);
    for mention in resolver.scan(document) {
        let mut signs = Vec::new();
        for name in mention.cues() {
            let next = names.len();
            signs.push(*names.entry(name).or_insert(next));
        }
        if mention.kind() != MentionKind::Place || signs.is_empty() {
            continue;
        }
        let range = gold.whole_words(mention.range());
        let mut spans = gold.spans.iter();
        let place = spans.any(|s| s.range.start < range.end && range.start < s.range.end);
        examples.push(Example { signs, place });
    }
}

/// What each example weighs by the others, with whether it is a place.
fn left_out(examples: &[Example], signs: usize) -> Vec<(i32, bool)> {
    let mut weighed = Vec::with_capacity(examples.len());
    for fold in 0..FOLDS {
        let (from, to) = (
            examples.len() * fold / FOLDS,
            examples.len() * (fold + 1) / FOLDS,
        );
        let others: Vec<Example> = [&examples[..from], &examples[to..]].concat();
        let weights = Weights::learn(&others, signs);
        let part = examples[from..to].iter();
        weighed.extend(part.map(|example| (weights.of(example), example.place)));
    }
    weighed
}

/// Prints what leaving out the mentions below a weight does.
fn report(out: &mut impl Write, held_out: &[(i32, bool)]) -> io::Result<()> {
    let places = held_out.iter().filter(|(_, place)| *place).count();
    writeln!(out, "{} names, {places} of them places", held_out.len())?;
    writeln!(out, "weight     kept   places   precision")?;
    for least in [i32::MIN, -100, -50, -20, 0, 20, 50, 100] {
        let kept = held_out.iter().filter(|(weight, _)| *weight >= least);
        let (all, right) = kept.fold((0, 0), |(all, right), (_, place)| {
            (all + 1, right + usize::from(*place))
        });
        let shown = if least == i32::MIN {
            "all".to_owned()
        } else {
            least.to_string()
        };
        let precision = right as f64 / f64::from(all.max(1));
        writeln!(out, "{shown:>6} {all:>8} {right:>8}       {precision:.3}")?;
    }
    out.flush()
}
