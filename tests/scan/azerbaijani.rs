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
