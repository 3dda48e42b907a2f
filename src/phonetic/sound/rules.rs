//! What Arabic makes of a Latin letter, given the letters around it: a decision tree for each
//! letter, in `data/sounds.csv`, learnt by `examples/learn_sounds.rs`.
//!
//! A row is a question with the yes-branch below it and the no-branch after that, or an answer:
//! the spellings with their costs, in hundredths of an edit (minus the logarithm of how often
//! writers choose them).

use crate::phonetic::sound::{Orthography, abjad, roman};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/sounds.csv");

/// What is not in an answer costs this much.
pub(super) const UNLISTED: u8 = 130;

/// Spellings that an answer may hold: none, a letter, or one of the pairs that the table has.
const COLUMNS: usize = 128;
const FIRST_PAIR: usize = abjad::COUNT + 1;

/// The costs of the spellings of one letter at one place: nothing at 0, then letters, then
/// pairs of letters.
pub(super) type Costs = [u8; COLUMNS];

/// Where in its word an Arabic letter stands that no Latin letter accounts for.
#[derive(Clone, Copy)]
pub(super) enum LetterPosition {
    Initial = 0,
    Inside = 1,
    Final = 2,
}

pub(super) struct Rules {
    nodes: Vec<Node>,
    /// The node of each Latin letter.
    roots: [u16; roman::COUNT + 1],
    answers: Vec<Costs>,
    /// Column of the pair of two Arabic letters; 0 for none.
    pairs: Vec<u8>,
    extra: [Costs; 3],
}

#[derive(Clone, Copy, Debug)]
enum Node {
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
    /// Whether the name is read by one of these habits (a bit each).
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

pub(super) fn get() -> &'static Rules {
    static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::parse(TABLE));
    &RULES
}

impl Rules {
    /// The costs of what is written for the letter at this place of a name.
    pub fn costs(&self, letters: &[u8], at: usize, orthography: Orthography) -> &Costs {
        let mut node = usize::from(self.roots[usize::from(letters[at]).min(roman::COUNT)]);
        // A tree is walked downwards, since `no` lies after its question.
        loop {
            match self.nodes.get(node) {
                Some(Node::Question { question, no }) => {
                    node = match question.is_yes(letters, at, orthography) {
                        true => node + 1,
                        false => usize::from(*no),
                    };
                }
                Some(Node::Answer(answer)) => return &self.answers[usize::from(*answer)],
                None => return &self.answers[0],
            }
        }
    }

    /// The column of a pair of Arabic letters; 0 if the table has none for it.
    pub fn pair(&self, first: u8, second: u8) -> u8 {
        let at = usize::from(first) * (abjad::COUNT + 1) + usize::from(second);
        self.pairs.get(at).copied().unwrap_or(0)
    }

    /// The cost of an Arabic letter that no Latin letter accounts for.
    pub fn extra(&self, letter: u8, place: LetterPosition) -> u8 {
        self.extra[place as usize][usize::from(letter) % COLUMNS]
    }

    /// Rows that cannot be read are left out; a test says that there are none.
    fn parse(table: &str) -> Rules {
        let mut rules = Rules {
            nodes: Vec::new(),
            roots: [u16::MAX; roman::COUNT + 1],
            answers: vec![[UNLISTED; COLUMNS]],
            pairs: vec![0; (abjad::COUNT + 1) * (abjad::COUNT + 1)],
            extra: [[UNLISTED; COLUMNS]; 3],
        };
        let mut columns = FIRST_PAIR;
        // Questions whose yes-branch is being read.
        let mut open: Vec<usize> = Vec::new();
        let mut rows = csv::Reader::from_reader(table.as_bytes());
        for row in rows.records().flatten() {
            let (letter, question, spellings) = (&row[0], &row[1], &row[2]);
            let place = match letter {
                "initial" => Some(LetterPosition::Initial),
                "inside" => Some(LetterPosition::Inside),
                "final" => Some(LetterPosition::Final),
                _ => None,
            };
            if let Some(place) = place {
                rules.extra[place as usize] = rules.answer(spellings, &mut columns);
                continue;
            }
            let here = rules.nodes.len();
            let number = match letter {
                "_" => Some(roman::SPACE),
                letter => letter.chars().next().and_then(roman::number),
            };
            if let Some(number) = number
                && open.is_empty()
            {
                rules.roots[usize::from(number)] = here as u16;
            }
            if let Some(question) = parse_question(question) {
                rules.nodes.push(Node::Question { question, no: 0 });
                open.push(here);
                continue;
            }
            let answer = rules.answer(spellings, &mut columns);
            rules.nodes.push(Node::Answer(rules.answers.len() as u16));
            rules.answers.push(answer);
            // What comes next is the no-branch of the innermost question that has none yet.
            let after = rules.nodes.len() as u16;
            while let Some(question) = open.pop() {
                if let Node::Question { no, .. } = &mut rules.nodes[question]
                    && *no == 0
                {
                    *no = after;
                    open.push(question);
                    break;
                }
            }
        }
        rules
    }

    fn answer(&mut self, spellings: &str, columns: &mut usize) -> Costs {
        let mut costs = [UNLISTED; COLUMNS];
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
/// read by one of these habits?
fn parse_question(text: &str) -> Option<Question> {
    let (at, letters) = text.split_once(' ')?;
    if at == "in" {
        let mut habits = letters.split(' ');
        let set = habits.try_fold(0, |set, name| Some(set | Orthography::named(name)?.bit()));
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
                    _ => field.parse::<u8>().is_ok_and(|cost| cost <= UNLISTED),
                };
                assert!(good, "{row:?}");
            }
        }
        let rules = Rules::parse(TABLE);
        for (at, node) in rules.nodes.iter().enumerate() {
            if let Node::Question { no, .. } = node {
                assert!(usize::from(*no) > at && usize::from(*no) < rules.nodes.len());
            }
        }
        for letter in "abcdefghijklmnopqrstuvwxyz ".chars() {
            let number = roman::number(letter).unwrap();
            assert!(usize::from(rules.roots[usize::from(number)]) < rules.nodes.len());
        }
    }
}
