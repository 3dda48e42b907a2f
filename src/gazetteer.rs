//! Gazetteers: tables come in, places with their names go out, one after the other into a
//! [`Sink`] or all together as a [`Gazetteer`], which an [`IndexBuilder`](crate::IndexBuilder) is
//! fed with. How they are searched is unknown here.
//!
//! - [`table`]: the crate's own tables, `places.csv` and `names.csv`; [`corrections`]: a user's
//!   corrections to other gazetteers,
//! - [`codes`]: codes of countries and units that stand for them,
//! - [`geonames`]: GeoNames dumps; [`rows`]: their rows, and what becomes of bad ones; [`script`]:
//!   tags for names without a language,
//! - [`open`], `zipped`, `read_ahead` and [`decode`]: files that may be packed or in UTF-16.
//!
//! Everything that can be wrong with a table is found here, and an error names file, line, column
//! and cure (decision 11 of the design). A row has at most 1 MiB.

pub(crate) mod codes;
#[cfg(feature = "build")]
pub(crate) mod corrections;
#[cfg(feature = "build")]
pub(crate) mod decode;
#[cfg(feature = "build")]
pub(crate) mod geonames;
#[cfg(feature = "build")]
pub(crate) mod open;
#[cfg(feature = "archives")]
pub(crate) mod read_ahead;
#[cfg(feature = "build")]
pub(crate) mod rows;
#[cfg(feature = "build")]
pub(crate) mod script;
#[cfg(feature = "build")]
pub(crate) mod table;
#[cfg(feature = "archives")]
pub(crate) mod zipped;

#[cfg(feature = "build")]
pub use crate::gazetteer::corrections::Corrections;
#[cfg(feature = "build")]
pub(crate) use crate::gazetteer::corrections::{Change, Correction};
#[cfg(feature = "build")]
pub use crate::gazetteer::geonames::GeoNames;
#[cfg(feature = "build")]
pub use crate::gazetteer::rows::{BadRows, SkippedRows};

#[cfg(feature = "build")]
use crate::error::{Error, Result};
use crate::model::name::Name;
use crate::model::place::Place;
#[cfg(feature = "build")]
use std::fs::File;
#[cfg(feature = "build")]
use std::io::Read;
#[cfg(feature = "build")]
use std::path::Path;

#[cfg(feature = "build")]
/// Takes places and names one after the other, as a reader comes upon them. A name may
/// come before its place.
pub trait Sink {
    /// Takes a place.
    ///
    /// # Errors
    /// If it can't be kept.
    fn place(&mut self, place: Place) -> Result<()>;

    /// Takes a name.
    ///
    /// # Errors
    /// If it can't be kept.
    fn name(&mut self, name: Name) -> Result<()>;
}

#[cfg(feature = "build")]
impl Sink for Gazetteer {
    fn place(&mut self, place: Place) -> Result<()> {
        self.places.push(place);
        Ok(())
    }

    fn name(&mut self, name: Name) -> Result<()> {
        self.names.push(name);
        Ok(())
    }
}

/// Places and their names.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Gazetteer {
    /// The places, in the order of their table.
    pub places: Vec<Place>,
    /// The names, in the order of their table; each belongs to one of the places.
    pub names: Vec<Name>,
}

#[cfg(feature = "build")]
impl Gazetteer {
    /// Reads `places.csv` and `names.csv` of a folder.
    ///
    /// The tables are comma-separated UTF-8 with a header row, as `data/README.md` describes
    /// them; columns may stand in any order, a byte order mark and CRLF line ends are accepted.
    ///
    /// # Errors
    /// If a file cannot be read, or at the first bad row, with its file, line and column.
    pub fn read_tables(folder: impl AsRef<Path>) -> Result<Gazetteer> {
        let open = |name: &str| {
            let path = folder.as_ref().join(name);
            let label = path.display().to_string();
            File::open(&path)
                .map(|file| (label, file))
                .map_err(|source| Error::io(path, source))
        };
        let (places_label, places) = open("places.csv")?;
        let (names_label, names) = open("names.csv")?;
        Gazetteer::from_csv((&places_label, places), (&names_label, names))
    }

    /// Reads a table of places and a table of names, each with the label that errors shall
    /// call it by.
    ///
    /// # Errors
    /// At the first bad row, with its file, line and column.
    pub fn from_csv(places: (&str, impl Read), names: (&str, impl Read)) -> Result<Gazetteer> {
        let places_file = places.0;
        let places = table::read_places(places_file, places.1)?;
        table::check_places(places_file, &places)?;
        let names_file = names.0;
        let names = table::read_names(names_file, names.1)?;
        table::check_names(names_file, &names, &places)?;
        Ok(Gazetteer {
            places: places.into_iter().map(|row| row.value).collect(),
            names: names.into_iter().map(|row| row.value).collect(),
        })
    }
}
