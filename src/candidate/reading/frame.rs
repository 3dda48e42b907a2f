//! Frames: words around a name that say where something is, seen from its place (*north of* Gyumri,
//! ضواحي بيروت, Bakı *ətrafı*), or that it is a capital.

use crate::key::Key;
use crate::lang::lexicon::{Position, entry_of};
use crate::model::evidence::{FeatureWord, StrippedAffix};
use crate::model::feature::FeatureClass;
use crate::model::relation::{Relation, RelationWord};
use crate::query::segment::words;

/// Maximum number of frames around each other (*north of the outskirts of* Gyumri), one of which comes off
/// before what is left is looked for again: a long query of such words alone would take the square of its length.
pub(super) const MAX_FRAMES: usize = 4;

/// Maximum number of words of a frame.
const MAX_FRAME_WORDS: usize = 5;

/// Units of distances in front of directions, in small letters.
const UNITS: [&str; 20] = [
    "km",
    "kms",
    "kilometer",
    "kilometers",
    "kilometre",
    "kilometres",
    "mi",
    "mile",
    "miles",
    "км",
    "километр",
    "километра",
    "километров",
    "километрах",
    "كم",
    "كلم",
    "كيلومتر",
    "كيلومترا",
    "کیلومتر",
    "کیلومتری",
];

/// Words between a distance and what it is measured from.
const FROM: [&str; 5] = ["from", "от", "من", "عن", "away from"];

/// The name inside a frame, and the words of the frame.
pub(super) fn framed(text: &str) -> Option<(&str, StrippedAffix)> {
    match behind_distance(text) {
        Some(rest) => measured(text, rest),
        None => framed_plainly(text),
    }
}

/// The name behind a distance and a direction: *20 km south of* Kirkuk.
fn measured<'t>(text: &'t str, rest: &'t str) -> Option<(&'t str, StrippedAffix)> {
    let frame = |name: &str, relation| {
        let words = text.strip_suffix(name).unwrap_or(text).trim();
        StrippedAffix::Relation(RelationWord::new(words, relation))
    };
    for from in FROM {
        let name = rest.strip_prefix(from).filter(|name| name.starts_with(' '));
        if let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) {
            return Some((name, frame(name, Relation::Near)));
        }
    }
    match framed_plainly(rest)? {
        (name, StrippedAffix::Relation(word)) if text.ends_with(name) => {
            Some((name, frame(name, word.relation)))
        }
        _ => None,
    }
}

/// What stands behind a distance: `20 km south of Kirkuk`, `в 20 км от Нальчика`.
fn behind_distance(text: &str) -> Option<&str> {
    let text = text.trim();
    let number = text.find(char::is_numeric)?;
    if !matches!(
        text[..number].trim(),
        "" | "в" | "about" | "~" | "على بعد" | "در"
    ) {
        return None;
    }
    let is_number = |c: char| c.is_numeric() || matches!(c, '.' | ',' | '٫');
    let behind = text[number..].trim_start_matches(is_number).trim_start();
    let (unit, rest) = behind.split_once(' ')?;
    let unit = unit.trim_end_matches('.').to_lowercase();
    UNITS.contains(&unit.as_str()).then(|| rest.trim())
}

/// Whether a text begins with a distance.
pub(super) fn is_distance(text: &str) -> bool {
    behind_distance(text).is_some()
}

fn framed_plainly(text: &str) -> Option<(&str, StrippedAffix)> {
    let words = words(text, 0..text.len());
    let count = words.len();
    for length in (1..count.min(MAX_FRAME_WORDS + 1)).rev() {
        let (end, start) = (words[length - 1].0.end, words[length].0.start);
        let before = &text[words[0].0.start..end];
        if let Some(word) = said(before, Position::Before) {
            let name = text[start..].trim();
            return Some(without_direction(before, name, &word).unwrap_or((name, word)));
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

/// The name between a word for an area and a direction that is said of it: ريف حماة *الشمالي*, the
/// northern countryside of Hama. Without a word for an area it belongs to the name: كردفان الشمالي.
fn without_direction<'t>(
    area: &str,
    name: &'t str,
    word: &StrippedAffix,
) -> Option<(&'t str, StrippedAffix)> {
    let StrippedAffix::Relation(word) = word else {
        return None;
    };
    if word.relation != Relation::Around {
        return None;
    }
    let words = words(name, 0..name.len());
    // The longest direction first.
    let starts = (1..words.len()).map(|at| words[at].0.start);
    let (start, relation) = starts.take(MAX_FRAME_WORDS).find_map(|start| {
        let direction = Key::of(&name[start..]);
        Some((start, entry_of(&direction).area_direction()?))
    })?;
    let (bare, direction) = (name[..start].trim(), name[start..].trim());
    let words = format!("{area} {direction}");
    Some((
        bare,
        StrippedAffix::Relation(RelationWord::new(words, relation)),
    ))
}

/// What words in front of a name say of where something is.
pub(super) fn relation(text: &str) -> Option<Relation> {
    entry_of(&Key::of(text))
        .query_word(Position::Before)?
        .relation
}

/// What some words at a side of a name say.
fn said(text: &str, position: Position) -> Option<StrippedAffix> {
    let word = entry_of(&Key::of(text)).query_word(position)?;
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
            ("20 km south of Kirkuk", "Kirkuk"),
            ("about 12.5 km from Kirkuk", "Kirkuk"),
            ("20 كم جنوب كركوك", "كركوك"),
            ("على بعد ٢٠ كم من كركوك", "كركوك"),
            ("ريف حماة الشمالي", "حماة"),
            ("ريف حلب الشمالي الشرقي", "حلب"),
            ("в 20 км от Нальчика", "Нальчика"),
        ] {
            assert_eq!(framed(text).map(|found| found.0), Some(name), "{text}");
        }
        for text in [
            "north",
            "",
            "Gyumri",
            "شمال",
            "20 km",
            "20 km Kirkuk",
            "5 north",
        ] {
            assert_eq!(framed(text), None, "{text}");
        }
    }
}
