//! The picture: the base map around the places, marks, names where they fit, a legend and the sources.

mod borders;
mod country_names;
mod frame;
mod labels;
mod legend;

use self::borders::Borders;
use self::country_names::Countries;
use self::frame::{Frame, Point};
use self::labels::{Labels, Rect, text_width};
use crate::map::MapOptions;
use crate::map::base::{BaseMap, LAYERS, Shapes};
use crate::map::contents::{Certainty, Contents, is_country, shown_name};
use crate::map::page::escape_html;
use std::fmt::Write as _;
use toponym::CountryCode;

/// Lengths are those of a picture so many pixels wide; others are scaled.
const DESIGN_WIDTH: f64 = 1200.0;

/// Fonts that have the scripts of names, on the usual systems.
const FONTS: &str = "'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Armenian', 'Noto Sans Georgian', 'Segoe UI', \
                     'Helvetica Neue', 'DejaVu Sans', sans-serif";

const STYLE: &str = "\
.sea{fill:#d5e4ea}.land{fill:#f6f2e9;stroke:#a9bec6;stroke-width:.8}\
.lakes{fill:#c3d9e2;stroke:#a9bec6;stroke-width:.6}.rivers{stroke:#b4cfdb;stroke-width:1.3}\
.streams{stroke:#b4cfdb;stroke-width:.8}.borders{stroke:#a8978a;stroke-width:1.2}\
.disputed,.control,.indefinite{stroke:#a8978a;stroke-width:1.2;stroke-dasharray:5 4}\
.claims,.breakaway{stroke:#a8978a;stroke-width:1.1;stroke-dasharray:1.5 3.5;stroke-linecap:round}\
.rivers,.streams,.borders,.disputed,.control,.indefinite,.claims,.breakaway{fill:none}\
path{stroke-linejoin:round}\
.sure{fill:#0a7c86;fill-opacity:.92;stroke:#fffdf8;stroke-width:1.5}\
.ambiguous{fill:#f3dbc2;stroke:#c2620a;stroke-width:2.5}\
.approximate{fill:#efe8f7;stroke:#7a4fb5;stroke-width:2.5;stroke-dasharray:2 2.5}\
.halo{stroke:#fffdf8;stroke-width:3.5;stroke-linejoin:round;paint-order:stroke}\
.name{fill:#1f2a30;font-weight:600}.country{fill:#8d8072;letter-spacing:.05em}\
.title{fill:#1f2a30;font-weight:700}.soft{fill:#5c6a71}";

/// Maximum number of letters of the title that are drawn, more than the widest picture has room for.
const MAX_TITLE: usize = 400;

/// A place that is drawn.
struct Mark {
    at: Point,
    radius: f64,
    certainty: Certainty,
    name: String,
    country: Option<CountryCode>,
    pixels_in_km: f64,
    /// Whether it is a country itself.
    is_country: bool,
    mentions: usize,
}

/// Draws the picture.
pub(crate) fn write(contents: &Contents<'_>, options: &MapOptions) -> String {
    let width = f64::from(options.width.clamp(400, 4000));
    let scale = width / DESIGN_WIDTH;
    // Names that stay legible in a small picture.
    let type_scale = scale.max(0.6);
    let points = contents.places.iter().map(|place| place.coordinates());
    let frame = Frame::around(points, width, width * 0.03);
    let marks = marks(contents, options, &frame, scale);
    let heading = 56.0 * type_scale;

    let mut body = String::new();
    let base = BaseMap::unpack();
    let mut drawn = Vec::new();
    for name in LAYERS {
        let path = base.layer(name).map(|shapes| path(shapes, &frame));
        if let Some(path) = path.filter(|path| !path.is_empty()) {
            let _ = writeln!(body, "<path class=\"{name}\" d=\"{path}\"/>");
            drawn.push(name);
        }
    }
    for mark in &marks {
        let (Point { x, y }, radius, class) = (mark.at, mark.radius, mark.certainty.as_str());
        let name = escape_html(&mark.name);
        let _ = writeln!(
            body,
            "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\"><title>{name}</title></circle>"
        );
    }
    let borders = Borders::of(&base, &frame);
    write_names(&mut body, &marks, &frame, &borders, options, type_scale);

    let legend = legend::write(&marks, &drawn, width, frame.height + heading, type_scale);
    let height = frame.height + heading + legend.height;
    let title = escape_html(&options.title);
    // What goes beyond the picture is not laid out.
    let mut letters = options.title.chars();
    let mut drawn_title: String = letters.by_ref().take(MAX_TITLE).collect();
    if letters.next().is_some() {
        drawn_title.push('…');
    }
    let drawn_title = escape_html(&drawn_title);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\" font-family=\"{FONTS}\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n\
         <rect width=\"{width:.0}\" height=\"{height:.0}\" fill=\"#ffffff\"/>\n\
         <text class=\"title\" x=\"{margin:.1}\" y=\"{baseline:.1}\" font-size=\"{size:.1}\">{drawn_title}</text>\n\
         <svg y=\"{heading:.1}\" width=\"{width:.0}\" height=\"{map_height:.1}\" viewBox=\"0 0 {width:.0} {map_height:.1}\">\n\
         <rect class=\"sea\" width=\"{width:.0}\" height=\"{map_height:.1}\"/>\n{body}</svg>\n{legend}</svg>\n",
        margin = 20.0 * type_scale,
        baseline = 37.0 * type_scale,
        size = 24.0 * type_scale,
        map_height = frame.height,
        legend = legend.svg,
    )
}

