//! GeoJSON with a feature for each place, in which its mentions are.
//!
//! The first place is only known with all its mentions once all texts are read. Until then a mention is a few numbers
//! ([`FoundMention`]), and the sentences around mentions are kept once: it becomes text when it is written.

use crate::output::geojson::FeatureCollection;
use crate::output::record::{Details, Names};
use crate::texts::excerpts::{Excerpts, Kept};
use crate::texts::selection::Meant;
use serde::{Serialize, Serializer};
use std::collections::HashMap;
use std::io::{self, BufWriter, Write};
use toponym::{Coordinates, Mention, MentionKind, PlaceId, PlaceRef, PlaceSummary, Score, Status};

/// The places that texts mention, in the order of their first mentions.
pub(crate) struct ByPlace<'r, 'o> {
    details: Details<'o>,
    /// None for a text that names a place that no gazetteer has.
    places: Vec<Option<PlaceRef<'r>>>,
    /// Where in the list a place is, and such a text.
    numbers: HashMap<PlaceId, usize>,
    unlisted: HashMap<String, usize>,
    mentions: Vec<FoundMention>,
    excerpts: Excerpts,
}

/// A mention that is not written yet.
struct FoundMention {
    /// The number of its place.
    place: usize,
    kept: Kept,
    score: Option<u16>,
    confidence: Option<u16>,
    kind: MentionKind,
    status: Status,
}

/// The mentions of a place as a list of records, made one at a time.
struct Records<'a> {
    mentions: &'a [FoundMention],
    excerpts: &'a Excerpts,
}

/// One mention; offsets are bytes of the text read from the file.
#[derive(Serialize)]
struct MentionRecord<'a> {
    file: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    kind: &'static str,
    status: &'static str,
    score: Option<u16>,
    confidence: Option<u16>,
    /// The words before it in its sentence.
    before: String,
    /// The words behind it.
    behind: String,
}

/// A place as the properties of a feature.
#[derive(Serialize)]
struct Properties<'a> {
    #[serde(flatten)]
    place: Option<PlaceSummary>,
    accuracy_km: Option<f32>,
    count: usize,
    mentions: Records<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<Names<'a>>,
}

impl<'r, 'o> ByPlace<'r, 'o> {
    pub fn new(details: Details<'o>) -> Self {
        ByPlace {
            details,
            places: Vec::new(),
            numbers: HashMap::new(),
            unlisted: HashMap::new(),
            mentions: Vec::new(),
            excerpts: Excerpts::default(),
        }
    }

    /// Begins the text of this file, of which the next mentions are.
    pub fn begin_text(&mut self, file: &str) {
        self.excerpts.begin_text(file);
    }

    /// Adds a mention in this text to those of its place.
    pub fn add(&mut self, text: &str, mention: &Mention<'r, '_>) {
        let best = mention.resolution().best();
        let new = self.places.len();
        let place = match Meant::of(mention) {
            Meant::Place(id) => *self.numbers.entry(id).or_insert(new),
            Meant::Unlisted(name) => match self.unlisted.get(name) {
                Some(&number) => number,
                None => {
                    self.unlisted.insert(name.to_owned(), new);
                    new
                }
            },
        };
        if place == new {
            self.places.push(best.map(|best| best.place()));
        }
        self.mentions.push(FoundMention {
            place,
            kept: self.excerpts.keep(text, mention.range()),
            score: best.map(|best| best.score().get()),
            confidence: mention.confidence().map(Score::get),
            kind: mention.kind(),
            status: mention.resolution().status(),
        });
    }

    /// How many mentions are held.
    #[cfg(feature = "serve")]
    pub fn mention_count(&self) -> usize {
        self.mentions.len()
    }

    /// Writes the collection. What no gazetteer has stands in it without a point.
    pub fn write<W: Write>(mut self, out: W) -> io::Result<W> {
        let mut out = BufWriter::new(out);
        // In place: those of a place are kept in the order in which they came.
        self.mentions
            .sort_unstable_by_key(|mention| (mention.place, mention.kept));
        let mut features = FeatureCollection::begin(&mut out)?;
        for mentions in self.mentions.chunk_by(|a, b| a.place == b.place) {
            let place = mentions.first().and_then(|first| self.places[first.place]);
            let properties = Properties {
                place: place.map(PlaceRef::to_summary),
                accuracy_km: place.and_then(PlaceRef::accuracy_km),
                count: mentions.len(),
                mentions: Records {
                    mentions,
                    excerpts: &self.excerpts,
                },
                names: place.and_then(|place| Names::new(place, self.details.languages)),
            };
            let position: Option<Coordinates> = place.map(PlaceRef::coordinates);
            features.add(&mut out, position, properties)?;
        }
        features.end(&mut out)?;
        out.into_inner().map_err(|error| error.into_error())
    }
}

impl FoundMention {
    fn to_record<'a>(&self, excerpts: &'a Excerpts) -> MentionRecord<'a> {
        let quote = excerpts.quote(self.kept);
        MentionRecord {
            file: quote.file,
            start: quote.range.start,
            end: quote.range.end,
            text: quote.text,
            kind: self.kind.as_str(),
            status: self.status.as_str(),
            score: self.score,
            confidence: self.confidence,
            before: quote.before,
            behind: quote.behind,
        }
    }
}

impl Serialize for Records<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mentions = self.mentions.iter();
        serializer.collect_seq(mentions.map(|mention| mention.to_record(self.excerpts)))
    }
}

#[cfg(test)]
mod tests {
    use super::FoundMention;

    #[test]
    fn a_mention_that_waits_is_a_few_numbers() {
        // The documentation names them (docs/output.md).
        assert!(size_of::<FoundMention>() <= 40);
    }
}
