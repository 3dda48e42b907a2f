//! Which of several places a name means, by the mentions before and after it.
//!
//! Each mention is ranked once more when those around it are known, as many before it as behind
//! it. Its candidates gain points for lying in the country that the others lie in, for being
//! near them, for lying in the place named right behind it (حلب في سوريا), for being what the same
//! name meant before, and for what the caller said of the text. Where none of these tells them
//! apart the importance of the places decides.

use crate::index::PlaceRef;
use crate::mention::disambiguation::containment::says_within;
use crate::mention::disambiguation::geo_point::GeoPoint;
use crate::mention::{Mention, MentionKind};
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::evidence::ContextEvidence;
use crate::model::feature::FeatureClass;
use crate::query::Query;
use crate::query::document::Document;
use crate::query::rule::Rule;
use crate::rank::candidate::Candidate;
use std::collections::VecDeque;

/// Number of mentions before one, and behind it, that it is ranked by.
pub(crate) const WINDOW: usize = 16;

/// Maximum number of candidates until the mentions around are known.
pub(crate) const MAX_CANDIDATES: usize = 24;

/// Points for lying in the same country as all the others, when they are many.
const COUNTRY_POINTS: i32 = 50;

/// Weight of a country that is named itself; that of a place in it is 1.
const COUNTRY_WEIGHT: i32 = 2;

/// Distances in mentions, each with the factor of the weight of a mention that is nearer.
const DISTANCE_FACTORS: [(usize, i32); 2] = [(2, 4), (6, 2)];

/// Weight added to the sum that countries share (additive smoothing), so that a single mention
/// decides little.
const COUNTRY_SMOOTHING: i32 = 4;

/// Points for lying where another place lies, if that is one of the next mentions and if not; they
/// fall to 0 at [`MAX_KM`].
const NEXT_PROXIMITY_POINTS: f64 = 30.0;
const PROXIMITY_POINTS: f64 = 15.0;

/// Distance in kilometers from which on places are not near each other.
const MAX_KM: f64 = 250.0;

/// Points for lying in the place named right behind, or in the country whose adjective stands there.
const CONTAINER_POINTS: i32 = 60;

/// Points for being what the same name meant before.
const REPETITION_POINTS: i32 = 30;

/// Points for lying in a country or an area that the caller named, or at the point.
const CALLER_POINTS: i32 = 30;

/// Points lost for each tenfold distance from the caller's point, from 10 km on.
const CALLER_DECAY: f64 = 15.0;

/// A place that was mentioned, with what the candidates of other mentions ask of it.
struct ResolvedMention<'r, 't> {
    text: &'t str,
    place: PlaceRef<'r>,
    country: Option<CountryCode>,
    /// Whether it is a country itself.
    is_country: bool,
    point: Option<GeoPoint>,
}

/// Disambiguates the mentions of a text one after the other.
pub(crate) struct Disambiguator<'r, 't> {
    document: Document<'t>,
    past: VecDeque<ResolvedMention<'r, 't>>,
    /// The mentions behind the last one that was disambiguated, as far as they were looked at;
    /// `None` for those of no place.
    ahead: VecDeque<Option<ResolvedMention<'r, 't>>>,
}

/// The evidence around a mention for its candidates.
struct Evidence<'c, 'r, 't> {
    text: &'t str,
    document: &'c Document<'t>,
    past: &'c VecDeque<ResolvedMention<'r, 't>>,
    /// Places of the other names around it, each with its distance in mentions.
    others: Vec<(usize, &'c ResolvedMention<'r, 't>)>,
    /// The weight of each of their countries.
    countries: Vec<(CountryCode, i32)>,
    /// The weight of all others.
    total: i32,
    /// The place that the text says it lies in.
    container: Option<PlaceRef<'r>>,
}

