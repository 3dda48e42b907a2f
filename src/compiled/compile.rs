//! Writing the compiled tables: what the program `compile_words` does, and a test does again.

use crate::compiled::{self, MARKER, Section, word_map};
use crate::error::{Error, Result};
use crate::key::fold;
use crate::lang::language::{function_word, telling};
use crate::lang::{abbreviation, affix, confusion, lexicon};
use crate::mention::feature;
use crate::phonetic::generic;
use crate::text::normalize::letter_table;
use csv::StringRecord;
use std::collections::BTreeMap;
use std::path::Path;

/// The compiled tables.
#[derive(Debug)]
pub struct CompiledWords {
    /// The file, as `data/words.toponym` holds it.
    pub file: Vec<u8>,
    /// Whether the file has the words. They are folded by the rules of letters that the program was
    /// compiled with; where these have changed since, the file has them alone, and is whole when a
    /// program that was compiled with it has written it again.
    pub is_whole: bool,
}

/// Compiles the tables of a folder.
///
/// # Errors
/// If a table cannot be read, with its file, line and column.
pub fn compile_words(folder: &Path) -> Result<CompiledWords> {
    let mut sections = vec![
        (Section::Folds, fold::compile::compile()),
        (Section::Letters, letter_table::compile::compile()),
    ];
    let is_known = |(section, bytes): &(Section, Vec<u8>)| *bytes == compiled::section(*section);
    let is_whole = sections.iter().all(is_known);
    if is_whole {
        sections.extend(words(folder)?);
    }
    let mut file = MARKER.to_vec();
    let mut start = MARKER.len() + 4 * (sections.len() + 2);
    file.extend_from_slice(&(sections.len() as u32).to_le_bytes());
    for (section, bytes) in &sections {
        debug_assert_eq!(sections[*section as usize].0, *section);
        file.extend_from_slice(&(start as u32).to_le_bytes());
        start += bytes.len();
    }
    file.extend_from_slice(&(start as u32).to_le_bytes());
    sections
        .iter()
        .for_each(|(_, bytes)| file.extend_from_slice(bytes));
    Ok(CompiledWords { file, is_whole })
}

/// The sections with words, in their order.
fn words(folder: &Path) -> Result<Vec<(Section, Vec<u8>)>> {
    let mentions = feature::compile::compile(folder)?;
    Ok(vec![
        (Section::Lexicon, lexicon::compile::compile(folder)?),
        (
            Section::ArabicWords,
            lexicon::compile::arabic_words(folder)?,
        ),
        (Section::Suffixes, affix::suffix::compile::compile(folder)?),
        (
            Section::Derivations,
            affix::derivation::compile::compile(folder)?,
        ),
        (
            Section::Abbreviations,
            abbreviation::compile::compile(folder)?,
        ),
        (Section::Confusions, confusion::compile::compile(folder)?),
        (Section::FunctionWords, function_word::compile::compile()),
        (Section::TellingWords, telling::compile::words()),
        (Section::TellingLetters, telling::compile::letters()),
        (Section::GenericParts, generic::compile::compile(folder)?),
        (Section::Models, mentions.models),
        (Section::Confidences, mentions.confidences),
    ])
}

/// Writes values one after the other, for [`Reader`](crate::compiled::bytes::Reader).
#[derive(Debug, Default)]
pub(crate) struct Writer(pub Vec<u8>);

impl Writer {
    pub fn u8(&mut self, number: u8) {
        self.0.push(number);
    }

    pub fn u16(&mut self, number: u16) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    pub fn u32(&mut self, number: u32) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    pub fn u64(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// A text of at most 255 bytes; of a longer one none, which the test of what was written finds.
    pub fn text(&mut self, text: &str) {
        let len = u8::try_from(text.len()).unwrap_or(0);
        self.u8(len);
        self.0.extend_from_slice(&text.as_bytes()[..len.into()]);
    }
}

/// Words with what is said of each, for a [`WordMap`](word_map::WordMap).
#[derive(Debug, Default)]
pub(crate) struct Words(BTreeMap<Vec<u8>, Writer>);

impl Words {
    /// Where to write on what is said of a word.
    pub fn of(&mut self, word: impl Into<Vec<u8>>) -> &mut Writer {
        self.0.entry(word.into()).or_default()
    }

