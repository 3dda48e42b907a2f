//! Azerbaijani, in Latin and in Cyrillic.

use super::check;

#[test]
fn case_endings() {
    check(&[
        "O, [(Bakı)da]<baku> yaşayır.",
        "[(Şuşa)nın]<shusha> azad olunması",
        "[(Xankəndi)ndə]<stepanakert> işləyir",
        "[(Gəncə)yə]<ganja> getdi",
        "[(Bakı)'da]<baku> və [(Bakı)dan]<baku>",
        "Yol (Ağdam)<agdam> tərəfə gedir",
        "[(Sumqayıt)dan]<sumqayit> gəldi",
    ]);
}

#[test]
fn feature_words_and_demonyms() {
    check(&[
        "{(Şuşa) rayonu}<shusha-district> ərazisində",
        "{(Şuşa) şəhərində}<shusha> tədbir",
        "{(Bərdə) şəhəri}<barda>",
        "(azərbaycanlı)<*azerbaijan> əsgərlər",
        "(erməni)<*armenia> tərəfi",
        "Onların yolu (Qazax)<qazax> tərəfə düşdü",
        "bir qazax gəldi",
    ]);
}

#[test]
fn cyrillic() {
    check(&["[(Бакы)да]<baku> јашајыр", "[(Шуша)нын]<shusha> тарихи"]);
}

#[test]
fn traps() {
    check(&["O, yuvasına qayıtdı və sus dedi.", "şuşa qab sındı"]);
}

#[test]
fn names_of_organizations_are_no_places() {
    check(&[
        "O, Bakı Dövlət Universitetində oxuyub",
        "Bakı Bankı bağlandı",
        "Mançester Siti qalib gəldi",
    ]);
}

#[test]
fn news() {
    check(&[
        "[(Azərbaycan)ın]<azerbaijan> prezidenti [(Moskva)ya]<moscow> getdi",
        "[(Ermənistan)ın]<armenia> baş naziri [(Tbilisi)də]<tbilisi> çıxış etdi",
        "[(Şuşa)dan]<shusha> [(Bakı)ya]<baku> yol",
        "[(Laçın)da]<lachin> yeni məktəb açıldı",
        "[(Türkiyə)nin]<turkey> xarici işlər naziri",
        "[(İran)la]<iran> sərhəddə",
        "[(Gürcüstan)da]<georgia> seçki keçirildi",
        "Onlar dünən evə qayıtdılar",
        "Kitab masanın üstündədir",
        "Hava bu gün çox istidir",
    ]);
}

#[test]
fn organizations_and_persons() {
    check(&[
        "Gürcüstan İqtisadiyyat Nazirliyi məlumat yayıb",
        "“Qəbələ” komandası uduzub",
        "Laçın Məmmədova rolda çəkilir",
        "[(Azərbaycan)ın]<azerbaijan> hökuməti istefa verib",
    ]);
}

#[test]
fn a_locative_tells_towns_from_words() {
    check(&[
        "Hadisə [(Qazax)da]<qazax> baş verib",
        "[(Qazax)da]<qazax> külək güclənəcək",
        "[(Uşak)'ta]<usak> yangın çıktı",
        "Orduda islahat aparılır",
        "Qazaxlar gəldi",
    ]);
}

#[test]
fn straight_quotes_close_what_they_touch() {
    check(&[
        "\"Şamaxı\" [(Gəncə)də]<ganja> \"Səbail\"lə görüşdü",
        "\"Turan\"ın oyunu [(Bakı)da]<baku> \"Zirə\"yə qarşı olub",
        "\"Qarabağ\" yenə qalib gəldi",
    ]);
}

#[test]
fn feature_words_in_the_plural_announce_a_list() {
    check(&[
        "Yağış (Tərtər)<tartar-district>, (Şuşa)<shusha-district> və {(Bərdə) rayonlarını}<barda-district> əhatə edib",
        "Yağış (Şuşa)<shusha>, (Bərdə)<barda> və {(Tərtər) rayonunu}<tartar-district> əhatə edib",
    ]);
}

#[test]
fn turkish_puts_apostrophes_behind_names_only() {
    check(&[
        "[(Batman)'dan]<batman> [(Sivas)'a]<sivas> giden yol kapandı",
        "[(Bursa)'dan]<bursa> [(Yalova)'ya]<yalova> feribot kalkar",
        "Sabah ordu birlikleri geldi",
        "Sivas Cumhuriyet Üniversitesi açıldı",
    ]);
}

#[test]
fn a_road_is_called_by_its_ends() {
    check(&[
        "{(Bərdə-Ağdam) yolu}<?> bağlanıb",
        "Bərdə Rayon İcra Hakimiyyəti qərar verdi",
    ]);
}
