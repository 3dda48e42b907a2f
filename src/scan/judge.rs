//! Whether a name found in the text is meant as one. Names are short and words are many: a
//! name counts only if nothing speaks against it, or something for it.
//!
//! Against it speak a small initial in a script that has capitals; an ordinary word that is
//! spelled the same; shortness, all the more when something had to be taken off to find the
//! name. For it speak a feature word beside it that goes with the place, and, if no more than
//! that is asked for, a capital within a sentence or a place of the same country just before.

use super::around::{Around, join_key};
use super::find::{Match, joins};
use super::piece::{Joint, Tag};
use super::words::{Case, Words};
use crate::confusion::plain;
use crate::index::{Index, NameRef};
use crate::key::{Key, KeySpace};
use crate::lexicon::{Bar, CommonWord, Lexicon, Position};
use crate::name::NameKind;
use crate::normalize::normal_form;
use crate::place::{CountryCode, FeatureClass};
use std::cell::RefCell;

/// What the whole text says about how it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Habits {
    /// Whether it has capitals: without any, a small initial means nothing.
    pub capitals: bool,
    /// Whether it has letters that only Azerbaijani and Turkish have, so that an ending of one
    /// letter is a likely ending.
    pub turkic: bool,
    /// Whether it is made of posts, with hashtags and users' names, rather than of sentences.
    pub posts: bool,
    /// Whether it has letters that only Persian and its neighbors have: a Persian name in a text
    /// without them is an Arabic word (جاد, برو).
    pub persian: bool,
}

/// So much of a text is looked at for its habits.
const SAMPLE: usize = 16 * 1024;

impl Habits {
    pub fn of(text: &str) -> Self {
        let mut habits = Habits {
            capitals: false,
            turkic: false,
            posts: false,
            persian: false,
        };
        let mut last = ' ';
        for c in text.chars().take(SAMPLE) {
            habits.capitals |= c.is_uppercase();
            habits.persian |= matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ی');
            habits.posts |= matches!(last, '#' | '@') && c.is_alphabetic();
            last = c;
            habits.turkic |= matches!(c, 'ə' | 'Ə' | 'ğ' | 'Ğ' | 'ı' | 'ş' | 'Ş');
        }
        habits
    }
}

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
    /// Country of the place found just before, if that was near.
    pub near: Option<CountryCode>,
    /// Where the last mention ends, in bytes.
    pub last_end: Option<usize>,
    pub weights: &'a Weights,
}

