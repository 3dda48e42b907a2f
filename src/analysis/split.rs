//! What is stripped from words to find the name in them: proclitics of the first word, a suffix
//! of the last, an ending behind a hyphen or an apostrophe, and the endings of adjectives that
//! agree with the last word (*Нагорного* Карабаха).
//!
//! Nothing here knows names. A split is a proposal: it counts if the rest is a name that the index
//! holds. A text walks the dictionary and meets the splits that names allow; a query, which is
//! short, is looked up with each of [`splits`].

use crate::analysis::policy::Policy;
use crate::analysis::token::Tokens;
use crate::analysis::token::segmentation::Boundary;
use crate::lang::affix::{
    self, ProcliticSplit, SuffixSplit, inner_suffix_splits, proclitic_splits, suffix_splits,
};
use crate::lang::confusion::plain_letter;
use crate::lang::language::LanguageSet;
use crate::model::evidence::StrippedAffix;
use std::ops::Range;

/// Words in a row, with what is no part of the name in them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AffixedSpan {
    /// Number of the first and of the last word of the name.
    pub first: usize,
    pub last: usize,
    pub proclitics: Option<ProcliticSplit>,
    /// The ending of the first word, if it agrees with the last.
    pub inner: Option<SuffixSplit>,
    pub suffix: Option<SuffixSplit>,
    /// Whether the word behind the last one is nothing but an ending of it.
    pub suffixed: bool,
}

impl AffixedSpan {
    /// The words of the name's spelling, normalized.
    #[inline]
    fn words<'t>(&self, tokens: &'t Tokens) -> impl Iterator<Item = SplitWord<'t>> + use<'t> {
        let span = *self;
        (span.first..=span.last).map(move |at| SplitWord::of(&span, tokens, at))
    }

    /// The name's spelling, normalized.
    pub fn spelling(&self, tokens: &Tokens) -> String {
        let words = tokens.list[self.first..=self.last].iter();
        let letters: usize = words.map(|word| 1 + tokens.letters(word).len()).sum();
        let mut spelling = String::with_capacity(BYTES_OF_LETTER * letters);
        for word in self.words(tokens) {
            spelling.push_str(word.before);
            spelling.extend(word.letters);
            spelling.push_str(word.after);
        }
        spelling
    }

    /// Whether the name's spelling is `plain`, but for what no writer is careful about.
    pub fn is_spelled(&self, tokens: &Tokens, plain: &str) -> bool {
        let mut expected = plain.chars();
        let mut is_next = |letter| {
            let next = expected.next();
            next == Some(letter) || next == Some(plain_letter(letter))
        };
        let is_next_word = |word: SplitWord<'_>| {
            word.before.chars().all(&mut is_next)
                && word.letters.iter().copied().all(&mut is_next)
                && word.after.chars().all(&mut is_next)
        };
        self.words(tokens).all(is_next_word) && expected.next().is_none()
    }

    /// Where in `text` the name stands, without what is stripped.
    pub fn range(&self, tokens: &Tokens, text: &str) -> Range<usize> {
        let (first, last) = (&tokens.list[self.first], &tokens.list[self.last]);
        let skip = self.proclitics.map_or(0, |split| split.skip());
        let drop = self.suffix.map_or(0, |split| split.drop);
        let start = tokens.start_after(first, skip);
        start..tokens.end_before(text, last, drop).max(start)
    }

    /// Adds what is stripped, in the order of the text; endings as they are written in `text`.
    pub fn strip(&self, tokens: &Tokens, text: &str, stripped: &mut Vec<StrippedAffix>) {
        if let Some(split) = self.proclitics {
            stripped.extend(split.stripped(tokens.letters(&tokens.list[self.first])));
        }
        let ending = match (self.suffix, self.suffixed) {
            (Some(split), _) => {
                let last = &tokens.list[self.last];
                text.get(tokens.end_before(text, last, split.drop)..last.end)
            }
            (None, true) => text.get(tokens.range(self.last + 1, self.last + 1)),
            (None, false) => return,
        };
        stripped.push(StrippedAffix::Ending(ending.unwrap_or_default().to_owned()));
    }
}

