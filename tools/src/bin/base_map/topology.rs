//! The lines of all layers as arcs: what runs together is there once, so that it stays together
//! however it is simplified, and lines still meet where they met.

use crate::layers::{GridPoint, Layer, Shapes};
use std::collections::HashMap;

/// Layers, whose lines are strings of arcs.
pub struct Topology {
    pub arcs: Vec<Vec<GridPoint>>,
    pub objects: Vec<Object>,
}

pub struct Object {
    pub name: &'static str,
    pub shapes: ArcShapes,
}

pub enum ArcShapes {
    Areas(Vec<Vec<ArcString>>),
    Lines(Vec<ArcString>),
}

/// Arcs one behind the other.
pub type ArcString = Vec<ArcUse>;

/// An arc by its number, as it is or from its end to its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcUse {
    pub arc: usize,
    pub reversed: bool,
}

/// Cuts the lines of the layers into arcs.
pub fn build(layers: &[Layer]) -> Topology {
    let mut cutter = Cutter {
        junctions: junctions(layers),
        arcs: Vec::new(),
        numbers: HashMap::new(),
    };
    let objects = layers.iter().map(|layer| Object {
        name: layer.name,
        shapes: match &layer.shapes {
            Shapes::Areas(areas) => ArcShapes::Areas(
                areas
                    .iter()
                    .map(|rings| rings.iter().map(|ring| cutter.ring(ring)).collect())
                    .collect(),
            ),
            Shapes::Lines(lines) => {
                ArcShapes::Lines(lines.iter().map(|line| cutter.line(line)).collect())
            }
        },
    });
    let objects = objects.collect();
    Topology {
        arcs: cutter.arcs,
        objects,
    }
}

/// The points where arcs end: ends of lines, and points from which lines go on in different ways.
fn junctions(layers: &[Layer]) -> HashMap<GridPoint, bool> {
    let mut neighbors = HashMap::new();
    let mut junctions = HashMap::new();
    let mut visit = |before: GridPoint, point: GridPoint, behind: GridPoint| {
        let pair = (before.min(behind), before.max(behind));
        let first = *neighbors.entry(point).or_insert(pair);
        *junctions.entry(point).or_insert(false) |= first != pair;
    };
    let mut ends = Vec::new();
    for layer in layers {
        let rings: Vec<&[GridPoint]> = match &layer.shapes {
            Shapes::Areas(areas) => areas.iter().flatten().map(Vec::as_slice).collect(),
            Shapes::Lines(lines) => lines.iter().map(Vec::as_slice).collect(),
        };
        for points in rings {
            for window in points.windows(3) {
                visit(window[0], window[1], window[2]);
            }
            let last = points.len() - 1;
            match &layer.shapes {
                Shapes::Areas(_) => visit(points[last - 1], points[0], points[1]),
                Shapes::Lines(_) => ends.extend([points[0], points[last]]),
            }
        }
    }
    junctions.extend(ends.into_iter().map(|end| (end, true)));
    junctions
}

struct Cutter {
    junctions: HashMap<GridPoint, bool>,
    arcs: Vec<Vec<GridPoint>>,
    /// Of each arc in both directions.
    numbers: HashMap<Vec<GridPoint>, ArcUse>,
}

impl Cutter {
    fn is_junction(&self, point: &GridPoint) -> bool {
        self.junctions.get(point).copied().unwrap_or(false)
    }

    fn line(&mut self, points: &[GridPoint]) -> ArcString {
        let mut uses = Vec::new();
        let mut start = 0;
        for at in 1..points.len() {
            if at + 1 == points.len() || self.is_junction(&points[at]) {
                uses.push(self.number(&points[start..=at]));
                start = at;
            }
        }
        uses
    }

    /// A ring begins at a junction, or, if it meets nothing, at its least point: rings that are the
    /// same are the same arc wherever they begin.
    fn ring(&mut self, points: &[GridPoint]) -> ArcString {
        let open = &points[..points.len() - 1];
        let at_junction = open.iter().position(|point| self.is_junction(point));
        let least = || (0..open.len()).min_by_key(|&at| open[at]);
        let start = at_junction.or_else(least).unwrap_or(0);
        let mut turned = open.to_vec();
        turned.rotate_left(start);
        turned.push(turned[0]);
        self.line(&turned)
    }

    fn number(&mut self, points: &[GridPoint]) -> ArcUse {
        if let Some(&known) = self.numbers.get(points) {
            return known;
        }
        let arc = self.arcs.len();
        self.arcs.push(points.to_vec());
        let mut backward = points.to_vec();
        backward.reverse();
        self.numbers.insert(
            backward,
            ArcUse {
                arc,
                reversed: true,
            },
        );
        let forward = ArcUse {
            arc,
            reversed: false,
        };
        self.numbers.insert(points.to_vec(), forward);
        forward
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas(rings: &[&[GridPoint]]) -> Layer {
        let areas = rings.iter().map(|ring| vec![ring.to_vec()]);
        Layer {
            name: "land",
            shapes: Shapes::Areas(areas.collect()),
        }
    }

    #[test]
    fn a_border_of_two_areas_is_one_arc() {
        let west = [(0, 0), (0, 2), (1, 2), (1, 1), (1, 0), (0, 0)];
        let east = [(2, 0), (1, 0), (1, 1), (1, 2), (2, 2), (2, 0)];
        let topology = build(&[areas(&[&west, &east])]);
        assert_eq!(topology.arcs.len(), 3);
        let ArcShapes::Areas(built) = &topology.objects[0].shapes else {
            panic!("areas became lines")
        };
        let used = |area: usize| built[area][0].iter();
        let shared = used(0).find(|a| used(1).any(|b| a.arc == b.arc)).unwrap();
        let again = used(1).find(|b| b.arc == shared.arc).unwrap();
        assert_ne!(shared.reversed, again.reversed);
        let mut points = topology.arcs[shared.arc].clone();
        points.sort_unstable();
        assert_eq!(points, [(1, 0), (1, 1), (1, 2)]);
    }

    #[test]
    fn a_line_that_ends_on_a_coast_cuts_it() {
        let coast = [(0, 0), (0, 4), (4, 4), (4, 0), (0, 0)];
        let border = Layer {
            name: "borders",
            shapes: Shapes::Lines(vec![vec![(0, 4), (2, 2), (4, 0)]]),
        };
        let topology = build(&[areas(&[&coast]), border]);
        let mut ends: Vec<_> = topology
            .arcs
            .iter()
            .flat_map(|arc| [arc[0], arc[arc.len() - 1]])
            .collect();
        ends.sort_unstable();
        ends.dedup();
        assert_eq!(
            (topology.arcs.len(), ends.as_slice()),
            (3, &[(0, 4), (4, 0)][..])
        );
    }

    #[test]
    fn equal_rings_are_one_arc_wherever_they_begin() {
        let ring = [(0, 0), (0, 4), (4, 4), (4, 0), (0, 0)];
        let turned = [(4, 4), (0, 4), (0, 0), (4, 0), (4, 4)];
        assert_eq!(build(&[areas(&[&ring, &turned])]).arcs.len(), 1);
    }
}
