//! Which languages a text or a name may be in, told by letters and by frequent function words.
//!
//! A language is ruled out only where words speak against it and hardly any for it; where nothing
//! tells, all languages of a script stay.

#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile;

use crate::compiled::bytes::u32_at;
use crate::compiled::word_map::WordMap;
use crate::compiled::{Section, section};
use crate::key::KeySpace;
use crate::lang::confusion::plain_letter;
use crate::lang::language::{LANGUAGES, LanguageSet};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What the words of a piece of text say of its languages.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence {
    /// The sets of languages that words tell, and the points of the words that tell each.
    told: [(LanguageSet, u16); MAX_SETS],
    /// The languages of which a letter that they need was seen.
    shown: LanguageSet,
}

/// Letters and words tell no more different sets of languages in one script or two.
const MAX_SETS: usize = 16;

/// Points of a word that tells by a letter, which may be another language's name or word, and of a
/// function word.
const LETTER: u16 = 1;
const WORD: u16 = 2;

/// A language is ruled out if the words that the likeliest language of the script has, and it has not,
/// have so many points,
const MIN_AGAINST: u16 = 2;

/// and they are more than so many times those that are its own and not the likeliest one's: a text
/// in one language quotes others.
const AGAINST_FOR: u16 = 5;

/// Longer words are not looked up: those that tell are short.
const MAX_FUNCTION_WORD: usize = 6;

// A bit for each length.
const _: () = assert!(MAX_FUNCTION_WORD < u8::BITS as usize);

/// What a word says of its language, by its spelling alone.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordEvidence {
    /// The languages that it tells; none if it tells nothing.
    told: LanguageSet,
    points: u16,
    /// The languages of which it shows a letter that they need.
    shown: LanguageSet,
}

impl WordEvidence {
    /// What a word says as it is written.
    pub fn of(word: &str) -> WordEvidence {
        let (mut told, mut by_keyboard) = (LanguageSet::NONE, LanguageSet::NONE);
        let mut shown = LanguageSet::NONE;
        let letter_of = |c: char| LETTERS.get(c as usize).copied().unwrap_or_default();
        let first = word.chars().next().unwrap_or_default();
        let lengths = letter_of(plain_letter(first)).lengths;
        let mut length = 0;
        for c in word.chars() {
            length += 1;
            let letter = letter_of(c);
            if letter.telling.is_empty() {
                continue;
            }
            shown = shown.or(letter.needed);
            if is_of_keyboard(c) {
                by_keyboard = letter.telling;
            } else if told.is_empty() || letter.telling.and(told) == letter.telling {
                // The letter of fewest languages says most.
                told = letter.telling;
            }
        }
        let mut points = LETTER;
        let function_word = match length <= MAX_FUNCTION_WORD && lengths & 1 << length != 0 {
            true => by_word(word),
            false => LanguageSet::NONE,
        };
        if !function_word.is_empty() {
            (told, points) = (function_word, WORD);
        } else if told.is_empty() && !word.starts_with("ال") {
            told = by_keyboard;
        }
        WordEvidence {
            told,
            points,
            shown,
        }
    }
}

impl Evidence {
    /// Takes note of a word.
    pub fn add(&mut self, word: WordEvidence) {
        self.shown = self.shown.or(word.shown);
        if word.told.is_empty() {
            return;
        }
        let mut sets = self.told.iter_mut();
        let set = sets.find(|(set, count)| *set == word.told || *count == 0);
        if let Some((set, count)) = set {
            *set = word.told;
            *count = count.saturating_add(word.points);
        }
    }

    /// The points of the words that have the one language and lack the other.
    fn words(&self, with: LanguageSet, without: LanguageSet) -> u16 {
        let told = self.told.iter();
        let known = told.filter(|(set, _)| set.meets(with) && !set.meets(without));
        known.fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }

