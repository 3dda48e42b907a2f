//! Names of Armenia and Azerbaijan in the scripts of their neighbors.

use toponym::{Scheme, transliterate};

/// Checks every row and reports all that are wrong at once.
#[track_caller]
pub fn check(scheme: Scheme, table: &[(&str, &str)]) {
    let rule = |name: &str| transliterate(name, scheme);
    let wrong: Vec<String> = table
        .iter()
        .filter(|(name, expected)| rule(name) != *expected)
        .map(|(name, expected)| format!("{name}: {}, expected {expected}", rule(name)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn armenian_in_arabic() {
    check(
        Scheme::ArmenianToArabic,
        &[
            ("Երևան", "يريفان"),
            ("ԵՐԵՎԱՆ", "يريفان"),
            ("Երեւան", "يريفان"),
            ("Գյումրի", "غيومري"),
            ("Վանաձոր", "فانادزور"),
            ("Էջմիածին", "إيجمياتسين"),
            ("Ստեփանակերտ", "ستيباناكيرت"),
            ("Շուշի", "شوشي"),
            ("Մարտունի", "مارتوني"),
            ("Ջերմուկ", "جيرموك"),
            ("Ճամբարակ", "تشامباراك"),
            ("Չինարի", "تشيناري"),
            ("Ծաղկաձոր", "تساغكادزور"),
            ("Ոսկեպար", "فوسكيبار"),
            ("Օշական", "أوشاكان"),
            ("Ուջան", "أوجان"),
            ("Իջևան", "إيجيفان"),
            ("Եղեգնաձոր", "يغيغنادزور"),
            ("Սյունիք", "سيونيك"),
            ("Նոյեմբերյան", "نويمبيريان"),
            ("Հախուլլու", "هاخولو"),
            ("Քանաքեռ-Զեյթուն", "كاناكير-زيتون"),
            ("Ղըվրաղ", "غفراغ"),
            ("Գիւմրի", "غيومري"),
            ("Նոր Հաճն, 2", "نور هاتشن, 2"),
        ],
    );
}

#[test]
fn azerbaijani_in_arabic() {
    check(
        Scheme::AzerbaijaniToArabic,
        &[
            ("Bakı", "باكي"),
            ("Lənkəran", "لنكران"),
            ("Zəngilan", "زنغيلان"),
            ("Şuşa", "شوشا"),
            ("Xankəndi", "خانكندي"),
            ("XANKƏNDİ", "خانكندي"),
            ("Ağdam", "أغدام"),
            ("İmişli", "إيميشلي"),
            ("Göytəpə", "غويتبه"),
            ("Tərtər", "ترتر"),
            ("Yevlax", "يفلاخ"),
            ("Yardımlı", "يارديملي"),
            ("Naxçıvan", "ناختشيفان"),
            ("Qubadlı", "قوبادلي"),
            ("Əylis", "أيليس"),
            ("Ordubad", "أوردوباد"),
            ("Ucar", "أوجار"),
            ("Xanabad", "خانآباد"),
            ("Əhmədbəyli", "أحمدبيلي"),
            ("Günnüt", "غونوت"),
            ("Goranboy (1988)", "غورانبوي (1988)"),
        ],
    );
}

#[test]
fn azerbaijani_in_cyrillic_and_back() {
    let table = [
        ("Bakı", "Бакы"),
        ("Gəncə", "Ҝәнҹә"),
        ("Sumqayıt", "Сумгајыт"),
        ("Xankəndi", "Ханкәнди"),
        ("Şuşa", "Шуша"),
        ("Ağdam", "Ағдам"),
        ("Cəbrayıl", "Ҹәбрајыл"),
        ("Füzuli", "Фүзули"),
        ("Göygöl", "Ҝөјҝөл"),
        ("Hacıqabul", "Һаҹыгабул"),
        ("İmişli", "Имишли"),
        ("Qubadlı", "Губадлы"),
        ("Neftçala", "Нефтчала"),
        ("Yardımlı", "Јардымлы"),
        ("Əli Bayramlı", "Әли Бајрамлы"),
        ("IŞIQLI İLƏ", "ЫШЫГЛЫ ИЛӘ"),
        ("Jdanov rayonu, 5", "Жданов рајону, 5"),
    ];
    check(Scheme::AzerbaijaniToCyrillic, &table);
    check(
        Scheme::AzerbaijaniToLatin,
        &table.map(|(latin, cyrillic)| (cyrillic, latin)),
    );
    // Decomposed letters, and the i that keeps the dot of its capital.
    check(
        Scheme::AzerbaijaniToCyrillic,
        &[
            ("S\u{327}us\u{327}a", "Шуша"),
            ("i\u{307}mis\u{327}li", "имишли"),
        ],
    );
    // Spellings of the alphabets before 1958.
    check(
        Scheme::AzerbaijaniToLatin,
        &[("Һиндарх-Алайлы", "Hindarx-Alaylı"), ("Юҝари", "Yugari")],
    );
}

#[test]
fn azerbaijani_in_the_script_of_iran() {
    check(
        Scheme::AzerbaijaniToPersoArabic,
        &[
            ("Ağdam", "آغدام"),
            ("Lənkəran", "لنکران"),
            ("Göytəpə", "گؤیتپه"),
            ("Gümrü", "گومرو"),
            ("İrəvan", "ایروان"),
            ("İmişli", "ایمیشلی"),
            ("Əskipara", "اسکیپارا"),
            ("Ordubad", "اوردوباد"),
            ("Ucar", "اوجار"),
            ("Ürgüp", "اورگوپ"),
            ("Ördəkli", "اؤردکلی"),
            ("Eldar", "ائلدار"),
            ("Keçili", "کئچیلی"),
            ("Xocavənd", "خوجاوند"),
            ("Qafan", "قافان"),
            ("Şuşa şəhəri", "شوشا شهری"),
            ("Yardımlı", "یاردیملی"),
            ("Saatlı", "ساآتلی"),
            ("Zaur", "زائور"),
            ("Naib", "نائیب"),
        ],
    );
}

#[test]
fn azerbaijani_from_the_script_of_iran() {
    check(
        Scheme::AzerbaijaniToLatin,
        &[
            ("آغدام", "Ağdam"),
            ("لنکران", "Lənkəran"),
            ("گؤی‌تپه", "Göytəpə"),
            ("گومرو", "Gümrü"),
            ("شوشا", "Şuşa"),
            ("شیروان", "Şirvan"),
            ("قیوراق", "Qıvraq"),
            ("زنگیلان", "Zəngilan"),
            ("یاردیملی", "Yardımlı"),
            ("ایمیشلی", "İmişli"),
            ("مینکند", "Minkənd"),
            ("قره‌باغ", "Qərəbağ"),
            ("کئچیلی", "Keçili"),
            ("قوبادلی", "Qubadlı"),
            ("گؤیچای", "Göyçay"),
            ("زرداب", "Zərdab"),
            ("داشکسن و آستارا", "Daşkəsən və Astara"),
        ],
    );
}
