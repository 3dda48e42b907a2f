//! Parents of places: `hierarchy.txt`, and the administrative codes that places carry.

use crate::error::Result;
use crate::gazetteer::geonames::place_row::PlaceRow;
use crate::gazetteer::rows::{BadRowHandler, Fault, TabRows};
use crate::model::feature::FeatureClass;
use crate::model::place_id::PlaceId;
use std::collections::HashMap;
use std::io::Read;

/// Maximum number of parents of a place, of their parents, and so on; longer chains are taken for
/// loops.
const MAX_HIERARCHY_LEVELS: usize = 32;

/// The administrative units that places lie in.
#[derive(Debug, Default)]
pub(super) struct Units {
    /// Whether an administrative relation says so, and the parent: the best of several is the
    /// least by that order.
    hierarchy: HashMap<u64, (bool, u64)>,
    /// Ids by country and codes joined by dots, as `AM.01`. The rank says how well a place fits.
    by_code: HashMap<String, (u8, u64)>,
}

impl Units {
    /// Reads `hierarchy.txt`: parent, child, type (`ADM`, or the name of another hierarchy).
    pub fn read_hierarchy<R: Read>(
        &mut self,
        rows: &mut TabRows<R>,
        bad: &mut BadRowHandler<'_>,
    ) -> Result<()> {
        while let Some(row) = rows.next(bad)? {
            let mut columns = row.text.split('\t');
            let mut number = || columns.next().and_then(|id| id.parse::<u64>().ok());
            let (Some(parent), Some(child)) = (number(), number()) else {
                let reason = "a row of the hierarchy begins with two ids";
                bad.row(row, Fault::of(row, reason))?;
                continue;
            };
            if parent != child {
                let relation = (columns.next() != Some("ADM"), parent);
                self.hierarchy
                    .entry(child)
                    .and_modify(|known| *known = relation.min(*known))
                    .or_insert(relation);
            }
        }
        Ok(())
    }

    /// Reads `admin1CodesASCII.txt` or `admin2Codes.txt`: code, name, name in ASCII, id.
    pub fn read_codes<R: Read>(
        &mut self,
        rows: &mut TabRows<R>,
        bad: &mut BadRowHandler<'_>,
    ) -> Result<()> {
        self.read_ids(
            rows,
            bad,
            3,
            |code| code.contains('.'),
            "a row of codes is a code, two names and an id",
        )
    }

    /// Reads `countryInfo.txt`: the code in the first column, the id in the 17th.
    pub fn read_countries<R: Read>(
        &mut self,
        rows: &mut TabRows<R>,
        bad: &mut BadRowHandler<'_>,
    ) -> Result<()> {
        self.read_ids(
            rows,
            bad,
            16,
            |code| code.len() == 2,
            "a row of countries has a code first and an id in column 17",
        )
    }

    fn read_ids<R: Read>(
        &mut self,
        rows: &mut TabRows<R>,
        bad: &mut BadRowHandler<'_>,
        column: usize,
        is_code: impl Fn(&str) -> bool,
        reason: &'static str,
    ) -> Result<()> {
        while let Some(row) = rows.next(bad)? {
            let mut columns = row.text.split('\t');
            let code = columns.next().filter(|code| is_code(code));
            let id = columns
                .nth(column - 1)
                .and_then(|id| id.parse::<u64>().ok());
            match code.zip(id) {
                Some((code, id)) => self.add(code.to_owned(), 0, id),
                None => bad.row(row, Fault::of(row, reason))?,
            }
        }
        Ok(())
    }

    fn add(&mut self, code: String, rank: u8, id: u64) {
        let new = (rank, id);
        self.by_code
            .entry(code)
            .and_modify(|known| *known = new.min(*known))
            .or_insert(new);
    }

    /// Adds a place if it is a unit that codes stand for.
    pub fn add_place(&mut self, row: &PlaceRow<'_>) {
        if row.feature.class() != FeatureClass::Administrative {
            return;
        }
        let Some(country) = row.country else { return };
        let (levels, rank) = match row.feature.code() {
            "PCLI" => (0, 1),
            "PCL" | "PCLD" | "PCLF" | "PCLIX" | "PCLS" => (0, 2),
            "ADM1" => (1, 1),
            "ADM2" => (2, 1),
            "ADM3" => (3, 1),
            "ADM4" => (4, 1),
            _ => return,
        };
        if row.codes[..levels].iter().all(|code| !code.is_empty()) {
            self.add(join(country.as_str(), &row.codes[..levels]), rank, row.id);
        }
    }

    /// The smallest unit that a place lies in, of those that are selected.
    pub fn parent(&self, row: &PlaceRow<'_>, is_selected: impl Fn(u64) -> bool) -> Option<PlaceId> {
        self.by_hierarchy(row.id, &is_selected)
            .or_else(|| self.by_codes(row, &is_selected))
            .map(PlaceId::geonames)
    }

    /// The first ancestor by the hierarchy that is selected.
    fn by_hierarchy(&self, id: u64, is_selected: impl Fn(u64) -> bool) -> Option<u64> {
        let parent = |id: &u64| self.hierarchy.get(id).map(|(_, parent)| *parent);
        std::iter::successors(parent(&id), parent)
            .take(MAX_HIERARCHY_LEVELS)
            .find(|&ancestor| ancestor != id && is_selected(ancestor))
    }

    /// The unit of the longest code that is not the place itself.
    fn by_codes(&self, row: &PlaceRow<'_>, is_selected: impl Fn(u64) -> bool) -> Option<u64> {
        let country = row.country?;
        let levels = row.codes.iter().take_while(|code| !code.is_empty()).count();
        let unit = |levels| {
            self.by_code
                .get(&join(country.as_str(), &row.codes[..levels]))
        };
        (0..=levels)
            .rev()
            .filter_map(unit)
            .map(|(_, id)| *id)
            .find(|&id| id != row.id && is_selected(id))
    }
}

fn join(country: &str, codes: &[&str]) -> String {
    let mut joined = country.to_owned();
    for code in codes {
        joined.push('.');
        joined.push_str(code);
    }
    joined
}
