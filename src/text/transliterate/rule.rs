//! Rules as data, and what applies them: word by word, letter by letter, the first row of a
//! table that fits.

use crate::text::script::Script;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of the source, where in a word the row holds, and what they become.
///
/// Letters are small and composed. Rows are tried from the first to the last, so that longer
/// and more specific ones stand above those that hold anywhere.
pub(super) type Rule = (&'static str, LetterContext, &'static str);

/// The context in which a rule holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum LetterContext {
    Anywhere,
    /// At the beginning of the word.
    Start,
    /// At the beginning of a word with at least two more letters.
    LongStart,
    /// At the end of the word, or of a part of it that a zero-width non-joiner ends.
    End,
    /// As the whole word.
    Alone,
    /// After one of these letters of the source.
    After(&'static str),
    /// After one of these letters of the target, as written so far: what a letter that is both
    /// vowel and consonant was read as.
    AfterWritten(&'static str),
    /// Before one of these letters of the source.
    Before(&'static str),
}

/// A way of writing the words of one script in another.
pub(super) struct System {
    /// The script that is read; letters of others are left as they are.
    pub script: Script,
    /// What its letters become.
    pub reading: RuleReading,
    /// Signs inside words that are read over.
    pub silent: &'static str,
    /// Whether a doubled letter is written once, as Arabic does.
    pub doubled_once: bool,
    pub capitals: Capitals,
}

pub(super) enum RuleReading {
    /// Each letter by the first rule that fits, of the first table to the last.
    Rules(&'static [&'static [Rule]]),
    /// The word as a whole, for what a letter becomes hangs on letters far from it.
    Word(fn(&[char]) -> String),
}

/// Which capitals the target has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Capitals {
    /// None: the target knows none.
    None,
    /// Those of the source.
    Kept,
    /// Those of the source, with İ for i.
    KeptDotted,
    /// One for each word, since the source knows none and what is written are names.
    Names,
    /// One for each word, with İ for i.
    NamesDotted,
}

/// Writes each word of the text by the system of its script; all else stays.
pub(super) fn rewrite(text: &str, system_of: impl Fn(Script) -> Option<&'static System>) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let system = Script::of(c).and_then(&system_of);
        let length = system.map_or(c.len_utf8(), |system| system.word_length(rest));
        let (head, tail) = rest.split_at(length);
        match system {
            Some(system) => system.write(head, &mut out),
            None => out.push_str(head),
        }
        rest = tail;
    }
    out
}

/// The boundary inside compound words of Persian and Azerbaijani.
pub(super) const NON_JOINER: char = '\u{200C}';

impl System {
    /// Bytes of the word that the text begins with: its letters with their marks, and
    /// boundaries and silent signs between letters.
    fn word_length(&self, text: &str) -> usize {
        let mut end = 0;
        for (at, c) in text.char_indices() {
            if Script::of(c) == Some(self.script) || is_combining_mark(c) {
                end = at + c.len_utf8();
            } else if c != NON_JOINER && !self.silent.contains(c) {
                break;
            }
        }
        end
    }

    fn write(&self, word: &str, out: &mut String) {
        let mut letters = Vec::new();
        let mut capital = Vec::new();
        // Ligatures and presentation forms are letters; compatibility forms of other scripts
        // and superscripts are not ours to change.
        let spelled = word.nfc().flat_map(|c| {
            let form = matches!(c, '\u{FB13}'..='\u{FB17}' | '\u{FB50}'..='\u{FEFC}');
            let expanded = form.then(|| c.nfkc());
            let kept = (!form).then_some(c);
            expanded.into_iter().flatten().chain(kept)
        });
        for c in spelled.filter(|&c| !self.silent.contains(c)) {
            let small = self.small(c);
            letters.push(small);
            capital.push(small != c);
        }
        match self.reading {
            RuleReading::Rules(tables) => self.apply(tables, &letters, &capital, out),
            RuleReading::Word(read) => self.push_name(&read(&letters), letters.len(), out),
        }
    }

