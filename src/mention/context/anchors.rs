//! Anchors: the points of the places that a text named last, near which a doubtful name is likelier one.

use crate::index::PlaceRef;
use crate::model::coordinates::Coordinates;
use crate::model::feature::FeatureClass;
use std::collections::VecDeque;

/// The latest points of a text.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    /// Each with the byte at which its phrase ends, the last one first.
    points: VecDeque<(Coordinates, usize)>,
}

/// Number of points that are kept.
const MAX_ANCHORS: usize = 8;

/// Distance in bytes within which they count, in one paragraph.
const MAX_DISTANCE: usize = 800;

impl Anchors {
    /// Takes note of a place, whose phrase ends at a byte, if a point says where it is.
    pub fn add(&mut self, place: PlaceRef<'_>, end: usize) {
        let feature = place.feature();
        let pointed = match feature.class() {
            FeatureClass::Populated | FeatureClass::Spot => true,
            FeatureClass::Administrative => !feature.is_country() && feature.code() != "ADM1",
            _ => false,
        };
        if !pointed {
            return;
        }
        if self.points.len() == MAX_ANCHORS {
            self.points.pop_back();
        }
        self.points.push_front((place.coordinates(), end));
    }

    /// Whether there is a point before a byte, in whatever paragraph.
    pub fn is_recent(&self, at: usize) -> bool {
        let last = self.points.front();
        last.is_some_and(|&(_, end)| at.saturating_sub(end) <= MAX_DISTANCE)
    }

    /// The distance from a point to the nearest one before a byte in its paragraph, in kilometres.
    pub fn nearest_km(&self, text: &str, at: usize, point: Coordinates) -> Option<f64> {
        let near = self
            .points
            .iter()
            .take_while(|&&(_, end)| is_near(text, end, at));
        near.map(|&(anchor, _)| anchor.distance_km(point))
            .min_by(f64::total_cmp)
    }
}

/// Whether two bytes lie near each other in one paragraph.
fn is_near(text: &str, end: usize, at: usize) -> bool {
    at.saturating_sub(end) <= MAX_DISTANCE
        && text
            .get(end..at)
            .is_some_and(|between| !between.contains("\n\n"))
}

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use super::*;
    use crate::Resolver;

    #[test]
    fn the_nearest_place_of_the_paragraph_counts() {
        let resolver = Resolver::embedded();
        let place = |name: &str| resolver.resolve(name).best().unwrap().place().id();
        let (gyumri, yerevan) = (place("Gyumri"), place("Yerevan"));
        let place = |id| resolver.index().place(id).unwrap();
        let (gyumri, yerevan) = (place(&gyumri), place(&yerevan));
        let text = format!("a b c{}\n\nd", " ".repeat(20));
        let mut anchors = Anchors::default();
        assert_eq!(anchors.nearest_km(&text, 4, gyumri.coordinates()), None);
        anchors.add(yerevan, 1);
        anchors.add(gyumri, 3);
        let km = anchors.nearest_km(&text, 4, gyumri.coordinates());
        assert_eq!(km, Some(0.0));
        let end = text.len() - 1;
        assert_eq!(anchors.nearest_km(&text, end, gyumri.coordinates()), None);
        assert!(anchors.is_recent(end) && !anchors.is_recent(10 * MAX_DISTANCE));
        for _ in 0..100 {
            anchors.add(yerevan, 3);
        }
        assert_eq!(anchors.points.len(), MAX_ANCHORS);
    }
}
