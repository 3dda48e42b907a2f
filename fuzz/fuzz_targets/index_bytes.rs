//! The bytes of an index of three places, changed within its sections or in their lengths, with checksums that say that
//! all is well: everything that can be read is read, without a panic, and `verify` comes to an end.
//!
//! An input is the way in which it is read, then a row of changes: the section, what is done to it, where, with what.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use toponym::Index;
use toponym_fuzz::exercise::exercise;
use toponym_fuzz::index_parts::Parts;
use toponym_fuzz::options::Options;

static WHOLE: LazyLock<Parts> = LazyLock::new(|| Parts::of(toponym_fuzz::few::index().as_bytes()));

fn change(section: &mut Vec<u8>, options: &mut Options) {
    let what = options.byte();
    let at = u16::from_le_bytes([options.byte(), options.byte()]);
    let at = usize::from(at).min(section.len());
    let value = options.byte();
    match what % 8 {
        0 => {
            if let Some(byte) = section.get_mut(at) {
                *byte = value;
            }
        }
        1 => {
            if let Some(byte) = section.get_mut(at) {
                *byte ^= 1 << (value % 8);
            }
        }
        2 => section.truncate(at),
        3 => {
            section.drain(at..(at + usize::from(value)).min(section.len()));
        }
        4 => {
            let more = vec![options.byte(); usize::from(value)];
            section.splice(at..at, more);
        }
        // An extreme of four bytes.
        5 => {
            let extremes = [0, 1, i32::MAX as u32, 1 << 31, u32::MAX - 1, u32::MAX];
            let extreme: u32 = extremes[usize::from(value) % extremes.len()];
            for (byte, new) in section.iter_mut().skip(at).zip(extreme.to_le_bytes()) {
                *byte = new;
            }
        }
        // A part of it again, somewhere else.
        6 => {
            let to = u16::from_le_bytes([options.byte(), options.byte()]);
            let to = usize::from(to).min(section.len());
            let part = section[at..(at + usize::from(value)).min(section.len())].to_vec();
            for (byte, new) in section[to..].iter_mut().zip(part) {
                *byte = new;
            }
        }
        _ => section.iter_mut().skip(at).for_each(|byte| *byte = value),
    }
}

fuzz_target!(|data: &[u8]| {
    let mut options = Options(data);
    // One way at a time is faster by far.
    let ways = 1 << (options.byte() % 8);
    let mut parts = WHOLE.clone();
    for _ in 0..8 {
        if options.0.is_empty() {
            break;
        }
        let number = usize::from(options.byte()) % parts.sections.len();
        change(&mut parts.sections[number], &mut options);
    }
    // Of the format and the rules that are expected, or it is refused at once.
    if let Ok(index) = Index::from_bytes(parts.file()) {
        exercise(index, 8, ways);
    }
});
