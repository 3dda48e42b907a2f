//! A name with which many others are compared: what depends on it alone is worked out once.

use crate::phonetic::sound::cross_script::{AbjadSide, RomanSide};
use crate::phonetic::sound::same_script::SoundSequence;
use crate::phonetic::sound::{Side, Sounds, cross_script, same_script};

/// The sounds of a name, ready to be aligned with those of many others.
#[derive(Clone, Debug)]
pub(crate) struct PreparedSounds {
    is_empty: bool,
    across: AcrossScripts,
    sequence: SoundSequence,
}

/// What an alignment with a name of the other side needs.
#[derive(Clone, Debug)]
enum AcrossScripts {
    Abjad(Box<AbjadSide>),
    Roman(Box<RomanSide>),
}

impl PreparedSounds {
    pub fn of(sounds: Sounds) -> PreparedSounds {
        let letters = sounds.letters();
        PreparedSounds {
            is_empty: sounds.is_empty(),
            across: match sounds.side {
                Side::Abjad => AcrossScripts::Abjad(Box::new(AbjadSide::of(letters))),
                Side::Roman => {
                    AcrossScripts::Roman(Box::new(RomanSide::of(letters, sounds.orthography)))
                }
            },
            sequence: sounds.sequence(),
        }
    }

    /// Phonetic alignment cost in hundredths of an edit, or [`Sounds::FAR`] as soon as it is sure to
    /// be more than `bound`; see [`Sounds::cost`].
    pub fn cost_within(&self, other: &Sounds, bound: u16) -> u16 {
        if self.is_empty || other.is_empty() {
            return Sounds::FAR;
        }
        match (&self.across, other.side) {
            (AcrossScripts::Abjad(abjad), Side::Roman) => {
                cross_script::cost(abjad, other.letters(), other.orthography, bound)
            }
            (AcrossScripts::Roman(roman), Side::Abjad) => {
                cross_script::cost_of_side(&AbjadSide::of(other.letters()), roman, bound)
            }
            _ => same_script::cost(&self.sequence, &other.sequence(), bound),
        }
    }
}
