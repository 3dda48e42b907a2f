//! A query as it stands, then with its abbreviations written out.

use crate::candidate::name_hit::NameHit;
use crate::candidate::reading::{Found, Reader, judgment, read_as};
use crate::candidate::source::Reach;
use crate::lang::abbreviation;

/// A query as it stands, and with its abbreviations written out.
pub(super) struct Ways<'r, 'i, 'q> {
    pub(super) reader: &'r mut Reader<'i, 'q>,
    written_out: Vec<String>,
    is_refuted: bool,
}

impl<'r, 'i, 'q> Ways<'r, 'i, 'q> {
    pub(super) fn of(reader: &'r mut Reader<'i, 'q>) -> Self {
        Ways {
            written_out: abbreviation::written_out(&reader.query.name),
            reader,
            is_refuted: false,
        }
    }

    /// The places of the first way that finds any; an empty answer if it is refuted.
    pub(super) fn exact(&mut self, reach: Reach) -> Option<Vec<NameHit<'i>>> {
        let (source, query) = (self.reader.source, self.reader.query);
        let found = self.reader.exact(reach);
        if let Found::Places(places) = &found
            && !places.iter().all(judgment::is_doubtful)
        {
            return Some(places.clone());
        }
        for spelling in &self.written_out {
            let query = query.clone().name(spelling.as_str());
            match Reader::new(source, &query).exact(reach) {
                Found::Places(places)
                    if !matches!(found, Found::Refuted)
                        || !places.iter().all(judgment::is_doubtful) =>
                {
                    return Some(read_as(places, spelling));
                }
                Found::Places(_) => {}
                Found::Refuted => self.is_refuted = true,
                Found::Unknown => {}
            }
        }
        match found {
            Found::Places(places) => Some(places),
            // What is left without an ending may be another name.
            Found::Refuted if reach == Reach::Affixes || self.is_refuted => Some(Vec::new()),
            Found::Refuted => {
                self.is_refuted = true;
                None
            }
            Found::Unknown if self.is_refuted => Some(Vec::new()),
            Found::Unknown => None,
        }
    }
}