/// The places, the largest marks first, so that small ones lie upon them.
fn marks(contents: &Contents<'_>, options: &MapOptions, frame: &Frame, scale: f64) -> Vec<Mark> {
    let weighed = contents.places.iter().zip(contents.weights());
    let mut marks: Vec<Mark> = weighed
        .map(|(&place, (mentions, certainty))| Mark {
            at: frame.point(place.coordinates()),
            radius: radius(mentions) * scale.max(0.6),
            certainty,
            name: shown_name(place, options.language),
            country: place.country(),
            pixels_in_km: frame.pixels_in_km(place.coordinates()),
            is_country: is_country(place),
            mentions,
        })
        .collect();
    marks.sort_by_key(|mark| std::cmp::Reverse(mark.mentions));
    marks
}

/// Of a mark, in pixels of the design: its area grows with the mentions.
fn radius(mentions: usize) -> f64 {
    let mentions = mentions.max(1) as f64;
    (3.5 + 2.2 * mentions.sqrt()).min(20.0)
}

/// Names of places beside their marks, then those of countries, all where there is room.
fn write_names(
    body: &mut String,
    marks: &[Mark],
    frame: &Frame,
    borders: &Borders,
    options: &MapOptions,
    type_scale: f64,
) {
    let mut labels = Labels::within(Rect::new(0.0, 0.0, frame.width, frame.height));
    for mark in marks {
        labels.block(
            Rect::around(mark.at, mark.radius, mark.radius),
            mark.mentions,
        );
    }
    let size = 14.5 * type_scale;
    let mut named = Vec::new();
    for mark in marks {
        let width = text_width(&mark.name, size);
        let Some(at) = labels.beside(mark.at, mark.radius, mark.mentions, width, size) else {
            continue;
        };
        if mark.is_country {
            named.extend(mark.country);
        }
        let name = escape_html(&mark.name);
        let _ = writeln!(
            body,
            "<text class=\"name halo\" x=\"{:.1}\" y=\"{:.1}\" font-size=\"{size:.1}\" \
             text-anchor=\"middle\">{name}</text>",
            at.x, at.y
        );
    }
    let countries = Countries {
        marks,
        named: &named,
        frame,
        borders,
        language: options.language,
        size: 12.0 * type_scale,
    };
    countries.write(body, &mut labels);
}

/// What of the shapes lies in the frame, as the data of a path.
fn path(shapes: &Shapes, frame: &Frame) -> String {
    let mut path = String::new();
    for world in frame.worlds() {
        match shapes {
            Shapes::Areas(areas) => {
                for ring in areas.iter().flatten() {
                    add_line(&mut path, &frame.ring(ring, world), true);
                }
            }
            Shapes::Lines(lines) => {
                for piece in lines.iter().flat_map(|line| frame.line(line, world)) {
                    add_line(&mut path, &piece, false);
                }
            }
        }
    }
    path
}

/// Adds a line or a ring, of which points that fall together are drawn once.
fn add_line(path: &mut String, points: &[Point], closed: bool) {
    let tenths = |point: &Point| {
        (
            (point.x * 10.0).round() as i64,
            (point.y * 10.0).round() as i64,
        )
    };
    let mut points: Vec<(i64, i64)> = points.iter().map(tenths).collect();
    points.dedup();
    if points.len() < 2 {
        return;
    }
    for (at, (x, y)) in points.into_iter().enumerate() {
        let command = if at == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{command}{} {}", x as f64 / 10.0, y as f64 / 10.0);
    }
    if closed {
        path.push('Z');
    }
}
