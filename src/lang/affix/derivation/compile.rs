//! Compiling `data/derivations.csv`: for each ending of a key space whether it tells, and the ending.

use crate::compiled::compile::{Words, read};
use crate::error::Result;
use crate::key::KeySpace;
use crate::text::normalize::normalize;
use std::path::Path;

pub(crate) fn compile(folder: &Path) -> Result<Vec<u8>> {
    let mut words = Words::default();
    read(folder, "derivations.csv", |row| {
        let space = row.parse("script", KeySpace::of_name)?;
        let telling = row.parse("stem", |stem| match stem {
            "any" => Some(true),
            "name" => Some(false),
            _ => None,
        })?;
        let endings = words.of([space as u8]);
        endings.u8(telling.into());
        endings.text(normalize(row.cell("ending")?).as_str());
        Ok(())
    })?;
    Ok(words.write())
}
