//! The same sentence elsewhere: in another paragraph, in quotation marks, with other line ends.

use super::frames::{self, LANGUAGES};
use super::{SAMPLES, Seen, Tallies, places, towns};

/// Two sentences of no place, and what ends a sentence.
const NEUTRAL: &[(&str, &str, &str, char)] = &[
    (
        "ar",
        "لم تتغير الأسعار منذ شهرين",
        "ويأمل المزارعون في موسم أفضل",
        '.',
    ),
    (
        "az",
        "Qiymətlər iki aydır dəyişməyib",
        "Fermerlər daha yaxşı məhsul gözləyirlər",
        '.',
    ),
    (
        "en",
        "Prices have not changed for two months",
        "Farmers hope for a better season",
        '.',
    ),
    (
        "fa",
        "قیمت‌ها دو ماه است که تغییر نکرده",
        "کشاورزان به فصل بهتری امید دارند",
        '.',
    ),
    (
        "hy",
        "Գներն արդեն երկու ամիս չեն փոխվել",
        "Հողագործները սպասում են լավ բերքի",
        '։',
    ),
    (
        "ka",
        "ფასები ორი თვეა არ შეცვლილა",
        "ფერმერები უკეთეს მოსავალს ელიან",
        '.',
    ),
    (
        "ru",
        "Цены не менялись два месяца",
        "Крестьяне надеются на хороший урожай",
        '.',
    ),
    (
        "tr",
        "Fiyatlar iki aydır değişmedi",
        "Çiftçiler daha iyi bir hasat bekliyor",
        '.',
    ),
];

/// What stands before the sentence and behind it; `{0}` and `{1}` are the neutral sentences, `{.}`
/// the full stop.
const SURROUNDINGS: &[(&str, &str)] = &[
    ("", "{.}"),
    ("", "{.} {1}{.}"),
    ("{0}{.} ", "{.} {1}{.}"),
    ("{0}{.}\n\n", "{.}\n\n{1}{.}\n"),
    ("{0}{.}\r\n\r\n", "{.}\r\n\r\n{1}{.}\r\n"),
    ("{0}{.}\n", "\n{1}{.}"),
    ("{0}{.}\u{2028}", "{.}\u{2029}{1}"),
    ("\u{feff}", "\n"),
    ("\t  ", "  \t\n"),
    ("- {0}\n- ", "\n- {1}\n"),
    ("1. {0}{.}\n2. ", "{.}\n3. {1}{.}"),
    ("{0}: «", "{.}»"),
    ("{0}: “", "{.}”"),
    ("{0} (", ") {1}{.}"),
    ("<p>", "</p>"),
    ("> ", "\n\n-- "),
];

/// In Persian a letter that Arabic has not, anywhere in the paragraph, lets short names count.
#[test]
fn surroundings_change_no_mention() {
    for &(language, first, second, stop) in NEUTRAL {
        let towns = towns::of(language);
        let frames = frames::of(language);
        let mut rng = fastrand::Rng::with_seed(5);
        let mut tallies = Tallies::default();
        for _ in 0..SAMPLES {
            let frame = rng.choice(&frames).unwrap();
            let Some(sentence) = frame.fill(&rng.choice(towns).unwrap().name) else {
                continue;
            };
            let fill = |text: &str| {
                let text = text.replace("{0}", first).replace("{1}", second);
                text.replace("{.}", &stop.to_string())
            };
            let (before, after) = rng.choice(SURROUNDINGS).unwrap();
            let before = fill(before);
            let moved: Vec<Seen> = places(&sentence.text)
                .into_iter()
                .map(|seen| Seen {
                    name: seen.name.start + before.len()..seen.name.end + before.len(),
                    token: seen.token.start + before.len()..seen.token.end + before.len(),
                    ..seen
                })
                .collect();
            let text = format!("{before}{}{}", sentence.text, fill(after));
            let found = places(&text);
            let answer = if found == moved {
                Ok(())
            } else {
                Err(format!("{text:?}: {found:?}, expected {moved:?}"))
            };
            tallies.count(language, answer);
        }
        tallies.assert(if language == "fa" { 99.0 } else { 100.0 }, &[]);
    }
    assert_eq!(NEUTRAL.len(), LANGUAGES.len());
}
