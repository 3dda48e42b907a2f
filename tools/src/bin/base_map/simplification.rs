//! Which points of arcs are drawn: those whose bend is large enough (Visvalingam and Whyatt), as
//! many as the size of the file allows. The ends of arcs stay.

use crate::layers::{GridPoint, STEPS_PER_DEGREE};
use crate::topology::Topology;
use geo::{Coord, LineString, SimplifyVwIdx};

/// Kilometers in a degree of a great circle.
const KM_PER_DEGREE: f64 = 111.2;

/// The arcs on the ground, of which some points are left out.
pub struct Ranked<'t> {
    arcs: &'t [Vec<GridPoint>],
    /// In kilometers: to the north of the equator, and along the parallel from the prime meridian, so
    /// that areas are those on the ground at every latitude.
    ground: Vec<LineString>,
}

impl<'t> Ranked<'t> {
    pub fn of(topology: &'t Topology) -> Self {
        let ground = topology.arcs.iter().map(|arc| {
            let points = arc.iter().map(|&point| on_the_ground(point));
            points.collect()
        });
        Ranked {
            arcs: &topology.arcs,
            ground: ground.collect(),
        }
    }

    /// The arcs without the points whose triangle with their neighbors has less area than this.
    pub fn at(&self, square_km: f64) -> Vec<Vec<GridPoint>> {
        let arcs = self.arcs.iter().zip(&self.ground);
        arcs.map(|(arc, ground)| {
            let mut kept = ground.simplify_vw_idx(square_km);
            if arc.first() == arc.last() && kept.len() < 4 {
                kept = corners(ground);
            }
            kept.into_iter().map(|at| arc[at]).collect()
        })
        .collect()
    }
}

fn on_the_ground((east, north): GridPoint) -> Coord {
    let latitude = f64::from(north) / STEPS_PER_DEGREE;
    let longitude = f64::from(east) / STEPS_PER_DEGREE;
    Coord {
        x: longitude * KM_PER_DEGREE * latitude.to_radians().cos(),
        y: latitude * KM_PER_DEGREE,
    }
}

/// A triangle for a ring of which nothing else would be left, as of a small island: its first point,
/// that farthest from it, and that farthest from both.
fn corners(ring: &LineString) -> Vec<usize> {
    let points = &ring.0;
    let last = points.len() - 1;
    let squared = |a: Coord, b: Coord| (a.x - b.x).powi(2) + (a.y - b.y).powi(2);
    let far = |least: &dyn Fn(Coord) -> f64| {
        (1..last)
            .max_by(|&a, &b| least(points[a]).total_cmp(&least(points[b])))
            .unwrap_or(1)
    };
    let second = far(&|point| squared(point, points[0]));
    let third = far(&|point| squared(point, points[0]).min(squared(point, points[second])));
    vec![0, second.min(third), second.max(third), last]
}

/// The least tolerance, in square kilometers, with which the text is no longer than this, and that text;
/// none if nothing makes it short enough.
pub fn within(max_bytes: usize, write: impl Fn(f64) -> String) -> Option<(f64, String)> {
    // Hundredths of a square kilometer: up to a bend as large as a province.
    let (mut below, mut best) = (0_u32, None);
    let mut above = 1_000_000_u32;
    while below <= above {
        let middle = below + (above - below) / 2;
        let square_km = f64::from(middle) / 100.0;
        let text = write(square_km);
        if text.len() <= max_bytes {
            best = Some((square_km, text));
            let Some(less) = middle.checked_sub(1) else {
                break;
            };
            above = less;
        } else {
            below = middle + 1;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topology(arcs: Vec<Vec<GridPoint>>) -> Topology {
        Topology {
            arcs,
            objects: Vec::new(),
        }
    }

    #[test]
    fn small_bends_go_and_ends_stay() {
        // A degree to the north is 111 kilometers, a step 111 meters.
        let topology = topology(vec![vec![(0, 0), (2, 1000), (0, 2000), (1000, 3000)]]);
        let ranked = Ranked::of(&topology);
        assert_eq!(ranked.at(0.0)[0].len(), 4);
        assert_eq!(ranked.at(100.0), [[(0, 0), (0, 2000), (1000, 3000)]]);
        assert_eq!(ranked.at(1e9), [[(0, 0), (1000, 3000)]]);
    }

    #[test]
    fn an_island_stays_a_triangle() {
        let topology = topology(vec![vec![(0, 0), (0, 3), (2, 4), (3, 0), (0, 0)]]);
        let island = &Ranked::of(&topology).at(1e9)[0];
        assert_eq!((island.len(), island[0], island[3]), (4, (0, 0), (0, 0)));
        assert_ne!(island[1], island[2]);
    }

    #[test]
    fn the_finest_that_fits_is_found() {
        let write =
            |square_km: f64| "x".repeat(1000_usize.saturating_sub((square_km * 10.0) as usize));
        let (tolerance, text) = within(990, write).unwrap();
        assert_eq!((tolerance, text.len()), (1.0, 990));
        assert_eq!(within(10, |_| "x".repeat(11)), None);
    }
}
