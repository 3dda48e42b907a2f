//! What an alignment costs at least: most names that are compared are far, and are known to be without aligning them.
//!
//! Each Latin letter costs what the cheapest of its spellings does that the Arabic name has anywhere. And each
//! Arabic letter costs what it costs more than that to be spelled by any of these Latin letters, or to be
//! spelled by none of them.

use crate::phonetic::sound::MAX_LETTERS;
use crate::phonetic::sound::cross_script::{AbjadSide, NEVER};
use crate::phonetic::sound::spelling_costs;
use crate::phonetic::sound::spelling_costs::AnswerNumber;

/// How many Arabic letters count; those behind them cost nothing here.
const COUNTED: usize = 16;

/// Costs of Arabic letters, one for each that counts.
type LetterCosts = [u8; COUNTED];

/// The answers that were asked for an Arabic name.
#[derive(Clone, Debug)]
pub(super) struct KnownAnswers {
    /// For each answer one more than the number of its row; 0 if it has none.
    numbers: Vec<u16>,
    rows: Vec<AnswerRow>,
    /// Cost of each letter that no Latin letter accounts for. Those of an article share its cost.
    extra: LetterCosts,
}

/// What an answer costs with each letter of an Arabic name.
#[derive(Clone, Debug)]
pub(super) struct AnswerRow {
    /// Cost of a Latin letter that is nothing.
    pub skipped: u16,
    /// Costs of the letter and of the pair before each position.
    pub costs: [[u16; 2]; MAX_LETTERS + 1],
    /// The least of all these.
    least: u16,
    /// How much more each letter costs.
    more: LetterCosts,
}

/// The least that is still to be spent behind each position of either name.
pub(super) struct LeastCosts {
    roman: [u16; MAX_LETTERS + 1],
    abjad: [u16; COUNTED],
}

impl LeastCosts {
    /// Nothing is known.
    pub const NONE: LeastCosts = LeastCosts {
        roman: [0; MAX_LETTERS + 1],
        abjad: [0; COUNTED],
    };

    #[inline]
    pub fn of_roman(&self, position: usize) -> u16 {
        self.roman[position]
    }

    #[inline]
    pub fn of_abjad(&self, position: usize) -> u16 {
        self.abjad.get(position).copied().unwrap_or(0)
    }
}

impl KnownAnswers {
    pub fn of(abjad: &AbjadSide) -> KnownAnswers {
        let mut extra = [0; COUNTED];
        let steps = &abjad.steps()[1..];
        for (at, extra) in extra.iter_mut().enumerate().take(steps.len()) {
            let articles = steps[at..].iter().take(2).map(|step| step.article / 2);
            let least = articles.fold(steps[at].extra, u16::min);
            *extra = u8::try_from(least).unwrap_or(u8::MAX);
        }
        KnownAnswers {
            numbers: Vec::new(),
            rows: Vec::new(),
            extra,
        }
    }

    /// The row of an answer that was asked for.
    #[inline]
    pub fn row(&self, answer: AnswerNumber) -> &AnswerRow {
        &self.rows[usize::from(self.numbers[usize::from(answer)]) - 1]
    }

    /// What an alignment with these answers costs at least; `None` if that is more than `bound`.
    pub fn least_costs(
        &mut self,
        abjad: &AbjadSide,
        answers: &[AnswerNumber],
        bound: u16,
    ) -> Option<LeastCosts> {
        let mut least = 0;
        let mut more = self.extra;
        for answer in answers {
            let row = self.ask(abjad, *answer);
            least += row.least;
            for (more, of_row) in more.iter_mut().zip(&row.more) {
                *more = (*more).min(*of_row);
            }
        }
        let all = more.iter().fold(least, |all, more| all + u16::from(*more));
        if all > bound {
            return None;
        }
        let mut costs = LeastCosts::NONE;
        let mut left = 0;
        for (cost, more) in costs.abjad.iter_mut().zip(&more).rev() {
            left += u16::from(*more);
            *cost = left;
        }
        left = 0;
        for (cost, answer) in costs.roman.iter_mut().zip(answers).rev() {
            left += self.row(*answer).least;
            *cost = left;
        }
        Some(costs)
    }

    /// The row of an answer, which is made if it is new.
    #[inline]
    fn ask(&mut self, abjad: &AbjadSide, answer: AnswerNumber) -> &AnswerRow {
        if self.numbers.is_empty() {
            self.numbers.resize(spelling_costs::get().answer_count(), 0);
        }
        let number = &mut self.numbers[usize::from(answer)];
        if *number == 0 {
            self.rows.push(AnswerRow::of(abjad, answer));
            *number = self.rows.len() as u16;
        }
        &self.rows[usize::from(*number) - 1]
    }
}

impl AnswerRow {
    fn of(abjad: &AbjadSide, answer: AnswerNumber) -> AnswerRow {
        let spellings = spelling_costs::get().costs(answer);
        let skipped = u16::from(spellings[0]);
        let mut costs = [[NEVER; 2]; MAX_LETTERS + 1];
        for (costs, step) in costs.iter_mut().zip(abjad.steps()).skip(1) {
            *costs = step.costs(spellings);
        }
        let least = costs.as_flattened().iter().fold(skipped, |a, b| a.min(*b));
        let mut more = [0; COUNTED];
        for (at, more) in more.iter_mut().enumerate().take(abjad.length) {
            // Of a pair each letter has half of the cost.
            let [letter, pair] = costs[at + 1];
            let next = costs.get(at + 2).map_or(NEVER, |[_, pair]| *pair);
            let of_pair = (pair.min(next) - least) / 2;
            *more = u8::try_from((letter - least).min(of_pair)).unwrap_or(u8::MAX);
        }
        AnswerRow {
            skipped,
            costs,
            least,
            more,
        }
    }
}
