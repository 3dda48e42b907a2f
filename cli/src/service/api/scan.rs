//! `/v1/scan`: the places that a text mentions. They are found on a thread of the workers and sent as
//! they are found, so that no more of the answer is held than is on its way. Only where features are places the text is
//! read to its end first, and at most so many mentions are held.

use crate::args::OutputOptions;
use crate::commands::scan::by_place::ByPlace;
use crate::commands::scan::mentions::{LineNumbers, ScanReport};
use crate::gazetteer;
use crate::output::format::Format;
use crate::service::answer_size::Written;
use crate::service::api::chunks::Chunks;
use crate::service::api::{countries, output_options, respond, unwritten};
use crate::service::body::{self, unsupported};
use crate::service::json;
use crate::service::limits::{Deadline, Limits, NamesBeside};
use crate::service::negotiation;
use crate::service::params::{Params, bad, unexpected};
use crate::service::problem::Problem;
use crate::service::state::Service;
use crate::service::workers::Length;
use crate::texts::selection::Selection;
use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::{StatusCode, Version};
use axum::response::Response;
use serde::Deserialize;
use std::cell::Cell;
use std::future::poll_fn;
use std::io::{self, Write};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::oneshot::{self, Sender};
use toponym::{
    Coordinates, CountryCode, Document, Language, Mention, Mentions, Offsets, PlaceId, Resolver,
};

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

/// Why there is no answer to a text that was read before anything of it was sent.
enum NoAnswer {
    TooManyMentions,
    TooLate,
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
    let version = request.version();
    let resolver = service.resolver();
    let bounds = service.limits.names_beside();
    let length = Length::of_places_beside(&params);
    let read_params = {
        let resolver = Arc::clone(&resolver);
        move || question(&params, &resolver, format, bounds)
    };
    let mut question = service.workers.look_for(length, read_params).await??;
    question.text = read(request, service.limits.max_body).await?;
    // One that takes too long is answered as such while it waits here.
    let turn = service.workers.turn().await?;
    let deadline = service.limits.deadline();
    let (chunks, body) = Chunks::new(turn, deadline.at());
    let (begin, begun) = oneshot::channel();
    tokio::task::spawn_blocking(move || {
        // Whoever asked sees that the answer breaks off; nobody else needs to know.
        let _ = question.answer(&resolver, chunks, deadline.at(), begin);
    });
    match begun.await {
        Ok(Ok(())) if version < Version::HTTP_11 => {
            let answer = whole(body, deadline).await?;
            Ok(respond(format, answer))
        }
        Ok(Ok(())) => Ok(respond(format, body)),
        Ok(Err(NoAnswer::TooManyMentions)) => Err(too_many_mentions()),
        Ok(Err(NoAnswer::TooLate)) => Err(Problem::timeout(service.limits.time())),
        Err(_) => Err(Problem::fault()),
    }
}

/// All of an answer, for clients to which an answer ends where its connection does: one that broke off would be a whole
/// one to them.
async fn whole(mut body: Body, deadline: Deadline) -> Result<Vec<u8>, Problem> {
    const CURE: &str =
        "send the text in parts, or ask by HTTP/1.1, whose answers are sent while they are written";
    let mut written = Written::default();
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let frame = frame.map_err(|error| match deadline.check() {
            Ok(()) => unwritten(error),
            Err(timeout) => timeout,
        })?;
        if let Ok(bytes) = frame.into_data() {
            written.write_all(&bytes).map_err(unwritten)?;
        }
    }
    written.whole(CURE)
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
    bounds: NamesBeside,
) -> Result<Question, Problem> {
    let mut areas = Vec::new();
    for text in params.repeated("in")? {
        bounds.check("in", text)?;
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
        countries: countries(params, resolver, bounds)?,
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
    /// Reads the text and writes the answer; `begin` is told once it is known that there is one, or why there is none.
    fn answer(
        &self,
        resolver: &Resolver,
        chunks: Chunks,
        deadline: Instant,
        begin: Sender<Result<(), NoAnswer>>,
    ) -> io::Result<()> {
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
        let is_late = Cell::new(false);
        let found = in_time(resolver.scan(document), deadline, &is_late);
        let mentions = selection.of(found);
        let chunks = if self.by_place {
            let mut places = ByPlace::new(self.options.details());
            places.begin_text(NO_FILE);
            for mention in mentions {
                if begin.is_closed() {
                    return Err(io::ErrorKind::BrokenPipe.into());
                }
                if places.mention_count() == Limits::MAX_MENTIONS_BY_PLACE {
                    let _ = begin.send(Err(NoAnswer::TooManyMentions));
                    return Ok(());
                }
                places.add(&self.text, &mention);
            }
            if is_late.get() {
                let _ = begin.send(Err(NoAnswer::TooLate));
                return Err(io::ErrorKind::TimedOut.into());
            }
            let _ = begin.send(Ok(()));
            places.write(chunks)?
        } else {
            let _ = begin.send(Ok(()));
            let mut report = ScanReport::begin(chunks, &self.options)?;
            let mut lines = LineNumbers::new(&self.text);
            let chars = Offsets::chars(&self.text);
            for mention in mentions {
                report.add(NO_FILE, &mut lines, &chars, &mention)?;
            }
            report.end()?
        };
        match is_late.get() {
            true => Err(io::ErrorKind::TimedOut.into()),
            false => chunks.finish(),
        }
    }
}

/// A text of which more would be held than a request may have held.
fn too_many_mentions() -> Problem {
    let detail = format!(
        "features: of a text with more than {} mentions no places are told with their mentions; send it in parts, or \
         ask for features=mention",
        Limits::MAX_MENTIONS_BY_PLACE
    );
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-many-mentions", detail)
}

/// The mentions that are found in time; whether there may be more is noted. The clock is looked at between pieces of
/// the text too, for in many of them no place may be mentioned, or none that is asked for.
fn in_time<'r, 't>(
    mut mentions: Mentions<'r, 't>,
    deadline: Instant,
    is_late: &Cell<bool>,
) -> impl Iterator<Item = Mention<'r, 't>> {
    std::iter::from_fn(move || {
        loop {
            is_late.set(Instant::now() > deadline);
            if is_late.get() {
                return None;
            }
            if !mentions.read_ahead() {
                return mentions.next();
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::in_time;
    use std::cell::Cell;
    use std::time::{Duration, Instant};
    use toponym::Resolver;

    #[test]
    fn a_text_without_mentions_is_not_read_past_its_time() {
        let resolver = Resolver::embedded();
        let is_late = Cell::new(false);
        let text = "no place at all ".repeat(1000);
        let begun = Instant::now();
        let late = in_time(resolver.scan(&text), begun, &is_late);
        assert_eq!((late.count(), is_late.get()), (0, true));
        let hour = Duration::from_secs(3600);
        let all = in_time(resolver.scan(&text), begun + hour, &is_late);
        assert_eq!((all.count(), is_late.get()), (0, false));
        let named = in_time(resolver.scan("Gyumri and Baku"), begun + hour, &is_late);
        assert_eq!((named.count(), is_late.get()), (2, false));
    }
}
