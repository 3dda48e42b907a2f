//! A few words of one language, drawn from all that reading a text asks for, over and over: a rule that looks at what
//! stands before it or behind it may look at no more of it than of the words before. Which rule that is, no list of
//! shapes tells; so thousands of texts are drawn.

use crate::counted::count;
use crate::lot::Lot;
use crate::tables;
use std::hint::black_box;
use toponym::{Document, Resolver};

/// How many texts of each language are drawn, unless the command line has another number.
const DRAWN: u64 = 100;

/// Bytes of the shorter text, so many that what is made once counts for little, and a fraction of a window: in a
/// longer one work by the square of a window would seem to be by the length of the text.
const SHORT: usize = 24 << 10;

/// How much more twice the length may take, in hundredths.
const MOST: u64 = 240;

/// Steps that a byte may take, whatever grows with them.
const STEPS: u64 = 12_000;

/// What stands between two words.
const BETWEEN: [&str; 14] = [
    " ", " ", " ", " ", " ", ", ", "، ", "-", ". ", " (", ") ", " «", "» ", "\n",
];

/// What stands for itself among the words.
const OTHERS: [&str; 16] = [
    "12", "1918", "–", ":", "/", "\"", "№ 5", "A", "B.", "км", "km", "كم", "%", "…", "؟", "&",
];

/// Up to four words and what stands between them.
fn piece(lot: &mut Lot, words: &[String]) -> String {
    let mut piece = String::new();
    for _ in 0..=lot.below(4) {
        match lot.below(8) {
            0 => piece.push_str(lot.one::<&str>(&OTHERS)),
            _ => piece.push_str(lot.one::<String>(words)),
        }
        piece.push_str(lot.one::<&str>(&BETWEEN));
    }
    piece
}

pub fn check() -> Vec<String> {
    let argument = |number| std::env::args().nth(number)?.parse().ok();
    let drawn: u64 = argument(2).unwrap_or(DRAWN);
    let seed: u64 = argument(3).unwrap_or(0);
    let resolver = Resolver::embedded();
    let mut faults = Vec::new();
    for (language, words) in tables::words() {
        let mut most = (0, 0);
        for number in 0..drawn {
            let mut lot = Lot::new(number, seed);
            let head = piece(&mut lot, &words);
            let part = piece(&mut lot, &words);
            let posts = lot.below(4) == 0;
            let (short, long) = (
                take(&resolver, &head, &part, SHORT, posts),
                take(&resolver, &head, &part, 2 * SHORT, posts),
            );
            let growth = long * 100 / short.max(1);
            let steps = long / (2 * SHORT) as u64;
            most = (most.0.max(growth), most.1.max(steps));
            if growth > MOST || steps > STEPS {
                faults.push(format!("{language}: x{growth}%, {steps} steps a byte: {head:?}, then {part:?}, posts: {posts}"));
            }
        }
        println!(
            "{language}: x{}% for twice the length, {} steps a byte at most",
            most.0, most.1
        );
    }
    faults
}

/// The steps of reading such a text with words that were read before.
fn take(resolver: &Resolver, head: &str, part: &str, length: usize, posts: bool) -> u64 {
    let mut text = head.to_owned();
    while text.len() < length {
        text.push_str(part);
    }
    let read = |text: &str| {
        let document = Document::new(text).posts(posts).low_confidence(true);
        resolver
            .scan(document)
            .for_each(|mention| drop(black_box(mention)));
    };
    read(&format!("{head}{part}{part}"));
    count(|| read(&text)).steps
}
