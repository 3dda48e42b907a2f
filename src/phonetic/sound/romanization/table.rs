//! Costs of the romanizations of an Arabic letter, in `data/romanization.csv`, learnt by
//! `tools/src/bin/learn_romanization`.
//!
//! A row has the costs of a letter in a *context*: the next letter, the class of the Latin sign
//! before, the previous letter. What a row does not list costs what the row of the next shorter
//! context says, and so much more as the column `shorter` says (Witten-Bell smoothing, written as a
//! back-off). Costs are in twentieths of a nat (minus the logarithm of how often writers choose
//! the romanization there).

use crate::phonetic::sound::romanization::{arabic, latin};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../../data/romanization.csv");

/// Cost of a romanization that is in no row.
pub(super) const UNLISTED: u16 = u16::MAX;

/// Maximum number of signs that a letter is romanized as.
pub(super) const LONGEST: usize = 5;

/// A romanization of one letter, by its number; 0 is one of no letter.
pub(super) type Piece = u16;

/// The class of a sign: vowels each for itself, all consonants one.
type SignClass = u8;

/// The costs of names with the marks of scholars, or of all others.
pub(super) struct Costs {
    rows: HashMap<u32, Row, BuildHasherDefault<KeyHasher>>,
    /// All that the rows list, the pieces of each row by number.
    listed: Vec<(Piece, u8)>,
}

#[derive(Clone, Copy)]
struct Row {
    /// What the next shorter context costs more.
    shorter: u8,
    first: u32,
    end: u32,
}

pub(super) struct Model {
    pub plain: Costs,
    pub marked: Costs,
    /// What the pieces of each letter have in common, in whatever context.
    letters: [LetterPieces; NOTHING as usize],
    pieces: PieceTree,
    /// The pieces of the row that is read.
    listed: Vec<(Piece, u8)>,
}

/// What is known of a letter without its context.
#[derive(Clone, Copy)]
pub(super) struct LetterPieces {
    /// The signs of its pieces, a bit for each.
    pub signs: u64,
    /// The least cost of one of them; [`UNLISTED`] if there is none.
    pub least: u16,
    /// The least cost of the piece without a sign; [`UNLISTED`] if no row has it.
    pub least_silent: u16,
}

impl LetterPieces {
    const NONE: LetterPieces = LetterPieces {
        signs: 0,
        least: UNLISTED,
        least_silent: UNLISTED,
    };
}

pub(super) fn get() -> &'static Model {
    static MODEL: LazyLock<Model> = LazyLock::new(|| Model::parse(TABLE));
    &MODEL
}

/// How many bytes a row of the table has about, and a piece in it.
const ROW_BYTES: usize = 40;
const PIECE_BYTES: usize = 6;

/// The numbers of pieces, by their signs.
struct PieceTree {
    /// Where each node's children begin in `edges`, and its piece.
    nodes: Vec<PieceNode>,
}

#[derive(Clone)]
struct PieceNode {
    children: [u16; latin::COUNT + 1],
    piece: Piece,
}

impl PieceNode {
    const EMPTY: PieceNode = PieceNode {
        children: [0; latin::COUNT + 1],
        piece: 0,
    };
}

impl Model {
    /// What is known of a letter without its context.
    #[inline]
    pub fn letter(&self, letter: u8) -> LetterPieces {
        let known = self.letters.get(usize::from(letter)).copied();
        known.unwrap_or(LetterPieces::NONE)
    }

    /// The numbers of the pieces that begin at a sign, by their lengths.
    pub fn pieces_at(&self, signs: &[u8], at: usize) -> [Piece; LONGEST + 1] {
        let mut pieces = [0; LONGEST + 1];
        let mut node = &self.pieces.nodes[0];
        for (length, piece) in pieces.iter_mut().enumerate() {
            *piece = node.piece;
            let sign = signs.get(at + length).map_or(0, |sign| usize::from(*sign));
            let child = usize::from(node.children[sign.min(latin::COUNT)]);
            if child == 0 {
                break;
            }
            node = &self.pieces.nodes[child];
        }
        pieces
    }

