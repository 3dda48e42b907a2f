//! Why a candidate is one, under its row of a table.

use crate::output::table::Table;
use crate::output::width::shown;
use toponym::Candidate;

/// Adds what speaks for a candidate and the larger units that its place lies in.
pub(crate) fn explain(table: &mut Table, candidate: &Candidate<'_>) {
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
