//! The records of each section, from places and names that are combined and in order.
//!
//! Here are the sections of places and of what places and names refer to; those of names and
//! their keys are in [`names`], those of phonetic keys in [`phonetic_keys`], those of where places
//! are in [`points`].

mod names;
mod phonetic_keys;
mod points;

use crate::error::{Error, Result};
use crate::index::build::combine::Combined;
use crate::index::build::draft::{Drafts, Tag};
use crate::index::build::names::NamesByPlace;
use crate::index::build::report::BuildProgress;
use crate::index::build::sections::Sections;
use crate::index::build::spill::scratch_error;
use crate::index::format::Section;
use crate::index::format::record::{
    ConcordanceRecord, FeatureRecord, NONE, NameRecord, OriginRecord, PackedId, PlaceRecord,
    TagRecord,
};
use crate::index::format::text::push_text;
use std::io;
use std::path::Path;

/// Writes the sections of an index.
pub(super) struct Assembly<'a> {
    pub folder: &'a Path,
    pub drafts: &'a Drafts,
    /// All slugs in order.
    pub slugs: &'a [String],
    pub combined: &'a Combined,
    /// Of each place.
    pub importances: Vec<u8>,
    pub progress: &'a mut dyn FnMut(BuildProgress),
}

impl Assembly<'_> {
    pub fn write(mut self, by_place: NamesByPlace, names: u64) -> Result<Sections> {
        let mut sections = Sections::new(self.folder);
        let sources = self.write_sources(&mut sections)?;
        let (tags, _) = self.drafts.tags.sorted();
        self.write_tags(&tags, &sources, &mut sections)?;
        let (by_key, phonetic_keys, starts) = self.order_names(by_place, &tags, names)?;
        let total = starts.last().copied().unwrap_or_default();
        self.write_places(&starts, &sources, &mut sections)?;
        drop(starts);
        self.write_points(&mut sections)?;
        self.write_names(by_key, total, &mut sections)?;
        self.write_phonetic_keys(phonetic_keys, &mut sections)?;
        Ok(sections)
    }

    fn io(&self, error: io::Error) -> Error {
        scratch_error(self.folder, error)
    }

    /// Writes the sources in order; returns where each begins.
    fn write_sources(&self, sections: &mut Sections) -> Result<Vec<u32>> {
        let (sorted, _) = self.drafts.sources.sorted();
        self.write_texts(
            Section::Sources,
            sorted.into_iter().map(String::as_str),
            sections,
        )
    }

    /// Writes texts; returns where each begins.
    fn write_texts<'t>(
        &self,
        section: Section,
        texts: impl Iterator<Item = &'t str>,
        sections: &mut Sections,
    ) -> Result<Vec<u32>> {
        let mut bytes = Vec::new();
        let mut starts = Vec::new();
        for text in texts {
            starts.push(
                u32::try_from(sections.len(section))
                    .map_err(|_| too_many("letters of sources or slugs"))?,
            );
            bytes.clear();
            push_text(&mut bytes, text);
            sections.push(section, &bytes)?;
        }
        Ok(starts)
    }

    fn write_tags(&self, tags: &[&Tag], sources: &[u32], sections: &mut Sections) -> Result<()> {
        if tags.len() > NameRecord::MAX_TAGS {
            return Err(too_many(
                "combinations of language, kind and source of names",
            ));
        }
        for &&(language, kind, source) in tags {
            let source = sources[source as usize];
            let record = TagRecord {
                language,
                kind,
                source,
            };
            sections.push(Section::Tags, &record.to_bytes())?;
        }
        Ok(())
    }

    fn write_places(&self, starts: &[u32], sources: &[u32], sections: &mut Sections) -> Result<()> {
        let slugs = self.write_texts(
            Section::Slugs,
            self.slugs.iter().map(String::as_str),
            sections,
        )?;
        let pack = |id: PackedId| id.map_slug(|slug| slugs[slug as usize].into());
        let mut push = |section, bytes: &[u8]| sections.push(section, bytes);

        let (features, feature_numbers) = self.drafts.features.sorted();
        if features.len() >= usize::from(u16::MAX) {
            return Err(too_many("kinds of feature"));
        }
        for feature in features {
            push(Section::Features, &FeatureRecord::to_bytes(*feature))?;
        }
        let (origins, origin_numbers) = self.drafts.origins.sorted();
        if origins.len() > NameRecord::MAX_TAGS {
            return Err(too_many("combinations of accuracy and source of places"));
        }
        for &(accuracy, source) in origins {
            let record = OriginRecord {
                accuracy_km: accuracy.map(f32::from_bits),
                source: sources[source as usize],
            };
            push(Section::Origins, &record.to_bytes())?;
        }

        let concordances = &self.combined.concordances;
        for &(id, place) in concordances {
            let record = ConcordanceRecord {
                id: pack(id),
                place,
            };
            push(Section::Concordances, &record.to_bytes())?;
        }
        let mut same_as: Vec<(u32, u32)> = concordances
            .iter()
            .map(|(_, place)| *place)
            .zip(0..)
            .collect();
        same_as.sort_unstable();
        for (_, number) in &same_as {
            push(Section::SameAs, &number.to_le_bytes())?;
        }

        let mut same_as_at = 0;
        for (place, number) in self.combined.places.iter().zip(0u32..) {
            let record = PlaceRecord {
                id: pack(place.id),
                latitude: place.latitude,
                longitude: place.longitude,
                parent: self.combined.parents[number as usize].unwrap_or(NONE),
                names: starts[number as usize],
                same_as: same_as_at as u32,
                population: place.population,
                feature: feature_numbers[place.feature as usize] as u16,
                country: place.country,
                origin: origin_numbers[place.origin as usize],
                importance: self.importances[number as usize],
            };
            push(Section::Places, &record.to_bytes())?;
            let own = same_as[same_as_at..]
                .iter()
                .take_while(|(owner, _)| *owner == number);
            same_as_at += own.count();
        }
        Ok(())
    }
}

fn too_many(what: &str) -> Error {
    Error::build(format!("there are more {what} than an index can hold"))
}
