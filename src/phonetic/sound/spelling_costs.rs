//! Costs of the Arabic spellings of a Latin letter, given the letters around it: a decision tree
//! for each letter, in `data/sounds.csv`, learnt by `tools/src/bin/learn_sounds`.
//!
//! A row is a question with the yes-branch below it and the no-branch after that, or an answer:
//! the spellings with their costs, in hundredths of an edit (minus the logarithm of how often
//! writers choose them).

use crate::phonetic::sound::{MAX_LETTERS, Orthography, abjad, roman};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/sounds.csv");

/// Cost of a spelling that is not in an answer, in hundredths of an edit.
pub(super) const UNLISTED_COST: u8 = 130;

/// The answer for letters that no table has.
const UNLISTED: AnswerNumber = 0;

/// Maximum number of spellings in an answer: none, a letter, or one of the pairs that the table
/// has.
const COLUMNS: usize = 128;
const FIRST_PAIR: usize = abjad::COUNT + 1;

/// Costs of the spellings of one letter at one position, in hundredths of an edit: of no letter at
/// 0, then of letters, then of pairs of letters.
pub(super) type SpellingCosts = [u8; COLUMNS];

/// Position in its word of an Arabic letter that is aligned with no Latin letter.
#[derive(Clone, Copy)]
pub(super) enum WordPosition {
    Initial = 0,
    Inside = 1,
    Final = 2,
}

/// Number of an answer: which costs the spellings of a letter have where it stands.
pub(super) type AnswerNumber = u16;

pub(super) struct SpellingModel {
    nodes: Vec<DecisionNode>,
    /// The node of each Latin letter.
    roots: [u16; roman::COUNT + 1],
    answers: Vec<SpellingCosts>,
    /// Column of the pair of two Arabic letters; 0 for none.
    pairs: Vec<u8>,
    extra: [SpellingCosts; 3],
}

/// A question or an answer.
#[derive(Clone, Copy, Debug)]
struct DecisionNode {
    /// What is asked for: the bits of a [`Surroundings`] from here on; [`ANSWER`] for an answer.
    shift: u8,
    /// Where the no-branch begins, while the yes-branch follows; of an answer its number.
    no: u16,
    /// What is answered with yes, a bit for each.
    yes: u64,
}

/// No shift of a number of 64 bits.
const ANSWER: u8 = u64::BITS as u8;

/// What questions ask for, a byte for each: the letters from three before a letter to three behind it, 0 where
/// there is none, and the orthography.
type Surroundings = u64;

/// Letters on either side that are asked for.
const REACH: usize = 3;

/// The byte of the orthography.
const ORTHOGRAPHY: u32 = 2 * REACH as u32 + 1;

/// The letters of a Latin name with room on both sides, to read the surroundings of each.
pub(super) struct SurroundedLetters {
    letters: [u8; MAX_LETTERS + 2 * REACH + 2],
    length: usize,
    orthography: u64,
}

impl SurroundedLetters {
    pub fn of(roman: &[u8], orthography: Orthography) -> SurroundedLetters {
        let length = roman.len().min(MAX_LETTERS);
        let mut letters = [0; MAX_LETTERS + 2 * REACH + 2];
        for (place, letter) in letters[REACH..].iter_mut().zip(&roman[..length]) {
            *place = (*letter).min(roman::COUNT as u8);
        }
        SurroundedLetters {
            letters,
            length,
            orthography: u64::from(orthography.number()) << (8 * ORTHOGRAPHY),
        }
    }

    pub fn len(&self) -> usize {
        self.length
    }

    #[inline]
    fn around(&self, at: usize) -> Surroundings {
        let letters = self.letters[at..].first_chunk().copied();
        let letters = u64::from_le_bytes(letters.unwrap_or_default());
        (letters & !(0xFF << (8 * ORTHOGRAPHY))) | self.orthography
    }
}

pub(super) fn get() -> &'static SpellingModel {
    static MODEL: LazyLock<SpellingModel> = LazyLock::new(|| SpellingModel::parse(TABLE));
    &MODEL
}

impl SpellingModel {
    /// The answer for the letter at this position of a name.
    #[inline]
    pub fn answer_at(&self, name: &SurroundedLetters, at: usize) -> AnswerNumber {
        let around = name.around(at);
        let letter = around >> (8 * REACH) & 0xFF;
        let mut node = self.roots[(letter as usize).min(roman::COUNT)];
        // A tree is walked downwards, since `no` lies after its question.
        while let Some(at) = self.nodes.get(usize::from(node)) {
            if at.shift == ANSWER {
                return at.no;
            }
            let asked = around >> at.shift & 63;
            node = if at.yes >> asked & 1 != 0 {
                node + 1
            } else {
                at.no
            };
        }
        UNLISTED
    }

    /// The costs of the spellings of an answer.
    #[inline]
    pub fn costs(&self, answer: AnswerNumber) -> &SpellingCosts {
        let answer = self.answers.get(usize::from(answer));
        answer.unwrap_or(&self.answers[usize::from(UNLISTED)])
    }

    /// How many answers there are.
    pub fn answer_count(&self) -> usize {
        self.answers.len()
    }

    /// The column of a pair of Arabic letters; 0 if the table has none for it.
    pub fn pair(&self, first: u8, second: u8) -> u8 {
        let at = usize::from(first) * (abjad::COUNT + 1) + usize::from(second);
        self.pairs.get(at).copied().unwrap_or(0)
    }

    /// Cost of an Arabic letter that is aligned with no Latin letter.
    pub fn extra(&self, letter: u8, position: WordPosition) -> u8 {
        self.extra[position as usize][usize::from(letter) % COLUMNS]
    }

