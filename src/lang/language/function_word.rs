//! Function words and what they say of a name beside them: one look-up for all languages.

#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile;

use crate::compiled::bytes::Reader;
use crate::compiled::word_map::WordMap;
use crate::compiled::{Section, section};
use crate::lang::confusion::plain_letter;
use crate::lang::language::LanguageSet;

/// The languages and uses of function words, by their plain letters in two bytes each.
static FUNCTION_WORDS: WordMap = WordMap::new(section(Section::FunctionWords));

/// Something that a word says of a name beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Behind it a name says where something is: في, قرب, شمال.
    At,
    /// Behind it the name of what something lies in: في, در, *in*; as a clitic, too: بحلب.
    Within,
    /// Where something comes from, and where it goes: من, إلى.
    From,
    To,
    /// Up to where: حتى.
    Until,
    /// Another preposition or a conjunction before a name: مع, أن.
    Connective,
    /// A word that parts a name from what stands before it.
    Parts,
    /// Goes on after a name: في, بعد.
    Follows,
    /// Stands before a name and is often copied with it into a query.
    Copied,
    /// A direction or another part of what it stands before: شمال, وسط.
    Direction,
    /// A verb that ends what is said: شد, است.
    Verb,
    /// *And* in a list of names behind which a feature word announces them all.
    And,
    /// *Of*, which joins what an organization is called after to its head: University *of* Damascus.
    Of,
    /// Joins the members of a list: و, ثم, أو.
    Joins,
    /// A verb whose object is where somebody goes: زار.
    Visit,
    /// A word for a motion: وصل, رحلة.
    Motion,
    /// What is said of a place in passing, after its name: مكة *المكرمة*.
    Epithet,
    /// What belongs to a people: with its adjective no name of the country, القارة الأفريقية.
    Belonging,
    /// *At*, *near* and *from*, behind which a name alone is one of a place: близ, near; and the same behind
    /// the name: yaxınlığında. Only where capitals tell names.
    Beside,
    BesideBehind,
    /// Named after somebody: Մաշտոցի *անվան* գրադարան.
    NamedAfter,
    /// Behind a given name makes a name of a man: جمال *الدين*.
    Honor,
    /// *Center*, which behind an adjective heads a name: բժշկական *կենտրոն*.
    Center,
    /// A feature word in the plural whose ending does not say so: مدن.
    Plural,
    /// One in the singular that ends as plurals do: остров.
    Singular,
    /// *This*, *that* and *a*, behind which a noun is no name: این خیابان.
    Demonstrative,
    /// In front of or inside what is built, and of others as well: أمام, داخل.
    Around,
    /// So frequent in the language, and so rare as a word of others, that it tells the language.
    Tells,
}

/// A set of uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Uses(u32);

impl Uses {
    pub const fn of<const N: usize>(uses: [Use; N]) -> Uses {
        let (mut set, mut at) = (0, 0);
        while at < N {
            set |= 1 << uses[at] as u32;
            at += 1;
        }
        Uses(set)
    }

    /// Whether the word is a function word.
    pub const fn says_anything(self) -> bool {
        self.0 != 0
    }

    /// Whether the words say nothing but what language they are of.
    pub const fn only_tell(self) -> bool {
        self.0 & !(1 << Use::Tells as u32) == 0
    }

    #[inline]
    pub const fn has(self, asked: Use) -> bool {
        self.0 & 1 << asked as u32 != 0
    }

    /// Whether they have one in common.
    #[inline]
    pub const fn meets(self, other: Uses) -> bool {
        self.0 & other.0 != 0
    }
}

/// What a word says of a name beside it in some languages, by its normalized letters.
pub(crate) fn uses(languages: LanguageSet, word: &[char]) -> Uses {
    entries(word)
        .filter(|entry| entry.languages.meets(languages))
        .fold(Uses::default(), |all, entry| Uses(all.0 | entry.uses.0))
}

/// The languages in which a word has a use.
pub(crate) fn languages_with(word: &[char], asked: Use) -> LanguageSet {
    entries(word)
        .filter(|entry| entry.uses.has(asked))
        .fold(LanguageSet::NONE, |all, entry| all.or(entry.languages))
}

/// Whether a word, as it is written in a text, has a use in any language.
pub(crate) fn is_used_as(word: &str, asked: Use) -> bool {
    let mut letters = ['\0'; MAX_LETTERS];
    let mut count = 0;
    for letter in word.chars() {
        match letters.get_mut(count) {
            Some(place) => *place = letter,
            None => return false,
        }
        count += 1;
    }
    !languages_with(&letters[..count], asked).is_empty()
}

/// The uses of a word in one language.
#[derive(Debug)]
struct Entry {
    languages: LanguageSet,
    uses: Uses,
}

/// Longer words are no function words.
const MAX_LETTERS: usize = 16;

fn entries(word: &[char]) -> impl Iterator<Item = Entry> + use<> {
    let mut rows = of_word(word).unwrap_or(Reader::EMPTY);
    std::iter::from_fn(move || {
        (!rows.is_empty()).then(|| Entry {
            languages: LanguageSet::of_bits(rows.u32()),
            uses: Uses(rows.u32()),
        })
    })
}

fn of_word(word: &[char]) -> Option<Reader> {
    let mut plain = [0; 2 * MAX_LETTERS];
    for (at, letter) in word.iter().enumerate() {
        let letter = u16::try_from(u32::from(plain_letter(*letter))).ok()?;
        let place = plain.get_mut(2 * at..2 * at + 2)?;
        place.copy_from_slice(&letter.to_le_bytes());
    }
    FUNCTION_WORDS.get([plain.get(..2 * word.len())?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::language::LANGUAGES;
    use crate::text::normalize::normalize;

    fn uses_in(code: &str, word: &str) -> Uses {
        let letters: Vec<char> = normalize(word).as_str().chars().collect();
        uses(LanguageSet::of_code(code).unwrap(), &letters)
    }

    #[test]
    fn words_have_uses_in_their_own_language() {
        assert!(uses_in("ar", "في").has(Use::At) && uses_in("ar", "إلى").has(Use::To));
        assert!(uses_in("ar", "الى").has(Use::To), "spelled without hamza");
        assert_eq!(uses_in("fa", "قرب"), Uses::default());
        assert_eq!(uses_in("ar", "ليس كلمة"), Uses::default());
        assert!(uses_in("hy", "եւ").has(Use::And) && uses_in("hy", "և").has(Use::And));
    }

    #[test]
    fn every_word_is_short_enough_to_be_found() {
        for profile in LANGUAGES {
            for word in profile.words.iter().flat_map(|(_, words)| words.split(' ')) {
                let letters: Vec<char> = normalize(word).as_str().chars().collect();
                let languages = LanguageSet::of_code(profile.code).unwrap();
                assert!(uses(languages, &letters) != Uses::default(), "{word:?}");
            }
        }
    }
}