impl<'r, 't> Disambiguator<'r, 't> {
    pub fn new(document: Document<'t>) -> Self {
        Disambiguator {
            document,
            past: VecDeque::with_capacity(WINDOW),
            ahead: VecDeque::with_capacity(WINDOW),
        }
    }

    /// Ranks the candidates of a mention anew; `ahead` are the mentions behind it.
    pub fn disambiguate(
        &mut self,
        mention: &mut Mention<'r, 't>,
        ahead: &VecDeque<Mention<'r, 't>>,
    ) {
        let known = self.ahead.pop_front().flatten();
        let seen = self.ahead.len();
        let new = ahead.iter().take(WINDOW).skip(seen);
        self.ahead.extend(new.map(ResolvedMention::of));
        if mention.kind == MentionKind::Place && mention.resolution.candidates().len() > 1 {
            let evidence = Evidence::of(self, mention, ahead.front());
            let context_evidence =
                |candidate: &Candidate<'r>| evidence.context_evidence(candidate.place());
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

    /// The place right behind a mention that it is said to lie in: حلب في سوريا, حلب، سوريا,
    /// حلب (سوريا), حلب السورية.
    fn container(
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
                says_within(between, clitics)
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
            point: GeoPoint::of(place),
        })
    }

    /// The weight that it gives its country at a distance in mentions.
    fn weight(&self, distance: usize) -> i32 {
        let weight = match self.is_country {
            true => COUNTRY_WEIGHT,
            false => 1,
        };
        let factor = DISTANCE_FACTORS
            .iter()
            .find(|(within, _)| distance < *within);
        weight * factor.map_or(1, |(_, factor)| *factor)
    }
}

impl<'c, 'r, 't> Evidence<'c, 'r, 't> {
    fn of(
        disambiguator: &'c Disambiguator<'r, 't>,
        mention: &Mention<'r, 't>,
        next: Option<&Mention<'r, 't>>,
    ) -> Self {
        let text = mention.as_str();
        let past = disambiguator.past.iter().rev().enumerate();
        let ahead = disambiguator.ahead.iter().flatten().enumerate();
        let mut evidence = Evidence {
            text,
            document: &disambiguator.document,
            past: &disambiguator.past,
            others: Vec::with_capacity(2 * WINDOW),
            countries: Vec::new(),
            total: 0,
            container: match disambiguator.document.rules.has(Rule::Container) {
                true => disambiguator.container(mention, next),
                false => None,
            },
        };
        for (distance, known) in past.chain(ahead).filter(|(_, known)| known.text != text) {
            let weight = known.weight(distance);
            evidence.total += weight;
            if let Some(country) = known.country {
                let mut countries = evidence.countries.iter_mut();
                match countries.find(|(other, _)| *other == country) {
                    Some((_, sum)) => *sum += weight,
                    None => evidence.countries.push((country, weight)),
                }
            }
            evidence.others.push((distance, known));
        }
        evidence
    }

    /// The points that a place gains, and the evidence for them.
    fn context_evidence(&self, place: PlaceRef<'r>) -> (i32, Vec<ContextEvidence>) {
        let mut points = 0;
        let mut context_evidence = Vec::new();
        if let Some(region) = self.container.filter(|&region| lies_in(place, region)) {
            points += CONTAINER_POINTS;
            context_evidence.push(ContextEvidence::SaidToLieIn(region.id()));
        }
        let rules = self.document.rules;
        if rules.has(Rule::SameCountry)
            && let Some(country) = place.country()
        {
            let same = self.countries.iter().find(|(other, _)| *other == country);
            let same = same.map_or(0, |(_, weight)| *weight);
            let gained = COUNTRY_POINTS * same / (self.total + COUNTRY_SMOOTHING);
            if gained > 0 {
                points += gained;
                context_evidence.push(ContextEvidence::SameCountry(country));
            }
        }
        if rules.has(Rule::Proximity) {
            if place.feature().is_country() {
                points += self.points_for_holding(place);
            } else if let Some((points_for_it, km)) = self.proximity(place) {
                points += points_for_it;
                context_evidence.push(ContextEvidence::NearOthers { km: km.round() });
            }
        }
        let mut before = self.past.iter().rev();
        if rules.has(Rule::Repetition)
            && before.any(|known| known.place == place && known.text == self.text)
        {
            points += REPETITION_POINTS;
            context_evidence.push(ContextEvidence::SameAsBefore);
        }
        let bias = caller_points(place, self.document);
        if bias > 0 {
            points += bias;
            context_evidence.push(ContextEvidence::AskedFor);
        }
        (points, context_evidence)
    }

