//! Names that only a dump has.

use super::dump;

/// The names that are found in a text with a dump of some places, with their languages.
fn found(places: &[&str], names: &[&str], text: &str) -> Vec<String> {
    let resolver = dump(places, names);
    let mentions = resolver.scan(text);
    mentions
        .map(|mention| mention.as_str().to_owned())
        .collect()
}

#[test]
fn no_feature_word_makes_a_frequent_word_a_village() {
    let places = ["gn:1,P,PPL,SY,33,36,900"];
    let found =
        |name: &str, text: &str| found(&places, &[&format!("gn:1,{name},ar,preferred")], text);
    assert_eq!(found("جديدة", "تطل ست مدن جديدة على الساحل"), [""; 0]);
    assert_eq!(found("برقوشة", "وصل إلى قرية برقوشة"), ["برقوشة"]);
}

#[test]
fn a_feature_word_of_a_common_noun_makes_no_village() {
    let places = ["gn:1,P,PPL,IR,36,51,900"];
    let found =
        |name: &str, text: &str| found(&places, &[&format!("gn:1,{name},fa,preferred")], text);
    // A new town, the upper town: "a", and an adjective.
    assert_eq!(
        found("متروکه", "آنها در یک شهر متروکه زندگی می کنند"),
        [""; 0]
    );
    assert_eq!(found("جنوبی", "در بخش جنوبی این کشور که می داند"), [""; 0]);
    assert_eq!(
        found("متروکه", "آنها در روستای متروکه زندگی می کنند"),
        ["روستای متروکه"]
    );
}

#[test]
fn behind_a_title_armenian_names_a_person() {
    let places = ["gn:1,P,PPL,UA,48,33,90000"];
    let names = ["gn:1,Կովալյով,hy,preferred"];
    let found = |text: &str| found(&places, &names, text);
    assert_eq!(found("Այդ մասին ասաց նախարար Կովալյովը։"), [""; 0]);
    assert_eq!(found("Նրանք ապրում են Կովալյովում։"), ["Կովալյով"]);
}

#[test]
fn an_ordinary_word_is_no_great_city_under_a_name_of_a_dump() {
    let places = ["gn:1,P,PPLA,SA,24,39,1300000"];
    let names = ["gn:1,المدينة,ar,variant"];
    let text = "عثرت الشرطة في المدينة على جثة";
    assert_eq!(found(&places, &names, text), [""; 0]);
}

#[test]
fn two_letters_and_digits_are_no_names() {
    let places = ["gn:1,P,PPLA,IR,35,47,400000"];
    let names = ["gn:1,سن,fa,variant", "gn:1,010,en,variant"];
    let found = |text: &str| found(&places, &names, text);
    assert_eq!(found("میانگین سن کودکان در کشور که نه سال است"), [""; 0]);
    assert_eq!(found("Զանգահարել 010 հեռախոսահամարով"), [""; 0]);
}

#[test]
fn a_word_for_people_is_no_variant_of_the_country() {
    let places = ["gn:298795,A,PCLI,TR,39,35,80000000"];
    let names = [
        "gn:298795,Turkish,en,variant",
        "gn:298795,Turkey,en,preferred",
    ];
    let resolver = dump(&places, &names);
    let kinds =
        |text: &str| -> Vec<_> { resolver.scan(text).map(|mention| mention.kind()).collect() };
    assert_eq!(
        kinds("They met Turkish officials of the country."),
        [toponym::MentionKind::Demonym]
    );
}

#[test]
fn an_obscure_name_counts_near_a_place() {
    let names = ["gn:1,برقوشه,fa,preferred", "gn:2,رشت,fa,preferred"];
    let found = |place: &str, text: &str| {
        let rasht = "gn:2,P,PPLA,IR,37.28,49.58,600000";
        found(&[rasht, place], &names, text)
    };
    let (near, far) = ("gn:1,P,PPL,IR,37.1,49.5,900", "gn:1,P,PPL,IR,29.1,59.5,900");
    let text = "آنها از رشت به برقوشه رفتند که می گویند زیبا است";
    assert_eq!(found(near, text), ["رشت", "برقوشه"]);
    assert_eq!(found(far, text), ["رشت"]);
    // In a list, but not where nothing leads to a place.
    let listed = "آنها در رشت و برقوشه زندگی می کنند";
    assert_eq!(found(near, listed), ["رشت", "برقوشه"]);
    assert_eq!(found(near, "در رشت آن برقوشه می کنند"), ["رشت"]);
}

#[test]
fn a_route_leads_to_an_obscure_name() {
    let places = [
        "gn:1,P,PPLA,TR,40.6,43.1,90000",
        "gn:2,P,PPL,TR,40.2,44.6,900",
    ];
    let names = ["gn:1,Qars,az,preferred", "gn:2,Elmaçal,az,preferred"];
    let text = "Yeni Qars – Elmaçal xətti bu il üçün hazırdır";
    assert_eq!(found(&places, &names, text), ["Qars", "Elmaçal"]);
}

#[test]
fn a_dumped_village_is_not_the_beginning_of_a_longer_name() {
    let places = [
        "gn:1,P,PPL,TR,40.6,43.1,9000",
        "gn:2,P,PPLC,RU,55.7,37.6,9000000",
    ];
    let names = ["gn:1,Вермь,ru,preferred", "gn:2,Москва,ru,preferred"];
    let found = |text: &str| found(&places, &names, text);
    assert_eq!(found("Он был в городе Вермь и в Москве")[0], "Вермь");
    assert_ne!(found("Газ с поля Вермь-Дарья из Москвы")[0], "Вермь");
}
