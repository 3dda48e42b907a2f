//! What a text is about, as far as it was read: the country that most of its latest places lie in.

use crate::model::country::CountryCode;
use std::collections::VecDeque;

/// The countries of the latest places of a text.
#[derive(Debug, Default)]
pub(crate) struct Focus {
    latest: VecDeque<CountryCode>,
    country: Option<CountryCode>,
}

/// Number of places that tell what a text is about.
const WINDOW: usize = 24;

/// Minimum number of places of one country that make a text one about that country; they must be more
/// than half of the latest, too.
const MIN_PLACES: usize = 4;

impl Focus {
    /// The country that the text is about, if it is about one.
    pub fn country(&self) -> Option<CountryCode> {
        self.country
    }

    /// Takes note of the country of a place.
    pub fn add(&mut self, country: CountryCode) {
        if self.latest.len() == WINDOW {
            self.latest.pop_front();
        }
        self.latest.push_back(country);
        let count = |asked| self.latest.iter().filter(|&&found| found == asked).count();
        let is_about = |asked| {
            let places = count(asked);
            places >= MIN_PLACES && 2 * places > self.latest.len()
        };
        if !self.country.is_some_and(is_about) {
            self.country = Some(country).filter(|&country| is_about(country));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_of_the_latest_places_tell() {
        let country = |code: &str| -> CountryCode { code.parse().unwrap() };
        let (syria, iraq) = (country("SY"), country("IQ"));
        let mut focus = Focus::default();
        let mut add = |country, count| {
            (0..count).for_each(|_| focus.add(country));
            focus.country()
        };
        assert_eq!(add(syria, 3), None);
        assert_eq!(add(syria, 1), Some(syria));
        assert_eq!(add(iraq, 3), Some(syria));
        assert_eq!(add(iraq, 1), None);
        assert_eq!(add(iraq, 1), Some(iraq));
        assert_eq!(add(syria, 100), Some(syria));
    }
}
