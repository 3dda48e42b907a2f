//! English.

use super::check;

#[test]
fn names_and_feature_words() {
    check(&[
        "He flew from (Yerevan)<yerevan> to (Baku)<baku>.",
        "They met in the {city of (Baku)}<baku> again.",
        "[(Baku)'s]<baku> mayor and [(Armenia)’s]<armenia> president",
        "(Yerevan)<yerevan>.(Baku)<baku>",
        "fighting in (Nagorno-Karabakh)<karabakh>",
        "(YEREVAN)<yerevan> AND (BAKU)<baku>",
        "#(Yerevan)<yerevan> #(baku)<baku>",
        "Both (US)<us> and (UK)<uk> agreed.",
    ]);
}

#[test]
fn demonyms() {
    check(&[
        "(Armenian)<*armenia> and (Azerbaijani)<*azerbaijan> forces",
        "a (Russian)<*russia> convoy",
    ]);
}

#[test]
fn traps() {
    check(&[
        "We ate turkey and told us so.",
        "She said that of all men he was nice.",
        "see @Baku for more",
        "Of course not.",
    ]);
}

#[test]
fn azerbaijani_endings_stay_on_english_words() {
    check(&[
        "The film of the Bakuda crew was shown and it has won",
        "The film of the (Baku)<baku> crew was shown and it has won",
    ]);
}

#[test]
fn longer_names_are_not_cut() {
    check(&[
        "The ship left (Jersey City)<?> at noon.",
        "She teaches at Moscow State University now.",
        "The University of Damascus was closed.",
        "The Beirut Stock Exchange fell again.",
    ]);
}

#[test]
fn dotted_abbreviations() {
    check(&["Both the (U.S)<us>. and the (U.K)<uk>. agreed."]);
}

#[test]
fn a_title_makes_a_person() {
    check(&[
        "Singer Jordan Miller was there.",
        "Coach Chad Brown left the club.",
        "He met (Jordan)<jordan> and (Chad)<chad> at the table.",
    ]);
}

#[test]
fn the_white_house_is_no_town() {
    check(&["The White House denied it."]);
}

#[test]
fn a_head_with_a_capital_belongs_to_the_name() {
    check(&["He reached (Shirak Province)<shirak> and {(Lori) province}<lori>."]);
}
