//! Azerbaijani in Arabic script to the Latin alphabet.
//!
//! The script writes every vowel but ə, and one letter for u and ü, ı and i. The reading puts
//! ə where the syllables want a vowel (a syllable begins with one consonant at most and ends
//! with one, two at the end of a word), and chooses between the others by vowel harmony. It is
//! a good guess: Arabic and Persian words, which keep their spelling, come out wrong (فضولی).

use crate::text::script::Script;
use crate::text::transliterate::rule::{Capitals, NON_JOINER, RuleReading, System};

/// Arabic script to Latin.
pub(super) const TO_LATIN: System = System {
    script: Script::Arabic,
    reading: RuleReading::Word(read),
    silent: "ـ\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{653}\u{654}\u{655}\u{670}",
    doubled_once: false,
    capitals: Capitals::NamesDotted,
};

/// A sound of a word, as far as its letter tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phoneme {
    Consonant(char),
    /// A vowel that the spelling or the syllable gives.
    Vowel(char),
    /// ی: ı or i.
    High,
    /// و: u or ü.
    HighRound,
    /// What is no letter of the alphabet, and stays.
    Other(char),
}

use Phoneme::{Consonant, High, HighRound, Other, Vowel};

/// Consonants; with the letters that only Arabic words have.
const CONSONANTS: &[(char, char)] = &[
    ('ب', 'b'),
    ('ج', 'c'),
    ('چ', 'ç'),
    ('د', 'd'),
    ('ف', 'f'),
    ('گ', 'g'),
    ('غ', 'ğ'),
    ('ه', 'h'),
    ('ھ', 'h'),
    ('خ', 'x'),
    ('ژ', 'j'),
    ('ک', 'k'),
    ('ك', 'k'),
    ('ق', 'q'),
    ('ل', 'l'),
    ('م', 'm'),
    ('ن', 'n'),
    ('پ', 'p'),
    ('ر', 'r'),
    ('س', 's'),
    ('ش', 'ş'),
    ('ت', 't'),
    ('ز', 'z'),
    ('ث', 's'),
    ('ح', 'h'),
    ('ذ', 'z'),
    ('ص', 's'),
    ('ض', 'z'),
    ('ط', 't'),
    ('ظ', 'z'),
];

/// Consonants that may stand before one of `LAST` at the end of a word: Minkənd, Bərk, Dost.
const BEFORE_LAST: &str = "nrlmsşfxyv";

const LAST: &str = "bcçdfgkpqsştx";

fn read(word: &[char]) -> String {
    let mut out = String::with_capacity(word.len() * 2);
    for part in word.split(|&c| c == NON_JOINER) {
        let mut sounds = syllables(&sounds(part));
        harmonize(&mut sounds);
        out.extend(sounds.iter().map(|sound| match *sound {
            Consonant(c) | Vowel(c) | Other(c) => c,
            High => 'i',
            HighRound => 'ü',
        }));
    }
    out
}

/// Each letter as a sound.
fn sounds(letters: &[char]) -> Vec<Phoneme> {
    let mut sounds: Vec<Phoneme> = Vec::with_capacity(letters.len() * 2);
    for (i, &letter) in letters.iter().enumerate() {
        let at = |i: usize| letters.get(i).copied();
        let (first, last) = (i == 0, i + 1 == letters.len());
        let next = at(i + 1);
        let after_vowel = matches!(sounds.last(), Some(Vowel(_) | High | HighRound));
        // At the beginning an alef carries the vowel that follows.
        let carried = i == 1 && matches!(letters[0], 'ا' | 'أ');
        let seated = i > 0 && letters[i - 1] == 'ئ' && !matches!(sounds.last(), Some(Vowel('e')));
        let glide =
            !carried && !seated && (first || after_vowel || matches!(next, Some('ا' | 'آ')));
        sounds.push(match letter {
            'ا' | 'أ' if first && next.is_some_and(|c| "ویيؤئۆۇ".contains(c)) => continue,
            'أ' => Vowel('ə'),
            'ا' if first => Vowel('ə'),
            'ا' | 'آ' | 'ى' => Vowel('a'),
            'ه' | 'ە' | 'ة' if last && !first && !after_vowel => Vowel('ə'),
            'ؤ' => Vowel('ö'),
            'ۆ' => Vowel('ü'),
            'ۇ' => Vowel('u'),
            'ؽ' => Vowel('ı'),
            // Before another vowel's letter, the seat of that one.
            'ئ' if next.is_some_and(|c| "یيو".contains(c)) && after_vowel => continue,
            'ئ' => Vowel('e'),
            'و' if glide => Consonant('v'),
            'ی' | 'ي' if glide => Consonant('y'),
            'و' => HighRound,
            'ی' | 'ي' => High,
            // No Azerbaijani word begins with ğ.
            'غ' if first => Consonant('q'),
            // The Arabic letter has no sound of its own.
            'ع' => {
                if after_vowel {
                    continue;
                }
                Vowel('ə')
            }
            'ء' => continue,
            _ => match CONSONANTS.iter().find(|row| row.0 == letter) {
                Some(row) => Consonant(row.1),
                None => Other(letter),
            },
        });
    }
    sounds
}

