//! What part of the world is drawn, in the projection of web maps (spherical Mercator), and what of a line lies in
//! it.

use crate::map::base::LonLat;
use toponym::Coordinates;

/// Beyond this latitude the projection is not drawn: the world is a square.
const MAX_LATITUDE: f64 = 85.05;

/// The least part of the world that is drawn, of its width: some 400 kilometers at the equator. The base map
/// has no more to tell of a smaller one.
const LEAST_PART: f64 = 0.01;

/// The height of the map, of its width, but where places lie so far to the north and south that not all would be on a map
/// that has the world's width: there it is as high as they ask, the world's height at most.
const MIN_HEIGHT: f64 = 0.5;
const MAX_HEIGHT: f64 = 0.9;

/// Lines are cut off so many pixels outside of the frame, where their ends are not seen.
const MARGIN: f64 = 20.0;

/// In pixels, to the right and down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub x: f64,
    pub y: f64,
}

/// A part of the world, and how large it is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// In pixels.
    pub width: f64,
    pub height: f64,
    /// The upper left corner, in widths of the world.
    left: f64,
    top: f64,
    /// Pixels in the width of the world.
    scale: f64,
    /// Points to the west of this are drawn a world further to the east, in widths of the world.
    west: f64,
}

impl Frame {
    /// A frame of this width in pixels that has all points in it, this far from its edge; the world
    /// if there are none.
    pub fn around(points: impl Iterator<Item = Coordinates>, width: f64, padding: f64) -> Frame {
        let mut world: Vec<(f64, f64)> = points
            .map(|point| on_world(point.longitude(), point.latitude()))
            .collect();
        world.sort_by(|a, b| a.0.total_cmp(&b.0));
        let west = western_edge(&world);
        let (mut low, mut high) = ((2.0_f64, 1.0_f64), (0.0_f64, 0.0_f64));
        for (x, y) in world {
            let x = eastward(x, west);
            low = (low.0.min(x), low.1.min(y));
            high = (high.0.max(x), high.1.max(y));
        }
        if low.0 > high.0 {
            // From 72° north to 60° south.
            (low, high) = ((0.0, 0.2), (1.0, 0.7));
        }
        let middle = ((low.0 + high.0) / 2.0, (low.1 + high.1) / 2.0);
        // Names stand beside the outermost marks.
        let across = ((high.0 - low.0) * 1.2).max(LEAST_PART);
        let down = ((high.1 - low.1) * 1.05).max(LEAST_PART * MIN_HEIGHT);
        let inner = width - 2.0 * padding;
        let height = (down / across * inner).clamp(inner * MIN_HEIGHT, inner * MAX_HEIGHT);
        // Not wider than the world, which is not drawn twice.
        let scale = (inner / across).min(height / down).max(width);
        let height = height.max((high.1 - low.1) * scale) + 2.0 * padding;
        let left = middle.0 - width / scale / 2.0;
        let east_end = if west > 0.0 { 2.0 } else { 1.0 };
        Frame {
            width,
            height,
            left: left.clamp(0.0, (east_end - width / scale).max(0.0)),
            top: middle.1 - height / scale / 2.0,
            scale,
            west,
        }
    }

    /// Whether so much of the world is in it, a quarter of its width, that small states would be named
    /// where they cannot be seen.
    pub fn is_wide(&self) -> bool {
        self.width / self.scale > 0.25
    }

    /// How many pixels a kilometer has there.
    pub fn pixels_in_km(&self, place: Coordinates) -> f64 {
        let circumference = 40_075.0 * place.latitude().to_radians().cos().max(0.01);
        self.scale / circumference
    }

    pub fn point(&self, place: Coordinates) -> Point {
        let (x, y) = on_world(place.longitude(), place.latitude());
        self.pixel(eastward(x, self.west), y)
    }

    /// How often the base map is drawn from west to east: twice where the frame reaches over the 180th meridian.
    pub fn worlds(&self) -> impl Iterator<Item = f64> {
        let end = self.left + self.width / self.scale;
        [0.0, 1.0].into_iter().filter(move |&world| world < end)
    }

