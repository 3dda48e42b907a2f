//! Any text by any scheme: what is no letter stays as it is, and nothing grows without bound.
#![no_main]

use libfuzzer_sys::fuzz_target;
use toponym::{Scheme, transliterate};
use toponym_fuzz::options::Options;

fuzz_target!(|data: &[u8]| {
    let mut options = Options(data);
    let language = options.language();
    let text = options.text();
    let schemes = [
        Scheme::ArmenianToArabic,
        Scheme::AzerbaijaniToArabic,
        Scheme::AzerbaijaniToCyrillic,
        Scheme::AzerbaijaniToPersoArabic,
        Scheme::AzerbaijaniToLatin,
        Scheme::Latin,
        Scheme::LatinFrom(language),
    ];
    for scheme in schemes {
        let written = transliterate(&text, scheme);
        // A letter grows fivefold at most, but for U+FDFA, a sentence of 18 letters in three bytes.
        assert!(written.len() <= 12 * text.len(), "{scheme:?}: {text:?}");
        if text
            .bytes()
            .all(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic())
        {
            assert_eq!(written, text, "{scheme:?}");
        }
    }
});
