//! Rules on examples that stand in no comment of theirs: other towns, other words of the class.

use super::check;

#[test]
fn newspapers_and_companies() {
    check(&[
        "نقلت جريدة بغداد عن شهود عيان",
        "كتبت صحيفة برلين تسايتونغ عن الأزمة",
        "تدرس أختها الطب في جامعة البصرة",
        "أعلنت شركة غاز البصرة عن أرباحها",
    ]);
}

#[test]
fn clubs_bear_the_name_of_their_town() {
    check(&[
        "تعادل ريال سرقسطة على أرضه",
        "خسر دينامو كييف مباراته الأخيرة",
        "انضم المهاجم إلى سبورتينغ لشبونة",
        // What plays there is no club's name.
        "لعب الفريق في (لشبونة)<lisbon> أمس",
    ]);
}

#[test]
fn a_title_a_given_name_or_a_father_makes_a_person() {
    check(&[
        "استقبلت الأميرة فلورنسا ضيوفها",
        "كتب جاك لندن روايته الأولى هناك",
        "زارنا خالد أبو حلب في البيت",
        "Գրող Ջորջ Օսլոն ծնվել է գյուղում",
    ]);
}

#[test]
fn treaties_and_courses_of_talks_keep_their_place() {
    check(&[
        "انهارت مبادئ اتفاقية (أوسلو)<oslo> منذ زمن",
        "انتهت محادثات (جنيف)<geneva> أمس",
        "عقد مسار (أستانا)<astana> جولة جديدة",
    ]);
}

#[test]
fn the_masculine_adjective_of_a_country_makes_a_club_of_a_town() {
    check(&[
        "تأهل ليون [ال(فرنسي)]<*france> إلى النهائي",
        "زار {مدينة (ليون)}<lyon> [ال(فرنسية)]<*france> أمس",
    ]);
}

#[test]
fn the_feminine_adjective_of_the_country_makes_a_place() {
    check(&[
        "عاش في (سوسة)<sousse> [ال(تونسية)]<*tunisia> طويلا",
        "أكلت سوسة خشب الباب",
    ]);
}

#[test]
fn a_list_goes_on_behind_and() {
    check(&[
        "تجول في (الرياض)<riyadh> [و(المدينة المنورة)]<medina>",
        "سافر بين (بيروت)<beirut> [و(صيدا)]<sidon> مرارا",
    ]);
}

#[test]
fn on_the_way_to_or_from_a_town_that_is_a_word() {
    check(&[
        "عاد الجنود من (برده)<barda> ليلا",
        "وصل القطار إلى (تعز)<taiz> متأخرا",
        "Ցուցահանդեսը բացվեց [(Սոֆիա)յում]<sofia>",
        "Onlar [(Qazax)dan]<qazax> qayıtdılar",
    ]);
}

#[test]
fn idioms_begin_with_a_name() {
    check(&["حاولوا النيل من سمعته", "عاد إلى مسقط رأسها بعد الحرب"]);
}

#[test]
fn a_name_before_a_surname_is_a_given_name() {
    check(&[
        "Սևան Գրիգորյանը շահեց մրցույթը",
        "Գորիս Մանուկյանի խոսքով պայմանագիրը պատրաստ է",
        "Gəncə Hüseynova mahnı oxuyub",
        "Rejissor Şuşa Quliyevin filmi göstərilib",
    ]);
}

#[test]
fn chains_of_modifiers_lead_to_an_organization() {
    check(&[
        "Նա աշխատում է Վանաձորի պետական թատրոնում",
        "Քրոջս որդին Կապանի պետական քոլեջի ուսանող է",
        "Gəncə Dövlət Filarmoniyasında konsert olub",
        "Naxçıvan Dövlət Universitetini bitirib",
        "Türkiyə Xarici İşlər Nazirliyi bəyanat yayıb",
    ]);
}

#[test]
fn what_is_of_a_place_is_no_organization() {
    check(&[
        "[(Türkiyə)nin]<turkey> naziri istefa verib",
        "[(Գերմանիա)յի]<germany> կանցլերը ժամանեց",
        "[(Վանաձոր)ի]<vanadzor> բնակիչները դժգոհ են",
        // The accusative and the locative head nothing.
        "[(Վանաձոր)ում]<vanadzor> պետական թատրոն կա",
        "[(Կապան)ը]<kapan> պետական քոլեջ ունի",
    ]);
}

