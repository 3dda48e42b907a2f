//! Confusions: which letters writers take for each other or leave out, and how little such a
//! slip says against a name.
//!
//! The search counts edits and treats all letters alike, so that it can be exact. Here the
//! names that it found are weighed: غ for ج in a foreign name, or a long vowel left out, is
//! hardly a difference; د for ج is one. The costs are rules kept as data, in
//! `data/confusions.csv`, in hundredths of an edit.

#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile;
pub(crate) mod edit_ops;
pub(crate) mod western;

use crate::compiled::{Section, section};
use crate::key::{Fold, KeySpace, fold, folded};

/// What separates two spellings that fold alike, in hundredths of an edit: the sum over their
/// letters.
pub(crate) fn fold_cost(written: &str, name: &str) -> u16 {
    // Folding keeps most letters in place, so that pairs by position are pairs by origin; where
    // it does not, the lengths differ and every difference counts as the lesser one.
    let same_length = written.chars().count() == name.chars().count();
    let pairs = written.chars().zip(name.chars()).filter(|(a, b)| a != b);
    let costs = pairs.map(|(a, b)| letter_fold_cost(a, b, same_length));
    costs.fold(0u16, u16::saturating_add)
}

/// The cost of a letter for one that folds alike: little where the writer used the plain letter
/// for a special one (Susa for Şuşa), more where the name has the plain letter and the writer
/// took the trouble of a special one (Şuşa for Susa), which says that another name is meant.
/// Arabic letters that writers interchange (أ and ا, ة and ه, ى and ي) are plain either way.
fn letter_fold_cost(written: char, name: char, same_length: bool) -> u16 {
    const PLAIN_FOR_SPECIAL: u16 = 10;
    const SPECIAL_FOR_PLAIN: u16 = 120;
    const INTERCHANGED: &str = "أإآاةهىئيؤوكیک";
    let special = |letter: char| folded(letter) != Some(letter) && !INTERCHANGED.contains(letter);
    match same_length && special(written) && !special(name) {
        true => SPECIAL_FOR_PLAIN,
        false => PLAIN_FOR_SPECIAL,
    }
}

/// A spelling without the differences that no writer is careful about.
pub(crate) fn plain(spelling: &str) -> String {
    spelling.chars().map(plain_letter).collect()
}

/// A letter of [`plain`].
pub(crate) fn plain_letter(letter: char) -> char {
    match letter {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        other => other,
    }
}

/// What a slip costs that the table does not know, in hundredths of an edit.
const UNKNOWN_SLIP: u16 = 100;

/// Two neighbors swapped: a slip of the fingers.
const SWAP: u16 = 60;

/// A letter too many or too few, where the table says nothing: fingers slip more than ears.
const LEFT_OUT: u16 = 85;

/// A letter written twice for once, or once for twice.
const DOUBLING: u16 = 30;

/// A slip in the first letter costs this much more: that is the letter writers hear best.
const FIRST_LETTER: u16 = 20;

/// The compiled table: for each key space with an alphabet the costs of leaving out each letter, of
/// each letter for each other, and of leaving out each letter before each other (تش for ش), a byte
/// each; 0 where the table says nothing. Letters are given by their numbers in keys.
static COSTS: &[u8] = section(Section::Confusions);

/// Room for the numbers of a key space's letters: 0 stands for a letter of another.
const NUMBERS: usize = 64;
const PAIRS: usize = NUMBERS * NUMBERS;
const SPACE_COSTS: usize = NUMBERS + 2 * PAIRS;

/// The costs of a key space's letters where they stand in a word.
#[derive(Clone, Copy)]
struct Weights {
    space: KeySpace,
    costs: &'static [u8],
}

/// A folded letter with its number in the keys of a space.
#[derive(Clone, Copy)]
struct Numbered {
    letter: char,
    number: usize,
}

impl Weights {
    fn of(space: KeySpace) -> Weights {
        let start = SPACE_COSTS * space as usize;
        let costs = COSTS.get(start..start + SPACE_COSTS).unwrap_or_default();
        Weights { space, costs }
    }

    fn numbered(self, letter: char) -> Numbered {
        let number = match fold(letter) {
            Fold::Letter(space, number) if space == self.space => number,
            Fold::Shared(number) => number,
            _ => 0,
        };
        Numbered {
            letter,
            number: usize::from(number) % NUMBERS,
        }
    }

