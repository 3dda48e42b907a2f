//! Under the map: what its signs mean, and where the data come from.

use super::labels::text_width;
use super::{Mark, radius};
use crate::map::SOURCES;
use crate::map::contents::Certainty;
use crate::map::page::escape_html;
use std::fmt::Write as _;

/// A piece of SVG, and how high it is in pixels.
pub(super) struct Legend {
    pub svg: String,
    pub height: f64,
}

/// What stands before the words.
enum Sign {
    Circle(Certainty),
    Line(&'static str),
    Sizes,
}

/// The legend of these marks and layers, from this height of the picture on.
pub(super) fn write(marks: &[Mark], layers: &[&str], width: f64, top: f64, scale: f64) -> Legend {
    let size = 12.5 * scale;
    let (margin, line) = (20.0 * scale, 24.0 * scale);
    let mut svg = String::new();
    let (mut x, mut y) = (margin, top + line);
    for (sign, words) in entries(marks, layers) {
        let sign_width = match sign {
            Sign::Circle(_) => 24.0 * scale,
            Sign::Line(_) => 36.0 * scale,
            Sign::Sizes => 74.0 * scale,
        };
        let entry = sign_width + text_width(&words, size);
        if x > margin && x + entry > width - margin {
            (x, y) = (margin, y + line);
        }
        sign.write(&mut svg, x, y, scale);
        let _ = writeln!(
            svg,
            "<text class=\"soft\" x=\"{:.1}\" y=\"{:.1}\" font-size=\"{size:.1}\">{}</text>",
            x + sign_width,
            y + size * 0.35,
            escape_html(&words)
        );
        x += entry + 22.0 * scale;
    }
    let size = 10.5 * scale;
    y += line * 0.3;
    for line in wrapped(&format!("Data: {SOURCES}"), width - 2.0 * margin, size) {
        y += size * 1.5;
        let line = escape_html(&line);
        let _ = writeln!(
            svg,
            "<text class=\"soft\" x=\"{margin:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\">{line}</text>"
        );
    }
    Legend {
        svg,
        height: y + margin * 0.8 - top,
    }
}

/// What is drawn, and what it means.
fn entries(marks: &[Mark], layers: &[&str]) -> Vec<(Sign, String)> {
    let mut entries = Vec::new();
    let has = |certainty| marks.iter().any(|mark| mark.certainty == certainty);
    for (certainty, words) in [
        (Certainty::Sure, "place"),
        (Certainty::Ambiguous, "ambiguous: others have this name"),
        (Certainty::Approximate, "approximate: located by a neighbor"),
    ] {
        if has(certainty) {
            entries.push((Sign::Circle(certainty), words.to_owned()));
        }
    }
    let most = marks.iter().map(|mark| mark.mentions).max().unwrap_or(0);
    if most > 1 {
        entries.push((Sign::Sizes, "1, 4, 16 mentions".to_owned()));
    }
    let draws = |names: &[&str]| names.iter().any(|name| layers.contains(name));
    for (names, words) in [
        (&["borders"][..], "border"),
        (
            &["disputed", "control", "indefinite"],
            "disputed or indefinite border, line of control",
        ),
        (
            &["claims", "breakaway"],
            "limit of a claimed or breakaway area",
        ),
    ] {
        if draws(names) {
            entries.push((Sign::Line(names[0]), words.to_owned()));
        }
    }
    entries
}

impl Sign {
    fn write(&self, svg: &mut String, x: f64, y: f64, scale: f64) {
        let mut circle = |certainty: Certainty, x: f64, radius: f64| {
            let class = certainty.as_str();
            let _ = writeln!(
                svg,
                "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\"/>"
            );
        };
        match self {
            Sign::Circle(certainty) => circle(*certainty, x + 8.0 * scale, 6.0 * scale),
            Sign::Sizes => {
                for (mentions, at) in [(1, 6.0), (4, 24.0), (16, 52.0)] {
                    circle(Certainty::Sure, x + at * scale, radius(mentions) * scale);
                }
            }
            Sign::Line(layer) => {
                let end = x + 28.0 * scale;
                let _ = writeln!(
                    svg,
                    "<path class=\"{layer}\" d=\"M{x:.1} {y:.1}H{end:.1}\"/>"
                );
            }
        }
    }
}

/// The text in lines of this width.
fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if text_width(line, size) + text_width(word, size) + size <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
