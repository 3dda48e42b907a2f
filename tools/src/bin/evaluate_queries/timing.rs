//! How long an unknown name takes, with a country and without, in one run.

use crate::form::LANGUAGES;
use crate::gazetteer::{self, Names};
use crate::options::Options;
use crate::sample::{self, hash};
use std::io::{self, Write};
use std::time::Instant;
use toponym::{PlaceRef, Resolver};

/// So many names for each language.
const WORDS: usize = 40;

/// Each query is asked so many times, and the fastest counts: the rest is the machine's.
const ROUNDS: usize = 5;

/// Measures and prints.
pub fn evaluate(
    resolver: &Resolver,
    names: &Names<'_>,
    options: &Options,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "timing of unknown names, in microseconds (medians)")?;
    writeln!(
        out,
        "{:<22} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10}",
        "language", "names", "alone", "country", "ratio", "p90 alone", "p90 both"
    )?;
    let (mut all_alone, mut all_both) = (Vec::new(), Vec::new());
    for language in LANGUAGES {
        let (mut alone, mut both) = (Vec::new(), Vec::new());
        for (word, country) in unknown(resolver, names, language, options) {
            let pair = [word.clone(), format!("{word} {country}")];
            let mut fastest = [u128::MAX; 2];
            for _ in 0..ROUNDS {
                for (query, fastest) in pair.iter().zip(&mut fastest) {
                    let start = Instant::now();
                    let resolution = resolver.resolve(query);
                    *fastest = start.elapsed().as_nanos().min(*fastest);
                    drop(resolution);
                }
            }
            alone.push(fastest[0]);
            both.push(fastest[1]);
        }
        row(out, language, &mut alone, &mut both)?;
        all_alone.append(&mut alone);
        all_both.append(&mut both);
    }
    row(out, "all", &mut all_alone, &mut all_both)
}

fn row(out: &mut impl Write, title: &str, alone: &mut [u128], both: &mut [u128]) -> io::Result<()> {
    let mut ratios: Vec<f64> = alone
        .iter()
        .zip(both.iter())
        .map(|(alone, both)| *both as f64 / (*alone).max(1) as f64)
        .collect();
    ratios.sort_by(f64::total_cmp);
    alone.sort_unstable();
    both.sort_unstable();
    let at = |times: &[u128], percent: usize| {
        let time = times.get(times.len() * percent / 100);
        time.map_or(0.0, |ns| *ns as f64 / 1000.0)
    };
    writeln!(
        out,
        "{title:<22} {:>10} {:>10.1} {:>10.1} {:>10.2} {:>10.1} {:>10.1}",
        alone.len(),
        at(alone, 50),
        at(both, 50),
        ratios.get(ratios.len() / 2).copied().unwrap_or(0.0),
        at(alone, 90),
        at(both, 90),
    )
}

/// Words that nothing is called, made of the halves of two names, with a country each. None of
/// them is answered, neither alone nor with the country.
fn unknown(
    resolver: &Resolver,
    names: &Names<'_>,
    language: &str,
    options: &Options,
) -> Vec<(String, String)> {
    let is_word = |town: &PlaceRef<'_>| {
        gazetteer::name_in(*town, language).is_some_and(|name| {
            name.chars().all(char::is_alphabetic) && (6..=12).contains(&name.chars().count())
        })
    };
    let towns = sample::shuffled(names.towns().filter(is_word).collect(), |town| {
        hash(options.seed, "timing", &town.id().to_string())
    });
    let pairs = towns.iter().zip(towns.iter().skip(1));
    let words = pairs.filter_map(|(first, second)| {
        let head: Vec<char> = gazetteer::name_in(*first, language)?.chars().collect();
        let tail: Vec<char> = gazetteer::name_in(*second, language)?.chars().collect();
        let halves = head[..head.len() / 2].iter().chain(&tail[tail.len() / 2..]);
        let word: String = halves.collect();
        let country = gazetteer::name_in(names.country_of(*first)?, language)?;
        let is_unknown = |query: &str| resolver.resolve(query).best().is_none();
        (is_unknown(&word) && is_unknown(&format!("{word} {country}")))
            .then(|| (word, country.to_owned()))
    });
    words.take(WORDS).collect()
}