    pub fn write(&self) -> Vec<u8> {
        let words = self.0.iter();
        word_map::write(words.map(|(word, said)| (word.as_slice(), said.0.as_slice())))
    }
}

/// A row of a table.
#[derive(Clone, Copy)]
pub(crate) struct Row<'r> {
    file: &'r str,
    headers: &'r StringRecord,
    record: &'r StringRecord,
}

impl<'r> Row<'r> {
    /// The cell of a column.
    pub fn cell(&self, column: &'static str) -> Result<&'r str> {
        let at = self.headers.iter().position(|header| header == column);
        let cell = at.and_then(|at| self.record.get(at));
        cell.ok_or_else(|| self.error(column, "the table has no such column"))
    }

    /// What a cell means.
    pub fn parse<T>(
        &self,
        column: &'static str,
        meaning: impl FnOnce(&'r str) -> Option<T>,
    ) -> Result<T> {
        let cell = self.cell(column)?;
        meaning(cell).ok_or_else(|| self.error(column, format!("{cell:?} means nothing here")))
    }

    /// The line of the table, from 1.
    pub fn line(&self) -> u64 {
        self.record.position().map_or(0, csv::Position::line)
    }

    pub fn error(&self, column: &'static str, reason: impl Into<String>) -> Error {
        Error::row(self.file, self.line(), Some(column), reason.into())
    }
}

/// Reads the rows of a table in their order.
pub(crate) fn read(
    folder: &Path,
    file: &str,
    mut row: impl FnMut(Row<'_>) -> Result<()>,
) -> Result<()> {
    let path = folder.join(file);
    let broken = |error: csv::Error| {
        let line = error.position().map_or(0, csv::Position::line);
        Error::row(file, line, None, error.to_string())
    };
    let text = std::fs::read(&path).map_err(|source| Error::io(&path, source))?;
    let mut rows = csv::Reader::from_reader(text.as_slice());
    let headers = rows.headers().map_err(broken)?.clone();
    let mut record = StringRecord::new();
    while rows.read_record(&mut record).map_err(broken)? {
        row(Row {
            file,
            headers: &headers,
            record: &record,
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiled::FILE;

    /// The folder of the tables.
    fn data() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"))
    }

    #[test]
    fn the_compiled_tables_are_what_the_tables_say() {
        let compiled = compile_words(data()).unwrap();
        assert!(
            compiled.is_whole && compiled.file == FILE,
            "data/words.toponym is older than the tables or the rules; write it again with\n  \
             cargo run --release -p toponym-tools --bin compile_words"
        );
    }

    #[test]
    fn a_table_that_does_not_read_is_refused_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        for file in std::fs::read_dir(data()).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_some_and(|kind| kind == "csv") {
                std::fs::copy(&file, folder.path().join(file.file_name().unwrap())).unwrap();
            }
        }
        assert!(compile_words(folder.path()).is_ok());
        for (file, row, column) in [
            ("feature_words.csv", "x,ar,beside,P,PPL,own", "position"),
            ("demonyms.csv", "nowhere,x,ar,own", "place"),
            ("common_words.csv", "x,xx,y,always,own", "language"),
            ("suffixes.csv", "az,x,never,,label", "after"),
            ("confusions.csv", "Runic,a,b,10,reason", "script"),
            ("derivations.csv", "Arabic,ي,nobody,label", "stem"),
            ("mention_models.csv", "ar,letters,0,0", "style"),
            ("mention_weights.csv", "ckb,any,any,1", "language"),
            ("mention_weights.csv", "ar,prose,nothing,1", "sign"),
            ("mention_scores.csv", "ar,prose,99999,1", "score"),
        ] {
            let path = folder.path().join(file);
            let sound = std::fs::read_to_string(&path).unwrap();
            std::fs::write(&path, format!("{sound}{row}\n")).unwrap();
            let error = compile_words(folder.path()).unwrap_err();
            std::fs::write(&path, &sound).unwrap();
            let place = (error.line(), error.column());
            let line = sound.lines().count() as u64 + 1;
            assert_eq!(place, (Some(line), Some(column)), "{file}: {error}");
        }
    }
}
