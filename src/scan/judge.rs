//! Whether a name found in the text is meant as one. Names are short and words are many: a
//! name counts only if nothing speaks against it, or something for it.
//!
//! Against it speak a small initial in a script that has capitals; an ordinary word that is
//! spelled the same; shortness, all the more when something had to be taken off to find the
//! name. For it speak a feature word beside it that goes with the place, and, if no more than
//! that is asked for, a capital within a sentence or a place of the same country just before.

use super::around::{Around, join_key};
use super::entry::{Entries, Entry, Sense, Spelling};
use super::find::{Match, joins};
use super::habits::Habits;
use super::piece::{Joint, Tag};
use super::standing;
use super::words::{Case, Words};
use crate::confusion::plain_letter;
use crate::index::Index;
use crate::key::{Key, KeySpace};
use crate::lexicon::{Bar, CommonWord, Lexicon};
use crate::place::{CountryCode, FeatureClass};
use crate::score::AMBIGUITY_MARGIN;

/// What the judge says of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    No,
    /// Only if its signs speak for it.
    Doubtful,
    Yes,
}

/// What is known where a match is judged.
pub(super) struct Judge<'a> {
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

/// The country whose feminine adjective stands behind a name: نابل التونسية. Only names are
/// definite without the article. (The masculine adjective makes it a club.)
pub(super) fn said_country(index: &Index, words: &Words, found: &Match) -> Option<CountryCode> {
    let (last, at) = (found.token_last(), found.token_last() + 1);
    if found.space != KeySpace::Arabic || !words.joined(last, at) {
        return None;
    }
    let word = &words.list[at];
    let letters = words.letters(word);
    if !(letters.starts_with(&['ا', 'ل']) && letters.ends_with(&['ي', 'ة'])) {
        return None;
    }
    let first = words.letters(&words.list[found.first]);
    let definite = first.get(found.skip()..)?.starts_with(&['ا', 'ل'])
        || found.start.is_some_and(|start| start.takes_article());
    if definite {
        return None;
    }
    let demonyms = Lexicon::get().demonyms_of(found.space, words.key_from(word, 2));
    let mut places = demonyms.iter().filter_map(|demonym| demonym.place.as_ref());
    places.find_map(|id| index.place(id)?.country())
}

