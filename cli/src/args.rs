//! The command line: the commands, and the options that several of them have.

#[cfg(feature = "serve")]
use crate::commands::serve;
use crate::commands::{batch, completions, index, man, map, resolve, scan};
use crate::output::format::Format;
use crate::output::record::Details;
use clap::{Args, Parser, Subcommand, ValueHint};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use toponym::Language;

/// Turns place names, as somebody wrote them, into places, and finds the places that texts mention.
#[derive(Debug, Parser)]
#[command(
    name = "toponym",
    version,
    propagate_version = true,
    args_override_self = true,
    arg_required_else_help = true,
    after_help = EXAMPLES,
    max_term_width = 100,
    subcommand_required = false
)]
pub(crate) struct Cli {
    /// Print where the built-in gazetteer's data come from, and under which licenses
    #[arg(long)]
    pub attribution: bool,
    #[command(subcommand)]
    pub command: Option<Command>,
}

const EXAMPLES: &str = "\
Examples:
  toponym resolve غيومري Xankəndi                     which places these names mean
  toponym scan article.txt                            the places that a text mentions
  toponym scan --format csv articles/ > places.csv    of a folder of texts, as a table
  toponym map articles/ -o map.html                   on a map, as a page or a picture
  toponym batch --column city towns.csv -o out.csv    a column of a spreadsheet
  toponym index build --geonames cities15000.zip --output cities.toponym
  TOPONYM_INDEX=cities.toponym toponym resolve Paris

Nothing leaves the machine. Exit status: 0 whatever the answers; 2 for a bad command line, bad
input or output that cannot be written.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Resolve(resolve::args::ResolveArgs),
    Scan(scan::args::ScanArgs),
    Map(map::MapArgs),
    Batch(batch::args::BatchArgs),
    Index(index::IndexArgs),
    #[cfg(feature = "serve")]
    Serve(serve::args::ServeArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// Which gazetteer is searched.
#[derive(Args, Debug)]
pub(crate) struct IndexOption {
    /// Search the index in FILE, which `toponym index build` makes, instead of the gazetteer that
    /// is built in. It is mapped: never overwrite it in place while a program searches it, but
    /// write a new file beside it and rename that to FILE
    // Not a `PathBuf`, which may not be empty; a variable may.
    #[arg(
        long,
        value_name = "FILE",
        env = "TOPONYM_INDEX",
        hide_env_values = true,
        value_hint = ValueHint::FilePath
    )]
    index: Option<OsString>,
}

impl IndexOption {
    /// The file; none if the variable is set to nothing.
    pub fn path(&self) -> Option<&Path> {
        let path = self.index.as_deref().map(Path::new);
        path.filter(|path| *path != Path::new(""))
    }
}

/// How answers are written.
#[derive(Args, Debug)]
pub(crate) struct OutputOptions {
    /// How answers are written: a table for people, JSON objects (one a line, or in a list), CSV
    /// or GeoJSON for programs
    #[arg(long, value_enum, default_value_t, hide_possible_values = false)]
    pub format: Format,
    /// Say why, and in which larger units the places lie (in tables, JSON and GeoJSON)
    #[arg(long)]
    pub explain: bool,
    /// Give the names of places in these languages too, such as ar,hy
    #[arg(long, value_name = "LANG,..", value_delimiter = ',')]
    pub name_language: Vec<Language>,
    #[command(flatten)]
    pub destination: DestinationOption,
}

/// Where answers go.
#[derive(Args, Debug)]
pub(crate) struct DestinationOption {
    /// Write to FILE, which is replaced when all is written, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

impl OutputOptions {
    /// What is told of candidates.
    pub fn details(&self) -> Details<'_> {
        Details {
            explain: self.explain,
            languages: &self.name_language,
        }
    }
}
