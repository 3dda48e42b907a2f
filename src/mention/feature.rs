//! The binary features of the classifier, and sets of them.
//!
//! - `model`: what was learned of them from the texts of a language.

#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile;
pub(crate) mod model;

/// Declares the features with their names in the table of weights.
macro_rules! cues {
    ($($(#[$doc:meta])* $cue:ident $name:literal,)*) => {
        /// A feature of a mention.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Cue {
            $($(#[$doc])* $cue,)*
        }

        impl Cue {
            /// All features.
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
    /// The bias: every mention has it.
    Any "any",
    // The most important place of the name.
    Country "country",
    Capital "capital",
    Metropolis "city of a million",
    City "city of 300 thousand",
    Town "town of 50 thousand",
    SmallTown "smaller place",
    Province "province",
    Unit "smaller unit",
    Region "region",
    Water "water",
    Land "terrain",
    Built "built",
    /// Its source is a dump, not a table.
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
    OnlyFolded "only folded alike",
    Ordinary "an ordinary word",
    Unsupported "an ordinary word without support",
    Surname "ends as surnames do",
    DumpName "under a name from a dump",
    Generated "under a name made by rule",
    Namesakes "one of several names",
    Capitalized "with a capital in a sentence",
    Capitals "in capitals",
    Ending "without its ending",
    LocativeEnding "with an ending for where",
    Hashtag "a whole hashtag",
    // The token before it.
    FeatureWord "feature word",
    UnfittingFeatureWord "unfitting feature word",
    SentenceStart "begins a sentence",
    PunctuationBefore "behind punctuation",
    LocativeBefore "behind a word for where",
    MotionBefore "behind from or to",
    Located "where something is or goes",
    ConnectiveBefore "behind another preposition",
    DefiniteBefore "behind a definite noun",
    DemonymBefore "behind a demonym",
    NounBefore "behind another word",
    GivenBefore "behind a given name",
    TeamBefore "behind a word for a team",
    GroupBefore "behind a word for a group",
    FeminineBefore "behind a verb or noun in the feminine",
    CapitalBefore "behind a word with a capital",
    RoleBefore "behind a word for a person or an organization",
    // The token behind it.
    PunctuationAfter "before punctuation",
    DefiniteAfter "before a definite word",
    DemonymAfter "before a demonym",
    PrepositionAfter "before a preposition",
    FeminineAfter "before a word in the feminine",
    AndAfter "before an and",
    WordAfter "before another word",
    CapitalAfter "before a word with a capital",
    FeatureWordAfter "before its feature word",
    // Its surroundings.
    Quoted "in quotation marks",
    Bracketed "in parentheses",
    SameCountry "a place of its country just before",
    InFocus "of the country that the text is about",
    OffFocus "not of the country that the text is about",
    PlaceBefore "a place right before",
    MentionedBefore "mentioned before",
    Sport "among words of sport",
    // What no name of the index, as it is spelled, tells.
    Quarter "told by a word for a quarter",
    Site "told by a word for a site",
    Institution "told by a word for an institution",
    SiteBefore "told by a word behind it",
    ToldAgain "told before",
    Misspelled "misspelled",
    Unheard "only sounds alike",
    Compound "written together with another",
    /// Nor a word for where something is: the town is its club.
    PlayingTown "a town that plays",
}

/// A set of features.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cues(u128);

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

/// A set has a bit for each feature.
const _: () = assert!(Cue::ALL.len() <= 128);
