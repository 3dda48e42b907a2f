//! Compiling `data/abbreviations.csv`: what each abbreviation stands for in any language.

use crate::compiled::compile::{Words, read};
use crate::error::Result;
use crate::lang::abbreviation::MAX_LETTERS;
use crate::lang::language::LanguageSet;
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) fn compile(folder: &Path) -> Result<Vec<u8>> {
    let mut meant: BTreeMap<String, Vec<String>> = BTreeMap::new();
    read(folder, "abbreviations.csv", |row| {
        row.parse("language", LanguageSet::of_code)?;
        let text = row.cell("text")?;
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        if letters > MAX_LETTERS || text != text.to_lowercase() {
            return Err(row.error("text", "expected a few small letters"));
        }
        let words = row.parse("stands_for", |words| (!words.is_empty()).then_some(words))?;
        meant
            .entry(text.to_owned())
            .or_default()
            .push(words.to_owned());
        Ok(())
    })?;
    let mut words = Words::default();
    for (text, meant) in meant {
        words.of(text).text(&meant.join("|"));
    }
    Ok(words.write())
}
