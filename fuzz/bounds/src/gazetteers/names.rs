//! Names that are alike: a part that is the same in all of them or differs in one way, with or without words of the
//! language that rules ask for.

use crate::lot::Lot;
use toponym::{Name, NameKind, PlaceId};

/// A language, its letters in pairs of a consonant and a vowel, and a mark that its keys do without.
struct Letters {
    language: &'static str,
    consonants: &'static str,
    vowels: &'static str,
    mark: &'static str,
}

const LETTERS: [Letters; 12] = [
    latin("en"),
    latin("fr"),
    latin("az"),
    latin("tr"),
    arabic("ar"),
    arabic("ar"),
    arabic("fa"),
    arabic("ckb"),
    Letters {
        language: "ru",
        consonants: "бвгдзклмнпрст",
        vowels: "аеиоу",
        mark: "\u{301}",
    },
    Letters {
        language: "hy",
        consonants: "բգդզկլմնպրստ",
        vowels: "աեիո",
        mark: "՛",
    },
    Letters {
        language: "ka",
        consonants: "ბგდზკლმნპრსტ",
        vowels: "აეიოუ",
        mark: "\u{301}",
    },
    Letters {
        language: "he",
        consonants: "בגדזטלמנסרתש",
        vowels: "איו",
        mark: "\u{5B7}",
    },
];

const fn latin(language: &'static str) -> Letters {
    Letters {
        language,
        consonants: "bdfgklmnprstvz",
        vowels: "aeiou",
        mark: "\u{301}",
    }
}

const fn arabic(language: &'static str) -> Letters {
    Letters {
        language,
        consonants: "بتدرسعكلمنشف",
        vowels: "اوي",
        mark: "\u{64E}",
    }
}

impl Letters {
    /// The letter of a number: consonants and vowels in turn.
    fn at(&self, place: usize, number: usize) -> char {
        let letters = match place % 2 {
            0 => self.consonants,
            _ => self.vowels,
        };
        let of = letters.chars().count();
        letters.chars().nth(number % of).expect("a letter")
    }

    /// A number in letters.
    fn written(&self, number: u64) -> String {
        let letters = (0..10).map(|place| self.at(place, (number >> (3 * (place / 2))) as usize));
        letters.collect()
    }
}

/// In what the names differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Differ {
    /// In nothing.
    Not,
    /// In all of a word.
    Whole,
    /// In the end of a word.
    End,
    /// In two letters at most.
    Edits,
    /// In capitals, or in marks, which keys do without.
    Key,
    /// In vowels.
    Vowels,
    /// In the words, which are drawn from a few.
    Words,
}

/// Names of one language that are alike.
#[derive(Clone, Debug)]
pub struct Names {
    language: usize,
    /// The word that all have.
    stem: String,
    pub differ: Differ,
    /// Words of the language, of which the first two may stand around each name.
    words: Vec<String>,
    before: bool,
    after: bool,
    /// Whether names are in all languages in turn.
    in_languages: bool,
    in_kinds: bool,
    source: &'static str,
}

impl Names {
    /// The index of a language, to draw the second part of a gazetteer of the same one.
    pub fn language(&self) -> &'static str {
        LETTERS[self.language].language
    }

    pub fn drawn(
        lot: &mut Lot,
        like: Option<&Names>,
        words: &dyn Fn(&str) -> Vec<String>,
    ) -> Names {
        let language = match like {
            Some(names) => names.language,
            None => lot.below(LETTERS.len()),
        };
        let letters = &LETTERS[language];
        let stem = match like {
            Some(names) if lot.below(2) == 0 => names.stem.clone(),
            _ => {
                let length = 4 + lot.below(10);
                (0..length)
                    .map(|place| letters.at(place, lot.below(97)))
                    .collect()
            }
        };
        let all = words(letters.language);
        Names {
            language,
            stem,
            differ: *lot.one(&[
                Differ::Not,
                Differ::Not,
                Differ::Whole,
                Differ::End,
                Differ::Edits,
                Differ::Key,
                Differ::Key,
                Differ::Vowels,
                Differ::Words,
            ]),
            words: (0..6).map(|_| lot.one::<String>(&all).clone()).collect(),
            before: lot.below(3) == 0,
            after: lot.below(3) == 0,
            in_languages: lot.below(6) == 0,
            in_kinds: lot.below(6) == 0,
            source: *lot.one(&["", "", "geonames", "geonames:dump"]),
        }
    }

    /// The words that questions and texts are made of besides names.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    fn word(&self, number: u64) -> String {
        let letters = &LETTERS[self.language];
        let stem = || self.stem.chars();
        match self.differ {
            Differ::Not => self.stem.clone(),
            Differ::Whole => letters.written(number),
            Differ::End => format!("{}{}", self.stem, letters.written(number)),
            Differ::Edits => {
                let mut word: Vec<char> = stem().collect();
                let (length, number) = (word.len(), number as usize);
                word[number % length] = letters.at(0, number / length);
                word[number / length / 14 % length] = letters.at(1, number);
                word.into_iter().collect()
            }
            Differ::Key => {
                // So many letters that each number has its own.
                let word = stem().chain(stem()).chain(stem()).chain(stem()).take(16);
                let marked = word.enumerate().map(|(at, letter)| {
                    let capital = letter.to_uppercase().to_string();
                    match number >> at & 1 {
                        0 => letter.to_string(),
                        _ if capital != letter.to_string() => capital,
                        _ => format!("{letter}{}", letters.mark),
                    }
                });
                marked.collect()
            }
            Differ::Vowels => {
                let of = letters.vowels.chars().count() as u64;
                let mut rest = number;
                let word = stem().enumerate().map(|(at, letter)| {
                    if at % 2 == 0 {
                        return letter;
                    }
                    let vowel = letters.at(1, (rest % of) as usize);
                    rest /= of;
                    vowel
                });
                word.collect()
            }
            Differ::Words => {
                let mut rest = number;
                let words = (0..5).map(|_| {
                    let of = self.words.len() as u64 + 1;
                    let word = self.words.get((rest % of) as usize).unwrap_or(&self.stem);
                    rest /= of;
                    word.as_str()
                });
                words.collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// The name of a number.
    pub fn text(&self, number: u64) -> String {
        let mut text = self.word(number);
        if self.before {
            text = format!("{} {text}", self.words[0]);
        }
        if self.after {
            text = format!("{text} {}", self.words[1]);
        }
        text
    }

    pub fn name(&self, number: u64, place: PlaceId) -> Name {
        let language = match self.in_languages {
            true => {
                let letter = |by: u64| char::from(b'a' + (number / by % 26) as u8);
                format!("{}{}{}", letter(1), letter(26), letter(676))
            }
            false => self.language().to_owned(),
        };
        let kind = match self.in_kinds {
            true => NameKind::ALL[number as usize % NameKind::ALL.len()],
            false => NameKind::Preferred,
        };
        let language = language.parse().expect("a language");
        let mut name = Name::new(place, self.text(number), language, kind);
        name.source = self.source.into();
        name
    }
}
