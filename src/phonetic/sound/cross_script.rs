//! Alignment of Arabic letters with Latin ones: the likeliest way to have spelled the one for the
//! other.

use crate::phonetic::sound::spelling_costs;
use crate::phonetic::sound::spelling_costs::WordPosition;
use crate::phonetic::sound::{MAX_LETTERS, Orthography, abjad};

/// Cost of an Arabic article that the Latin name has not, in hundredths of an edit.
const ARTICLE_COST: u16 = 30;

/// Cost of the cheapest alignment in hundredths of an edit, in which each Latin letter is nothing, one Arabic letter
/// or two; `u16::MAX` if it is more than `bound`.
pub(super) fn cost(abjad: &[u8], roman: &[u8], orthography: Orthography, bound: u16) -> u16 {
    let model = spelling_costs::get();
    let (abjad, roman) = (
        &abjad[..abjad.len().min(MAX_LETTERS)],
        &roman[..roman.len().min(MAX_LETTERS)],
    );
    let pairs: [u8; MAX_LETTERS] = std::array::from_fn(|i| match abjad.get(i + 1) {
        Some(second) => model.pair(abjad[i], *second),
        None => 0,
    });
    let initial = |i: usize| i == 0 || abjad[i - 1] == abjad::SPACE;
    let extra: [u16; MAX_LETTERS] = std::array::from_fn(|i| {
        let Some(letter) = abjad.get(i) else { return 0 };
        let place = match abjad.get(i + 1) {
            _ if initial(i) => WordPosition::Initial,
            None | Some(&abjad::SPACE) => WordPosition::Final,
            Some(_) => WordPosition::Inside,
        };
        u16::from(model.extra(*letter, place))
    });
    let (alef, lam) = (abjad::number('ا'), abjad::number('ل'));
    let article: [bool; MAX_LETTERS] = std::array::from_fn(|i| {
        i + 3 < abjad.len() && initial(i) && Some(abjad[i]) == alef && Some(abjad[i + 1]) == lam
    });

    // Letters of Arabic that nothing accounts for are added within a row.
    let finish = |row: &mut [u16; MAX_LETTERS + 1]| {
        let mut least = row[0];
        for i in 0..abjad.len() {
            row[i + 1] = row[i + 1].min(row[i].saturating_add(extra[i]));
            if article[i] {
                row[i + 2] = row[i + 2].min(row[i].saturating_add(ARTICLE_COST));
            }
            least = least.min(row[i + 1]);
        }
        least
    };
    let mut row = [u16::MAX; MAX_LETTERS + 1];
    row[0] = 0;
    finish(&mut row);
    for at in 0..roman.len() {
        let costs = model.costs(roman, at, orthography);
        let mut next = [u16::MAX; MAX_LETTERS + 1];
        for i in 0..=abjad.len() {
            next[i] = next[i].min(row[i].saturating_add(u16::from(costs[0])));
            if let Some(letter) = abjad.get(i) {
                let cost = u16::from(costs[usize::from(*letter)]);
                next[i + 1] = next[i + 1].min(row[i].saturating_add(cost));
                if pairs[i] != 0 {
                    let cost = u16::from(costs[usize::from(pairs[i])]);
                    next[i + 2] = next[i + 2].min(row[i].saturating_add(cost));
                }
            }
        }
        if finish(&mut next) > bound {
            return u16::MAX;
        }
        row = next;
    }
    match row[abjad.len()] {
        cost if cost > bound => u16::MAX,
        cost => cost,
    }
}
