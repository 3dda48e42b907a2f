//! Russian.

use super::check;

#[test]
fn case_endings() {
    check(&[
        "Он живёт в [(Москв)е]<moscow>.",
        "Из [(Ереван)а]<yerevan> в (Баку)<baku>",
        "Президент [(Армени)и]<armenia> прибыл в (Тбилиси)<tbilisi>",
        "в [(Нагорном Карабах)е]<karabakh> и вокруг [(Нагорного Карабах)а]<karabakh>",
        "(Нагорный Карабах)<karabakh>",
        "под [(Шуш)ой]<shusha>",
    ]);
}

#[test]
fn feature_words_and_demonyms() {
    check(&[
        "{город (Шуша)}<shusha>",
        "{г. (Ереван)}<yerevan>",
        "(армянские)<*armenia> войска",
        "(российский)<*russia> посол",
    ]);
}

#[test]
fn traps() {
    check(&["Он купил того кота.", "Они шли по горе."]);
}

#[test]
fn the_second_word_of_a_sentence_has_a_capital_of_its_own() {
    check(&[
        "Министр [(Чад)а]<chad> выступил вчера",
        "Кубы лежали на столе",
    ]);
}

#[test]
fn fleeting_vowels() {
    check(&[
        "Президент [(Егип)та]<egypt> вылетел",
        "Он учился в [(Ор)ле]<oryol>, а родом из [(Ел)ьца]<yelets>",
    ]);
}

#[test]
fn the_first_part_of_a_compound_is_declined_alone() {
    check(&["Завод в (Комсомольске-на-Амуре)<komsomolsk> закрыт"]);
}

#[test]
fn units_are_abbreviated() {
    check(&[
        "Холодает в {(Московской обл)}<moscow-oblast>.",
        "Дорога в (Лачинском р-не)<lachin-district> закрыта",
    ]);
}

#[test]
fn capitals_tell_sites_behind_their_head() {
    check(&[
        "Он живёт на {улице (Гоголя)}<?> давно",
        "Рейс прибыл в {аэропорт (Кольцово)}<?> утром",
        "Авария на {(Загородном) проспекте}<?> утром",
        "Мосты [(Париж)а]<paris> красивы",
    ]);
}

#[test]
fn genitives_of_plurals_lose_their_ending() {
    check(&["Гости из [(Хим)ок]<khimki> и [(Любер)ец]<lyubertsy> приехали"]);
}
