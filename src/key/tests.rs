//! The fold table as a whole, and the keys of names people write.

use crate::key::*;
use crate::text::normalize::normalize;
use proptest::prelude::*;

#[test]
fn spellings_of_one_name_have_one_key() {
    let groups: [&[&str]; 16] = [
        &["ناغورني", "ناغورنى", "ناغورنی", "نـاغورنىّ"],
        &["قره باغ", "قرة باغ", "قرە باغ", "قره\u{200C}باغ", "قَرَه‌ باغ"],
        &["غيومري", "غيومرى", "ﻏﻴﻮﻣﺮﻱ"],
        &["Երևան", "Երեւան", "ԵՐԵՎԱՆ", "Երևա՞ն", "Երեվան", "Էրեվան"],
        &["Գյումրի", "Գիւմրի", "ԳՅՈՒՄՐԻ"],
        &["Bakı", "BAKI", "BAKİ", "Baki", "Bakı"],
        &["Xankəndi", "Xankendi", "XANKƏNDİ", "Xankǝndi", "Xаnkәndi"],
        &["Şuşa", "Susa", "ŞUŞA", "S\u{327}us\u{327}a", "Șușa"],
        &["Ağdam", "Agdam", "AĞDAM"],
        &["Шуша", "ШУША", "Шуша́", "Шушa"],
        &["Гёйгёль", "Гейгель", "ГЁЙГЁЛЬ", "Ге\u{308}йге\u{308}ль"],
        &["رأس\u{200C}الخیمه", "رأس الخيمة", "راس الخيمه"],
        &["أغدام", "آغدام", "اغدام"],
        &["لاتشين", "ﻻﺗﺸﻴﻦ", "لاتشین"],
        &["Ҝәнҹә", "Кенче", "ҜƏНҸƏ"],
        &["თბილისი", "ᲗᲑᲘᲚᲘᲡᲘ"],
    ];
    for group in groups {
        for name in group {
            assert_eq!(Key::of(name), Key::of(group[0]), "{name}");
        }
    }
}

#[test]
fn names_that_differ_have_different_keys() {
    let pairs = [
        ("گنجه", "غنجه"),
        ("Պարտեզ", "Բարդեզ"),
        ("Şuşa", "Şuşi"),
        ("Новый", "Нови"),
        ("عمان", "امان"),
    ];
    for (a, b) in pairs {
        assert_ne!(Key::of(a), Key::of(b), "{a} {b}");
    }
}

#[test]
fn the_space_is_that_of_the_script() {
    let cases = [
        ("باكو 2", KeySpace::Arabic, "باكو 2"),
        ("ءآء", KeySpace::Arabic, "ا"),
        ("ء", KeySpace::Arabic, ""),
        ("Ստեփանակերտ", KeySpace::Armenian, "ստեփանակերտ"),
        ("Ҹәбрајыл", KeySpace::Cyrillic, "чебраиыл"),
        ("ჶიფა", KeySpace::Georgian, "ფიფა"),
        ("Łódź-3", KeySpace::Latin, "lodz 3"),
        ("باكو Bakı", KeySpace::Other, "باكو baki"),
        ("ʔ باكو", KeySpace::Other, " باكو"),
        ("Αθήνα", KeySpace::Other, "αθηνα"),
        ("東京", KeySpace::Other, "東京"),
        ("서울", KeySpace::Other, "서울"),
        ("दिल्ली", KeySpace::Other, "दिल्ली"),
        ("٢٠", KeySpace::Other, "20"),
        ("", KeySpace::Other, ""),
    ];
    for (name, space, text) in cases {
        let key = Key::of(name);
        assert_eq!(
            (key.space(), key.to_string().as_str()),
            (space, text),
            "{name}"
        );
        assert_eq!(key.len(), text.chars().count(), "{name}");
        assert_eq!(key.is_empty(), text.is_empty());
    }
}

#[test]
fn the_bytes_are_numbers_of_letters() {
    assert_eq!(Key::of("Az 09").as_bytes(), [12, 37, 1, 2, 11]);
    assert_eq!(Key::of("اي").as_bytes(), [12, 39]);
    assert_eq!(Key::of("東").as_bytes(), "東".as_bytes());
}

