//! The scanner takes short cuts: a table of characters in place of UAX 29, each form normalized and
//! looked up once a text, tokens skipped at which nothing begins. Here the same texts are read
//! without them, and the results compared.

use crate::analysis::token::annotation::{NameStart, StartHints};
use crate::analysis::token::segmentation::{Segment, Segments};
use crate::analysis::token::window;
use crate::analysis::token::{Token, Tokens};
use crate::gazetteer::Gazetteer;
use crate::index::Index;
use crate::index::IndexBuilder;
use crate::key::{Key, KeySpace};
use crate::lang::affix;
use crate::lang::language::LanguageSet;
use crate::mention::annotate;
use crate::mention::disambiguation::coherence::WINDOW;
use crate::mention::lookup::dictionary::DictionaryWalk;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::lattice::NameLattice;
use crate::mention::names::NameMatch;
use crate::model::coordinates::Coordinates;
use crate::model::name::{Name, NameKind};
use crate::model::place::Place;
use crate::resolver::Resolver;
use crate::text::normalize::normalize;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Names of one to three words in several scripts, some of which begin or end others.
const NAMES: &[&str] = &[
    "يريفان",
    "شوشة",
    "باكو",
    "قره باغ",
    "ناغورنو قره باغ",
    "الاتحاد الروسي",
    "حلب",
    "ريف حلب",
    "خان",
    "خانكندي",
    "Երևան",
    "Բաքու",
    "Լեռնային Ղարաբաղ",
    "Նոր",
    "Նոր Արեշ",
    "Bakı",
    "Xankəndi",
    "Əli Bayramlı",
    "New York",
    "Москва",
    "Нагорный Карабах",
    "თბილისი",
    "東京",
];

/// What texts are made of beside names.
const SCRAPS: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{200c}",
    "\u{200d}",
    "\u{200f}",
    "\u{202b}",
    "\u{feff}",
    "\u{ad}",
    "_",
    "#",
    "@",
    "-",
    "–",
    "—",
    ".",
    ". ",
    ":",
    ",",
    "، ",
    "'",
    "’",
    "ʼ",
    "ʻ",
    "՚",
    "`",
    "\"",
    "«",
    "»",
    "“",
    "”",
    "(",
    ")",
    "՞",
    "֊",
    "؟",
    "ـ",
    "َ",
    "ً",
    "\u{301}",
    "\u{307}",
    "ٓ",
    "و",
    "ب",
    "ل",
    "ال",
    "لل",
    "وال",
    "في ",
    "من ",
    "قال ",
    "مدينة ",
    "إقليم ",
    "مدن ",
    "الأرمينية",
    "تركي",
    "كتاب",
    "ﻻ",
    "ﷲ",
    "۴",
    "٤",
    "1",
    "1,5",
    "ում",
    "ի",
    "և",
    "մարզ",
    "քաղաք ",
    "հայկական",
    "da",
    "nın",
    " rayonu",
    "city of ",
    "s",
    "İ",
    "I",
    "ı",
    "ß",
    "ﬁ",
    "ы",
    "го",
    "г. ",
    "ში",
    "한국",
    "ไทย",
    "カタ",
    "ㄅ",
    "🇦🇲",
    "👩\u{200d}🚀",
    "\0",
    "\u{10ffff}",
    "ь",
    "ə",
    "א",
    "ªº½",
];

fn any_text() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        4 => prop::sample::select(SCRAPS),
        2 => prop::sample::select(NAMES),
    ];
    let scraps = prop::collection::vec(scrap, 0..16).prop_map(|scraps| scraps.concat());
    prop_oneof![6 => scraps, 1 => "\\PC{0,24}", 1 => "[ء-يَ-ْـ‌‏Ա-և՛-՞֊Ə-ə'’ʼʻ. _-]{0,24}"]
}

fn annotate_all(tokens: &Tokens, at: usize, name_starts: &mut Vec<NameStart>) -> StartHints {
    annotate::all(resolver().index(), tokens, at, name_starts)
}

fn resolver() -> &'static Resolver {
    static RESOLVER: std::sync::OnceLock<Resolver> = std::sync::OnceLock::new();
    RESOLVER.get_or_init(|| {
        let mut gazetteer = Gazetteer::default();
        for (number, name) in (1..).zip(NAMES) {
            let id = format!("gn:{number}").parse().unwrap();
            let place = Place::new(id, Coordinates::new(40.0, 45.0).unwrap());
            let (id, language) = (place.id.clone(), "und".parse().unwrap());
            let name = Name::new(id, *name, language, NameKind::Preferred);
            gazetteer.places.push(place);
            gazetteer.names.push(name);
        }
        let builder = IndexBuilder::new().add_gazetteer(gazetteer);
        Resolver::new(builder.build().unwrap())
    })
}

