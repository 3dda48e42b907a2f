//! The state of a search for prefixes after some letters of a key.

use crate::fuzzy::automaton::{Automaton, State};
use crate::fuzzy::pattern::MatchMasks;

/// A state of the automaton, with the fewest edits that any prefix so far takes.
#[derive(Clone, Copy)]
pub(super) struct PrefixState {
    state: State,
    depth: usize,
    /// The fewest edits that a prefix of the letters takes.
    pub best: Option<u8>,
}

impl PrefixState {
    /// Before the first letter.
    pub fn start<W: MatchMasks>(automaton: &Automaton<W>) -> Self {
        let state = automaton.start();
        PrefixState {
            state,
            depth: 0,
            best: automaton.at(0).edits(state),
        }
        .settled()
    }

    /// After one more letter.
    #[inline]
    pub fn step<W: MatchMasks>(self, automaton: &Automaton<W>, letter: u32) -> Self {
        if self.state.is_dead() {
            return self;
        }
        let depth = self.depth + 1;
        let state = automaton.at(self.depth).step(self.state, letter);
        let here = automaton.at(depth).edits(state);
        let best = here.map_or(self.best, |here| {
            Some(self.best.map_or(here, |best| best.min(here)))
        });
        PrefixState { state, depth, best }.settled()
    }

    /// Nothing is better than no edits: the letters after that don't matter.
    #[inline]
    fn settled(self) -> Self {
        match self.best {
            Some(0) => PrefixState {
                state: State::DEAD,
                ..self
            },
            _ => self,
        }
    }

    /// Whether no key that goes on from here is found.
    pub fn is_lost(self) -> bool {
        self.best.is_none() && self.state.is_dead()
    }
}