    /// The cost in the table, if it has one.
    fn known(self, place: usize) -> Option<u16> {
        let cost = self.costs.get(place).filter(|cost| **cost > 0);
        cost.map(|cost| u16::from(*cost))
    }

    /// The cost of one letter for another, the first of them at this place.
    fn replaced(self, at: usize, a: Numbered, b: Numbered) -> u16 {
        if a.letter == b.letter {
            return 0;
        }
        let known = self.known(NUMBERS + NUMBERS * a.number + b.number);
        dearer_at_first(at, known.unwrap_or(UNKNOWN_SLIP))
    }

    /// The cost of a letter too many or too few, given its neighbors.
    fn added(
        self,
        at: usize,
        letter: Numbered,
        before: Option<Numbered>,
        after: Option<Numbered>,
    ) -> u16 {
        let known = self.known(letter.number);
        let digraph = after
            .and_then(|after| self.known(NUMBERS + PAIRS + NUMBERS * letter.number + after.number));
        let most = match before.is_some_and(|before| before.letter == letter.letter) {
            true => DOUBLING,
            false => LEFT_OUT,
        };
        let least = known.into_iter().chain(digraph).fold(most, u16::min);
        dearer_at_first(at, least)
    }
}

fn dearer_at_first(at: usize, cost: u16) -> u16 {
    match at {
        0 => (cost + FIRST_LETTER).min(UNKNOWN_SLIP),
        _ => cost,
    }
}

/// Maximum number of letters by which a place in one spelling may be shifted in the other: names have thousands of letters at
/// most, and of most places in both no slip leads from the one to the other.
const MAX_SHIFT: usize = 32;

/// The cheapest way to make one spelling of the other by slips, in hundredths of an edit, `u16::MAX` if their
/// lengths differ by more than [`MAX_SHIFT`]. Both are folded letters of one key space.
pub(crate) fn cost(space: KeySpace, written: &[char], name: &[char]) -> u16 {
    if space == KeySpace::Armenian && western::is_read_so(written, name) {
        return western::COST;
    }
    let weights = Weights::of(space);
    let numbered = |letters: &[char]| -> Vec<Numbered> {
        letters
            .iter()
            .map(|&letter| weights.numbered(letter))
            .collect()
    };
    let (written_numbers, name_numbers) = (numbered(written), numbered(name));
    let substitution =
        |i: usize, j: usize| weights.replaced(i.min(j), written_numbers[i], name_numbers[j]);
    let extra = |letters: &[Numbered]| -> Vec<u16> {
        let each = letters.iter().enumerate().map(|(at, &letter)| {
            let before = at.checked_sub(1).map(|at| letters[at]);
            weights.added(at, letter, before, letters.get(at + 1).copied())
        });
        each.collect()
    };
    let (left_out, added) = (extra(&written_numbers), extra(&name_numbers));

    // Optimal string alignment, row by row; `above[0]` is the row before, `above[1]` the one
    // before that.
    let first: Vec<u16> = std::iter::once(0)
        .chain(added.iter().scan(0u16, |sum, cost| {
            *sum = sum.saturating_add(*cost);
            Some(*sum)
        }))
        .collect();
    let mut above = [first, vec![u16::MAX; name.len() + 1]];
    for i in 0..written.len() {
        let mut row = vec![u16::MAX; name.len() + 1];
        row[0] = above[0][0].saturating_add(left_out[i]);
        for j in i.saturating_sub(MAX_SHIFT)..name.len().min(i + MAX_SHIFT + 1) {
            let replaced = above[0][j].saturating_add(substitution(i, j));
            let dropped = above[0][j + 1].saturating_add(left_out[i]);
            let inserted = row[j].saturating_add(added[j]);
            let mut least = replaced.min(dropped).min(inserted);
            if i > 0 && j > 0 && written[i] == name[j - 1] && written[i - 1] == name[j] {
                least = least.min(above[1][j - 1].saturating_add(SWAP));
            }
            row[j + 1] = least;
        }
        above.swap(0, 1);
        above[0] = row;
    }
    above[0][name.len()]
}

