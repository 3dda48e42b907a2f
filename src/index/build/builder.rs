//! Building an index from gazetteers.

use crate::error::{Error, Result};
use crate::gazetteer::{Change, Correction, Corrections, Gazetteer, GeoNames, Sink, SkippedRows};
use crate::index::Index;
use crate::index::build::draft::Drafts;
use crate::index::build::file;
use crate::index::build::handover::read_apart;
use crate::index::build::names::{AddError, GivenNames};
use crate::index::build::pipeline::{BuildInput, assemble};
use crate::index::build::report::{BuildProgress, BuildReport};
use crate::index::build::sections::Sections;
use crate::index::build::spill::scratch_error;
use crate::index::format::record::PackedId;
use crate::model::name::Name;
use crate::model::place::Place;
use std::fmt;
use std::path::{Path, PathBuf};

/// A dump of fewer bytes is read on the thread that keeps it.
const SMALL_DUMP: u64 = 1 << 20;

/// Collects gazetteers and makes an [`Index`] of them.
///
/// Gazetteers are added in order of trust, the most trusted first. Within one, the order of
/// places and names changes nothing: the same gazetteers give the same bytes. A place that two
/// of them know, under one id or under two that are said to be the same, becomes one place:
/// see [`IndexBuilder::add_gazetteer`].
///
/// Every `add_` method takes the builder and gives it back. What goes wrong while adding is
/// returned by [`IndexBuilder::build`] and [`IndexBuilder::write`]; after an error nothing more is
/// read.
///
/// Building needs some 150 bytes of memory for a place and 50 for a name; what it has to sort
/// beyond that goes through files (see [`IndexBuilder::with_scratch_folder`]).
///
/// ```
/// use toponym::{Coordinates, Gazetteer, IndexBuilder, Name, NameKind, Place};
///
/// let depot = Place::new("acme:depot".parse()?, Coordinates::new(40.1, 44.5)?);
/// let name = Name::new(depot.id.clone(), "North Depot", "en".parse()?, NameKind::Preferred);
/// let index = IndexBuilder::new()
///     .add_gazetteer(Gazetteer { places: vec![depot], names: vec![name] })
///     .build()?;
/// assert_eq!(index.place(&"acme:depot".parse()?).unwrap().name(), "North Depot");
/// # Ok::<(), toponym::Error>(())
/// ```
#[must_use = "no index is built before `build` or `write`"]
pub struct IndexBuilder {
    drafts: Drafts,
    names: GivenNames,
    /// For each gazetteer, whether what does not fit in it is an error.
    strict: Vec<bool>,
    corrections: Vec<(PackedId, Correction)>,
    scratch: PathBuf,
    skipped: SkippedRows,
    progress: Box<dyn FnMut(BuildProgress) + Send>,
    /// The first thing that went wrong while adding.
    failed: Option<Error>,
}

impl Default for IndexBuilder {
    fn default() -> Self {
        IndexBuilder::new()
    }
}

impl fmt::Debug for IndexBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IndexBuilder")
            .field("places", &self.drafts.places.len())
            .field("names", &self.names.len())
            .finish_non_exhaustive()
    }
}

impl IndexBuilder {
    /// A builder without places.
    pub fn new() -> Self {
        IndexBuilder::with_scratch_folder(std::env::temp_dir())
    }

    /// A builder that keeps in this folder, in files without a name, what it has to sort beyond
    /// some hundred megabytes; [`IndexBuilder::new`] uses the system's folder for temporary files.
    /// For twelve million places it needs about five gigabytes.
    pub fn with_scratch_folder(folder: impl Into<PathBuf>) -> Self {
        let scratch = folder.into();
        IndexBuilder {
            drafts: Drafts::default(),
            names: GivenNames::new(&scratch),
            // The first stands for corrections.
            strict: vec![true],
            corrections: Vec::new(),
            scratch,
            skipped: SkippedRows::default(),
            progress: Box::new(|_| ()),
            failed: None,
        }
    }

