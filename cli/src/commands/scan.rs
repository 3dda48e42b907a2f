//! `toponym scan`: the places that texts mention.

pub(crate) mod args;
pub(crate) mod by_place;
pub(crate) mod mentions;
pub(crate) mod selection;
mod snippet;

use crate::args::OutputOptions;
use crate::commands::scan::args::{Features, ScanArgs};
use crate::commands::scan::by_place::ByPlace;
use crate::commands::scan::mentions::{LineNumbers, ScanReport};
use crate::commands::scan::selection::Selection;
use crate::console::Messages;
use crate::gazetteer::resolver;
use crate::input::files;
use crate::output::destination::Destination;
use crate::output::format::Format;
use crate::stop::{Input, Stop};
use std::io::{Read, Write};
use toponym::{Document, Offsets, Resolver};

pub(crate) fn run(
    args: &ScanArgs,
    input: &mut dyn Read,
    output: &mut dyn Write,
    messages: &mut Messages<'_>,
) -> Result<Input, Stop> {
    let resolver = resolver(args.index.path())?;
    let context = args.context(&resolver)?;
    let selection = args.selection(&resolver)?;
    let files = files::expand(&args.files);
    let destination = Destination::open(&args.output.destination, output)?;
    let mut sink = Sink::begin(destination, args, &resolver)?;
    let titled = files.len() > 1;
    let mut all = Input::Good;
    for file in files {
        let read = file.and_then(|file| {
            let text = args.reading().read(&file, input)?;
            Ok((file.display(), text))
        });
        match read {
            Ok((name, text)) => {
                let document = context.clone().of(&text);
                sink.add(&name, &text, document, &selection, titled)?;
            }
            Err(message) => {
                messages.note(message);
                all = Input::PartlyBad;
            }
        }
    }
    sink.end()?.finish()?;
    Ok(all)
}

/// What is known of the texts beforehand.
#[derive(Clone)]
pub(crate) struct Context {
    document: Document<'static>,
}

impl Context {
    fn of<'t>(&self, text: &'t str) -> Document<'t> {
        let known = &self.document;
        let mut document = Document::new(text).posts(known.get_posts());
        for &country in known.get_countries() {
            document = document.country(country);
        }
        match known.get_near() {
            Some(point) => document.near(point),
            None => document,
        }
    }
}

/// Where mentions go: out at once, or to the features of their places.
enum Sink<'r, 'o, W: Write> {
    Mentions(ScanReport<'o, W>, &'r Resolver),
    Places(ByPlace<'r, 'o>, &'r Resolver, W),
}

impl<'r, 'o, W: Write> Sink<'r, 'o, W> {
    fn begin(out: W, args: &'o ScanArgs, resolver: &'r Resolver) -> Result<Self, Stop> {
        let options: &OutputOptions = &args.output;
        match (options.format, args.features) {
            (Format::GeoJson, Features::Place) => {
                let places = ByPlace::new(options.details());
                Ok(Sink::Places(places, resolver, out))
            }
            (_, Features::Place) => Err(Stop::Usage(
                "--features place goes with --format geojson only".to_owned(),
            )),
            (_, Features::Mention) => {
                let report = ScanReport::begin(out, options)?;
                Ok(Sink::Mentions(report, resolver))
            }
        }
    }

    fn add(
        &mut self,
        name: &str,
        text: &str,
        document: Document<'_>,
        selection: &Selection<'_>,
        titled: bool,
    ) -> Result<(), Stop> {
        match self {
            Sink::Mentions(report, resolver) => {
                let mentions = selection.of(resolver.scan(document));
                let mut lines = LineNumbers::new(text);
                let chars = Offsets::chars(text);
                report.begin_file(name, titled);
                for mention in mentions {
                    report.add(name, &mut lines, &chars, &mention)?;
                }
                report.flush()?;
            }
            Sink::Places(places, resolver, _) => {
                for mention in selection.of(resolver.scan(document)) {
                    places.add(name, text, &mention);
                }
            }
        }
        Ok(())
    }

    fn end(self) -> Result<W, Stop> {
        match self {
            Sink::Mentions(report, _) => Ok(report.end()?),
            Sink::Places(places, _, out) => Ok(places.write(out)?),
        }
    }
}
