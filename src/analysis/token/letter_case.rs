//! How a word is written in a script that has capitals.

/// How a word is written in a script that has capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LetterCase {
    /// Its script has no capitals, or it has no letters.
    None,
    Small,
    /// Its first letter is a capital, and not all of them are.
    Capital,
    /// All its letters are capitals, two at least.
    Capitals,
}

impl LetterCase {
    /// The case of a word.
    pub fn of(word: &str) -> LetterCase {
        // Arabic and its neighbors, the bulk of the input, have no capitals.
        if matches!(word.as_bytes().first(), Some(0xD8..=0xDF)) {
            return LetterCase::None;
        }
        let (mut capitals, mut small, mut first) = (0, 0, LetterCase::None);
        for c in word.chars() {
            match c {
                // Armenian, for which the tables of all characters are slow.
                'Ա'..='Ֆ' => capitals += 1,
                'ա'..='և' => small += 1,
                // Georgian has none: Unicode's are those of inscriptions, and its letters count as small.
                'ა'..='ჿ' => {}
                _ if c.is_uppercase() => capitals += 1,
                _ if c.is_lowercase() => small += 1,
                _ => {}
            }
            if capitals + small == 1 && first == LetterCase::None {
                first = if capitals == 1 {
                    LetterCase::Capital
                } else {
                    LetterCase::Small
                };
            }
        }
        match (first, capitals, small) {
            (LetterCase::Capital, 2.., 0) => LetterCase::Capitals,
            _ => first,
        }
    }
}