    /// Calls `report` every now and then while the index is built.
    pub fn on_progress(mut self, report: impl FnMut(BuildProgress) + Send + 'static) -> Self {
        self.progress = Box::new(report);
        self
    }

    /// Adds a gazetteer's places and names; they are trusted less than those added before.
    ///
    /// A place is the same as one added before if they have one canonical id; or if an id of
    /// one stands on the other, their class is the same, they lie within 25 km of each other,
    /// and no one authority has given them two ids. It then adds its names and ids
    /// to that place, and its country, parent and population where those were not known.
    pub fn add_gazetteer(mut self, gazetteer: Gazetteer) -> Self {
        if self.failed.is_none() {
            self.failed = self.add(gazetteer).err();
        }
        self
    }

    fn add(&mut self, gazetteer: Gazetteer) -> Result<()> {
        let mut layer = self.layer(true)?;
        for place in gazetteer.places {
            layer.place(place)?;
        }
        for name in gazetteer.names {
            layer.name(name)?;
        }
        Ok(())
    }

    /// Adds corrections of what the gazetteers say, whenever those are added.
    pub fn add_corrections(mut self, corrections: Corrections) -> Self {
        if self.failed.is_none() {
            self.failed = self.take(corrections).err();
        }
        self
    }

    fn take(&mut self, corrections: Corrections) -> Result<()> {
        for correction in corrections.0 {
            if let Change::Add(name) = &correction.change {
                let mut layer = Layer {
                    builder: self,
                    number: 0,
                };
                layer.name(name.clone())?;
            }
            let place = self.drafts.pack(&correction.place).map_err(Error::build)?;
            self.corrections.push((place, correction));
        }
        Ok(())
    }

    /// Adds the places and names of a GeoNames dump, as [`IndexBuilder::add_from`] does.
    pub fn add_geonames(self, dump: &GeoNames) -> Self {
        // A thread takes longer to start than a small dump to read.
        let bytes = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len());
        match dump.files().map(bytes).sum::<u64>() {
            0..SMALL_DUMP => self.add_from(|sink| dump.read(sink)),
            _ => self.add_from(|sink| read_apart(|sink| dump.read(sink), sink)),
        }
    }

    /// Adds a gazetteer that is read place by place and name by name, so that it is never in
    /// memory as a whole. `read` is given the [`Sink`] to put them in, and tells which rows it
    /// left out, if it left out any; it is not called after an error. As in
    /// [`IndexBuilder::add_gazetteer`], the gazetteer is trusted less than those before it; but
    /// names and parents whose place it does not have are left out, as is an id that it gives to
    /// two places.
    ///
    /// ```
    /// use toponym::{Coordinates, IndexBuilder, Name, NameKind, Place, SkippedRows};
    ///
    /// let builder = IndexBuilder::new().add_from(|sink| {
    ///     let depot = Place::new("acme:depot".parse()?, Coordinates::new(40.1, 44.5)?);
    ///     sink.name(Name::new(depot.id.clone(), "Depot", "en".parse()?, NameKind::Preferred))?;
    ///     sink.place(depot)?;
    ///     Ok(SkippedRows::default())
    /// });
    /// assert_eq!(builder.build()?.name_count(), 1);
    /// # Ok::<(), toponym::Error>(())
    /// ```
    pub fn add_from(mut self, read: impl FnOnce(&mut dyn Sink) -> Result<SkippedRows>) -> Self {
        if self.failed.is_none() {
            match self.layer(false).and_then(|mut layer| read(&mut layer)) {
                Ok(skipped) => self.skipped.append(skipped),
                Err(error) => self.failed = Some(error),
            }
        }
        self
    }

    /// What was left out so far of what was read row by row.
    pub fn skipped_rows(&self) -> &SkippedRows {
        &self.skipped
    }

    fn layer(&mut self, strict: bool) -> Result<Layer<'_>> {
        let number = u8::try_from(self.strict.len())
            .map_err(|_| Error::build("an index is made of at most 255 gazetteers"))?;
        self.strict.push(strict);
        Ok(Layer {
            builder: self,
            number,
        })
    }

    /// Builds the index in memory.
    ///
    /// # Errors
    /// The first one of adding; if within a gazetteer two places share an id, a parent or a name's place is missing, or
    /// places are their own parents; if the scratch folder cannot be written to.
    pub fn build(self) -> Result<Index> {
        let (sections, _) = self.assemble()?;
        let mut bytes =
            Vec::with_capacity(usize::try_from(sections.file_len()).unwrap_or_default());
        sections
            .write(&mut bytes)
            .map_err(|error| scratch_error(Path::new(""), error))?;
        Index::from_bytes(bytes)
    }

    /// Whether an index can be written to `path`, to be asked before all the work. What is there
    /// already may be a file, but none of the `inputs`, by whatever links.
    ///
    /// # Errors
    /// If it is a link, a folder, a device, a pipe or one of the inputs.
    pub fn check_output<'p>(
        path: impl AsRef<Path>,
        inputs: impl IntoIterator<Item = &'p Path>,
    ) -> Result<()> {
        file::check_target(path.as_ref(), inputs)
    }

    /// Builds the index into a file, which appears whole or not at all: it is written beside its
    /// final place and then put there, so whoever has an older file of that name open
    /// keeps reading that.
    ///
    /// # Errors
    /// As [`IndexBuilder::build`]; if there are no places, as an index of none would only ever
    /// replace a better one; if the file cannot be written, or what is there is no file (see
    /// [`IndexBuilder::check_output`]).
    pub fn write(self, path: impl AsRef<Path>) -> Result<BuildReport> {
        file::check_target(path.as_ref(), [])?;
        let (sections, report) = self.assemble()?;
        if report.places == 0 {
            return Err(Error::build(format!(
                "there is no place to be found in it; {} is left as it was",
                path.as_ref().display()
            )));
        }
        file::replace(path.as_ref(), |out| sections.write(out))?;
        Ok(report)
    }

    fn assemble(self) -> Result<(Sections, BuildReport)> {
        let IndexBuilder {
            drafts,
            names,
            strict,
            corrections,
            scratch,
            skipped: _,
            mut progress,
            failed,
        } = self;
        if let Some(error) = failed {
            return Err(error);
        }
        let input = BuildInput {
            drafts,
            names,
            strict,
            corrections,
        };
        assemble(input, &scratch, &mut progress)
    }
}

