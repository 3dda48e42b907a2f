//! Romanized Arabic names: how likely a name in Latin letters is what somebody made of a name that
//! is at home in Arabic script.
//!
//! The phonetic alignment of [`cross_script`](super::cross_script) asks what Arabic makes of a Latin
//! letter. That is the wrong way round where the Arabic name came first: its vowels are not
//! written, and whoever romanizes it adds them by one of many rules. Here each Arabic letter is
//! romanized as some Latin *signs*, with the vowel after it, and the cost of the
//! cheapest alignment is minus the logarithm of the chance of the Latin name, given the Arabic one
//! (a noisy channel). The article is one sign on both sides, whatever its vowel and whatever
//! its l is likened to.
//!
//! - [`arabic`] and [`latin`] have the letters and signs,
//! - [`stored`] has a name as an index holds it,
//! - [`bound`] says what an alignment costs at least, without aligning anything,
//! - [`table`] what each letter may be, given what stands around it.

pub(super) mod arabic;
mod bound;
pub(super) mod latin;
mod stored;
mod table;
#[cfg(test)]
mod tests;

pub(super) use crate::phonetic::sound::romanization::arabic::ARTICLE;

use crate::phonetic::sound::romanization::bound::LeastCosts;
use crate::phonetic::sound::romanization::latin::LatinSigns;
pub(crate) use crate::phonetic::sound::romanization::latin::{RomanizedLook, is_article};
pub(crate) use crate::phonetic::sound::romanization::stored::StoredName;
use crate::phonetic::sound::romanization::table::{
    CLASS_COUNT, Context, KeyHasher, LONGEST, Piece, UNLISTED, class_of,
};
use crate::phonetic::sound::{abjad, roman};
use crate::text::script::Script;
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// Cost of a Latin sign that no letter accounts for, in twentieths of a nat.
const ADDED_SIGN: u16 = 110;

/// Cost of an article or of a space that the Arabic name has not.
const ADDED_ARTICLE: u16 = 70;

/// Cost of a letter that is left out though the table does not say so.
const OMITTED_LETTER: u16 = 150;

/// Cost of a sign whose mark tells of another letter, in twentieths of a nat.
const MISREAD_MARK: u16 = 60;

/// Cost of an article that the Latin name has not.
const OMITTED_ARTICLE: u16 = 60;

/// Costs of the pieces at one sign of one reading of a name in Latin letters, for one context.
type CostsByPlace = HashMap<u64, [u16; LONGEST + 1], BuildHasherDefault<KeyHasher>>;

/// Costs that were looked up for the name that others are compared with.
#[derive(Default)]
pub(crate) struct KnownCosts(RefCell<Known>);

#[derive(Default)]
struct Known {
    /// For a name in Latin letters: many Arabic names share letters.
    by_place: CostsByPlace,
    /// For a name in Arabic letters: the costs of all pieces, for each letter and class of the sign
    /// before, in the plain table and then in that of names with marks.
    by_letter: [Vec<Option<Box<[u16]>>>; 2],
}

/// A name that may be one side of a romanization.
#[derive(Clone, Debug)]
pub(crate) enum RomanizedName {
    Arabic(Vec<u8>),
    /// The readings of a Latin name, with the pieces that begin at each sign.
    Latin(Vec<Reading>),
}

/// A reading of a Latin name.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    signs: LatinSigns,
    pieces: Vec<[u16; LONGEST + 1]>,
}

impl Reading {
    fn of(signs: LatinSigns) -> Reading {
        let model = table::get();
        Reading {
            pieces: (0..=signs.signs().len())
                .map(|at| model.pieces_at(signs.signs(), at))
                .collect(),
            signs,
        }
    }

    fn view(&self) -> ReadingView<'_, impl Fn(usize) -> [Piece; LONGEST + 1] + '_> {
        ReadingView {
            signs: self.signs.signs(),
            marks: self.signs.marks(),
            is_marked: self.signs.is_marked,
            cost: self.signs.cost,
            pieces: |at: usize| self.pieces[at],
        }
    }
}

/// A reading as an alignment sees it.
struct ReadingView<'r, P> {
    signs: &'r [u8],
    /// The Arabic letter that the mark of each sign tells of, 0 for none; empty if there are none at all.
    marks: &'r [u8],
    is_marked: bool,
    /// Cost of the reading itself, in twentieths of a nat.
    cost: u16,
    /// The pieces that begin at each sign.
    pieces: P,
}

