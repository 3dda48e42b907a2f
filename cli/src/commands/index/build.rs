//! `toponym index build`: makes an index file from gazetteers.

use crate::commands::index::progress::Progress;
use crate::console::Messages;
use crate::stop::{Input, Stop};
use clap::{ArgGroup, Args};
use std::path::{Path, PathBuf};
use toponym::{
    BadRows, Corrections, CountryCode, FeatureClass, Gazetteer, GeoNames, IndexBuilder, Language,
};

/// Build an index of places and names, for --index and the library's `Index::open`.
///
/// Gazetteers are trusted in the order: tables, embedded, GeoNames. Files of a dump may be packed
/// (.zip, .gz, .xz). Tables are UTF-8, or UTF-16 with a byte-order mark. Programs may have the older
/// file mapped: it is never overwritten, but the new one is written beside it and renamed, and
/// whoever moves index files about should do so too (mv on the same disk, not cp onto an older
/// file).
#[derive(Args, Debug)]
#[command(
    after_help = EXAMPLES,
    group = ArgGroup::new("gazetteers").required(true).multiple(true)
        .args(["tables", "embedded", "geonames"])
)]
pub(crate) struct BuildArgs {
    /// places.csv and names.csv in the format of data/README.md; may be repeated
    #[arg(long, value_name = "DIR")]
    tables: Vec<PathBuf>,
    /// The gazetteer that is built in
    #[arg(long)]
    embedded: bool,
    /// Names to add or withdraw and places to move, whatever the gazetteers say; may be repeated
    #[arg(long, value_name = "FILE")]
    corrections: Vec<PathBuf>,
    /// A GeoNames dump: allCountries.txt, AM.txt, cities15000.txt ..
    #[arg(long, value_name = "FILE")]
    geonames: Option<PathBuf>,
    /// Its alternateNamesV2.txt
    #[arg(long, value_name = "FILE", requires = "geonames")]
    alternate_names: Option<PathBuf>,
    /// Its hierarchy.txt
    #[arg(long, value_name = "FILE", requires = "geonames")]
    hierarchy: Option<PathBuf>,
    /// Its admin1CodesASCII.txt or admin2Codes.txt; may be repeated
    #[arg(long, value_name = "FILE", requires = "geonames")]
    admin_codes: Vec<PathBuf>,
    /// Its countryInfo.txt
    #[arg(long, value_name = "FILE", requires = "geonames")]
    country_info: Option<PathBuf>,
    /// Of the dump, only these countries
    #[arg(
        long,
        value_name = "CC,..",
        value_delimiter = ',',
        requires = "geonames"
    )]
    country: Vec<CountryCode>,
    /// Of the dump, only these feature classes
    #[arg(
        long,
        value_name = "P,A,..",
        value_delimiter = ',',
        requires = "geonames"
    )]
    class: Vec<FeatureClass>,
    /// Of the dump, only these feature codes
    #[arg(
        long,
        value_name = "PPLC,..",
        value_delimiter = ',',
        requires = "geonames"
    )]
    feature: Vec<String>,
    /// Of the dump, only places of so many inhabitants
    #[arg(long, value_name = "N", requires = "geonames")]
    min_population: Option<u64>,
    /// Of the dump, only names in these languages or of unknown language
    #[arg(
        long,
        value_name = "en,ar,..",
        value_delimiter = ',',
        requires = "geonames"
    )]
    language: Vec<Language>,
    /// Of the dump, no names in this script (ISO 15924); may be repeated
    #[arg(
        long,
        value_name = "Arab",
        value_delimiter = ',',
        requires = "geonames"
    )]
    without_script: Vec<String>,
    /// Stop at the first bad row of the dump, instead of counting them
    #[arg(long)]
    strict: bool,
    /// The file to write; an older one is replaced when the new one is complete; refused if it is a
    /// link, folder, device or one of the files read, and left as it was if there would be no place
    /// in it
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  toponym index build --embedded --geonames cities15000.zip --output cities.toponym
  toponym index build --geonames allCountries.zip --alternate-names alternateNamesV2.zip \\
      --hierarchy hierarchy.zip --class P,A --country AM,AZ,GE --output caucasus.toponym
  toponym index build --tables my-places --embedded --corrections mine.csv -o mine.toponym

Exit status: 0 if the index is written, 2 if not. Messages go to standard error; that nobody can
read them is no reason to stop.";

pub(crate) fn run(args: &BuildArgs, messages: &mut Messages<'_>) -> Result<Input, Stop> {
    let dump = args.dump();
    let inputs = args.inputs(dump.as_ref());
    IndexBuilder::check_output(&args.output, inputs.iter().map(|path| path.as_path()))?;
    let progress = Progress::new(messages);
    let reading = progress.clone();
    let building = progress.clone();
    // What is sorted beside the file is on a disk that has room for it.
    let mut builder = IndexBuilder::with_scratch_folder(args.output_folder())
        .on_progress(move |now| building.show(now.step, now.done, Some(now.total)));
    for path in &args.corrections {
        builder = builder.add_corrections(Corrections::read_table(path)?);
    }
    for folder in &args.tables {
        builder = builder.add_gazetteer(Gazetteer::read_tables(folder)?);
    }
    if args.embedded {
        builder = builder.add_gazetteer(Gazetteer::embedded());
    }
    if let Some(dump) = &dump {
        builder = builder.add_from(|sink| dump.read(&mut reading.counting(sink)));
        progress.clear();
        let skipped = builder.skipped_rows();
        if skipped.total() > 0 {
            let skipped = skipped.to_string();
            messages.note(format_args!(
                "left out of the dump:\n{}",
                skipped.trim_end()
            ));
        }
    }
    let written = builder.write(&args.output);
    progress.clear();
    messages.note(format_args!("{}: {}", args.output.display(), written?));
    Ok(Input::Good)
}

impl BuildArgs {
    /// The dump, with what is taken of it.
    fn dump(&self) -> Option<GeoNames> {
        let policy = match self.strict {
            true => BadRows::Stop,
            false => BadRows::Skip,
        };
        let mut dump = GeoNames::new(self.geonames.as_ref()?).bad_rows(policy);
        if let Some(path) = &self.alternate_names {
            dump = dump.alternate_names(path);
        }
        if let Some(path) = &self.hierarchy {
            dump = dump.hierarchy(path);
        }
        if let Some(path) = &self.country_info {
            dump = dump.country_info(path);
        }
        if let Some(inhabitants) = self.min_population {
            dump = dump.min_population(inhabitants);
        }
        dump = self.admin_codes.iter().fold(dump, GeoNames::admin_codes);
        dump = self.country.iter().copied().fold(dump, GeoNames::country);
        dump = self.class.iter().copied().fold(dump, GeoNames::class);
        dump = self.feature.iter().fold(dump, GeoNames::feature_code);
        dump = self.language.iter().copied().fold(dump, GeoNames::language);
        let scripts = self.without_script.iter();
        Some(scripts.fold(dump, GeoNames::without_script))
    }

    /// All files that are read.
    fn inputs(&self, dump: Option<&GeoNames>) -> Vec<PathBuf> {
        let tables = self.tables.iter();
        let tables =
            tables.flat_map(|folder| ["places.csv", "names.csv"].map(|name| folder.join(name)));
        let dump = dump.into_iter().flat_map(GeoNames::files);
        tables
            .chain(self.corrections.iter().cloned())
            .chain(dump.map(Path::to_owned))
            .collect()
    }

    /// The folder of the output.
    fn output_folder(&self) -> &Path {
        match self.output.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        }
    }
}
