//! Names: their letters, their marks, and which of them are to be shown.

use super::{Failure, Tables, is_home, is_town};
use std::collections::{BTreeMap, HashSet};
use toponym::{FeatureClass, Language, NameKind, Script};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub fn check(tables: &Tables) -> Vec<Failure> {
    let mut failures = Vec::new();
    for row in 0..tables.places.len() {
        for name in &tables.names[row] {
            if let Some(wrong) = wrong_text(&name.text, name.language) {
                let shown = tables.shown(row);
                failures.push(Failure::new(
                    "names are clean",
                    format!("{shown}: {:?} ({}): {wrong}", name.text, name.language),
                ));
            }
        }
        one_preferred(tables, row, &mut failures);
        no_doubles(tables, row, &mut failures);
        required_languages(tables, row, &mut failures);
    }
    failures
}

/// What is wrong with a text of this language, if anything is.
pub fn wrong_text(text: &str, language: Language) -> Option<String> {
    if text.split(' ').any(str::is_empty) {
        return Some("a space at the edge or two in a row".into());
    }
    if text.nfc().ne(text.chars()) {
        return Some("not in NFC".into());
    }
    if let Some(c) = text.chars().find(|&c| is_stray(c, language)) {
        return Some(format!("stray U+{:04X}", u32::from(c)));
    }
    let Some(script) = script_of(language) else {
        return Some("no script is known for the language".into());
    };
    let foreign = text
        .chars()
        .find(|&c| Script::of(c).is_some_and(|of| of != script));
    if let Some(c) = foreign {
        return Some(format!("{c} is not of its script"));
    }
    let typed = text.chars().find(|&c| is_other_alphabet(c, language))?;
    Some(format!("{typed} is of another language's keyboard"))
}

/// Notes, vowel signs, controls and what else a source may leave on a name.
fn is_stray(c: char, language: Language) -> bool {
    let joint = c == '\u{200C}' && ["fa", "az-Arab", "ckb"].contains(&language.as_str());
    let invisible = matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    (invisible && !joint)
        || c.is_control()
        || (c.is_whitespace() && c != ' ')
        || is_combining_mark(c)
        || matches!(c, 'ـ' | '\u{FFFD}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
        || "()[]{}<>«»\"“”|/\\;:؛?!؟*_=+#".contains(c)
}

/// The script that a language is written in: that of its tag, else the usual one.
fn script_of(language: Language) -> Option<Script> {
    let script = match language.script() {
        Some(script) => script,
        None => match language.primary() {
            "ar" | "fa" | "ur" | "ckb" => "Arab",
            "hy" => "Armn",
            "ka" => "Geor",
            "ru" | "uk" | "ab" | "os" => "Cyrl",
            "az" | "en" | "tr" | "fr" | "de" | "ku" => "Latn",
            _ => return None,
        },
    };
    match script {
        "Arab" => Some(Script::Arabic),
        "Armn" => Some(Script::Armenian),
        "Geor" => Some(Script::Georgian),
        "Cyrl" => Some(Script::Cyrillic),
        "Latn" => Some(Script::Latin),
        _ => None,
    }
}

/// Letters that look like a language's own and are another's: the kaf and yeh of Arabic and
/// Persian, the turned e for ə, Latin letters apart that only Cyrillic keyboards lack.
fn is_other_alphabet(c: char, language: Language) -> bool {
    let letters = match language.as_str() {
        "ar" => "کیەہھۀ",
        "fa" | "az-Arab" => "كيىہھ",
        "ckb" => "كيىةھہ",
        "az" => "ǝƎʚɘ",
        "az-Cyrl" => "єіѓќџђћљњ",
        _ => "",
    };
    letters.contains(c)
}

/// One name in a language is the one to show. Where the name in use is attested nowhere and
/// stands there by rule, there is none: former names and those of another tradition are not it.
/// Of spellings whose language nobody knows none need be.
fn one_preferred(tables: &Tables, row: usize, failures: &mut Vec<Failure>) {
    let mut kinds: BTreeMap<Language, Vec<NameKind>> = BTreeMap::new();
    for name in &tables.names[row] {
        kinds.entry(name.language).or_default().push(name.kind);
    }
    for (language, kinds) in kinds {
        let count = |of: NameKind| kinds.iter().filter(|&&kind| kind == of).count();
        let by_rule = count(NameKind::Generated) > 0
            && kinds.iter().all(|kind| {
                use NameKind::{Colloquial, Former, Generated, Parallel};
                [Generated, Parallel, Former, Colloquial].contains(kind)
            });
        let preferred = count(NameKind::Preferred);
        let is_unknown = language.primary() == "und" && preferred == 0;
        if preferred != usize::from(!by_rule) && !is_unknown {
            failures.push(Failure::new(
                "one preferred name a place and language",
                format!("{}: {preferred} in {language}", tables.shown(row)),
            ));
        }
    }
}

fn no_doubles(tables: &Tables, row: usize, failures: &mut Vec<Failure>) {
    let mut seen = HashSet::new();
    for name in &tables.names[row] {
        if !seen.insert((name.language, &name.text)) {
            failures.push(Failure::new(
                "a name stands once",
                format!("{}: {} ({})", tables.shown(row), name.text, name.language),
            ));
        }
    }
}

/// Towns and districts of the home ground have the names that people there will ask for.
fn required_languages(tables: &Tables, row: usize, failures: &mut Vec<Failure>) {
    let place = &tables.places[row];
    let unit = place.feature.class() == FeatureClass::Administrative;
    if !is_home(place) || !(unit || is_town(place)) {
        return;
    }
    let has = |language| tables.has_language(row, language);
    let missing: Vec<&str> = [
        ("ar", has("ar")),
        ("hy or az", has("hy") || has("az")),
        ("ru", has("ru")),
        ("en", has("en")),
    ]
    .into_iter()
    .filter_map(|(language, there)| (!there).then_some(language))
    .collect();
    if !missing.is_empty() {
        failures.push(Failure::new(
            "towns and districts have ar, hy or az, ru, en",
            format!("{}: no {}", tables.shown(row), missing.join(", ")),
        ));
    }
}
