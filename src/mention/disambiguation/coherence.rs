//! Which of several places a name means, by what else the text mentions.
//!
//! Each mention is weighed once more when those around it are known, as many before it as after
//! it. Its candidates gain points for lying in the country that the others lie in, for being
//! near them, for lying in the place named right beside them (حلب في سوريا), for having been
//! meant before by the same name, and for what the caller said of the text. Where nothing of
//! this speaks the importance of the places decides, as it did before.

use crate::index::PlaceRef;
use crate::mention::{Mention, MentionKind};
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::evidence::ContextEvidence;
use crate::model::feature::FeatureClass;
use crate::query::Query;
use crate::query::document::Document;
use crate::rank::candidate::Candidate;
use std::collections::VecDeque;

/// So many mentions before and after one are looked at.
pub(crate) const WINDOW: usize = 16;

/// So many candidates are kept until the mentions around are known.
pub(crate) const MAX_CANDIDATES: usize = 24;

/// Points for lying in the same country as all the others, when they are many.
const SAME_COUNTRY: i32 = 50;

/// The weight of a country that is named itself, beside a place in it.
const COUNTRY_ITSELF: i32 = 2;

/// A mention this near, in mentions, has so many times the weight of those farther off.
const CLOSE: [(usize, i32); 2] = [(2, 4), (6, 2)];

/// As much weight is taken to speak for nothing, so that a single mention decides little.
const NO_COUNTRY: i32 = 4;

/// Points on the spot of a place mentioned close by, and of another; none at [`NEAR_KM`].
const NEARNESS_CLOSE: f64 = 30.0;
const NEARNESS: f64 = 15.0;
const NEAR_KM: f64 = 250.0;

/// Points for the place that the text says it lies in, or for the adjective of its country.
const BESIDE: i32 = 60;

/// Points for what the same name meant before.
const SAME_SENSE: i32 = 30;

/// Points for the country or area that the caller named; for the point, on the spot.
const CALLER: i32 = 30;

/// So many of them are lost with each tenfold distance from 10 km on.
const FADE: f64 = 15.0;

/// A place that was mentioned, with what every candidate of a mention near it asks of it.
struct ResolvedMention<'r, 't> {
    text: &'t str,
    place: PlaceRef<'r>,
    country: Option<CountryCode>,
    /// Whether it is a country itself.
    is_country: bool,
    /// Where it is, if that is a spot.
    spot: Option<Spot>,
}

/// A point, as angles and as a direction from the middle of the earth: directions tell at once
/// which of many points is the nearest.
#[derive(Clone, Copy)]
struct Spot {
    coordinates: Coordinates,
    direction: [f64; 3],
}

/// Settles the mentions of a text one after the other.
pub(crate) struct Disambiguator<'r, 't> {
    document: Document<'t>,
    past: VecDeque<ResolvedMention<'r, 't>>,
    /// The mentions after the last settled one, as far as they were looked at; `None` for those
    /// of no place.
    ahead: VecDeque<Option<ResolvedMention<'r, 't>>>,
}

/// What speaks for the candidates of a mention.
struct Surroundings<'c, 'r, 't> {
    text: &'t str,
    document: &'c Document<'t>,
    past: &'c VecDeque<ResolvedMention<'r, 't>>,
    /// Places of the other names around it, with how many mentions away they are.
    others: Vec<(usize, &'c ResolvedMention<'r, 't>)>,
    /// What these say for each of their countries, and all of them together.
    countries: Vec<(CountryCode, i32)>,
    total: i32,
    beside: Option<PlaceRef<'r>>,
}

impl<'r, 't> Disambiguator<'r, 't> {
    pub fn new(document: Document<'t>) -> Self {
        Disambiguator {
            document,
            past: VecDeque::with_capacity(WINDOW),
            ahead: VecDeque::with_capacity(WINDOW),
        }
    }

