//! What speaks for or against a word being the name of a place, as signs that are there or not.

/// Declares the signs with the names that the table of weights knows them by.
macro_rules! cues {
    ($($(#[$doc:meta])* $cue:ident $name:literal,)*) => {
        /// Something that speaks for or against a mention.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Cue {
            $($(#[$doc])* $cue,)*
        }

        impl Cue {
            /// All of them.
            pub const ALL: &'static [Cue] = &[$(Cue::$cue,)*];

            /// The name in the table.
            pub fn name(self) -> &'static str {
                match self {
                    $(Cue::$cue => $name,)*
                }
            }
        }
    };
}

cues! {
    /// Always there: what a mention weighs before anything is known of it.
    Any "any",
    // Which place the name means first.
    Country "country",
    Capital "capital",
    Metropolis "city of a million",
    City "city of 300 thousand",
    Town "town of 50 thousand",
    Small "smaller place",
    Province "province",
    Unit "smaller unit",
    Region "region",
    Water "water",
    Land "terrain",
    Built "built",
    /// From a dump, not from a table.
    Dump "from a dump",
    // How it is written.
    Letters3 "three letters",
    Letters4 "four letters",
    Letters5 "five letters",
    Words2 "two words",
    Words3 "more words",
    And "behind an and",
    In "behind an in",
    For "behind a for or like",
    Article "without its article",
    Folded "only folded alike",
    Ordinary "an ordinary word",
    Unsupported "an ordinary word without support",
    Surname "ends as surnames do",
    // What stands before it.
    Announced "feature word",
    Misfit "unfitting feature word",
    Begins "begins a sentence",
    Parted "behind punctuation",
    Where "behind a word for where",
    From "behind from or to",
    Connective "behind another preposition",
    DefiniteBefore "behind a definite noun",
    DemonymBefore "behind a demonym",
    NounBefore "behind another word",
    GivenBefore "behind a given name",
    TeamBefore "behind a word for a team",
    GroupBefore "behind a word for a group",
    FeminineBefore "behind a verb or noun in the feminine",
    // What follows.
    Ends "before punctuation",
    DefiniteAfter "before a definite word",
    DemonymAfter "before a demonym",
    PrepositionAfter "before a preposition",
    FeminineAfter "before a word in the feminine",
    AndAfter "before an and",
    WordAfter "before another word",
    // What stands around it.
    Quoted "in quotation marks",
    Bracketed "in parentheses",
    Near "a place of its country just before",
    List "a place right before",
    Seen "mentioned before",
    Sport "among words of sport",
    /// And not said to be where something is: its club.
    Plays "a town that plays",
}

/// A set of signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cues(u64);

impl Cues {
    pub fn add(&mut self, cue: Cue) {
        self.0 |= 1 << cue as u32;
    }

    pub fn add_if(&mut self, cue: Cue, there: bool) {
        if there {
            self.add(cue);
        }
    }

    /// Adds all of others.
    pub fn add_all(&mut self, others: Cues) {
        self.0 |= others.0;
    }

    pub fn has(self, cue: Cue) -> bool {
        self.0 & (1 << cue as u32) != 0
    }

    pub fn iter(self) -> impl Iterator<Item = Cue> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let cue = Cue::ALL.get(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(*cue)
        })
    }
}

/// A set has room for so many.
const _: () = assert!(Cue::ALL.len() <= 64);