impl RomanizedName {
    /// A name as it was written; `None` if it is in neither script.
    pub fn of(text: &str) -> Option<RomanizedName> {
        match Script::of_text(text)? {
            Script::Arabic => {
                let normalized = crate::text::normalize::normal_form(text);
                let letters = arabic::letters(&normalized);
                (!letters.is_empty()).then_some(RomanizedName::Arabic(letters))
            }
            Script::Latin => {
                let readings = latin::readings(text).into_iter();
                let readings: Vec<Reading> = readings.map(Reading::of).collect();
                (!readings.is_empty()).then_some(RomanizedName::Latin(readings))
            }
            _ => None,
        }
    }

    /// A name of a gazetteer, that is compared with one that was written.
    pub fn of_stored(text: &str) -> Option<RomanizedName> {
        match Script::of_text(text)? {
            Script::Latin => {
                let signs = latin::plain_reading(text);
                let is_empty = signs.signs().is_empty();
                (!is_empty).then(|| RomanizedName::Latin(vec![Reading::of(signs)]))
            }
            _ => RomanizedName::of(text),
        }
    }

    /// Whether two Arabic names are the same but for articles.
    pub fn is_same_word(&self, other: &RomanizedName) -> bool {
        let (RomanizedName::Arabic(a), RomanizedName::Arabic(b)) = (self, other) else {
            return false;
        };
        let bare = |letter: &&u8| **letter != arabic::ARTICLE;
        a.iter().filter(bare).eq(b.iter().filter(bare))
    }

    /// Whether a Latin name has the article, marks or digits of a romanization.
    pub fn looks_romanized(&self) -> bool {
        self.look() > RomanizedLook::Plain
    }

    /// What the signs of a Latin name tell of its being a romanization.
    pub fn look(&self) -> RomanizedLook {
        let first = match self {
            RomanizedName::Latin(readings) => readings.first(),
            RomanizedName::Arabic(_) => None,
        };
        first.map_or(RomanizedLook::Plain, |first| first.signs.look())
    }

    /// The readings of a Latin name in plain letters, the article as ` al `: what phonetic keys are
    /// made of.
    pub fn plain_readings(&self) -> Vec<String> {
        let RomanizedName::Latin(readings) = self else {
            return Vec::new();
        };
        readings.iter().map(|r| r.signs.plain()).collect()
    }

    /// The spellings of a Latin name as the English romanize it, where its letters tell that another
    /// orthography was followed: *Tobroek* is Tobruk.
    pub fn in_english(text: &str) -> Vec<String> {
        match Script::of_text(text) {
            Some(Script::Latin) => latin::in_english(text),
            _ => Vec::new(),
        }
    }

    /// The sign of a Latin letter, by the letter's number of [`super::roman`]; `None` for letters that have
    /// another one, or several.
    pub fn sign_of_roman(letter: u8) -> Option<u8> {
        const SIGN_OF: [u8; 38] = {
            let mut signs = [0; 38];
            signs[roman::SPACE as usize] = latin::SPACE;
            let mut at = 0;
            while at < 10 {
                signs[2 + at as usize] = latin::FIRST_DIGIT + at;
                at += 1;
            }
            at = 0;
            while at < 26 {
                signs[12 + at as usize] = latin::ARTICLE + 1 + at;
                at += 1;
            }
            signs
        };
        SIGN_OF
            .get(usize::from(letter))
            .copied()
            .filter(|sign| *sign != 0)
    }

