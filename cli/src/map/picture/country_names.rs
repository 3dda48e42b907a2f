//! The names of countries: where a country's point is, and where something else stands there or it is out of sight,
//! at another place that no border parts from the country. `assets/page/countries.js` does the same on the page.

use super::Mark;
use super::frame::{Frame, Point};
use super::labels::{Labels, text_width};
use crate::map::base::{BaseMap, Shapes};
use crate::map::contents::{countries, shown_name};
use crate::map::page::escape_html;
use std::collections::HashMap;
use std::fmt::Write as _;
use toponym::{CountryCode, Language, PlaceRef, Resolver};

/// A name is looked for room in a grid, and stays so near to one of the country's places; that of a country without
/// one on the map to its point: all of the height of the font.
const GRID: (f64, f64) = (3.0, 1.5);
const NEAR: f64 = 10.0;
const NEAR_HOME: f64 = 5.0;

/// A name in the sea ends or begins so near to the country, of the height of the font.
const OFFSHORE: f64 = 1.2;

/// So far it stays from all else where it is not at its point, lest it be taken for the name of something there.
const APART: f64 = 1.0;

/// The lines are coarse: what lies so near to one may be drawn beyond it, and tells nothing.
const NEAR_BORDER_KM: f64 = 8.0;

/// So many places of a country tell where it is.
const MOST_POINTS: usize = 200;

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

/// What names of countries are written beside.
pub(super) struct Countries<'a> {
    pub marks: &'a [Mark],
    /// Countries that are named as places already.
    pub named: &'a [CountryCode],
    pub frame: &'a Frame,
    pub borders: &'a Borders,
    pub language: Option<Language>,
    /// Of the font.
    pub size: f64,
}

/// The places of a country that are in sight, and how often they are mentioned.
#[derive(Default)]
struct Seen {
    points: Vec<Point>,
    mentions: usize,
}

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
    fn part(&self, a: Point, b: Point) -> bool {
        self.borders.iter().any(|piece| piece.crossings(a, b) > 0)
    }

    /// Whether a border lies so near to a point.
    fn are_near(&self, middle: Point, reach: f64) -> bool {
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
    fn is_land(&self, point: Point) -> bool {
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
    fn coasts(&self, a: Point, b: Point) -> usize {
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

impl Countries<'_> {
    /// Writes those for which there is room; those that the map is about come first.
    pub fn write(&self, body: &mut String, labels: &mut Labels) {
        let mut seen: HashMap<CountryCode, Seen> = HashMap::new();
        for mark in self.marks {
            if let Some(country) = mark.country.filter(|_| self.is_visible(mark.at)) {
                let here = seen.entry(country).or_default();
                here.mentions += mark.mentions.max(1);
                let reach = NEAR_BORDER_KM * mark.pixels_in_km;
                if here.points.len() < MOST_POINTS && !self.borders.are_near(mark.at, reach) {
                    here.points.push(mark.at);
                }
            }
        }
        let least_people = match self.frame.is_wide() {
            true => 1_000_000,
            false => 0,
        };
        let gazetteer = Resolver::embedded();
        let mut wanted: Vec<(PlaceRef<'_>, Option<Seen>)> = Vec::new();
        for country in countries(gazetteer.index()) {
            let code = country.country();
            // Of several of one code the places belong to the most populous.
            let here = code.and_then(|code| seen.remove(&code));
            let is_named = code.is_some_and(|code| self.named.contains(&code));
            let is_large = country.population() >= Some(least_people);
            if !is_named && (here.is_some() || is_large) {
                wanted.push((country, here));
            }
        }
        wanted.sort_by_key(|(_, here)| std::cmp::Reverse(here.as_ref().map(|here| here.mentions)));
        for (country, here) in wanted {
            let name = shown_name(country, self.language);
            // Letters stand apart.
            let width = text_width(&name, self.size) * 1.08;
            let home = self.frame.point(country.coordinates());
            let room = self.room(home, here.as_ref(), width, labels);
            let Some(at) = room.and_then(|middle| labels.upon(middle, width, self.size)) else {
                continue;
            };
            let name = escape_html(&name);
            let _ = writeln!(
                body,
                "<text class=\"country halo\" x=\"{:.1}\" y=\"{:.1}\" font-size=\"{:.1}\" \
                 text-anchor=\"middle\">{name}</text>",
                at.x, at.y, self.size
            );
        }
    }

    fn is_visible(&self, point: Point) -> bool {
        let (width, height) = (self.frame.width, self.frame.height);
        (0.0..=width).contains(&point.x) && (0.0..=height).contains(&point.y)
    }

    /// Where the middle of a country's name goes.
    fn room(&self, home: Point, here: Option<&Seen>, width: f64, labels: &Labels) -> Option<Point> {
        if labels.fits(home, width, self.size) {
            return Some(home);
        }
        let mut known: Vec<Point> = here.map_or(Vec::new(), |here| here.points.clone());
        if self.is_visible(home) {
            known.push(home);
        }
        if known.is_empty() {
            return None;
        }
        let count = known.len() as f64;
        let middle = known
            .iter()
            .fold(Point { x: 0.0, y: 0.0 }, |sum, point| Point {
                x: sum.x + point.x / count,
                y: sum.y + point.y / count,
            });
        let near = self.size * if here.is_some() { NEAR } else { NEAR_HOME };
        let ways = self.grid().filter_map(|way| {
            let nearest = known
                .iter()
                .min_by(|&&a, &&b| distance(a, way).total_cmp(&distance(b, way)))?;
            let is_near = distance(*nearest, way) <= near;
            (is_near && self.has_room(way, width, labels)).then_some((way, *nearest))
        });
        let mut ways: Vec<(Point, Point)> = ways.collect();
        ways.sort_by(|(a, _), (b, _)| distance(*a, middle).total_cmp(&distance(*b, middle)));
        let mut ways = ways.into_iter();
        let found = ways.find(|&(way, nearest)| self.is_clear(way, nearest, width));
        found.map(|(way, _)| way)
    }

    fn has_room(&self, middle: Point, width: f64, labels: &Labels) -> bool {
        let apart = 2.0 * APART * self.size;
        labels.fits(middle, width + apart, self.size + apart)
    }

    /// Whether a name there is one of the country in which the nearest point lies.
    fn is_clear(&self, way: Point, nearest: Point, width: f64) -> bool {
        let (left, right) = (way.x - width / 2.0, way.x + width / 2.0);
        let (left, right) = (Point { x: left, ..way }, Point { x: right, ..way });
        if self.borders.part(nearest, way) || self.borders.part(left, right) {
            return false;
        }
        let coasts = self.borders.coasts(nearest, way);
        if self.borders.is_land(way) {
            return coasts == 0;
        }
        // In the sea before the country, where it does not reach another coast.
        let aside = ((way.x - nearest.x).abs() - width / 2.0).max(0.0);
        let down = ((way.y - nearest.y).abs() - self.size / 2.0).max(0.0);
        let is_near = aside.hypot(down) <= OFFSHORE * self.size;
        coasts <= 1 && is_near && self.borders.coasts(left, right) == 0
    }

    fn grid(&self) -> impl Iterator<Item = Point> {
        let (across, down) = (GRID.0 * self.size, GRID.1 * self.size);
        let count = |length: f64, step: f64| (length / step) as usize;
        let (columns, rows) = (
            count(self.frame.width, across),
            count(self.frame.height, down),
        );
        (0..rows).flat_map(move |row| {
            (0..columns).map(move |column| Point {
                x: (column as f64 + 0.5) * across,
                y: (row as f64 + 0.5) * down,
            })
        })
    }
}

fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
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
