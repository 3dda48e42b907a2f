//! Uncommon texts and names, each of any length: what they take grows with their length, and no faster.

use crate::counted::count;
use std::hint::black_box;
use std::sync::Arc;
use toponym::{Document, Index, Query, Resolver, Scheme, Script, normalize, transliterate};

/// A text of repeated parts, each made from its number.
fn repeated(length: usize, part: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(length + length / 8);
    for number in 0.. {
        if text.len() >= length {
            break;
        }
        text.push_str(&part(number));
    }
    text
}

/// A word of its own for each number, of these letters.
fn word(number: usize, letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let digits = number.to_string();
    digits
        .bytes()
        .map(|digit| letters[usize::from(digit - b'0') % letters.len()])
        .collect()
}

const ARABIC: &str = "بتدرسعكلمن";
const LATIN: &str = "bakirvonme";
const ARMENIAN: &str = "աբգդեզկլմն";

/// A kind of text: its title, and the part of a number that it repeats.
type Shape<'s> = (String, &'s dyn Fn(usize) -> String);

/// The same, of those that are told one by one.
type ToldShape = (&'static str, fn(usize) -> String);

const SHAPES: [ToldShape; 40] = [
    ("one letter", |_| "ب".into()),
    ("one Latin letter", |_| "a".into()),
    ("one letter for two vowels", |_| "و".into()),
    ("capitals", |_| "A".into()),
    ("blanks", |_| " ".into()),
    ("line ends", |_| "\n".into()),
    ("a letter, then marks", |n| {
        if n == 0 {
            "ب".into()
        } else {
            "\u{64E}".into()
        }
    }),
    ("Latin marks", |n| {
        if n == 0 { "e".into() } else { "\u{301}".into() }
    }),
    ("marks of two classes in turn", |n| {
        ["\u{316}", "\u{301}"][n % 2].into()
    }),
    ("ligatures that expand", |_| "\u{FDFA}".into()),
    ("words of ligatures", |_| "\u{FDFA} ".into()),
    ("a list", |_| "باكو وغزة وحلب و".into()),
    ("commas", |_| ",".into()),
    ("Arabic names", |_| "حلب ".into()),
    ("Armenian names", |_| "Գյումրի ".into()),
    ("names with commas", |_| "Baku, Gyumri, ".into()),
    ("quotation marks that open", |_| "«".into()),
    ("quotation marks around names", |_| "«Bakı\" ".into()),
    ("brackets that open", |_| "(Gyumri ".into()),
    ("tags", |_| "<b>Gyumri</b>".into()),
    ("tags that open", |_| "<".into()),
    ("entities", |_| "&amp;".into()),
    ("hashtags", |_| "#حفر_الباطن_".into()),
    ("addresses", |_| "http://a.b/@Gyumri ".into()),
    ("bidi controls", |_| "\u{202E}Gyumri\u{202C} ".into()),
    ("bidi controls that open", |_| "\u{2067}".into()),
    ("joiners", |_| "غزة\u{200C}".into()),
    ("hyphens", |_| "Gyumri-".into()),
    ("apostrophes", |_| "Bakı'".into()),
    ("numbers", |n| format!("{n} ")),
    ("new Arabic words", |n| word(n, ARABIC) + " "),
    ("new Latin words", |n| word(n, LATIN) + " "),
    ("new Armenian words", |n| word(n, ARMENIAN) + " "),
    ("new names behind a feature word", |n| {
        format!("مدينة {} ", word(n, ARABIC))
    }),
    // By Fx, as rustc-hash 2 has it: the letters in the middle change nothing.
    ("words of one hash", |n| {
        format!("q000000000078579{n:016}dqa5m27Nbakuburg ")
    }),
    ("words for directions", |_| "near ".into()),
    ("Arabic words for areas", |_| "ضواحي ".into()),
    ("no spaces", |_| "東京".into()),
    ("what is no letter", |n| {
        char::from_u32((n as u32).wrapping_mul(2_654_435_761) % 0x11_0000)
            .unwrap_or('\u{FFFD}')
            .into()
    }),
    ("names of all scripts", |_| {
        "Երևանում Шуше სამეგრელო Xankəndi غيومري ".into()
    }),
];

/// Of each script the character that expands to the most letters for its bytes, if it expands at all.
fn longest_expansions() -> Vec<(Option<Script>, char)> {
    let mut longest: Vec<(Option<Script>, usize, char)> = Vec::new();
    for c in '\0'..=char::MAX {
        let normalized = normalize(c.encode_utf8(&mut [0; 4]));
        let letters = normalized.letters();
        if letters.len() < 2 {
            continue;
        }
        let script = Script::of(letters[0].char);
        // In twelfths of a letter a byte: characters have 1 to 4 bytes.
        let expansion = 12 * letters.len() / c.len_utf8();
        match longest.iter_mut().find(|(known, ..)| *known == script) {
            Some(known) if known.1 < expansion => *known = (script, expansion, c),
            Some(_) => {}
            None => longest.push((script, expansion, c)),
        }
    }
    let longest = longest.into_iter();
    longest.map(|(script, _, c)| (script, c)).collect()
}

/// The shorter of two lengths that are compared: long enough that what is made once, or once a window,
/// counts for little.
const SHORT: usize = 1 << 18;

/// How much more twice the length may take, in hundredths.
const MOST: u64 = 240;

/// What the longest name may take, in steps and bytes.
const NAME_STEPS: u64 = 60_000_000;
const NAME_BYTES: usize = 4 << 20;

/// What is read of one half of a text may not be read again for each part of the other: texts of two shapes, in this
/// length of each.
const HALF: usize = 1 << 15;

/// How much a text of two shapes may take of what the two take apart, in hundredths. What stands beside something else is
/// read as words, say, which it was not alone: 246 were counted. The square would be thousands.
const MOST_TOGETHER: u64 = 400;

/// What is wrong if a text of one shape and then of another takes much more than the two apart.
fn halves(index: &Arc<Index>) -> Vec<String> {
    // Each time by a reader who knows none of the words.
    let steps = |text: &str| {
        let resolver = Resolver::new(Arc::clone(index));
        count(|| resolver.scan(Document::new(text)).for_each(drop)).steps
    };
    let apart = SHAPES.map(|(title, part)| {
        let text = repeated(HALF, part);
        (title, steps(&text), text)
    });
    let mut faults = Vec::new();
    let mut most = 0;
    for (first, first_alone, first_text) in &apart {
        for (second, second_alone, second_text) in &apart {
            let together = steps(&format!("{first_text}{second_text}"));
            let more = together * 100 / (first_alone + second_alone).max(1);
            most = more.max(most);
            if more > MOST_TOGETHER {
                faults.push(format!(
                    "{first}, then {second}: {together}, apart {first_alone} and {second_alone}"
                ));
            }
        }
    }
    println!("{most}% for texts of two shapes");
    faults
}

pub fn check() -> Vec<String> {
    let mut faults = Vec::new();
    let index = Arc::new(toponym_fuzz_seed::index());
    let warm = Resolver::new(index.clone());
    warm.scan("مدينة باكو. Bakı şəhəri, Երևան քաղաք, город Баку, თბილისი")
        .for_each(drop);
    warm.resolve("Stepanakirt, Armenia");
    let expansions = longest_expansions();
    let expanding: Vec<_> = expansions
        .iter()
        .flat_map(|(script, c)| {
            ["", " "].map(|behind| {
                let title = format!("{script:?}: {c:?}{behind:?}");
                (title, move |_: usize| format!("{c}{behind}"))
            })
        })
        .collect();
    let told = SHAPES.iter().map(|(title, part)| {
        let part: &dyn Fn(usize) -> String = part;
        ((*title).to_owned(), part)
    });
    let expanding = expanding.iter().map(|(title, part)| {
        let part: &dyn Fn(usize) -> String = part;
        (title.clone(), part)
    });
    let shapes: Vec<Shape> = told.chain(expanding).collect();
    for (title, part) in shapes {
        faults.extend(grows_with_its_length(&index, &title, part));
        faults.extend(as_a_name(&warm, &title, part));
        faults.extend(in_other_letters(&title, part));
    }
    faults.extend(halves(&index));
    faults
}

/// What is wrong if reading a text of these parts takes more than in proportion to its length.
pub fn grows_with_its_length(
    index: &Arc<Index>,
    title: &str,
    part: &dyn Fn(usize) -> String,
) -> Vec<String> {
    let take = |length: usize, posts: bool| {
        let text = repeated(length, part);
        let resolver = Resolver::new(index.clone());
        let document = Document::new(&text).posts(posts).low_confidence(true);
        count(|| {
            resolver
                .scan(document)
                .for_each(|mention| drop(black_box(mention)))
        })
    };
    let mut faults = Vec::new();
    for posts in [false, true] {
        let (short, long) = (take(SHORT, posts), take(2 * SHORT, posts));
        let growth = long.steps * 100 / short.steps.max(1);
        println!(
            "{:6} steps a byte, x{growth}%, {:6} kB held: {title}{}",
            long.steps / (2 * SHORT) as u64,
            long.peak >> 10,
            if posts { ", as posts" } else { "" },
        );
        // What is kept for the next text grows up to its bound.
        let held = 2 * short.peak + (1 << 20);
        if growth > MOST || long.peak > held {
            faults.push(format!("{title}: {short:?}, twice as long {long:?}"));
        }
    }
    faults
}

/// What is wrong if writing a text of these parts in other letters takes more than in proportion to its length.
fn in_other_letters(title: &str, part: &dyn Fn(usize) -> String) -> Vec<String> {
    let of = |language: &str| Scheme::LatinFrom(language.parse().expect("a language"));
    let schemes = [
        Scheme::Latin,
        Scheme::ArmenianToArabic,
        Scheme::AzerbaijaniToArabic,
        Scheme::AzerbaijaniToCyrillic,
        Scheme::AzerbaijaniToPersoArabic,
        Scheme::AzerbaijaniToLatin,
        of("fa"),
        of("az"),
        of("ka"),
    ];
    let mut faults = Vec::new();
    for scheme in schemes {
        let take = |length: usize| {
            let text = repeated(length, part);
            count(|| drop(black_box((normalize(&text), transliterate(&text, scheme))))).steps
        };
        let (short, long) = (take(HALF), take(2 * HALF));
        if long * 100 > short * MOST {
            faults.push(format!(
                "{scheme:?}: {title}: {short}, twice as long {long}"
            ));
        }
    }
    faults
}

/// What is wrong if a name of these parts takes more than the longest may.
pub fn as_a_name(
    resolver: &Resolver,
    title: &str,
    part: &dyn Fn(usize) -> String,
) -> Option<String> {
    let mut most = (0, 0);
    for length in [40, 400, Query::LONGEST_NAME - 8] {
        let mut name = repeated(length, part);
        while name.len() > Query::LONGEST_NAME {
            name.pop();
        }
        // What stands around a name is read where not all is looked for.
        for (prefix, exhaustive) in [(false, true), (true, true), (false, false)] {
            let query = Query::new(&*name).prefix(prefix).exhaustive(exhaustive);
            let taken = count(|| drop(black_box(resolver.resolve(query))));
            most = (most.0.max(taken.steps), most.1.max(taken.peak));
        }
    }
    println!(
        "{:9} steps, {:6} kB: as a name: {title}",
        most.0,
        most.1 >> 10
    );
    let too_much = most.0 > NAME_STEPS || most.1 > NAME_BYTES;
    too_much.then(|| format!("as a name: {title}: {most:?}"))
}
