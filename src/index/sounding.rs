//! Names with all that a comparison by sound asks of them.
//!
//! What is asked lies in four sections, and of a large index hardly ever in a processor's cache. So the names of a
//! list are read section by section: the processor waits for many of them at a time, not for one after the other.

use crate::index::format::Section;
use crate::index::format::record::{NameRecord, number};
use crate::index::format::text::behind_text;
use crate::index::{Index, NameRef};
use crate::model::country::CountryCode;
use crate::phonetic::sound::Orthography;
use crate::phonetic::sound::code::SoundCode;
use crate::text::script::Script;

/// A name with what is asked of it.
#[derive(Clone, Copy)]
pub(crate) struct SoundingName<'i> {
    pub name: NameRef<'i>,
    /// The country of its place.
    pub country: Option<CountryCode>,
    record: NameRecord,
    /// Its code, and what lies behind that.
    code: &'i [u8],
}

impl<'i> SoundingName<'i> {
    pub fn code(&self) -> SoundCode<'i> {
        SoundCode::read(self.code)
    }

    /// The script of its first letter.
    pub fn script(&self) -> Option<Script> {
        SoundCode::script_in(self.code)
    }

    /// How its letters are read.
    pub fn orthography(&self) -> Orthography {
        Orthography::of(self.script(), self.name.language(), self.country)
    }

    /// Whether it is spelled and read as another name of its place.
    pub fn sounds_as(&self, other: &SoundingName<'_>) -> bool {
        self.record.text == other.record.text && self.orthography() == other.orthography()
    }

    /// The number of its place.
    pub fn place_number(&self) -> u32 {
        self.record.place
    }
}

impl<'i> From<NameRef<'i>> for SoundingName<'i> {
    fn from(name: NameRef<'i>) -> Self {
        name.index().sounding(name.number())
    }
}

impl Index {
    fn sounding(&self, number: u32) -> SoundingName<'_> {
        let record = self.name_record(number);
        SoundingName {
            name: NameRef::new(self, number),
            country: self.place_record(record.place).country,
            record,
            code: behind_text(self.section(Section::Texts), record.text),
        }
    }

    /// The names at some positions among those of places; `None` for what a damaged index has not.
    pub(crate) fn names_at(
        &self,
        positions: &[u32],
    ) -> impl Iterator<Item = Option<SoundingName<'_>>> {
        let place_names = self.section(Section::PlaceNames);
        let texts = self.section(Section::Texts);
        let at = |position: &u32| number(place_names, *position as usize).unwrap_or(u32::MAX);
        let numbers: Vec<u32> = positions.iter().map(at).collect();
        let records: Vec<NameRecord> = numbers.iter().map(|at| self.name_record(*at)).collect();
        let country = |record: &NameRecord| self.place_record(record.place).country;
        let countries: Vec<Option<CountryCode>> = records.iter().map(country).collect();
        let code = |record: &NameRecord| behind_text(texts, record.text);
        let codes: Vec<&[u8]> = records.iter().map(code).collect();
        let names = numbers.into_iter().zip(records).zip(countries).zip(codes);
        let places = self.place_count();
        names.map(move |(((number, record), country), code)| {
            let is_there = (record.place as usize) < places;
            is_there.then(|| SoundingName {
                name: NameRef::new(self, number),
                country,
                record,
                code,
            })
        })
    }
}
