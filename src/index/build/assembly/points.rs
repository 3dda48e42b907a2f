//! The sections of points: where places are.

use crate::error::Result;
use crate::index::build::assembly::Assembly;
use crate::index::build::sections::Sections;
use crate::index::build::sorter::Sorter;
use crate::index::format::Section;
use crate::index::format::record::{BoxRecord, PointRecord};
use crate::index::points::{FAN_OUT, level_lens, parents, position_on_curve};
use std::io;

impl Assembly<'_> {
    /// Writes the points of all places in the order of a space-filling curve, and the boxes around
    /// them.
    pub(super) fn write_points(&self, sections: &mut Sections) -> Result<()> {
        let places = &self.combined.places;
        let mut sorter = Sorter::new(self.folder);
        for (place, number) in places.iter().zip(0u32..) {
            let position = position_on_curve(place.latitude, place.longitude);
            let mut record = [0; 12];
            record[..8].copy_from_slice(&position.to_be_bytes());
            record[8..].copy_from_slice(&number.to_be_bytes());
            sorter.push(&record).map_err(|error| self.io(error))?;
        }
        let mut sorted = sorter.sorted().map_err(|error| self.io(error))?;
        let mut level = Vec::with_capacity(places.len().div_ceil(FAN_OUT));
        let (mut around, mut held) = (BoxRecord::EMPTY, 0);
        let mut record = Vec::new();
        while sorted.next(&mut record).map_err(|error| self.io(error))? {
            let number = record
                .last_chunk()
                .map(|number| u32::from_be_bytes(*number))
                .ok_or_else(|| self.io(io::ErrorKind::InvalidData.into()))?;
            let place = &places[number as usize];
            let point = PointRecord {
                latitude: place.latitude,
                longitude: place.longitude,
                place: number,
            };
            sections.push(Section::Points, &point.to_bytes())?;
            let class = self.drafts.features.get(place.feature).class();
            around = around.around(BoxRecord::of(point, class, place.country));
            held += 1;
            if held == FAN_OUT {
                level.push(std::mem::replace(&mut around, BoxRecord::EMPTY));
                held = 0;
            }
        }
        if held > 0 {
            level.push(around);
        }
        for _ in level_lens(places.len()) {
            for node in &level {
                sections.push(Section::PointBoxes, &node.to_bytes())?;
            }
            level = parents(&level);
        }
        Ok(())
    }
}