#[test]
fn every_letter_of_a_script_with_a_table_is_in_it() {
    let mut missing = Vec::new();
    for c in '\0'..=char::MAX {
        for letter in normalize(&c.to_string()).letters() {
            let Some(script) = Script::of(letter.char) else {
                continue;
            };
            let space = KeySpace::from(script);
            match fold(letter.char) {
                Fold::Letter(own, number) => {
                    assert_eq!(own, space, "{}", letter.char);
                    assert!((12..=63).contains(&number));
                    assert!(fold::letter(own, number).is_some());
                }
                Fold::Ignored => assert_ne!(space, KeySpace::Other),
                Fold::Shared(_) => panic!("{} is no letter", letter.char),
                Fold::Other(_) if space == KeySpace::Other => {}
                Fold::Other(_) => missing.push(letter.char),
            }
        }
    }
    missing.dedup();
    let codes: Vec<String> = missing
        .iter()
        .map(|c| format!("{:04X} {c}", u32::from(*c)))
        .collect();
    assert_eq!(codes, [""; 0]);
}

#[test]
fn no_letter_is_in_two_rows_and_folding_twice_changes_nothing() {
    let mut seen = std::collections::HashSet::new();
    for space in KeySpace::ALL {
        for (letter, others) in fold::rows(space) {
            assert!(seen.insert(*letter), "{letter}");
            for other in others.chars() {
                assert!(seen.insert(other), "{other}");
                assert_eq!(fold(other), fold(*letter));
            }
        }
        for letter in fold::ignored(space).chars() {
            assert!(seen.insert(letter), "{letter}");
        }
    }
}

#[test]
fn the_rules_hash_is_pinned() {
    assert_eq!(
        rules_hash(),
        6_134_593_634_339_466_894,
        "the fold table or the normalization changed: put the new hash here, and if what some \
         text normalizes to has changed, raise normalize::VERSION first"
    );
}

/// Letters as they are left by normalization, of one space and of all.
fn letters() -> impl Strategy<Value = (Vec<char>, Vec<char>)> {
    let all: Vec<char> = ('\0'..'\u{FFFF}')
        .filter(|c| !matches!(fold(*c), Fold::Other(_)))
        .chain("αά東한".chars())
        .collect();
    let few = |space: KeySpace| -> Vec<char> {
        let rows = fold::rows(space).iter().take(4);
        rows.flat_map(|(letter, others)| std::iter::once(*letter).chain(others.chars().take(2)))
            .chain(fold::ignored(space).chars().take(2))
            .collect()
    };
    let mut strategies = vec![prop::sample::select(all)];
    for space in [
        KeySpace::Arabic,
        KeySpace::Armenian,
        KeySpace::Cyrillic,
        KeySpace::Latin,
    ] {
        strategies.push(prop::sample::select(few(space)));
    }
    prop::sample::select(strategies).prop_flat_map(|letter| {
        let name = prop::collection::vec(letter, 0..8);
        (name.clone(), name)
    })
}

fn folded(letters: &[char]) -> Vec<(Option<char>, Option<KeySpace>, u8)> {
    let folds = letters.iter().filter_map(|c| match fold(*c) {
        Fold::Letter(space, number) => Some((None, Some(space), number)),
        Fold::Shared(number) => Some((None, None, number)),
        Fold::Ignored => None,
        Fold::Other(c) => Some((Some(c), None, 0)),
    });
    folds.collect()
}

/// Optimal string alignment over any letters; `strsim` has it for `str` alone.
fn osa<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = match (i, j) {
                (0, _) => j,
                (_, 0) => i,
                _ => {
                    let same = usize::from(a[i - 1] != b[j - 1]);
                    let mut least = (rows[i - 1][j - 1] + same)
                        .min(rows[i - 1][j] + 1)
                        .min(rows[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(rows[i - 2][j - 2] + 1);
                    }
                    least
                }
            };
        }
    }
    rows[a.len()][b.len()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn folding_increases_no_distance((a, b) in letters()) {
        let text = |letters: &[char]| letters.iter().collect::<String>();
        prop_assert_eq!(osa(&a, &b), strsim::osa_distance(&text(&a), &text(&b)));
        prop_assert!(osa(&folded(&a), &folded(&b)) <= osa(&a, &b));
    }

    #[test]
    fn keys_are_letters_of_their_space(name in "\\PC{0,10}") {
        let key = Key::of(&name);
        prop_assert_eq!(key.len(), key.to_string().chars().count());
        if key.space() == KeySpace::Other {
            prop_assert!(std::str::from_utf8(key.as_bytes()).is_ok());
        } else {
            prop_assert!(key.as_bytes().iter().all(|b| (1..=63).contains(b)));
        }
    }
}
