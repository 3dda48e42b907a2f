//! The words of a stretch of text: normalized and folded, each letter with its place in the
//! text.

pub(crate) mod annotation;
pub(crate) mod held;
pub(crate) mod run;
pub(crate) mod segmentation;
pub(crate) mod spelling;
pub(crate) mod window;

use crate::key::KeySpace;
use crate::lang::language::LanguageSet;
use crate::lang::language::telling::Evidence;
use crate::mention::token::annotation::WordFormNumber;
use crate::mention::token::annotation::{
    Annotation, NameStart, NeighborCache, NeighborCues, StartHints,
};
use crate::mention::token::held::held;
use crate::mention::token::run::run;
use crate::mention::token::segmentation::{Boundary, HashtagPart, Segment};
use crate::mention::token::spelling::{WordForm, WordForms};
use crate::text::normalize::{Letter, normalize_into};
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// The words of a stretch of text, in buffers that are used again for the next stretch.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    pub list: Vec<Token>,
    /// The languages that words of each key space are read in.
    languages: [LanguageSet; KeySpace::ALL.len()],
    forms: WordForms,
    neighbors: NeighborCache,
    /// Room to normalize in.
    normalized: Vec<Letter>,
    /// The letters of a new form, with where they stand in the text.
    letters: Vec<(char, Range<usize>)>,
    /// Whether every word is read anew, together with all others.
    #[cfg(test)]
    pub forget: bool,
}

/// Says what can begin at a word, by its spelling alone.
pub(crate) type Annotate<'a> = &'a dyn Fn(&Tokens, usize) -> Annotation;

/// The most words of a feature word, on whichever side of a name.
pub(crate) const MAX_TRIGGER_WORDS: usize = 3;

/// One word.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    form: WordFormNumber,
    /// Bytes of the text.
    pub start: usize,
    pub end: usize,
    /// What stands between it and the word before.
    pub boundary: Boundary,
    /// Whether a line begins with it.
    pub line_start: bool,
    pub tag: HashtagPart,
    /// The key space of its script; `None` if it has only digits.
    pub space: Option<KeySpace>,
    /// The languages that it may be read in.
    pub languages: LanguageSet,
    pub case: LetterCase,
    pub hints: StartHints,
}

/// How a word is written in a script that has capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LetterCase {
    /// Its script has no capitals, or it has no letters.
    None,
    Small,
    /// A capital first.
    Capital,
    /// All capitals, two at least.
    Capitals,
}

impl Tokens {
    /// How many forms are remembered.
    #[cfg(test)]
    pub fn forms_kept(&self) -> usize {
        self.forms.len()
    }

    /// Replaces the words by those of `pieces`, which lie in `text` in ascending order; `annotate`
    /// says what can begin at a word that is new.
    pub fn fill(&mut self, text: &str, segments: &[Segment], annotate: Annotate<'_>) {
        self.list.clear();
        self.languages = tell(text, segments);
        if self.forms.make_room() {
            self.neighbors.clear();
        }
        #[cfg(test)]
        if self.forget {
            return self.read(text, segments);
        }
        let mut rest = segments;
        while !rest.is_empty() {
            let (run, others) = rest.split_at(run(text, rest));
            match run {
                [segment] => self.add(text, segment, annotate),
                _ => self.read(text, run),
            }
            rest = others;
        }
    }

    /// How many bytes are held.
    pub fn held(&self) -> usize {
        held(&self.list)
            + self.forms.held()
            + self.neighbors.held()
            + held(&self.normalized)
            + held(&self.letters)
    }

    /// Adds a piece that stands alone, so that its form depends on nothing but its spelling.
    fn add(&mut self, text: &str, segment: &Segment, annotate: Annotate<'_>) {
        if segment.is_overlong() {
            return self.pass_over(segment);
        }
        let source = segment.start..segment.end;
        let spelling = &text.as_bytes()[source.clone()];
        if let Some(form) = self.forms.find(spelling, &self.languages) {
            self.list
                .push(Token::new(form, segment, segment.boundary, source));
            return;
        }
        let at = self.list.len();
        self.read(text, std::slice::from_ref(segment));
        // Pieces of several words, or of fewer letters, are rare.
        if let [word] = &self.list[at..]
            && (word.start..word.end) == source
            && word.boundary == segment.boundary
        {
            let form = word.form;
            let Annotation { hints, name_starts } = annotate(self, at);
            self.list[at].hints = hints;
            self.forms.remember(form, spelling, hints, &name_starts);
        }
    }

    /// Adds a piece that is too long to be read, as a word without letters, at which nothing
    /// begins.
    fn pass_over(&mut self, segment: &Segment) {
        let form = self
            .forms
            .add(&[], segment.start, LetterCase::None, &self.languages);
        let word = Token::new(form, segment, segment.boundary, segment.start..segment.end);
        self.list.push(Token {
            space: Some(KeySpace::Other),
            hints: StartHints::NOTHING,
            ..word
        });
    }