impl Judge<'_> {
    /// Whether a match counts, with these feature words around it. Names that cannot be
    /// meant are removed from `names`.
    pub fn admits(&self, found: &Match, around: &Around, names: &mut Vec<NameRef<'_>>) -> Verdict {
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
        // With capitals, several words are seldom anything but a name.
        let whole = hashtag || (found.last > found.first && word.case != Case::None);
        names.retain(|name| {
            whole
                || self.weights.weighs(name, found.space)
                || around.announce(&[*name])
                || (self.is_near_one(name) && (self.is_where(found) || self.is_listed(found)))
                || self.is_said_to_be_of(found, name)
        });
        if names.is_empty() {
            return Verdict::No;
        }
        let letters = self.letters(found);
        if found.space == KeySpace::Arabic && !self.habits.persian && letters <= FOREIGN_MOST {
            names.retain(|name| is_arabic(name) || around.announce(&[*name]));
        }
        if letters <= SPELLED_ALIKE_MOST && found.space == KeySpace::Arabic && !announced {
            let written = plain(&found.written(self.words));
            names.retain(|name| is_well_known(name) || plain(&normal_form(name.text())) == written);
        }
        if !self.long_enough(found, letters, announced, names) {
            return Verdict::No;
        }
        let lower = word.case == Case::Small && !hashtag;
        let lower_least = match names.iter().any(is_well_known) {
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
            || names.iter().any(|name| self.is_said_to_be_of(found, name));
        let yes = |admitted: bool| match admitted {
            true => Verdict::Yes,
            false => Verdict::No,
        };
        match self.bar(found, names) {
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

    /// Initials are written in capitals: ABŞ and US are countries, Us and us are not.
    fn fits_abbreviation(&self, found: &Match, name: &NameRef<'_>) -> bool {
        match self.words.list[found.first].case {
            Case::None | Case::Capitals => true,
            Case::Capital | Case::Small => {
                let text = name.text();
                let initials = name.kind() == NameKind::Abbreviation
                    || (text.chars().filter(|c| c.is_alphabetic()).count() <= INITIALS_MOST
                        && text.chars().any(char::is_uppercase)
                        && !text.chars().any(char::is_lowercase));
                let one_letter_each = text.chars().filter(|c| c.is_uppercase()).count() == 1;
                !initials || one_letter_each || found.last > found.first
            }
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
    fn long_enough(
        &self,
        found: &Match,
        letters: usize,
        announced: bool,
        names: &[NameRef<'_>],
    ) -> bool {
        let word = &self.words.list[found.first];
        let capitals = word.case == Case::Capitals;
        let expected = announced || self.is_near(names) || names.iter().any(is_well_known);
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
                .is_none_or(|_| expected || names.iter().any(is_notable)),
            _ => true,
        }
    }

    /// The highest bar that the words of the match set.
    fn bar(&self, found: &Match, names: &mut Vec<NameRef<'_>>) -> Option<Bar> {
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
        let whole = self.words.key(word);
        // A feature word is one also where a place is called so.
        let position = Position::Before;
        if lexicon.feature_word_of(space, whole, position).is_some() {
            // With a name after it, it is nothing else: أحياء مدينة الصدر.
            if self.words.joined(found.last, found.last + 1) {
                names.clear();
            }
            return Some(Bar::FeatureWord);
        }
        let written = found.written(self.words);
        let spelled = plain(&written);
        // A common word that only the key takes for this one does not bar a name that is
        // spelled like this: جاءوا "they came", جاوا Java.
        let named = names
            .iter()
            .any(|name| plain(&normal_form(name.text())) == spelled);
        let bar_of = |common: &[CommonWord], spelled: &str| {
            common
                .iter()
                .filter(|common| !named || plain(&common.spelling) == spelled)
                .filter(|common| common.capital || !self.is_capital_inside(found))
                .map(|common| common.bar)
                .max()
        };
        if found.taken() == 0 {
            return bar_of(lexicon.common_words_of(space, whole), &spelled);
        }
        let token: String = self.words.letters(word).iter().collect();
        let rest = Key::of(&written);
        let rest = lexicon.common_words_of(rest.space(), rest.as_bytes());
        bar_of(lexicon.common_words_of(space, whole), &plain(&token)).max(bar_of(rest, &spelled))
    }

    /// The bar of an idiom that begins with the name: مسقط رأسه "his birthplace".
    fn idiom(&self, found: &Match, space: KeySpace) -> Option<Bar> {
        let next = self.words.list.get(found.last + 1)?;
        if !joins(next.joint) {
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
        let before = found.first.checked_sub(1).map(|at| &words.list[at]);
        let joined = words.list[found.first].joint == Joint::Space;
        clitics.contains(&'ب')
            || (found.start.is_none()
                && joined
                && before.is_some_and(|before| {
                    let letters = words.letters(before);
                    WHERE
                        .iter()
                        .any(|word| word.chars().eq(letters.iter().copied()))
                }))
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
    pub fn begins_with_and(
        &self,
        found: &Match,
        names: &[NameRef<'_>],
        matches: &[Match],
        index: &Index,
    ) -> bool {
        let letters = self.words.letters(&self.words.list[found.first]);
        let begins = found.space == KeySpace::Arabic && letters.first() == Some(&'و');
        if found.taken() > 0 || !begins || self.near.is_none() || self.is_near(names) {
            return false;
        }
        matches.iter().any(|other| {
            other.last == found.last
                && other.end.is_none()
                && self.is_listed(other)
                && index
                    .names_from(other.value)
                    .any(|name| self.is_near_one(&name) && self.weights.weighs(&name, found.space))
        })
    }

    /// Whether the feminine adjective of its country stands behind the name of a town: نابل
    /// التونسية. Only a name can be definite without the article. (The masculine one makes it a
    /// club.)
    pub fn is_said_to_be_of(&self, found: &Match, name: &NameRef<'_>) -> bool {
        let at = found.token_last() + 1;
        let first = self.words.letters(&self.words.list[found.first]);
        let inner = first.get(found.skip()..).unwrap_or_default();
        if found.space != KeySpace::Arabic
            || inner.starts_with(&['ا', 'ل'])
            || found.start.is_some_and(|start| start.takes_article())
            || !self.words.joined(at - 1, at)
        {
            return false;
        }
        let word = &self.words.list[at];
        let letters = self.words.letters(word);
        if !(letters.starts_with(&['ا', 'ل']) && letters.ends_with(&['ي', 'ة'])) {
            return false;
        }
        let demonyms = Lexicon::get().demonyms_of(found.space, self.words.key_from(word, 2));
        let place = name.place();
        let mut countries = demonyms.iter().filter_map(|demonym| demonym.place.as_ref());
        countries.any(|id| place.parents().any(|parent| parent.id() == *id))
    }

    fn is_near_one(&self, name: &NameRef<'_>) -> bool {
        self.near.is_some() && name.place().country() == self.near
    }

    pub fn is_near(&self, names: &[NameRef<'_>]) -> bool {
        self.near.is_some() && names.iter().any(|name| name.place().country() == self.near)
    }
}

/// Words before which a name says where something is.
const WHERE: [&str; 12] = [
    "في",
    "وفي",
    "قرب",
    "شمال",
    "جنوب",
    "شرق",
    "غرب",
    "شمالي",
    "جنوبي",
    "شرقي",
    "غربي",
    "وسط",
];

/// Names of so many letters must be spelled as they are, but for what everybody leaves out or
/// mistypes: قبله "before him" is not قبلة.
const SPELLED_ALIKE_MOST: usize = 5;

/// Shorter names of other languages than Arabic are words of Arabic more often than names.
const FOREIGN_MOST: usize = 5;

/// Whether a name in Arabic letters can be one that Arabic uses.
fn is_arabic(name: &NameRef<'_>) -> bool {
    let language = name.language();
    !matches!(language.primary(), "fa" | "az" | "ur" | "ps" | "ku" | "ckb")
}

/// The longest name that its capitals alone make an abbreviation.
const INITIALS_MOST: usize = 5;

/// A city that everybody has heard of has so many inhabitants.
const WELL_KNOWN: u64 = 300_000;

/// Whether a place is more than a village: the seat of something, or a town.
fn is_notable(name: &NameRef<'_>) -> bool {
    let place = name.place();
    let feature = place.feature();
    let code = feature.code();
    match feature.class() {
        FeatureClass::Administrative => code.starts_with("PCL") || code == "ADM1",
        FeatureClass::Populated => {
            code.starts_with("PPLA") || place.population().is_some_and(|n| n >= TOWN)
        }
        _ => false,
    }
}

/// A place of so many inhabitants is a town.
const TOWN: u64 = 50_000;

/// In a text without capitals, shorter names than this are as likely ordinary words.
const LOWER_LEAST: usize = 5;

/// Whether a place is talked about far from it: a country, a capital, a big city.
pub(super) fn is_well_known(name: &NameRef<'_>) -> bool {
    let place = name.place();
    let feature = place.feature();
    match feature.class() {
        FeatureClass::Administrative => feature.code().starts_with("PCL"),
        FeatureClass::Populated => {
            feature.code() == "PPLC" || place.population().is_some_and(|n| n >= WELL_KNOWN)
        }
        _ => false,
    }
}

/// Whether a place is a country.
pub(super) fn is_country(name: &NameRef<'_>) -> bool {
    name.place().feature().code().starts_with("PCL")
}

/// Which places are talked about enough for their bare names to mean them, remembered while a
/// text is read: a name may be that of a hundred hamlets, and is often an ordinary word too.
#[derive(Debug, Default)]
pub(super) struct Weights {
    /// At a place of its own, among many of the same remainder: the place and one, the kind of
    /// script, and in the lowest bit the answer; 0 if nothing was asked yet.
    seen: RefCell<Vec<u64>>,
}

/// So many answers are remembered.
const WEIGHTS: usize = 1 << 14;

impl Weights {
    fn weighs(&self, name: &NameRef<'_>, space: KeySpace) -> bool {
        let place = u64::from(name.place().number());
        let asked = (place + 1) << 1 | u64::from(has_capitals(space));
        let mut seen = self.seen.borrow_mut();
        seen.resize(WEIGHTS, 0);
        let seen = &mut seen[place as usize % WEIGHTS];
        if *seen >> 1 != asked {
            *seen = asked << 1 | u64::from(weighs(name, space));
        }
        *seen & 1 == 1
    }
}

/// Whether names are written with a capital in the script of a key space.
fn has_capitals(space: KeySpace) -> bool {
    matches!(
        space,
        KeySpace::Armenian | KeySpace::Latin | KeySpace::Cyrillic
    )
}

/// Whether a place is talked about enough for its bare name to mean it. The places of tables
/// were chosen, those of a dump are all there are: any word is the name of a hamlet somewhere.
fn weighs(name: &NameRef<'_>, space: KeySpace) -> bool {
    let place = name.place();
    let feature = place.feature();
    let least = match has_capitals(space) {
        true => CAPITAL_WEIGHS,
        false => BARE_WEIGHS,
    };
    let weighs = match feature.class() {
        FeatureClass::Administrative => {
            feature.code().starts_with("PCL") || feature.code() == "ADM1"
        }
        FeatureClass::Populated => {
            feature.code() == "PPLC" || place.population().is_some_and(|n| n >= least)
        }
        _ => false,
    };
    weighs || !place.is_wholly_from(GEONAMES)
}

/// What the importer of GeoNames' dumps says of its rows.
const GEONAMES: &str = "geonames";

/// A place of a dump needs so many inhabitants to be meant by its bare name, where nothing tells
/// a name from a word, and where capitals do.
const BARE_WEIGHS: u64 = 100_000;
const CAPITAL_WEIGHS: u64 = 5_000;