/// Most letters of the alphabets here have as many bytes.
const BYTES_OF_LETTER: usize = 2;

/// A word of a span: its letters without what is stripped, between what the splits restore.
struct SplitWord<'t> {
    /// The blank before it, or the letters that stand for a proclitic's.
    before: &'static str,
    letters: &'t [char],
    after: &'static str,
}

impl<'t> SplitWord<'t> {
    #[inline]
    fn of(span: &AffixedSpan, tokens: &'t Tokens, at: usize) -> SplitWord<'t> {
        let word = &tokens.list[at];
        let mut letters = tokens.letters(word);
        let (mut before, mut after) = ("", "");
        if at == span.last {
            letters = without_last(letters, span.suffix);
            after = span.suffix.map_or("", |split| split.append);
        } else if at == span.first {
            letters = without_last(letters, span.inner);
            after = span.inner.map_or("", |split| split.append);
        }
        if at == span.first {
            let skip = span.proclitics.map_or(0, |split| split.skip());
            letters = letters.get(skip..).unwrap_or_default();
            before = span.proclitics.map_or("", |split| split.prepend());
        } else if word.boundary.is_spaced() {
            before = " ";
        }
        SplitWord {
            before,
            letters,
            after,
        }
    }
}

/// Letters without those that a suffix has.
fn without_last(letters: &[char], suffix: Option<SuffixSplit>) -> &[char] {
    let drop = suffix.map_or(0, |split| split.drop);
    &letters[..letters.len().saturating_sub(drop)]
}

/// What is left of a word without proclitics.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stem {
    /// Letters of the word before it.
    pub skip: usize,
    /// How many of them are clitics.
    pub clitics: usize,
    /// Whether the others are the article.
    pub definite: bool,
}

impl Stem {
    /// How many proclitics are stripped.
    pub fn stripped(self) -> usize {
        self.clitics + usize::from(self.definite)
    }
}

/// What a word of a table may be in a word of the text: all of it first, then without proclitics,
/// least first. What would begin with a restored letter is no word of any table.
pub(crate) fn stems(
    languages: LanguageSet,
    letters: &[char],
) -> impl Iterator<Item = Stem> + use<> {
    stems_of(proclitic_splits(languages, letters))
}

/// The same of a word whose splits are known.
pub(crate) fn stems_of(splits: impl Iterator<Item = ProcliticSplit>) -> impl Iterator<Item = Stem> {
    let splits = splits.filter(|split| split.prepend().is_empty());
    let stems = splits.map(|split| Stem {
        skip: split.skip(),
        clitics: split.clitics(),
        definite: split.takes_article(),
    });
    std::iter::once(Stem::default()).chain(stems)
}

/// All splits of the words from `first` to `last` as these languages have them, that which strips
/// nothing first.
pub(crate) fn splits(
    tokens: &Tokens,
    first: usize,
    last: usize,
    languages: LanguageSet,
    policy: &Policy,
) -> Vec<AffixedSpan> {
    let (first_letters, last_letters) = (
        tokens.letters(&tokens.list[first]),
        tokens.letters(&tokens.list[last]),
    );
    let whole = AffixedSpan {
        first,
        last,
        proclitics: None,
        inner: None,
        suffix: None,
        suffixed: false,
    };
    let mut ends = vec![whole];
    ends.extend(
        suffix_splits(languages, last_letters).map(|split| AffixedSpan {
            suffix: Some(split),
            ..whole
        }),
    );
    if last > first && is_suffix(tokens, last, policy) {
        ends.push(AffixedSpan {
            last: last - 1,
            suffixed: true,
            ..whole
        });
    }
    let inner = (first < last).then(|| inner_suffix_splits(languages, first_letters).map(Some));
    let inner = std::iter::once(None).chain(inner.into_iter().flatten());
    let mut splits = Vec::new();
    for inner in inner {
        let proclitics = proclitic_splits(languages, first_letters).map(Some);
        for proclitics in std::iter::once(None).chain(proclitics) {
            for end in &ends {
                let skip = proclitics.map_or(0, |split| split.skip());
                let drop = end.suffix.map_or(0, |split| split.drop);
                let is_one_word = end.last == first;
                // Of one word both are stripped off the same letters; it agrees with no other.
                if is_one_word && (inner.is_some() || skip + drop > first_letters.len()) {
                    continue;
                }
                splits.push(AffixedSpan {
                    proclitics,
                    inner,
                    ..*end
                });
            }
        }
    }
    splits
}

