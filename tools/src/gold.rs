//! A text with the places that it mentions, as people marked them.

mod conll;
mod spans;

use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;
use toponym::{Coordinates, PlaceRef, Script};

/// A text and its gold.
#[derive(Debug, Default)]
pub struct Gold {
    pub text: String,
    /// Where its words stand, if spans are made of whole words.
    pub words: Vec<Range<usize>>,
    /// In the order of the text.
    pub spans: Vec<Span>,
}

/// A place that is mentioned.
#[derive(Debug, Default)]
pub struct Span {
    pub range: Range<usize>,
    /// What gold says of the place; all of it may be missing.
    pub ids: Vec<String>,
    pub point: Option<Coordinates>,
    /// As far from the point an answer is right.
    pub radius_km: Option<f64>,
    pub country: Option<String>,
    pub kind: Option<String>,
    /// The event that the text is about.
    pub event: Option<String>,
    /// What language the text is in there; what gold does not say is told by the script.
    pub language: Option<String>,
}

impl Gold {
    /// A text in which nobody marked a place.
    pub fn unmarked(text: String) -> Self {
        Gold {
            text,
            ..Gold::default()
        }
    }

    /// Reads a file, by its name as CoNLL or as TSV.
    pub fn read(path: &Path, tags: &[String]) -> Result<Gold, String> {
        let read = |path: &Path| {
            std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let rows = read(path)?;
        if path.extension().is_some_and(|extension| extension == "tsv") {
            let text = read(&text_of(path))?;
            return spans::parse(text, &rows).map_err(|e| format!("{}: {e}", path.display()));
        }
        conll::parse(&rows, tags).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// The words that a range touches, as a whole; the range itself if words do not count.
    pub fn whole_words(&self, range: Range<usize>) -> Range<usize> {
        let first = self.words.partition_point(|word| word.end <= range.start);
        let after = self.words.partition_point(|word| word.start < range.end);
        match self.words.get(first..after) {
            Some([only]) => only.clone(),
            Some([first, .., last]) => first.start..last.end,
            _ => range,
        }
    }
}

impl Span {
    /// Whether gold says anything of the place.
    pub fn is_placed(&self) -> bool {
        !self.ids.is_empty() || self.point.is_some() || self.country.is_some()
    }

    /// The language, or the script of the text at the span.
    pub fn language<'a>(&'a self, text: &str) -> Cow<'a, str> {
        let script = || {
            let letters = text.get(self.range.clone()).unwrap_or_default();
            Script::of_text(letters).map_or("no script".to_owned(), |script| {
                format!("{script:?} script")
            })
        };
        self.language
            .as_deref()
            .map_or_else(|| script().into(), Cow::from)
    }

    /// Whether this is the place: by id, or by lying near the point.
    pub fn is(&self, place: PlaceRef<'_>) -> bool {
        let mut known = std::iter::once(place.id()).chain(place.same_as());
        known.any(|id| self.ids.contains(&id.to_string()))
            || self.point.is_some_and(|point| {
                place.coordinates().distance_km(point) <= self.radius_km.unwrap_or(NEAR_KM)
            })
    }
}

/// An answer this near to gold's point is right, where gold does not say.
const NEAR_KM: f64 = 25.0;

fn text_of(path: &Path) -> std::path::PathBuf {
    let stem = path.with_extension("");
    match stem.extension() {
        Some(extension) if extension == "gold" => stem.with_extension("txt"),
        _ => path.with_extension("txt"),
    }
}
