//! Names that a gazetteer has in Latin letters only, in Arabic texts: where words say that a place is
//! named, and nowhere else.

use super::dump;
use toponym::{Document, Evidence, MatchKind, Resolver};

const PLACES: [&str; 5] = [
    "gn:1,P,PPL,LB,33.30,35.30,1500",
    "gn:2,P,PPL,LB,33.25,35.28,900",
    "gn:3,P,PPL,LB,33.28,35.35,2500",
    "gn:4,P,PPL,SY,36.20,37.10,3000",
    "gn:5,P,PPLA2,LB,33.27,35.20,60000",
];

const NAMES: [&str; 5] = [
    "gn:1,Barmasun,en,preferred",
    "gn:2,Dayr Qantara,en,preferred",
    "gn:3,Kafr Zufal,en,preferred",
    "gn:4,Talhabun,en,preferred",
    "gn:5,صور,ar,preferred",
];

fn resolver() -> Resolver {
    dump(&PLACES, &NAMES)
}

/// The names found in a text, with their places.
fn found(text: &str) -> Vec<(String, String)> {
    let resolver = resolver();
    let document = Document::new(text).country("LB".parse().unwrap());
    let mentions = resolver.scan(document.unlisted(false));
    let place = |mention: &toponym::Mention<'_, '_>| {
        let best = mention.resolution().best();
        best.map_or(String::new(), |best| best.place().id().to_string())
    };
    mentions
        .map(|mention| (mention.as_str().to_owned(), place(&mention)))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(name, place): &(&str, &str)| ((*name).to_owned(), (*place).to_owned());
    expected.iter().map(owned).collect()
}

#[test]
fn a_feature_word_licenses_a_name_by_its_sound() {
    let expected = pairs(&[("برماسون", "gn:1")]);
    assert_eq!(found("قصفت الطائرات بلدة برماسون فجرا"), expected);
    assert_eq!(found("وصلوا الى قرية برماسون"), expected);
    // Nothing says that a place is named.
    assert_eq!(found("قصفت الطائرات برماسون فجرا"), []);
    assert_eq!(found("قال برماسون للصحفيين"), []);
}

#[test]
fn the_evidence_says_that_it_sounds_alike() {
    let resolver = resolver();
    let text = "دخلوا بلدة برماسون";
    let document = Document::new(text).country("LB".parse().unwrap());
    let mention = resolver.scan(document).next().unwrap();
    assert_eq!(&text[mention.phrase_span()], "بلدة برماسون");
    let evidence: &Evidence = mention.resolution().best().unwrap().evidence();
    assert!(matches!(evidence.spelling, MatchKind::Sounded { .. }));
}

#[test]
fn a_list_behind_a_feature_word_in_the_plural_goes_on_by_sound() {
    let expected = pairs(&[
        ("برماسون", "gn:1"),
        ("دير قنطرة", "gn:2"),
        ("كفر زوفال", "gn:3"),
    ]);
    assert_eq!(
        found("استهدفت الغارات بلدات برماسون ودير قنطرة وكفر زوفال"),
        expected
    );
}

#[test]
fn a_place_of_another_country_is_not_meant() {
    assert_eq!(found("قصفت الطائرات بلدة تلحبون"), []);
}

#[test]
fn two_places_behind_a_dual_are_a_list() {
    let expected = pairs(&[("برماسون", "gn:1"), ("كفر زوفال", "gn:3")]);
    assert_eq!(found("قصف على بلدتي برماسون وكفر زوفال"), expected);
}

#[test]
fn an_ordinary_word_behind_a_feature_word_is_no_name() {
    for text in [
        "وصلوا الى بلدة مجاورة",
        "في قرية نائية وبعيدة",
        "تطوير مدينة صناعية وسكنية",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn work_is_bounded_however_many_names_are_announced() {
    // No name of the gazetteer sounds like these: each is looked for once, until no look-ups are left.
    let syllables = ["زو", "مي", "با", "طو", "ري", "كا", "لو", "شي"];
    let word = |number: usize| -> String {
        let digit = |place: u32| syllables[number / 8usize.pow(place) % 8];
        (0..4).map(digit).collect()
    };
    let text: String = (0..200).map(|n| format!("بلدة {} ", word(n))).collect();
    let text = format!("{text} بلدة برماسون");
    // The last one comes too late to be heard.
    assert_eq!(found(&text), []);
    assert_eq!(found("بلدة برماسون"), pairs(&[("برماسون", "gn:1")]));
}

#[test]
fn the_word_for_a_settlement_may_stand_behind_the_name() {
    let places = [
        "gn:1,P,PPL,AZ,39.5,46.9,1500",
        "gn:2,P,PPL,AZ,40.1,47.1,900",
    ];
    let names = ["gn:1,Çaylaqqala,az,preferred", "gn:2,Աղբուլաղ,hy,preferred"];
    let resolver = dump(&places, &names);
    let found = |text: &str| {
        let mentions = resolver.scan(Document::new(text).country("AZ".parse().unwrap()));
        let spans = |mention: toponym::Mention<'_, '_>| {
            (
                mention.as_str().to_owned(),
                text[mention.phrase_span()].to_owned(),
            )
        };
        mentions.map(spans).collect::<Vec<_>>()
    };
    let pair = |name: &str, phrase: &str| vec![(name.to_owned(), phrase.to_owned())];
    // By edits, and by sound from another script.
    assert_eq!(
        found("Bu gün Çaylagqala kəndində yaşayırlar."),
        pair("Çaylagqala", "Çaylagqala kəndində")
    );
    assert_eq!(
        found("Նրանք ապրում են Չայլաղղալա գյուղում։"),
        pair("Չայլաղղալա", "Չայլաղղալա գյուղում")
    );
    assert_eq!(
        found("Onlar bu il Ağbulaq kəndinə getdilər."),
        pair("Ağbulaq", "Ağbulaq kəndinə")
    );
    // A person, and the end of a longer name, which no gazetteer has.
    assert_eq!(found("Bu gün Çaylagqala ilə danışdılar."), []);
    assert_eq!(
        found("Bu gün Yuxarı Çaylagqala kəndində yaşayırlar."),
        pair("Yuxarı Çaylagqala", "Yuxarı Çaylagqala kəndində")
    );
}