impl Judge<'_> {
    /// Whether a match is refused by what its names weigh together, before any is looked at:
    /// most words that are the name of a hamlet somewhere.
    pub fn refuses(&self, found: &Match, around: &Around, entry: Entry) -> bool {
        let article_off = found.start.is_some_and(|start| start.takes_article());
        let weighs = || self.is_whole(found) || entry.weighs(found.space);
        let expected = || {
            self.said.is_some()
                || (self.near.is_some() && (self.is_where(found) || self.is_listed(found)))
        };
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
        let here = self.near.is_some() && (self.is_where(found) || self.is_listed(found));
        names.retain(|name| {
            whole
                || name.weighs(found.space)
                || around.announce(&[*name])
                || (here && self.is_near(&[*name]))
                || self.is_said(&[*name])
        });
        if names.is_empty() {
            return Verdict::No;
        }
        let letters = self.letters(found);
        if found.space == KeySpace::Arabic && !self.habits.persian && letters <= FOREIGN_MOST {
            names.retain(|name| name.arabic || around.announce(&[*name]));
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

    /// The highest bar that the words of the match set.
    fn bar(&self, found: &Match, spelling: &Spelling, names: &mut Vec<Sense>) -> Option<Bar> {
        let lexicon = Lexicon::get();
        let word = &self.words.list[found.first];
        let space = word.space?;
        if let Some(bar) = self.idiom(found, space) {
            return Some(bar);
        }
        if found.last > found.first {
            // جمال الدين, سيف الدين: villages are called so, and many more men.
            let last = self.words.letters(&self.words.list[found.last]);
            let man = last == ['ا', 'ل', 'د', 'ي', 'ن'];
            return man.then_some(Bar::FeatureWord);
        }
        let spelled = self.words.neighbor(found.first);
        // A feature word is one also where a place is called so.
        if spelled.is_feature_word {
            // With a name after it, it is nothing else: أحياء مدينة الصدر.
            if self.words.joined(found.last, found.last + 1) {
                names.clear();
            }
            return Some(Bar::FeatureWord);
        }
        // A common word that only the key takes for this one does not bar a name that is
        // spelled like this: جاءوا "they came", جاوا Java.
        let bar_of = |common: &[CommonWord], spelled: &str| {
            let named = || names.iter().any(|name| self.is_spelled(name, spelling));
            let named = !common.is_empty() && named();
            common
                .iter()
                .filter(|common| !named || common.plain == spelled)
                .filter(|common| common.capital || !self.is_capital_inside(found))
                .map(|common| common.bar)
                .max()
        };
        let whole = match spelled.is_ordinary(0) {
            true => lexicon.common_words_of(space, self.words.key(word)),
            false => &[],
        };
        if found.taken() == 0 {
            return bar_of(whole, &spelling.plain);
        }
        let token = self.words.letters(word).iter();
        let token: String = token.map(|&letter| plain_letter(letter)).collect();
        let bar = bar_of(whole, &token);
        let rest = match (found.start, found.end) {
            // The rest of the word's key is the key of its rest.
            (Some(start), None) if start.prepend.is_empty() => {
                match spelled.is_ordinary(start.skip) {
                    true => lexicon.common_words_of(space, self.words.key_from(word, start.skip)),
                    false => &[],
                }
            }
            _ => {
                let key = Key::of(&spelling.normal);
                lexicon.common_words_of(key.space(), key.as_bytes())
            }
        };
        bar.max(bar_of(rest, &spelling.plain))
    }

    /// The bar of an idiom that begins with the name: مسقط رأسه "his birthplace".
    fn idiom(&self, found: &Match, space: KeySpace) -> Option<Bar> {
        let next = self.words.list.get(found.last + 1)?;
        let begins = self.words.neighbor(found.first).begins_idiom(found.skip());
        if !begins || !joins(next.joint) {
            return None;
        }
        let mut key = Vec::new();
        join_key(
            self.words,
            found.first,
            found.last + 1,
            found.skip(),
            &mut key,
        );
        let idioms = Lexicon::get().common_words_of(space, &key);
        idioms.iter().map(|idiom| idiom.bar).max()
    }

    /// Whether a capital says that this is a name.
    fn is_capital_inside(&self, found: &Match) -> bool {
        let word = &self.words.list[found.first];
        word.case == Case::Capital && !self.words.begins_sentence(found.first)
    }

    /// Whether the words before speak of where something is: في صيدا, قرب جبيل, بصيدا.
    pub fn is_where(&self, found: &Match) -> bool {
        let words = self.words;
        let clitics = words
            .letters(&words.list[found.first])
            .get(..found.skip())
            .unwrap_or_default();
        let before = found.first.checked_sub(1);
        let joined = words.list[found.first].joint == Joint::Space;
        clitics.contains(&'ب')
            || (found.start.is_none()
                && joined
                && before.is_some_and(|before| words.neighbor(before).is_where))
    }

    /// Whether the name goes on a list, right behind a mention: الأشرفية *والجميزة*.
    fn is_listed(&self, found: &Match) -> bool {
        let word = &self.words.list[found.first];
        found.skip() == 1
            && word.joint == Joint::Space
            && self.words.letters(word).first() == Some(&'و')
            && found
                .first
                .checked_sub(1)
                .is_some_and(|before| self.last_end == Some(self.words.list[before].end))
    }

    /// Whether a word is rather و and another name, which goes on a list of places of its
    /// country: مكة وجدة والطائف is Jeddah, not Oujda.
    pub fn begins_with_and(&self, found: &Match, names: &[Sense], matches: &[Match]) -> bool {
        let letters = self.words.letters(&self.words.list[found.first]);
        let begins = found.space == KeySpace::Arabic && letters.first() == Some(&'و');
        if found.taken() > 0 || !begins || self.near.is_none() || self.is_near(names) {
            return false;
        }
        let mut others = matches.iter().filter(|other| {
            other.last == found.last && other.end.is_none() && self.is_listed(other)
        });
        others.any(|other| {
            let mut places = self.index.names_from(other.value).map(|name| name.place());
            places.any(|place| place.country() == self.near && standing::is_notable(place))
        })
    }

    /// Whether one of the places lies in the country whose adjective stands behind the name.
    pub fn is_said(&self, names: &[Sense]) -> bool {
        self.said.is_some() && names.iter().any(|name| name.country == self.said)
    }

    pub fn is_near(&self, names: &[Sense]) -> bool {
        self.near.is_some() && names.iter().any(|name| name.country == self.near)
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
