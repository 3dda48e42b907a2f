//! `toponym index place`: what is known of a place, by its id.

use crate::args::IndexOption;
use crate::console::Messages;
use crate::gazetteer::resolver;
use crate::output::width::shown;
use crate::stop::{Input, Stop};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::{self, Write};
use toponym::{PlaceId, PlaceRef, PlaceSummary};

/// Look up places by their ids: what is known of them, with all their names.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct PlaceArgs {
    /// Canonical ids or others, such as gn:616635 (GeoNames) or wd:Q199500 (Wikidata)
    #[arg(value_name = "ID", required = true)]
    ids: Vec<PlaceId>,
    #[command(flatten)]
    index: IndexOption,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: PlaceFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum PlaceFormat {
    /// Lines for people
    #[default]
    Text,
    /// One JSON object a line
    #[value(name = "jsonl")]
    JsonLines,
}

const EXAMPLES: &str = "\
Examples:
  toponym index place gn:616635
  toponym index place --format jsonl --index cities.toponym gn:616635 gn:616052

Exit status: 0 if all are known; 2 if one is not, though the others are told.";

/// A place as a line of JSON.
#[derive(Serialize)]
pub(crate) struct Line<'r> {
    #[serde(flatten)]
    place: PlaceSummary,
    accuracy_km: Option<f32>,
    source: &'r str,
    parents: Vec<Parent<'r>>,
    names: Vec<NameLine<'r>>,
}

/// A larger unit around a place.
#[derive(Serialize)]
struct Parent<'r> {
    id: PlaceId,
    name: &'r str,
}

#[derive(Serialize)]
struct NameLine<'r> {
    text: &'r str,
    language: String,
    kind: String,
    source: &'r str,
}

pub(crate) fn run(
    args: &PlaceArgs,
    output: &mut dyn Write,
    messages: &mut Messages<'_>,
) -> Result<Input, Stop> {
    let resolver = resolver(args.index.path())?;
    let mut all = Input::Good;
    for id in &args.ids {
        match (resolver.place(id), args.format) {
            (None, _) => {
                messages.note(format_args!("{id}: no place of the index has this id"));
                all = Input::PartlyBad;
            }
            (Some(place), PlaceFormat::Text) => write_text(output, place)?,
            (Some(place), PlaceFormat::JsonLines) => {
                serde_json::to_writer(&mut *output, &line(place, usize::MAX))?;
                writeln!(output)?;
            }
        }
    }
    output.flush()?;
    Ok(all)
}

/// What is known of a place, with the first of its names, which take so many bytes at most.
pub(crate) fn line(place: PlaceRef<'_>, most_bytes: usize) -> Line<'_> {
    let mut bytes = 0;
    let names = place.names().map(|name| NameLine {
        text: name.text(),
        language: name.language().to_string(),
        kind: name.kind().to_string(),
        source: name.source(),
    });
    let names = names.take_while(|name| {
        bytes += size_of::<NameLine>() + name.text.len() + name.source.len();
        bytes <= most_bytes
    });
    Line {
        place: place.to_summary(),
        accuracy_km: place.accuracy_km(),
        source: place.source(),
        parents: place
            .parents()
            .map(|unit| Parent {
                id: unit.id(),
                name: unit.name(),
            })
            .collect(),
        names: names.collect(),
    }
}

fn write_text(out: &mut dyn Write, place: PlaceRef<'_>) -> io::Result<()> {
    writeln!(out, "{}  {}", place.id(), shown(place.name()))?;
    let same_as: Vec<String> = place.same_as().map(|id| id.to_string()).collect();
    if !same_as.is_empty() {
        writeln!(out, "  also:       {}", same_as.join(", "))?;
    }
    writeln!(out, "  kind:       {}", place.feature())?;
    if let Some(country) = place.country() {
        writeln!(out, "  country:    {country}")?;
    }
    let parents: Vec<String> = place.parents().map(|unit| shown(unit.name())).collect();
    if !parents.is_empty() {
        writeln!(out, "  in:         {}", parents.join(", "))?;
    }
    let point = place.coordinates();
    write!(
        out,
        "  at:         {}, {}",
        point.latitude(),
        point.longitude()
    )?;
    match place.accuracy_km() {
        Some(km) => writeln!(out, " (within {km} km)")?,
        None => writeln!(out)?,
    }
    if let Some(population) = place.population() {
        writeln!(out, "  population: {population}")?;
    }
    for name in place.names() {
        let (language, kind) = (name.language(), name.kind());
        writeln!(out, "  {language:<10} {} ({kind})", shown(name.text()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use toponym::Resolver;

    #[test]
    fn the_first_names_are_kept() {
        let resolver = Resolver::embedded();
        let place = resolver.place(&"gn:616635".parse().unwrap()).unwrap();
        let all = place.names().count();
        let kept = |most: usize| {
            let line = line(place, most);
            let first: Vec<&str> = place.names().map(|name| name.text()).collect();
            let names: Vec<&str> = line.names.iter().map(|name| name.text).collect();
            assert!(first.starts_with(&names));
            names.len()
        };
        assert_eq!((kept(1 << 20), kept(usize::MAX)), (all, all));
        assert!((2..all).contains(&kept(500)), "{}", kept(500));
        assert_eq!(kept(0), 0);
    }
}
