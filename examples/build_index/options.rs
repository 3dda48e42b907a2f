//! The command line.

use crate::program::{Stop, other};
use std::path::{Path, PathBuf};
use toponym::{BadRows, GeoNames};

pub const USAGE: &str = "\
Builds an index of places and names, for `resolve --index`, `scan --index` and `Index::open`.

Usage: build_index [OPTION].. --output FILE

Gazetteers are trusted in the order: tables, embedded, GeoNames. Files of a dump may be packed
(.zip, .gz, .xz) if this program was built with --features archives. Tables are UTF-8, or UTF-16
with a byte-order mark. Programs may have the older file mapped: it is never overwritten, but the
new one is written beside it and renamed, and whoever moves index files about should do so too
(mv on the same disk, not cp onto an older file).

  --tables DIR            places.csv and names.csv in the format of data/README.md; repeatable
  --embedded              the gazetteer that ships with toponym
  --corrections FILE      names to add or withdraw and places to move, whatever the gazetteers say
  --geonames FILE         a GeoNames dump: allCountries.txt, AM.txt, cities15000.txt ..
  --alternate-names FILE  its alternateNamesV2.txt
  --hierarchy FILE        its hierarchy.txt
  --admin-codes FILE      its admin1CodesASCII.txt or admin2Codes.txt; repeatable
  --country-info FILE     its countryInfo.txt
  --country CC,..         of the dump, only these countries
  --class P,A,..          of the dump, only these feature classes
  --feature PPLC,..       of the dump, only these feature codes
  --min-population N      of the dump, only places of so many inhabitants
  --language en,ar,..     of the dump, only names in these languages or of unknown language
  --without-script Arab   of the dump, no names in this script (ISO 15924); repeatable
  --strict                stop at the first bad row of the dump, instead of counting them
  --output FILE           the file to write; an older one is replaced when the new one is complete;
                          refused if it is a link, folder, device or one of the files read, and
                          left as it was if there would be no place in it
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 if the index is written, 2 if not. Messages go to standard error; that nobody can
read them is no reason to stop.
";

/// What is asked for.
pub struct Options {
    pub tables: Vec<PathBuf>,
    pub embedded: bool,
    pub corrections: Vec<PathBuf>,
    pub geonames: Option<GeoNames>,
    pub output: PathBuf,
}

/// Changes a dump; only once its file is known.
type Setting = Box<dyn FnOnce(GeoNames) -> GeoNames>;

impl Options {
    /// Reads the arguments.
    pub fn read() -> Result<Options, Stop> {
        use lexopt::prelude::*;
        let mut tables = Vec::new();
        let mut corrections = Vec::new();
        let mut embedded = false;
        let (mut geonames, mut output) = (None::<PathBuf>, None);
        let mut settings: Vec<Setting> = Vec::new();
        let mut strict = false;
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            let mut set = |setting: Setting| settings.push(setting);
            match argument {
                Long("embedded") => embedded = true,
                Long("tables") => tables.push(parser.value()?.into()),
                Long("corrections") => corrections.push(parser.value()?.into()),
                Long("geonames") => geonames = Some(parser.value()?.into()),
                Long("alternate-names") => {
                    let path = parser.value()?;
                    set(Box::new(|dump| dump.alternate_names(path)));
                }
                Long("hierarchy") => {
                    let path = parser.value()?;
                    set(Box::new(|dump| dump.hierarchy(path)));
                }
                Long("admin-codes") => {
                    let path = parser.value()?;
                    set(Box::new(|dump| dump.admin_codes(path)));
                }
                Long("country-info") => {
                    let path = parser.value()?;
                    set(Box::new(|dump| dump.country_info(path)));
                }
                Long("country") => {
                    for country in list(parser.value()?)? {
                        set(Box::new(move |dump| dump.country(country)));
                    }
                }
                Long("class") => {
                    for class in list(parser.value()?)? {
                        set(Box::new(move |dump| dump.class(class)));
                    }
                }
                Long("feature") => {
                    for code in list::<String>(parser.value()?)? {
                        set(Box::new(move |dump| dump.feature_code(code)));
                    }
                }
                Long("min-population") => {
                    let inhabitants = parser.value()?.parse()?;
                    set(Box::new(move |dump| dump.min_population(inhabitants)));
                }
                Long("language") => {
                    for language in list(parser.value()?)? {
                        set(Box::new(move |dump| dump.language(language)));
                    }
                }
                Long("without-script") => {
                    for script in list::<String>(parser.value()?)? {
                        set(Box::new(move |dump| dump.without_script(script)));
                    }
                }
                Long("strict") => strict = true,
                Long("output") => output = Some(PathBuf::from(parser.value()?)),
                _ => return Err(other(&argument)),
            }
        }
        let policy = if strict { BadRows::Stop } else { BadRows::Skip };
        let geonames = match geonames {
            Some(path) => {
                let dump = GeoNames::new(path).bad_rows(policy);
                Some(settings.into_iter().fold(dump, |dump, set| set(dump)))
            }
            None if !settings.is_empty() => return Err(missing("--geonames is missing")),
            None => None,
        };
        if tables.is_empty() && !embedded && geonames.is_none() {
            return Err(missing("there is nothing to build from"));
        }
        let output = output.ok_or_else(|| missing("--output is missing"))?;
        Ok(Options {
            tables,
            embedded,
            corrections,
            geonames,
            output,
        })
    }

    /// All files that are read.
    pub fn inputs(&self) -> Vec<PathBuf> {
        let tables = self.tables.iter();
        let tables =
            tables.flat_map(|folder| ["places.csv", "names.csv"].map(|name| folder.join(name)));
        let dump = self.geonames.iter().flat_map(GeoNames::files);
        tables
            .chain(self.corrections.iter().cloned())
            .chain(dump.map(Path::to_owned))
            .collect()
    }

    /// The folder of the output.
    pub fn output_folder(&self) -> &Path {
        match self.output.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        }
    }
}

fn missing(what: &str) -> Stop {
    Stop::Usage(what.to_owned())
}

/// The values of an argument that lists them with commas.
fn list<T: std::str::FromStr>(value: std::ffi::OsString) -> Result<Vec<T>, lexopt::Error>
where
    T::Err: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    use lexopt::ValueExt;
    let parse = |part: &str| {
        part.parse()
            .map_err(|error: T::Err| lexopt::Error::Custom(error.into()))
    };
    value.string()?.split(',').map(parse).collect()
}
