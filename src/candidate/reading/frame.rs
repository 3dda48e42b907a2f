//! Frames: words around a name that say where something is, seen from its place (*north of* Gyumri,
//! ضواحي بيروت, Bakı *ətrafı*), or that it is a capital.

use crate::key::Key;
use crate::lang::lexicon::{Lexicon, Position};
use crate::model::evidence::{FeatureWord, StrippedAffix};
use crate::model::feature::FeatureClass;
use crate::model::relation::RelationWord;
use crate::query::segment::words;

/// Maximum number of words of a frame.
const MAX_FRAME_WORDS: usize = 5;

/// The name inside a frame, and the words of the frame.
pub(super) fn framed(text: &str) -> Option<(&str, StrippedAffix)> {
    let words = words(text, 0..text.len());
    let count = words.len();
    for length in (1..count.min(MAX_FRAME_WORDS + 1)).rev() {
        let (end, start) = (words[length - 1].0.end, words[length].0.start);
        if let Some(word) = said(&text[words[0].0.start..end], Position::Before) {
            return Some((text[start..].trim(), word));
        }
        let (end, start) = (
            words[count - length - 1].0.end,
            words[count - length].0.start,
        );
        let last = words[count - 1].0.end;
        if let Some(word) = said(&text[start..last], Position::After) {
            return Some((text[..end].trim(), word));
        }
    }
    None
}

/// What some words at a side of a name say.
fn said(text: &str, position: Position) -> Option<StrippedAffix> {
    let word = Lexicon::get().query_word(&Key::of(text), position)?;
    Some(match word.relation {
        Some(relation) => StrippedAffix::Relation(RelationWord::new(text, relation)),
        None => StrippedAffix::FeatureWord(FeatureWord {
            text: text.to_owned(),
            class: FeatureClass::Populated,
            codes: vec!["PPLC".to_owned()],
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_come_off() {
        for (text, name) in [
            ("north of Gyumri", "Gyumri"),
            ("شمال حلب", "حلب"),
            ("بالقرب من حلب", "حلب"),
            ("Bakı ətrafı", "Bakı"),
            ("окрестности Баку", "Баку"),
            ("к северо-востоку от Баку", "Баку"),
            ("Գյումրիի շրջակայք", "Գյումրիի"),
            ("العاصمة بغداد", "بغداد"),
        ] {
            assert_eq!(framed(text).map(|found| found.0), Some(name), "{text}");
        }
        for text in ["north", "", "Gyumri", "شمال"] {
            assert_eq!(framed(text), None, "{text}");
        }
    }
}
