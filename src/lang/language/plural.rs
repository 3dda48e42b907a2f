//! Plurals of nouns: told by words in tables, by endings and by marks before them.

use crate::lang::language::LanguageSet;
use crate::lang::language::function_word::{Use, uses};
use crate::lang::language::language_set::ends_with;

impl LanguageSet {
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

    /// Whether a noun can be nothing but a plural.
    pub fn is_only_plural(self, noun: &[char]) -> bool {
        let genitive = self.profiles().any(|profile| {
            profile
                .plural
                .genitives
                .iter()
                .any(|ending| ends_with(noun, ending))
        });
        self.is_plural(noun) && !genitive
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize::normalize;

    fn letters(word: &str) -> Vec<char> {
        normalize(word).as_str().chars().collect()
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
