//! GeoNames dumps: files come in, places and names go out to a [`Sink`].
//! <https://download.geonames.org/export/dump/> has the files, and a readme that describes them.
//!
//! A dump is read in three steps, so that only ids and administrative codes are in memory:
//! the table of places once, to know which are selected ([`places`]) and which unit each code
//! stands for ([`units`]); the alternate names ([`names`]); the table of places again.

pub(crate) mod names;
pub(crate) mod place_row;
mod places;
pub(crate) mod units;

use crate::error::{Error, Result};
use crate::gazetteer::Sink;
use crate::gazetteer::decode::Utf8Reader;
use crate::gazetteer::geonames::names::AlternateNames;
use crate::gazetteer::geonames::place_row::PlaceRow;
use crate::gazetteer::geonames::places::SelectedPlaces;
use crate::gazetteer::geonames::units::Units;
use crate::gazetteer::open::open;
use crate::gazetteer::rows::{BadRowHandler, BadRows, SkippedRows, TabRows};
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use crate::model::language::Language;
#[cfg(doc)]
use crate::model::name::Name;
use std::path::{Path, PathBuf};

/// A GeoNames dump: which files it has, and what of it is wanted.
///
/// The files may be packed (`.zip`, `.gz`, `.xz`) if the feature `archives` is on. They are UTF-8,
/// or UTF-16 with a byte-order mark; lines may end with LF, CR LF or CR. A row has at most 1 MiB,
/// a name at most [`Name::MAX_LEN`] bytes.
///
/// ```no_run
/// use toponym::{BadRows, GeoNames, IndexBuilder};
///
/// let dump = GeoNames::new("AM.zip")
///     .alternate_names("alternateNamesV2.zip")
///     .hierarchy("hierarchy.zip")
///     .bad_rows(BadRows::Skip);
/// let builder = IndexBuilder::new().add_geonames(&dump);
/// println!("left out:\n{}", builder.skipped_rows());
/// builder.write("armenia.toponym")?;
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a dump is read when it is added to a builder"]
pub struct GeoNames {
    places: PathBuf,
    alternate_names: Option<PathBuf>,
    hierarchy: Option<PathBuf>,
    codes: Vec<PathBuf>,
    country_info: Option<PathBuf>,
    wanted: ImportFilter,
    bad_rows: BadRows,
}

/// What of a dump is wanted. An empty list asks for everything.
#[derive(Clone, Debug, Default)]
struct ImportFilter {
    countries: Vec<CountryCode>,
    classes: Vec<FeatureClass>,
    codes: Vec<String>,
    population: u64,
    languages: Vec<Language>,
    without_scripts: Vec<String>,
}

impl GeoNames {
    /// The dump with this table of places: `allCountries.txt`, `AM.txt`, `cities15000.txt`.
    /// Without [`GeoNames::alternate_names`], names come from the table's own column of them,
    /// which says nothing of languages: they are tagged by their script, as `und-Arab`.
    pub fn new(places: impl Into<PathBuf>) -> Self {
        GeoNames {
            places: places.into(),
            alternate_names: None,
            hierarchy: None,
            codes: Vec::new(),
            country_info: None,
            wanted: ImportFilter::default(),
            bad_rows: BadRows::Stop,
        }
    }

    /// Names with their languages, and Wikidata ids: `alternateNamesV2.txt`.
    pub fn alternate_names(mut self, path: impl Into<PathBuf>) -> Self {
        self.alternate_names = Some(path.into());
        self
    }

    /// Which place lies in which: `hierarchy.txt`. What it does not say follows from the
    /// administrative codes of the places.
    pub fn hierarchy(mut self, path: impl Into<PathBuf>) -> Self {
        self.hierarchy = Some(path.into());
        self
    }

    /// The units that administrative codes stand for, where the table of places does not
    /// hold them: `admin1CodesASCII.txt`, `admin2Codes.txt`.
    pub fn admin_codes(mut self, path: impl Into<PathBuf>) -> Self {
        self.codes.push(path.into());
        self
    }

    /// The ids of countries, where the table of places does not hold them: `countryInfo.txt`.
    pub fn country_info(mut self, path: impl Into<PathBuf>) -> Self {
        self.country_info = Some(path.into());
        self
    }

    /// Only places of this country; called more than once, of any of the countries.
    pub fn country(mut self, country: CountryCode) -> Self {
        self.wanted.countries.push(country);
        self
    }

    /// Only places of this class; called more than once, of any of the classes.
    pub fn class(mut self, class: FeatureClass) -> Self {
        self.wanted.classes.push(class);
        self
    }