    /// Reads the words of some pieces.
    fn read(&mut self, text: &str, segments: &[Segment]) {
        let (Some(first), Some(last)) = (segments.first(), segments.last()) else {
            return;
        };
        let base = first.start;
        let Some(run) = text.get(base..last.end) else {
            return;
        };
        let mut normalized = std::mem::take(&mut self.normalized);
        normalize_into(run, &mut normalized);
        let mut letters = normalized.iter().peekable();
        for segment in segments {
            let mut boundary = segment.boundary;
            let mut word_start = segment.start;
            self.letters.clear();
            while let Some(letter) = letters.peek() {
                let (start, end) = (base + letter.start, base + letter.end);
                if start >= segment.end {
                    break;
                }
                if start >= segment.start && letter.char != ' ' {
                    if self.letters.is_empty() && boundary != segment.boundary {
                        word_start = start;
                    }
                    let source = start..end.min(segment.end).max(start);
                    self.letters.push((letter.char, source));
                } else if letter.char == ' '
                    && let Some((_, last)) = self.letters.last()
                {
                    // A joiner inside the piece.
                    let source = word_start..last.end;
                    let joiner = text
                        .get(last.end..end)
                        .is_some_and(|gap| gap.contains(ZWNJ));
                    self.finish(text, segment, boundary, source);
                    boundary = match joiner {
                        true => Boundary::Joiner,
                        false => Boundary::Hyphen,
                    };
                }
                letters.next();
            }
            if !self.letters.is_empty() {
                self.finish(text, segment, boundary, word_start..segment.end);
            }
        }
        self.normalized = normalized;
    }

    /// Adds the word that the letters make.
    fn finish(&mut self, text: &str, segment: &Segment, boundary: Boundary, source: Range<usize>) {
        let case = case_of(&text[source.clone()]);
        let form = self
            .forms
            .add(&self.letters, source.start, case, &self.languages);
        self.list.push(Token::new(form, segment, boundary, source));
        self.letters.clear();
    }

    /// Whether nothing begins at a word beside a name of the dictionary: no demonym, no names
    /// written together, no name in capitals before its head, and nothing that a feature word or
    /// the word for a site announces.
    pub fn begins_nothing_else(&self, at: usize) -> bool {
        let word = &self.list[at];
        let announced = |word: &Token| word.hints.site || word.hints.feature_words > 0;
        let before = &self.list[at.saturating_sub(MAX_TRIGGER_WORDS)..at];
        word.space == Some(KeySpace::Arabic)
            && !word.hints.demonym
            && !word.hints.joined
            && !before.iter().any(announced)
    }

    /// Whether the words from `first` to `last` exist, and nothing stands between them that
    /// parts names.
    pub fn joined(&self, first: usize, last: usize) -> bool {
        let inner = self.list.get(first + 1..=last);
        inner.is_some_and(|inner| inner.iter().all(|word| word.boundary.joins()))
    }

    /// Whether some words are whole, and no part of a word that joiners hold together. In languages
    /// with clitics, whose spelling needs no joiner, it parts words as a hyphen does.
    pub fn are_whole(&self, first: usize, last: usize) -> bool {
        let joined = |at: usize| {
            let word = self.list.get(at);
            word.is_some_and(|word| {
                word.boundary == Boundary::Joiner && !word.languages.has_proclitics()
            })
        };
        !joined(first) && !joined(last + 1)
    }

    /// Whether a capital says nothing here: a sentence or a line begins, or the word before
    /// has a capital too, as in names of persons and in titles.
    pub fn begins_sentence(&self, at: usize) -> bool {
        let word = &self.list[at];
        let before = at.checked_sub(1).map(|before| self.list[before].case);
        let in_title = word.boundary.joins()
            && matches!(before, Some(LetterCase::Capital | LetterCase::Capitals));
        matches!(word.boundary, Boundary::Stop | Boundary::Dot) || word.line_start || in_title
    }

    /// Whether a word is the second of a sentence whose first word alone has a capital for being
    /// the first: Президент *Кубы* прибыл.
    pub fn is_second(&self, at: usize) -> bool {
        let begins = |at: usize| {
            let word = &self.list[at];
            matches!(word.boundary, Boundary::Stop) || word.line_start
        };
        let small = |at: usize| {
            let next = self.list.get(at);
            next.is_none_or(|next| next.case == LetterCase::Small || !next.boundary.joins())
        };
        let boundary = self.list[at].boundary;
        boundary == Boundary::Space && at.checked_sub(1).is_some_and(begins) && small(at + 1)
    }

    /// The normalized letters of a word; none if it is longer than any name.
    pub fn letters(&self, word: &Token) -> &[char] {
        self.forms.letters(word.form)
    }

    /// What begins at a word, if its hints say that this is known.
    #[inline]
    pub fn name_starts(&self, word: &Token) -> &[NameStart] {
        self.forms.name_starts(word.form)
    }

    /// What a word says of a name beside it, once that was worked out.
    #[inline]
    pub fn neighbor(&self, at: usize) -> Option<NeighborCues> {
        self.neighbors.get(self.list[at].form)
    }

    /// Keeps what was worked out, and returns it.
    pub fn remember_neighbor(&self, at: usize, neighbor: NeighborCues) -> NeighborCues {
        self.neighbors.put(self.list[at].form, neighbor)
    }

