//! What the words beside a name say of it, as features of the classifier.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::{LetterCase, Tokens};
use crate::key::KeySpace;
use crate::mention::feature::{Cue, Cues};

/// The features of a word before a name.
pub(crate) fn cues_before(tokens: &Tokens, at: usize) -> Cues {
    let word = neighbor(tokens, at);
    let mut cues = Cues::default();
    cues.add_if(Cue::GivenBefore, word.announces_person);
    cues.add_if(Cue::TeamBefore, word.announces_team);
    cues.add_if(Cue::RoleBefore, word.has_roles);
    let capital = tokens.list[at].case == LetterCase::Capital;
    cues.add_if(Cue::CapitalBefore, capital);
    let is_arabic = tokens.list[at].space == Some(KeySpace::Arabic);
    cues.add_if(Cue::UnfittingFeatureWord, word.is_feature_word && is_arabic);
    cues.add(match word.is_definite {
        _ if word.is_from => Cue::MotionBefore,
        _ if word.is_connective => Cue::ConnectiveBefore,
        true if word.is_definite_demonym => Cue::DemonymBefore,
        true => Cue::DefiniteBefore,
        false if word.is_feminine => Cue::FeminineBefore,
        false => Cue::NounBefore,
    });
    cues
}

/// The features of a word behind a name.
pub(crate) fn cues_after(tokens: &Tokens, at: usize) -> Cues {
    let word = neighbor(tokens, at);
    let mut cues = Cues::default();
    let capital = tokens.list[at].case == LetterCase::Capital;
    cues.add_if(Cue::CapitalAfter, capital);
    cues.add(match word.is_definite {
        true if word.is_definite_demonym => Cue::DemonymAfter,
        true => Cue::DefiniteAfter,
        false if word.is_preposition => Cue::PrepositionAfter,
        false if word.begins_with_and => Cue::AndAfter,
        false if word.is_feminine => Cue::FeminineAfter,
        false => Cue::WordAfter,
    });
    cues
}
