//! Alignment of Arabic letters with Latin ones: the likeliest way to have spelled the one for the
//! other.
//!
//! - [`bound`] says what an alignment costs at least, without aligning anything.

mod bound;

use crate::phonetic::sound::cross_script::bound::{KnownAnswers, LeastCosts};
use crate::phonetic::sound::spelling_costs::{
    AnswerNumber, SpellingCosts, SurroundedLetters, WordPosition,
};
use crate::phonetic::sound::{MAX_LETTERS, Orthography, abjad, spelling_costs};
use std::cell::RefCell;

/// Cost of an Arabic article that the Latin name has not, in hundredths of an edit.
const ARTICLE_COST: u16 = 30;

/// Cost of what is not possible: more than any alignment, and little enough for a cost to be added.
const NEVER: u16 = u16::MAX / 2;

const _: () = assert!(2 * MAX_LETTERS * (u8::MAX as usize) < NEVER as usize);

/// The Arabic side: its letters with what an alignment asks of each.
#[derive(Clone, Debug)]
pub(super) struct AbjadSide {
    length: usize,
    /// What leads to the position behind each letter; nothing to the first position.
    steps: [Step; MAX_LETTERS + 1],
}

/// What leads to a position of the Arabic name.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// Column of the letter before the position.
    letter: u8,
    /// Column of the pair that the two letters before it are; 0 for none.
    pair: u8,
    /// Cost of the letter before it if no Latin letter accounts for it.
    extra: u16,
    /// The same of the article before it; [`NEVER`] if there is none.
    article: u16,
}

impl Step {
    const NONE: Step = Step {
        letter: 0,
        pair: 0,
        extra: NEVER,
        article: NEVER,
    };

    /// Costs of a Latin letter that accounts for the letter before the position, and for the pair.
    #[inline]
    fn costs(&self, costs: &SpellingCosts) -> [u16; 2] {
        let pair = match self.pair {
            0 => NEVER,
            pair => u16::from(costs[usize::from(pair)]),
        };
        [u16::from(costs[usize::from(self.letter)]), pair]
    }
}

impl AbjadSide {
    pub fn of(abjad: &[u8]) -> AbjadSide {
        let model = spelling_costs::get();
        let length = abjad.len().min(MAX_LETTERS);
        let abjad = &abjad[..length];
        let mut steps = [Step::NONE; MAX_LETTERS + 1];
        for (at, letter) in abjad.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| abjad[before]);
            let starts = |at: usize| at == 0 || abjad[at - 1] == abjad::SPACE;
            let position = match abjad.get(at + 1) {
                _ if starts(at) => WordPosition::Initial,
                None | Some(&abjad::SPACE) => WordPosition::Final,
                Some(_) => WordPosition::Inside,
            };
            // An article with more letters behind it than one.
            let ends_article = at >= 1
                && at + 2 < length
                && abjad[at - 1..=at] == abjad::ARTICLE_LETTERS
                && starts(at - 1);
            steps[at + 1] = Step {
                letter: *letter,
                pair: before.map_or(0, |before| model.pair(before, *letter)),
                extra: u16::from(model.extra(*letter, position)),
                article: if ends_article { ARTICLE_COST } else { NEVER },
            };
        }
        AbjadSide { length, steps }
    }

    fn steps(&self) -> &[Step] {
        &self.steps[..=self.length]
    }
}

/// The Latin side: which spellings each of its letters has where it stands.
#[derive(Clone, Debug)]
pub(super) struct RomanSide {
    length: usize,
    answers: [AnswerNumber; MAX_LETTERS],
}

impl RomanSide {
    pub fn of(roman: &[u8], orthography: Orthography) -> RomanSide {
        let model = spelling_costs::get();
        let name = SurroundedLetters::of(roman, orthography);
        let mut answers = [0; MAX_LETTERS];
        for (at, answer) in answers[..name.len()].iter_mut().enumerate() {
            *answer = model.answer_at(&name, at);
        }
        RomanSide {
            length: name.len(),
            answers,
        }
    }

    fn answers(&self) -> &[AnswerNumber] {
        &self.answers[..self.length]
    }
}

/// An Arabic name with which many Latin ones are aligned: they share most answers.
#[derive(Clone, Debug)]
pub(super) struct AbjadRequest {
    side: AbjadSide,
    known: RefCell<KnownAnswers>,
}

