//! Any text: normalizing twice changes nothing, letters know where they came from, and the key of a text is that
//! of its normalized spelling.
#![no_main]

use libfuzzer_sys::fuzz_target;
use toponym::{Key, normalize};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let normalized = normalize(&text);
    let again = normalize(normalized.as_str());
    assert_eq!(normalized.as_str(), again.as_str());
    let letters = normalized.letters();
    assert_eq!(
        normalized.as_str(),
        letters.iter().map(|letter| letter.char).collect::<String>()
    );
    assert!(letters.is_sorted_by(|a, b| a.start <= b.start && a.end <= b.end));
    for letter in letters {
        assert!(
            text.get(letter.source())
                .is_some_and(|source| !source.is_empty())
        );
    }
    assert_eq!(Key::of(&text), Key::fold(&normalized));
    assert_eq!(Key::of(&text), Key::of(normalized.as_str()));
});
