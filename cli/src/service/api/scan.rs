//! `/v1/scan`: the places that a text mentions. They are found on a thread of the workers and sent as
//! they are found, so that no more of the answer is held than is on its way.

use crate::args::OutputOptions;
use crate::commands::scan::by_place::ByPlace;
use crate::commands::scan::mentions::{LineNumbers, ScanReport};
use crate::gazetteer;
use crate::output::format::Format;
use crate::service::api::chunks::Chunks;
use crate::service::api::{countries, output_options, respond};
use crate::service::body::{self, unsupported};
use crate::service::json;
use crate::service::negotiation;
use crate::service::params::{Params, bad, unexpected, within};
use crate::service::problem::Problem;
use crate::service::state::Service;
use crate::texts::selection::Selection;
use axum::extract::{Request, State};
use axum::response::Response;
use serde::Deserialize;
use std::io;
use std::sync::Arc;
use std::time::Instant;
use toponym::{Coordinates, CountryCode, Document, Language, Offsets, PlaceId, Resolver};

const KNOWN: [&str; 12] = [
    "country",
    "near",
    "in",
    "lang",
    "posts",
    "min_confidence",
    "demonyms",
    "unique",
    "features",
    "explain",
    "name_language",
    "format",
];

/// What a mention's file is called where there is none, as with standard input.
const NO_FILE: &str = "-";

/// A text as JSON.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object with the key \"text\"")]
struct Text {
    text: String,
}

/// What is asked of a text.
struct Question {
    text: String,
    countries: Vec<CountryCode>,
    languages: Vec<Language>,
    near: Option<Coordinates>,
    posts: bool,
    areas: Vec<PlaceId>,
    min_confidence: Option<u16>,
    demonyms: bool,
    unique: bool,
    by_place: bool,
    options: OutputOptions,
}

/// `POST /v1/scan`
pub(crate) async fn scan(
    State(service): State<Arc<Service>>,
    params: Params,
    request: Request,
) -> Result<Response, Problem> {
    params.only(&KNOWN)?;
    let offers = [
        Format::Json,
        Format::GeoJson,
        Format::JsonLines,
        Format::Csv,
    ];
    let format = negotiation::format(&params, request.headers(), &offers)?;
    let resolver = service.resolver();
    let mut question = question(&params, &resolver, format, service.limits.max_name)?;
    question.text = read(request, service.limits.max_body).await?;
    // One that takes too long is answered as such while it waits here.
    let permit = service.workers.permit().await?;
    let deadline = Instant::now() + service.limits.time();
    let (chunks, body) = Chunks::new(deadline);
    tokio::task::spawn_blocking(move || {
        let _permit = permit;
        // Whoever asked sees that the answer breaks off; nobody else needs to know.
        let _ = question.answer(&resolver, chunks, deadline);
    });
    Ok(respond(format, body))
}

/// The text in a body, plain or as JSON.
async fn read(request: Request, limit: usize) -> Result<String, Problem> {
    let kind = body::media_type(request.headers())?;
    match kind.as_deref() {
        None | Some("text/plain") => body::text(request.into_body(), limit).await,
        Some("application/json") => {
            let json = body::text(request.into_body(), limit).await?;
            Ok(json::read::<Text>("the body", &json)?.text)
        }
        Some(other) => Err(unsupported(format!(
            "{other:?} is not read; send the text as text/plain, or as application/json with the \
             key \"text\""
        ))),
    }
}

fn question(
    params: &Params,
    resolver: &Resolver,
    format: Format,
    most_bytes: usize,
) -> Result<Question, Problem> {
    let mut areas = Vec::new();
    for text in params.repeated("in")? {
        within("in", text, most_bytes)?;
        let place = gazetteer::place(resolver, text);
        areas.push(place.map_err(|error| bad("in", error))?.id());
    }
    let min_confidence = params.whole("min_confidence", 0..=1000)?;
    let by_place = match params.one("features")? {
        None | Some("mention") => false,
        Some("place") if format == Format::GeoJson => true,
        Some("place") => {
            let why = "place goes with GeoJSON only: add format=geojson";
            return Err(bad("features", why));
        }
        Some(other) => return Err(unexpected("features", other, "mention or place")),
    };
    let demonyms = params.one("demonyms")?.is_none() || params.flag("demonyms")?;
    Ok(Question {
        text: String::new(),
        countries: countries(params, resolver, most_bytes)?,
        languages: params.read_listed("lang")?,
        near: params.read("near")?,
        posts: params.flag("posts")?,
        areas,
        min_confidence: min_confidence.and_then(|least| u16::try_from(least).ok()),
        demonyms,
        unique: params.flag("unique")?,
        by_place,
        options: output_options(params, format)?,
    })
}

impl Question {
    fn answer(&self, resolver: &Resolver, chunks: Chunks, deadline: Instant) -> io::Result<()> {
        let mut document = Document::new(&self.text).posts(self.posts);
        for &country in &self.countries {
            document = document.country(country);
        }
        for &language in &self.languages {
            document = document.language(language);
        }
        if let Some(point) = self.near {
            document = document.near(point);
        }
        if let Some(least) = self.min_confidence {
            document = document.min_confidence(least);
        }
        let areas = self.areas.iter().filter_map(|id| resolver.place(id));
        let selection = Selection {
            areas: areas.collect(),
            demonyms: self.demonyms,
            unique: self.unique,
        };
        let mentions = selection.of(resolver.scan(document));
        let mentions = mentions.map(|mention| match Instant::now() > deadline {
            true => Err(io::Error::from(io::ErrorKind::TimedOut)),
            false => Ok(mention),
        });
        let chunks = if self.by_place {
            let mut places = ByPlace::new(self.options.details());
            for mention in mentions {
                places.add(NO_FILE, &self.text, &mention?);
            }
            places.write(chunks)?
        } else {
            let mut report = ScanReport::begin(chunks, &self.options)?;
            let mut lines = LineNumbers::new(&self.text);
            let chars = Offsets::chars(&self.text);
            for mention in mentions {
                report.add(NO_FILE, &mut lines, &chars, &mention?)?;
            }
            report.end()?
        };
        chunks.finish()
    }
}
