//! `evaluate places`: names against the places they mean.

use crate::counts::share;
use crate::likeness::is_like;
use crate::options::{Options, Part};
use crate::program::{Input, Stop, note};
use crate::queries::{self, Asked};
use crate::search;
use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::time::Instant;
use toponym::{FeatureClass, Key, MatchKind, MaxEdits, Nearest, PlaceRef, Query, Resolver};

/// Runs the evaluation and prints it.
pub fn evaluate(options: &Options) -> Result<Input, Stop> {
    let resolver = search::resolver(options.index.as_deref())?;
    let mut asked = Vec::new();
    let mut input = Input::Good;
    for file in &options.gold {
        match queries::read(file) {
            Ok(rows) => asked.extend(rows),
            Err(message) => {
                note(format_args!("evaluate: {message}"));
                input = Input::PartlyBad;
            }
        }
    }
    if asked.is_empty() && input == Input::PartlyBad {
        return Ok(input);
    }
    if options.listed {
        asked.retain(|asked| is_listed(&resolver, asked));
    }
    let mut out = BufWriter::new(io::stdout().lock());
    let parts = match options.parts {
        true => &Part::ALL[..],
        false => &[options.part],
    };
    heading(&mut out)?;
    for part in parts {
        let figures = measure(&resolver, &asked, options, *part);
        row(
            &mut out,
            &format!("up to {}", part.name()),
            &figures.all,
            &figures.times,
        )?;
        if !options.parts {
            figures.print(&mut out)?;
        } else if parts.last() == Some(part) {
            figures.print_errors(&mut out)?;
        }
    }
    out.flush()?;
    Ok(input)
}

/// How many of some queries were answered right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hits {
    asked: usize,
    answered: usize,
    /// The right place, or one that cannot be told from it, first and among five.
    first: usize,
    five: usize,
    /// The right id.
    id_first: usize,
    id_five: usize,
}

impl Hits {
    pub fn add(&mut self, ranks: [Option<usize>; 2], answered: bool) {
        self.asked += 1;
        self.answered += usize::from(answered);
        let within = |rank: Option<usize>, most| usize::from(rank.is_some_and(|at| at < most));
        let [id, any] = ranks;
        self.first += within(any, 1);
        self.five += within(any, 5);
        self.id_first += within(id, 1);
        self.id_five += within(id, 5);
    }
}

/// What was measured.
#[derive(Default)]
struct Figures {
    all: Hits,
    groups: BTreeMap<String, Hits>,
    /// By the tier that answered.
    tiers: BTreeMap<&'static str, Hits>,
    /// Of each query, in nanoseconds.
    times: Vec<u64>,
    errors: Vec<String>,
}

fn measure(resolver: &Resolver, asked: &[Asked], options: &Options, part: Part) -> Figures {
    let mut figures = Figures::default();
    for asked in asked {
        let mut query = part.query(&asked.query);
        if options.with_country
            && let Some(country) = asked.country
        {
            query = query.country(country);
        }
        let start = Instant::now();
        let resolution = resolver.resolve(&query);
        let nanoseconds = start.elapsed().as_nanos();
        figures
            .times
            .push(u64::try_from(nanoseconds).unwrap_or(u64::MAX));

        let right: Vec<PlaceRef<'_>> = asked
            .ids
            .iter()
            .filter_map(|id| resolver.place(id))
            .collect();
        let candidates = resolution.candidates();
        let is_id = |place: PlaceRef<'_>| right.contains(&place);
        let id = candidates.iter().position(|c| is_id(c.place()));
        let any = candidates
            .iter()
            .position(|c| is_id(c.place()) || cannot_be_told(c.place(), &right, asked));
        let ranks = [id, any];
        let answered = !candidates.is_empty();
        figures.all.add(ranks, answered);
        let country = asked
            .country
            .map_or(String::new(), |country| country.to_string());
        let groups = [
            ("language", &asked.language),
            ("script", &asked.script),
            ("country", &country),
        ];
        let known = groups.into_iter().filter(|(_, group)| !group.is_empty());
        let mut titles: Vec<String> = known.map(|(by, group)| format!("{by} {group}")).collect();
        if !asked.language.is_empty() && !country.is_empty() {
            titles.push(format!("{} in {country}", asked.language));
        }
        for title in titles {
            let hits = figures.groups.entry(title).or_default();
            hits.add(ranks, answered);
        }
        let best = resolution.best();
        let tier = best.map_or("nothing", |best| tier(best.evidence().spelling));
        figures.tiers.entry(tier).or_default().add(ranks, answered);
        if any != Some(0) {
            let found = best.map_or(String::new(), |best| {
                format!("{:?} {} {}", best.place(), best.score(), best.evidence())
            });
            let rank = any.map_or("missed".to_owned(), |rank| format!("{}", rank + 1));
            figures
                .errors
                .push(format!("{rank}\t{}\t{right:?}\t{found}", asked.query));
        }
    }
    if !options.errors {
        figures.errors.clear();
    }
    figures
}

