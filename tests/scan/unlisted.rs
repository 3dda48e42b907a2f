//! Places that no gazetteer holds, in prose: by their heads, in quotation marks, in lists; and names that are
//! words, beside other places.

use super::check;
use toponym::{Resolver, SiteRelation};

#[test]
fn buildings_count_in_prose_where_the_text_says_where_they_stand() {
    check(&[
        "وقع انفجار قرب {جامع (المرادية)}<?>",
        "نقلوا إلى {مستشفى (نور الحياة)}<?>",
        "أقيم المعرض في (المتحف الأردني)<?> أمس",
        "يصف الكاتب مسجد المرادية وصفا دقيقا",
        "قال إن المتحف الجديد مغلق",
    ]);
}

#[test]
fn rivers_and_villages_have_bare_names_behind_their_head() {
    check(&[
        "فاض {نهر (زعفران)}<?> أمس",
        "وصلوا إلى {قرية (زعفران)}<?> أمس",
        "وصلوا إلى قرية بعيدة",
    ]);
}

#[test]
fn a_kind_in_the_plural_tells_its_list() {
    check(&[
        "يقيمون في {مخيمات (زعفران)}<?> [و(فرزان)]<?>",
        "Затоплены {микрорайоны (Липовый)}<?> и (Берёзовый)<?>",
        "يقيمون في مخيمات جديدة",
    ]);
}

#[test]
fn words_are_names_beside_places() {
    check(&[
        "قصف على [(تدمر)]<palmyra> [و(حلب)]<aleppo>",
        "شاهدوا صور الحرب",
    ]);
}

#[test]
fn a_name_in_quotation_marks_stands_before_its_head_or_behind_it() {
    check(&[
        "Oyun “{(Şəfəq)” stadionunda}<?> keçirilib",
        "Матч прошёл на {стадионе «(Волна)}<?>» вчера",
    ]);
}

#[test]
fn russian_adjectives_and_honors_name_sites() {
    check(&[
        "Туристы прошли {(Сосновское) ущелье}<?> утром",
        "Его увезли в {больницу имени (Семашко)}<?> вчера",
        "Горит {(Яйский нефтеперерабатывающий) завод}<?> второй день",
    ]);
}

#[test]
fn a_word_in_the_case_of_the_place_before_it_is_one_too() {
    check(&[
        "Onlar [(Bakı)da]<baku> və (Zirvəkənddə)<?> yaşayır",
        "Дожди прошли в [(Москв)е]<moscow>, в (Липовке)<?> сухо",
    ]);
}

#[test]
fn turkish_villages_begin_sentences() {
    check(&["{(Elmadibi) köyünde}<?> yol kapandı"]);
}

#[test]
fn small_heads_of_fields_count_in_english() {
    check(&["Gas from the (Tolvar gas field)<?> flows again"]);
}

#[test]
fn a_site_lies_in_the_place_in_apposition_before_it() {
    let resolver = Resolver::embedded();
    let text = "Oyun Lissabonda, “Şəfəq” stadionunda keçirilib";
    let mentions: Vec<_> = resolver.scan(text).collect();
    let point = mentions.last().and_then(|mention| mention.site_point());
    let point = point.expect("a point");
    assert_eq!(point.place().id().to_string(), "gn:2267057");
    assert_eq!(point.relation(), SiteRelation::In);
}

#[test]
fn what_things_come_from_is_not_where_they_are() {
    let resolver = Resolver::embedded();
    let text = "Bursa’da pazar kuruldu. Halep’ten gelenler Elmadibi köyünde kaldı";
    let mentions: Vec<_> = resolver.scan(text).collect();
    let point = mentions.last().and_then(|mention| mention.site_point());
    assert_eq!(
        point.expect("a point").place().id().to_string(),
        "gn:750269"
    );
}

#[test]
fn something_is_at_an_unknown_place() {
    check(&[
        "Он вылетел из [(Москв)ы]<moscow>, в (Липогоре)<?> сухо",
        "[(Bakı)da]<baku> və (Zirvəli)<?> yaxınlığında yol bağlıdır",
        "They left [(Baku)]<baku> and rested near (Lipogora)<?> for a week",
        // Without a place before it, or with a capital beside it.
        "Он живёт в Липогоре",
        "They left [(Baku)]<baku> and rested near Anna Lipogora for a week",
    ]);
}

