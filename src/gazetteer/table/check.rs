//! What the rows of a table say about each other: ids, parents, places of names.

use crate::error::Result;
use crate::gazetteer::table::{TablePosition, TableRow};
use crate::model::name::Name;
use crate::model::place::Place;
use crate::model::place_id::PlaceId;
use std::collections::HashMap;

/// Ids are unique, parents exist and form no loop.
pub(in crate::gazetteer) fn check_places(file: &str, places: &[TableRow<Place>]) -> Result<()> {
    let mut rows: HashMap<&PlaceId, usize> = HashMap::with_capacity(places.len());
    for (i, TableRow { line, value: place }) in places.iter().enumerate() {
        let at = TablePosition { file, line: *line };
        let ids = std::iter::once(("id", &place.id))
            .chain(place.same_as.iter().map(|id| ("same_as", id)));
        for (column, id) in ids {
            if let Some(first) = rows.insert(id, i) {
                let first = places[first].line;
                return Err(at.error(
                    Some(column),
                    format_args!("{id} stands on line {first} already"),
                ));
            }
        }
    }
    let parent_of = |i: usize| -> Result<Option<usize>> {
        let TableRow { line, value: place } = &places[i];
        let Some(parent) = &place.parent else {
            return Ok(None);
        };
        let at = TablePosition { file, line: *line };
        let found = rows.get(parent).copied();
        found
            .map(Some)
            .ok_or_else(|| at.error(Some("parent"), format_args!("there is no place {parent}")))
    };
    // Every place is followed up to the first one that is known to lead to a root.
    let mut rooted = vec![false; places.len()];
    let mut path = Vec::new();
    for start in 0..places.len() {
        let mut here = start;
        while !rooted[here] {
            if path.contains(&here) {
                let TableRow { line, value: place } = &places[here];
                let reason = format_args!("{} is among its own parents", place.id);
                return Err(TablePosition { file, line: *line }.error(Some("parent"), reason));
            }
            path.push(here);
            match parent_of(here)? {
                Some(parent) => here = parent,
                None => break,
            }
        }
        for i in path.drain(..) {
            rooted[i] = true;
        }
    }
    Ok(())
}

/// Every name belongs to a place.
pub(in crate::gazetteer) fn check_names(
    file: &str,
    names: &[TableRow<Name>],
    places: &[TableRow<Place>],
) -> Result<()> {
    let known: std::collections::HashSet<&PlaceId> = places
        .iter()
        .flat_map(|row| std::iter::once(&row.value.id).chain(&row.value.same_as))
        .collect();
    for TableRow { line, value: name } in names {
        if !known.contains(&name.place) {
            let at = TablePosition { file, line: *line };
            return Err(at.error(
                Some("place"),
                format_args!("there is no place {}", name.place),
            ));
        }
    }
    Ok(())
}
