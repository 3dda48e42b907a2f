//! Sets of languages: those that a word may be read in, and what their profiles say together.

use crate::key::KeySpace;
use crate::lang::language::{Heads, LANGUAGES, LanguageProfile};
use crate::model::language::Language;

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
    #[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
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

    /// The languages that any of the tags may mean; all of them if there is no tag.
    pub fn of_tags(tags: &[Language]) -> LanguageSet {
        let sets = tags.iter().map(|&tag| LanguageSet::of_tag(tag));
        sets.reduce(LanguageSet::or).unwrap_or(LanguageSet::ALL)
    }

    /// The set as a number, a bit for each language, and the set of such a number.
    #[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
    pub const fn bits(self) -> u32 {
        self.0
    }

    pub const fn of_bits(bits: u32) -> LanguageSet {
        LanguageSet(bits & LanguageSet::ALL.0)
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
        self.meets(match heads {
            Heads::First => languages_where!(|profile| matches!(profile.heads, Heads::First)),
            Heads::LastBehindBare => {
                languages_where!(|profile| matches!(profile.heads, Heads::LastBehindBare))
            }
            Heads::LastInName => {
                languages_where!(|profile| matches!(profile.heads, Heads::LastInName))
            }
            Heads::LastBehindGenitive => {
                languages_where!(|profile| matches!(profile.heads, Heads::LastBehindGenitive))
            }
        })
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

    /// A word without the ending of what is there, if it has one: Harbiye'de*ki*.
    pub fn without_relative(self, letters: &[char]) -> &[char] {
        let mut endings = self
            .profiles()
            .flat_map(|profile| profile.endings.relatives);
        let ending = endings.find(|ending| ends_with(letters, ending));
        let drop = ending.map_or(0, |ending| ending.chars().count());
        &letters[..letters.len() - drop]
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
}

/// Whether letters end so.
pub(super) fn ends_with(letters: &[char], end: &str) -> bool {
    let last = letters.iter().rev().take(end.chars().count()).copied();
    end.chars().rev().eq(last)
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