#[test]
fn a_head_may_stand_within_the_quotation_marks_or_before_of() {
    check(&[
        "Oyun “(Zirvəli Arena)<?>”da keçirilib",
        "They saw the {Temple of (Lipogor)}<?> again",
    ]);
}

#[test]
fn an_arabic_crossing_is_one_place() {
    check(&["دخلت القوافل {معبر (زعفرين)}<?> أمس"]);
}

#[test]
fn a_site_is_where_its_sentence_says_that_something_is() {
    let resolver = Resolver::embedded();
    let text = "Halep ve Şam’dan geldi. İstanbul’da, güzel Elmadibi köyünde kaldı";
    let mentions: Vec<_> = resolver.scan(text).collect();
    let point = mentions.last().and_then(|mention| mention.site_point());
    let place = point.expect("a point").place();
    assert_eq!(place.id().to_string(), "gn:745044");
}

#[test]
fn a_word_that_no_table_knows_is_a_place_between_two() {
    check(&[
        "وصلوا إلى (حلب)<aleppo> [و(زعفرين)]<?> [و(دمشق)]<damascus> أمس",
        "وصلوا إلى (حلب)<aleppo> وزعفرين أمس",
    ]);
}

#[test]
fn what_has_the_name_of_a_town_is_a_place_of_its_own() {
    check(&[
        "Turistlər {(Şəki) dağına}<?> qalxıblar",
        "Yük maşınları {(Qazax) sərhəd-keçid məntəqəsində}<?> gözləyir",
        "Yaralı {(Şəki Mərkəzi) Xəstəxanasına}<?> aparılıb",
        "Kar yüzünden {(Uludere) Tüneli}<?> kapandı",
        "Մեքենան ընկել է [(Վարդենիս գետ)ը]<?> երեկ",
        "They fished in the (Palmyra river)<?> at dawn.",
    ]);
}

#[test]
fn a_site_stands_at_the_town_of_its_name() {
    let resolver = Resolver::embedded();
    let text = "Bakıda iclas keçirilib. Turistlər Şəki dağına qalxıblar.";
    let mentions: Vec<_> = resolver.scan(text).collect();
    let point = mentions.last().and_then(|mention| mention.site_point());
    let point = point.expect("a point");
    assert_eq!(point.place().name(), "Shaki");
    assert_eq!(point.relation(), SiteRelation::Beside);
}

#[test]
fn a_report_begins_with_its_place_and_day() {
    check(&[
        "(Füzuli)<fuzuli>, 21 may. Toplantı keçirilib.",
        "Füzuli qəzəl yazıb.",
    ]);
}

#[test]
fn buildings_of_a_town_are_no_organizations() {
    check(&[
        "Նրան տեղափոխեցին {(Գյումրի) քաղաքի}<gyumri> հիվանդանոց։",
        "Խաղը կայացավ [(Ազիզբեկովի անվան հանրապետական մարզադաշտ)ում]<?>։",
    ]);
}

#[test]
fn what_is_there_is_told_by_its_head() {
    check(&[
        "Bu gün {(Lalə) prospektindəki}<?> muzeylər açıqdır",
        "[(Bakı)da]<baku> {(Zirvəli) mahallesindeki}<?> dosyalar",
    ]);
}

#[test]
fn names_are_put_together_with_words_for_land() {
    check(&[
        "[(Bakı)da]<baku> sel var. (Zirvəliçay)<?> daşıb",
        "[(Գյումրի)ում]<gyumri> ձյուն է։ (Արտուրաշենի)<?> ճանապարհը փակ է",
        // Without a place before it, or with a capital beside it.
        "Zirvəliçay daşıb",
        "[(Bakı)da]<baku> Elman Zirvəliçay danışıb",
    ]);
}

#[test]
fn a_town_is_no_club_where_a_match_was_played() {
    check(&["\"Sumqayıt\" klubu qalib gəldi. [(Sumqayıt)da]<sumqayit> keçən matç"]);
}

#[test]
fn squares_are_called_after_the_republic() {
    check(&[
        "شاركوا في مسيرة إلى {ساحة (الجمهورية)}<?> أمس",
        "وصلوا إلى ساحة المدينة أمس",
    ]);
}