    /// The name as an index holds it; of a Latin one the first reading.
    pub fn stored(&self) -> Option<StoredName<'_>> {
        match self {
            RomanizedName::Arabic(letters) => Some(StoredName::Arabic(letters)),
            RomanizedName::Latin(readings) => readings.first().map(|reading| StoredName::Latin {
                signs: reading.signs.signs(),
                is_marked: reading.signs.is_marked,
            }),
        }
    }

    /// Cost of the cheapest alignment in hundredths of an edit; `u16::MAX` if it is more
    /// than `bound`, or if the names are not of the two scripts. `known` are the costs that were looked up
    /// for this name before.
    pub fn cost_within(&self, other: &RomanizedName, bound: u16, known: &KnownCosts) -> u16 {
        match (self, other) {
            (RomanizedName::Arabic(arabic), RomanizedName::Latin(readings)) => {
                let known = &mut *known.0.borrow_mut();
                least(readings, bound, |_, reading, bound| {
                    cost(arabic, &reading.view(), bound, None, known)
                })
            }
            (RomanizedName::Latin(_), RomanizedName::Arabic(arabic)) => {
                self.cost_of_stored(StoredName::Arabic(arabic), bound, known)
            }
            _ => u16::MAX,
        }
    }

    /// The same of a name as an index holds it.
    pub fn cost_of_stored(&self, other: StoredName<'_>, bound: u16, known: &KnownCosts) -> u16 {
        let known = &mut *known.0.borrow_mut();
        match (self, other) {
            (RomanizedName::Arabic(arabic), StoredName::Latin { signs, is_marked }) => {
                let signs = &signs[..signs.len().min(latin::MAX_SIGNS)];
                let model = table::get();
                let mut pieces = [[0; LONGEST + 1]; latin::MAX_SIGNS + 1];
                for (at, pieces) in pieces[..=signs.len()].iter_mut().enumerate() {
                    *pieces = model.pieces_at(signs, at);
                }
                let view = ReadingView {
                    signs,
                    marks: &[],
                    is_marked,
                    cost: 0,
                    pieces: |at: usize| pieces[at],
                };
                least(&[view], bound, |_, view, bound| {
                    cost(arabic, view, bound, None, known)
                })
            }
            (RomanizedName::Latin(readings), StoredName::Arabic(arabic)) => {
                let arabic = &arabic[..arabic.len().min(arabic::MAX_LETTERS)];
                least(readings, bound, |number, reading, bound| {
                    cost(arabic, &reading.view(), bound, Some(number), known)
                })
            }
            _ => u16::MAX,
        }
    }
}

/// The least cost of some readings in hundredths of an edit; `u16::MAX` if it is more than `bound`.
fn least<R>(readings: &[R], bound: u16, mut cost: impl FnMut(usize, &R, u16) -> u16) -> u16 {
    let mut least = u16::MAX;
    for (number, reading) in readings.iter().enumerate() {
        // The greatest cost that is rounded down to the bound.
        let bound = ((u32::from(bound.min(least)) + 1) * 8 - 1) / 5;
        let bound = u16::try_from(bound).unwrap_or(u16::MAX - 1);
        let cost = cost(number, reading, bound);
        if cost < u16::MAX {
            least = least.min((u32::from(cost) * 5 / 8) as u16);
        }
    }
    if least > bound { u16::MAX } else { least }
}