/// Whether names bear a proclitic every day: *and*, *in* and *to*. *Then* and *like* are more often
/// letters of another word.
pub(crate) fn is_usual_proclitic(letter: char) -> bool {
    matches!(letter, 'و' | 'ب' | 'ل')
}

/// Whether a word is nothing but an ending of the word before it: ԱՄՆ-ում, Bakı'da.
pub(crate) fn is_suffix(tokens: &Tokens, at: usize, policy: &Policy) -> bool {
    tokens.list.get(at).is_some_and(|word| {
        let marked = matches!(
            word.boundary,
            Boundary::Hyphen | Boundary::Apostrophe | Boundary::Joiner
        );
        let name = at.checked_sub(1).map_or(word, |at| &tokens.list[at]);
        (marked || policy.suffix_without_mark)
            && affix::suffix(name.languages, tokens.letters(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The spellings of a name, with what was stripped from each and where it stands.
    fn all(name: &str, policy: &Policy) -> Vec<(String, String, String)> {
        let tokens = Tokens::of_name(name, LanguageSet::ALL);
        let last = tokens.list.len() - 1;
        let splits = splits(&tokens, 0, last, LanguageSet::ALL, policy).into_iter();
        splits
            .map(|span| {
                let (spelling, mut stripped) = (span.spelling(&tokens), Vec::new());
                span.strip(&tokens, name, &mut stripped);
                let stripped: Vec<String> = stripped
                    .into_iter()
                    .map(|stripped| match stripped {
                        StrippedAffix::Clitic(text) | StrippedAffix::Ending(text) => text,
                        other => format!("{other:?}"),
                    })
                    .collect();
                let stem = name[span.range(&tokens, name)].to_owned();
                (spelling, stripped.join("+"), stem)
            })
            .collect()
    }

    #[test]
    fn affixes_are_stripped_as_they_are_written() {
        for (name, spelling, stripped, stem) in [
            ("ولروسيا", "روسيا", "و+ل", "روسيا"),
            ("للاتحاد الروسي", "الاتحاد الروسي", "ل", "لاتحاد الروسي"),
            ("ՇՈՒՇԻՈՒՄ", "շուշի", "ՈՒՄ", "ՇՈՒՇԻ"),
            ("ԱՄՆ-ում", "ամն", "ում", "ԱՄՆ"),
            ("Şuşada", "şuşa", "da", "Şuşa"),
            (
                "Нагорного Карабаха",
                "нагорный карабах",
                "а",
                "Нагорного Карабах",
            ),
        ] {
            let expected = (spelling.to_owned(), stripped.to_owned(), stem.to_owned());
            let found = all(name, &Policy::TEXT);
            assert!(found.contains(&expected), "{name}: {found:?}");
        }
    }

    #[test]
    fn only_in_a_query_is_a_word_behind_a_blank_an_ending() {
        let finds = |name: &str, policy| all(name, policy).iter().any(|found| found.0 == "bakı");
        assert!(finds("Bakı da", &Policy::QUERY) && !finds("Bakı da", &Policy::TEXT));
        assert!(finds("Bakı-da", &Policy::QUERY) && finds("Bakı-da", &Policy::TEXT));
    }

    #[test]
    fn nothing_is_stripped_twice() {
        for name in ["ب", "وال", "da", "ում", "ու ու", "а а"] {
            let tokens = Tokens::of_name(name, LanguageSet::ALL);
            for span in splits(
                &tokens,
                0,
                tokens.list.len() - 1,
                LanguageSet::ALL,
                &Policy::QUERY,
            ) {
                let range = span.range(&tokens, name);
                assert!(
                    range.start <= range.end && range.end <= name.len(),
                    "{name}"
                );
            }
        }
    }
}