/// A gazetteer that is being added.
struct Layer<'b> {
    builder: &'b mut IndexBuilder,
    number: u8,
}

impl Sink for Layer<'_> {
    fn place(&mut self, place: Place) -> Result<()> {
        self.builder
            .drafts
            .add(&place, self.number)
            .map_err(Error::build)
    }

    fn name(&mut self, name: Name) -> Result<()> {
        let IndexBuilder {
            drafts,
            names,
            scratch,
            ..
        } = &mut *self.builder;
        names
            .add(drafts, &name, self.number)
            .map_err(|error| match error {
                AddError::Name(what) => Error::build(what),
                AddError::Io(error) => scratch_error(scratch, error),
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::Key;
    use crate::model::coordinates::Coordinates;
    use crate::model::name::NameKind;

    fn place(id: &str) -> Place {
        Place::new(id.parse().unwrap(), Coordinates::new(40.0, 44.0).unwrap())
    }

    fn name(place: &str, text: &str, kind: NameKind) -> Name {
        Name::new(place.parse().unwrap(), text, "en".parse().unwrap(), kind)
    }

    fn build(places: Vec<Place>, names: Vec<Name>) -> Result<Index> {
        IndexBuilder::new()
            .add_gazetteer(Gazetteer { places, names })
            .build()
    }

    #[test]
    fn the_first_error_ends_the_adding() {
        let builder = IndexBuilder::new()
            .add_from(|_| Err(Error::build("the first")))
            .add_from(|_| unreachable!("nothing is read after an error"))
            .add_gazetteer(Gazetteer::default());
        let error = builder.build().unwrap_err();
        assert_eq!(error.to_string(), "building the index: the first");
    }

    #[test]
    fn what_readers_leave_out_is_counted_together() {
        let skip = |places: &'static [&'static str]| {
            move |_: &mut dyn Sink| {
                let mut skipped = SkippedRows::default();
                for place in places {
                    skipped.count("too long", || (*place).to_owned());
                }
                Ok(skipped)
            }
        };
        let builder = IndexBuilder::new()
            .add_from(skip(&["a:1", "a:2"]))
            .add_from(skip(&["b:1", "b:2"]));
        let reasons: Vec<_> = builder.skipped_rows().reasons().collect();
        let first = ["a:1", "a:2", "b:1"].map(str::to_owned);
        assert_eq!(reasons, [("too long", 4, &first[..])]);
    }

    #[test]
    fn names_of_one_key_are_found_together() {
        let names = vec![
            name("gn:1", "Norashen", NameKind::Preferred),
            name("gn:2", "Norashen", NameKind::Preferred),
            name("gn:2", "NORASHEN", NameKind::Variant),
            name("gn:2", "Norashen", NameKind::Former),
            name("gn:1", "Norashena", NameKind::Variant),
        ];
        let index = build(vec![place("gn:2"), place("gn:1")], names).unwrap();
        let found: Vec<_> = index
            .names_of_key(&Key::of("norashen"))
            .map(|name| (name.place().id().to_string(), name.text(), name.kind()))
            .collect();
        let expected = [
            ("gn:1".to_owned(), "Norashen", NameKind::Preferred),
            ("gn:2".to_owned(), "Norashen", NameKind::Preferred),
            ("gn:2".to_owned(), "NORASHEN", NameKind::Variant),
        ];
        assert_eq!(found, expected);
        assert_eq!(index.names_of_key(&Key::of("norash")).count(), 0);
    }

    #[test]
    fn names_without_letters_stay_with_their_place() {
        let index = build(
            vec![place("gn:1")],
            vec![name("gn:1", "—", NameKind::Preferred)],
        )
        .unwrap();
        assert_eq!(index.names_of_key(&Key::of("—")).count(), 0);
        assert_eq!(index.places().next().unwrap().name(), "—");
    }

    #[test]
    fn what_does_not_fit_together_is_an_error() {
        let message = |places, names| build(places, names).unwrap_err().to_string();
        let mut other = place("gn:2");
        other.same_as.push("gn:1".parse().unwrap());
        assert!(message(vec![place("gn:1"), other], vec![]).contains("gn:1 stands on two places"));
        assert!(
            message(vec![], vec![name("gn:9", "A", NameKind::Preferred)]).contains("no place gn:9")
        );
        let mut orphan = place("gn:1");
        orphan.parent = Some("gn:9".parse().unwrap());
        assert!(message(vec![orphan], vec![]).contains("the parent of gn:1"));
        let mut own_parent = place("gn:1");
        own_parent.parent = Some("gn:1".parse().unwrap());
        assert!(message(vec![own_parent], vec![]).contains("loop"));
        let people = |number| {
            let mut crowded = place("gn:1");
            crowded.population = Some(number);
            crowded
        };
        let most = build(vec![people(Place::MAX_POPULATION)], vec![]).unwrap();
        let held = most.places().next().unwrap().population();
        assert_eq!(held, Some(Place::MAX_POPULATION));
        let one_more = message(vec![people(Place::MAX_POPULATION + 1)], vec![]);
        assert!(one_more.contains("the population of gn:1"), "{one_more}");
    }

    #[test]
    fn parents_and_ids() {
        let mut town = place("gn:1");
        town.parent = Some("wd:Q2".parse().unwrap());
        let mut country = place("gn:5");
        country.same_as.push("wd:Q2".parse().unwrap());
        let index = build(vec![town, country], vec![]).unwrap();
        let town = index.place(&"gn:1".parse().unwrap()).unwrap();
        let parents: Vec<_> = town.parents().map(|place| place.id().to_string()).collect();
        assert_eq!(parents, ["gn:5"]);
        assert_eq!(
            index.place(&"wd:Q2".parse().unwrap()),
            Some(index.places().nth(1).unwrap())
        );
    }
}
