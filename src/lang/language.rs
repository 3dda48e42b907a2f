//! Languages: what each has of its own, and sets of those that a word may be read in.
//!
//! A script says which letters there are; a language which affixes, function words, heads and
//! endings. Every language is a file beside this one, a [`LanguageProfile`] with the same fields, and
//! its rows in the tables under `data/`, which carry its code. A rule asks the profiles of the
//! languages that a word may be read in; it never asks for a language by its name. How to add one
//! is told in `CONTRIBUTING.md`.

mod arabic;
mod armenian;
mod azerbaijani;
mod english;
mod georgian;
mod hebrew;
mod kurmanji;
mod pashto;
mod persian;
mod russian;
mod sorani;
mod turkish;
mod ukrainian;
mod urdu;

pub(crate) mod function_word;
pub(crate) mod telling;

pub(crate) use crate::lang::language::function_word::{Use, Uses, uses};

use crate::key::KeySpace;
use crate::model::language::Language;

/// What is known of a language.
#[derive(Debug)]
pub(crate) struct LanguageProfile {
    /// BCP 47 tag, as the tables write it; with its script where the language has several.
    pub code: &'static str,
    /// The key space of its script.
    pub space: KeySpace,
    /// Countries where places are called by names in it every day, parted by spaces.
    pub countries: &'static str,
    /// Whether a name is read in it where nothing tells its language: in each script the one that
    /// most write names of the whole world in.
    pub international: bool,
    /// Letters that tell it, small: it shares them with no other language of its script here, or
    /// with some that have them as well.
    pub letters: &'static str,
    /// Those of them, small, with which no name of another language is written.
    pub own_letters: &'static str,
    /// Letters, small, of which hardly a word of it has none: without any, nothing is in it. Empty if
    /// it can be written without letters that tell it.
    pub needed_letters: &'static str,
    /// Whether clitics and an article are written together with the word behind them; see
    /// `affix::proclitic_splits`.
    pub proclitics: bool,
    /// Whether the weights of the signs at a name (`data/mention_weights.csv`) were learned from it.
    pub classified: bool,
    /// Whether a word for the kind of a place before its name is a part of the name: استان تهران.
    pub kind_in_name: bool,
    /// Whether nouns, adjectives and a name follow a head in one chain: وزارت دفاع ایران.
    pub chains: bool,
    /// Where the head of a name of two stands, and what may stand between it and the name.
    pub heads: Heads,
    /// Function words, parted by spaces, by what they say of a name beside them.
    pub words: &'static [(Uses, &'static str)],
    pub plural: Plural,
    pub endings: Endings,
}

/// Whether the head of a name stands before what names it (شارع الحمراء) or behind it (Nizami
/// küçəsi).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heads {
    First,
    /// The name before the head bears no ending: Bakı Dövlət Universiteti.
    LastBehindBare,
    /// The name before the head is in the genitive, and the head is a part of the names of places:
    /// Երևանի պետական համալսարան, Սյունիքի մարզ.
    LastBehindGenitive,
}

/// How nouns are put in the plural, as far as feature words and heads need it.
#[derive(Debug)]
pub(crate) struct Plural {
    /// Endings that make one; [`Use::Plural`] and [`Use::Singular`] are the exceptions.
    pub endings: &'static [&'static str],
    /// What stands in a plural, before its case ending: -lar-, -ներ-.
    pub marks: &'static [&'static str],
    /// The same, but so short that it counts only before one of these cases.
    pub short_marks: &'static [&'static str],
    pub cases: &'static [&'static str],
}

/// Endings by what they make of a word, in normalized letters (ي for ی, ك for ک).
#[derive(Debug)]
pub(crate) struct Endings {
    /// Of surnames.
    pub surnames: &'static [&'static str],
    /// Of a name that says something of the noun behind it.
    pub genitives: &'static [&'static str],
    /// Of names where something is, and where it comes from.
    pub locatives: &'static [&'static str],
    pub ablatives: &'static [&'static str],
    /// Of words between a name and the head of an organization: genitives and adjectives.
    pub modifiers: &'static [&'static str],
    /// Of adjectives.
    pub adjectives: &'static [&'static str],
    /// Of adjectives that make a thing one of a kind.
    pub relational: &'static [&'static str],
    /// Of words for peoples and dynasties, which states and lands are named after.
    pub peoples: &'static [&'static str],
    /// Of a noun with the article, behind which a phrase has ended.
    pub definite: &'static [&'static str],
    /// Of the heads of names of clubs.
    pub clubs: &'static [&'static str],
}

