//! Which side of borders and coasts a point lies on.

use super::frame::{Frame, Point};
use crate::map::base::{BaseMap, Shapes};

/// The layers of the base map that part countries.
const PARTING: [&str; 4] = ["borders", "disputed", "control", "indefinite"];

/// Borders and coasts that may be seen.
pub(super) struct Borders {
    borders: Vec<Piece>,
    coasts: Vec<Piece>,
    /// What of the land lies in the frame, as rings.
    land: Vec<Vec<Point>>,
}

/// A piece of a line with the box around it: of most it is seen at once that nothing crosses them.
struct Piece {
    points: Vec<Point>,
    low: Point,
    high: Point,
}

/// The most stretches of a piece.
const PIECE: usize = 24;

impl Borders {
    pub fn of(base: &BaseMap, frame: &Frame) -> Borders {
        let (mut borders, mut coasts, mut land) = (Vec::new(), Vec::new(), Vec::new());
        for world in frame.worlds() {
            for name in PARTING {
                if let Some(Shapes::Lines(lines)) = base.layer(name) {
                    let lines = lines.iter().flat_map(|line| frame.line(line, world));
                    borders.extend(lines.flat_map(|line| pieces(&line)));
                }
            }
            if let Some(Shapes::Areas(areas)) = base.layer("land") {
                let rings = areas.iter().flatten();
                let seen = rings.clone().map(|ring| frame.ring(ring, world));
                land.extend(seen.filter(|ring| ring.len() > 2));
                let lines = rings.flat_map(|ring| frame.line(ring, world));
                coasts.extend(lines.flat_map(|line| pieces(&line)));
            }
        }
        Borders {
            borders,
            coasts,
            land,
        }
    }

    /// Whether a border lies between two points.
    pub fn part(&self, a: Point, b: Point) -> bool {
        self.borders.iter().any(|piece| piece.crossings(a, b) > 0)
    }

    /// Whether a border lies so near to a point.
    pub fn are_near(&self, middle: Point, reach: f64) -> bool {
        let corner = |x: f64, y: f64| Point {
            x: middle.x + x * reach,
            y: middle.y + y * reach,
        };
        let (a, b) = (corner(-1.0, -1.0), corner(1.0, -1.0));
        let (c, d) = (corner(1.0, 1.0), corner(-1.0, 1.0));
        [(a, b), (b, c), (c, d), (d, a)]
            .iter()
            .any(|&(a, b)| self.part(a, b))
    }

    /// Whether a point is on land, by the rule of even and odd.
    pub fn is_land(&self, point: Point) -> bool {
        let edges = self.land.iter().flat_map(|ring| {
            let next = ring.iter().skip(1).chain(ring.first());
            ring.iter().zip(next)
        });
        let crossed = edges.filter(|(a, b)| {
            (a.y > point.y) != (b.y > point.y)
                && point.x > a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
        });
        crossed.count() % 2 == 1
    }

    /// How many coasts lie between two points.
    pub fn coasts(&self, a: Point, b: Point) -> usize {
        self.coasts.iter().map(|piece| piece.crossings(a, b)).sum()
    }
}

fn pieces(line: &[Point]) -> Vec<Piece> {
    let begins = (0..line.len().saturating_sub(1)).step_by(PIECE);
    let pieces = begins.map(|begin| {
        let points = line[begin..line.len().min(begin + PIECE + 1)].to_vec();
        let infinite = |x: f64| Point { x, y: x };
        let (mut low, mut high) = (infinite(f64::INFINITY), infinite(f64::NEG_INFINITY));
        for point in &points {
            (low.x, low.y) = (low.x.min(point.x), low.y.min(point.y));
            (high.x, high.y) = (high.x.max(point.x), high.y.max(point.y));
        }
        Piece { points, low, high }
    });
    pieces.collect()
}

impl Piece {
    /// How often the way between two points crosses it.
    fn crossings(&self, a: Point, b: Point) -> usize {
        let is_apart = a.x.max(b.x) < self.low.x
            || a.x.min(b.x) > self.high.x
            || a.y.max(b.y) < self.low.y
            || a.y.min(b.y) > self.high.y;
        if is_apart {
            return 0;
        }
        let stretches = self.points.windows(2);
        let crossed = stretches.filter(|pair| {
            let (c, d) = (pair[0], pair[1]);
            side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
        });
        crossed.count()
    }
}

/// On which side of the line from `a` to `b` a point lies.
fn side(a: Point, b: Point, point: Point) -> bool {
    (b.x - a.x) * (point.y - a.y) > (b.y - a.y) * (point.x - a.x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_border_parts_what_lies_on_its_sides() {
        let point = |x, y| Point { x, y };
        let line = [point(5.0, 0.0), point(5.0, 10.0)];
        let borders = Borders {
            borders: pieces(&line),
            coasts: Vec::new(),
            land: vec![vec![point(0.0, 0.0), point(4.0, 0.0), point(4.0, 9.0)]],
        };
        assert!(borders.is_land(point(3.0, 1.0)) && !borders.is_land(point(1.0, 8.0)));
        assert!(borders.part(point(0.0, 5.0), point(10.0, 5.0)));
        assert!(!borders.part(point(0.0, 5.0), point(4.0, 9.0)));
        assert!(!borders.part(point(0.0, 15.0), point(10.0, 15.0)));
    }
}
