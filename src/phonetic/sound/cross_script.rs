//! Alignment of Arabic letters with Latin ones: the likeliest way to have spelled the one for the
//! other.

use crate::phonetic::sound::spelling_costs;
use crate::phonetic::sound::spelling_costs::{SpellingCosts, WordPosition};
use crate::phonetic::sound::{MAX_LETTERS, Orthography, abjad};

/// Cost of an Arabic article that the Latin name has not, in hundredths of an edit.
const ARTICLE_COST: u16 = 30;

/// The Arabic side: its letters with what an alignment asks of each.
#[derive(Clone, Debug)]
pub(super) struct AbjadSide {
    length: usize,
    letters: [AbjadLetter; MAX_LETTERS],
}

#[derive(Clone, Copy, Debug, Default)]
struct AbjadLetter {
    number: u8,
    /// Column of the pair that it is with the next letter; 0 for none.
    pair: u8,
    /// Cost if no Latin letter accounts for it.
    extra: u16,
    /// Whether an article begins here.
    article: bool,
}

impl AbjadSide {
    pub fn of(abjad: &[u8]) -> AbjadSide {
        let model = spelling_costs::get();
        let length = abjad.len().min(MAX_LETTERS);
        let (alef, lam) = (abjad::number('ا'), abjad::number('ل'));
        let mut letters = [AbjadLetter::default(); MAX_LETTERS];
        for (i, letter) in letters[..length].iter_mut().enumerate() {
            let (number, next) = (abjad[i], abjad[..length].get(i + 1).copied());
            let initial = i == 0 || abjad[i - 1] == abjad::SPACE;
            let position = match next {
                _ if initial => WordPosition::Initial,
                None | Some(abjad::SPACE) => WordPosition::Final,
                Some(_) => WordPosition::Inside,
            };
            *letter = AbjadLetter {
                number,
                pair: next.map_or(0, |next| model.pair(number, next)),
                extra: u16::from(model.extra(number, position)),
                article: i + 3 < length && initial && Some(number) == alef && next == lam,
            };
        }
        AbjadSide { length, letters }
    }
}

/// The Latin side: the costs of the spellings of each letter.
#[derive(Clone, Debug)]
pub(super) struct RomanSide {
    length: usize,
    costs: [&'static SpellingCosts; MAX_LETTERS],
}

impl RomanSide {
    pub fn of(roman: &[u8], orthography: Orthography) -> RomanSide {
        let model = spelling_costs::get();
        let length = roman.len().min(MAX_LETTERS);
        let roman = &roman[..length];
        let costs = std::array::from_fn(|at| match at < length {
            true => model.costs(roman, at, orthography),
            false => model.unlisted(),
        });
        RomanSide { length, costs }
    }
}

/// Cost of the cheapest alignment with a Latin name whose costs were looked up; see [`cost`].
pub(super) fn cost_of_side(abjad: &AbjadSide, roman: &RomanSide, bound: u16) -> u16 {
    align(abjad, roman.length, |at| roman.costs[at], bound)
}

/// Cost of the cheapest alignment in hundredths of an edit, in which each Latin letter is nothing, one Arabic letter
/// or two; `u16::MAX` if it is more than `bound`.
pub(super) fn cost(abjad: &AbjadSide, roman: &[u8], orthography: Orthography, bound: u16) -> u16 {
    let model = spelling_costs::get();
    let roman = &roman[..roman.len().min(MAX_LETTERS)];
    let costs = |at: usize| model.costs(roman, at, orthography);
    align(abjad, roman.len(), costs, bound)
}

/// Costs of all beginnings of the Arabic name, of which those beyond a bound are no costs: no
/// alignment that goes through them can come below it.
struct Row {
    costs: [u16; MAX_LETTERS + 3],
    /// The first and the last cost within the bound.
    first: usize,
    last: usize,
}

fn align(
    abjad: &AbjadSide,
    roman_length: usize,
    costs: impl Fn(usize) -> &'static SpellingCosts,
    bound: u16,
) -> u16 {
    let letters = &abjad.letters[..abjad.length];
    let mut row = Row {
        costs: [u16::MAX; MAX_LETTERS + 3],
        first: 0,
        last: 0,
    };
    row.costs[0] = 0;
    finish(&mut row, letters, 0, 0, bound);
    let mut next = [u16::MAX; MAX_LETTERS + 3];
    for at in 0..roman_length {
        let costs = costs(at);
        let skipped = u16::from(costs[0]);
        let (first, last) = (row.first, row.last);
        next[first..=last + 2].fill(u16::MAX);
        for i in first..=last {
            let so_far = row.costs[i];
            if so_far > bound {
                continue;
            }
            next[i] = next[i].min(so_far.saturating_add(skipped));
            if let Some(letter) = letters.get(i) {
                let cost = u16::from(costs[usize::from(letter.number)]);
                next[i + 1] = next[i + 1].min(so_far.saturating_add(cost));
                if letter.pair != 0 {
                    let cost = u16::from(costs[usize::from(letter.pair)]);
                    next[i + 2] = next[i + 2].min(so_far.saturating_add(cost));
                }
            }
        }
        std::mem::swap(&mut row.costs, &mut next);
        if !finish(&mut row, letters, first, last + 2, bound) {
            return u16::MAX;
        }
    }
    match row.last == letters.len() {
        true => row.costs[letters.len()],
        false => u16::MAX,
    }
}

/// Adds letters of Arabic that nothing accounts for, within a row of which the costs from `first` to `last`
/// are known and none behind them; whether any cost is within the bound.
#[inline]
fn finish(row: &mut Row, letters: &[AbjadLetter], first: usize, last: usize, bound: u16) -> bool {
    let costs = &mut row.costs;
    let (mut low, mut high) = (usize::MAX, 0);
    // Where costs are known: beyond that they are those of another row.
    let mut known = last.min(letters.len());
    let mut i = first;
    while i <= known {
        let so_far = costs[i];
        if so_far <= bound {
            low = low.min(i);
            high = i;
            if let Some(letter) = letters.get(i) {
                let reach = if letter.article { i + 2 } else { i + 1 };
                if reach > known {
                    costs[known + 1..=reach].fill(u16::MAX);
                    known = reach;
                }
                costs[i + 1] = costs[i + 1].min(so_far.saturating_add(letter.extra));
                if letter.article {
                    costs[i + 2] = costs[i + 2].min(so_far.saturating_add(ARTICLE_COST));
                }
            }
        }
        i += 1;
    }
    (row.first, row.last) = (low, high);
    low != usize::MAX
}