/// Cost of the cheapest alignment in twentieths of a nat; `u16::MAX` if it is more than `bound`.
fn cost<P: Fn(usize) -> [Piece; LONGEST + 1]>(
    arabic: &[u8],
    reading: &ReadingView<'_, P>,
    bound: u16,
    number: Option<usize>,
    known: &mut Known,
) -> u16 {
    const WIDTH: usize = latin::MAX_SIGNS + 1;
    let model = table::get();
    let signs = reading.signs;
    let Some(least) = LeastCosts::of(arabic, signs, bound.saturating_sub(reading.cost)) else {
        return u16::MAX;
    };
    let costs = match reading.is_marked {
        true => &model.marked,
        false => &model.plain,
    };
    let marked = reading.marks.iter().any(|letter| *letter != 0);
    // Signs whose mark told of another letter than they are aligned with.
    let misread = |letter: u8, from: usize, length: usize| -> u16 {
        if !marked {
            return 0;
        }
        let told = reading.marks.iter().skip(from).take(length);
        let is_wrong = |told: u8| told != 0 && told != letter && !is_weak(told, letter);
        let wrong = told.filter(|told| is_wrong(**told));
        u16::try_from(wrong.count()).unwrap_or(0) * MISREAD_MARK
    };
    let mut row = [u16::MAX; WIDTH];
    row[0] = reading.cost;
    // Where the costs within the bound begin and end.
    let (mut first, mut last) = (0, 0);
    for i in 0..=arabic.len() {
        // Signs that nothing accounts for.
        let mut at = first;
        let within = bound.saturating_sub(least.letters[i]);
        while at <= last && at < signs.len() {
            let cost = row[at].saturating_add(added_cost(signs[at]));
            if cost.saturating_add(least.signs[at + 1]) <= within {
                row[at + 1] = row[at + 1].min(cost);
                last = last.max(at + 1);
            }
            at += 1;
        }
        let Some(&letter) = arabic.get(i) else { break };
        let next = arabic.get(i + 1).copied().unwrap_or(0);
        let previous = if i == 0 { 0 } else { arabic[i - 1] };
        let omitted = omitted_cost(letter);
        let within = bound.saturating_sub(least.letters[i + 1]);
        let mut after = [u16::MAX; WIDTH];
        let (mut low, mut high) = (WIDTH, 0);
        let mut reach = |position: usize, cost: u16| {
            if cost.saturating_add(least.signs[position]) <= within {
                after[position] = after[position].min(cost);
                (low, high) = (low.min(position), high.max(position));
            }
        };
        for j in first..=last {
            let so_far = row[j];
            if so_far > bound {
                continue;
            }
            let before = if j == 0 { 0 } else { class_of(signs[j - 1]) };
            let context = Context {
                letter,
                next,
                before,
                previous,
            };
            let pieces = (reading.pieces)(j);
            let here = match number {
                Some(number) => {
                    let place = context.key() | (j as u64) << 32 | (number as u64) << 40;
                    let known = known.by_place.entry(place);
                    *known.or_insert_with(|| costs.of(context, &pieces))
                }
                None => {
                    let known = &mut known.by_letter[usize::from(reading.is_marked)];
                    let at = i * CLASS_COUNT + usize::from(before);
                    if known.len() <= at {
                        known.resize(at + 1, None);
                    }
                    let all = known[at].get_or_insert_with(|| costs.of_all(context, model));
                    pieces.map(|piece| match piece {
                        0 => UNLISTED,
                        piece => all[usize::from(piece)],
                    })
                }
            };
            reach(j, so_far.saturating_add(here[0].min(omitted)));
            for (length, cost) in here.into_iter().enumerate().skip(1) {
                if cost != UNLISTED && j + length <= signs.len() {
                    let cost = so_far.saturating_add(cost);
                    reach(j + length, cost.saturating_add(misread(letter, j, length)));
                }
            }
        }
        if low > high {
            return u16::MAX;
        }
        (first, last) = (low, high);
        row = after;
    }
    match row[signs.len()] {
        cost if cost > bound => u16::MAX,
        cost => cost,
    }
}

/// Cost of a sign that no letter accounts for.
fn added_cost(sign: u8) -> u16 {
    match sign {
        latin::ARTICLE | latin::SPACE => ADDED_ARTICLE,
        _ => ADDED_SIGN,
    }
}

/// Cost of a letter that is left out though the table does not say so.
fn omitted_cost(letter: u8) -> u16 {
    match letter {
        arabic::ARTICLE => OMITTED_ARTICLE,
        _ => OMITTED_LETTER,
    }
}

/// Whether a long vowel may be written with this letter instead.
fn is_weak(told: u8, letter: u8) -> bool {
    let is = |number: u8, letters: &str| letters.chars().any(|c| abjad::number(c) == Some(number));
    is(told, "ايو") && is(letter, "اةىئءؤهيو")
}

/// For the tool `learn_romanization`: the letters of an Arabic name as the table writes them.
pub fn arabic_letters(name: &str) -> String {
    let normalized = crate::text::normalize::normalize(name);
    let letters = arabic::letters(normalized.as_str());
    letters.into_iter().map(arabic::letter).collect()
}

/// For the tool `learn_romanization`: the readings of a Latin name as signs, and whether each carries
/// marks.
pub fn latin_readings(name: &str) -> Vec<(String, bool)> {
    let readings = latin::readings(name).into_iter();
    readings
        .filter(|reading| reading.cost == 0)
        .map(|reading| {
            let signs = reading.signs().iter().map(|number| latin::sign(*number));
            (signs.collect(), reading.is_marked)
        })
        .collect()
}

/// For the same: a sign without the mark of scholars.
pub fn unmarked_sign(sign: char) -> char {
    latin::unmarked(sign)
}
