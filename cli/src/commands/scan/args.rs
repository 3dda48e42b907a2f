//! The command line of `toponym scan`.

use crate::args::OutputOptions;
use crate::texts::TextOptions;
use clap::{Args, ValueEnum};

/// Find the places that texts mention, with ids, coordinates and offsets.
///
/// Reads text, web pages (their visible text), Word documents and, if it was built with the feature
/// `pdf`, PDF files; standard input without a FILE. Offsets are bytes of the file where it is UTF-8 text, and bytes of the text read from it
/// otherwise.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ScanArgs {
    #[command(flatten)]
    pub texts: TextOptions,
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