    /// Where a point of the base map is in this one of the [`worlds`](Self::worlds).
    fn at(&self, (longitude, latitude): LonLat, world: f64) -> Point {
        let (x, y) = on_world(longitude, latitude);
        self.pixel(x + world, y)
    }

    fn pixel(&self, x: f64, y: f64) -> Point {
        Point {
            x: (x - self.left) * self.scale,
            y: (y - self.top) * self.scale,
        }
    }

    /// The part of a ring's area that lies in the frame, as a ring (Sutherland and Hodgman).
    pub fn ring(&self, ring: &[LonLat], world: f64) -> Vec<Point> {
        let mut points: Vec<Point> = ring.iter().map(|&point| self.at(point, world)).collect();
        let (right, bottom) = (self.width + MARGIN, self.height + MARGIN);
        let edges: [&dyn Fn(Point) -> f64; 4] = [
            &|point| point.x + MARGIN,
            &|point| right - point.x,
            &|point| point.y + MARGIN,
            &|point| bottom - point.y,
        ];
        for inside in edges {
            let mut kept = Vec::with_capacity(points.len());
            for at in 0..points.len() {
                let (here, before) = (points[at], points[(at + points.len() - 1) % points.len()]);
                let (a, b) = (inside(before), inside(here));
                if (a >= 0.0) != (b >= 0.0) {
                    let part = a / (a - b);
                    kept.push(Point {
                        x: before.x + part * (here.x - before.x),
                        y: before.y + part * (here.y - before.y),
                    });
                }
                if b >= 0.0 {
                    kept.push(here);
                }
            }
            points = kept;
        }
        points
    }

    /// The pieces of a line that may be seen in the frame.
    pub fn line(&self, line: &[LonLat], world: f64) -> Vec<Vec<Point>> {
        let points: Vec<Point> = line.iter().map(|&point| self.at(point, world)).collect();
        let mut pieces: Vec<Vec<Point>> = Vec::new();
        let mut goes_on = false;
        for pair in points.windows(2) {
            let seen = self.may_see(pair[0], pair[1]);
            match pieces.last_mut().filter(|_| goes_on && seen) {
                Some(piece) => piece.push(pair[1]),
                None if seen => pieces.push(pair.to_vec()),
                None => {}
            }
            goes_on = seen;
        }
        pieces
    }

    /// Whether the rectangle around a stretch touches the frame.
    fn may_see(&self, a: Point, b: Point) -> bool {
        let across = a.x.min(b.x) <= self.width + MARGIN && a.x.max(b.x) >= -MARGIN;
        let down = a.y.min(b.y) <= self.height + MARGIN && a.y.max(b.y) >= -MARGIN;
        across && down
    }
}

/// From the upper left corner of the world, of its width.
fn on_world(longitude: f64, latitude: f64) -> (f64, f64) {
    let latitude = latitude.clamp(-MAX_LATITUDE, MAX_LATITUDE).to_radians();
    let y = latitude.tan().asinh() / std::f64::consts::TAU;
    (longitude / 360.0 + 0.5, 0.5 - y)
}

/// Where points on both sides of the 180th meridian begin in the west: behind the widest stretch without one, if all
/// lie in half of the world then; otherwise at that meridian. The points are sorted from west to east.
fn western_edge(sorted: &[(f64, f64)]) -> f64 {
    let stretches = sorted
        .windows(2)
        .map(|pair| (pair[1].0 - pair[0].0, pair[1].0));
    let widest = stretches.max_by(|a, b| a.0.total_cmp(&b.0));
    widest.map_or(0.0, |(width, end)| if width > 0.5 { end } else { 0.0 })
}

