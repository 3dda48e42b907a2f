//! Posts: hashtags, lists and names without their feature words.

use super::{check, dump};
use toponym::{CountryCode, Document, Resolver};

#[test]
fn a_hashtag_is_a_name_as_a_whole() {
    check(&[
        "#(حفر_الباطن)<hafar-al-batin> الآن",
        "#{محافظة_(حفر_الباطن)}<hafar-al-batin-unit> تغرق",
        "#سيول_حفر_الباطن الآن",
        "#سيول_محافظة_حفر_الباطن الآن",
    ]);
}

#[test]
fn a_list_goes_on_with_and() {
    check(&[
        "سافر من (مكة)<mecca> [و(جدة)]<jeddah> [و(الطائف)]<taif>",
        "سافر من (مكة)<mecca> إلى (جدة)<jeddah>",
        // Oujda lies in the country of the place before, Jeddah does not.
        "سافر من (فاس)<fez> (وجدة)<oujda> [و(الرباط)]<rabat>",
    ]);
}

#[test]
fn a_word_that_somebody_visits_is_a_name() {
    check(&[
        "زار (نابل)<nabeul> [ال(تونسية)]<*tunisia> أمس",
        "أصابه نابل ماهر بسهم",
    ]);
}

#[test]
fn the_caller_knows_what_a_text_without_tags_is() {
    let text = "ازدحام شديد أمام معهد الأورام صباح اليوم";
    let count = |document: Document<'_>| Resolver::embedded().scan(document).count();
    assert_eq!(count(Document::new(text)), 0);
    assert_eq!(count(Document::new(text).posts(true)), 1);
    assert_eq!(count(Document::new(text).posts(true).unlisted(false)), 0);
}

/// What is found with a gazetteer of two capitals and a village of Lebanon.
fn found(document: Document<'_>) -> Vec<String> {
    let resolver = dump(
        &[
            "gn:1,P,PPL,LB,33.7,35.4,",
            "gn:2,P,PPLC,LB,33.9,35.5,1900000",
            "gn:3,P,PPLC,KW,29.4,48.0,3000000",
        ],
        &[
            "gn:1,الدامور,ar,preferred",
            "gn:2,بيروت,ar,preferred",
            "gn:3,الكويت,ar,preferred",
        ],
    );
    let mentions = resolver.scan(document);
    mentions.map(|mention| mention.as_str().into()).collect()
}

#[test]
fn villages_of_the_country_that_the_caller_names_count() {
    let document = Document::new("غرقت البيوت في الدامور أمس");
    let country = |code: &str| -> CountryCode { code.parse().unwrap() };
    assert!(found(document.clone()).is_empty());
    assert!(found(document.clone().country(country("KW"))).is_empty());
    assert_eq!(found(document.country(country("LB"))), ["الدامور"]);
}

#[test]
fn villages_of_the_country_that_a_hashtag_speaks_of_count() {
    let found = |text: &str| found(Document::new(text));
    assert_eq!(
        found("#انفجار_بيروت غرقت البيوت في الدامور أمس"),
        ["الدامور"]
    );
    assert_eq!(
        found("غرقت البيوت في الدامور أمس #انفجار_بيروت"),
        ["الدامور"]
    );
    assert!(found("#انفجار_الكويت غرقت البيوت في الدامور أمس").is_empty());
    // Another line is another post.
    assert!(found("#انفجار_بيروت\nغرقت البيوت في الدامور أمس").is_empty());
}

#[test]
fn a_hashtag_counts_to_the_end_of_its_line() {
    // Longer than the stretches that a text is read in.
    let filler = "كلمة ".repeat(700);
    let found = |line_end| {
        let text = format!("#انفجار_بيروت{line_end}{filler}في الدامور أمس");
        found(Document::new(&text).posts(true))
    };
    assert_eq!(found(" "), ["الدامور"]);
    assert!(found("\n").is_empty());
}
