//! Costs of the Arabic spellings of a Latin letter, given the letters around it: a decision tree
//! for each letter, in `data/sounds.csv`, learnt by `tools/src/bin/learn_sounds`.
//!
//! A row is a question with the yes-branch below it and the no-branch after that, or an answer:
//! the spellings with their costs, in hundredths of an edit (minus the logarithm of how often
//! writers choose them).

use crate::phonetic::sound::{Orthography, abjad, roman};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/sounds.csv");

/// Cost of a spelling that is not in an answer, in hundredths of an edit.
pub(super) const UNLISTED_COST: u8 = 130;

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

pub(super) struct SpellingModel {
    nodes: Vec<DecisionNode>,
    /// The node of each Latin letter.
    roots: [u16; roman::COUNT + 1],
    answers: Vec<SpellingCosts>,
    /// Column of the pair of two Arabic letters; 0 for none.
    pairs: Vec<u8>,
    extra: [SpellingCosts; 3],
}

#[derive(Clone, Copy, Debug)]
enum DecisionNode {
    /// Where the no-branch begins; the yes-branch follows.
    Question {
        question: Question,
        no: u16,
    },
    Answer(u16),
}

#[derive(Clone, Copy, Debug)]
enum Question {
    /// Whether the letter at this distance is one of these (a bit each).
    Letter { at: i8, letters: u64 },
    /// Whether the name is in one of these orthographies (a bit each).
    Orthography(u64),
}

impl Question {
    fn is_yes(self, letters: &[u8], at: usize, orthography: Orthography) -> bool {
        match self {
            Question::Letter {
                at: distance,
                letters: set,
            } => {
                let there = at.checked_add_signed(isize::from(distance));
                let there = there.and_then(|at| letters.get(at)).copied().unwrap_or(0);
                set >> there & 1 == 1
            }
            Question::Orthography(set) => set & orthography.bit() != 0,
        }
    }
}

pub(super) fn get() -> &'static SpellingModel {
    static MODEL: LazyLock<SpellingModel> = LazyLock::new(|| SpellingModel::parse(TABLE));
    &MODEL
}

impl SpellingModel {
    /// The costs of the spellings of the letter at this position of a name.
    pub fn costs(&self, letters: &[u8], at: usize, orthography: Orthography) -> &SpellingCosts {
        let mut node = usize::from(self.roots[usize::from(letters[at]).min(roman::COUNT)]);
        // A tree is walked downwards, since `no` lies after its question.
        loop {
            match self.nodes.get(node) {
                Some(DecisionNode::Question { question, no }) => {
                    node = match question.is_yes(letters, at, orthography) {
                        true => node + 1,
                        false => usize::from(*no),
                    };
                }
                Some(DecisionNode::Answer(answer)) => return &self.answers[usize::from(*answer)],
                None => return &self.answers[0],
            }
        }
    }

    /// The costs of the spellings of a letter that no table has.
    pub fn unlisted(&self) -> &SpellingCosts {
        &self.answers[0]
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
            if let Some(question) = parse_question(question) {
                model.nodes.push(DecisionNode::Question { question, no: 0 });
                open.push(here);
                continue;
            }
            let answer = model.answer(spellings, &mut columns);
            model
                .nodes
                .push(DecisionNode::Answer(model.answers.len() as u16));
            model.answers.push(answer);
            // What comes next is the no-branch of the innermost question that has none yet.
            let after = model.nodes.len() as u16;
            while let Some(question) = open.pop() {
                if let DecisionNode::Question { no, .. } = &mut model.nodes[question]
                    && *no == 0
                {
                    *no = after;
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
/// in one of these orthographies?
fn parse_question(text: &str) -> Option<Question> {
    let (at, letters) = text.split_once(' ')?;
    if at == "in" {
        let mut names = letters.split(' ');
        let set = names.try_fold(0, |set, name| Some(set | Orthography::named(name)?.bit()));
        return set.map(Question::Orthography);
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
    Some(Question::Letter {
        at: at.parse().ok()?,
        letters: set,
    })
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
            if let DecisionNode::Question { no, .. } = node {
                assert!(usize::from(*no) > at && usize::from(*no) < model.nodes.len());
            }
        }
        for letter in "abcdefghijklmnopqrstuvwxyz ".chars() {
            let number = roman::number(letter).unwrap();
            assert!(usize::from(model.roots[usize::from(number)]) < model.nodes.len());
        }
    }
}