/// The sounds with the ə that are not written.
fn syllables(sounds: &[Phoneme]) -> Vec<Phoneme> {
    let mut out = Vec::with_capacity(sounds.len() * 2);
    let mut at = 0;
    while at < sounds.len() {
        let cluster = sounds[at..]
            .iter()
            .take_while(|sound| matches!(sound, Consonant(_)))
            .count();
        let run = &sounds[at..at + cluster];
        at += cluster;
        // What no alphabet knows is nothing to build syllables around.
        let before_vowel = matches!(sounds.get(at), Some(Vowel(_) | High | HighRound));
        let after_vowel = matches!(out.last(), Some(Vowel(_) | High | HighRound));
        break_up(run, after_vowel, before_vowel, &mut out);
        out.extend(sounds.get(at));
        at += 1;
    }
    out
}

/// Writes consonants that stand between vowels or the ends of the word with a vowel wherever
/// a syllable needs one.
fn break_up(run: &[Phoneme], mut open: bool, before_vowel: bool, out: &mut Vec<Phoneme>) {
    let mut run = run;
    while let Some((&first, rest)) = run.split_first() {
        let at_end = !before_vowel;
        let closes = match (open, rest.len()) {
            (false, _) => false,
            // The last one begins the next syllable, or ends the word.
            (true, 0) => at_end,
            (true, 1) if at_end && may_end(first, rest[0]) => {
                out.extend(run);
                return;
            }
            (true, 2) if at_end && may_end(rest[0], rest[1]) => false,
            (true, _) => true,
        };
        out.push(first);
        run = rest;
        if closes {
            open = false;
            // Two that cannot end a word together: the vowel goes between them.
            if at_end && run.len() == 1 {
                out.push(Vowel('ə'));
                open = true;
            }
        } else if !(before_vowel && run.is_empty()) {
            out.push(Vowel('ə'));
            open = true;
        }
    }
}

fn may_end(first: Phoneme, last: Phoneme) -> bool {
    matches!((first, last), (Consonant(first), Consonant(last))
        if BEFORE_LAST.contains(first) && LAST.contains(last))
}

/// Chooses between u and ü, ı and i.
fn harmonize(sounds: &mut [Phoneme]) {
    // Behind each sound, whether the next vowel that is written is a back one.
    let mut ahead = vec![None; sounds.len()];
    let mut next = None;
    for (ahead, sound) in ahead.iter_mut().zip(&*sounds).rev() {
        *ahead = next;
        next = vowel_is_back(sound).or(next);
    }
    // The same of the last vowel before it.
    let mut harmony = None;
    for i in 0..sounds.len() {
        let (before, after) = (&sounds[..i], &sounds[i + 1..]);
        let beside = [before.last(), after.first()];
        let hard = beside
            .iter()
            .flatten()
            .any(|c| matches!(c, Consonant('q' | 'ğ' | 'x')));
        let soft = beside
            .iter()
            .flatten()
            .any(|c| matches!(c, Consonant('g' | 'k')));
        sounds[i] = match sounds[i] {
            // Without a vowel before it i is the more frequent: Şirvan, Sisian, but Qıvraq.
            High if harmony.unwrap_or(hard) => Vowel('ı'),
            High => Vowel('i'),
            HighRound => {
                let back = harmony.unwrap_or(hard || (!soft && ahead[i].unwrap_or(true)));
                Vowel(if back { 'u' } else { 'ü' })
            }
            other => other,
        };
        harmony = vowel_is_back(&sounds[i]).or(harmony);
    }
}

fn vowel_is_back(sound: &Phoneme) -> Option<bool> {
    match sound {
        Vowel(c) => Some("aıou".contains(*c)),
        _ => None,
    }
}