#[cfg(test)]
mod tests {
    use super::edit_ops::edit_ops;
    use super::*;
    use crate::model::edit_op::EditOp;
    use proptest::prelude::*;

    fn arabic(a: &str, b: &str) -> u16 {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        cost(KeySpace::Arabic, &letters(a), &letters(b))
    }

    #[test]
    fn what_writers_confuse_is_cheap() {
        assert_eq!(arabic("شوشه", "شوشه"), 0);
        assert!(arabic("شوشا", "شوشه") < arabic("شوشن", "شوشه"));
        assert!(arabic("غيومري", "جيومري") < arabic("ديومري", "جيومري"));
        assert!(arabic("كنجه", "كندا") > arabic("كنجا", "كنجه"));
        assert_eq!(arabic("تارتر", "تارتتر"), DOUBLING);
        assert!(arabic("لاتشين", "لاشين") < arabic("لابشين", "لاشين"));
        assert_eq!(arabic("تراتر", "تارتر"), SWAP);
        assert_eq!(arabic("", "دن"), UNKNOWN_SLIP + LEFT_OUT);
    }

    #[test]
    fn of_long_names_only_what_is_near_is_compared() {
        let long = "باكو".repeat(500);
        assert_eq!(arabic(&long, &long), 0);
        let slip = |place: usize| -> String {
            let letters = long.chars().enumerate();
            letters
                .filter(|(at, _)| *at != place)
                .map(|(_, letter)| letter)
                .collect()
        };
        for place in [0, 1000, 1999] {
            let cost = arabic(&slip(place), &long);
            assert!(
                cost > 0 && cost <= UNKNOWN_SLIP + LEFT_OUT,
                "{place}: {cost}"
            );
        }
        assert_eq!(arabic(&long[..long.len() / 2], &long), u16::MAX);
    }

    #[test]
    fn slips_are_named_letter_by_letter() {
        let told = |written: &str, name: &str| {
            let normal = |text| crate::text::normalize::normalize(text).as_str().to_owned();
            let edit_ops = edit_ops(&normal(written), &normal(name));
            let texts: Vec<String> = edit_ops.iter().map(ToString::to_string).collect();
            texts.join(", ").replace(['\u{2068}', '\u{2069}'], "")
        };
        assert_eq!(told("غيومري", "جيومري"), "غ for ج");
        assert_eq!(told("غيومرى", "غيومري"), "ى for ي");
        assert_eq!(told("شوشه", "شوشة"), "ه for ة");
        assert_eq!(told("تارتتر", "تارتر"), "ت too many");
        assert_eq!(
            told("ستيبنكرت", "ستيباناكيرت"),
            "ا left out, ا left out, ي left out"
        );
        assert_eq!(told("تراتر", "تارتر"), "را for ار");
        assert_eq!(told("قرهباغ", "قره باغ"), "a space left out");
        assert_eq!(told("Susa", "Şuşa"), "s for ş, s for ş");
        assert_eq!(told("Gyumri", "Gyumri"), "");
    }

    proptest! {
        #[test]
        fn slips_make_the_spelling_of_the_name(a in "[شواهدةءأ ]{0,9}", b in "[شواهدةءأ ]{0,9}") {
            let normal = |text| crate::text::normalize::normalize(text).as_str().to_owned();
            let (a, b) = (normal(&a), normal(&b));
            let edit_ops = edit_ops(&a, &b);
            prop_assert_eq!(edit_ops.is_empty(), a == b);
            let longer = |part: fn(&EditOp) -> &String| {
                edit_ops.iter().map(|edit_op| part(edit_op).chars().count()).sum::<usize>()
            };
            // What is left of each when its slips are taken out is the same.
            prop_assert_eq!(
                a.chars().count() + longer(|edit_op| &edit_op.name),
                b.chars().count() + longer(|edit_op| &edit_op.written)
            );
        }

        #[test]
        fn costs_are_symmetric_and_never_more_than_the_edits(a in "[شواهد ]{0,9}", b in "[شواهد ]{0,9}") {
            let cost = arabic(&a, &b);
            prop_assert_eq!(cost, arabic(&b, &a));
            prop_assert!(usize::from(cost) <= 100 * strsim::osa_distance(&a, &b));
            prop_assert_eq!(cost == 0, a == b);
        }
    }
}
