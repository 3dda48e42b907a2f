//! Georgian, which has no capitals.

use super::check;

#[test]
fn case_endings() {
    check(&[
        "[(ბათუმ)ში]<batumi> წვიმს.",
        "მატარებელი [(ქუთაის)იდან]<kutaisi> [(ზუგდიდ)ამდე]<zugdidi> მიდის.",
        "ეს [(თბილისი)ა]<tbilisi>.",
        "[(გორ)ში]<gori> თოვს, [(ბათუმ)თან]<batumi> კი მზეა.",
        "გზა [(გორ)ისკენ]<gori> გაიხსნა.",
    ]);
}

#[test]
fn latin_capitals_make_no_georgian_word_small() {
    check(&["NATO-ს დელეგაცია [(ბათუმ)ში]<batumi> ჩავიდა."]);
}

#[test]
fn organizations_are_no_places() {
    check(&[
        "ქუთაისის სახელმწიფო უნივერსიტეტი გაიხსნა.",
        "ბათუმის მერია შეიკრიბა.",
        "დინამო ბათუმი გაიმარჯვა.",
    ]);
}