impl LanguageProfile {
    /// A language of which nothing is known.
    const PLAIN: LanguageProfile = LanguageProfile {
        code: "und",
        space: KeySpace::Other,
        countries: "",
        international: false,
        letters: "",
        own_letters: "",
        needed_letters: "",
        proclitics: false,
        classified: false,
        kind_in_name: false,
        chains: false,
        heads: Heads::First,
        words: &[],
        plural: Plural::NONE,
        endings: Endings::NONE,
    };

    /// Whether nothing is known that a rule could ask for.
    const fn is_bare(&self) -> bool {
        let mut at = 0;
        while at < self.words.len() {
            if !self.words[at].0.only_tell() {
                return false;
            }
            at += 1;
        }
        true
    }
}

impl Plural {
    const NONE: Plural = Plural {
        endings: &[],
        marks: &[],
        short_marks: &[],
        cases: &[],
    };
}

impl Endings {
    const NONE: Endings = Endings {
        surnames: &[],
        genitives: &[],
        locatives: &[],
        ablatives: &[],
        modifiers: &[],
        adjectives: &[],
        relational: &[],
        peoples: &[],
        definite: &[],
        clubs: &[],
    };
}

/// All languages; their numbers are places in it. A language written in several scripts stands here
/// once for each, first in the script that its bare code means.
pub(crate) const LANGUAGES: [&LanguageProfile; 16] = [
    &arabic::ARABIC,
    &persian::PERSIAN,
    &sorani::SORANI,
    &urdu::URDU,
    &pashto::PASHTO,
    &armenian::ARMENIAN,
    &azerbaijani::LATIN,
    &azerbaijani::CYRILLIC,
    &azerbaijani::ARABIC,
    &turkish::TURKISH,
    &kurmanji::KURMANJI,
    &english::ENGLISH,
    &russian::RUSSIAN,
    &ukrainian::UKRAINIAN,
    &georgian::GEORGIAN,
    &hebrew::HEBREW,
];

/// Some of [`LANGUAGES`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct LanguageSet(u32);

const _: () = assert!(LANGUAGES.len() < 32);

/// The languages whose profile fulfils a condition, worked out by the compiler.
macro_rules! languages_where {
    (|$profile:ident| $condition:expr) => {{
        const SET: LanguageSet = {
            let (mut set, mut number) = (LanguageSet::NONE, 0);
            while number < LANGUAGES.len() {
                let $profile = LANGUAGES[number];
                if $condition {
                    set = set.or(LanguageSet::of_number(number));
                }
                number += 1;
            }
            set
        };
        SET
    }};
}

impl LanguageSet {
    pub const NONE: LanguageSet = LanguageSet(0);
    pub const ALL: LanguageSet = LanguageSet((1 << LANGUAGES.len()) - 1);

    /// The language of a number.
    pub const fn of_number(number: usize) -> LanguageSet {
        LanguageSet(1 << number)
    }

    /// The languages that are written in the script of a key space. What mixes scripts, or has one
    /// that no language here has, may be of any.
    pub const fn of_space(space: KeySpace) -> LanguageSet {
        const OF_SPACE: [LanguageSet; KeySpace::ALL.len()] = {
            let mut sets = [LanguageSet::NONE; KeySpace::ALL.len()];
            let mut number = 0;
            while number < LANGUAGES.len() {
                sets[LANGUAGES[number].space as usize].0 |= 1 << number;
                number += 1;
            }
            sets[KeySpace::Other as usize] = LanguageSet::ALL;
            sets
        };
        OF_SPACE[space as usize]
    }

    /// The language that a row of a table is of, by its code.
    pub fn of_code(code: &str) -> Option<LanguageSet> {
        let known = LANGUAGES.iter().position(|profile| profile.code == code);
        known.map(LanguageSet::of_number)
    }

    /// Those whose endings are not in the tables and mostly those of one of these: Ukrainian beside
    /// Russian.
    pub fn with_relatives(self) -> LanguageSet {
        let language = |code| LanguageSet::of_code(code).unwrap_or(LanguageSet::NONE);
        match self.meets(language("ru")) {
            true => self.or(language("uk")),
            false => self,
        }
    }

