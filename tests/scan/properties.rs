//! What holds for every text: ranges slice it, nest and ascend, and nothing panics.

use proptest::prelude::*;
use toponym::Resolver;

/// Scraps that texts are made of: names, clitics, endings, feature words, and whatever makes
/// words end or not end where they should.
const SCRAPS: &[&str] = &[
    "يريفان",
    "شوشة",
    "باكو",
    "ناغورنو قره باغ",
    "الاتحاد الروسي",
    "الأرمينية",
    "مدينة ",
    "إقليم ",
    "و",
    "ب",
    "ل",
    "ال",
    "لل",
    "ك",
    "ـ",
    "َ",
    "ً",
    "ﻻ",
    "ﷲ",
    "۴",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
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
    ":",
    "'",
    "’",
    "ʼ",
    "ʻ",
    "՚",
    "\"",
    "«",
    "،",
    "Երևան",
    "ում",
    "ի",
    "Բաքվի",
    "՞",
    "֊",
    "և",
    "մարզ",
    "ՀՀ",
    "Bakı",
    "İ",
    "I",
    "ı",
    "da",
    "nın",
    "Şuşa",
    " rayonu",
    "Xankəndi",
    "Москва",
    "ы",
    "Нагорного ",
    "Карабаха",
    "г. ",
    "თბილისი",
    "ში",
    "در شمال ",
    "استان ",
    "تهران",
    "東京",
    "한국",
    "a",
    "US",
    "city of ",
    "Baku",
    "s",
    "\u{301}",
    "\u{307}",
    "ß",
    "ﬁ",
    "🇦🇲",
    "👩\u{200d}🚀",
    "\0",
    "\u{10ffff}",
    "1",
    "Ա",
    "ԵՐԵՎԱՆ",
];

fn holds(text: &str) -> Result<(), TestCaseError> {
    let mut last = 0;
    for mention in Resolver::embedded().scan(text) {
        let (name, token) = (mention.range(), mention.token_span());
        let phrase = mention.phrase_span();
        prop_assert_eq!(text.get(name.clone()), Some(mention.as_str()));
        prop_assert!(text.get(token.range()).is_some() && text.get(phrase.range()).is_some());
        prop_assert!(!name.is_empty());
        prop_assert!(
            token.start <= name.start && name.end <= token.end,
            "{token:?} {name:?}"
        );
        prop_assert!(
            phrase.start <= token.start && token.end <= phrase.end,
            "{phrase:?} {token:?}"
        );
        prop_assert!(last <= phrase.start, "{last} {phrase:?}");
        last = phrase.end;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn of_scraps(scraps in prop::collection::vec(prop::sample::select(SCRAPS), 0..12)) {
        holds(&scraps.concat())?;
    }

    #[test]
    fn of_any_characters(text in "\\PC{0,24}") {
        holds(&text)?;
    }

    #[test]
    fn of_the_scripts_at_home(text in "[ء-يَ-ْـ‌‏Ա-և՛-՞֊Ə-ə'’ʼʻ. _-]{0,24}") {
        holds(&text)?;
    }
}

#[test]
fn of_kinds_that_belong_to_names() -> Result<(), TestCaseError> {
    let texts = [
        "ومدينة თბილისი",
        "مدينة თბილისი",
        "در شمال استان تهران برف بارید",
        "و شمال استان تهران",
    ];
    texts.into_iter().try_for_each(holds)
}

#[test]
fn long_texts_are_read_to_the_end() {
    // No punctuation at all, so that the stretches end anywhere.
    let resolver = Resolver::embedded();
    for filler in 0..40 {
        let text = format!(
            "{}{}",
            "كلمة ".repeat(filler),
            "إلى إقليم ناغورنو قره باغ ".repeat(500)
        );
        let mentions: Vec<_> = resolver.scan(&text).collect();
        assert_eq!(mentions.len(), 500, "{filler}");
        for mention in mentions {
            assert_eq!(&text[mention.phrase_span()], "إقليم ناغورنو قره باغ");
        }
    }
    // A word of any length is one word, and none that begins with a name is that name.
    for letters in [50, 64, 65, 70, 1000] {
        let word = format!("يريفان{}", "ا".repeat(letters));
        assert_eq!(resolver.scan(&word).count(), 0);
    }
    let word = "ا".repeat(1_000_000);
    assert_eq!(resolver.scan(&word).count(), 0);
}
