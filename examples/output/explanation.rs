//! Why a candidate is one, under its row of a table.

use crate::table::Table;
use crate::width::shown;
use toponym::Candidate;

/// Adds what speaks for a candidate and the larger units that its place lies in.
pub fn explain<const COLUMNS: usize>(table: &mut Table<COLUMNS>, candidate: &Candidate<'_>) {
    table.note(format!("    why: {}", candidate.evidence()));
    let parents: Vec<String> = candidate
        .place()
        .parents()
        .map(|parent| shown(parent.name()))
        .collect();
    if !parents.is_empty() {
        table.note(format!("    in:  {}", parents.join(", ")));
    }
}
