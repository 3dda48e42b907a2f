//! Compiling `data/generic_parts.csv`: words with the numbers of their senses.

use crate::compiled::compile::{Words, Writer, read};
use crate::error::{Error, Result};
use crate::key::folded;
use crate::phonetic::generic::PartSense;
use crate::text::normalize::normalize;
use std::path::Path;

const FILE: &str = "generic_parts.csv";

/// The sense of words that tell nothing apart: *of*, *on the*.
const OF: &str = "of";

/// The senses by which places of one name are told apart.
const TOLD_APART: [&str; 14] = [
    "new", "old", "great", "small", "upper", "lower", "middle", "first", "second", "third",
    "northern", "southern", "eastern", "western",
];

/// Maximum number of senses: each is a bit.
const MAX_SENSES: usize = u64::BITS as usize;

pub(crate) fn compile(folder: &Path) -> Result<Vec<u8>> {
    let mut senses = vec![OF.to_owned()];
    let mut words = Words::default();
    read(folder, FILE, |row| {
        let sense = row.cell("sense")?;
        let number = senses.iter().position(|known| known == sense);
        let number = number.unwrap_or_else(|| {
            senses.push(sense.to_owned());
            senses.len() - 1
        });
        let number = PartSense::try_from(number).ok();
        let number = number.filter(|number| usize::from(*number) < MAX_SENSES);
        let number = number.ok_or_else(|| row.error("sense", "there are too many senses"))?;
        let normalized = normalize(row.cell("text")?);
        let key: String = normalized.as_str().chars().filter_map(folded).collect();
        let said = words.of(key);
        // A word has the first of its senses.
        if said.0.is_empty() {
            said.u8(number);
        }
        Ok(())
    })?;
    let bit = |sense: &&str| senses.iter().position(|known| known == sense);
    let bits = TOLD_APART.iter().filter_map(bit);
    let path = folder.join(FILE);
    let table = std::fs::read(&path).map_err(|source| Error::io(&path, source))?;
    let mut compiled = Writer::default();
    compiled.u64(bits.fold(0, |bits, at| bits | 1u64 << at));
    compiled.u32(crc32fast::hash(&table));
    compiled.0.extend(words.write());
    Ok(compiled.0)
}
