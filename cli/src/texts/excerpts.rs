//! What is kept of texts that are read one after the other, so that the words around mentions can be told once all
//! texts are read.

use crate::texts::snippet;
use std::ops::Range;

/// The sentences around mentions. What several mentions have around them is kept once, so that there is never more of
/// a text than the text.
#[derive(Default)]
pub(crate) struct Excerpts {
    files: Vec<String>,
    excerpts: Vec<Excerpt>,
    /// All excerpts, one behind the other.
    kept: String,
}

/// A piece of a text.
struct Excerpt {
    /// The number of its file.
    file: usize,
    /// Where in the text of the file it begins.
    start: usize,
    /// Where in all that is kept it begins.
    at: usize,
}

/// Where a mention is in what is kept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kept {
    at: usize,
    length: usize,
}

/// A mention, and what stands around it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Quote<'e> {
    pub file: &'e str,
    /// Where in the text of the file it is.
    pub range: Range<usize>,
    pub text: &'e str,
    /// The words before it in its sentence.
    pub before: String,
    /// The words behind it.
    pub behind: String,
}

impl Excerpts {
    /// Begins the text of this file, of which the next mentions are.
    pub fn begin_text(&mut self, file: &str) {
        self.files.push(file.to_owned());
    }

    /// Keeps what stands around a mention of the text that was begun last; mentions come in their order.
    pub fn keep(&mut self, text: &str, mention: Range<usize>) -> Kept {
        let file = self.files.len().saturating_sub(1);
        let sentence = snippet::sentence(text, mention.clone());
        // How far the text is kept, where the sentence goes on from there.
        let kept_to = self.excerpts.last().and_then(|last| {
            let end = last.start + (self.kept.len() - last.at);
            let goes_on = last.file == file && (last.start..=end).contains(&sentence.start);
            goes_on.then_some((last.start, last.at, end))
        });
        let (start, at, end) = kept_to.unwrap_or_else(|| {
            let at = self.kept.len();
            let start = sentence.start;
            self.excerpts.push(Excerpt { file, start, at });
            (start, at, start)
        });
        if let Some(new) = text.get(end..sentence.end) {
            self.kept.push_str(new);
        }
        Kept {
            at: at + (mention.start - start),
            length: mention.len(),
        }
    }

    /// A mention that was kept. An excerpt ends where a sentence does or where a snippet of it is cut, so that the
    /// snippet is the same as that of the text.
    pub fn quote(&self, Kept { at, length }: Kept) -> Quote<'_> {
        let next = self.excerpts.partition_point(|excerpt| excerpt.at <= at);
        let end = self.excerpts.get(next).map_or(self.kept.len(), |e| e.at);
        let excerpt = &self.excerpts[next - 1];
        let text = &self.kept[excerpt.at..end];
        let within = at - excerpt.at..at - excerpt.at + length;
        let (before, behind) = snippet::around(text, within.clone());
        Quote {
            file: &self.files[excerpt.file],
            range: excerpt.start + within.start..excerpt.start + within.end,
            text: &text[within],
            before,
            behind,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Excerpts, Quote};
    use crate::texts::snippet;
    use std::ops::Range;

    /// Where words of capital letters are.
    fn names(text: &str) -> Vec<Range<usize>> {
        let words = text.split(|c: char| !c.is_uppercase());
        let named = words.filter(|word| !word.is_empty());
        named
            .map(|word| {
                let start = word.as_ptr() as usize - text.as_ptr() as usize;
                start..start + word.len()
            })
            .collect()
    }

    /// Texts of these parts, in orders that repeat late.
    fn texts() -> impl Iterator<Item = String> {
        let parts = [
            "A",
            "Б",
            " ",
            ". ",
            "\n",
            "слово ",
            "wordwordwordword",
            "ԱԲ ",
            "x",
            " a\t\tb ",
        ];
        (1_u64..400).map(move |seed| {
            let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
            let next = |_| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                // Few ends of sentences in some texts, many in others.
                let few = seed % 3 == 0 && state % 7 != 0;
                let part = (state >> 32) as usize % parts.len();
                parts[if few && (3..5).contains(&part) {
                    6
                } else {
                    part
                }]
            };
            (0..300).map(next).collect()
        })
    }

    #[test]
    fn what_stands_around_a_mention_is_what_its_text_has_there() {
        let mut excerpts = Excerpts::default();
        let mut all = Vec::new();
        for (number, text) in texts().enumerate() {
            let file = number.to_string();
            excerpts.begin_text(&file);
            for range in names(&text) {
                let kept = excerpts.keep(&text, range.clone());
                all.push((kept, file.clone(), text.clone(), range));
            }
        }
        assert!(all.len() > 10_000);
        for (kept, file, text, range) in all {
            let (before, behind) = snippet::around(&text, range.clone());
            let expected = Quote {
                file: &file,
                text: &text[range.clone()],
                range,
                before,
                behind,
            };
            assert_eq!(excerpts.quote(kept), expected);
        }
    }

    #[test]
    fn no_more_of_a_text_is_kept_than_the_text() {
        for text in texts().chain(["UK ".repeat(10_000)]) {
            let mut excerpts = Excerpts::default();
            excerpts.begin_text("-");
            for range in names(&text) {
                excerpts.keep(&text, range);
            }
            assert!(excerpts.kept.len() <= text.len());
        }
    }

    #[test]
    fn of_a_long_text_that_mentions_little_little_is_kept() {
        let text = format!("{0}A{0}Б{0}", "word ".repeat(10_000));
        let mut excerpts = Excerpts::default();
        excerpts.begin_text("-");
        for range in names(&text) {
            excerpts.keep(&text, range);
        }
        assert!(excerpts.kept.len() < 400, "{}", excerpts.kept.len());
    }
}
