//! An index of three places damaged in every way, with checksums that say that all is well: reading all of it takes no more
//! than in proportion to what a whole one takes.

use crate::counted::{Taken, count};
use toponym::Index;
use toponym_fuzz_seed::exercise::exercise;
use toponym_fuzz_seed::few;
use toponym_fuzz_seed::parts::Parts;

/// How many places, names and so on are read of those that there are many of.
const MANY: usize = 20;

/// So many times the steps of a whole index, at most: a damaged one may lead every question to every name.
const MOST: u64 = 40;

fn read(bytes: Vec<u8>) -> Taken {
    let mut taken = Taken::default();
    // What is not refused is read.
    if let Ok(index) = Index::from_bytes(bytes) {
        taken = count(|| exercise(index, MANY, u8::MAX));
    }
    taken
}

/// Checks all damages; how many there were, and what the worst took.
pub fn check() -> Vec<String> {
    let whole = Parts::of(few::index().as_bytes());
    let file = whole.file();
    read(file.clone());
    let good = read(file.clone());
    // Buffers that a text is read with are longer than a small file.
    let largest = file.len().max(good.largest);
    let mut faults = Vec::new();
    let (mut worst, mut number) = (Taken::default(), 0u64);
    let mut try_one = |what: String, bytes: Vec<u8>| {
        // Once more: tables that are made at first use are none of what it takes.
        read(bytes.clone());
        let taken = read(bytes);
        number += 1;
        worst = worst.most(taken);
        if taken.steps > MOST * good.steps || taken.largest > largest {
            faults.push(format!("{what}: {taken:?}"));
        }
    };
    for at in 0..file.len() {
        // A quarter of all flips, another quarter at each byte; unit tests flip more of a smaller index.
        let mut flipped = file.clone();
        flipped[at] ^= 1 << (at % 8);
        try_one(format!("byte {at} flipped"), flipped);
    }
    for (section, bytes) in whole.sections.iter().enumerate() {
        let with = |bytes: Vec<u8>| {
            let mut parts = whole.clone();
            parts.sections[section] = bytes;
            parts.file()
        };
        for at in 0..bytes.len() {
            for extreme in [0u32, 0x7FFF_FFFF, 0x8000_0000, u32::MAX] {
                let mut bytes = bytes.clone();
                let end = bytes.len().min(at + 4);
                bytes[at..end].copy_from_slice(&extreme.to_le_bytes()[..end - at]);
                try_one(
                    format!("section {section}, {extreme:#x} at {at}"),
                    with(bytes),
                );
            }
            try_one(
                format!("section {section} cut at {at}"),
                with(bytes[..at].to_vec()),
            );
        }
        for fill in [0, 1, 0x7F, 0x80, 0xFF] {
            try_one(
                format!("section {section} of {fill}"),
                with(vec![fill; bytes.len()]),
            );
        }
        try_one(
            format!("section {section} twice"),
            with([&bytes[..], bytes].concat()),
        );
    }
    println!("{} bytes whole: {good:?}", file.len());
    println!("{number} damages, the worst: {worst:?}");
    faults
}
