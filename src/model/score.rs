//! A score: how likely it is that a place is meant.

/// A score from 0 to 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u16);

impl Score {
    /// The best score.
    pub const MAX: Score = Score(1000);

    /// The points.
    pub fn get(self) -> u16 {
        self.0
    }

    pub(crate) fn from_points(points: i32) -> Self {
        Score(points.clamp(0, i32::from(Self::MAX.0)) as u16)
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Margin of ambiguity in points: two candidates whose scores differ by less are told apart by
/// nothing that counts. A factor of ten in population makes ten points.
pub(crate) const AMBIGUITY_MARGIN: i32 = 10;
