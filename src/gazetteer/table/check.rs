//! References between the rows of tables: ids, parents, places of names.

use crate::error::Result;
use crate::gazetteer::table::{TablePosition, TableRow};
use crate::model::name::Name;
use crate::model::place::Place;
use crate::model::place_id::PlaceId;
use std::collections::HashMap;

/// Checks that ids are unique, and that parents exist and form no loop.
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
    match in_a_loop(places.len(), parent_of)? {
        Some(i) => {
            let TableRow { line, value: place } = &places[i];
            let reason = format_args!("{} is among its own parents", place.id);
            Err(TablePosition { file, line: *line }.error(Some("parent"), reason))
        }
        None => Ok(()),
    }
}

/// The first found of so many places that is its own parent, or its parents' parent: every place
/// is looked at once, however deep the chains are.
fn in_a_loop<E>(
    count: usize,
    parent_of: impl Fn(usize) -> Result<Option<usize>, E>,
) -> Result<Option<usize>, E> {
    // The place that a chain was begun from which came by here.
    let mut reached_from: Vec<Option<usize>> = vec![None; count];
    for start in 0..count {
        let mut here = Some(start);
        while let Some(i) = here {
            match reached_from[i] {
                Some(earlier) if earlier == start => return Ok(Some(i)),
                // That chain came to an end.
                Some(_) => break,
                None => reached_from[i] = Some(start),
            }
            here = parent_of(i)?;
        }
    }
    Ok(None)
}

/// Checks that every name belongs to a place.
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::convert::Infallible;

    /// Looks for a loop, and counts how often a parent is asked for.
    fn look(count: usize, parent: impl Fn(usize) -> Option<usize>) -> (Option<usize>, usize) {
        let asked = Cell::new(0);
        let found = in_a_loop(count, |i| {
            asked.set(asked.get() + 1);
            Ok::<_, Infallible>(parent(i))
        });
        (found.unwrap(), asked.get())
    }

    #[test]
    fn chains_of_any_depth_are_followed_once() {
        let deep = 2_000_000;
        assert_eq!(look(deep, |i| i.checked_sub(1)), (None, deep));
        assert_eq!(
            look(deep, |i| Some(i + 1).filter(|i| *i < deep)),
            (None, deep)
        );
        let (found, asked) = look(deep, |i| Some((i + 1) % deep));
        assert!(found.is_some() && asked <= deep);
        // A loop that other chains lead into from outside.
        let (found, asked) = look(deep, |i| Some(if i < 3 { (i + 1) % 3 } else { i - 1 }));
        assert!(found.is_some_and(|i| i < 3) && asked <= deep);
        assert_eq!(look(0, |_| None), (None, 0));
    }
}
