//! Whether a name found in the text is meant as one. Names are short and words are many: a
//! name counts only if nothing speaks against it, or something for it.
//!
//! Against it speak a small initial in a script that has capitals; an ordinary word that is
//! spelled the same; shortness, all the more when something had to be taken off to find the
//! name. For it speak a feature word beside it that goes with the place, and, if no more than
//! that is asked for, a capital within a sentence or a place of the same country just before.

pub(crate) mod expected;
pub(crate) mod locative;
pub(crate) mod requirement;

pub(crate) use crate::mention::filter::admission::expected::said_country;

use crate::index::Index;
use crate::key::KeySpace;
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::Requirement;
use crate::mention::context::feature_words::Context;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::{EntryRange, NameEntries, NameEntry, NormalizedName};
use crate::mention::token::segmentation::HashtagPart;
use crate::mention::token::{LetterCase, Tokens};
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use crate::model::score::AMBIGUITY_MARGIN;
use crate::text::style::TextStyle;

/// What the judge says of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    No,
    /// Only if its signs speak for it.
    Doubtful,
    Yes,
}

/// What is known where a match is judged.
pub(crate) struct Admission<'a> {
    pub tokens: &'a Tokens,
    pub style: TextStyle,
    /// Country of the place found just before, if that was near; else the one that the post's
    /// hashtag speaks of, or that the caller named.
    pub near: Option<CountryCode>,
    /// See [`said_country`].
    pub said: Option<CountryCode>,
    /// Where the last mention ends, in bytes.
    pub last_end: Option<usize>,
    pub index: &'a Index,
    pub entries: &'a NameEntries,
}

