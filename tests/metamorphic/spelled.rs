//! Another orthography of the same sentence: the same place, and a span that slices it.

use super::frames::{self, LANGUAGES};
use super::{SAMPLES, Sentence, Tallies, towns};
use fastrand::Rng;
use std::collections::HashMap;
use toponym::{Scheme, transliterate};
use unicode_normalization::UnicodeNormalization;

/// Writes a piece of the sentence, which begins and ends where words do.
type Orthography = fn(&str, &mut Rng) -> String;

const ALL: &[&str] = &LANGUAGES;

/// What it is called, the share of a hundred that must be right, the languages, and how it writes.
/// Where the share is 100 the text is another form of the same one, and nothing may depend on it.
const ORTHOGRAPHIES: &[(&str, f64, &[&str], Orthography)] = &[
    ("final ya as alef maqsura", 93.0, &["ar"], final_ya),
    ("ta marbuta as ha", 79.0, &["ar"], |text, _| {
        text.replace('ة', "ه")
    }),
    ("hamza left out", 99.0, &["ar"], |text, _| {
        text.replace(['أ', 'إ', 'آ'], "ا")
    }),
    ("harakat", 100.0, &["ar"], harakat),
    ("tatweel", 100.0, &["ar", "fa"], tatweel),
    ("presentation forms", 100.0, &["ar"], presentation_forms),
    // Short names count only beside letters that Arabic has not, and in these forms no letter is
    // taken for one of those.
    (
        "Persian presentation forms",
        85.0,
        &["fa"],
        presentation_forms,
    ),
    ("Persian kaf and ya", 99.0, &["ar"], |text, _| {
        text.replace('ك', "ک").replace('ي', "ی")
    }),
    ("Arabic kaf and ya", 93.0, &["fa"], |text, _| {
        text.replace('ک', "ك").replace('ی', "ي")
    }),
    ("ech and yiwn", 100.0, &["hy"], |text, _| {
        text.replace('և', "եւ")
    }),
    ("classical", 100.0, &["hy"], |text, _| {
        text.replace('և', "եւ")
            .replace("յու", "իւ")
            .replace("յիւ", "յյու")
    }),
    ("capitals", 99.0, &["en", "hy", "ka", "ru"], |text, _| {
        text.to_uppercase()
    }),
    ("Turkic capitals", 99.0, &["az", "tr"], |text, _| {
        text.replace('i', "İ").to_uppercase()
    }),
    ("ASCII", 99.0, &["az", "tr"], |text, _| ascii(text)),
    ("Cyrillic", 98.0, &["az"], |text, _| {
        transliterate(text, Scheme::AzerbaijaniToCyrillic)
    }),
    ("yo as ye", 99.0, &["ru"], |text, _| text.replace('ё', "е")),
    ("decomposed", 100.0, ALL, |text, _| text.nfd().collect()),
    ("soft hyphen", 100.0, ALL, soft_hyphen),
    ("no-break spaces", 100.0, ALL, |text, _| {
        text.replace(' ', "\u{a0}")
    }),
];

/// Also where nothing of the name changes, since the sentence around it does.
const OF_SENTENCES: &[&str] = &["no-break spaces"];

/// Letters that nothing is joined to.
const UNJOINED: &str = "اأإآدذرزژوؤىةءە";

