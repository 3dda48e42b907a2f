//! Whether mentions that were found lead to the right places.

use crate::counts::share;
use crate::gold::Span;
use std::collections::BTreeMap;
use std::io::{self, Write};
use toponym::PlaceRef;

/// Figures of the mentions whose place gold knows, all together, by language and by kind of place.
#[derive(Debug, Default)]
pub struct Resolved {
    groups: BTreeMap<String, Group>,
    /// Places, and those of them that were answered by id or near gold's point.
    places: usize,
    right: usize,
}

#[derive(Debug, Default)]
struct Group {
    spans: usize,
    by_id: (usize, usize),
    by_country: (usize, usize),
    /// Distances to gold's point; none for a mention that was not resolved.
    km: Vec<Option<f64>>,
}

const ALL: &str = "all places";

impl Resolved {
    /// Adds a gold span of a text and the place that was answered for it.
    pub fn add(&mut self, text: &str, span: &Span, answer: Option<PlaceRef<'_>>) {
        if !span.is_placed() {
            return;
        }
        self.places += 1;
        self.right += usize::from(answer.is_some_and(|place| span.is(place)));
        let language = span.language(text);
        let kind = span.kind.as_deref();
        for name in [Some(ALL), Some(&*language), kind].into_iter().flatten() {
            let group = self.groups.entry(name.to_owned()).or_default();
            group.spans += 1;
            if !span.ids.is_empty() {
                let right = answer.is_some_and(|place| {
                    let mut known = std::iter::once(place.id()).chain(place.same_as());
                    known.any(|id| span.ids.contains(&id.to_string()))
                });
                add(&mut group.by_id, right);
            }
            if let Some(country) = &span.country {
                let found = answer.and_then(|place| place.country());
                let right = found.is_some_and(|found| found.to_string() == *country);
                add(&mut group.by_country, right);
            }
            if let Some(point) = span.point {
                let km = answer.map(|place| place.coordinates().distance_km(point));
                group.km.push(km);
            }
        }
    }

    /// Share of the places that were answered right, if gold knew any place.
    pub fn share_right(&self) -> Option<f64> {
        (self.places > 0).then(|| share(self.right, self.places))
    }

    /// Prints the figures, if gold knew any place.
    pub fn print(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.groups.is_empty() {
            return Ok(());
        }
        writeln!(
            out,
            "\n{:<24} {:>6} {:>7} {:>7} {:>7} {:>7} {:>9} {:>8}",
            "resolution", "places", "id", "5 km", "25 km", "161 km", "median km", "country"
        )?;
        for (name, group) in &mut self.groups {
            let within = |km: f64| {
                let near = group.km.iter().flatten().filter(|&&found| found <= km);
                figure((near.count(), group.km.len()))
            };
            let (near, nearer, nearest) = (within(161.0), within(25.0), within(5.0));
            group.km.sort_by(|a, b| match (a, b) {
                (Some(a), Some(b)) => a.total_cmp(b),
                (a, b) => b.is_some().cmp(&a.is_some()),
            });
            let median = group.km.get(group.km.len() / 2).copied().flatten();
            writeln!(
                out,
                "{name:<24} {:>6} {:>7} {nearest:>7} {nearer:>7} {near:>7} {:>9} {:>8}",
                group.spans,
                figure(group.by_id),
                median.map_or("-".to_owned(), |km| format!("{km:.1}")),
                figure(group.by_country),
            )?;
        }
        Ok(())
    }
}

fn add(counts: &mut (usize, usize), right: bool) {
    counts.0 += usize::from(right);
    counts.1 += 1;
}

fn figure((right, all): (usize, usize)) -> String {
    match all {
        0 => "-".to_owned(),
        all => format!("{:.3}", share(right, all)),
    }
}