    /// The languages that a tag may mean, in whatever script; all of them if it is of none.
    pub fn of_tag(tag: Language) -> LanguageSet {
        if let Some(exact) = LanguageSet::of_code(tag.as_str()).filter(|_| tag.script().is_some()) {
            return exact;
        }
        let primary = tag.primary();
        let is_it = |code: &str| code.split('-').next() == Some(primary);
        let all = LanguageSet::ALL.numbers();
        let known = all
            .filter(|&number| is_it(LANGUAGES[number].code))
            .map(LanguageSet::of_number)
            .fold(LanguageSet::NONE, LanguageSet::or);
        match known.is_empty() {
            true => LanguageSet::ALL,
            false => known,
        }
    }

    pub const fn or(self, other: LanguageSet) -> LanguageSet {
        LanguageSet(self.0 | other.0)
    }

    pub const fn and(self, other: LanguageSet) -> LanguageSet {
        LanguageSet(self.0 & other.0)
    }

    pub const fn without(self, other: LanguageSet) -> LanguageSet {
        LanguageSet(self.0 & !other.0)
    }

    /// Whether they have a language in common.
    #[inline]
    pub const fn meets(self, other: LanguageSet) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The numbers of the languages.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let number = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            (number < LANGUAGES.len()).then_some(number)
        })
    }

    /// The profiles of the languages.
    pub fn profiles(self) -> impl Iterator<Item = &'static LanguageProfile> {
        self.numbers().map(|number| LANGUAGES[number])
    }

    /// All languages with proclitics.
    const PROCLITICS: LanguageSet = languages_where!(|profile| profile.proclitics);

    /// All languages of which nothing is known that a rule could ask for.
    const BARE: LanguageSet = languages_where!(|profile| profile.is_bare());

    /// The languages of which nothing is without letters that they need.
    pub const IN_NEED: LanguageSet = languages_where!(|profile| !profile.needed_letters.is_empty());

    /// All languages that a name is read in where nothing tells its language.
    const INTERNATIONAL: LanguageSet = languages_where!(|profile| profile.international);

    /// Of the languages that a name may be in those that it most likely is: as they were told, and
    /// where nothing tells, the one that most names of the script are in.
    pub fn likeliest(self, space: KeySpace) -> LanguageSet {
        let international = self.and(LanguageSet::INTERNATIONAL);
        match self.is_told(space) || international.is_empty() {
            true => self,
            false => international,
        }
    }

    /// Whether any language of a script was ruled out, but for those that lack the letters that they
    /// need.
    pub fn is_told(self, space: KeySpace) -> bool {
        let undecided = LanguageSet::of_space(space).without(LanguageSet::IN_NEED);
        !undecided.without(self).is_empty()
    }

    /// Whether clitics and an article come off words.
    #[inline]
    pub const fn has_proclitics(self) -> bool {
        self.meets(LanguageSet::PROCLITICS)
    }

    /// Whether signs at a name can be weighed: one of them is a language that they were learned from.
    pub fn is_classified(self) -> bool {
        self.meets(languages_where!(|profile| profile.classified))
    }

    /// Whether the word for the kind of a place is a part of its name.
    pub fn has_kind_in_name(self) -> bool {
        self.all_rules_in(languages_where!(|profile| profile.kind_in_name))
    }

    /// Whether all that may be read are languages whose nouns, adjectives and names follow a head
    /// in one chain.
    pub fn has_chains(self) -> bool {
        self.all_rules_in(languages_where!(|profile| profile.chains))
    }

    /// Whether some language is one of a set, and all others are bare.
    fn all_rules_in(self, set: LanguageSet) -> bool {
        let with_rules = self.without(LanguageSet::BARE);
        !with_rules.is_empty() && with_rules.without(set).is_empty()
    }

    /// Those that have clitics.
    pub const fn with_clitics(self) -> LanguageSet {
        self.and(LanguageSet::PROCLITICS)
    }

    /// Whether any of them puts heads so.
    pub fn puts_heads(self, heads: Heads) -> bool {
        self.profiles().any(|profile| profile.heads == heads)
    }

    /// Whether letters end in one of some endings of these languages.
    pub fn ends_in(
        self,
        letters: &[char],
        endings: impl Fn(&LanguageProfile) -> &'static [&'static str],
    ) -> bool {
        let ends = |ending: &&str| ends_with(letters, ending);
        self.profiles()
            .any(|profile| endings(profile).iter().any(ends))
    }

    /// Whether letters are one of some endings of these languages.
    pub fn is_ending(
        self,
        letters: &[char],
        endings: impl Fn(&LanguageProfile) -> &'static [&'static str],
    ) -> bool {
        let is = |ending: &&str| ending.chars().eq(letters.iter().copied());
        self.profiles()
            .any(|profile| endings(profile).iter().any(is))
    }

    /// Whether a noun is in the plural.
    pub fn is_plural(self, noun: &[char]) -> bool {
        let known = uses(self, noun);
        if known.has(Use::Plural) || known.has(Use::Singular) {
            return known.has(Use::Plural);
        }
        let ends = |ending: &&str| ends_with(noun, ending);
        self.has_plural_mark(noun)
            || self.profiles().any(|profile| {
                let plural = &profile.plural;
                let before_case = |mark: &&str| {
                    let mut ends = plural.cases.iter();
                    ends.any(|case| {
                        let stem = noun.len().checked_sub(case.chars().count());
                        stem.is_some_and(|stem| {
                            ends_with(noun, case) && ends_with(&noun[..stem], mark)
                        })
                    })
                };
                plural.endings.iter().any(ends) || plural.short_marks.iter().any(before_case)
            })
    }

    /// Whether a plural's mark stands in a noun, before whatever case.
    pub fn has_plural_mark(self, noun: &[char]) -> bool {
        let stands = |mark: &&str| {
            let length = mark.chars().count();
            let mut parts = noun.windows(length);
            parts.any(|part| mark.chars().eq(part.iter().copied()))
        };
        self.profiles()
            .any(|profile| profile.plural.marks.iter().any(stands))
    }

    /// Whether an ending begins with the mark of a plural.
    pub fn is_plural_ending(self, ending: &[char]) -> bool {
        let begins = |mark: &&str| {
            let length = mark.chars().count();
            mark.chars().eq(ending.iter().copied().take(length))
        };
        self.profiles().any(|profile| {
            let plural = &profile.plural;
            plural.marks.iter().chain(plural.short_marks).any(begins)
        })
    }
}