    /// Decides which place a mention means; `ahead` are the mentions after it.
    pub fn settle(&mut self, mention: &mut Mention<'r, 't>, ahead: &VecDeque<Mention<'r, 't>>) {
        let known = self.ahead.pop_front().flatten();
        let seen = self.ahead.len();
        let new = ahead.iter().take(WINDOW).skip(seen);
        self.ahead.extend(new.map(ResolvedMention::of));
        if mention.kind == MentionKind::Place && mention.resolution.candidates().len() > 1 {
            let surroundings = Surroundings::of(self, mention, ahead.front());
            let context_evidence =
                |candidate: &Candidate<'r>| surroundings.context_evidence(candidate.place());
            mention.resolution.rerank(context_evidence);
        }
        mention.resolution.truncate(Query::DEFAULT_LIMIT);
        if let Some(confidence) = mention.confidence {
            mention.resolution.calibrate(confidence);
        }
        let best = mention.resolution.best().map(Candidate::place);
        let known = known.filter(|known| Some(known.place) == best);
        if let Some(known) = known.or_else(|| ResolvedMention::of(mention)) {
            if self.past.len() == WINDOW {
                self.past.pop_front();
            }
            self.past.push_back(known);
        }
    }

    /// The place beside a mention that it is said to lie in: حلب في سوريا, حلب، سوريا,
    /// حلب (سوريا), حلب السورية.
    fn beside(
        &self,
        mention: &Mention<'r, 't>,
        next: Option<&Mention<'r, 't>>,
    ) -> Option<PlaceRef<'r>> {
        let next = next?;
        let between = mention.text.get(mention.phrase.end..next.token.start)?;
        let says_where = match next.kind {
            MentionKind::Demonym => between.trim().is_empty(),
            MentionKind::Place => {
                let clitics = mention.text.get(next.token.start..next.name.start)?;
                match between.trim_matches(' ') {
                    "في" | "،" | "," | "(" | "- " | "، في" | ", in" | "in" => {
                        clitics.is_empty()
                    }
                    "" => clitics == "ب",
                    _ => false,
                }
            }
        };
        let place = next.resolution.best()?.place();
        let holds = matches!(
            place.feature().class(),
            FeatureClass::Administrative | FeatureClass::Area
        );
        (says_where && holds).then_some(place)
    }
}

impl<'r, 't> ResolvedMention<'r, 't> {
    fn of(mention: &Mention<'r, 't>) -> Option<Self> {
        let place = mention.resolution.best()?.place();
        Some(ResolvedMention {
            text: mention.as_str(),
            place,
            country: place.country(),
            is_country: place.feature().is_country(),
            spot: Spot::of(place),
        })
    }

    /// What it says for its country, so many mentions away.
    fn weight(&self, far: usize) -> i32 {
        let itself = match self.is_country {
            true => COUNTRY_ITSELF,
            false => 1,
        };
        let close = CLOSE.iter().find(|(within, _)| far < *within);
        itself * close.map_or(1, |(_, weight)| *weight)
    }
}

impl<'c, 'r, 't> Surroundings<'c, 'r, 't> {
    fn of(
        disambiguator: &'c Disambiguator<'r, 't>,
        mention: &Mention<'r, 't>,
        next: Option<&Mention<'r, 't>>,
    ) -> Self {
        let text = mention.as_str();
        let past = disambiguator.past.iter().rev().enumerate();
        let ahead = disambiguator.ahead.iter().flatten().enumerate();
        let mut surroundings = Surroundings {
            text,
            document: &disambiguator.document,
            past: &disambiguator.past,
            others: Vec::with_capacity(2 * WINDOW),
            countries: Vec::new(),
            total: 0,
            beside: disambiguator.beside(mention, next),
        };
        for (far, known) in past.chain(ahead).filter(|(_, known)| known.text != text) {
            let weight = known.weight(far);
            surroundings.total += weight;
            if let Some(country) = known.country {
                let mut countries = surroundings.countries.iter_mut();
                match countries.find(|(other, _)| *other == country) {
                    Some((_, sum)) => *sum += weight,
                    None => surroundings.countries.push((country, weight)),
                }
            }
            surroundings.others.push((far, known));
        }
        surroundings
    }