    /// Whether a word is one of sport, once that was worked out.
    #[inline]
    pub fn is_known_sport(&self, at: usize) -> Option<bool> {
        self.neighbors.is_sport(self.list[at].form)
    }

    /// A word's key in its own space.
    pub fn key(&self, word: &Token) -> &[u8] {
        self.forms.key(word.form).0
    }

    /// The key of a word without its first letters.
    pub fn key_from(&self, word: &Token, skip: usize) -> &[u8] {
        let (key, parts) = self.forms.key(word.form);
        let start = parts.get(skip).map_or(key.len(), |at| usize::from(*at));
        &key[start..]
    }

    /// A letter's part of the key.
    pub fn fold_of(&self, word: &Token, letter: usize) -> &[u8] {
        let (key, parts) = self.forms.key(word.form);
        match parts.get(letter..letter + 2) {
            Some(&[start, end]) => &key[usize::from(start)..usize::from(end)],
            _ => &[],
        }
    }

    /// How many letters of a word are in so many bytes of its key.
    pub fn letters_in(&self, word: &Token, bytes: usize) -> usize {
        let (_, parts) = self.forms.key(word.form);
        parts.partition_point(|at| usize::from(*at) <= bytes) - 1
    }

    /// The key of some words in a row, without the first letters of the first one.
    pub fn join_key(&self, first: usize, last: usize, skip: usize, key: &mut Vec<u8>) {
        key.clear();
        for at in first..=last {
            let word = &self.list[at];
            if at > first {
                let space = self.list[first].space.unwrap_or(KeySpace::Other);
                key.extend_from_slice(crate::key::letter::fold_in(space, ' ', &mut [0; 4]));
            }
            let skip = if at == first { skip } else { 0 };
            key.extend_from_slice(self.key_from(word, skip));
        }
    }

    /// Where in the text some words in a row stand.
    pub fn range(&self, first: usize, last: usize) -> Range<usize> {
        self.list[first].start..self.list[last].end
    }

    /// Where in the text the word begins without its first letters.
    pub fn start_after(&self, word: &Token, skip: usize) -> usize {
        let sources = self.forms.sources(word.form);
        match sources.get(skip).or(sources.last()) {
            Some(source) if skip > 0 => {
                (word.start + usize::from(source.0)).clamp(word.start, word.end)
            }
            _ => word.start,
        }
    }

    /// Where in `text` the word ends without its last letters, with the marks of the last
    /// letter that stays.
    pub fn end_before(&self, text: &str, word: &Token, drop: usize) -> usize {
        let sources = self.forms.sources(word.form);
        let stays = sources.len().saturating_sub(drop).max(1);
        let Some(source) = sources.get(stays - 1).filter(|_| drop > 0) else {
            return word.end;
        };
        let end = (word.start + usize::from(source.1)).clamp(word.start, word.end);
        let marks = text[end..word.end].chars();
        end + marks
            .take_while(|&c| is_combining_mark(c) || c == 'ـ')
            .map(char::len_utf8)
            .sum::<usize>()
    }
}

impl Token {
    /// A word of a piece, where it stands.
    fn new(form: &WordForm, segment: &Segment, boundary: Boundary, source: Range<usize>) -> Token {
        let whole = boundary == segment.boundary;
        Token {
            form: form.number(),
            start: source.start,
            end: source.end,
            boundary,
            line_start: segment.line_start && whole,
            tag: match segment.tag {
                HashtagPart::HashStart if !whole => HashtagPart::Hash,
                tag => tag,
            },
            space: form.space,
            languages: form.languages,
            case: form.case,
            hints: form.hints,
        }
    }
}

/// Joins the parts of a word in Persian, where their letters would else be written together.
const ZWNJ: char = '\u{200C}';

/// The languages of each key space that some words may be read in, told by a sample of them.
fn tell(text: &str, segments: &[Segment]) -> [LanguageSet; KeySpace::ALL.len()] {
    let mut evidence = Evidence::default();
    let step = segments.len().div_ceil(TELLING_WORDS).max(1);
    for segment in segments.iter().step_by(step) {
        if !segment.is_overlong() {
            evidence.add(text.get(segment.start..segment.end).unwrap_or_default());
        }
    }
    evidence.by_space()
}

/// So many words of a stretch tell its language: more than most sentences have.
const TELLING_WORDS: usize = 32;

fn case_of(word: &str) -> LetterCase {
    // Arabic and its neighbors, the bulk of the input, have no capitals.
    if matches!(word.as_bytes().first(), Some(0xD8..=0xDF)) {
        return LetterCase::None;
    }
    let (mut capitals, mut small, mut first) = (0, 0, LetterCase::None);
    for c in word.chars() {
        if c.is_uppercase() {
            capitals += 1;
        } else if c.is_lowercase() {
            small += 1;
        }
        if capitals + small == 1 && first == LetterCase::None {
            first = if capitals == 1 {
                LetterCase::Capital
            } else {
                LetterCase::Small
            };
        }
    }
    match (first, capitals, small) {
        (LetterCase::Capital, 2.., 0) => LetterCase::Capitals,
        _ => first,
    }
}
