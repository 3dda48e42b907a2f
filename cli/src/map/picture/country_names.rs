//! The names of countries: where a country's point is, and where something else stands there or it is out of sight,
//! at another place that no border parts from the country. `assets/page/countries.js` does the same on the page.

use super::Mark;
use super::borders::Borders;
use super::frame::{Frame, Point};
use super::labels::{Labels, text_width};
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
