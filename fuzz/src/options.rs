//! Options of queries and texts, read out of the first bytes of an input.

use toponym::{
    BoundingBox, Coordinates, CountryCode, Document, FeatureClass, Language, MaxEdits, Query,
};

const COUNTRIES: [&str; 6] = ["AM", "AZ", "GE", "TR", "SY", "XX"];
const LANGUAGES: [&str; 12] = [
    "ar", "hy", "az", "az-Cyrl", "az-Arab", "ru", "fa", "tr", "ka", "ckb", "und", "zz",
];

/// The bytes of an input that options are read from, one after the other; zeros where it ends.
pub struct Options<'d>(pub &'d [u8]);

impl<'d> Options<'d> {
    pub fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    pub fn bit(byte: u8, bit: u8) -> bool {
        byte >> bit & 1 == 1
    }

    fn pick<'c>(&mut self, choices: &[&'c str]) -> &'c str {
        choices[usize::from(self.byte()) % choices.len()]
    }

    /// A number of degrees: a byte's worth of whole ones, or, behind 255, all that a number can be.
    fn degrees(&mut self, most: f64) -> f64 {
        match self.byte() {
            255 => f64::from_bits(u64::from_le_bytes(std::array::from_fn(|_| self.byte()))),
            byte => (f64::from(byte) / 254.0 * 2.0 - 1.0) * most,
        }
    }

    pub fn point(&mut self) -> Option<Coordinates> {
        Coordinates::new(self.degrees(90.0), self.degrees(180.0)).ok()
    }

    pub fn area(&mut self) -> Option<BoundingBox> {
        BoundingBox::new(self.point()?, self.point()?).ok()
    }

    pub fn country(&mut self) -> CountryCode {
        self.pick(&COUNTRIES).parse().expect("a code")
    }

    pub fn class(&mut self) -> FeatureClass {
        FeatureClass::ALL[usize::from(self.byte()) % FeatureClass::ALL.len()]
    }

    pub fn language(&mut self) -> Language {
        self.pick(&LANGUAGES).parse().expect("a tag")
    }

    /// All that is left, as text.
    pub fn text(self) -> String {
        String::from_utf8_lossy(self.0).into_owned()
    }

    /// A query: options, then a line each with a name, a unit that it lies in, its country, the id
    /// of what it lies in.
    pub fn query(mut self) -> Query {
        let (flags, more) = (self.byte(), self.byte());
        let mut query = Query::new("")
            .prefix(Self::bit(flags, 0))
            .exhaustive(Self::bit(flags, 1))
            .spelled(Self::bit(flags, 2));
        if Self::bit(flags, 3) {
            query = query.max_edits(MaxEdits::Limit(self.byte()));
        }
        if Self::bit(flags, 4) {
            query = query.country(self.country());
        }
        if Self::bit(flags, 5) {
            query = query.class(self.class());
        }
        if Self::bit(flags, 6) {
            query = query.language(self.language());
        }
        if Self::bit(flags, 7) {
            query = query.limit(usize::from(self.byte()));
        }
        if Self::bit(more, 0) {
            if let Some(point) = self.point() {
                query = query.near(point);
            }
        }
        if Self::bit(more, 1) {
            if let Some(area) = self.area() {
                query = query.within_box(area);
            }
        }
        if Self::bit(more, 2) {
            query = query.limit(usize::MAX);
        }
        let text = self.text();
        let mut lines = text.split('\n');
        query = query.name(lines.next().unwrap_or_default());
        if let Some(unit) = lines.next().filter(|unit| !unit.is_empty()) {
            query = query.admin(unit);
        }
        if let Some(country) = lines.next().filter(|country| !country.is_empty()) {
            query = query.country_named(country);
        }
        if let Some(Ok(id)) = lines.next().map(str::parse::<toponym::PlaceId>) {
            query = query.within(id);
        }
        query
    }

    /// What is known of a text; what is left is the text.
    pub fn document(&mut self) -> Document<'static> {
        let (flags, more) = (self.byte(), self.byte());
        let mut document = Document::new("")
            .unlisted(Self::bit(flags, 0))
            .low_confidence(Self::bit(flags, 1))
            .posts(Self::bit(flags, 2));
        if Self::bit(flags, 3) {
            document = document.country(self.country());
        }
        if Self::bit(flags, 4) {
            document = document.language(self.language());
        }
        if Self::bit(flags, 5) {
            document = document.min_confidence(u16::from(self.byte()) * 8);
        }
        if Self::bit(more, 0) {
            if let Some(point) = self.point() {
                document = document.near(point);
            }
        }
        if Self::bit(more, 1) {
            if let Some(area) = self.area() {
                document = document.within_box(area);
            }
        }
        document
    }
}