#[test]
fn a_ministry_of_several_things() {
    check(&[
        "Վրաստանի տարածքային կառավարման և ենթակառուցվածքների նախարարությունը",
        "ՀՀ առողջապահության նախարարությունը հայտարարություն տարածեց",
    ]);
}

#[test]
fn organizations_named_after_somebody() {
    check(&[
        "Վանաձորի Հովհաննես Աբելյանի անվան թատրոնում",
        "Կապանի Ալեքսանդր Շիրվանզադեի անվան թատրոնի դերասան է",
    ]);
}

#[test]
fn a_medical_center_is_a_site() {
    check(&[
        "Պառկել է (Կապանի բժշկական կենտրոնում)<?>",
        "[(Կապան)ի]<kapan> կենտրոնում նոր այգի է բացվել",
    ]);
}

#[test]
fn titles_in_quotation_marks() {
    check(&[
        "«Շիրակ» ակումբը պարտվեց",
        "“Sumqayıt” bu mövsüm üçüncü dəfə qalib gəlib",
        "«Оренбург» проиграл в гостях",
        "\"Şamaxı\" [(Sumqayıt)da]<sumqayit> \"Zirə\"yə uduzub",
    ]);
}

#[test]
fn a_part_of_a_region_or_an_epithet() {
    check(&[
        "هاجر الشباب من {غرب (أفريقيا)}<west-africa>",
        "قصف الطيران {محافظة (حمص)}<homs-province> مجددا",
        "زار الحجاج (المدينة المنورة)<medina>",
        "عبرت السفينة (البحر الأسود)<black-sea> أمس",
    ]);
}

#[test]
fn adjectives_and_heads_that_are_a_part_of_an_armenian_name() {
    check(&[
        "{[(Լոռու մարզ)ում]}<lori> կարկուտ է տեղացել",
        "{[(Տավուշի մարզ)ի]}<tavush> դպրոցները",
        "նրանք վերադարձան փոքր (Վանաձոր)<vanadzor>",
        "(Սև ծով)<black-sea>",
    ]);
}

#[test]
fn sites_of_no_gazetteer_are_told_by_their_word() {
    check(&[
        "وقع حادث في {شارع (الرشيد)}<?> مساء",
        "نقل المصابون إلى {مستشفى (خالد الحسيني)}<?>",
        "Մեքենան կանգնեց [(Տերյան փողոց)ում]<?>",
        "Երթը շարժվեց [(Կոմիտասի պողոտա)յով]<?>",
    ]);
}

#[test]
fn the_second_word_of_a_sentence() {
    check(&[
        "Посол [(Чад)а]<chad> покинул зал",
        "Премьер [(Ирак)а]<iraq> прибыл утром",
    ]);
}

#[test]
fn hashtags_of_several_words() {
    check(&[
        "#(خميس_مشيط)<khamis-mushait> الآن",
        "#زلزال_حلب الليلة",
        "#{مدينة_(حلب)}<aleppo> الليلة",
    ]);
}

#[test]
fn words_for_districts_in_the_plural() {
    check(&[
        "(Ağdam)<agdam-district>, (Füzuli)<fuzuli-district> və {(Kəlbəcər) rayonlarında}<kalbajar-district>",
        "حرائق في {محافظات (حمص)}<homs-province> [و(حماة)]<hama-province>",
    ]);
}

#[test]
fn people_of_other_places() {
    check(&[
        "رحبت الخارجية [ال(كازاخية)]<*kazakhstan> بالقرار",
        "Վարչապետը հանդիպեց (վրացական)<*georgia> պատվիրակությանը",
        "(gürcü)<*georgia> heyəti gəlib",
        "(иранские)<*iran> дипломаты уехали",
    ]);
}

#[test]
fn endings_behind_initials_and_apostrophes() {
    check(&[
        "[(ԱՄՆ)-ից]<us> եկավ նամակը",
        "[(Ankara)'dan]<ankara> gelen heyet",
        "[(ABŞ)-da]<us> seçki keçirilib",
        "[(ԳՈՐԻՍ)-ից]<goris>",
    ]);
}
