//! Names that are compared with many others: what depends on one name alone is worked out once.

use crate::phonetic::sound::cross_script::{AbjadRequest, AbjadSide, RomanSide};
use crate::phonetic::sound::same_script::SoundSequence;
use crate::phonetic::sound::{Side, Sounds, cross_script, same_script};
use std::cell::OnceCell;

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
    Abjad(Box<AbjadRequest>),
    Roman(Box<RomanSide>),
}

/// The sounds of one of those others, which may be aligned with several forms of the name.
pub(crate) struct OtherSounds {
    sounds: Sounds,
    roman: OnceCell<RomanSide>,
}

impl OtherSounds {
    pub fn of(sounds: Sounds) -> OtherSounds {
        OtherSounds {
            sounds,
            roman: OnceCell::new(),
        }
    }

    fn roman(&self) -> &RomanSide {
        let sounds = &self.sounds;
        let side = || RomanSide::of(sounds.letters(), sounds.orthography);
        self.roman.get_or_init(side)
    }
}

impl PreparedSounds {
    pub fn of(sounds: Sounds) -> PreparedSounds {
        let letters = sounds.letters();
        PreparedSounds {
            is_empty: sounds.is_empty(),
            across: match sounds.side {
                Side::Abjad => AcrossScripts::Abjad(Box::new(AbjadRequest::of(letters))),
                Side::Roman => {
                    AcrossScripts::Roman(Box::new(RomanSide::of(letters, sounds.orthography)))
                }
            },
            sequence: sounds.sequence(),
        }
    }

    /// Phonetic alignment cost in hundredths of an edit, or [`Sounds::FAR`] as soon as it is sure to
    /// be more than `bound`; see [`Sounds::cost`].
    pub fn cost_within(&self, other: &OtherSounds, bound: u16) -> u16 {
        let sounds = &other.sounds;
        if self.is_empty || sounds.is_empty() {
            return Sounds::FAR;
        }
        match (&self.across, sounds.side) {
            (AcrossScripts::Abjad(abjad), Side::Roman) => abjad.cost(other.roman(), bound),
            (AcrossScripts::Roman(roman), Side::Abjad) => {
                cross_script::cost(&AbjadSide::of(sounds.letters()), roman, bound)
            }
            _ => same_script::cost(&self.sequence, &sounds.sequence(), bound),
        }
    }
}
