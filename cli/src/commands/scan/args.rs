//! The command line of `toponym scan`.

use crate::args::{IndexOption, OutputOptions};
use crate::commands::scan::Context;
use crate::commands::scan::selection::Selection;
use crate::gazetteer;
use crate::input::encoding::EncodingChoice;
use crate::input::source::{Kind, Reading};
use crate::stop::Stop;
use clap::{Args, ValueEnum};
use std::ffi::OsString;
use toponym::{Coordinates, Document, Resolver};

/// Find the places that texts mention, with ids, coordinates and offsets.
///
/// Reads text, web pages (their visible text), Word documents and, if it was built with the feature
/// `pdf`, PDF files; standard input without a FILE. Offsets are bytes of the file where it is UTF-8 text, and bytes of the text read from it
/// otherwise.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ScanArgs {
    /// Files; folders, of which all texts are read; patterns such as 'news/*.html'; - for standard
    /// input
    #[arg(value_name = "FILE")]
    pub files: Vec<OsString>,
    #[command(flatten)]
    pub index: IndexOption,
    /// What the files are, instead of what their names and first bytes say
    #[arg(long, value_enum, value_name = "KIND")]
    input: Option<Kind>,
    /// The encoding of text and HTML: auto, or a name such as windows-1256. Without it text must be
    /// UTF-8, and HTML says itself what it is
    #[arg(long, value_name = "NAME")]
    encoding: Option<EncodingChoice>,
    /// The texts are about this country (a code such as AM, or its name), which leans the choice
    /// between places of one name and rules none out; may be repeated
    #[arg(long, value_name = "CC")]
    country: Vec<String>,
    /// The texts are about the surroundings of this point: the nearer a place the likelier
    #[arg(long, value_name = "LAT,LON", allow_hyphen_values = true)]
    near: Option<Coordinates>,
    /// Only mentions of places that lie in this country or unit, by its name or id; may be
    /// repeated
    #[arg(long = "in", value_name = "PLACE")]
    within: Vec<String>,
    /// The texts are posts, which name schools, hotels and bridges where prose names organizations
    #[arg(long)]
    posts: bool,
    /// Only mentions that name a place with at least this confidence, in thousandths (900: nine in
    /// ten do); mentions that were not weighed, as outside text in Arabic letters, stay
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(0..=1000))]
    min_confidence: Option<u16>,
    /// No words for what or who is from a place, such as الأرمينية
    #[arg(long)]
    no_demonyms: bool,
    /// Of the mentions of one place in a file only the first
    #[arg(long)]
    unique: bool,
    /// GeoJSON has a feature for each mention, or one for each place with its mentions in it
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    pub features: Features,
    #[command(flatten)]
    pub output: OutputOptions,
}

/// What GeoJSON has features for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Features {
    /// One for each mention
    #[default]
    Mention,
    /// One for each place
    Place,
}

const EXAMPLES: &str = "\
Examples:
  toponym scan article.txt                          a table, for people
  toponym scan --format csv news/ -o places.csv     all texts of a folder, for a spreadsheet
  toponym scan 'news/*.html' --unique --no-demonyms --name-language ar,hy --format csv
  toponym scan --country LB --in Lebanon --min-confidence 800 report.docx
  toponym scan --format geojson --features place news/ > map.geojson     a point a place
  curl -s https://example.org/ | toponym scan --input html --format jsonl -

CSV has the columns file, start, end (bytes), start_char, end_char (characters), text, status, id,
name, name:LANG.., country, class, lat, lon, accuracy_km, score, kind, confidence.

Exit status: 0 whatever is found; 2 for a bad command line, for files that cannot be read or are not
UTF-8 (the others are scanned all the same), for an output that cannot be written. Nobody reading
on ends the program quietly with 0.";

impl ScanArgs {
    /// How the files are read.
    pub fn reading(&self) -> Reading {
        Reading {
            kind: self.input,
            encoding: self.encoding,
        }
    }

    /// What is known of the texts.
    pub fn context(&self, resolver: &Resolver) -> Result<Context, Stop> {
        let mut document = Document::new("").posts(self.posts);
        for text in &self.country {
            let country = gazetteer::country(resolver, text);
            let country = country.map_err(|error| Stop::Usage(format!("--country: {error}")))?;
            document = document.country(country);
        }
        if let Some(point) = self.near {
            document = document.near(point);
        }
        Ok(Context { document })
    }

    /// Which mentions are told.
    pub fn selection<'r>(&self, resolver: &'r Resolver) -> Result<Selection<'r>, Stop> {
        let areas = self.within.iter().map(|text| {
            let place = gazetteer::place(resolver, text);
            place.map_err(|error| Stop::Usage(format!("--in: {error}")))
        });
        Ok(Selection {
            areas: areas.collect::<Result<_, _>>()?,
            min_confidence: self.min_confidence,
            demonyms: !self.no_demonyms,
            unique: self.unique,
        })
    }
}
