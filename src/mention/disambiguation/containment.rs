//! Whether what stands between two places says that the first lies in the second: حلب في سوريا, Gyumri,
//! Armenia, سد الوالة بمأدبا. Words for *in* are those of the profiles of languages ([`Use::Within`]).

use crate::lang::language::Use;
use crate::lang::language::function_word::is_used_as;

/// Marks behind which the larger place stands: حلب، سوريا; حلب (سوريا).
const MARKS: [char; 3] = ['،', ',', '('];

/// Whether the text between two places, and the clitics of the second one, say that the first lies in it.
pub(super) fn says_within(between: &str, clitics: &str) -> bool {
    // The sign of a hashtag says nothing.
    let between = between.trim_matches([' ', '#']);
    let marked = between.strip_prefix(MARKS);
    let word = marked.map_or(between, |rest| rest.trim_start_matches(' '));
    match (word.is_empty(), clitics.is_empty()) {
        (true, true) => marked.is_some(),
        (true, false) => is_used_as(clitics, Use::Within),
        (false, true) => is_used_as(word, Use::Within),
        (false, false) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::says_within;

    #[test]
    fn words_and_marks_say_that_something_lies_within() {
        let within = [
            (" في ", ""),
            (" فى #", ""),
            (" ", "ب"),
            ("، ", ""),
            (", in ", ""),
            (" (", ""),
            (" در ", ""),
            (" в ", ""),
            ("، في ", ""),
        ];
        for (between, clitics) in within {
            assert!(says_within(between, clitics), "{between:?} {clitics:?}");
        }
        let apart = [
            (" ", ""),
            (" و", ""),
            (" من ", ""),
            (" ", "و"),
            (" في ", "ب"),
        ];
        for (between, clitics) in apart {
            assert!(!says_within(between, clitics), "{between:?} {clitics:?}");
        }
    }
}
