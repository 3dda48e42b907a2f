//! A candidate: a place that a name may mean, and how it was found.

use crate::candidate::variant::QueryVariant;
use crate::index::{NameRef, PlaceRef};
use crate::lang::confusion::edit_ops::edit_ops;
use crate::model::evidence::{ContextEvidence, Evidence, FeatureWord, MatchKind, StrippedAffix};
use crate::model::relation::RelationWord;
use crate::model::score::Score;
use crate::query::container::extent_km;
use crate::text::normalize::normal_form;
use std::sync::{Arc, OnceLock};

/// A place that a name may mean.
///
/// ```
/// # #[cfg(feature = "embedded")] {
/// let resolver = toponym::Resolver::embedded();
/// let answer = resolver.resolve("Gyumrri");
/// let best = answer.best().unwrap();
/// assert_eq!((best.place().name(), best.name().text()), ("Gyumri", "Gyumri"));
/// assert_eq!(best.evidence().edits(), 1);
/// # }
/// ```
#[derive(Clone)]
pub struct Candidate<'r> {
    pub(crate) name: NameRef<'r>,
    /// Its score before it is cut to the range of scores.
    pub(crate) points: i32,
    pub(crate) spelling: MatchKind,
    /// Whether the name is only the beginning of what was found.
    pub(crate) completed: bool,
    /// Whether it stands before places that are spelled so, though it only sounds so.
    pub(crate) outranks_spelling: bool,
    pub(crate) distance_km: Option<f64>,
    pub(crate) variant: Arc<QueryVariant>,
    context_evidence: Vec<ContextEvidence>,
    /// All of this for people to read, made when it is asked for: of the places that a text
    /// mentions few are.
    evidence: OnceLock<Box<Evidence>>,
}

/// Says the same whether the evidence was asked for before or not.
impl std::fmt::Debug for Candidate<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Candidate")
            .field("name", &self.name)
            .field("score", &self.score())
            .field("evidence", self.evidence())
            .finish()
    }
}

impl<'r> Candidate<'r> {
    pub(crate) fn new(
        name: NameRef<'r>,
        variant: Arc<QueryVariant>,
        spelling: MatchKind,
        completed: bool,
    ) -> Self {
        Candidate {
            name,
            points: 0,
            spelling,
            completed,
            outranks_spelling: false,
            distance_km: None,
            variant,
            context_evidence: Vec::new(),
            evidence: OnceLock::new(),
        }
    }

    /// The place.
    pub fn place(&self) -> PlaceRef<'r> {
        self.name.place()
    }

    /// The one of its names that matched.
    pub fn name(&self) -> NameRef<'r> {
        self.name
    }

    /// How far what is asked for may be from the place's point, in kilometres: as far as the point may
    /// be off, or, of something *north of* a place or around it, as far as the place and what lies
    /// around it reach. `None` for a place itself with a plain point of a source.
    pub fn accuracy_km(&self) -> Option<f32> {
        let place = self.place();
        let own = place.accuracy_km();
        match self.relation() {
            Some(_) => Some(own.unwrap_or(0.0).max(extent_km(place) as f32)),
            None => own,
        }
    }

    /// The word that says where something is, seen from the place, if one stood beside its name.
    pub fn relation(&self) -> Option<&RelationWord> {
        let mut stripped = self.variant.stripped.iter();
        stripped.find_map(|stripped| match stripped {
            StrippedAffix::Relation(word) => Some(word),
            _ => None,
        })
    }

    /// How likely it is meant, from 0 to 1000: it ranks candidates, and is no probability.
    ///
    /// In a text whose mentions are weighed the best candidate has the mention's
    /// [`confidence`](crate::Mention::confidence) as its score, and the others are as far behind it
    /// as they were.
    pub fn score(&self) -> Score {
        Score::from_points(self.points)
    }

    /// Adds what the text around it says for it.
    pub(crate) fn add_evidence(
        &mut self,
        context_evidence: impl IntoIterator<Item = ContextEvidence>,
    ) {
        self.context_evidence.extend(context_evidence);
        self.evidence.take();
    }

    /// Why it is a candidate.
    pub fn evidence(&self) -> &Evidence {
        self.evidence.get_or_init(|| Box::new(self.explain()))
    }

    fn explain(&self) -> Evidence {
        let variant = &*self.variant;
        let differs = matches!(
            self.spelling,
            MatchKind::Folded { .. } | MatchKind::Edited { .. }
        );
        let edit_ops = match differs && !self.completed {
            true => edit_ops(&variant.text, &normal_form(self.name.text())),
            false => Vec::new(),
        };
        Evidence {
            spelling: self.spelling,
            stripped: variant.stripped.clone(),
            language: self.name.language(),
            kind: self.name.kind(),
            completed: self.completed,
            distance_km: self.distance_km,
            is_word: variant.is_word,
            context_evidence: self.context_evidence.clone(),
            edit_ops,
            read_as: variant.read_as.clone(),
        }
    }

    /// The feature word that stood at the name, if one did.
    pub(crate) fn feature_word(&self) -> Option<&FeatureWord> {
        self.variant
            .stripped
            .iter()
            .find_map(StrippedAffix::feature_word)
    }
}
