//! Whether an edited name is believed: the edits must be such as writers make in a word of that
//! length, and the query no word that is made out of the name.

use crate::candidate::name_hit::NameHit;
use crate::key::KeySpace;
use crate::lang::affix::is_derived;
use crate::lang::confusion;
use crate::phonetic::sound::romanization::is_article;
use crate::query::Query;
use crate::query::max_edits::MaxEdits;
use crate::text::normalize::normalize;

/// Whether an edited name can be meant by a variant whose key has these letters; `named` are those of
/// the name's. Whoever limits the
/// edits himself is answered with all within them.
pub(in crate::candidate) fn is_believed(
    query: &Query,
    letters: &[char],
    named: &[char],
    hit: &NameHit<'_>,
) -> bool {
    let variant = &*hit.variant;
    let space = variant.space();
    let max_cost = max_edit_cost(space, distinctive_letters(letters), hit.edits);
    let is_derived = || {
        let name = normalize(hit.name.text());
        is_derived(variant.space(), &variant.text, name.as_str())
    };
    query.max_edits != MaxEdits::Auto
        || (hit.cost <= max_cost
            && are_words_believed(space, letters, named, hit.edits)
            && !is_derived())
}

/// Letters of a word that may hold two edits beside words that are spelled as they are known.
const TWO_EDITS_IN_A_WORD: usize = 5;

/// Whether each word of a name of several may be the one that is written in its place. What is long
/// enough for two edits as a whole is not where both are in one short word (Qızıl *Xaç* for Qızıl Qoç);
/// and where no word is spelled as it is known, each must be believed alone (کوکا کولا for كوك كول).
fn are_words_believed(space: KeySpace, written: &[char], named: &[char], edits: u8) -> bool {
    let words = || {
        let blank = |letter: &char| *letter == ' ';
        written.split(blank).zip(named.split(blank))
    };
    let count = |letters: &[char]| letters.split(|letter| *letter == ' ').count();
    if count(written) < 2 || count(written) != count(named) {
        return true;
    }
    let edited = words().filter(|(a, b)| a != b).count();
    let edits_in_word = if edited == 1 { edits } else { 1 };
    let is_anchored = words().any(|(written, named)| written == named);
    words().filter(|(a, b)| a != b).all(|(written, named)| {
        let letters = distinctive_letters(written);
        match is_anchored {
            true => edits_in_word < 2 || letters.max(named.len()) >= TWO_EDITS_IN_A_WORD,
            false => confusion::cost(space, written, named) <= max_edit_cost(space, letters, 1),
        }
    })
}

/// How many letters tell a name from others: the Arabic article tells nothing, in Latin letters
/// neither.
fn distinctive_letters(letters: &[char]) -> usize {
    if let ['ا', 'ل', bare @ ..] = letters {
        return bare.len();
    }
    let mut words = letters.splitn(2, |letter| *letter == ' ');
    match (words.next(), words.next()) {
        (Some(article), Some(bare)) if is_article(article, bare) => bare.len(),
        _ => letters.len(),
    }
}

/// Maximum cost of one edit, or of two, in a name of so many letters, in hundredths of an edit. A
/// short word that differs from a name by more than what writers commonly confuse is more likely
/// another word; measured on frequent words of news that are no names.
fn max_edit_cost(space: KeySpace, letters: usize, edits: u8) -> u16 {
    // One vowel makes another word of an Arabic root, or of an English syllable.
    let one_vowel = matches!(space, KeySpace::Arabic | KeySpace::Latin);
    match (letters, edits) {
        (0..=4, _) => 25,
        (5, _) if one_vowel => 30,
        (5, _) => 35,
        (6, _) => 60,
        (7, 1) => 85,
        (_, 1) => 100,
        (7, _) => 50,
        (8, _) => 70,
        (9, _) => 90,
        _ => 150,
    }
}
