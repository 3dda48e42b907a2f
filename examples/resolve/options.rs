//! The command line of `resolve`.

use crate::format::Format;
use crate::program::{Stop, other, parse, text, value};
use lexopt::Arg;
use std::ffi::OsString;
use toponym::{Coordinates, FeatureClass, Language, MaxEdits, Query, Resolver};

pub const USAGE: &str = "\
Says which places names mean, with ids and coordinates.

Usage: resolve [OPTION].. [NAME..]

Without a NAME, names are read from standard input, one a line; every line, blank ones too,
gets an answer.

Options:
      --index FILE        search the index in FILE, which build_index makes, instead of the
                          gazetteer that ships with toponym. It may be mapped: never overwrite
                          it in place while a program searches it, but write a new file beside
                          it and rename that to FILE
      --limit N           at most N candidates a name (default 5)
      --max-edits N       letters that may differ: auto, 0, 1 or 2 (default auto: by length)
      --country C         only places of this country: a name or a code, such as Armenia, AM or
                          ARM; may be repeated
      --in PLACE          only places in this unit, country or region: a name or an id; may be
                          repeated, for places in all of them
      --class C           only places of this GeoNames class, such as P (towns) or A (units);
                          may be repeated
      --lang L            the language the names are written in, such as ar or az-Cyrl
      --near LAT,LON      prefer places near this point
      --prefix            take names for beginnings, as autocompletion does
      --explain           say why, and in which larger units the places lie
      --format FORMAT     table (default), jsonl (one JSON object a line) or geojson
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 whatever the answers; 2 for a bad command line, bad input or an output that
cannot be written. Nobody reading on ends the program quietly with 0.
";

/// What the command line asks for.
#[derive(Default)]
pub struct Options {
    pub names: Vec<String>,
    /// The index to search instead of the embedded one.
    pub index: Option<OsString>,
    pub format: Format,
    pub explain: bool,
    limit: Option<usize>,
    max_edits: MaxEdits,
    countries: Vec<String>,
    containers: Vec<String>,
    classes: Vec<FeatureClass>,
    language: Option<Language>,
    near: Option<Coordinates>,
    prefix: bool,
}

impl Options {
    /// Reads the command line.
    pub fn parse(mut parser: lexopt::Parser) -> Result<Options, Stop> {
        let mut options = Options::default();
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Long("index") => options.index = Some(parser.value()?),
                Arg::Long("limit") => options.limit = Some(limit(&mut parser)?),
                Arg::Long("max-edits") => options.max_edits = max_edits(&mut parser)?,
                Arg::Long("country") => {
                    options.countries.push(text(&mut parser, "--country")?);
                }
                Arg::Long("in") => options.containers.push(text(&mut parser, "--in")?),
                Arg::Long("class") => options.classes.push(value(&mut parser, "--class")?),
                Arg::Long("lang") => options.language = Some(value(&mut parser, "--lang")?),
                Arg::Long("near") => options.near = Some(value(&mut parser, "--near")?),
                Arg::Long("prefix") => options.prefix = true,
                Arg::Long("explain") => options.explain = true,
                Arg::Long("format") => options.format = value(&mut parser, "--format")?,
                Arg::Value(name) => options.names.push(name.into_string().map_err(|name| {
                    let shown = name.to_string_lossy().escape_debug().to_string();
                    Stop::Usage(format!("the name {shown} is not UTF-8"))
                })?),
                Arg::Short(_) | Arg::Long(_) => return Err(other(&arg)),
            }
        }
        Ok(options)
    }

    /// Whether the resolver knows the places that the command line names.
    ///
    /// # Errors
    /// If it has no such country, or no such place.
    pub fn check(&self, resolver: &Resolver) -> Result<(), Stop> {
        if let Some(name) = self
            .countries
            .iter()
            .find(|name| resolver.country(name).is_none())
        {
            return Err(Stop::Usage(format!(
                "--country: {name:?}: no country has this name or code"
            )));
        }
        let is_unknown = |name: &&String| resolver.resolve(name.as_str()).best().is_none();
        match self.containers.iter().find(is_unknown) {
            Some(name) => Err(Stop::Usage(format!(
                "--in: {name:?}: no place has this name or id"
            ))),
            None => Ok(()),
        }
    }

    /// The query for a name.
    pub fn query(&self, name: &str) -> Query {
        let mut query = Query::new(name).max_edits(self.max_edits);
        for country in &self.countries {
            query = query.country_named(country);
        }
        for container in &self.containers {
            query = query.admin(container);
        }
        for &class in &self.classes {
            query = query.class(class);
        }
        if let Some(limit) = self.limit {
            query = query.limit(limit);
        }
        if let Some(language) = self.language {
            query = query.language(language);
        }
        if let Some(point) = self.near {
            query = query.near(point);
        }
        if self.prefix {
            query = query.prefix(true);
        }
        query
    }
}

fn limit(parser: &mut lexopt::Parser) -> Result<usize, Stop> {
    let text = text(parser, "--limit")?;
    match text.parse() {
        Ok(limit) if limit > 0 => Ok(limit),
        _ => Err(Stop::Usage(format!(
            "--limit: {text:?}: expected a number from 1 up"
        ))),
    }
}

fn max_edits(parser: &mut lexopt::Parser) -> Result<MaxEdits, Stop> {
    parse("--max-edits", &text(parser, "--max-edits")?)
}
