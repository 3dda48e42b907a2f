//! Two million words, none of which comes twice: what reading them takes grows with their number, and what is held does
//! not.

use crate::counted::{Taken, count};
use toponym::Resolver;

/// Words of the shorter text; the longer one has twice as many.
const WORDS: usize = 1_000_000;

/// How much more twice as many may take, in hundredths.
const MOST: u64 = 220;

/// What may be held, in bytes.
const HELD: usize = 64 << 20;

const LETTERS: [char; 10] = ['ب', 'ت', 'د', 'ر', 'س', 'ع', 'ك', 'ل', 'م', 'ن'];

/// Words of seven letters, which are the digits of their numbers.
fn text(words: usize) -> String {
    let mut text = String::with_capacity(words * 15);
    for number in 0..words {
        let mut left = number;
        for _ in 0..7 {
            text.push(LETTERS[left % 10]);
            left /= 10;
        }
        text.push(' ');
    }
    text
}

fn read(words: usize) -> Taken {
    let text = text(words);
    let resolver = Resolver::new(toponym_fuzz_seed::index());
    count(|| resolver.scan(&*text).for_each(drop))
}

pub fn check() -> Vec<String> {
    let (short, long) = (read(WORDS), read(2 * WORDS));
    let growth = long.steps * 100 / short.steps.max(1);
    println!(
        "{} words: {} steps a word, x{growth}%, {} kB held, {} kB for half of them",
        2 * WORDS,
        long.steps / (2 * WORDS) as u64,
        long.peak >> 10,
        short.peak >> 10,
    );
    match growth > MOST || long.peak > HELD {
        true => vec![format!("new words: {short:?}, twice as many {long:?}")],
        false => Vec::new(),
    }
}
