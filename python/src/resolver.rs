//! A resolver, as the modules of Python call it.

use crate::columns_in::{Texts, numbers};
use crate::error::{column_exception, exception, message};
use crate::guarded::guarded;
use crate::ids::Ids;
use crate::options::{NearestOptions, QueryOptions, ScanOptions, TextContext, language};
use crate::parallel::{in_blocks, in_one, mentions_until};
use crate::table::{CHUNK_ROWS, CoreTable};
use arrow_array::{ArrayRef, Int64Array, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use pythonize::pythonize;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use toponym::{Index, NearbyPlace, Offsets, PlaceId, PlaceRef, Resolver};
use toponym_arrow::{Answer, AnswerColumns, Asker, MentionColumns, MentionRow, Question, Repeats};
use toponym_cli::map::{MapOptions, PlaceMap};

/// Threads take so many names at a time.
const NAMES: usize = 256;
/// Threads take so many texts at a time.
const TEXTS: usize = 16;
/// A text of so many bytes takes some milliseconds.
const LONG_TEXT: usize = 1 << 14;
/// What the column of ids in an answer is called.
const TEXT_ID: &str = "text_id";

/// What `toponym.Resolver` hands its questions to.
#[pyclass(frozen, module = "toponym._core", name = "CoreResolver")]
pub(crate) struct CoreResolver {
    resolver: Resolver,
}

#[pymethods]
impl CoreResolver {
    #[new]
    #[pyo3(signature = (path=None))]
    fn new(py: Python<'_>, path: Option<PathBuf>) -> PyResult<Self> {
        let resolver = py.detach(|| match path {
            Some(path) => Index::open_mmap(path).map(Resolver::new),
            None => Ok(Resolver::embedded()),
        });
        let resolver = resolver.map_err(exception)?;
        Ok(CoreResolver { resolver })
    }

    /// How many places and how many names there are.
    fn counts(&self) -> (usize, usize) {
        let index = self.resolver.index();
        (index.places().len(), index.name_count())
    }

    fn resolve<'py>(
        &self,
        py: Python<'py>,
        name: &str,
        options: QueryOptions,
        explain: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        let query = py.detach(|| options.query(&self.resolver))?.name(name);
        let record = py.detach(|| {
            let answer = self.resolver.resolve(query);
            match explain {
                true => answer.to_explained_record(),
                false => answer.to_record(),
            }
        });
        Ok(pythonize(py, &record)?)
    }

    #[pyo3(signature = (names, options, country, near, threads, progress))]
    #[expect(
        clippy::too_many_arguments,
        reason = "Python's columns, each of which may be missing"
    )]
    fn resolve_many<'py>(
        &self,
        py: Python<'py>,
        names: &Bound<'py, PyAny>,
        options: QueryOptions,
        country: Option<&Bound<'py, PyAny>>,
        near: Option<(Bound<'py, PyAny>, Bound<'py, PyAny>)>,
        threads: Option<usize>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<CoreTable> {
        let query = py.detach(|| options.query(&self.resolver))?;
        let names = Texts::read("names", names)?;
        let country = country
            .map(|column| Texts::read("country", column))
            .transpose()?;
        let near = near.map(|(latitudes, longitudes)| {
            PyResult::Ok((
                numbers("near, latitudes", &latitudes)?,
                numbers("near, longitudes", &longitudes)?,
            ))
        });
        let near = near.transpose()?;
        let lengths = [
            ("country", country.as_ref().map(Texts::len)),
            ("near, latitudes", near.as_ref().map(|near| near.0.len())),
            ("near, longitudes", near.as_ref().map(|near| near.1.len())),
        ];
        for (what, length) in lengths {
            same_length(what, length, "names", names.len())?;
        }
        let question = |row: usize| {
            let country = country.as_ref().and_then(|country| country.get(row));
            let near = near.as_ref().and_then(|near| near.0[row].zip(near.1[row]));
            names.get(row).map(|name| Question {
                name,
                country,
                near,
            })
        };
        let repeats = py.detach(|| Repeats::of((0..names.len()).map(question)));
        let asker = Asker::new(&self.resolver, query);
        let asked = repeats.distinct();
        let answers = in_blocks(
            py,
            asked.len(),
            NAMES,
            threads,
            progress.as_ref(),
            |block, stopped| {
                let asked = asked[block].iter();
                let asked = asked.take_while(|_| !stopped.load(Ordering::Relaxed));
                let answers = asked.map(|question| asker.ask(question));
                answers.collect::<Vec<Answer<'_>>>()
            },
        )?;
        let batches = py.detach(|| {
            let answers: Vec<Answer<'_>> = answers.into_iter().flatten().collect();
            let mut columns = AnswerColumns::default();
            let mut batches = Vec::new();
            for (row, answer) in repeats.rows().enumerate() {
                columns.append(answer.map(|at| &answers[at]));
                if (row + 1).is_multiple_of(CHUNK_ROWS) {
                    batches.push(columns.finish());
                }
            }
            batches.push(columns.finish());
            batches
        });
        let schema = Arc::new(Schema::new(AnswerColumns::fields()));
        Ok(CoreTable::new(schema, batches))
    }

    fn scan<'py>(
        &self,
        py: Python<'py>,
        text: &str,
        options: ScanOptions,
        explain: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        let context = py.detach(|| options.context(&self.resolver))?;
        let records = |stopped: &AtomicBool| {
            let chars = Offsets::chars(text);
            let mentions = mentions_until(stopped, self.resolver.scan(context.document(text)));
            let records = mentions.map(|mention| {
                let mut record = match explain {
                    true => mention.to_explained_record(),
                    false => mention.to_record(),
                };
                let span = chars.convert(record.span());
                let (token, phrase) = (
                    chars.convert(record.token_span()),
                    chars.convert(record.phrase_span()),
                );
                (record.start, record.end) = (span.start, span.end);
                (record.token_start, record.token_end) = (token.start, token.end);
                (record.phrase_start, record.phrase_end) = (phrase.start, phrase.end);
                record
            });
            records.collect::<Vec<_>>()
        };
        let records = match text.len() {
            // Done sooner than a thread is made, and than anybody presses Ctrl-C.
            ..LONG_TEXT => py.detach(|| records(&AtomicBool::new(false))),
            _ => in_one(py, records)?.unwrap_or_default(),
        };
        Ok(pythonize(py, &records)?)
    }

    #[pyo3(signature = (texts, options, ids, threads, progress))]
    fn scan_many<'py>(
        &self,
        py: Python<'py>,
        texts: &Bound<'py, PyAny>,
        options: ScanOptions,
        ids: Option<&Bound<'py, PyAny>>,
        threads: Option<usize>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<CoreTable> {
        let context = py.detach(|| options.context(&self.resolver))?;
        let texts = Texts::read("texts", texts)?;
        let ids = ids.map(Ids::read).transpose()?;
        same_length("ids", ids.as_ref().map(Ids::len), "texts", texts.len())?;
        let id_field = ids.as_ref().map_or_else(
            || Field::new(TEXT_ID, DataType::Int64, true),
            |ids| ids.field(TEXT_ID),
        );
        let mut fields = vec![Arc::new(id_field)];
        fields.extend(MentionColumns::fields().iter().cloned());
        let schema = Arc::new(Schema::new(fields));
        let found = in_blocks(
            py,
            texts.len(),
            TEXTS,
            threads,
            progress.as_ref(),
            |block, stopped| self.mentions(&texts, block, &context, stopped),
        )?;
        let batch = |mentions: RecordBatch, rows: &[usize]| {
            let ids: ArrayRef = match &ids {
                Some(ids) => guarded("ids", || ids.of(rows).map_err(column_exception))?,
                None => Arc::new(rows.iter().map(|row| *row as i64).collect::<Int64Array>()),
            };
            let columns = [ids].into_iter().chain(mentions.columns().iter().cloned());
            let batch = RecordBatch::try_new(Arc::clone(&schema), columns.collect());
            batch.map_err(column_exception)
        };
        let batches = py.detach(|| {
            let (mut columns, mut rows) = (MentionColumns::default(), Vec::new());
            let mut batches = Vec::new();
            for (row, mention) in found.into_iter().flatten() {
                columns.append_row(&mention);
                rows.push(row);
                if rows.len() == CHUNK_ROWS {
                    batches.push(batch(columns.finish(), &rows)?);
                    rows.clear();
                }
            }
            batches.push(batch(columns.finish(), &rows)?);
            PyResult::Ok(batches)
        });
        Ok(CoreTable::new(Arc::clone(&schema), batches?))
    }

    fn nearest<'py>(
        &self,
        py: Python<'py>,
        lat: f64,
        lon: f64,
        options: NearestOptions,
    ) -> PyResult<Bound<'py, PyAny>> {
        let query = py.detach(|| options.query(&self.resolver, (lat, lon)))?;
        let records = py.detach(|| {
            let nearby = self.resolver.nearest(query);
            nearby
                .iter()
                .map(NearbyPlace::to_record)
                .collect::<Vec<_>>()
        });
        Ok(pythonize(py, &records)?)
    }

    fn place<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        let id: PlaceId = id.parse().map_err(exception)?;
        let Some(place) = self.resolver.place(&id) else {
            return Ok(None);
        };
        let told = pythonize(py, &place.to_summary())?;
        let told = told.cast_into::<PyDict>()?;
        let parent = |place: PlaceRef<'_>| (place.id().to_string(), place.name().to_owned());
        told.set_item("parents", place.parents().map(parent).collect::<Vec<_>>())?;
        let names = PyList::empty(py);
        for name in place.names() {
            let (language, kind) = (name.language().to_string(), name.kind().as_str());
            names.append((
                name.text(),
                language,
                kind,
                name.is_generated(),
                name.source(),
            ))?;
        }
        told.set_item("names", names)?;
        told.set_item("accuracy_km", place.accuracy_km())?;
        told.set_item("source", place.source())?;
        Ok(Some(told.into_any()))
    }

    /// The page of these texts, each with its name, and of these places.
    fn map_page(
        &self,
        py: Python<'_>,
        texts: Vec<(String, String)>,
        options: ScanOptions,
        ids: Vec<String>,
        title: String,
        name_language: Option<&str>,
    ) -> PyResult<String> {
        let context = py.detach(|| options.context(&self.resolver))?;
        let language = language(name_language)?;
        let place = |id: &String| {
            let id: PlaceId = id.parse().map_err(exception)?;
            let place = self.resolver.place(&id);
            place.ok_or_else(|| message(format_args!("\"{id}\": no place has this id")))
        };
        let places = ids.iter().map(place).collect::<PyResult<Vec<_>>>()?;
        let options = MapOptions {
            title,
            language,
            ..MapOptions::default()
        };
        let page = in_one(py, |stopped| {
            let mut map = PlaceMap::new();
            for (name, text) in &texts {
                let mentions = self.resolver.scan(context.document(text));
                map.add_text(name, text, mentions_until(stopped, mentions));
            }
            for place in &places {
                map.add_place(*place);
            }
            match stopped.load(Ordering::Relaxed) {
                true => String::new(),
                false => map.to_html(&options),
            }
        });
        Ok(page?.unwrap_or_default())
    }
}

impl CoreResolver {
    /// The mentions of a block of texts, each with the row of its text.
    fn mentions<'r, 't>(
        &'r self,
        texts: &'t Texts,
        block: std::ops::Range<usize>,
        context: &TextContext,
        stopped: &AtomicBool,
    ) -> Vec<(usize, MentionRow<'r, 't>)> {
        let mut mentions = Vec::new();
        for row in block {
            let Some(text) = texts.get(row) else { continue };
            let chars = Offsets::chars(text);
            let found = mentions_until(stopped, self.resolver.scan(context.document(text)));
            mentions.extend(found.map(|mention| (row, MentionRow::of(&mention, &chars))));
        }
        // Many blocks are held at once, most with few mentions.
        mentions.shrink_to_fit();
        mentions
    }
}

fn same_length(what: &str, length: Option<usize>, other: &str, rows: usize) -> PyResult<()> {
    match length {
        Some(length) if length != rows => Err(message(format_args!(
            "{what}: {length} rows, and {other} has {rows}"
        ))),
        _ => Ok(()),
    }
}