/// Whether a place is as good an answer as the right one: it has one of its names, or lies beside
/// it.
fn cannot_be_told(place: PlaceRef<'_>, right: &[PlaceRef<'_>], asked: &Asked) -> bool {
    let is_near = |(point, km): &(_, f64)| place.coordinates().distance_km(*point) <= *km;
    let near = asked.points.iter().any(is_near);
    near || right.iter().any(|right| {
        place.coordinates().distance_km(right.coordinates()) <= queries::RADIUS_KM
            || same_name(place, *right)
    })
}

/// Whether the gazetteer has one of the ids, or a settlement so near to a point under a name like
/// the query that it is the one.
fn is_listed(resolver: &Resolver, asked: &Asked) -> bool {
    const LISTED_KM: f64 = 5.0;
    let is_like =
        |place: PlaceRef<'_>| place.names().any(|name| is_like(name.text(), &asked.query));
    asked.ids.iter().any(|id| resolver.place(id).is_some())
        || asked.points.iter().any(|(point, _)| {
            let towns = Nearest::to(*point).class(FeatureClass::Populated);
            let near = resolver.nearest(towns.within_km(LISTED_KM).limit(usize::MAX));
            near.iter().any(|found| is_like(found.place()))
        })
}

fn same_name(a: PlaceRef<'_>, b: PlaceRef<'_>) -> bool {
    let keys: Vec<Key> = a.names().map(|name| Key::of(name.text())).collect();
    b.names().any(|name| keys.contains(&Key::of(name.text())))
}

/// What the tier of a spelling is called.
pub fn tier(spelling: MatchKind) -> &'static str {
    match spelling {
        MatchKind::Id => "id",
        MatchKind::Exact => "exact",
        MatchKind::Folded { .. } => "folded",
        MatchKind::Edited { edits: 1, .. } => "one edit",
        MatchKind::Edited { .. } => "two edits",
        MatchKind::Sounded { .. } => "sounded",
        _ => "another",
    }
}

impl Part {
    /// The query that uses this part of the search and those before it.
    fn query(self, name: &str) -> Query {
        let query = Query::new(name);
        match self {
            Part::Folding => query.max_edits(MaxEdits::Limit(0)),
            Part::Edits => query.max_edits(MaxEdits::Limit(MaxEdits::MAX)),
            Part::Weights => query.spelled(true),
            Part::Sounds => query,
        }
    }
}

pub fn heading(out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "{:<22} {:>6} {:>8} {:>7} {:>7} {:>9} {:>9} {:>10} {:>9}",
        "", "asked", "answered", "first", "five", "id first", "id five", "median us", "p99 us"
    )
}

pub fn row(out: &mut impl Write, title: &str, hits: &Hits, times: &[u64]) -> io::Result<()> {
    let of = |part| share(part, hits.asked);
    write!(
        out,
        "{title:<22} {:>6} {:>8.3} {:>7.3} {:>7.3} {:>9.3} {:>9.3}",
        hits.asked,
        of(hits.answered),
        of(hits.first),
        of(hits.five),
        of(hits.id_first),
        of(hits.id_five)
    )?;
    let mut times = times.to_vec();
    times.sort_unstable();
    let at = |percent: usize| times.get((times.len() * percent / 100).min(times.len() - 1));
    if !times.is_empty() {
        let us = |percent| at(percent).map_or(0.0, |ns| *ns as f64 / 1000.0);
        write!(out, " {:>10.0} {:>9.0}", us(50), us(99))?;
    }
    writeln!(out)
}

impl Figures {
    fn print(&self, out: &mut impl Write) -> io::Result<()> {
        for (title, hits) in &self.groups {
            row(out, title, hits, &[])?;
        }
        for (tier, hits) in &self.tiers {
            row(out, &format!("by {tier}"), hits, &[])?;
        }
        self.print_errors(out)
    }

    fn print_errors(&self, out: &mut impl Write) -> io::Result<()> {
        for error in &self.errors {
            writeln!(out, "{error}")?;
        }
        Ok(())
    }
}