    /// The languages of a script that nothing speaks against.
    pub fn languages(&self, space: KeySpace) -> LanguageSet {
        if space == KeySpace::Other {
            return LanguageSet::of_space(space);
        }
        let all = LanguageSet::of_space(space).without(LanguageSet::IN_NEED.without(self.shown));
        let mut told = self.told.iter().take_while(|(_, points)| *points > 0);
        if !told.any(|(set, _)| set.meets(all)) {
            return all;
        }
        let each = || all.numbers().map(LanguageSet::of_number);
        let support = |language: &LanguageSet| self.words(*language, LanguageSet::NONE);
        let Some(likeliest) = each().max_by_key(support) else {
            return all;
        };
        let ruled_out = each().filter(|&language| {
            let against = self.words(likeliest, language);
            let own = self.words(language, likeliest);
            against >= MIN_AGAINST && against > own.saturating_mul(AGAINST_FOR)
        });
        all.without(ruled_out.fold(LanguageSet::NONE, LanguageSet::or))
    }

    /// The languages of every key space.
    pub fn by_space(&self) -> [LanguageSet; KeySpace::ALL.len()] {
        KeySpace::ALL.map(|space| self.languages(space))
    }
}

/// Whether a letter may come from the keyboard rather than from the language: Arabic is typed with
/// the Persian forms of kaf and ya, too.
fn is_of_keyboard(letter: char) -> bool {
    matches!(letter, 'ک' | 'ی')
}

/// The languages that function words tell, by their letters, [`packed`].
static WORDS: WordMap = WordMap::new(section(Section::TellingWords));

/// The languages that a word of at most `MAX_FUNCTION_WORD` letters, as it is written, tells as a
/// function word.
fn by_word(word: &str) -> LanguageSet {
    let told = WORDS.get([&packed(word)]);
    told.map_or(LanguageSet::NONE, |mut told| {
        LanguageSet::of_bits(told.u32())
    })
}

/// The letters of a word of at most `MAX_FUNCTION_WORD` letters as one number, spelled plainly.
fn packed(word: &str) -> [u8; 16] {
    let letters = word.chars().fold(0u128, |packed, c| {
        let letter = match c {
            'ء'..='ي' => plain_letter(c),
            _ => plain_letter(c.to_lowercase().next().unwrap_or(c)),
        };
        packed << 21 | letter as u128
    });
    letters.to_le_bytes()
}

/// Where letters of the alphabets here end among the code points.
const END_OF_LETTERS: usize = 0x700;

/// The languages that a letter tells, and those that need it or another.
#[derive(Clone, Copy, Debug, Default)]
struct Letter {
    telling: LanguageSet,
    needed: LanguageSet,
    /// The lengths in letters of the function words that tell and begin with it, a bit each.
    lengths: u8,
}

/// Bytes of a letter in the compiled table.
const LETTER_BYTES: usize = 9;

/// What each letter tells, by its code point; nothing for most.
static LETTERS: [Letter; END_OF_LETTERS] = {
    const COMPILED: &[u8] = section(Section::TellingLetters);
    let nothing = Letter {
        telling: LanguageSet::NONE,
        needed: LanguageSet::NONE,
        lengths: 0,
    };
    let mut letters = [nothing; END_OF_LETTERS];
    let mut at = 0;
    while at < END_OF_LETTERS && LETTER_BYTES * (at + 1) <= COMPILED.len() {
        let place = LETTER_BYTES * at;
        letters[at] = Letter {
            telling: LanguageSet::of_bits(u32_at(COMPILED, place)),
            needed: LanguageSet::of_bits(u32_at(COMPILED, place + 4)),
            lengths: COMPILED[place + 8],
        };
        at += 1;
    }
    letters
};

/// The languages that a name may be of, by its letters alone. Only those count that no other
/// language has: others come from the keyboard, or from the language that the name was taken from.
/// [`LanguageSet::ALL`] if nothing tells.
pub(crate) fn of_spelling(text: &str) -> LanguageSet {
    let letters = &*SPELLING_LETTERS;
    let (mut shown, mut owners) = (LanguageSet::NONE, LanguageSet::NONE);
    for letter in text.chars() {
        let small = letter.to_lowercase().next().unwrap_or(letter);
        if let Some((needed, own)) = letters.get(&small) {
            (shown, owners) = (shown.or(*needed), owners.or(*own));
        }
    }
    let mut languages = LanguageSet::ALL.without(LanguageSet::IN_NEED.without(shown));
    for number in owners.numbers() {
        let others = LanguageSet::of_space(LANGUAGES[number].space);
        languages = languages.without(others.without(LanguageSet::of_number(number)));
    }
    languages
}

