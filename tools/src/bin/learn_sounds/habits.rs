//! Habits of other writers: letters that some of them take for the same sound.
//!
//! Pairs come from a few hands: the corpus hardly knows an emphatic letter or a ta marbuta, and
//! Turkish names are full of them (بورصة, أماسية). What any writer may do is never as dear as a
//! wrong letter.

/// The letter that the pairs have, the one that another writer takes, and in how many cases of
/// a hundred: a reader's guess, of which only the order of magnitude counts.
const HABITS: &[(&str, &str, f64)] = &[
    // Emphatic letters for plain ones, and the other way.
    ("ت", "ط", 6.0),
    ("ط", "ت", 6.0),
    ("س", "ص", 6.0),
    ("ص", "س", 6.0),
    ("د", "ض", 3.0),
    ("ز", "ظ", 2.0),
    ("ك", "ق", 8.0),
    ("ق", "ك", 10.0),
    ("ه", "ح", 8.0),
    ("ح", "ه", 8.0),
    // Dental spirants.
    ("ت", "ث", 2.0),
    ("س", "ث", 2.0),
    ("ث", "ت", 5.0),
    ("ث", "س", 2.0),
    ("د", "ذ", 2.0),
    ("ز", "ذ", 2.0),
    // g, kh and h of other languages.
    ("غ", "ج", 12.0),
    ("ج", "غ", 6.0),
    ("غ", "ك", 4.0),
    ("غ", "ق", 4.0),
    ("غ", "خ", 3.0),
    ("غ", "ه", 2.0),
    ("ق", "غ", 4.0),
    ("ك", "غ", 2.0),
    ("ج", "ك", 2.0),
    ("ك", "خ", 2.0),
    ("خ", "ك", 4.0),
    ("خ", "ه", 4.0),
    ("خ", "ح", 3.0),
    ("ه", "خ", 4.0),
    // Hushed sounds.
    ("تش", "ش", 8.0),
    ("تش", "ج", 3.0),
    ("ش", "تش", 4.0),
    ("ش", "ج", 1.0),
    ("ج", "ش", 1.0),
    ("ج", "ز", 2.0),
    ("ز", "ج", 2.0),
    ("س", "ز", 3.0),
    ("ز", "س", 3.0),
    ("س", "ش", 2.0),
    // Lips.
    ("ف", "و", 4.0),
    ("و", "ف", 3.0),
    ("ف", "ب", 2.0),
    ("ب", "ف", 1.0),
    ("ت", "د", 1.0),
    ("د", "ت", 1.0),
    // The vowels, and what stands for them at a word's end.
    ("ا", "ع", 3.0),
    ("ا", "ة", 12.0),
    ("ا", "ه", 3.0),
    ("ا", "ى", 2.0),
    ("ه", "ة", 40.0),
    ("ة", "ا", 25.0),
    ("ة", "ه", 25.0),
    ("ي", "ى", 3.0),
    ("ي", "ة", 1.0),
    // Persian and Egyptian letters.
    ("ب", "پ", 2.0),
    ("ف", "ڤ", 3.0),
    ("ش", "چ", 2.0),
    ("تش", "چ", 10.0),
    ("ج", "چ", 2.0),
    ("ج", "ژ", 1.0),
    ("ز", "ژ", 1.0),
    ("غ", "گ", 4.0),
    ("ك", "گ", 2.0),
    ("ج", "گ", 2.0),
];

/// The chances with those of other habits, in the order of these spellings.
pub fn with_habits(spellings: &[String], chances: &[f64]) -> Vec<f64> {
    let mut all = chances.to_vec();
    let at = |text: &str| spellings.iter().position(|spelling| spelling == text);
    for (usual, other, percent) in HABITS {
        if let (Some(usual), Some(other)) = (at(usual), at(other)) {
            all[other] += chances[usual] * percent / 100.0;
        }
    }
    let sum: f64 = all.iter().sum();
    all.iter().map(|chance| chance / sum).collect()
}