    /// Rows that cannot be read are left out; a test says that there are none.
    fn parse(table: &str) -> Model {
        let costs = || Costs {
            rows: HashMap::with_capacity_and_hasher(table.len() / ROW_BYTES, Default::default()),
            listed: Vec::with_capacity(table.len() / PIECE_BYTES),
        };
        let mut model = Model {
            plain: costs(),
            marked: costs(),
            letters: [LetterPieces::NONE; NOTHING as usize],
            pieces: PieceTree {
                nodes: vec![PieceNode::EMPTY],
            },
            listed: Vec::new(),
        };
        for line in table.lines().skip(1) {
            model.read(line);
        }
        model
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let mut fields = line.split(',');
        let names = fields.next()?;
        let mut letter = || -> Option<Option<char>> { Some(fields.next()?.chars().next()) };
        let (of, next, before, previous) = (letter()??, letter()?, letter()?, letter()?);
        let shorter = fields.next()?.parse().ok()?;
        let letter = |letter: Option<char>| match letter {
            None => Some(NOTHING),
            Some(letter) => arabic::number(letter),
        };
        let before = before.map_or(Some(NO_CLASS), class_named)?;
        let of = letter(Some(of))?;
        let key = key(of, letter(next)?, before, letter(previous)?);
        let mut known = self.letter(of);
        let mut listed = std::mem::take(&mut self.listed);
        listed.clear();
        let mut spellings = fields.next()?.split(' ');
        while let (Some(piece), Some(cost)) = (spellings.next(), spellings.next()) {
            let signs = piece.chars().filter(|sign| *sign != '-');
            let signs = signs.map(|sign| latin::number(if sign == '_' { ' ' } else { sign }));
            let cost: u8 = cost.parse().ok()?;
            match signs.clone().fold(0, |set, sign| set | 1 << (sign & 63)) {
                0 => known.least_silent = known.least_silent.min(u16::from(cost)),
                signs => {
                    known.signs |= signs;
                    known.least = known.least.min(u16::from(cost));
                }
            }
            listed.push((self.piece(signs)?, cost));
        }
        *self.letters.get_mut(usize::from(of))? = known;
        listed.sort_unstable();
        let costs = match names {
            "marked" => &mut self.marked,
            _ => &mut self.plain,
        };
        let first = costs.listed.len() as u32;
        costs.listed.extend_from_slice(&listed);
        self.listed = listed;
        let row = Row {
            shorter,
            first,
            end: costs.listed.len() as u32,
        };
        costs.rows.insert(key, row);
        Some(())
    }

    /// The number of a piece, which is made if it is new.
    fn piece(&mut self, signs: impl Iterator<Item = u8>) -> Option<Piece> {
        let nodes = &mut self.pieces.nodes;
        let mut at = 0;
        for sign in signs {
            let sign = usize::from(sign);
            let child = usize::from(*nodes.get(at)?.children.get(sign)?);
            at = match child {
                0 => {
                    let child = u16::try_from(nodes.len()).ok()?;
                    nodes.push(PieceNode::EMPTY);
                    nodes[at].children[sign] = child;
                    usize::from(child)
                }
                child => child,
            };
        }
        // A piece has the number of its node, from 1 on.
        nodes[at].piece = u16::try_from(at + 1).ok()?;
        Some(nodes[at].piece)
    }
}

/// The surroundings of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Context {
    pub letter: u8,
    pub next: u8,
    pub before: SignClass,
    pub previous: u8,
}

impl Context {
    /// The context as a number of 22 bits.
    pub fn key(self) -> u64 {
        u64::from(key(self.letter, self.next, self.before, self.previous))
    }
}

impl Costs {
    /// The costs of all pieces in a context, by their numbers.
    pub fn of_all(&self, context: Context, model: &Model) -> Box<[u16]> {
        let mut costs = vec![UNLISTED; model.pieces.nodes.len() + 1];
        let mut more = 0;
        for key in keys(context) {
            let Some(row) = self.rows.get(&key) else {
                continue;
            };
            for (piece, cost) in &self.listed[row.first as usize..row.end as usize] {
                let known = &mut costs[usize::from(*piece)];
                if *known == UNLISTED {
                    *known = u16::from(*cost).saturating_add(more);
                }
            }
            more = more.saturating_add(u16::from(row.shorter));
        }
        costs.into_boxed_slice()
    }