/// The words of a text, with and without the short cuts.
fn tokens(text: &str, forget: bool) -> Tokens {
    let segments: Vec<Segment> = Segments::new(text).collect();
    let mut tokens = Tokens::default();
    tokens.forget = forget;
    tokens.fill(text, &segments, LanguageSet::ALL, &annotate_all);
    tokens
}

/// What is known of a word, but for the hints.
fn facts<'w>(
    tokens: &'w Tokens,
    word: &Token,
    text: &str,
) -> impl PartialEq + std::fmt::Debug + use<'w> {
    let letters = tokens.letters(word);
    let ranges: Vec<(usize, usize)> = (0..letters.len())
        .map(|at| {
            (
                tokens.start_after(word, at),
                tokens.end_before(text, word, at),
            )
        })
        .collect();
    (
        (letters, tokens.key(word), ranges),
        (word.start, word.end, word.boundary, word.line_start),
        (word.tag, word.space, word.case),
    )
}

/// The mentions of a text, with all that is known of them.
fn mentions(text: &str, by_rules: bool) -> Vec<String> {
    let mut mentions = resolver().scan(text);
    if by_rules {
        mentions.windows.segments = Segments::by_rules(text);
        mentions.tokens.forget = true;
    }
    mentions.map(|mention| format!("{mention:?}")).collect()
}