fn final_ya(text: &str, _: &mut Rng) -> String {
    let words = text.split(' ').map(|word| match word.strip_suffix('ي') {
        Some(start) => format!("{start}ى"),
        None => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Adds something between two letters of a word, where there is room for it.
fn between_letters(text: &str, mut add: impl FnMut(char, &mut String)) -> String {
    let mut written = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        written.push(c);
        if c.is_alphabetic() && chars.peek().is_some_and(|next| next.is_alphabetic()) {
            add(c, &mut written);
        }
    }
    written
}

fn harakat(text: &str, rng: &mut Rng) -> String {
    let mut vowels = ['َ', 'ُ', 'ِ', 'ْ', 'ّ'].iter().cycle();
    between_letters(text, |_, written| {
        if rng.bool() {
            written.extend(vowels.next());
        }
    })
}

fn tatweel(text: &str, rng: &mut Rng) -> String {
    between_letters(text, |letter, written| {
        if !UNJOINED.contains(letter) && rng.u8(..3) == 0 {
            written.push_str("ـــ");
        }
    })
}

fn soft_hyphen(text: &str, rng: &mut Rng) -> String {
    between_letters(text, |_, written| {
        if rng.u8(..4) == 0 {
            written.push('\u{ad}');
        }
    })
}

/// Any of the forms of a letter, as extracted from a PDF: ﻳﺮﻳﻔﺎﻥ.
fn presentation_forms(text: &str, rng: &mut Rng) -> String {
    let mut forms: HashMap<char, Vec<char>> = HashMap::new();
    for form in ('\u{fb56}'..='\u{fbff}').chain('\u{fe80}'..='\u{fef4}') {
        let mut letters = [form].into_iter().nfkc();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            forms.entry(letter).or_default().push(form);
        }
    }
    let shape = |c: char| {
        forms
            .get(&c)
            .and_then(|forms| rng.choice(forms))
            .copied()
            .unwrap_or(c)
    };
    text.replace("لا", "ﻻ").chars().map(shape).collect()
}

fn ascii(text: &str) -> String {
    let plain = |c: char| match c {
        'ə' => 'e',
        'Ə' => 'E',
        'ı' => 'i',
        c => c.nfd().next().unwrap_or(c),
    };
    text.nfc().map(plain).collect()
}

#[test]
fn the_same_place_in_another_orthography() {
    for (of, least, languages, write) in ORTHOGRAPHIES {
        let mut tallies = Tallies::default();
        for language in *languages {
            let mut rng = Rng::with_seed(3);
            let frames = frames::bare(language);
            // Names are written in Cyrillic letter for letter where the tables have them so.
            let towns = towns::of(language)
                .iter()
                .filter(|town| town.at_home || *of != "Cyrillic");
            let changed = |town: &&towns::Town| {
                write(&town.name, &mut Rng::with_seed(0)) != town.name || OF_SENTENCES.contains(of)
            };
            let towns: Vec<_> = towns.filter(changed).collect();
            if towns.is_empty() {
                continue;
            }
            for _ in 0..SAMPLES {
                let frame = rng.choice(&frames).unwrap();
                let town = rng.choice(&towns).unwrap();
                // What is wrong as it is counts elsewhere.
                if frame.fill(&town.name).unwrap().check(&town.id).is_ok() {
                    let before = write(frame.before, &mut rng);
                    let name = write(&town.name, &mut rng);
                    let after = write(frame.after, &mut rng);
                    let sentence = Sentence::new(&before, &name, &after);
                    tallies.count(&format!("{language}, {of}"), sentence.check(&town.id));
                }
            }
        }
        // Where all is in capitals, СНОВА "again" could be a surname.
        let russian = [("ru, capitals", 60.0)];
        tallies.assert(*least, if *of == "capitals" { &russian } else { &[] });
    }
}

/// Marks of direction around a name are no part of it, and stop nothing.
#[test]
fn marks_of_direction_are_no_part_of_a_name() {
    let mut tallies = Tallies::default();
    for language in LANGUAGES {
        let towns = towns::of(language);
        let frames = frames::bare(language);
        let mut rng = Rng::with_seed(4);
        for _ in 0..SAMPLES {
            let frame = rng.choice(&frames).unwrap();
            let town = rng.choice(towns).unwrap();
            let marks = [
                ("\u{200f}", "\u{200f}"),
                ("\u{200e}", "\u{200e}"),
                ("\u{202b}", "\u{202c}"),
                ("\u{2067}", "\u{2069}"),
                ("", "\u{200f}"),
                ("\u{200f}", ""),
            ];
            let (open, close) = rng.choice(marks).unwrap();
            if frame.fill(&town.name).unwrap().check(&town.id).is_ok() {
                let before = format!("{}{open}", frame.before);
                let after = format!("{close}{}", frame.after);
                let sentence = Sentence::new(&before, &town.name, &after);
                tallies.count(language, sentence.check(&town.id));
            }
        }
    }
    tallies.assert(100.0, &[]);
}

/// Persian joins the words of a name by a zero-width non-joiner as well as by a space.
#[test]
fn a_zero_width_non_joiner_parts_words_as_a_space_does() {
    let mut tallies = Tallies::default();
    let frames = frames::bare("fa");
    for town in towns::of_words("fa", 2) {
        for frame in &frames {
            let plain = frame.fill(&town.name).unwrap();
            if plain.check(&town.id).is_ok() {
                let name = town.name.replace(' ', "\u{200c}");
                let sentence = Sentence::new(frame.before, &name, frame.after);
                tallies.count("fa", sentence.check(&town.id));
            }
        }
    }
    tallies.assert(100.0, &[]);
}