impl AbjadRequest {
    pub fn of(abjad: &[u8]) -> AbjadRequest {
        let side = AbjadSide::of(abjad);
        let known = RefCell::new(KnownAnswers::of(&side));
        AbjadRequest { side, known }
    }

    /// Cost of the cheapest alignment, as [`cost`] has it.
    pub fn cost(&self, roman: &RomanSide, bound: u16) -> u16 {
        let known = &mut *self.known.borrow_mut();
        let Some(least) = known.least_costs(&self.side, roman.answers(), bound) else {
            return u16::MAX;
        };
        let mut alignment = Alignment::new(&self.side, &least, bound);
        let mut answers = roman.answers().iter().enumerate();
        let within = answers.all(|(at, answer)| {
            let row = known.row(*answer);
            alignment.add(at, row.skipped, |position| row.costs[position])
        });
        alignment.total(within)
    }
}

/// Cost of the cheapest alignment in hundredths of an edit, in which each Latin letter is nothing, one Arabic letter
/// or two; `u16::MAX` if it is more than `bound`.
pub(super) fn cost(abjad: &AbjadSide, roman: &RomanSide, bound: u16) -> u16 {
    let model = spelling_costs::get();
    let mut alignment = Alignment::new(abjad, &LeastCosts::NONE, bound);
    let rows = roman.answers().iter().enumerate();
    let within = rows.into_iter().all(|(at, answer)| {
        let costs = model.costs(*answer);
        let steps = abjad.steps();
        alignment.add(at, u16::from(costs[0]), |position| {
            steps[position].costs(costs)
        })
    });
    alignment.total(within)
}

/// Costs of all beginnings of the Arabic name, for one of the Latin name. Those from which no alignment can come
/// below the bound are [`NEVER`].
struct Alignment<'a> {
    abjad: &'a AbjadSide,
    least: &'a LeastCosts,
    bound: u16,
    row: [u16; MAX_LETTERS + 1],
    /// The first and the last cost within the bound.
    first: usize,
    last: usize,
}

impl<'a> Alignment<'a> {
    /// Before the first Latin letter.
    fn new(abjad: &'a AbjadSide, least: &'a LeastCosts, bound: u16) -> Self {
        let mut alignment = Alignment {
            abjad,
            least,
            bound: bound.min(NEVER - 1),
            row: [NEVER; MAX_LETTERS + 1],
            first: 0,
            last: 0,
        };
        alignment.row[0] = 0;
        alignment.next(0, 0, |_| [NEVER; 2]);
        alignment
    }

    /// Goes on behind the Latin letter at a position, whose cost is `skipped` if it is nothing, and else one of
    /// `costs`, of the Arabic letter or pair before a position; whether an alignment may be within the bound.
    #[inline]
    fn add(&mut self, at: usize, skipped: u16, costs: impl Fn(usize) -> [u16; 2]) -> bool {
        self.next(at + 1, skipped, costs)
    }

    #[inline]
    fn next(&mut self, behind: usize, skipped: u16, costs: impl Fn(usize) -> [u16; 2]) -> bool {
        // What may be spent so far.
        let Some(bound) = self.bound.checked_sub(self.least.of_roman(behind)) else {
            return false;
        };
        let steps = self.abjad.steps();
        let (mut low, mut high) = (usize::MAX, 0);
        // The costs of the row before, and of this one, one and two positions before this one.
        let (mut diagonal, mut before_diagonal) = (NEVER, NEVER);
        let (mut left, mut before_left) = (NEVER, NEVER);
        for (position, step) in steps.iter().enumerate().skip(self.first) {
            let above = self.row[position];
            let [letter, pair] = costs(position);
            let cost = (above + skipped)
                .min(diagonal + letter)
                .min(before_diagonal + pair)
                .min(left + step.extra)
                .min(before_left + step.article);
            let is_within = cost + self.least.of_abjad(position) <= bound;
            let cost = if is_within { cost } else { NEVER };
            self.row[position] = cost;
            if is_within {
                low = low.min(position);
                high = position;
            } else if position > self.last + 1 && left == NEVER {
                // Nothing leads any farther.
                break;
            }
            (before_diagonal, diagonal) = (diagonal, above);
            (before_left, left) = (left, cost);
        }
        (self.first, self.last) = (low, high);
        low != usize::MAX
    }

    /// The cost of the whole, if all Latin letters were within the bound.
    fn total(&self, within: bool) -> u16 {
        match self.row[self.abjad.length] {
            cost if within && cost < NEVER => cost,
            _ => u16::MAX,
        }
    }
}