/// A point to the west of the edge, moved around the world.
fn eastward(x: f64, west: f64) -> f64 {
    if x < west { x + 1.0 } else { x }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(points: &[(f64, f64)]) -> Frame {
        let points = points
            .iter()
            .map(|&(lat, lon)| Coordinates::new(lat, lon).unwrap());
        Frame::around(points, 1000.0, 30.0)
    }

    #[test]
    fn all_points_are_inside_wherever_they_are() {
        for points in [
            &[(40.0, 45.0)][..],
            &[(40.0, 45.0), (40.5, 46.0)],
            &[(64.0, -21.0), (-41.0, 174.0), (0.0, 0.0)],
            &[(90.0, 180.0), (-90.0, -180.0)],
            &[(82.5, -62.3), (-90.0, 0.0)],
            &[(89.9, 0.0), (-90.0, 10.0), (39.9, 116.4)],
            &[(-17.8, 178.0), (-21.2, -175.2), (21.3, -157.9)],
        ] {
            let frame = frame(points);
            assert!((500.0..=1060.0).contains(&frame.height), "{frame:?}");
            for &(lat, lon) in points {
                let at = frame.point(Coordinates::new(lat, lon).unwrap());
                assert!((0.0..=frame.width).contains(&at.x), "{points:?} {at:?}");
                assert!(
                    (29.9..=frame.height - 29.9).contains(&at.y),
                    "{points:?} {at:?}"
                );
            }
        }
        assert_eq!(frame(&[]).width, 1000.0);
    }

    #[test]
    fn places_on_both_sides_of_the_180th_meridian_stand_together() {
        let pacific = [
            (-17.8, 178.0),
            (-36.8, 174.8),
            (-21.2, -175.2),
            (21.3, -157.9),
        ];
        let across = frame(&pacific);
        assert!(!across.is_wide(), "{across:?}");
        assert_eq!(across.worlds().collect::<Vec<_>>(), [0.0, 1.0]);
        let x = |lat, lon| across.point(Coordinates::new(lat, lon).unwrap()).x;
        assert!(x(-36.8, 174.8) < x(-17.8, 178.0));
        assert!(x(-17.8, 178.0) < x(-21.2, -175.2));
        // Places all around the world begin at the meridian, as usual.
        let around = frame(&[(51.5, 0.0), (35.7, 139.7), (34.0, -118.0)]);
        assert_eq!(around.worlds().collect::<Vec<_>>(), [0.0]);
        let one = frame(&[(40.0, 45.0), (40.0, 46.0)]);
        assert_eq!((one.west, one.worlds().count()), (0.0, 1));
    }

    #[test]
    fn a_ring_around_the_frame_is_cut_to_it() {
        let frame = frame(&[(40.0, 45.0)]);
        let world = [
            (0.0, 0.0),
            (0.0, 80.0),
            (170.0, 80.0),
            (170.0, 0.0),
            (0.0, 0.0),
        ];
        let cut = frame.ring(&world, 0.0);
        for point in &cut {
            assert!((-MARGIN..=1000.0 + MARGIN).contains(&point.x), "{point:?}");
            assert!(
                (-MARGIN..=frame.height + MARGIN).contains(&point.y),
                "{point:?}"
            );
        }
        let xs = |edge: f64| cut.iter().any(|point| (point.x - edge).abs() < 1e-6);
        assert!(xs(-MARGIN) && xs(1000.0 + MARGIN));
        let elsewhere = [(100.0, 0.0), (101.0, 0.0), (101.0, 1.0), (100.0, 0.0)];
        assert!(frame.ring(&elsewhere, 0.0).is_empty());
    }

    #[test]
    fn of_a_line_only_what_is_near_is_drawn() {
        let frame = frame(&[(40.0, 45.0)]);
        let there_and_back = [
            (0.0, 0.0),
            (1.0, 1.0),
            (44.9, 40.0),
            (45.1, 40.0),
            (1.0, 1.0),
            (0.0, 0.0),
        ];
        let pieces = frame.line(&there_and_back, 0.0);
        assert_eq!(pieces.len(), 1);
        assert_eq!(pieces[0].len(), 4);
    }
}