    /// The points of a country for the other places that lie in it: they are no farther from it than from
    /// its capital, which may be called the same (الكويت).
    fn points_for_holding(&self, country: PlaceRef<'_>) -> i32 {
        let lies_there = |known: &ResolvedMention<'_, '_>| {
            known.country.is_some() && known.country == country.country() && known.point.is_some()
        };
        let inside = self.others.iter().filter(|(_, known)| lies_there(known));
        let nearest = inside.map(|(distance, _)| *distance).min();
        match nearest {
            Some(distance) if distance < DISTANCE_FACTORS[0].0 => NEXT_PROXIMITY_POINTS as i32,
            Some(_) => PROXIMITY_POINTS as i32,
            None => 0,
        }
    }

    /// The points for the nearest other places, and the distance of the very nearest in kilometers,
    /// if that is less than [`MAX_KM`].
    fn proximity(&self, place: PlaceRef<'r>) -> Option<(i32, f64)> {
        let here = GeoPoint::of(place)?;
        let (mut any, mut next) = (None, None);
        for (distance, known) in self.others.iter().filter(|(_, known)| known.place != place) {
            let Some(point) = &known.point else { continue };
            let cosine = here.cosine(point);
            let keep_nearer = |nearest: &mut Option<(f64, Coordinates)>| {
                if nearest.is_none_or(|(best, _)| cosine.total_cmp(&best).is_ge()) {
                    *nearest = Some((cosine, point.coordinates));
                }
            };
            keep_nearer(&mut any);
            if *distance < DISTANCE_FACTORS[0].0 {
                keep_nearer(&mut next);
            }
        }
        let km = |nearest: Option<(f64, Coordinates)>| {
            let km = nearest.map(|(_, point)| point.distance_km(here.coordinates));
            km.filter(|&km| km < MAX_KM)
        };
        let points = |km: f64, most: f64| most * (1.0 - km / MAX_KM);
        let any = km(any)?;
        let next = km(next).map_or(0.0, |km| points(km, NEXT_PROXIMITY_POINTS));
        let points = points(any, PROXIMITY_POINTS).max(next);
        Some((points.round() as i32, any))
    }
}

/// The points of a place for what the caller said of the text.
fn caller_points(place: PlaceRef<'_>, document: &Document<'_>) -> i32 {
    if !document.is_biased() {
        return 0;
    }
    let mut points = 0;
    if place
        .country()
        .is_some_and(|country| document.countries.contains(&country))
    {
        points += CALLER_POINTS;
    }
    if document
        .within
        .is_some_and(|area| area.contains(place.coordinates()))
    {
        points += CALLER_POINTS;
    }
    if let Some(point) = document.near {
        let km = place.coordinates().distance_km(point);
        let lost = CALLER_DECAY * (km / 10.0).max(1.0).log10();
        points += (f64::from(CALLER_POINTS) - lost).max(0.0).round() as i32;
    }
    points
}

/// Whether a place lies in a unit, by its parents or its country.
fn lies_in(place: PlaceRef<'_>, region: PlaceRef<'_>) -> bool {
    let whole_country = region.feature().is_country();
    place != region
        && (place.parents().any(|parent| parent == region)
            || (whole_country && place.country().is_some() && place.country() == region.country()))
}
