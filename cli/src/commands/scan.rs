//! `toponym scan`: the places that texts mention.

pub(crate) mod args;
pub(crate) mod by_place;
pub(crate) mod mentions;

use crate::args::OutputOptions;
use crate::commands::scan::args::{Features, ScanArgs};
use crate::commands::scan::by_place::ByPlace;
use crate::commands::scan::mentions::{LineNumbers, ScanReport};
use crate::console::Messages;
use crate::output::destination::Destination;
use crate::output::format::Format;
use crate::stop::{Input, Stop};
use crate::texts::Text;
use std::io::{Read, Write};
use toponym::Offsets;

pub(crate) fn run(
    args: &ScanArgs,
    input: &mut dyn Read,
    output: &mut dyn Write,
    messages: &mut Messages<'_>,
) -> Result<Input, Stop> {
    let resolver = args.texts.resolver()?;
    let texts = args.texts.texts(&resolver)?;
    let titled = texts.are_several();
    let destination = Destination::open(
        &args.output.destination,
        args.texts.index(),
        texts.paths(),
        output,
    )?;
    let mut sink = Sink::begin(destination, args)?;
    let mut is_any_read = false;
    let all = texts.read(input, messages, |text| {
        is_any_read = true;
        sink.add(text, titled)
    })?;
    let destination = sink.end()?;
    // Where none can be read, what was told of them before is better than nothing.
    match is_any_read {
        true => destination.finish()?,
        false => destination.finish_part()?,
    }
    Ok(all)
}

/// Where mentions go: out at once, or to the features of their places.
enum Sink<'r, 'o, W: Write> {
    Mentions(ScanReport<'o, W>),
    Places(ByPlace<'r, 'o>, W),
}

impl<'r, 'o, W: Write> Sink<'r, 'o, W> {
    fn begin(out: W, args: &'o ScanArgs) -> Result<Self, Stop> {
        let options: &OutputOptions = &args.output;
        match (options.format, args.features) {
            (Format::GeoJson, Features::Place) => {
                Ok(Sink::Places(ByPlace::new(options.details()), out))
            }
            (_, Features::Place) => Err(Stop::Usage(
                "--features place goes with --format geojson only".to_owned(),
            )),
            (_, Features::Mention) => Ok(Sink::Mentions(ScanReport::begin(out, options)?)),
        }
    }

    fn add(&mut self, found: Text<'_, 'r, '_>, titled: bool) -> Result<(), Stop> {
        let Text {
            name,
            text,
            mentions,
        } = found;
        match self {
            Sink::Mentions(report) => {
                let mut lines = LineNumbers::new(text);
                let chars = Offsets::chars(text);
                report.begin_file(name, titled);
                for mention in mentions {
                    report.add(name, &mut lines, &chars, &mention)?;
                }
                report.flush()?;
            }
            Sink::Places(places, _) => {
                places.begin_text(name);
                for mention in mentions {
                    places.add(text, &mention);
                }
            }
        }
        Ok(())
    }

    fn end(self) -> Result<W, Stop> {
        match self {
            Sink::Mentions(report) => Ok(report.end()?),
            Sink::Places(places, out) => Ok(places.write(out)?),
        }
    }
}
