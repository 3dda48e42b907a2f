//! What a letter may be romanized as, before anything was learnt: its consonants by hand, each with
//! the unwritten vowel that may follow.

/// The consonants that a letter may be, the likeliest first; each may be written twice. `-` is
/// nothing. A letter in the second list may be vowels alone.
const CONSONANTS: &[(char, &str)] = &[
    ('ا', "- ʾ an"),
    ('ب', "b p v"),
    ('ت', "t th d"),
    ('ث', "th t s ts"),
    ('ج', "j g dj dg zh gh y dsch tch"),
    ('ح', "h ḥ kh -"),
    ('خ', "kh k h x ch j"),
    ('د', "d t"),
    ('ذ', "dh z d th"),
    ('ر', "r"),
    ('ز', "z s"),
    ('س', "s c z ç"),
    ('ش', "sh ch s sch c"),
    ('ص', "s ṣ c z"),
    ('ض', "d ḍ dh z th"),
    ('ط', "t ṭ th"),
    ('ظ', "z ẓ dh d th"),
    ('ع', "ʿ ʾ -"),
    ('غ', "gh g r rh q"),
    ('ف', "f v ph"),
    ('ق', "q k g c ʾ gu qu"),
    ('ك', "k c g ch qu ck"),
    ('ل', "l"),
    ('م', "m n"),
    ('ن', "n m"),
    ('ه', "h - ʾ"),
    ('و', "w v ou u o -"),
    ('ي', "y i ʾ - j"),
    ('ة', "ah a eh e at et t h"),
    ('ى', "a ā i y ah"),
    ('ئ', "ʾ y -"),
    ('ؤ', "ʾ w -"),
    ('ء', "ʾ -"),
    ('پ', "p b"),
    ('چ', "ch c tch j"),
    ('ژ', "zh j z"),
    ('گ', "g gu k"),
    ('ڤ', "v f"),
];

/// Letters that may be vowels alone.
const WEAK: &str = "اعهويةىئؤءح";

const VOWELS: &str = "aeiouyāīūʾʿwh";

/// Maximum signs of what a letter is romanized as.
pub const LONGEST: usize = 5;

/// The weight of a romanization of a letter, before anything was learnt; 0 if it is none.
pub fn weight(letter: char, signs: &[char]) -> f64 {
    let text: String = signs.iter().collect();
    match letter {
        '_' => match text.as_str() {
            " " => 0.8,
            "" => 0.2,
            _ => 0.0,
        },
        'A' => match text.as_str() {
            "A" => 0.8,
            "" => 0.1,
            "al" | "el" | "il" | "ul" | "l" | "ol" => 0.02,
            "u" | "as" | "ad" | "ar" | "an" | "at" | "az" | "ash" => 0.002,
            _ => 0.0,
        },
        digit if digit.is_ascii_digit() => f64::from(u8::from(text == digit.to_string())),
        _ if signs
            .iter()
            .any(|sign| matches!(sign, ' ' | 'A' | '0'..='9')) =>
        {
            0.0
        }
        _ => letter_weight(letter, signs),
    }
}

fn letter_weight(letter: char, signs: &[char]) -> f64 {
    let row = CONSONANTS.iter().find(|(known, _)| *known == letter);
    let mut best: f64 = if signs.is_empty() { 1e-4 } else { 0.0 };
    if WEAK.contains(letter) {
        best = best.max(vowels(signs) * 0.3);
    }
    let mut share = 0.5;
    for consonants in row.map_or("", |(_, row)| row).split(' ') {
        let consonants: Vec<char> = consonants.chars().filter(|c| *c != '-').collect();
        if let Some(rest) = signs.strip_prefix(&consonants[..]) {
            best = best.max(share * vowels(rest));
            if let Some(rest) = rest.strip_prefix(&consonants[..])
                && !consonants.is_empty()
            {
                best = best.max(share * 0.1 * vowels(rest));
            }
        }
        share *= 0.4;
    }
    best
}

/// The weight of vowels after a consonant.
fn vowels(signs: &[char]) -> f64 {
    let all = signs.iter().all(|sign| VOWELS.contains(*sign));
    match all {
        true => 0.5 * 0.15_f64.powi(i32::try_from(signs.len()).unwrap_or(9)),
        false => 0.0,
    }
}
