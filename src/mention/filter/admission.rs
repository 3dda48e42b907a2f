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
pub(crate) use crate::mention::filter::admission::locative::is_visit;

use crate::index::Index;
use crate::key::KeySpace;
use crate::lang::lexicon::Bar;
use crate::mention::context::feature_words::Around;
use crate::mention::lookup::dictionary_match::Match;
use crate::mention::lookup::name_entry::{Entries, Entry, Sense, Spelling};
use crate::mention::token::segmentation::Tag;
use crate::mention::token::{Case, Words};
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use crate::model::score::AMBIGUITY_MARGIN;
use crate::text::style::Habits;

/// What the judge says of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    No,
    /// Only if its signs speak for it.
    Doubtful,
    Yes,
}

/// What is known where a match is judged.
pub(crate) struct Judge<'a> {
    pub words: &'a Words,
    pub habits: Habits,
    /// Country of the place found just before, if that was near; else the one that the post's
    /// hashtag speaks of, or that the caller named.
    pub near: Option<CountryCode>,
    /// See [`said_country`].
    pub said: Option<CountryCode>,
    /// Where the last mention ends, in bytes.
    pub last_end: Option<usize>,
    pub index: &'a Index,
    pub entries: &'a Entries,
}

impl Judge<'_> {
    /// Whether a match is refused by what its names weigh together, before any is looked at:
    /// most words that are the name of a hamlet somewhere.
    pub fn refuses(&self, found: &Match, around: &Around, entry: Entry) -> bool {
        let article_off = found.start.is_some_and(|start| start.takes_article());
        let weighs = || self.is_whole(found) || entry.weighs(found.space);
        let expected = || self.said.is_some() || self.is_expected(found);
        around.is_empty() && (article_off || !(weighs() || expected()))
    }

    /// Whether the words alone say that they are a name: a hashtag does, and with capitals,
    /// several words are seldom anything else.
    fn is_whole(&self, found: &Match) -> bool {
        let word = &self.words.list[found.first];
        word.tag != Tag::None || (found.last > found.first && word.case != Case::None)
    }

    /// Whether a match that is spelled so counts, with these feature words around it. Names that
    /// cannot be meant are removed from `names`.
    pub fn admits(
        &self,
        found: &Match,
        spelling: &Spelling,
        around: &Around,
        names: &mut Vec<Sense>,
    ) -> Verdict {
        let word = &self.words.list[found.first];
        if !self.is_whole_tag(found, around) {
            return Verdict::No;
        }
        let hashtag = word.tag != Tag::None;
        if word.case == Case::Small && self.habits.capitals && !hashtag {
            return Verdict::No;
        }
        names.retain(|name| self.fits_abbreviation(found, name));
        let announced = around.announce(names);
        // Text puts the article before any noun; names that may do without it say so in the
        // tables.
        let article_off = found.start.is_some_and(|start| start.takes_article());
        if article_off && !announced {
            return Verdict::No;
        }
        let whole = self.is_whole(found);
        let here = self.is_expected(found);
        names.retain(|name| {
            whole
                || name.weighs(found.space)
                || around.announce(&[*name])
                || (here && self.is_near(&[*name]))
                || self.is_said(&[*name])
        });
        names.retain(|name| !name.generated || self.is_accompanied(found, name, around));
        if names.is_empty() {
            return Verdict::No;
        }
        let letters = self.letters(found);
        if found.space == KeySpace::Arabic && !self.habits.persian && letters <= FOREIGN_MOST {
            names.retain(|name| {
                name.arabic || around.announce(&[*name]) || self.is_located(found, &[*name])
            });
        }
        if letters <= SPELLED_ALIKE_MOST && found.space == KeySpace::Arabic && !announced {
            names.retain(|name| name.well_known || self.is_spelled(name, spelling));
        }
        if !self.long_enough(found, letters, announced, names) {
            return Verdict::No;
        }
        let lower = word.case == Case::Small && !hashtag;
        let lower_least = match names.iter().any(|name| name.well_known) {
            true => LOWER_LEAST - 1,
            false => LOWER_LEAST,
        };
        if lower && letters < lower_least && !announced {
            return Verdict::No;
        }
        if let Some(end) = found.end
            && end.drop == 1
            && found.space == KeySpace::Latin
            && !self.habits.turkic
        {
            return Verdict::No;
        }
        let supported = announced
            || self.is_near(names)
            || (self.habits.posts && self.is_where(found))
            || self.is_said(names);
        let yes = |admitted: bool| match admitted {
            true => Verdict::Yes,
            false => Verdict::No,
        };
        match self.bar(found, spelling, names) {
            Some(_) if names.is_empty() => Verdict::No,
            Some(Bar::FeatureWord) => yes(announced),
            Some(Bar::Evidence) if supported => Verdict::Yes,
            Some(Bar::Evidence) if found.space == KeySpace::Arabic => Verdict::Doubtful,
            Some(Bar::Evidence) => Verdict::No,
            None => yes(!names.is_empty()),
        }
    }

    /// A hashtag is a name only as a whole, with its feature word if it has one
    /// (#محافظة_حفر_الباطن); a user's name never is.
    fn is_whole_tag(&self, found: &Match, around: &Around) -> bool {
        let list = &self.words.list;
        let goes_on = list
            .get(found.token_last() + 1)
            .is_some_and(|next| next.tag == Tag::Hash);
        let phrase = around.before.first();
        let first = phrase.map_or(found.first, |spotted| spotted.first);
        match list[found.first].tag {
            Tag::None => true,
            Tag::HashStart => !goes_on,
            Tag::Hash => !goes_on && list[first].tag == Tag::HashStart,
            Tag::Handle => false,
        }
    }

    /// Whether a name is spelled as the match is, but for what no writer is careful about.
    fn is_spelled(&self, name: &Sense, spelling: &Spelling) -> bool {
        self.entries.spelling(name).plain == spelling.plain
    }

    /// Adds the other towns and quarters of a name that is admitted: that it is a name is decided,
    /// not which of its places is meant.
    pub fn add_namesakes(
        &self,
        found: &Match,
        entry: Entry,
        spelling: &Spelling,
        names: &mut Vec<Sense>,
    ) {
        let settled = |name: &Sense| {
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
        let arabic = found.space == KeySpace::Arabic && !self.habits.persian;
        for name in self.entries.senses(entry) {
            let known = |names: &[Sense]| names.iter().any(|known| known.name == name.name);
            if name.importance >= NAMESAKE
                && settled(name)
                && (name.arabic || !arabic)
                && self.fits_abbreviation(found, name)
                && self.is_spelled(name, spelling)
                && !known(&names[..admitted])
            {
                names.push(*name);
            }
        }
    }

    /// Initials are written in capitals: ABŞ and US are countries, Us and us are not.
    fn fits_abbreviation(&self, found: &Match, name: &Sense) -> bool {
        match self.words.list[found.first].case {
            Case::None | Case::Capitals => true,
            Case::Capital | Case::Small => !name.initials || found.last > found.first,
        }
    }

    fn letters(&self, found: &Match) -> usize {
        let all: usize = (found.first..=found.last)
            .map(|at| self.words.letters(&self.words.list[at]).len())
            .sum();
        let start = found.start.map_or(0, |start| start.prepend.chars().count());
        let end = found.end.map_or(0, |end| end.append.chars().count());
        (all + start + end).saturating_sub(found.skip() + found.drop())
    }

    /// Short names need more than being there, the more the more was taken off.
    fn long_enough(&self, found: &Match, letters: usize, announced: bool, names: &[Sense]) -> bool {
        let word = &self.words.list[found.first];
        let capitals = word.case == Case::Capitals;
        let expected = announced || self.is_near(names) || names.iter().any(|name| name.well_known);
        match letters {
            0 => false,
            1 => announced && found.taken() == 0,
            2 => (announced || capitals) && found.taken() == 0,
            // و ب ل stand before anything; ف and ك before so short a name are letters of
            // another word.
            3 => found.start.is_none_or(|start| {
                let clitic = self.words.letters(word).first();
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
const SPELLED_ALIKE_MOST: usize = 5;

/// Shorter names of other languages than Arabic are words of Arabic more often than names.
const FOREIGN_MOST: usize = 5;

/// In a text without capitals, shorter names than this are as likely ordinary words.
const LOWER_LEAST: usize = 5;
