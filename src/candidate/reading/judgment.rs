//! Judgment: how well a place goes with what stands beside its name.

use crate::candidate::name_hit::{ChangedVariants, NameHit};
use crate::candidate::reading::qualifier::Qualifier;
use crate::candidate::variant::QueryVariant;
use crate::index::{Index, PlaceRef};
use crate::key::Key;
use crate::model::evidence::{StrippedAffix, Suits};
use crate::model::feature::FeatureClass;
use crate::query::container::{Contained, Container, Verdict, best_verdict};
use std::cmp::Reverse;
use std::rc::Rc;

/// A name that was found, with how well its place goes with the qualifiers.
pub(super) struct Judged<'i> {
    grade: Grade,
    hit: NameHit<'i>,
}

/// How well a place goes with its qualifiers; the better the greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Grade {
    /// How many qualifiers are the place itself again, by the same name.
    itself: Reverse<u8>,
    /// How many say nothing that is known of it.
    unverified: Reverse<u8>,
    /// How many it lies in.
    inside: u8,
    /// How many are another name of it.
    same: u8,
    /// How many it lies near to.
    near: u8,
    /// Whether the name stands before all of them: so it mostly does.
    leads: bool,
}

/// How much must be known of the qualifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    /// Nothing may speak against the place.
    Nothing,
    /// All must agree, as is asked of words that no mark parts.
    Agreement,
    /// All must be other names of it, or agree, as is asked of words that a hyphen joins.
    AgreementOrName,
}

/// Judges names that were found beside some qualifiers, which stand in the order of the query;
/// `name_start` is where the name begins. Those that a qualifier speaks against are left out.
pub(super) fn judged<'i>(
    found: &[NameHit<'i>],
    qualifiers: &[Rc<Qualifier>],
    name_start: usize,
    demand: Demand,
) -> Vec<Judged<'i>> {
    // Nor is a town of a country's name the answer for a place that the country lacks.
    let is_country = |hit: &NameHit<'_>| hit.name.place().feature().is_country();
    let names_country = found.iter().any(is_country);
    // A query may name the same again and again, which is compared with thousands of places once each.
    let is_same = |one: &Qualifier, other: &Qualifier| {
        one.text == other.text && one.containers.len() == other.containers.len()
    };
    let first_of =
        |qualifier: &Rc<Qualifier>| qualifiers.iter().position(|one| is_same(one, qualifier));
    let firsts: Vec<usize> = qualifiers.iter().filter_map(first_of).collect();
    let mut noted = ChangedVariants::default();
    // A place may have hundreds of spellings, one after the other.
    let mut last: Option<(u32, Option<Vec<Verdict>>)> = None;
    let judge = |hit: &NameHit<'i>| {
        let place = hit.name.place();
        let (_, verdicts) = match last.take() {
            Some(known) if known.0 == place.number() => last.insert(known),
            _ => last.insert((place.number(), verdicts(place, qualifiers, &firsts))),
        };
        let (grade, agrees) = grade(hit, verdicts.as_ref()?, qualifiers, name_start, demand)?;
        if names_country && grade.unverified.0 > 0 {
            return None;
        }
        let mut hit = hit.clone();
        hit.variant = noted.of(&hit.variant, agrees.clone(), |variant| {
            note(variant, qualifiers, &agrees, name_start);
        });
        Some(Judged { grade, hit })
    };
    found.iter().filter_map(judge).collect()
}

/// Those that go best with their qualifiers.
pub(super) fn best(mut judged: Vec<Judged<'_>>) -> Vec<NameHit<'_>> {
    let best = judged.iter().map(|judged| judged.grade).max();
    judged.retain(|judged| Some(judged.grade) == best);
    judged.into_iter().map(|judged| judged.hit).collect()
}

/// Whether a word for a kind of place was stripped that the place is not of.
pub(super) fn is_misfit(hit: &NameHit<'_>) -> bool {
    let mut words = hit.variant.stripped.iter();
    let word = words.find_map(StrippedAffix::feature_word);
    word.is_some_and(|word| word.suits(hit.name.place().feature()) == Suits::No)
}

/// Whether something about the reading is open: a qualifier that says nothing that is known, or a
/// word for another kind of place.
pub(super) fn is_doubtful(hit: &NameHit<'_>) -> bool {
    let mut stripped = hit.variant.stripped.iter();
    is_misfit(hit)
        || stripped.any(|stripped| matches!(stripped, StrippedAffix::UnverifiedQualifier(_)))
}

/// Leaves out the places that do not lie in the country or region whose adjective was stripped.
pub(super) fn drop_of_other_countries(found: &mut Vec<NameHit<'_>>, index: &Index) {
    let lies_elsewhere = |hit: &NameHit<'_>| {
        let mut stripped = hit.variant.stripped.iter();
        stripped.any(|stripped| match stripped {
            StrippedAffix::Demonym(demonym) => {
                let container = index.place(&demonym.place).map(Container::of);
                let verdict =
                    container.map(|container| container.verdict(&Contained::new(hit.name.place())));
                verdict == Some(Verdict::Outside)
            }
            _ => false,
        })
    };
    found.retain(|hit| !lies_elsewhere(hit));
}

