//! Words that end as surnames do.

/// Endings of surnames: such a word behind a title or a street's name is a person.
const SURNAMES: [&str; 20] = [
    "يان", "وف", "يف", "وفا", "يفا", "ian", "yan", "ov", "ev", "ova", "eva", "ова", "ева", "ов",
    "ев", "յան", "եան", "յանց", "ունի", "zadə",
];

/// None of them has more letters.
const SURNAMES_LETTERS: usize = 4;

/// Whether the letters of a word, normalized, end as surnames do.
pub(crate) fn is_surname(letters: impl DoubleEndedIterator<Item = char> + Clone) -> bool {
    let mut tail = [0; SURNAMES_LETTERS * size_of::<char>()];
    let mut start = tail.len();
    for letter in letters.clone().rev().take(SURNAMES_LETTERS) {
        start -= letter.len_utf8();
        letter.encode_utf8(&mut tail[start..]);
    }
    let ends_with = |ending: &&str| tail[start..].ends_with(ending.as_bytes());
    SURNAMES.iter().any(ends_with) && letters.clone().count() >= MIN_SURNAME
}

/// Shorter words that end so are ordinary words: خوف "fear".
const MIN_SURNAME: usize = 5;
