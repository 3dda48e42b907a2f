//! Ordinary words: what a name that is spelled as one needs to be meant.

use crate::analysis::policy::Policy;
use crate::lang::lexicon::{CommonWord, Requirement};

/// The highest requirement that the ordinary words of a key set, without those that are `excused`
/// where the name stands.
pub(crate) fn requirement(
    words: impl Iterator<Item = CommonWord>,
    excused: impl Fn(&CommonWord) -> bool,
    policy: &Policy,
) -> Option<Requirement> {
    words
        .filter(|word| word.requirement >= policy.min_requirement && !excused(word))
        .map(|word| word.requirement)
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiled::bytes::Text;

    fn word(plain: &'static str, requirement: Requirement) -> CommonWord {
        CommonWord {
            plain: Text::of(plain),
            requirement,
            but_where: false,
            capital: false,
            frequent: false,
        }
    }

    #[test]
    fn a_text_asks_for_evidence_where_a_query_is_evidence_itself() {
        let words = [
            word("a", Requirement::Evidence),
            word("b", Requirement::FeatureWord),
        ];
        let of =
            |words: &[CommonWord], policy| requirement(words.iter().copied(), |_| false, policy);
        assert_eq!(of(&words[..1], &Policy::TEXT), Some(Requirement::Evidence));
        assert_eq!(of(&words[..1], &Policy::QUERY), None);
        assert_eq!(of(&words, &Policy::QUERY), Some(Requirement::FeatureWord));
        assert_eq!(of(&[], &Policy::TEXT), None);
        let excused = requirement(
            words.iter().copied(),
            |word| word.plain.is("b"),
            &Policy::TEXT,
        );
        assert_eq!(excused, Some(Requirement::Evidence));
    }
}
