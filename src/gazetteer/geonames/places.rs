//! The table of places, read twice: which rows are selected, then the rows.

use crate::error::Result;
use crate::gazetteer::geonames::ImportFilter;
use crate::gazetteer::geonames::place_row::PlaceRow;
use crate::gazetteer::geonames::units::Units;
use crate::gazetteer::rows::{BadRowHandler, BadRows, Fault, RowText, TabRows};
use std::collections::{HashMap, HashSet};
use std::io::Read;

/// The rows of the table that are selected.
pub(super) struct SelectedPlaces<'w> {
    wanted: &'w ImportFilter,
    ids: HashSet<u64>,
    /// Ids that several rows have.
    repeated: HashSet<u64>,
}

impl<'w> SelectedPlaces<'w> {
    pub fn new(wanted: &'w ImportFilter) -> Self {
        SelectedPlaces {
            wanted,
            ids: HashSet::new(),
            repeated: HashSet::new(),
        }
    }

    /// Whether a place is selected.
    pub fn holds(&self, id: u64) -> bool {
        self.ids.contains(&id)
    }

    /// First reading of the table: selects rows, and finds the units among them.
    pub fn select<R: Read>(
        &mut self,
        rows: &mut TabRows<R>,
        units: &mut Units,
        bad: &mut BadRowHandler<'_>,
    ) -> Result<()> {
        while let Some(text) = rows.next(bad)? {
            let row = match PlaceRow::parse(text.text) {
                Ok(row) => row,
                Err(fault) => {
                    bad.row(text, fault)?;
                    continue;
                }
            };
            units.add_place(&row);
            if let Err(reason) = self.wants(&row) {
                bad.skipped.count(reason, || location(text, &row));
            } else if !self.ids.insert(row.id) {
                self.repeated.insert(row.id);
                let fault = Fault {
                    column: Some("geonameid"),
                    reason: "the id stands on another row already",
                    value: row.name,
                };
                bad.row(text, fault)?;
            }
        }
        Ok(())
    }

    /// Whether the row is wanted; else why not.
    fn wants(&self, row: &PlaceRow<'_>) -> Result<(), &'static str> {
        let ImportFilter {
            countries,
            classes,
            codes,
            population,
            ..
        } = self.wanted;
        if !countries.is_empty()
            && !row
                .country
                .is_some_and(|country| countries.contains(&country))
        {
            return Err("places of other countries");
        }
        if !classes.is_empty() && !classes.contains(&row.feature.class()) {
            return Err("places of other classes");
        }
        if !codes.is_empty() && !codes.iter().any(|code| code == row.feature.code()) {
            return Err("places of other feature codes");
        }
        if row.population.unwrap_or(0) < *population {
            return Err("places with fewer inhabitants");
        }
        Ok(())
    }

    /// Second reading of the table: emits each row that is selected; of those with one id the least,
    /// so that their order makes no difference.
    pub fn read<R: Read>(
        &self,
        rows: &mut TabRows<R>,
        emit: &mut dyn FnMut(PlaceRow<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut repeated: HashMap<u64, String> = HashMap::new();
        // Bad rows have been reported.
        let mut seen = Default::default();
        let mut bad = BadRowHandler::new(BadRows::Skip, &mut seen);
        while let Some(text) = rows.next(&mut bad)? {
            let Ok(row) = PlaceRow::parse(text.text) else {
                continue;
            };
            if self.wants(&row).is_err() {
                continue;
            }
            if !self.repeated.contains(&row.id) {
                emit(row)?;
                continue;
            }
            let least: &mut String = repeated
                .entry(row.id)
                .or_insert_with(|| text.text.to_owned());
            if text.text < least.as_str() {
                text.text.clone_into(least);
            }
        }
        for text in repeated.values() {
            if let Ok(row) = PlaceRow::parse(text) {
                emit(row)?;
            }
        }
        Ok(())
    }
}

fn location(text: RowText<'_>, row: &PlaceRow<'_>) -> String {
    format!("{}:{}: {:?}", text.file, text.line, row.name)
}
