//! Whether the text says that something is at a name or on its way there: of a town that is
//! spelled like a person's name or like a verb this is evidence enough (Սոֆիայում, زار غوري).

use super::super::entry::Sense;
use super::super::find::{Match, joins};
use super::super::heads::ends_with;
use super::super::longer::ending;
use super::super::piece::Joint;
use super::super::words::{Case, is_one_of};
use super::Judge;
use crate::key::KeySpace;

impl Judge<'_> {
    /// Whether something is said to be at one of the places or on its way there, and it is one
    /// that texts speak of: of any word there is a hamlet.
    pub(in crate::scan) fn is_located(&self, found: &Match, names: &[Sense]) -> bool {
        let arabic = found.space == KeySpace::Arabic;
        names.iter().any(|name| name.notable)
            && match arabic {
                true => found.start.is_none() && (self.is_where(found) || self.is_reached(found)),
                false => self.is_in(found),
            }
    }

    /// Whether an apostrophe parts the name from the ending that says that something is there.
    /// Turkish writes it behind names only, so that an ordinary word is out of the question.
    pub(super) fn is_marked(&self, found: &Match, names: &[Sense]) -> bool {
        let apostrophe = || self.words.list[found.token_last()].joint == Joint::Apostrophe;
        found.suffixed && apostrophe() && self.is_in(found) && names.iter().any(|name| name.notable)
    }

    /// Whether the name has a capital and the ending of a locative.
    pub(super) fn is_in(&self, found: &Match) -> bool {
        let ending = ending(self.words, found);
        let capital = self.words.list[found.first].case == Case::Capital;
        capital && LOCATIVES.iter().any(|case| ends_with(ending, case))
    }

    /// Whether the words before speak of a way there or from there: زار غوري, وصل الوفد إلى غوري,
    /// من غوري إلى تبليسي.
    fn is_reached(&self, found: &Match) -> bool {
        let words = self.words;
        let joined = |at: usize| joins(words.list[at].joint);
        let Some(before) = found.first.checked_sub(1).filter(|_| joined(found.first)) else {
            return false;
        };
        let is = |at: usize, list: &[&str]| is_one_of(list, words.letters(&words.list[at]));
        if is(before, &VISITS) {
            return true;
        }
        if is(before, &FROM) {
            let next = found.token_last() + 1;
            let onward = next < words.list.len() && joined(next) && is(next, &TO);
            if onward {
                return true;
            }
        } else if !is(before, &TO) {
            return false;
        }
        let sentence = (0..=before)
            .rev()
            .take_while(|&at| at == before || joined(at + 1));
        sentence
            .take(MOTION_BEFORE)
            .any(|at| is(at, &MOTIONS) || is(at, &VISITS))
    }
}

/// Endings of the locative, Armenian, Azerbaijani and Turkish. The ablative and the dative are
/// those of persons as well.
const LOCATIVES: [&str; 6] = ["ում", "da", "də", "de", "ta", "te"];

/// Verbs whose object is where somebody goes.
const VISITS: [&str; 8] = [
    "زار",
    "زارت",
    "وزار",
    "يزور",
    "تزور",
    "غادر",
    "غادرت",
    "يغادر",
];

const FROM: [&str; 2] = ["من", "ومن"];
const TO: [&str; 5] = ["الى", "إلى", "والى", "وإلى", "نحو"];

/// Words for a motion, which stand so many words before the name at most.
const MOTIONS: [&str; 32] = [
    "وصل",
    "وصلت",
    "وصلوا",
    "يصل",
    "تصل",
    "وصول",
    "وصوله",
    "توجه",
    "توجهت",
    "يتوجه",
    "تتوجه",
    "سافر",
    "سافرت",
    "يسافر",
    "عاد",
    "عادت",
    "عادوا",
    "يعود",
    "عودة",
    "انتقل",
    "انتقلت",
    "نزح",
    "نزحوا",
    "فروا",
    "زيارة",
    "رحلة",
    "رحلات",
    "الطريق",
    "قادما",
    "قادمة",
    "متوجها",
    "عائدا",
];
const MOTION_BEFORE: usize = 5;
