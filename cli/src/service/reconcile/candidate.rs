//! A candidate as the API writes it: what was found, how likely it is, and what speaks for it.

use crate::service::kind::{Kind, KindRecord};
use crate::service::reconcile::card::description;
use serde::Serialize;
use toponym::{Candidate, Coordinates, Evidence, MatchKind, NearbyPlace, PlaceRef, StrippedAffix};

/// What a candidate is compared with.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub near: Option<Coordinates>,
    pub kinds: &'a [Kind],
}

/// A candidate.
#[derive(Debug, Serialize)]
pub(crate) struct Found {
    id: String,
    name: String,
    description: String,
    /// 0 to 100.
    score: f64,
    r#match: bool,
    r#type: Vec<KindRecord>,
    features: Vec<Sign>,
}

/// What speaks for a candidate, or against it.
#[derive(Debug, Serialize)]
struct Sign {
    id: &'static str,
    value: Measure,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Measure {
    Is(bool),
    Count(u64),
    Real(f64),
}

impl Found {
    /// Bytes that it takes.
    pub fn held(&self) -> usize {
        let texts = self.id.len() + self.name.len() + self.description.len();
        let types = self.r#type.len() * size_of::<KindRecord>();
        size_of::<Found>() + texts + types + self.features.len() * size_of::<Sign>()
    }

    /// It is no certain match.
    pub fn doubt(&mut self) {
        self.r#match = false;
    }
}

impl Asked<'_> {
    /// A candidate for a name; `leads` says that nothing rivals it.
    pub fn found(&self, candidate: &Candidate<'_>, leads: bool) -> Found {
        let evidence = candidate.evidence();
        let is_exact = matches!(evidence.spelling, MatchKind::Exact | MatchKind::Id);
        let by_sound = matches!(evidence.spelling, MatchKind::Sounded { .. });
        let mut signs = vec![
            sign("exact_name", Measure::Is(is_exact)),
            sign("edits", Measure::Count(evidence.edits().into())),
            sign("by_sound", Measure::Is(by_sound)),
        ];
        signs.extend(self.signs(candidate.place()));
        let score = f64::from(candidate.score().get()) / 10.0;
        let is_match = leads && is_spelled_as_known(evidence);
        record(candidate.place(), score, is_match, signs)
    }

    /// A place that was asked for by its id.
    pub fn identified(&self, place: PlaceRef<'_>) -> Found {
        let mut signs = vec![sign("by_id", Measure::Is(true))];
        signs.extend(self.signs(place));
        record(place, 100.0, true, signs)
    }

    /// A place near a point, of which nothing else is known: the farther the less likely.
    pub fn nearby(&self, near: &NearbyPlace<'_>) -> Found {
        let signs = self.signs(near.place()).collect();
        let score = 100.0 / (1.0 + near.distance_km());
        record(near.place(), (score * 10.0).round() / 10.0, false, signs)
    }

    fn signs(&self, place: PlaceRef<'_>) -> impl Iterator<Item = Sign> {
        let feature = place.feature();
        let of_type = self.kinds.iter().any(|kind| kind.holds(feature));
        let of_type = (!self.kinds.is_empty()).then_some(Measure::Is(of_type));
        let distance = self.near.map(|near| near.distance_km(place.coordinates()));
        let distance = distance.map(|km| Measure::Real((km * 10.0).round() / 10.0));
        let population = place.population().map(Measure::Count);
        let signs = [
            ("type_match", of_type),
            ("distance_km", distance),
            ("population", population),
        ];
        let known = signs.into_iter();
        known.filter_map(|(id, value)| value.map(|value| sign(id, value)))
    }
}

/// Whether a candidate may be taken for a match without anybody looking at it: letters that differ are as
/// often another place, which the gazetteer lacks; so is a name beside which stands what cannot be
/// checked, and *north of* a place is not the place.
fn is_spelled_as_known(evidence: &Evidence) -> bool {
    let spelled = matches!(
        evidence.spelling,
        MatchKind::Id | MatchKind::Exact | MatchKind::Folded { .. }
    );
    let doubtful = evidence.stripped.iter().any(|affix| {
        matches!(
            affix,
            StrippedAffix::UnverifiedQualifier(_) | StrippedAffix::Relation(_)
        )
    });
    spelled && !doubtful
}

fn sign(id: &'static str, value: Measure) -> Sign {
    Sign { id, value }
}

fn record(place: PlaceRef<'_>, score: f64, is_match: bool, features: Vec<Sign>) -> Found {
    Found {
        id: place.id().to_string(),
        name: place.name().to_owned(),
        description: description(place),
        score,
        r#match: is_match,
        r#type: Kind::of(place.feature()).map(Kind::to_record).collect(),
        features,
    }
}
