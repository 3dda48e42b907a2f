//! A user's corrections: places are moved, names are withdrawn. (Names that they add are given as
//! those of a gazetteer.)

use crate::error::{Error, Result};
use crate::gazetteer::{Change, Correction};
use crate::index::build::combine::Combined;
use crate::index::format::record::{PackedId, units};
use crate::model::language::Language;
use std::collections::HashMap;

/// Moves places, and returns the names that are to be left out.
pub(super) fn correct(
    corrections: &[(PackedId, Correction)],
    slugs: &[u32],
    combined: &mut Combined,
) -> Result<Withdrawn> {
    let mut withdrawn = Withdrawn::default();
    for (id, correction) in corrections {
        let id = id.map_slug(|slug| slugs[slug as usize].into());
        let number = *combined.numbers.get(&id).ok_or_else(|| {
            no_such(
                correction,
                format!("there is no place {}", correction.place),
            )
        })?;
        match &correction.change {
            Change::Add(_) => {}
            Change::Withdraw { text, language } => {
                withdrawn.add(number, text.clone(), *language);
            }
            Change::Move(point) => {
                let place = &mut combined.places[number as usize];
                place.latitude = units(point.latitude());
                place.longitude = units(point.longitude());
            }
        }
    }
    Ok(withdrawn)
}

/// Checks that every name that was to be withdrawn was there, or else the table has an error.
pub(super) fn check_withdrawn(
    corrections: &[(PackedId, Correction)],
    slugs: &[u32],
    combined: &Combined,
    withdrawn: &Withdrawn,
) -> Result<()> {
    for (id, correction) in corrections {
        let id = id.map_slug(|slug| slugs[slug as usize].into());
        if let Change::Withdraw { text, language } = &correction.change
            && let Some(number) = combined.numbers.get(&id)
            && !withdrawn.was_found(*number, text, *language)
        {
            let reason = format!("{} has no name {text:?} to withdraw", correction.place);
            return Err(no_such(correction, reason));
        }
    }
    Ok(())
}

fn no_such(correction: &Correction, reason: String) -> Error {
    Error::row(&correction.file, correction.line, None, reason)
}

/// Names to be left out, by place and spelling: in which language, or in all; and whether there was such a name.
#[derive(Debug, Default)]
pub(super) struct Withdrawn(HashMap<(u32, String), HashMap<Option<Language>, bool>>);

impl Withdrawn {
    /// A name of a place is to be left out, in one language or in all.
    pub fn add(&mut self, place: u32, text: String, language: Option<Language>) {
        let languages = self.0.entry((place, text)).or_default();
        languages.insert(language, false);
    }

    /// Whether a name is to be left out; remembers that there was one.
    pub fn contains(&mut self, place: u32, text: &[u8], language: Language) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let key = (place, String::from_utf8_lossy(text).into_owned());
        let Some(languages) = self.0.get_mut(&key) else {
            return false;
        };
        let mut contains = false;
        for wanted in language.ranges().map(Some).chain([None]) {
            if let Some(found) = languages.get_mut(&wanted) {
                *found = true;
                contains = true;
            }
        }
        contains
    }

    /// Whether there was such a name.
    pub fn was_found(&self, place: u32, text: &str, language: Option<Language>) -> bool {
        let languages = self.0.get(&(place, text.to_owned()));
        languages.is_some_and(|languages| languages.get(&language) == Some(&true))
    }
}