/// What each qualifier says of a place; `firsts` has for each the first that is the same.
fn verdicts(
    place: PlaceRef<'_>,
    qualifiers: &[Rc<Qualifier>],
    firsts: &[usize],
) -> Option<Vec<Verdict>> {
    // Once for all containers, for a place may lie deep.
    let contained = Contained::new(place);
    let mut verdicts: Vec<Verdict> = Vec::with_capacity(qualifiers.len());
    for (qualifier, first) in qualifiers.iter().zip(firsts) {
        verdicts.push(
            match (qualifier.containers.is_empty(), verdicts.get(*first)) {
                (_, Some(known)) => *known,
                (true, None) => Verdict::Silent,
                (false, None) => best_verdict(&qualifier.containers, &contained)?,
            },
        );
    }
    Some(verdicts)
}

/// The grade of a place, and for each qualifier whether it agrees.
fn grade(
    hit: &NameHit<'_>,
    verdicts: &[Verdict],
    qualifiers: &[Rc<Qualifier>],
    name_start: usize,
    demand: Demand,
) -> Option<(Grade, Vec<bool>)> {
    let place = hit.name.place();
    let mut grade = Grade {
        leads: qualifiers
            .iter()
            .all(|qualifier| qualifier.part.start > name_start),
        ..Grade::default()
    };
    let mut agrees = Vec::with_capacity(qualifiers.len());
    for (qualifier, &verdict) in qualifiers.iter().zip(verdicts) {
        let suits = qualifier
            .kind
            .as_ref()
            .is_none_or(|word| word.suits(place.feature()) != Suits::No);
        if qualifier.containers.is_empty() && qualifier.kind.is_some() && suits {
            agrees.push(true);
            continue;
        }
        match verdict {
            Verdict::Outside => return None,
            Verdict::Silent if demand != Demand::Nothing => return None,
            // A container is not the answer for a place that it lacks.
            Verdict::Silent if qualifier.part.start < name_start || is_container(place) => {
                return None;
            }
            Verdict::Silent => grade.unverified.0 += 1,
            // A town stands behind the names of the villages around it.
            Verdict::Near if qualifier.part.start < name_start && !qualifier.is_wide() => {
                return None;
            }
            Verdict::Near if demand != Demand::Nothing && !qualifier.is_wide() => return None,
            Verdict::Near => grade.near += 1,
            Verdict::Inside => grade.inside += 1,
            Verdict::Same if qualifier.key == Key::of(hit.name.text()) => match demand {
                Demand::Nothing => grade.itself.0 += 1,
                _ => return None,
            },
            Verdict::Same if demand == Demand::Agreement => return None,
            Verdict::Same => grade.same += 1,
        }
        if !suits {
            grade.unverified.0 += 1;
        }
        agrees.push(verdict > Verdict::Silent);
    }
    Some((grade, agrees))
}

/// Whether a place is one that holds others: a country or a unit.
fn is_container(place: PlaceRef<'_>) -> bool {
    place.feature().class() == FeatureClass::Administrative
}

/// Notes what stood beside a name.
fn note(
    variant: &mut QueryVariant,
    qualifiers: &[Rc<Qualifier>],
    agrees: &[bool],
    name_start: usize,
) {
    let mut before = Vec::new();
    for (qualifier, agrees) in qualifiers.iter().zip(agrees) {
        let text = qualifier.text.clone();
        let mut notes = Vec::new();
        if qualifier.containers.is_empty() && *agrees {
            notes.extend(qualifier.kind.clone().map(StrippedAffix::FeatureWord));
        } else {
            notes.push(match agrees {
                true => StrippedAffix::AgreeingQualifier(text),
                false => StrippedAffix::UnverifiedQualifier(text),
            });
        }
        match qualifier.part.start < name_start {
            true => before.extend(notes),
            false => variant.stripped.extend(notes),
        }
    }
    variant.stripped.splice(0..0, before);
}