/// For each letter the languages that need it or another, and those that alone have it.
type SpellingLetters = FxHashMap<char, (LanguageSet, LanguageSet)>;

static SPELLING_LETTERS: LazyLock<SpellingLetters> = LazyLock::new(|| {
    let mut letters = SpellingLetters::default();
    for (number, profile) in LANGUAGES.iter().enumerate() {
        let language = LanguageSet::of_number(number);
        for letter in profile.needed_letters.chars() {
            let (needed, _) = letters.entry(letter).or_default();
            *needed = needed.or(language);
        }
        for letter in profile.own_letters.chars() {
            let (_, own) = letters.entry(letter).or_default();
            *own = own.or(language);
        }
    }
    letters
});

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes of the languages that a text may be in.
    fn told(text: &str, space: KeySpace) -> Vec<&'static str> {
        let mut evidence = Evidence::default();
        let words = text.split_whitespace().map(WordEvidence::of);
        words.for_each(|word| evidence.add(word));
        let profiles = evidence.languages(space).profiles();
        profiles.map(|profile| profile.code).collect()
    }

    #[test]
    fn texts_tell_their_language() {
        for (text, space, language) in [
            (
                "وصل الوفد إلى باكو في زيارة رسمية وعاد من تبليسي",
                KeySpace::Arabic,
                "ar",
            ),
            (
                "وی در قم به خبرنگاران گفت که این سفر را لغو کرده است",
                KeySpace::Arabic,
                "fa",
            ),
            (
                "رئيس جمهور در تهران گفت که اين طرح را به مجلس مي فرستد",
                KeySpace::Arabic,
                "fa",
            ),
            (
                "سەرۆکی هەرێم لە هەولێر پێشوازی لە شاندێک کرد",
                KeySpace::Arabic,
                "ckb",
            ),
            (
                "Prezident Bakıda və Gəncədə görüşlər keçirib",
                KeySpace::Latin,
                "az",
            ),
            (
                "The president of the city was in Baku and has left",
                KeySpace::Latin,
                "en",
            ),
            (
                "Президент и премьер не были в Ереване, это было в июне",
                KeySpace::Cyrillic,
                "ru",
            ),
            (
                "Бакыда вә Ҝәнҹәдә јени мәктәбләр",
                KeySpace::Cyrillic,
                "az-Cyrl",
            ),
        ] {
            let told = told(text, space);
            assert!(told.contains(&language), "{text}: {told:?}");
            // Those without words of their own in the tables may stay.
            let others = ["ar", "fa", "en", "ru", "az-Cyrl"];
            let mut others = others.iter().filter(|other| **other != language);
            assert!(
                !others.any(|other| told.contains(other)),
                "{text}: {told:?}"
            );
        }
    }

    #[test]
    fn where_nothing_tells_all_stay() {
        let all = |space| {
            let languages = LanguageSet::of_space(space).without(LanguageSet::IN_NEED);
            languages.profiles().count()
        };
        for (text, space) in [
            ("باكو", KeySpace::Arabic),
            ("Baku", KeySpace::Latin),
            ("Баку", KeySpace::Cyrillic),
            ("", KeySpace::Arabic),
        ] {
            assert_eq!(told(text, space).len(), all(space), "{text}");
        }
    }

    #[test]
    fn a_text_in_two_languages_keeps_both() {
        let text =
            "قال في بيان إن الوفد وصل إلى باكو من طهران. وی گفت که این سفر را به پایان می برد";
        let told = told(text, KeySpace::Arabic);
        assert!(told.contains(&"ar") && told.contains(&"fa"), "{told:?}");
    }

    #[test]
    fn the_spelling_of_a_name_tells_by_letters_of_one_language() {
        let codes = |text: &str, space| -> Vec<&str> {
            let languages = of_spelling(text).and(LanguageSet::of_space(space));
            languages.profiles().map(|profile| profile.code).collect()
        };
        assert_eq!(codes("Gəncə", KeySpace::Latin), ["az"]);
        assert_eq!(codes("هەولێر", KeySpace::Arabic), ["ckb"]);
        assert!(codes("تهران", KeySpace::Arabic).len() > 2);
        assert!(codes("Gence", KeySpace::Latin).len() > 2);
    }
}