/// Whether letters end so.
fn ends_with(letters: &[char], end: &str) -> bool {
    let last = letters.iter().rev().take(end.chars().count()).copied();
    end.chars().rev().eq(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize::normalize;

    fn letters(word: &str) -> Vec<char> {
        normalize(word).as_str().chars().collect()
    }

    #[test]
    fn every_language_has_its_own_code_and_its_letters_are_consistent() {
        for (number, profile) in LANGUAGES.iter().enumerate() {
            assert_eq!(
                LanguageSet::of_code(profile.code),
                Some(LanguageSet::of_number(number))
            );
            let mut needed = profile
                .own_letters
                .chars()
                .chain(profile.needed_letters.chars());
            assert!(
                needed.all(|letter| profile.letters.contains(letter)),
                "{}",
                profile.code
            );
        }
    }

    #[test]
    fn tags_mean_the_languages_that_have_them() {
        let codes = |tag: &str| -> Vec<&str> {
            let languages = LanguageSet::of_tag(tag.parse().unwrap());
            languages.profiles().map(|profile| profile.code).collect()
        };
        assert_eq!(codes("fa"), ["fa"]);
        assert_eq!(codes("az-Cyrl"), ["az-Cyrl"]);
        assert_eq!(codes("az"), ["az", "az-Cyrl", "az-Arab"]);
        assert_eq!(codes("de").len(), LANGUAGES.len());
    }

    #[test]
    fn plurals_are_told_by_the_language() {
        let plural = |code: &str, word: &str| {
            LanguageSet::of_code(code)
                .unwrap()
                .is_plural(&letters(word))
        };
        for (code, many, one) in [
            ("ar", "محافظات", "محافظة"),
            ("ar", "مدن", "مدينة"),
            ("hy", "մարզերում", "բերդ"),
            ("az", "rayonlarında", "rayonunda"),
            ("ru", "городах", "остров"),
            ("fa", "استانهای", "استان"),
        ] {
            assert!(plural(code, many) && !plural(code, one), "{many} {one}");
        }
        assert!(!plural("fa", "rayonlarında"));
    }
}
