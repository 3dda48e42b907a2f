//! A candidate: a place that a name may mean, and how it was found.

use crate::candidate::variant::Written;
use crate::index::{NameRef, PlaceRef};
use crate::lang::confusion::edit_ops::slips;
use crate::model::evidence::{Clue, Evidence, FeatureWord, Spelling, Taken};
use crate::model::score::Score;
use crate::text::normalize::normal_form;
use std::sync::{Arc, OnceLock};

/// A place that a name may mean.
#[derive(Clone)]
pub struct Candidate<'r> {
    pub(crate) name: NameRef<'r>,
    pub(crate) score: Score,
    pub(crate) spelling: Spelling,
    /// Whether the name is only the beginning of what was found.
    pub(crate) completed: bool,
    pub(crate) distance_km: Option<f64>,
    pub(crate) written: Arc<Written>,
    clues: Vec<Clue>,
    /// All of this for people to read, made when it is asked for: of the places that a text
    /// mentions few are.
    evidence: OnceLock<Box<Evidence>>,
}

/// Says the same whether the evidence was asked for before or not.
impl std::fmt::Debug for Candidate<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Candidate")
            .field("name", &self.name)
            .field("score", &self.score)
            .field("evidence", self.evidence())
            .finish()
    }
}

impl<'r> Candidate<'r> {
    pub(crate) fn new(
        name: NameRef<'r>,
        written: Arc<Written>,
        spelling: Spelling,
        completed: bool,
    ) -> Self {
        Candidate {
            name,
            score: Score::from_points(0),
            spelling,
            completed,
            distance_km: None,
            written,
            clues: Vec::new(),
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

    /// How likely it is meant, from 0 to 1000. For a name asked for alone this ranks, and is no
    /// more. In Arabic text the best candidate has the share of right mentions among those with
    /// the same signs, in thousandths: of those at 900 nine in ten name a place.
    pub fn score(&self) -> Score {
        self.score
    }

    /// Adds what the text around it says for it.
    pub(crate) fn add_clues(&mut self, clues: impl IntoIterator<Item = Clue>) {
        self.clues.extend(clues);
        self.evidence.take();
    }

    /// Why it is a candidate.
    pub fn evidence(&self) -> &Evidence {
        self.evidence.get_or_init(|| Box::new(self.explain()))
    }

    fn explain(&self) -> Evidence {
        let written = &*self.written;
        let differs = matches!(
            self.spelling,
            Spelling::Folded { .. } | Spelling::Edited { .. }
        );
        let slips = match differs && !self.completed {
            true => slips(&written.text, &normal_form(self.name.text())),
            false => Vec::new(),
        };
        Evidence {
            spelling: self.spelling,
            taken: written.taken.clone(),
            language: self.name.language(),
            kind: self.name.kind(),
            completed: self.completed,
            distance_km: self.distance_km,
            is_word: written.is_word,
            clues: self.clues.clone(),
            slips,
        }
    }

    /// The feature word that stood at the name, if one did.
    pub(crate) fn feature_word(&self) -> Option<&FeatureWord> {
        self.written.taken.iter().find_map(Taken::feature_word)
    }
}
