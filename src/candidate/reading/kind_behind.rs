//! Kinds behind names, as registries write them in languages that have the kind in front elsewhere:
//! `Казань г`, `حلب مدينة`.

use crate::analysis::token::Tokens;
use crate::lang::abbreviation;
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::{Position, entry};
use crate::model::evidence::FeatureWord;
use crate::model::feature::FeatureClass;

/// The name that a text is without the kind of place behind it, and the words for the kind that may
/// be meant.
pub(super) fn kind_behind(text: &str) -> Option<(&str, Vec<FeatureWord>)> {
    let (name, word) = text.trim().rsplit_once(char::is_whitespace)?;
    let bare = word.trim_end_matches(['.', '․']);
    // Registries leave out the dot of abbreviations.
    let mut words = abbreviation::written_out(&format!("{bare}."));
    words.push(format!("{bare}."));
    words.push(bare.to_owned());
    let words: Vec<FeatureWord> = words.iter().filter_map(|word| kind(word)).collect();
    (!words.is_empty()).then(|| (name.trim_end(), words))
}

/// The kind of unit or settlement that a word in front of names says.
fn kind(text: &str) -> Option<FeatureWord> {
    let tokens = Tokens::of_name(text, LanguageSet::ALL);
    let space = tokens.list.first().and_then(|token| token.space)?;
    let mut key = Vec::new();
    tokens.join_key(0, tokens.list.len() - 1, 0, &mut key);
    let rule = entry(space, &key).feature_word(LanguageSet::ALL, Position::Before)?;
    let word = rule.word(text);
    matches!(
        word.class,
        FeatureClass::Populated | FeatureClass::Administrative
    )
    .then_some(word)
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
            let (name, words) = kind_behind(text).unwrap();
            let found: Vec<String> = words
                .iter()
                .map(|word| format!("{} {name}", word.text))
                .collect();
            assert!(
                found.iter().any(|found| found == turned),
                "{text}: {found:?}"
            );
        }
        for text in ["", "город", "Нижний Новгород", "г. Казань", " ."] {
            assert_eq!(kind_behind(text), None, "{text}");
        }
    }
}
