//! Other spellings of what is asked for in Arabic letters: names are compared with them too.

use crate::text::script::Script;

/// Spellings in Arabic that have other consonants than those that are written: two equal letters
/// with no vowel between them may be copied from a script that doubles them (هيللين for Hellen), and
/// letters that mostly are one sound together may be two (ميدجارد for Midgard).
pub(super) fn alternative_spellings(written: &str) -> Vec<String> {
    const TOGETHER: [&str; 6] = ["تش", "تس", "تز", "دز", "دج", "دژ"];
    if Script::of_text(written) != Some(Script::Arabic) {
        return Vec::new();
    }
    let mut single: Vec<char> = written.chars().collect();
    single.dedup();
    let single: String = single.into_iter().collect();
    let mut apart = written.to_owned();
    for pair in TOGETHER {
        // Two words have sounds of their own.
        let mut letters = pair.chars();
        if let (Some(a), Some(b)) = (letters.next(), letters.next()) {
            apart = apart.replace(pair, &format!("{a} {b}"));
        }
    }
    let mut also = vec![single, apart];
    also.retain(|text| text != written);
    also
}

/// The words without the Arabic article, if any has it.
pub(super) fn without_articles(written: &str) -> Option<String> {
    let bare = |word: &'_ str| -> Option<String> {
        let rest = word.strip_prefix("ال")?;
        (rest.chars().count() >= 3).then(|| rest.to_owned())
    };
    let words: Vec<String> = written
        .split(' ')
        .map(|word| bare(word).unwrap_or_else(|| word.to_owned()))
        .collect();
    let bare = words.join(" ");
    (bare != written).then_some(bare)
}

/// The words with the l of each Arabic article likened to the consonant behind it, as it is
/// romanized (ad-Dammam); `None` if no article has such a consonant behind it.
pub(super) fn with_likened_articles(written: &str) -> Option<String> {
    let likened = |word: &str| -> String {
        let rest = word.strip_prefix("ال").unwrap_or_default();
        match rest.chars().next() {
            Some(next) if "تثدذرزسشصضطظن".contains(next) => format!("ا{next} {rest}"),
            _ => word.to_owned(),
        }
    };
    let words: Vec<String> = written.split(' ').map(likened).collect();
    let words = words.join(" ");
    (words != written).then_some(words)
}
