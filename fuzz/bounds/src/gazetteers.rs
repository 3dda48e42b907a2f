//! Gazetteers whose places or names have something in common: one point, one parent, one name, one key, one sound. What
//! building and checking an index of them takes, and what it takes to ask it, grows with their number, and no faster.
//!
//! Each is of one or two parts, so that what one part is called may be multiplied by what the other is.

mod names;
mod part;
mod work;

use crate::counted::{Taken, count};
use crate::lot::Lot;
use crate::tables;
use part::Part;
use std::collections::BTreeMap;
use toponym::{Corrections, Gazetteer, IndexBuilder, Resolver};

/// How many gazetteers are drawn, unless the command line has another number; behind it are the seed, and the number of the
/// first one.
const DRAWN: u64 = 60;

/// Places, or names where one place has all, in the smallest of the gazetteers that are compared.
const SMALL: u64 = 3_000;

/// How much more twice as many may take, in hundredths, before larger gazetteers are asked the same.
const MOST: u64 = 240;

/// How much more these may take: the number of names that are near to a question need not grow with all names, but the square
/// would be four times as much.
const MOST_OF_LARGER: u64 = 300;

/// Steps below which nothing is compared.
const FEW_STEPS: u64 = 4_000_000;

/// Bytes below which nothing is compared.
const FEW_BYTES: usize = 16 << 20;

/// Ids of the second part are behind this.
const SECOND: u64 = 1_000_000;

fn builder(parts: &[Part], of: u64) -> IndexBuilder {
    let mut gazetteer = Gazetteer::default();
    let mut corrections = String::from("place,change,text,language\n");
    for (number, part) in (0..).zip(parts) {
        let from = number * SECOND;
        let other = (SECOND - from) * (parts.len() as u64 - 1);
        part.add_to(
            &mut gazetteer,
            &mut corrections,
            of / parts.len() as u64,
            from,
            other,
        );
    }
    let corrections = Corrections::from_csv(("corrections", corrections.as_bytes()));
    let builder = IndexBuilder::new().add_gazetteer(gazetteer);
    builder.add_corrections(corrections.expect("corrections"))
}

/// An index of a gazetteer of this size, and what building it took.
fn built(parts: &[Part], of: u64) -> (Resolver, Taken) {
    let builder = builder(parts, of);
    let mut index = None;
    let taken = count(|| index = Some(builder.build().expect("an index")));
    let resolver = Resolver::new(index.expect("an index"));
    // What is made once is made before.
    resolver.resolve("Baku, Azerbaijan");
    resolver
        .scan("They went to Baku, Azerbaijan.")
        .for_each(drop);
    (resolver, taken)
}

/// Whether the larger one of two takes too much more.
fn grows(few: Taken, many: Taken, most: u64) -> bool {
    let is = |few: u64, many: u64, least: u64| many > least && many * 100 > few.max(1) * most;
    is(few.steps, many.steps, FEW_STEPS) || is(few.peak as u64, many.peak as u64, FEW_BYTES as u64)
}

pub fn check() -> Vec<String> {
    let argument = |number| std::env::args().nth(number)?.parse().ok();
    let drawn: u64 = argument(2).unwrap_or(DRAWN);
    let seed: u64 = argument(3).unwrap_or(0);
    let first: u64 = argument(4).unwrap_or(0);
    let tables = tables::words();
    let words = |language: &str| {
        tables
            .get(language)
            .cloned()
            .unwrap_or_else(|| tables["en"].clone())
    };
    let mut faults = Vec::new();
    let mut most: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for number in first..first + drawn {
        let mut lot = Lot::new(number, seed);
        let mut parts = vec![Part::drawn(&mut lot, None, &words)];
        if lot.below(3) > 0 {
            parts.push(Part::drawn(&mut lot, Some(&parts[0]), &words));
        }
        let [(few, few_built), (many, many_built)] =
            [2, 4].map(|times| built(&parts, times * SMALL));
        // What is bounded may grow as it likes up to its bound: only what still does in larger gazetteers is a fault.
        let mut larger: Option<[(Resolver, Taken); 2]> = None;
        let mut larger = || {
            let made =
                larger.get_or_insert_with(|| [8, 16].map(|times| built(&parts, times * SMALL)));
            [&made[0], &made[1]].map(|(resolver, taken)| (resolver.clone(), *taken))
        };
        if grows(few_built, many_built, MOST) {
            let [(_, few), (_, many)] = larger();
            if grows(few, many, MOST_OF_LARGER) {
                faults.push(format!("build: {few:?}, then {many:?}: {parts:?}"));
            }
        }
        for work in work::all(&mut lot, &parts) {
            let take = |resolver: &Resolver| count(|| (work.done)(resolver));
            let (few, many) = (take(&few), take(&many));
            let known = most.entry(work.what).or_default();
            known.0 = known.0.max(many.steps);
            known.1 = known.1.max(many.peak as u64);
            if !grows(few, many, MOST) {
                continue;
            }
            let [(few, _), (many, _)] = larger();
            let (few, many) = (take(&few), take(&many));
            if grows(few, many, MOST_OF_LARGER) {
                faults.push(format!(
                    "{number} {}: {few:?}, then {many:?}: {:?}: {parts:?}",
                    work.what, work.detail
                ));
            }
        }
    }
    for (what, (steps, bytes)) in most {
        println!(
            "{what}: {steps} steps and {bytes} bytes at most of {} places or names",
            4 * SMALL
        );
    }
    faults
}
