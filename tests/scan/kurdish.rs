//! Kurdish: Sorani in Arabic letters, Kurmanji in Latin ones.

use super::check;

#[test]
fn sorani_prepositions_and_endings() {
    check(&[
        "سەرۆکی هەرێم لە (هەولێر)<erbil> پێشوازی لە شاندێکی (ئەڵمانیا)<germany> کرد",
        "لە {شاری [(سلێمانی)دا]}<sulaymaniyah> باران دەبارێت",
        "شاندەکە لە [(بەغدا)وە]<baghdad> گەڕایەوە بۆ (کەرکووک)<kirkuk>",
        "ئەم ساڵ لە (کۆبانێ)<kobani> و (قامیشلۆ)<qamishli> کۆبوونەوە کرا",
    ]);
}

#[test]
fn no_arabic_clitics_come_off_sorani_words() {
    check(&[
        "لە باکووری وڵات بەردەوام بەفر دەبارێت و لەوێ ساردە",
        "کاروانێک لە کەلوپەل گەیشتە ئێرە",
    ]);
}

#[test]
fn kurmanji_names() {
    check(&[
        "Li [(Amed)ê]<diyarbakir> û [(Wan)ê]<van> mirov li ber deriyê bajêr kom bûn",
        "Ew ji [(Hewlêr)ê]<erbil> çûn [(Qamişlo)yê]<qamishli> û li wir man",
        "Li (Kobanî)<kobani> dibistanên nû hatin vekirin",
    ]);
}
