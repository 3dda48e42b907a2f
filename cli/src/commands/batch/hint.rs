//! Why nothing may have been found in a table.

use crate::commands::batch::columns::Columns;
use crate::commands::batch::rows::{Row, Rows};
use std::collections::HashSet;
use toponym::{Resolver, Status};

/// So many rows are kept to look for names in their other columns.
pub(crate) const KEPT_ROWS: usize = 50;

/// Longer rows, in bytes, are not kept.
pub(crate) const LONGEST_KEPT: usize = 1 << 16;

/// So many columns are looked at, and told.
const MAX_COLUMNS: usize = 32;

/// What may be wrong: another column holds names, or the table was cut into no columns.
pub(crate) fn hint(
    resolver: &Resolver,
    rows: &Rows<'_>,
    columns: &Columns,
    kept: &[Row],
) -> String {
    let title = |column: usize| {
        let title = rows.header.get(column).unwrap_or_default();
        String::from_utf8_lossy(title).into_owned()
    };
    let found: Vec<(usize, usize, usize)> = (0..rows.header.len())
        .filter(|&column| column != columns.name)
        .take(MAX_COLUMNS)
        .map(|column| {
            let (found, all) = found_in(resolver, columns, kept, column);
            (found, all, column)
        })
        .collect();
    let asked = title(columns.name);
    let better = found.iter().copied().max_by_key(|&(found, _, _)| found);
    let why = match better {
        Some((found, all, column)) if found * 2 >= all && found > 0 => format!(
            "is it the right column? {found} of the first {all} values of {:?} are places; say \
             --column {:?}",
            title(column),
            title(column)
        ),
        None => format!(
            "it is the only column if {:?} parts the fields; say --delimiter if another does",
            rows.delimiter as char
        ),
        Some(_) => format!(
            "is it the right column, of {:?}, and is the file {}? Say --column, --delimiter or \
             --encoding; or its places are not in this gazetteer, see --index",
            rows.header
                .iter()
                .take(MAX_COLUMNS)
                .map(String::from_utf8_lossy)
                .collect::<Vec<_>>(),
            rows.encoding.name()
        ),
    };
    format!(
        "{}: no place was found in the column {asked:?}: {why}",
        rows.name
    )
}

/// How many of the values of a column are places, and how many values there are.
fn found_in(resolver: &Resolver, columns: &Columns, kept: &[Row], column: usize) -> (usize, usize) {
    let names = kept.iter().map(|row| columns.question_in(row, column).name);
    let names: HashSet<String> = names.filter(|name| !name.trim().is_empty()).collect();
    let is_place = |name: &&String| resolver.resolve(name.as_str()).status() != Status::Unknown;
    (names.iter().filter(is_place).count(), names.len())
}
