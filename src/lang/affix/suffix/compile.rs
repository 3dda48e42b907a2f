//! Compiling `data/suffixes.csv`: the suffixes by their last letter, the shortest first.

use crate::compiled::compile::{Row, Words, Writer, read};
use crate::error::Result;
use crate::lang::affix::suffix::{After, Kind};
use crate::lang::language::LanguageSet;
use crate::text::normalize::normalize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Debug)]
struct Suffix {
    languages: LanguageSet,
    letters: Vec<char>,
    after: After,
    restores: String,
    adjective: bool,
}

/// Suffixes by kind and last letter, the shortest first.
#[derive(Default)]
struct Table(BTreeMap<(u8, char), Vec<Suffix>>);

pub(crate) fn compile(folder: &Path) -> Result<Vec<u8>> {
    let mut table = Table::default();
    read(folder, "suffixes.csv", |row| table.add_row(row))?;
    let mut words = Words::default();
    let mut languages = [LanguageSet::NONE; 3];
    for ((kind, last), suffixes) in table.0 {
        for suffix in &suffixes {
            let of_kind = &mut languages[usize::from(kind)];
            *of_kind = of_kind.or(suffix.languages);
        }
        let mut word = vec![kind];
        word.extend_from_slice(last.encode_utf8(&mut [0; 4]).as_bytes());
        let said = words.of(word);
        for suffix in suffixes {
            said.u32(suffix.languages.bits());
            said.u8(suffix.after as u8);
            said.u8(suffix.adjective.into());
            said.u8(suffix.letters.len() as u8);
            suffix
                .letters
                .iter()
                .for_each(|&letter| said.u16(letter as u16));
            said.text(&suffix.restores);
        }
    }
    let mut compiled = Writer::default();
    languages
        .iter()
        .for_each(|of_kind| compiled.u32(of_kind.bits()));
    compiled.0.extend(words.write());
    Ok(compiled.0)
}

impl Table {
    fn add_row(&mut self, row: Row<'_>) -> Result<()> {
        let languages = row
            .parse("language", LanguageSet::of_code)?
            .with_relatives();
        let (suffix, restores) = (row.cell("suffix")?, row.cell("restores")?);
        // Azerbaijani typed on a keyboard that has only the letters of English.
        let (plain, plain_restores) = (in_ascii(suffix), in_ascii(restores));
        let adjective = row.cell("label")?.starts_with("adjective");
        let after = match row.cell("after")? {
            "any" => After::Any,
            "vowel" => After::Vowel,
            "consonant" => After::Consonant,
            "inner" => {
                self.add(Kind::Inner, languages, suffix, After::Any, restores, false);
                return Ok(());
            }
            "mark" => {
                self.add(Kind::Marked, languages, suffix, After::Any, "", false);
                self.add(Kind::Marked, languages, &plain, After::Any, "", false);
                return Ok(());
            }
            _ => {
                let expected = "expected any, vowel, consonant, inner or mark";
                return Err(row.error("after", expected));
            }
        };
        self.add(Kind::Last, languages, suffix, after, restores, adjective);
        self.add(Kind::Marked, languages, suffix, After::Any, "", false);
        if plain != suffix {
            let restores = &plain_restores;
            self.add(Kind::Last, languages, &plain, after, restores, adjective);
            self.add(Kind::Marked, languages, &plain, After::Any, "", false);
        }
        Ok(())
    }

    fn add(
        &mut self,
        kind: Kind,
        languages: LanguageSet,
        suffix: &str,
        after: After,
        restores: &str,
        adjective: bool,
    ) {
        let letters = inside_word(suffix);
        let Some(&last) = letters.last() else { return };
        let suffix = Suffix {
            languages,
            letters,
            after,
            restores: normalize(restores).as_str().to_owned(),
            adjective,
        };
        let says = |suffix: &Suffix| {
            let (letters, restores) = (suffix.letters.clone(), suffix.restores.clone());
            (letters, suffix.after, restores, suffix.adjective)
        };
        let order = |suffix: &Suffix| (suffix.letters.len(), suffix.letters.clone());
        let entries = self.0.entry((kind as u8, last)).or_default();
        let mut known = entries.iter_mut();
        if let Some(known) = known.find(|known| says(known) == says(&suffix)) {
            known.languages = known.languages.or(languages);
            return;
        }
        let at = entries.partition_point(|known| order(known) <= order(&suffix));
        entries.insert(at, suffix);
    }
}

/// The letters of a suffix as they are normalized in a word: Armenian spells է otherwise where a
/// word begins with it.
fn inside_word(suffix: &str) -> Vec<char> {
    let carrier = match suffix.chars().next() {
        Some('ա'..='և') => "ն",
        _ => "",
    };
    let normalized = normalize(&format!("{carrier}{suffix}"));
    let letters = normalized.as_str().chars();
    letters.skip(carrier.chars().count()).collect()
}

fn in_ascii(text: &str) -> String {
    let plain = |letter| match letter {
        'ə' => 'e',
        'ı' => 'i',
        'ğ' => 'g',
        'ü' => 'u',
        other => other,
    };
    text.chars().map(plain).collect()
}
