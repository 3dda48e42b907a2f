//! `evaluate pairs`: names against their own in another script, among those of all pairs.

use crate::options::Options;
use crate::places::{Hits, heading, row, tier};
use crate::program::{Input, Stop, note};
use std::collections::{BTreeMap, HashMap};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::Instant;
use toponym::{
    Coordinates, Gazetteer, IndexBuilder, Language, Name, NameKind, Place, Resolver, Script,
    Sounds, normalize,
};

/// A name, and the one it should find.
struct Pair {
    asked: String,
    right: String,
}

/// Runs the evaluation and prints it.
pub fn evaluate(options: &Options) -> Result<Input, Stop> {
    let mut input = Input::Good;
    let mut pairs = Vec::new();
    for file in &options.gold {
        match read(file, options.reverse) {
            Ok(rows) => pairs.extend(rows),
            Err(message) => {
                note(format_args!("evaluate: {message}"));
                input = Input::PartlyBad;
            }
        }
    }
    let resolver = resolver(&pairs)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut all = Hits::default();
    let mut scripts: BTreeMap<String, Hits> = BTreeMap::new();
    let mut tiers: BTreeMap<&str, Hits> = BTreeMap::new();
    let mut times = Vec::new();
    let mut errors = Vec::new();
    for pair in pairs
        .iter()
        .filter(|p| is_asked(&p.asked, options.test_share))
    {
        let start = Instant::now();
        let resolution = resolver.resolve(&pair.asked);
        times.push(u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX));
        let mut names = resolution.candidates().iter().map(|c| c.place().name());
        let rank = names.position(|name| name == pair.right);
        let best = resolution.best();
        let found = |hits: &mut Hits| hits.add([rank, rank], best.is_some());
        found(&mut all);
        let between = format!("{} to {}", script(&pair.asked), script(&pair.right));
        found(scripts.entry(between).or_default());
        let tier = best.map_or("nothing", |best| tier(best.evidence().spelling));
        found(tiers.entry(tier).or_default());
        if options.errors && rank != Some(0) {
            let best = best.map_or("", |best| best.place().name());
            let rank = rank.map_or("missed".to_owned(), |rank| (rank + 1).to_string());
            errors.push(format!("{rank}\t{}\t{}\t{best}", pair.asked, pair.right));
        }
    }
    heading(&mut out)?;
    row(&mut out, "all pairs", &all, &times)?;
    for (between, hits) in &scripts {
        row(&mut out, between, hits, &[])?;
    }
    for (tier, hits) in &tiers {
        row(&mut out, &format!("by {tier}"), hits, &[])?;
    }
    for error in errors {
        writeln!(out, "{error}")?;
    }
    out.flush()?;
    Ok(input)
}

/// The rows of a table of two columns; a first row of two language tags is its header.
fn read(path: &Path, reverse: bool) -> Result<Vec<Pair>, String> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut pairs = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut columns = line.split('\t').map(str::trim);
        let (Some(first), Some(second)) = (columns.next(), columns.next()) else {
            return Err(format!(
                "{}:{}: expected two columns, parted by a tab",
                path.display(),
                number + 1
            ));
        };
        let is_tag = |text: &str| text.len() <= 3 && text.parse::<Language>().is_ok();
        if number == 0 && is_tag(first) && is_tag(second) {
            continue;
        }
        let (asked, right) = match reverse {
            true => (second, first),
            false => (first, second),
        };
        pairs.push(Pair {
            asked: asked.to_owned(),
            right: right.to_owned(),
        });
    }
    Ok(pairs)
}

/// A resolver over the right names, each the only name of a place somewhere.
fn resolver(pairs: &[Pair]) -> toponym::Result<Resolver> {
    let mut gazetteer = Gazetteer::default();
    let mut known: HashMap<&str, ()> = HashMap::new();
    for pair in pairs {
        if known.insert(&pair.right, ()).is_some() {
            continue;
        }
        let id: toponym::PlaceId = format!("local:pair-{}", known.len()).parse()?;
        gazetteer
            .places
            .push(Place::new(id.clone(), Coordinates::new(0.0, 0.0)?));
        let language = "und".parse()?;
        let name = Name::new(id, pair.right.as_str(), language, NameKind::Preferred);
        gazetteer.names.push(name);
    }
    let index = IndexBuilder::new().add_gazetteer(gazetteer).build()?;
    Ok(Resolver::new(index))
}

/// Whether a name is in the share that is asked: all of them, or one in so many by the hash by
/// which `learn_sounds --hold-out` keeps pairs apart.
fn is_asked(name: &str, one_in: u64) -> bool {
    let letters = Sounds::of(normalize(name).as_str()).text();
    one_in == 0 || hash(&letters).is_multiple_of(one_in)
}

/// FNV-1a over the letters, as in `learn_sounds/pairs.rs`.
fn hash(letters: &str) -> u64 {
    letters.chars().fold(0xCBF2_9CE4_8422_2325, |hash, letter| {
        (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01B3)
    }) >> 8
}

fn script(name: &str) -> String {
    Script::of_text(name).map_or("?".to_owned(), |script| format!("{script:?}"))
}
