//! Index files.

use crate::error::{exception, message};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use toponym::{BadRows, BuildProgress, Corrections, Gazetteer, GeoNames, IndexBuilder};

/// What an index is made of.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Sources {
    tables: Vec<PathBuf>,
    embedded: bool,
    corrections: Vec<PathBuf>,
    geonames: Option<PathBuf>,
    alternate_names: Option<PathBuf>,
    hierarchy: Option<PathBuf>,
    admin_codes: Vec<PathBuf>,
    country_info: Option<PathBuf>,
    country: Vec<String>,
    feature_class: Vec<String>,
    feature: Vec<String>,
    min_population: Option<u64>,
    language: Vec<String>,
    without_script: Vec<String>,
    strict: bool,
}

/// Builds an index file, and tells what is in it. `progress` is called with a step, how much of it is done
/// and how much there is.
#[pyfunction]
pub(crate) fn build_index<'py>(
    py: Python<'py>,
    sources: Sources,
    output: PathBuf,
    progress: Option<Py<PyAny>>,
) -> PyResult<Bound<'py, PyDict>> {
    if sources.tables.is_empty() && !sources.embedded && sources.geonames.is_none() {
        return Err(message(
            "nothing to build an index of: give tables, embedded or geonames",
        ));
    }
    let dump = sources.dump()?;
    // What progress raises is raised once the index is written: a build has no way to end halfway.
    let raised = Arc::new(Mutex::new(None));
    let (report, skipped) = py
        .detach(|| sources.build(dump, &output, progress, &raised))
        .map_err(exception)?;
    if let Some(raised) = raised.lock().unwrap_or_else(PoisonError::into_inner).take() {
        return Err(raised);
    }
    let told = PyDict::new(py);
    told.set_item("places", report.places)?;
    told.set_item("names", report.names)?;
    told.set_item("merged", report.merged)?;
    told.set_item("ids_left_out", report.ids_left_out)?;
    told.set_item("parents_left_out", report.parents_left_out)?;
    told.set_item("names_left_out", report.names_left_out)?;
    told.set_item("rows_skipped", skipped)?;
    Ok(told)
}

impl Sources {
    fn build(
        &self,
        dump: Option<GeoNames>,
        output: &Path,
        progress: Option<Py<PyAny>>,
        raised: &Arc<Mutex<Option<PyErr>>>,
    ) -> toponym::Result<(toponym::BuildReport, u64)> {
        let tables = self.tables.iter();
        let tables =
            tables.flat_map(|folder| ["places.csv", "names.csv"].map(|name| folder.join(name)));
        let files = dump.iter().flat_map(GeoNames::files).map(Path::to_owned);
        let inputs: Vec<PathBuf> = tables
            .chain(self.corrections.iter().cloned())
            .chain(files)
            .collect();
        IndexBuilder::check_output(output, inputs.iter().map(PathBuf::as_path))?;
        let folder = output.parent().filter(|folder| *folder != Path::new(""));
        let mut builder = IndexBuilder::with_scratch_folder(folder.unwrap_or(Path::new(".")));
        if let Some(progress) = progress {
            let raised = Arc::clone(raised);
            builder = builder.on_progress(move |now| tell(&progress, now, &raised));
        }
        for path in &self.corrections {
            builder = builder.add_corrections(Corrections::read_table(path)?);
        }
        for folder in &self.tables {
            builder = builder.add_gazetteer(Gazetteer::read_tables(folder)?);
        }
        if self.embedded {
            builder = builder.add_gazetteer(Gazetteer::embedded());
        }
        if let Some(dump) = &dump {
            builder = builder.add_geonames(dump);
        }
        let skipped = builder.skipped_rows().total();
        Ok((builder.write(output)?, skipped))
    }

    /// The first argument that says something about a dump.
    fn without_dump(&self) -> Option<&'static str> {
        let given = [
            ("alternate_names", self.alternate_names.is_some()),
            ("hierarchy", self.hierarchy.is_some()),
            ("admin_codes", !self.admin_codes.is_empty()),
            ("country_info", self.country_info.is_some()),
            ("country", !self.country.is_empty()),
            ("feature_class", !self.feature_class.is_empty()),
            ("feature", !self.feature.is_empty()),
            ("min_population", self.min_population.is_some()),
            ("language", !self.language.is_empty()),
            ("without_script", !self.without_script.is_empty()),
            ("strict", self.strict),
        ];
        let mut given = given.into_iter();
        given.find_map(|(argument, is_given)| is_given.then_some(argument))
    }

    /// The dump, with what is taken of it.
    fn dump(&self) -> PyResult<Option<GeoNames>> {
        let Some(places) = &self.geonames else {
            return match self.without_dump() {
                Some(argument) => Err(message(format_args!(
                    "{argument}: this is for a dump, and there is none: give geonames"
                ))),
                None => Ok(None),
            };
        };
        let policy = match self.strict {
            true => BadRows::Stop,
            false => BadRows::Skip,
        };
        let mut dump = GeoNames::new(places).bad_rows(policy);
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
        for country in &self.country {
            dump = dump.country(country.parse().map_err(exception)?);
        }
        for class in &self.feature_class {
            dump = dump.class(class.parse().map_err(exception)?);
        }
        for language in &self.language {
            dump = dump.language(language.parse().map_err(exception)?);
        }
        dump = self.admin_codes.iter().fold(dump, GeoNames::admin_codes);
        dump = self.feature.iter().fold(dump, GeoNames::feature_code);
        Ok(Some(
            self.without_script
                .iter()
                .fold(dump, GeoNames::without_script),
        ))
    }
}

/// Calls `progress`, unless it has raised something.
fn tell(progress: &Py<PyAny>, now: BuildProgress, raised: &Mutex<Option<PyErr>>) {
    let mut raised = raised.lock().unwrap_or_else(PoisonError::into_inner);
    if raised.is_none() {
        let call = |py: Python<'_>| progress.call1(py, (now.step, now.done, now.total));
        *raised = Python::attach(call).err();
    }
}
