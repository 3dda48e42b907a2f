//! Applying a user's corrections to what the gazetteers say.

use crate::error::{Error, Result};
use crate::gazetteer::{Change, Correction};
use crate::index::combine::Combined;
use crate::index::format::record::{PackedId, units};
use crate::index::names::Withdrawn;

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
            misses(
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

/// Every name that was to be withdrawn has been found, or else the table has a slip.
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
            return Err(misses(correction, reason));
        }
    }
    Ok(())
}

fn misses(correction: &Correction, reason: String) -> Error {
    Error::row(&correction.file, correction.line, None, reason)
}