impl Admission<'_> {
    /// Whether a match is refused by what its names weigh together, before any is looked at:
    /// most words that are the name of a hamlet somewhere.
    pub fn refuses(&self, found: &DictionaryMatch, context: &Context, entry: EntryRange) -> bool {
        let article_off = found.start.is_some_and(|start| start.takes_article());
        let weighs = || self.is_whole(found) || entry.weighs(found.space);
        let expected = || self.said.is_some() || self.is_expected(found);
        context.is_empty() && (article_off || !(weighs() || expected()))
    }

    /// Whether the words alone say that they are a name: a hashtag does, and with capitals,
    /// several words are seldom anything else.
    fn is_whole(&self, found: &DictionaryMatch) -> bool {
        let word = &self.tokens.list[found.first];
        word.tag != HashtagPart::None || (found.last > found.first && word.case != LetterCase::None)
    }

    /// Whether a match that is spelled so counts, with these feature words around it. Names that
    /// cannot be meant are removed from `names`.
    pub fn admits(
        &self,
        found: &DictionaryMatch,
        spelling: &NormalizedName,
        context: &Context,
        names: &mut Vec<NameEntry>,
    ) -> Decision {
        let word = &self.tokens.list[found.first];
        if !self.is_whole_tag(found, context) {
            return Decision::No;
        }
        let hashtag = word.tag != HashtagPart::None;
        if word.case == LetterCase::Small && self.style.capitals && !hashtag {
            return Decision::No;
        }
        names.retain(|name| self.fits_abbreviation(found, name));
        let announced = context.announce(names);
        // Text puts the article before any noun; names that may do without it say so in the
        // tables.
        let article_off = found.start.is_some_and(|start| start.takes_article());
        if article_off && !announced {
            return Decision::No;
        }
        let whole = self.is_whole(found);
        let here = self.is_expected(found);
        names.retain(|name| {
            whole
                || name.weighs(found.space)
                || context.announce(&[*name])
                || (here && self.is_near(&[*name]))
                || self.is_said(&[*name])
        });
        names.retain(|name| !name.generated || self.is_accompanied(found, name, context));
        if names.is_empty() {
            return Decision::No;
        }
        let letters = self.letters(found);
        if found.space == KeySpace::Arabic && letters <= MAX_FOREIGN {
            let languages = self.languages(found);
            names.retain(|name| {
                name.languages.meets(languages)
                    || context.announce(&[*name])
                    || self.is_located(found, &[*name])
            });
        }
        let weighed = found.languages(self.tokens).is_classified();
        let alike = letters <= MAX_SPELLED_ALIKE || !weighed;
        if alike && found.space == KeySpace::Arabic && !announced {
            names.retain(|name| name.well_known || self.is_spelled(name, spelling));
        }
        // Where neither capitals nor weights tell a name from a word, a village needs evidence.
        if !weighed && word.case == LetterCase::None && !announced && !whole {
            names.retain(|name| {
                let settled = name.feature.class() == FeatureClass::Populated;
                name.notable || !settled || self.is_near(&[*name]) || self.is_said(&[*name])
            });
        }
        if !self.long_enough(found, letters, announced, names) {
            return Decision::No;
        }
        let lower = word.case == LetterCase::Small && !hashtag;
        let lower_least = match names.iter().any(|name| name.well_known) {
            true => MIN_LOWER - 1,
            false => MIN_LOWER,
        };
        if lower && letters < lower_least && !announced {
            return Decision::No;
        }
        if let Some(end) = found.end
            && end.drop == 1
            && found.space == KeySpace::Latin
            && !self.style.turkic
            && !found.languages(self.tokens).is_told(KeySpace::Latin)
        {
            return Decision::No;
        }
        let supported = announced
            || self.is_near(names)
            || (self.style.posts && self.is_where(found))
            || self.is_said(names);
        let yes = |admitted: bool| match admitted {
            true => Decision::Yes,
            false => Decision::No,
        };
        match self.requirement(found, spelling, names) {
            Some(_) if names.is_empty() => Decision::No,
            Some(Requirement::FeatureWord) => yes(announced),
            Some(Requirement::Evidence) if supported => Decision::Yes,
            Some(Requirement::Evidence) if weighed => Decision::Doubtful,
            Some(Requirement::Evidence) => Decision::No,
            None => yes(!names.is_empty()),
        }
    }

    /// A hashtag is a name only as a whole, with its feature word if it has one
    /// (#محافظة_حفر_الباطن); a user's name never is.
    fn is_whole_tag(&self, found: &DictionaryMatch, context: &Context) -> bool {
        let list = &self.tokens.list;
        let goes_on = list
            .get(found.token_last() + 1)
            .is_some_and(|next| next.tag == HashtagPart::Hash);
        let phrase = context.before.first();
        let first = phrase.map_or(found.first, |trigger| trigger.first);
        match list[found.first].tag {
            HashtagPart::None => true,
            HashtagPart::HashStart => !goes_on,
            HashtagPart::Hash => !goes_on && list[first].tag == HashtagPart::HashStart,
            HashtagPart::Handle => false,
        }
    }

    /// Whether a name is spelled as the match is, but for what no writer is careful about.
    fn is_spelled(&self, name: &NameEntry, spelling: &NormalizedName) -> bool {
        self.entries.spelling(name).plain == spelling.plain
    }

    /// Adds the other towns and quarters of a name that is admitted: that it is a name is decided,
    /// not which of its places is meant.
    pub fn add_namesakes(
        &self,
        found: &DictionaryMatch,
        entry: EntryRange,
        spelling: &NormalizedName,
        names: &mut Vec<NameEntry>,
    ) {
        let settled = |name: &NameEntry| {
            let class = name.feature.class();
            matches!(
                class,
                FeatureClass::Populated | FeatureClass::Administrative
            )
        };
        if !names.iter().all(settled) {
            return;
        }
        let admitted = names.len();
        let languages = match found.space {
            KeySpace::Arabic => self.languages(found),
            _ => LanguageSet::ALL,
        };
        for name in self.entries.names_of(entry) {
            let known = |names: &[NameEntry]| names.iter().any(|known| known.name == name.name);
            if name.importance >= NAMESAKE
                && settled(name)
                && name.languages.meets(languages)
                && self.fits_abbreviation(found, name)
                && self.is_spelled(name, spelling)
                && !known(&names[..admitted])
            {
                names.push(*name);
            }
        }
    }

    /// Initials are written in capitals: ABŞ and US are countries, Us and us are not.
    fn fits_abbreviation(&self, found: &DictionaryMatch, name: &NameEntry) -> bool {
        match self.tokens.list[found.first].case {
            LetterCase::None | LetterCase::Capitals => true,
            LetterCase::Capital | LetterCase::Small => !name.initials || found.last > found.first,
        }
    }

    /// The languages that a name in Arabic letters may be of: those of the words around it, without
    /// Persian and its neighbors if nothing but the lack of their letters in the text speaks
    /// against them.
    fn languages(&self, found: &DictionaryMatch) -> LanguageSet {
        let languages = found.languages(self.tokens);
        match languages.is_told(found.space) || self.style.persian {
            true => languages,
            false => languages.with_clitics(),
        }
    }

    fn letters(&self, found: &DictionaryMatch) -> usize {
        let all: usize = (found.first..=found.last)
            .map(|at| self.tokens.letters(&self.tokens.list[at]).len())
            .sum();
        let start = found.start.map_or(0, |start| start.prepend.chars().count());
        let end = found.end.map_or(0, |end| end.append.chars().count());
        (all + start + end).saturating_sub(found.skip() + found.drop())
    }

    /// Short names need more than being there, the more the more was taken off.
    fn long_enough(
        &self,
        found: &DictionaryMatch,
        letters: usize,
        announced: bool,
        names: &[NameEntry],
    ) -> bool {
        let word = &self.tokens.list[found.first];
        let capitals = word.case == LetterCase::Capitals;
        let expected = announced || self.is_near(names) || names.iter().any(|name| name.well_known);
        match letters {
            0 => false,
            1 => announced && found.stripped() == 0,
            2 => (announced || capitals || self.is_located(found, names)) && found.stripped() == 0,
            // و ب ل stand before anything; ف and ك before so short a name are letters of
            // another word.
            3 => found.start.is_none_or(|start| {
                let clitic = self.tokens.letters(word).first();
                let usual = matches!(clitic, Some('و' | 'ب' | 'ل'));
                start.count() == 1 && usual && expected
            }),
            4 => found
                .start
                .is_none_or(|_| expected || names.iter().any(|name| name.notable)),
            _ => true,
        }
    }
}

/// The least importance of a place whose name means another one as well: that of a quarter of a
/// great city.
const NAMESAKE: u8 = AMBIGUITY_MARGIN as u8;

/// Names of so many letters must be spelled as they are, but for what everybody leaves out or
/// mistypes: قبله "before him" is not قبلة.
const MAX_SPELLED_ALIKE: usize = 5;

/// Shorter names of other languages than the text's are words of it more often than names.
const MAX_FOREIGN: usize = 5;

/// In a text without capitals, shorter names than this are as likely ordinary words.
const MIN_LOWER: usize = 5;
