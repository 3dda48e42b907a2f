//! Why a candidate is one, under its row of a table.

use crate::output::table::Table;
use crate::output::width::shown;
use toponym::{Candidate, MentionKind};

/// Why a candidate is one. The place of a word for who or what is from there was not spelled at all: the evidence is
/// that of its own name.
pub(crate) fn why(candidate: &Candidate<'_>, kind: MentionKind) -> String {
    let evidence = candidate.evidence();
    if kind != MentionKind::Demonym {
        return evidence.to_string();
    }
    // What the text around it says stays.
    let mut spelling = evidence.clone();
    spelling.context_evidence.clear();
    let all = evidence.to_string();
    let context = all.strip_prefix(&spelling.to_string()).unwrap_or_default();
    format!("a word for who or what is from there{context}")
}

/// Adds what speaks for a candidate and the larger units that its place lies in.
pub(crate) fn explain(table: &mut Table, candidate: &Candidate<'_>, kind: MentionKind) {
    table.note(format!("    why: {}", why(candidate, kind)));
    let parents: Vec<String> = candidate
        .place()
        .parents()
        .map(|parent| shown(parent.name()))
        .collect();
    if !parents.is_empty() {
        table.note(format!("    in:  {}", parents.join(", ")));
    }
}
