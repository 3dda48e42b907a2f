//! Posts: hashtags, lists and names without their feature words.

use super::check;
use toponym::{
    Coordinates, CountryCode, Document, Gazetteer, IndexBuilder, Name, NameKind, Place, Resolver,
};

#[test]
fn a_hashtag_is_a_name_as_a_whole() {
    check(&[
        "#(حفر_الباطن)<hafar-al-batin> الآن",
        "#{محافظة_(حفر_الباطن)}<hafar-al-batin> تغرق",
        "#سيول_حفر_الباطن الآن",
        "#سيول_محافظة_حفر_الباطن الآن",
    ]);
}

#[test]
fn a_list_goes_on_with_and() {
    check(&[
        "سافر من (مكة)<mecca> [و(جدة)]<jeddah> [و(الطائف)]<taif>",
        "سافر من (مكة)<mecca> إلى (جدة)<jeddah>",
    ]);
}

#[test]
fn the_adjective_of_the_country_says_that_a_word_is_a_name() {
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

#[test]
fn villages_of_the_country_that_the_caller_names_count() {
    let mut village = Place::new(
        "gn:1".parse().unwrap(),
        Coordinates::new(28.7, 48.3).unwrap(),
    );
    village.country = "KW".parse().ok();
    village.source = "geonames".to_owned();
    let mut name = Name::new(
        village.id.clone(),
        "الخيران",
        "ar".parse().unwrap(),
        NameKind::Preferred,
    );
    name.source = "geonames".to_owned();
    let gazetteer = Gazetteer {
        places: vec![village],
        names: vec![name],
    };
    let index = IndexBuilder::new().add_gazetteer(gazetteer).build();
    let resolver = Resolver::new(index.unwrap());
    let document = Document::new("غرقت البيوت في الخيران أمس");
    let country = |code: &str| -> CountryCode { code.parse().unwrap() };
    let count = |document: Document<'_>| resolver.scan(document).count();
    assert_eq!(count(document.clone()), 0);
    assert_eq!(count(document.clone().country(country("OM"))), 0);
    assert_eq!(count(document.clone().country(country("KW"))), 1);
}
