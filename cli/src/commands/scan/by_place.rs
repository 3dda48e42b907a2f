//! GeoJSON with a feature for each place, in which its mentions are.

use crate::output::geojson::FeatureCollection;
use crate::output::record::{Details, Names};
use crate::texts::selection::Meant;
use crate::texts::snippet;
use serde::Serialize;
use std::collections::HashMap;
use std::io::{self, BufWriter, Write};
use toponym::{Coordinates, Mention, PlaceRef, PlaceSummary, Score};

/// The places that texts mention, in the order of their first mentions.
pub(crate) struct ByPlace<'r, 'o> {
    details: Details<'o>,
    places: Vec<Mentioned<'r>>,
    /// Where in the list a place is, or a text of which no place is known.
    numbers: HashMap<Meant, usize>,
}

/// A place, or a text that names one that no gazetteer has, and where it is mentioned.
struct Mentioned<'r> {
    place: Option<PlaceRef<'r>>,
    mentions: Vec<MentionOfPlace>,
}

/// One mention; offsets are bytes of the text read from the file.
#[derive(Serialize)]
struct MentionOfPlace {
    file: String,
    start: usize,
    end: usize,
    text: String,
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
    mentions: &'a [MentionOfPlace],
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<Names<'a>>,
}

impl<'r, 'o> ByPlace<'r, 'o> {
    pub fn new(details: Details<'o>) -> Self {
        ByPlace {
            details,
            places: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    /// Adds a mention to those of its place.
    pub fn add(&mut self, file: &str, text: &str, mention: &Mention<'r, '_>) {
        let best = mention.resolution().best();
        let place = best.map(|best| best.place());
        let known = self.numbers.entry(Meant::of(mention));
        let number = *known.or_insert(self.places.len());
        if number == self.places.len() {
            self.places.push(Mentioned {
                place,
                mentions: Vec::new(),
            });
        }
        let (before, behind) = snippet::around(text, mention.range());
        self.places[number].mentions.push(MentionOfPlace {
            file: file.to_owned(),
            start: mention.span().start,
            end: mention.span().end,
            text: mention.as_str().to_owned(),
            kind: mention.kind().as_str(),
            status: mention.resolution().status().as_str(),
            score: best.map(|best| best.score().get()),
            confidence: mention.confidence().map(Score::get),
            before,
            behind,
        });
    }

    /// Writes the collection. What no gazetteer has stands in it without a point.
    pub fn write<W: Write>(&self, out: W) -> io::Result<W> {
        let mut out = BufWriter::new(out);
        let mut features = FeatureCollection::begin(&mut out)?;
        for Mentioned { place, mentions } in &self.places {
            let properties = Properties {
                place: place.map(PlaceRef::to_summary),
                accuracy_km: place.and_then(PlaceRef::accuracy_km),
                count: mentions.len(),
                mentions,
                names: place.and_then(|place| Names::new(place, self.details.languages)),
            };
            let position: Option<Coordinates> = place.map(PlaceRef::coordinates);
            features.add(&mut out, position, properties)?;
        }
        features.end(&mut out)?;
        out.into_inner().map_err(|error| error.into_error())
    }
}
