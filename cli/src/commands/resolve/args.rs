//! The command line of `toponym resolve`.

use crate::args::{IndexOption, OutputOptions};
use crate::gazetteer;
use crate::stop::Stop;
use clap::Args;
use toponym::{Coordinates, FeatureClass, Language, MaxEdits, Query, Resolver};

/// Say which places names mean, with ids and coordinates.
///
/// Without a NAME, names are read from standard input, one a line; every line, blank ones too, gets
/// an answer.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ResolveArgs {
    /// The names, as somebody wrote them; also ids, such as gn:616635
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,
    #[command(flatten)]
    pub index: IndexOption,
    /// At most N candidates a name
    #[arg(
        long,
        value_name = "N",
        default_value_t = Query::DEFAULT_LIMIT,
        value_parser = limit,
        allow_hyphen_values = true
    )]
    limit: usize,
    /// Letters that may differ: auto (by length), 0, 1 or 2
    #[arg(long, value_name = "N", default_value_t)]
    max_edits: MaxEdits,
    /// Only places of this country: a name or a code, such as Armenia, AM or ARM; may be repeated
    #[arg(long, value_name = "C")]
    country: Vec<String>,
    /// Only places of this GeoNames class, such as P (towns) or A (units); may be repeated
    #[arg(long, value_name = "C")]
    class: Vec<FeatureClass>,
    /// Only places in this unit, country or region: a name as it is known, or an id; may be repeated,
    /// for places in all of them
    #[arg(long = "in", value_name = "PLACE")]
    within: Vec<String>,
    /// The language the names are written in, such as ar or az-Cyrl
    #[arg(long, value_name = "LANG")]
    lang: Option<Language>,
    /// Prefer places near this point
    #[arg(long, value_name = "LAT,LON", allow_hyphen_values = true)]
    near: Option<Coordinates>,
    /// Take names for beginnings, as autocompletion does
    #[arg(long)]
    prefix: bool,
    /// Tell the nearest names as well, which are no answers: in tables and JSON
    #[arg(long, conflicts_with = "prefix")]
    pub suggest: bool,
    #[command(flatten)]
    pub output: OutputOptions,
}

const EXAMPLES: &str = "\
Examples:
  toponym resolve غيومري Xankəndi Գյումրի
  toponym resolve --country AM --explain Norashen
  toponym resolve --in Syunik --class P Goris          of a unit
  toponym resolve --near 34.43,35.84 Tripoli           Lebanon's rather than Libya's
  toponym resolve --name-language ar,hy --format csv < names.txt > places.csv
  toponym resolve --prefix --limit 10 Gyu              what a search box offers
  toponym resolve --suggest Gxumzi                     did you mean Gyumri?

Exit status: 0 whatever the answers; 2 for a bad command line, bad input or an output that
cannot be written. Nobody reading on ends the program quietly with 0.";

fn limit(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(limit) if limit > 0 => Ok(limit),
        _ => Err("expected a number from 1 up".to_owned()),
    }
}

impl ResolveArgs {
    /// The query for all names, without a name.
    pub fn query(&self, resolver: &Resolver) -> Result<Query, Stop> {
        let mut query = Query::new("").limit(self.limit).max_edits(self.max_edits);
        for text in &self.country {
            let country = gazetteer::country(resolver, text);
            let country = country.map_err(|error| Stop::Usage(format!("--country: {error}")))?;
            query = query.country(country);
        }
        for text in &self.within {
            let known = gazetteer::container(resolver, text);
            known.map_err(|error| Stop::Usage(format!("--in: {error}")))?;
            query = query.admin(text);
        }
        for &class in &self.class {
            query = query.class(class);
        }
        if let Some(language) = self.lang {
            query = query.language(language);
        }
        if let Some(point) = self.near {
            query = query.near(point);
        }
        Ok(query.prefix(self.prefix))
    }
}
