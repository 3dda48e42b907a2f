//! Compiling the tables of words into the entries of the lexicon.

use crate::compiled::compile::{Words, Writer};
use crate::error::Result;
use crate::key::{Key, KeySpace};
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::row::{Row, Table};
use crate::lang::lexicon::table::{self, TableWord};
use crate::text::normalize::normal_form;
use std::collections::BTreeMap;
use std::path::Path;

/// What is said of a key, as `entry` reads it.
#[derive(Default)]
struct Draft {
    /// The most words of a feature word, a demonym, an ordinary phrase that begin with it.
    longest: [u8; 3],
    tables: BTreeMap<Table, Writer>,
}

/// The entries by key space and key.
type Drafts = BTreeMap<Vec<u8>, Draft>;

pub(crate) fn compile(folder: &Path) -> Result<Vec<u8>> {
    let mut drafts = Drafts::new();
    for word in table::feature_words(folder)? {
        add(&mut drafts, Table::Feature, Some(0), &word)?;
    }
    for word in table::demonyms(folder)? {
        add(&mut drafts, Table::Demonym, Some(1), &word)?;
    }
    for word in table::common_words(folder)? {
        add(&mut drafts, Table::Common, Some(2), &word)?;
    }
    for word in table::frequent_words(folder)? {
        add(&mut drafts, Table::Frequent, None, &word)?;
    }
    for word in table::context_words(folder)? {
        add(&mut drafts, Table::Context, None, &word)?;
    }
    for word in table::query_words(folder)? {
        add(&mut drafts, Table::Query, None, &word)?;
    }
    let mut words = Words::default();
    for (key, draft) in drafts {
        let entry = words.of(key);
        draft.longest.into_iter().for_each(|count| entry.u8(count));
        for (table, rows) in draft.tables {
            entry.u8(table as u8);
            entry.u16(rows.0.len() as u16);
            entry.0.extend(rows.0);
        }
    }
    Ok(words.write())
}

/// Adds a row; `longest` is the number of the entry's count of words that it may raise.
fn add<T: Row>(
    drafts: &mut Drafts,
    table: Table,
    longest: Option<usize>,
    word: &TableWord<T>,
) -> Result<()> {
    let normalized = normal_form(&word.text);
    let key = Key::of_normal(&normalized);
    if key.is_empty() || key.space() != word.space {
        return Err(word.error("a word of a table has letters of one script"));
    }
    let own = |key: &Key| [&[word.space as u8], key.as_bytes()].concat();
    let mut split = normalized.split(' ');
    let first = Key::of_normal(split.next().unwrap_or_default());
    if let Some(longest) = longest {
        let words = 1 + split.count();
        let first = if words == 1 { &key } else { &first };
        let most = &mut drafts.entry(own(first)).or_default().longest[longest];
        *most = (*most).max(u8::try_from(words).unwrap_or(u8::MAX));
    }
    let draft = drafts.entry(own(&key)).or_default();
    let rows = draft.tables.entry(table).or_default();
    rows.u32(word.languages.bits());
    word.says.write(rows);
    match draft
        .tables
        .values()
        .map(|rows| rows.0.len())
        .sum::<usize>()
    {
        0..=MAX_ROWS => Ok(()),
        _ => Err(word.error("the rows that have its key are too long")),
    }
}

/// Maximum number of bytes of the rows that have a key, so that the length of an entry has two bytes.
const MAX_ROWS: usize = u16::MAX as usize - 64;

/// The ordinary words of Arabic, normalized.
pub(crate) fn arabic_words(folder: &Path) -> Result<Vec<u8>> {
    let mut words = table::common_words(folder)?;
    words.extend(table::frequent_words(folder)?);
    let arabic = LanguageSet::of_code("ar");
    let mut normal = Writer::default();
    for word in words {
        if word.space == KeySpace::Arabic && Some(word.languages) == arabic {
            normal.text(&normal_form(&word.text));
        }
    }
    Ok(normal.0)
}
