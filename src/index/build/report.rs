//! Progress of a build, and its counts at the end.

use std::fmt;

/// Progress of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BuildProgress {
    /// What is being done, such as `keying names`.
    pub step: &'static str,
    /// How many of the things that the step goes through are done.
    pub done: u64,
    /// How many there are.
    pub total: u64,
}

/// What an index was made of, and what was merged or left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct BuildReport {
    /// Places in the index.
    pub places: u64,
    /// Names in the index; one spelling in one language counts once a place.
    pub names: u64,
    /// Places that were found to be others of a more trusted gazetteer.
    pub merged: u64,
    /// Other ids left out, as they stand on another place.
    pub ids_left_out: u64,
    /// Parents left out, as they are not in the index or among their own parents.
    pub parents_left_out: u64,
    /// Names left out, as their place is not in the index.
    pub names_left_out: u64,
}

impl fmt::Display for BuildReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} places, {} names", self.places, self.names)?;
        let amended = [
            (self.merged, "places joined with others"),
            (self.ids_left_out, "ids left out that stand on other places"),
            (
                self.parents_left_out,
                "parents left out that are missing or go in a circle",
            ),
            (self.names_left_out, "names left out whose place is missing"),
        ];
        for (count, what) in amended.into_iter().filter(|(count, _)| *count > 0) {
            write!(f, "; {count} {what}")?;
        }
        Ok(())
    }
}

impl BuildProgress {
    /// Names between two reports.
    pub(super) const INTERVAL_NAMES: u64 = 1 << 14;
}
