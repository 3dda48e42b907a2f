//! Titles in quotation marks, in scripts with capitals: «Արարատ», “Qarabağ”, «Детройт Ред Уингз».
//! A name that stands there alone is that of a club, a paper, a film or a ship, not of the place that
//! it is called after.

use crate::analysis::token::{LetterCase, Tokens};
use crate::mention::lookup::dictionary_match::DictionaryMatch;

/// Maximum length of a title in tokens.
const MAX_WORDS: usize = 5;

/// Maximum length of a title whose words need no capitals, in tokens behind the first.
const MAX_SHORT: usize = 3;

/// Maximum length in letters of words that need no capital in a title: *de*, *և*.
const MAX_SMALL: usize = 3;

/// Whether a name stands in quotation marks with no words but those of a title.
pub(crate) fn is_title(text: &str, tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let list = &tokens.list;
    if matches!(list[found.first].case, LetterCase::None | LetterCase::Small) {
        return false;
    }
    let earliest = found.first.saturating_sub(MAX_WORDS);
    let mut first = found.first;
    while !follows_opening(text, list[first].start) {
        if first == earliest || !list[first].boundary.joins() || !is_titled(tokens, first - 1) {
            return false;
        }
        first -= 1;
    }
    let mut last = found.token_last();
    while !precedes_closing(text, list[last].end) {
        let next = last + 1;
        let goes_on = next < first + MAX_WORDS && tokens.joined(last, next);
        if !goes_on || !is_titled(tokens, next) {
            return false;
        }
        last = next;
    }
    true
}

/// Whether a name without any ending begins a short quotation in which more words follow, of whatever
/// case: «Սևան ստարտափ սամմիթ». What is said of a place puts its name in a case, or says more.
pub(crate) fn begins_title(text: &str, tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let list = &tokens.list;
    if found.stripped() > 0
        || list[found.first].case != LetterCase::Capital
        || !follows_opening(text, list[found.first].start)
    {
        return false;
    }
    let mut last = found.token_last();
    while last < found.first + MAX_SHORT {
        let goes_on = tokens.joined(last, last + 1);
        if !goes_on {
            return false;
        }
        last += 1;
        if precedes_closing(text, list[last].end) {
            return true;
        }
    }
    false
}

/// The word right before the quotation marks in which a name stands, where no capital tells a title: صحيفة of
/// صحيفة «القدس العربي», إذاعة of إذاعة «صوت فلسطين».
pub(crate) fn head_of_title(text: &str, tokens: &Tokens, found: &DictionaryMatch) -> Option<usize> {
    let list = &tokens.list;
    if list[found.first].case != LetterCase::None {
        return None;
    }
    let mut words = (found.first.saturating_sub(MAX_BEFORE)..=found.first).rev();
    let first = words.find(|&at| !list[at].boundary.joins())?;
    let head = first.checked_sub(1)?;
    let gap = text.get(list[head].end..list[first].start)?;
    let touches = gap.chars().count() <= MAX_GAP;
    (touches && follows_opening(text, list[first].start)).then_some(head)
}

/// Maximum number of words of a title before the name of a place in it.
const MAX_BEFORE: usize = 2;

/// Number of characters between a title and its head: a blank and the mark.
const MAX_GAP: usize = 2;

fn is_titled(tokens: &Tokens, at: usize) -> bool {
    let word = &tokens.list[at];
    word.case != LetterCase::Small || tokens.letters(word).len() <= MAX_SMALL
}

/// Whether an opening mark stands before. A straight one opens unless it touches what is before
/// it, which it closes: "Neftçi" Gəncədə "Kəpəz"ə qalib gəldi.
pub(crate) fn follows_opening(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches(' ');
    match before.strip_suffix('"') {
        Some(outside) => !outside.ends_with(char::is_alphanumeric),
        None => before.ends_with(['«', '“', '„']),
    }
}

/// Whether a closing mark follows. A straight one apart from the name closes unless it touches
/// what is behind it, which it opens.
pub(crate) fn precedes_closing(text: &str, end: usize) -> bool {
    let after = &text[end..];
    let apart = after.trim_start_matches(' ');
    match apart.strip_prefix('"') {
        Some(outside) => apart.len() == after.len() || !outside.starts_with(char::is_alphanumeric),
        None => apart.starts_with(['»', '”', '“']),
    }
}
