//! The command line of `toponym batch`.

use crate::args::{DestinationOption, IndexOption};
use crate::commands::batch::cells::ChosenColumn;
use crate::commands::batch::delimiter::Delimiter;
use crate::input::encoding::EncodingChoice;
use crate::input::files::standard_input;
use crate::stop::Stop;
use clap::Args;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

/// More would only fill memory with rows.
const MAX_THREADS: u16 = 256;

/// Resolve the names in a column of a table, and write the table with the places beside them.
///
/// Reads standard input without a FILE. The first row is the header. All rows are written, in their
/// order, with the columns status (resolved, ambiguous, unknown, bad_row), place_id, latitude,
/// longitude and score, or those of --columns, behind them; where the name is unknown or the row is
/// bad, all of them but the status are empty. What is added never takes the place of a column that
/// is there: a second `score` is called `score_2`.
///
/// The delimiter and the encoding are told from the beginning of the file; what is written is UTF-8
/// with the same delimiter. Columns are found by their name, whatever its case and the blanks around
/// it, or else by their number.
///
/// Blank lines between rows are rows of empty fields. Bad rows are those with more or fewer fields than
/// the header, those that are not UTF-8, and one with a quote that is never closed. Their fields are written as they are, and nothing is resolved. Short rows are filled up with empty
/// fields before the added columns; what a long row has too many stands behind them. The first ten
/// are named on standard error, and all are counted there at the end.
///
/// A table may be its own output, unless its encoding was guessed from its letters, some of it is not in an encoding other
/// than UTF-8 that it is read in, or it has changed meanwhile: something would be lost.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct BatchArgs {
    /// The table: comma-, semicolon-, tab- or pipe-separated values
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub index: IndexOption,
    /// The column with the names [default: the first]
    #[arg(long, value_name = "NAME")]
    pub column: Option<String>,
    /// The column with the country of each row, as a code or a name: only places of it count
    #[arg(long, value_name = "NAME")]
    pub country_column: Option<String>,
    /// The column with the unit that each place lies in, such as its province
    #[arg(long, value_name = "NAME")]
    pub unit_column: Option<String>,
    /// The column with the latitude of a point near each place, in degrees
    #[arg(long, value_name = "NAME", requires = "lon_column")]
    pub lat_column: Option<String>,
    /// The column with its longitude
    #[arg(long, value_name = "NAME", requires = "lat_column")]
    pub lon_column: Option<String>,
    /// The columns to add, of: status, id, name, name:LANG, country, class, feature, lat, lon,
    /// accuracy_km, population, matched_name, matched_language, score, second, second_name,
    /// second_score, evidence
    #[arg(
        long,
        value_name = "NAME,..",
        value_delimiter = ',',
        default_value = "status,place_id,latitude,longitude,score",
        hide_default_value = true
    )]
    columns: Vec<ChosenColumn>,
    /// What parts the fields: auto, comma, semicolon, tab, pipe, or a character
    #[arg(
        long,
        value_name = "WHAT",
        default_value = "auto",
        allow_hyphen_values = true
    )]
    pub delimiter: Delimiter,
    /// The encoding of the file: auto, or a name such as utf-8, utf-16, windows-1256, windows-1251,
    /// windows-1254
    #[arg(long, value_name = "NAME", default_value = "auto")]
    pub encoding: EncodingChoice,
    /// Begin what is written with a byte-order mark, by which Excel knows UTF-8
    #[arg(long)]
    pub bom: bool,
    /// So many threads, 1 to 256 [default: one for each processor]
    #[arg(long, value_name = "N", value_parser = threads)]
    threads: Option<u16>,
    /// Say nothing of rows that are good: no progress, no counts, no hints
    #[arg(short, long)]
    pub quiet: bool,
    #[command(flatten)]
    pub destination: DestinationOption,
}

const EXAMPLES: &str = "\
Examples:
  toponym batch --column city towns.csv -o places.csv
  toponym batch --column مدينة --country-column Country --columns id,name:ar,lat,lon,status in.csv
  toponym batch --column Town --unit-column Province --lat-column y --lon-column x survey.csv
  toponym batch --encoding windows-1256 --delimiter ';' --bom old-export.csv -o for-excel.csv

Exit status: 0 if all rows are good, whatever the answers; 2 if rows are bad, though all are
written, for a bad command line, and for files that cannot be read or written. Nobody reading on
ends the program quietly with 0.";

fn threads(text: &str) -> Result<u16, String> {
    match text.parse() {
        Ok(threads @ 1..=MAX_THREADS) => Ok(threads),
        _ => Err(format!("expected a number from 1 to {MAX_THREADS}")),
    }
}

/// Of each kind of column one, in a few hundred languages.
const MAX_COLUMNS: usize = 512;

impl BatchArgs {
    /// The columns to add.
    pub fn columns(&self) -> Result<&[ChosenColumn], Stop> {
        match self.columns.len() {
            0..=MAX_COLUMNS => Ok(&self.columns),
            many => Err(Stop::Usage(format!(
                "--columns: {many} columns, and at most {MAX_COLUMNS} can be added"
            ))),
        }
    }

    /// Where the table may lie on the disk.
    pub fn input_path(&self) -> &Path {
        let file = self.file.as_deref();
        let named = file.filter(|path| path.as_os_str() != "-");
        named.unwrap_or(standard_input())
    }

    /// How many threads work.
    pub fn threads(&self) -> usize {
        let processors = || thread::available_parallelism().map_or(1, NonZero::get);
        let asked = self.threads.map(usize::from);
        asked.unwrap_or_else(|| processors().min(MAX_THREADS.into()))
    }
}
