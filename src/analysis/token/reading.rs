//! Reading segments into tokens: each word is normalized and folded, once for each of its spellings.

use crate::analysis::token::annotation::{NameStart, StartHints};
use crate::analysis::token::letter_case::LetterCase;
use crate::analysis::token::run::run;
use crate::analysis::token::segmentation::{Boundary, HashtagPart, Segment, boundary_between};
use crate::analysis::token::word_form::WordForm;
use crate::analysis::token::{Token, Tokens};
use crate::key::KeySpace;
use crate::lang::language::LanguageSet;
use crate::lang::language::telling::Evidence;
use crate::text::normalize::normalize_into;
use std::ops::Range;

/// Tells what a token can be or begin, by its form alone, and adds the names that begin there.
pub(super) type Annotate<'a> = &'a dyn Fn(&Tokens, usize, &mut Vec<NameStart>) -> StartHints;

impl Tokens {
    /// Replaces the tokens by those of `segments`, which lie in `text` in ascending order;
    /// `annotate` tells what can begin at a form that is new. The text is in `languages`, as far as
    /// scripts are theirs.
    pub fn fill(
        &mut self,
        text: &str,
        segments: &[Segment],
        languages: LanguageSet,
        annotate: Annotate<'_>,
    ) {
        self.list.clear();
        let told = self.tell(text, segments);
        self.languages = std::array::from_fn(|space| {
            let stated = LanguageSet::of_space(KeySpace::ALL[space]).and(languages);
            match languages == LanguageSet::ALL || stated.is_empty() {
                true => told[space],
                false => stated,
            }
        });
        self.forms.make_room();
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

    /// The words of a name that is asked for alone, as normalizing parts them,
    /// read in these languages.
    pub fn of_name(name: &str, languages: LanguageSet) -> Tokens {
        let mut tokens = Tokens {
            languages: [languages; KeySpace::ALL.len()],
            ..Tokens::default()
        };
        let mut normalized = Vec::new();
        normalize_into(name, &mut normalized);
        let mut end = 0;
        for word in normalized.split(|letter| letter.char == ' ') {
            let (Some(first), Some(last)) = (word.first(), word.last()) else {
                continue;
            };
            let segment = Segment {
                start: first.start,
                end: last.end,
                boundary: boundary_between(name.get(end..first.start).unwrap_or_default()),
                line_start: false,
                is_behind_blank: false,
                tag: HashtagPart::None,
            };
            let letters = word.iter().map(|letter| (letter.char, letter.source()));
            tokens.letters.extend(letters);
            tokens.finish(name, &segment, segment.boundary, first.start..last.end);
            end = last.end;
        }
        tokens
    }

    /// Adds a segment that is a run by itself, so that its form depends on its spelling alone.
    fn add(&mut self, text: &str, segment: &Segment, annotate: Annotate<'_>) {
        if segment.is_overlong() {
            return self.add_overlong(segment);
        }
        let source = segment.start..segment.end;
        let spelling = &text.as_bytes()[source.clone()];
        if let Some(form) = self.forms.find(spelling, &self.languages) {
            self.list
                .push(Token::new(form, segment, segment.boundary, source));
            return;
        }
        let at = self.list.len();
        match self
            .forms
            .add_context_free(&text[source.clone()], &self.languages)
        {
            Some(form) => {
                let word = Token::new(form, segment, segment.boundary, source.clone());
                self.list.push(word);
            }
            None => self.read(text, std::slice::from_ref(segment)),
        }
        // Pieces of several words, or of fewer letters, are rare.
        if let [word] = &self.list[at..]
            && (word.start..word.end) == source
            && word.boundary == segment.boundary
        {
            let form = word.form;
            let mut name_starts = std::mem::take(&mut self.name_starts);
            name_starts.clear();
            let hints = annotate(self, at, &mut name_starts);
            self.list[at].hints = hints;
            self.forms.remember(form, spelling, hints, &name_starts);
            self.name_starts = name_starts;
        }
    }

    /// Adds a segment that is too long to be normalized, as a token without letters, at which
    /// nothing begins.
    fn add_overlong(&mut self, segment: &Segment) {
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

    /// Adds the tokens of segments that are normalized together.
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
                    // A joiner inside the segment.
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

    /// Adds the token that the letters make.
    fn finish(&mut self, text: &str, segment: &Segment, boundary: Boundary, source: Range<usize>) {
        let case = LetterCase::of(&text[source.clone()]);
        let form = self
            .forms
            .add(&self.letters, source.start, case, &self.languages);
        self.list.push(Token::new(form, segment, boundary, source));
        self.letters.clear();
    }

    /// The languages of each key space that some words may be read in, told by a sample of them.
    fn tell(&self, text: &str, segments: &[Segment]) -> [LanguageSet; KeySpace::ALL.len()] {
        let mut evidence = Evidence::default();
        let step = segments.len().div_ceil(MAX_SAMPLED_WORDS).max(1);
        for segment in segments.iter().step_by(step) {
            if !segment.is_overlong() {
                let word = text.get(segment.start..segment.end).unwrap_or_default();
                evidence.add(self.forms.evidence(word));
            }
        }
        evidence.by_space()
    }
}

impl Token {
    /// A token of a segment.
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

/// Maximum number of words of a window that tell its language: more than most sentences have.
const MAX_SAMPLED_WORDS: usize = 32;
