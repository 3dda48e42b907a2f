//! `toponym map`: the places that texts mention, on a map.

use crate::args::DestinationOption;
use crate::console::Messages;
use crate::map::{MapOptions, PlaceMap};
use crate::output::destination::{Destination, is_stream};
use crate::stop::{Input, Stop};
use crate::texts::TextOptions;
use clap::{Args, ValueEnum};
use std::io::{Read, Write};
use std::path::Path;
use toponym::Language;

/// Draw the places that texts mention on a map: a page that opens without a network, or a picture.
///
/// The page holds the texts, their mentions and all that is known of the places, with a table that sorts and
/// filters. It reads what `toponym scan` reads. Nothing leaves the machine, neither now nor when the
/// page is opened.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct MapArgs {
    #[command(flatten)]
    texts: TextOptions,
    /// What is written; as the name of the output ends without it, or else a page
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<MapFormat>,
    /// The heading of the map
    #[arg(long, default_value = "Places in the texts")]
    title: String,
    /// Show the names of places in this language, such as ar, where they have one in it; on the page another
    /// can be chosen
    #[arg(long, value_name = "LANG")]
    name_language: Option<Language>,
    /// The width of a picture in pixels
    #[arg(
        long,
        value_name = "PIXELS",
        default_value_t = 1200,
        value_parser = clap::value_parser!(u32).range(400..=4000)
    )]
    width: u32,
    #[command(flatten)]
    destination: DestinationOption,
}

/// What a map is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MapFormat {
    /// A page for the browser
    Html,
    /// A picture of lines and text
    Svg,
    /// A picture of pixels, drawn with the system's fonts
    Png,
}

const EXAMPLES: &str = "\
Examples:
  toponym map articles/*.txt -o map.html          a page: map, table, texts
  toponym map news/ --country AM --title 'News of May' --name-language hy -o map.html
  toponym map article.docx --no-demonyms -o map.svg          a picture for a report
  toponym map article.docx --width 2400 -o map.png
  toponym map story.txt --format svg > map.svg

Exit status: 0 whatever is found; 2 for a bad command line, for files that cannot be read (the others
are drawn all the same), for an output that cannot be written.";

pub(crate) fn run(
    args: &MapArgs,
    terminal: bool,
    input: &mut dyn Read,
    output: &mut dyn Write,
    messages: &mut Messages<'_>,
) -> Result<Input, Stop> {
    let format = args.format()?;
    if terminal && is_stream(&args.destination) {
        return Err(Stop::Usage(
            "a map is nothing to read in a terminal; name a file for it, as with -o map.html"
                .to_owned(),
        ));
    }
    let resolver = args.texts.resolver()?;
    let texts = args.texts.texts(&resolver)?;
    let mut destination =
        Destination::open(&args.destination, args.texts.index(), texts.paths(), output)?;
    let mut map = PlaceMap::new();
    let mut is_any_read = false;
    let all = texts.read(input, messages, |found| {
        is_any_read = true;
        map.add_text(found.name, found.text, found.mentions);
        Ok(())
    })?;
    let options = MapOptions {
        title: args.title.clone(),
        language: args.name_language,
        width: args.width,
    };
    if map.place_count() == 0 && is_any_read {
        messages.note("no place is found in the texts; the map is empty");
    }
    let drawn = match format {
        MapFormat::Html => map.to_html(&options).into_bytes(),
        MapFormat::Svg => map.to_svg(&options).into_bytes(),
        MapFormat::Png => png(&map, &options, messages)?,
    };
    destination.write_all(&drawn)?;
    // Where none can be read, an older map is better than an empty one.
    match is_any_read {
        true => destination.finish()?,
        false => destination.finish_part()?,
    }
    Ok(all)
}

/// So many letters that cannot be drawn are told.
#[cfg(feature = "png")]
const TOLD_LETTERS: usize = 10;

#[cfg(feature = "png")]
fn png(map: &PlaceMap<'_>, options: &MapOptions, messages: &mut Messages) -> Result<Vec<u8>, Stop> {
    let drawn = map.draw_png(options);
    let drawn = drawn.map_err(|error| Stop::File(error.to_string()))?;
    let missing: String = drawn.missing_letters.iter().take(TOLD_LETTERS).collect();
    if !missing.is_empty() {
        messages.note(format_args!(
            "no font of this system has letters such as {missing}: boxes stand for them in the picture; install \
             fonts for them, for instance those of Noto, or write SVG"
        ));
    }
    Ok(drawn.bytes)
}

#[cfg(not(feature = "png"))]
fn png(_: &PlaceMap<'_>, _: &MapOptions, _: &mut Messages) -> Result<Vec<u8>, Stop> {
    Err(Stop::Usage(
        "this program was built without PNG; install it with `--features png`, or write SVG"
            .to_owned(),
    ))
}

impl MapArgs {
    /// What is written: what is said, or what the name of the output says.
    fn format(&self) -> Result<MapFormat, Stop> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let path = self.destination.output.as_deref();
        let ending = path
            .and_then(Path::extension)
            .map(|ending| ending.to_ascii_lowercase());
        match ending.as_deref().and_then(|ending| ending.to_str()) {
            None | Some("html" | "htm") => Ok(MapFormat::Html),
            Some("svg") => Ok(MapFormat::Svg),
            Some("png") => Ok(MapFormat::Png),
            Some(other) => Err(Stop::Usage(format!(
                "a map is no .{other}; name the output .html, .svg or .png, or say --format"
            ))),
        }
    }
}
