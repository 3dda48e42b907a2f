//! Posts: hashtags, lists and names without their feature words.

use super::check;

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
