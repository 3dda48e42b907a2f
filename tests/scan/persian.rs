//! Persian: no clitics, words joined by ZWNJ, prepositions of its own.

use super::check;

#[test]
fn prepositions_stand_apart_and_nothing_comes_off() {
    check(&[
        "وی در (قم)<qom> گفت که این سفر را لغو کرده است",
        "وزیر خارجه برای مذاکره به (وین)<vienna> رفت و از آنجا به (ژنو)<geneva>",
        "او از (تهران)<tehran> به (تبریز)<tabriz> آمد و این را گفت",
        // و + إيروان in Arabic.
        "یک کاروان از زائران که در راه است",
    ]);
}

#[test]
fn ordinary_words_are_no_places() {
    check(&[
        "این کار را نکرد زیرا روز دوشنبه به خوبی می دانست که خبر درست است",
        "سقط‌جنین در این کشور ممنوع شده است و خوشه‌چین آن را می داند",
        "مدرسه و دسته‌های دیگر در آستانه سال نو تعطیل شد",
    ]);
}

#[test]
fn the_kind_of_a_place_belongs_to_its_name() {
    check(&[
        "باران در (استان مازندران)<mazandaran> و (غرب تهران)<tehran> ادامه دارد که این را گفت",
        // A state is called by its name alone.
        "او در {کشور (عراق)}<iraq> است که می داند",
    ]);
}

#[test]
fn organizations_named_after_a_place_are_none() {
    check(&[
        "وزارت امور خارجه ایران این را رد کرد که گفته شد",
        "دانشگاه علوم پزشکی تبریز در این باره گفت که",
        "شورای شهر تهران این طرح را تصویب کرد که",
    ]);
}

#[test]
fn ministers_and_governments_are_no_places() {
    check(&[
        "دولت فرانسه این طرح را رد کرد",
        "وزیر دفاع ایتالیا استعفا داد",
    ]);
}

#[test]
fn streets_and_stadiums_take_their_head() {
    check(&[
        "تصادف در (خیابان بهشتی)<?> رخ داد",
        "بازی در (ورزشگاه تختی)<?> برگزار شد",
        "در این خیابان مغازه ندارند",
    ]);
}

#[test]
fn the_language_may_be_said_of_a_short_text() {
    let resolver = toponym::Resolver::embedded();
    // A caravan; as Arabic "like Yerevan".
    let read = |document: toponym::Document<'_>| resolver.scan(document).count();
    let text = toponym::Document::new("کاروان");
    assert_eq!(read(text.clone().language("fa".parse().unwrap())), 0);
    assert_eq!(read(text.language("ar".parse().unwrap())), 1);
    // Of a text in another script it says nothing.
    let text = toponym::Document::new("Gyumri").language("fa".parse().unwrap());
    assert_eq!(read(text), 1);
}

#[test]
fn what_an_organization_is_for_stands_in_its_chain() {
    check(&[
        "انجمن نانوایان شیراز گزارش داد",
        "هواداران صبای قم در راه هستند",
        "شرکت ایران خودرو سود کرد",
    ]);
}

#[test]
fn a_kind_in_the_plural_and_a_capital_are_no_part_of_the_name() {
    check(&[
        "در {شهرهای (تبریز)}<tabriz> و (قم)<qom> برف می‌بارد",
        "{پایتخت (ایران)}<iran> آلوده است",
    ]);
}

#[test]
fn places_that_no_gazetteer_has_go_on_a_list() {
    check(&[
        "سیل به {روستاهای (گوگجه)}<?> و (قره‌آغاج)<?> و (حسن‌آباد)<?> رسید",
        "برق {دهستان‌های (کاکاوند)}<?>، (خاوه)<?> و (میربگ)<?> قطع شد",
        "به روستاهای محروم کمک شد",
        "راه روستاهای کوهستانی و مرزی بسته است",
    ]);
}

#[test]
fn a_joiner_holds_a_river_and_its_name_together() {
    check(&[
        "آب (سیمینه‌رود)<?> پایین آمد",
        "سیلاب (قره‌چای)<?> به مزارع رسید",
        "او هر روز به مدرسه می‌رود",
        "رشته‌کوه بلند است",
    ]);
}

#[test]
fn buildings_are_called_by_words_where_something_is_there() {
    check(&[
        "سه نفر در (بیمارستان فارابی)<?> بستری شدند",
        "مجروحان به (بیمارستان شهید مدنی)<?> منتقل شدند",
        "بازی در (ورزشگاه آزادی)<?> برگزار شد",
        "در (زندان اوین)<?> اعتصاب شد",
        "کامیون‌ها در (گذرگاه میلک)<?> ماندند",
        "هواپیما در (فرودگاه شهید هاشمی‌نژاد)<?> نشست",
        "تصادف در (بزرگراه همت)<?> رخ داد",
        "مجروح در بیمارستان صورت می‌گیرد",
        "او به زندان می‌افتد",
    ]);
}

#[test]
fn quarters_are_called_by_their_names_alone() {
    check(&["در {محلهٔ (ششگلان)}<?> برق رفت"]);
}

#[test]
fn papers_in_quotation_marks_are_no_places() {
    check(&[
        "روزنامهٔ «خراسان» نوشت",
        "به گزارش خبرگزاری «ایران» باران می‌بارد",
    ]);
}
