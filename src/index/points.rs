//! The tree of points: which places are neighbors.
//!
//! The points of all places stand in the order of a Hilbert curve over latitude and longitude, so
//! those that stand together lie together. Each 8 of them have a box around them, each 8 boxes
//! have one, and so on to a single box. Where the children of a node begin follows from its
//! position, so there is nothing in the file that a walk could be led astray by.
//!
//! Boxes are kept in degrees as the places' own records are, in whole numbers: a file does not
//! depend on how a machine computes sines.

use crate::index::format::record::{BoxRecord, PointRecord, record};
use crate::index::format::{Section, ensure};
use crate::index::{Index, PlaceRef};
use std::ops::Range;

/// Fan-out: points in a box, and boxes in a box of the next level.
pub(in crate::index) const FAN_OUT: usize = 8;

/// How many boxes each level has, from those around points to the single one, for a number of
/// points.
pub(in crate::index) fn level_lens(points: usize) -> impl Iterator<Item = usize> {
    let first = (points > 0).then(|| points.div_ceil(FAN_OUT));
    std::iter::successors(first, |len| (*len > 1).then(|| len.div_ceil(FAN_OUT)))
}

/// Position on a Hilbert curve over the globe of a point in ten-millionths of a degree.
#[cfg(feature = "build")]
pub(in crate::index) fn position_on_curve(latitude: i32, longitude: i32) -> u64 {
    // The square of the curve is as wide as 2^32 units, the globe 3.6 thousand million.
    let mut x = longitude.wrapping_sub(-1_800_000_000) as u32;
    let mut y = latitude.wrapping_sub(-900_000_000) as u32;
    let mut position = 0;
    for bit in (0..u32::BITS).rev() {
        let (right, upper) = (x >> bit & 1, y >> bit & 1);
        position = position << 2 | u64::from((3 * right) ^ upper);
        // The lower quadrants are mirrored, and the right one of them turned besides.
        if upper == 0 {
            if right == 1 {
                (x, y) = (!x, !y);
            }
            (x, y) = (y, x);
        }
    }
    position
}

/// The tree of an index.
#[derive(Clone, Copy)]
pub(in crate::index) struct Points<'i> {
    points: &'i [u8],
    boxes: &'i [u8],
}

/// A point or a box, by its level (0 are points, 1 the boxes around them, and so on) and its
/// position in the level.
pub(in crate::index) type Node = (u8, u32);

impl<'i> Points<'i> {
    pub fn of(index: &'i Index) -> Points<'i> {
        Points {
            points: index.section(Section::Points),
            boxes: index.section(Section::PointBoxes),
        }
    }

    fn count(self) -> usize {
        self.points.len() / PointRecord::LEN
    }

    /// The ranges of the levels among the boxes, those around points first.
    pub fn levels(self) -> Vec<Range<usize>> {
        let mut start = 0;
        let level = |len: usize| {
            let level = start..start + len;
            start = level.end;
            level
        };
        level_lens(self.count()).map(level).collect()
    }

    /// The boxes in a box of the level above this one, if the file has them.
    #[inline]
    pub fn children(
        self,
        level: &Range<usize>,
        position: u32,
    ) -> impl Iterator<Item = BoxRecord> + 'i {
        let first = (position as usize).saturating_mul(FAN_OUT);
        let first = level.start.saturating_add(first);
        read_records(
            self.boxes,
            first..first.saturating_add(FAN_OUT).min(level.end),
        )
        .map(BoxRecord::read)
    }

    /// The point at a position.
    pub fn point(self, position: u32) -> Option<PointRecord> {
        record(self.points, position as usize).map(PointRecord::read)
    }

    /// The points in a box of the lowest level.
    #[inline]
    pub fn in_box(self, position: u32) -> impl Iterator<Item = PointRecord> + 'i {
        let first = (position as usize).saturating_mul(FAN_OUT);
        read_records(self.points, first..first.saturating_add(FAN_OUT)).map(PointRecord::read)
    }
}

/// The records at these positions, as many of them as there are.
#[inline]
fn read_records<const LEN: usize>(
    section: &[u8],
    positions: Range<usize>,
) -> impl Iterator<Item = &[u8; LEN]> {
    let start = positions.start.saturating_mul(LEN).min(section.len());
    let end = positions.end.saturating_mul(LEN).min(section.len());
    let records = section.get(start..end).unwrap_or_default();
    records.as_chunks().0.iter()
}

/// Every place has its point, once, and every box is the smallest around what is in it.
pub(in crate::index) fn verify(index: &Index) -> Result<(), &'static str> {
    let points = Points::of(index);
    let what = Section::Points.describe();
    ensure(points.count() == index.place_count(), what)?;
    let mut seen = vec![false; points.count()];
    let mut level = Vec::new();
    for position in 0..points.count().div_ceil(FAN_OUT) as u32 {
        let mut around = BoxRecord::EMPTY;
        for point in points.in_box(position) {
            let known = seen.get_mut(point.place as usize);
            ensure(
                known.is_some_and(|seen| !std::mem::replace(seen, true)),
                what,
            )?;
            let place = index.place_record(point.place);
            ensure(
                (place.latitude, place.longitude) == (point.latitude, point.longitude),
                what,
            )?;
            let class = PlaceRef::new(index, point.place).feature().class();
            around = around.around(BoxRecord::of(point, class, place.country));
        }
        level.push(around);
    }
    let what = Section::PointBoxes.describe();
    let levels = points.levels();
    let boxes = levels.last().map_or(0, |level| level.end);
    ensure(points.boxes.len() == boxes * BoxRecord::LEN, what)?;
    for range in levels {
        let found = read_records(points.boxes, range).map(BoxRecord::read);
        ensure(found.eq(level.iter().copied()), what)?;
        level = parents(&level);
    }
    Ok(())
}

/// The boxes of the next level.
pub(in crate::index) fn parents(level: &[BoxRecord]) -> Vec<BoxRecord> {
    let around = |boxes: &[BoxRecord]| {
        let boxes = boxes.iter().copied();
        boxes.fold(BoxRecord::EMPTY, BoxRecord::around)
    };
    level.chunks(FAN_OUT).map(around).collect()
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn levels_end_in_a_single_box() {
        let levels = |points| level_lens(points).collect::<Vec<_>>();
        assert_eq!(levels(0), Vec::<usize>::new());
        assert_eq!(levels(1), [1]);
        assert_eq!(levels(8), [1]);
        assert_eq!(levels(9), [2, 1]);
        assert_eq!(levels(513), [65, 9, 2, 1]);
    }

    proptest! {
        /// A step along the curve is a step to a neighboring cell, at any scale.
        #[test]
        fn the_curve_goes_from_neighbor_to_neighbor(level in 1u32..8, at in any::<u64>()) {
            let side = 1u64 << level;
            let shift = u32::BITS - level;
            // The cell of each position, by trying all of them.
            let mut cells = vec![(0, 0); (side * side) as usize];
            for x in 0..side {
                for y in 0..side {
                    let units = |cell: u64, least: i64| ((cell << shift) as i64 + least) as i32;
                    let at = position_on_curve(units(y, -900_000_000), units(x, -1_800_000_000));
                    cells[(at >> (2 * shift)) as usize] = (x as i64, y as i64);
                }
            }
            let at = (at % (side * side - 1)) as usize;
            let ((x, y), (next_x, next_y)) = (cells[at], cells[at + 1]);
            prop_assert_eq!((x - next_x).abs() + (y - next_y).abs(), 1);
        }
    }
}