    /// The small letter. The one Latin source is Azerbaijani, where I is the capital of ı.
    fn small(&self, c: char) -> char {
        match c {
            'I' if self.script == Script::Latin => 'ı',
            'İ' if self.script == Script::Latin => 'i',
            _ => {
                let mut small = c.to_lowercase();
                match (small.next(), small.next()) {
                    (Some(one), None) => one,
                    _ => c,
                }
            }
        }
    }

    fn apply(&self, tables: &[&[Rule]], letters: &[char], capital: &[bool], out: &mut String) {
        let start = out.len();
        let mut at = 0;
        while at < letters.len() {
            if self.doubled_once && at > 0 && letters[at] == letters[at - 1] {
                at += 1;
                continue;
            }
            let mut rules = tables.iter().copied().flatten();
            let found = rules.find_map(|&(source, place, target)| {
                let read = source.chars().count();
                let fits = letters[at..].iter().copied().take(read).eq(source.chars())
                    && place.holds(letters, at, read, &out[start..]);
                fits.then_some((read, target))
            });
            let mut one = [0; 4];
            let (read, target) = match found {
                Some((read, target)) => (read, target),
                None => (1, &*letters[at].encode_utf8(&mut one)),
            };
            if capital[at] {
                let loud = at.checked_sub(1).is_some_and(|before| capital[before])
                    || capital.get(at + read).copied().unwrap_or(false);
                self.push_capital(target, loud, out);
            } else {
                out.push_str(target);
            }
            at += read;
        }
        if matches!(self.capitals, Capitals::Names | Capitals::NamesDotted) {
            let name = out.split_off(start);
            self.push_name(&name, letters.len(), out);
        }
    }

    /// Writes what a capital became: the first letter as a capital, all of them if the letters
    /// beside it are capitals too.
    fn push_capital(&self, letters: &str, loud: bool, out: &mut String) {
        if self.capitals == Capitals::None {
            out.push_str(letters);
            return;
        }
        for (i, c) in letters.chars().enumerate() {
            match c {
                _ if i > 0 && !loud => out.push(c),
                'i' if self.capitals == Capitals::KeptDotted => out.push('İ'),
                'i' if self.capitals == Capitals::NamesDotted => out.push('İ'),
                _ => out.extend(c.to_uppercase()),
            }
        }
    }

    /// Writes a word of a script without capitals as a name. A word of one letter stays small,
    /// for it is a conjunction or a preposition, and so does the article.
    fn push_name(&self, word: &str, letters: usize, out: &mut String) {
        if letters < 2 {
            out.push_str(word);
            return;
        }
        let article = match word.starts_with(ARTICLE) {
            true => ARTICLE.len(),
            false => 0,
        };
        // An ayn or hamza has no capital; the letter after it has.
        let signs = word[article..].find(char::is_alphabetic).unwrap_or(0);
        let (small, name) = word.split_at(article + signs);
        out.push_str(small);
        self.push_capital(name, false, out);
    }
}

/// The Arabic article in Latin letters.
const ARTICLE: &str = "al-";

impl LetterContext {
    /// Whether the `read` letters from `at` on stand here; `written` is what the letters before
    /// them became.
    fn holds(self, letters: &[char], at: usize, read: usize, written: &str) -> bool {
        let left = letters.len() - at - read;
        let next = letters.get(at + read).copied();
        match self {
            LetterContext::Anywhere => true,
            LetterContext::Start => at == 0,
            LetterContext::LongStart => at == 0 && left >= 2,
            LetterContext::End => next.is_none_or(|c| c == NON_JOINER),
            LetterContext::Alone => at == 0 && left == 0,
            LetterContext::After(set) => at
                .checked_sub(1)
                .is_some_and(|before| set.contains(letters[before])),
            LetterContext::AfterWritten(set) => {
                written.chars().last().is_some_and(|c| set.contains(c))
            }
            LetterContext::Before(set) => next.is_some_and(|c| set.contains(c)),
        }
    }
}