    /// The points that a place gains, and what for.
    fn context_evidence(&self, place: PlaceRef<'r>) -> (i32, Vec<ContextEvidence>) {
        let mut points = 0;
        let mut context_evidence = Vec::new();
        if let Some(region) = self.beside.filter(|&region| lies_in(place, region)) {
            points += BESIDE;
            context_evidence.push(ContextEvidence::SaidToLieIn(region.id()));
        }
        if let Some(country) = place.country() {
            let same = self.countries.iter().find(|(other, _)| *other == country);
            let same = same.map_or(0, |(_, weight)| *weight);
            let gained = SAME_COUNTRY * same / (self.total + NO_COUNTRY);
            if gained > 0 {
                points += gained;
                context_evidence.push(ContextEvidence::SameCountry(country));
            }
        }
        if let Some((points_for_it, km)) = self.nearness(place) {
            points += points_for_it;
            context_evidence.push(ContextEvidence::NearOthers { km: km.round() });
        }
        let mut before = self.past.iter().rev();
        if before.any(|known| known.place == place && known.text == self.text) {
            points += SAME_SENSE;
            context_evidence.push(ContextEvidence::SameAsBefore);
        }
        let asked = asked_for(place, self.document);
        if asked > 0 {
            points += asked;
            context_evidence.push(ContextEvidence::AskedFor);
        }
        (points, context_evidence)
    }

    /// Points for the nearest spots of other places, and how far the very nearest is in
    /// kilometres, if that is near.
    fn nearness(&self, place: PlaceRef<'r>) -> Option<(i32, f64)> {
        let here = Spot::of(place)?;
        let (mut any, mut close) = (None, None);
        for (far, known) in self.others.iter().filter(|(_, known)| known.place != place) {
            let Some(spot) = &known.spot else { continue };
            let along = here.along(spot);
            let keep_nearer = |nearest: &mut Option<(f64, Coordinates)>| {
                if nearest.is_none_or(|(best, _)| along.total_cmp(&best).is_ge()) {
                    *nearest = Some((along, spot.coordinates));
                }
            };
            keep_nearer(&mut any);
            if *far < CLOSE[0].0 {
                keep_nearer(&mut close);
            }
        }
        let km = |nearest: Option<(f64, Coordinates)>| {
            let km = nearest.map(|(_, point)| point.distance_km(here.coordinates));
            km.filter(|&km| km < NEAR_KM)
        };
        let points = |km: f64, most: f64| most * (1.0 - km / NEAR_KM);
        let any = km(any)?;
        let close = km(close).map_or(0.0, |km| points(km, NEARNESS_CLOSE));
        let points = points(any, NEARNESS).max(close);
        Some((points.round() as i32, any))
    }
}

impl Spot {
    /// Where a place is, if it has a point that says so.
    fn of(place: PlaceRef<'_>) -> Option<Self> {
        is_spot(place).then(|| {
            let coordinates = place.coordinates();
            let (lat, lon) = (coordinates.latitude(), coordinates.longitude());
            let ((z, r), (y, x)) = (lat.to_radians().sin_cos(), lon.to_radians().sin_cos());
            Spot {
                coordinates,
                direction: [r * x, r * y, z],
            }
        })
    }

    /// The cosine of the angle to another spot: the greater, the nearer.
    fn along(&self, other: &Spot) -> f64 {
        let [a, b, c] = self.direction;
        let [x, y, z] = other.direction;
        a * x + b * y + c * z
    }
}

/// What the caller's word is worth for a place.
fn asked_for(place: PlaceRef<'_>, document: &Document<'_>) -> i32 {
    if !document.is_biased() {
        return 0;
    }
    let mut points = 0;
    if place
        .country()
        .is_some_and(|country| document.countries.contains(&country))
    {
        points += CALLER;
    }
    if document
        .within
        .is_some_and(|area| area.contains(place.coordinates()))
    {
        points += CALLER;
    }
    if let Some(point) = document.near {
        let km = place.coordinates().distance_km(point);
        let lost = FADE * (km / 10.0).max(1.0).log10();
        points += (f64::from(CALLER) - lost).max(0.0).round() as i32;
    }
    points
}

/// Whether a place has a point that says where it is.
fn is_spot(place: PlaceRef<'_>) -> bool {
    match place.feature().class() {
        FeatureClass::Populated => true,
        FeatureClass::Administrative => !place.feature().is_country(),
        _ => false,
    }
}

/// Whether a place lies in a unit, by its parents or its country.
fn lies_in(place: PlaceRef<'_>, region: PlaceRef<'_>) -> bool {
    let whole_country = region.feature().is_country();
    place != region
        && (place.parents().any(|parent| parent == region)
            || (whole_country && place.country().is_some() && place.country() == region.country()))
}