/// The names that begin at a word, found by the keys of all words and parts of words that they
/// could be: without the words' own keys, and without a walk. The last word, what was stripped off
/// its first word and its last one, and the value.
fn names_by_keys(
    index: &Index,
    tokens: &Tokens,
    at: usize,
) -> BTreeSet<(usize, usize, usize, u64)> {
    let letters = |at: usize| tokens.letters(&tokens.list[at]).to_vec();
    let mut found = BTreeSet::new();
    let first = letters(at);
    let whole = std::iter::once((0, ""));
    let proclitic_splits = affix::proclitic_splits(tokens.list[at].languages, &first)
        .map(|split| (split.skip(), split.prepend()));
    for (skip, prepend) in whole.chain(proclitic_splits) {
        let mut before: String = prepend.to_owned();
        for last in at..tokens.list.len() {
            if last > at {
                if !tokens.list[last].boundary.joins() {
                    break;
                }
                before.push(' ');
            }
            let own: Vec<char> = letters(last).split_off(if last == at { skip } else { 0 });
            let with_end = affix::suffix_splits(tokens.list[last].languages, &letters(last))
                .filter(|split| split.drop < own.len())
                .map(|split| (split.drop, split.append))
                .collect::<Vec<_>>();
            for (drop, append) in std::iter::once((0, "")).chain(with_end) {
                let rest: String = own[..own.len() - drop].iter().collect();
                let key = Key::of(&format!("{before}{rest}{append}"));
                if let Some(value) = index.keys(key.space()).get(key.as_bytes()) {
                    found.insert((last, skip, drop, value));
                }
            }
            before.extend(own);
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn pieces_are_those_of_the_rules(text in any_text()) {
        let quick: Vec<Segment> = Segments::new(&text).collect();
        let slow: Vec<Segment> = Segments::by_rules(&text).collect();
        prop_assert_eq!(quick, slow);
    }

    #[test]
    fn words_are_the_same_alone_and_together(text in any_text()) {
        // A space at the end, since a joiner there counts only if something follows.
        let text = format!("{text} {text} ");
        let (quick, slow) = (tokens(&text, false), tokens(&text, true));
        let all = |tokens: &Tokens| -> Vec<String> {
            tokens.list.iter().map(|word| format!("{:?}", facts(tokens, word, &text))).collect()
        };
        prop_assert_eq!(all(&quick), all(&slow));
    }

    #[test]
    fn a_lattice_holds_the_names_of_each_token(text in any_text()) {
        let tokens = tokens(&text, false);
        let index = resolver().index();
        let mut lattice = NameLattice::default();
        lattice.fill(index, &tokens, false);
        let facts = |found: &[DictionaryMatch]| -> Vec<String> {
            found.iter().map(|found| format!("{found:?}")).collect()
        };
        let mut matches = Vec::new();
        for at in 0..tokens.list.len() {
            DictionaryWalk::new(index, &tokens).names_at(at, &mut matches);
            prop_assert_eq!(facts(lattice.at(at)), facts(&matches));
        }
        prop_assert!(lattice.at(tokens.list.len()).is_empty());
    }

    #[test]
    fn mentions_are_the_same_without_short_cuts(text in any_text()) {
        prop_assert_eq!(mentions(&text, false), mentions(&text, true));
    }

    #[test]
    fn name_matches_are_the_same_without_short_cuts(text in any_text()) {
        let mut slow = resolver().names_in(&text);
        slow.windows.segments = Segments::by_rules(&text);
        slow.tokens.forget = true;
        let shown = |found: &NameMatch| {
            let names: Vec<_> = found.names().map(|name| name.number()).collect();
            format!("{found:?} {names:?}")
        };
        let slow: Vec<String> = slow.map(|found| shown(&found)).collect();
        let quick: Vec<_> = resolver().names_in(&text).collect();
        let mut done = 0;
        for found in &quick {
            let (name, token) = (found.range(), found.token_span());
            prop_assert!(done <= token.start && token.start <= name.start);
            prop_assert!(name.start < name.end && name.end <= token.end);
            prop_assert_eq!(&text[name], found.as_str());
            prop_assert!(found.names().next().is_some());
            done = token.end;
        }
        let quick: Vec<String> = quick.iter().map(shown).collect();
        prop_assert_eq!(quick, slow);
    }

    #[test]
    fn names_are_those_of_the_keys(
        scraps in prop::collection::vec(
            prop_oneof![
                prop::sample::select(&NAMES[..10]),
                prop::sample::select(&[" ", " ", " ", "، ", "و", "ال", "ب", "َ", "لل", "كتاب", "ي"][..]),
            ],
            0..12,
        )
    ) {
        let text = scraps.concat();
        let tokens = tokens(&text, false);
        let index = resolver().index();
        let mut matches = Vec::new();
        for (at, word) in tokens.list.iter().enumerate() {
            prop_assert_eq!(word.space, Some(KeySpace::Arabic));
            DictionaryWalk::new(index, &tokens).names_at(at, &mut matches);
            let found: BTreeSet<_> = matches
                .iter()
                .map(|m| (m.last, m.skip(), m.drop(), m.value))
                .collect();
            prop_assert_eq!(found, names_by_keys(index, &tokens, at), "{} at {}", text, at);
        }
    }
}

#[test]
fn the_texts_of_these_tests_hold_names() {
    let names: Vec<_> = resolver()
        .names_in("إلى ناغورنو قره باغ وليريفان")
        .collect();
    let names: Vec<&str> = names.iter().map(|found| found.as_str()).collect();
    assert_eq!(names, ["ناغورنو قره باغ", "يريفان"]);
    assert_eq!(mentions("إلى مدينة شوشة وليريفان", false).len(), 2);
    assert_eq!(normalize("شوشة").as_str(), "شوشة");
}

/// What is held while a text is read does not grow with it, whether its sentences end or not.
#[test]
fn memory_follows_the_window() {
    for sentence in ["إلى مدينة شوشة ثم باكو. ", "إلى مدينة شوشة ثم باكو "]
    {
        let text = sentence.repeat(20_000);
        let mut mentions = resolver().scan(text.as_str());
        let mut count = 0;
        while mentions.next().is_some() {
            count += 1;
            let tokens = mentions.tokens.list.len().max(mentions.windows.len());
            assert!(
                tokens <= window::MAX_TOKENS && mentions.ready.len() <= WINDOW + window::MAX_TOKENS
            );
        }
        assert_eq!(count, 40_000);
        let mut names = resolver().names_in(&text);
        let mut count = 0;
        while names.next().is_some() {
            count += 1;
            assert!(names.tokens.list.len().max(names.windows.len()) <= window::MAX_TOKENS);
        }
        assert_eq!(count, 40_000);
    }
    // Nor does it grow with the words that a text has.
    let mut tokens = Tokens::default();
    for number in 0..100_000 {
        let word = format!("كلمة{number}");
        let segments: Vec<Segment> = Segments::new(&word).collect();
        tokens.fill(&word, &segments, LanguageSet::ALL, &annotate_all);
        assert!(tokens.forms_kept() <= 1 << 15);
    }
}