    /// The costs of these pieces in a context.
    pub fn of(&self, context: Context, pieces: &[Piece; LONGEST + 1]) -> [u16; LONGEST + 1] {
        let mut costs = [UNLISTED; LONGEST + 1];
        let mut more = 0;
        for key in keys(context) {
            let Some(row) = self.rows.get(&key) else {
                continue;
            };
            let listed = &self.listed[row.first as usize..row.end as usize];
            for (piece, cost) in pieces.iter().zip(&mut costs) {
                if *piece != 0
                    && *cost == UNLISTED
                    && let Ok(at) = listed.binary_search_by_key(piece, |(piece, _)| *piece)
                {
                    *cost = u16::from(listed[at].1).saturating_add(more);
                }
            }
            more = more.saturating_add(u16::from(row.shorter));
        }
        costs
    }
}

/// The rows that are asked for a context, the longest first.
fn keys(context: Context) -> [u32; 4] {
    let Context {
        letter,
        next,
        before,
        previous,
    } = context;
    [
        key(letter, next, before, previous),
        key(letter, next, before, NOTHING),
        key(letter, next, NO_CLASS, NOTHING),
        key(letter, NOTHING, NO_CLASS, NOTHING),
    ]
}

/// Stands for a letter that a row does not ask for.
const NOTHING: u8 = 63;

/// Stands for a class that a row does not ask for.
const NO_CLASS: SignClass = 15;

/// Number of classes.
pub(super) const CLASS_COUNT: usize = 13;

/// The classes, by the sign that the table writes for each.
const CLASSES: &str = "#Aaeiouywāīūc";

fn class_named(name: char) -> Option<SignClass> {
    let at = CLASSES.chars().position(|known| known == name)?;
    u8::try_from(at).ok()
}

/// The class of each sign, by its number.
pub(super) fn class_of(sign: u8) -> SignClass {
    static CLASS_OF: LazyLock<[SignClass; latin::COUNT + 1]> = LazyLock::new(|| {
        std::array::from_fn(|number| match latin::sign(number as u8) {
            ' ' | '#' => 0,
            sign => class_named(sign)
                .or_else(|| class_named('c'))
                .unwrap_or_default(),
        })
    });
    CLASS_OF[usize::from(sign).min(latin::COUNT)]
}

fn key(letter: u8, next: u8, before: SignClass, previous: u8) -> u32 {
    u32::from(letter) << 16 | u32::from(next) << 10 | u32::from(previous) << 4 | u32::from(before)
}

/// Spreads the bits of a key of 22 bits.
#[derive(Default)]
pub(super) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, key: u32) {
        self.write_u64(u64::from(key));
    }

    fn write_u64(&mut self, key: u64) {
        // Fibonacci hashing.
        self.0 = (self.0 ^ key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 ^= self.0 >> 32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_reads() {
        let mut model = Model::parse("");
        for line in TABLE.lines().skip(1) {
            assert!(model.read(line).is_some(), "{line}");
            let columns: Vec<&str> = line.split(',').collect();
            assert!(columns.len() == 7, "{line}");
            assert!(matches!(columns[0], "plain" | "marked"), "{line}");
            for cost in columns[6].split(' ').skip(1).step_by(2) {
                assert!(cost.parse::<u8>().is_ok_and(|cost| cost < 180), "{line}");
            }
        }
        assert!(model.plain.rows.len() > 500 && model.marked.rows.len() > 100);
        assert!(model.read("plain,x").is_none() && model.read("").is_none());
    }

    #[test]
    fn classes_fit_a_key_and_all_letters_too() {
        assert_eq!(CLASSES.chars().count(), CLASS_COUNT);
        const { assert!(CLASS_COUNT < NO_CLASS as usize && arabic::ARTICLE < NOTHING) }
        for sign in 0..=u8::MAX {
            assert!(usize::from(class_of(sign)) < CLASS_COUNT);
        }
    }
}