    /// Only places of this feature code, such as `PPLA`; called more than once, of any of them.
    pub fn feature_code(mut self, code: impl Into<String>) -> Self {
        self.wanted.codes.push(code.into());
        self
    }

    /// Only places with at least so many inhabitants.
    pub fn min_population(mut self, inhabitants: u64) -> Self {
        self.wanted.population = inhabitants;
        self
    }

    /// Only names in this language, those whose language is not known, and each place's main
    /// name; called more than once, in any of the languages.
    pub fn language(mut self, language: Language) -> Self {
        self.wanted.languages.push(language);
        self
    }

    /// No names in this script, given by its ISO 15924 code, such as `Arab`.
    pub fn without_script(mut self, script: impl Into<String>) -> Self {
        self.wanted.without_scripts.push(script.into());
        self
    }

    /// What to do with bad rows; to stop at the first unless this says otherwise. Large dumps
    /// have some in them.
    pub fn bad_rows(mut self, policy: BadRows) -> Self {
        self.bad_rows = policy;
        self
    }

    /// The files that are read.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        let optional = [&self.alternate_names, &self.hierarchy, &self.country_info];
        std::iter::once(&self.places)
            .chain(optional.into_iter().flatten())
            .chain(&self.codes)
            .map(PathBuf::as_path)
    }

    /// Reads the dump; the order of its rows makes no difference. The report says what was
    /// left out and why.
    ///
    /// # Errors
    /// If a file cannot be read; at the first bad row, unless they are skipped, and then if a file
    /// has no others; if there is no place in the table of places; those of the sink.
    pub fn read(&self, sink: &mut dyn Sink) -> Result<SkippedRows> {
        let io = |source| Error::io(&self.places, source);
        let before = std::fs::metadata(&self.places).map_err(io)?;
        if !before.is_file() {
            let what = "is read twice: it must be a file, not a folder, device or pipe";
            return Err(io(std::io::Error::new(
                std::io::ErrorKind::InvalidInput,
                what,
            )));
        }
        let mut skipped = SkippedRows::default();
        let mut bad = BadRowHandler::new(self.bad_rows, &mut skipped);

        let mut units = Units::default();
        if let Some(path) = &self.hierarchy {
            bad.of_table(&mut rows(path)?, |rows, bad| {
                units.read_hierarchy(rows, bad)
            })?;
        }
        for path in &self.codes {
            bad.of_table(&mut rows(path)?, |rows, bad| units.read_codes(rows, bad))?;
        }
        if let Some(path) = &self.country_info {
            bad.of_table(&mut rows(path)?, |rows, bad| {
                units.read_countries(rows, bad)
            })?;
        }
        let mut places = SelectedPlaces::new(&self.wanted);
        let mut table = rows(&self.places)?;
        bad.of_table(&mut table, |rows, bad| places.select(rows, &mut units, bad))?;
        if table.is_empty() {
            return Err(Error::row(
                &self.places.display().to_string(),
                0,
                None,
                "there is no place in it",
            ));
        }

        let mut alternate = AlternateNames::new(&self.wanted);
        if let Some(path) = &self.alternate_names {
            let mut table = rows(path)?;
            bad.of_table(&mut table, |rows, bad| {
                alternate.read(rows, &places, sink, bad)
            })?;
            if table.is_empty() {
                let what = "there is no row in it: fetch it again, or build without it";
                return Err(Error::row(&path.display().to_string(), 0, None, what));
            }
        }
        let own_names = self.alternate_names.is_none();
        let mut emit = |row: PlaceRow<'_>| {
            let mut place = row.place()?;
            place.parent = units.parent(&row, |id| places.holds(id));
            place.same_as = alternate.wikidata_ids(row.id);
            sink.place(place)?;
            names::own_names(&row, own_names, &self.wanted, sink)
        };
        places.read(&mut rows(&self.places)?, &mut emit)?;
        let after = std::fs::metadata(&self.places).map_err(io)?;
        let is_same =
            after.len() == before.len() && after.modified().ok() == before.modified().ok();
        if !is_same {
            let what = "has changed while it was read, which happens twice: build again";
            return Err(io(std::io::Error::other(what)));
        }
        Ok(skipped)
    }
}

/// The rows of a file.
fn rows(path: &Path) -> Result<TabRows<Utf8Reader<Box<dyn std::io::Read>>>> {
    Ok(TabRows::new(&path.display().to_string(), open(path)?))
}

impl ImportFilter {
    /// Whether names of this script are wanted.
    fn script(&self, script: &str) -> bool {
        !self
            .without_scripts
            .iter()
            .any(|without| without.eq_ignore_ascii_case(script))
    }
}