    /// Rows that cannot be read are left out; a test says that there are none.
    fn parse(table: &str) -> SpellingModel {
        let mut model = SpellingModel {
            nodes: Vec::new(),
            roots: [u16::MAX; roman::COUNT + 1],
            answers: vec![[UNLISTED_COST; COLUMNS]],
            pairs: vec![0; (abjad::COUNT + 1) * (abjad::COUNT + 1)],
            extra: [[UNLISTED_COST; COLUMNS]; 3],
        };
        let mut columns = FIRST_PAIR;
        // Questions whose yes-branch is being read.
        let mut open: Vec<usize> = Vec::new();
        let mut rows = csv::Reader::from_reader(table.as_bytes());
        for row in rows.records().flatten() {
            let (letter, question, spellings) = (&row[0], &row[1], &row[2]);
            let position = match letter {
                "initial" => Some(WordPosition::Initial),
                "inside" => Some(WordPosition::Inside),
                "final" => Some(WordPosition::Final),
                _ => None,
            };
            if let Some(position) = position {
                model.extra[position as usize] = model.answer(spellings, &mut columns);
                continue;
            }
            let here = model.nodes.len();
            let number = match letter {
                "_" => Some(roman::SPACE),
                letter => letter.chars().next().and_then(roman::number),
            };
            if let Some(number) = number
                && open.is_empty()
            {
                model.roots[usize::from(number)] = here as u16;
            }
            if let Some((shift, yes)) = parse_question(question) {
                model.nodes.push(DecisionNode { shift, no: 0, yes });
                open.push(here);
                continue;
            }
            let answer = model.answer(spellings, &mut columns);
            model.nodes.push(DecisionNode {
                shift: ANSWER,
                no: model.answers.len() as AnswerNumber,
                yes: 0,
            });
            model.answers.push(answer);
            // What comes next is the no-branch of the innermost question that has none yet.
            let after = model.nodes.len() as u16;
            while let Some(question) = open.pop() {
                let question_node = &mut model.nodes[question];
                if question_node.no == 0 {
                    question_node.no = after;
                    open.push(question);
                    break;
                }
            }
        }
        model
    }

    fn answer(&mut self, spellings: &str, columns: &mut usize) -> SpellingCosts {
        let mut costs = [UNLISTED_COST; COLUMNS];
        let mut fields = spellings.split(' ');
        while let (Some(spelling), Some(cost)) = (fields.next(), fields.next()) {
            let Ok(cost) = cost.parse() else { continue };
            let mut letters = spelling
                .chars()
                .map(|c| if c == '_' { ' ' } else { c })
                .filter_map(abjad::number);
            let column = match (letters.next(), letters.next()) {
                (None, _) => 0,
                (Some(letter), None) => usize::from(letter),
                (Some(first), Some(second)) => {
                    let at = usize::from(first) * (abjad::COUNT + 1) + usize::from(second);
                    if self.pairs[at] == 0 && *columns < COLUMNS {
                        self.pairs[at] = *columns as u8;
                        *columns += 1;
                    }
                    match self.pairs[at] {
                        0 => continue,
                        column => usize::from(column),
                    }
                }
            };
            costs[column] = cost;
        }
        costs
    }
}

/// `-1 aeiou#`: is the letter before one of these, or the name's start? `in tr az`: is the name
/// in one of these orthographies? What is asked for, as a shift of [`Surroundings`], and what is answered with
/// yes.
fn parse_question(text: &str) -> Option<(u8, u64)> {
    let (at, letters) = text.split_once(' ')?;
    if at == "in" {
        let mut names = letters.split(' ');
        let set = names.try_fold(0, |set, name| {
            Some(set | 1 << Orthography::named(name)?.number())
        });
        return Some((8 * ORTHOGRAPHY as u8, set?));
    }
    let bit = |c: char| match c {
        '#' => Some(1),
        '_' => Some(1 << roman::SPACE),
        _ => roman::number(c).map(|number| 1 << number),
    };
    let set = letters
        .chars()
        .filter_map(bit)
        .fold(0, |set, bit| set | bit);
    let at: isize = at.parse().ok()?;
    let byte = REACH.checked_add_signed(at).filter(|at| *at <= 2 * REACH)?;
    Some((8 * byte as u8, set))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_reads() {
        let mut rows = csv::Reader::from_reader(TABLE.as_bytes());
        for row in rows.records() {
            let row = row.unwrap();
            assert!(
                row.len() == 3 && (row[1].is_empty() != row[2].is_empty()),
                "{row:?}"
            );
            assert!(
                row[1].is_empty() || parse_question(&row[1]).is_some(),
                "{row:?}"
            );
            for (at, field) in row[2].split(' ').filter(|f| !f.is_empty()).enumerate() {
                let letters = || field.chars().filter(|c| *c != '_');
                let good = match at % 2 {
                    0 => field == "-" || letters().all(|c| abjad::number(c).is_some()),
                    _ => field.parse::<u8>().is_ok_and(|cost| cost <= UNLISTED_COST),
                };
                assert!(good, "{row:?}");
            }
        }
        let model = SpellingModel::parse(TABLE);
        for (at, node) in model.nodes.iter().enumerate() {
            if node.shift != ANSWER {
                assert!(usize::from(node.no) > at && usize::from(node.no) < model.nodes.len());
            }
        }
        for letter in "abcdefghijklmnopqrstuvwxyz ".chars() {
            let number = roman::number(letter).unwrap();
            assert!(usize::from(model.roots[usize::from(number)]) < model.nodes.len());
        }
    }
}
