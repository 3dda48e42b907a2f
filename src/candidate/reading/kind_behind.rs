//! Kinds behind names, as registries write them in languages that have the kind in front elsewhere:
//! `Казань г`, `حلب مدينة`.

use crate::analysis::token::Tokens;
use crate::lang::abbreviation;
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::{Lexicon, Position};
use crate::model::feature::FeatureClass;

/// The spellings of a text with the kind of place in front that stands behind its name.
pub(super) fn kind_first(text: &str) -> Vec<String> {
    let text = text.trim();
    let Some((name, word)) = text.rsplit_once(char::is_whitespace) else {
        return Vec::new();
    };
    let bare = word.trim_end_matches(['.', '․']);
    // Registries leave out the dot of abbreviations.
    let mut words = abbreviation::written_out(&format!("{bare}."));
    words.push(format!("{bare}."));
    words.push(bare.to_owned());
    words.retain(|word| is_kind(word));
    let name = name.trim_end();
    words.iter().map(|word| format!("{word} {name}")).collect()
}

/// Whether a word for a kind of unit or settlement stands in front of names.
fn is_kind(text: &str) -> bool {
    let tokens = Tokens::of_name(text, LanguageSet::ALL);
    let Some(space) = tokens.list.first().and_then(|token| token.space) else {
        return false;
    };
    let mut key = Vec::new();
    tokens.join_key(0, tokens.list.len() - 1, 0, &mut key);
    let rule = Lexicon::get().feature_word_of(LanguageSet::ALL, space, &key, Position::Before);
    rule.is_some_and(|rule| {
        matches!(
            rule.word(text).class,
            FeatureClass::Populated | FeatureClass::Administrative
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_come_to_the_front() {
        for (text, turned) in [
            ("Ереван город", "город Ереван"),
            ("Գյումրի ք", "քաղաք Գյումրի"),
            ("حلب مدينة", "مدينة حلب"),
            ("تبریز شهر", "شهر تبریز"),
        ] {
            let found = kind_first(text);
            assert!(
                found.iter().any(|found| found == turned),
                "{text}: {found:?}"
            );
        }
        for text in ["", "город", "Нижний Новгород", "г. Казань", " ."] {
            assert_eq!(kind_first(text), [""; 0], "{text}");
        }
    }
}
