//! Arabic news: what names are a part of, and which of two places is meant.

use super::check;

#[test]
fn names_of_organizations_are_no_places() {
    check(&[
        "ذكرت صحيفة القدس أن المفاوضات تعثرت",
        "نقلت صحيفة نيويورك تايمز عن مسؤولين",
        "قالت واشنطن بوست إن التقرير سري",
        "درس الهندسة في جامعة القاهرة",
        "أعلنت شركة نفط الكويت عن مشروع",
        "فاز ريال مدريد بالبطولة",
        "خسر مانشستر يونايتد مباراته",
        "انضم إلى بايرن ميونيخ في الصيف",
        "لعب نادي اتحاد طنجة مباراة قوية",
        "قال مدرب روما إن الفريق جاهز",
        "تعادل ميلان [ال(إيطالي)]<*italy> في المباراة",
        "خسر مانشستر يونايتد ثم عاد مانشستر وفاز",
    ]);
}

#[test]
fn what_looks_like_an_organization_keeps_its_place() {
    check(&[
        "اجتمعت مجموعة (مينسك)<minsk> أمس",
        "شركة تعمل في (القاهرة)<cairo> منذ سنوات",
        "خسر مانشستر يونايتد في {مدينة (مانشستر)}<manchester>",
        "فاز منتخب (فرنسا)<france> على منتخب (إسبانيا)<spain>",
        "الوزراء في (باريس)<paris> [وال(روسي)]<*russia> معا",
        "{مدينة (حلب)}<aleppo> [ال(سورية)]<*syria>",
        "«(يريفان)<yerevan>» هو اسم المدينة",
    ]);
}

#[test]
fn names_of_persons_are_no_places() {
    check(&[
        "وصلت الملكة صوفيا صباحا",
        "التقى جورج واشنطن بضباطه",
        "قال أحمد أبو غزة إن الوضع صعب",
        "سجل زين الدين زيدان هدفا",
        "وأكد يوسف بطرس غالي ذلك",
        "حضر الشيخ بغداد حفل الزفاف",
        "كتب كمال الدين رسالة",
    ]);
}

#[test]
fn ordinary_words_are_no_places() {
    check(&[
        "نشر الخبر على الموقع",
        "ظروف قاهرة منعته من الحضور",
        "انقطع الاتصال بشكل كلي",
        "ارتفع مؤشر بورصة الأسهم",
        "لم يخطر ذلك على بال أحد",
        "من كل نواحي الحياة",
        "فقد ماله كله في التجارة",
        "حلف شمال الأطلسي يناقش الأمر",
    ]);
}

#[test]
fn the_name_is_what_a_region_is_named_by() {
    check(
        &[
            "هاجروا من {شمال (أفريقيا)}<north-africa>",
            "القصف على {قطاع (غزة)}<gaza-strip> مستمر",
            "زار {(مكة) المكرمة}<mecca> للحج",
            "وقع الاتفاق مع {(الصين) الشعبية}<china>",
            "على شاطئ (البحر المتوسط)<mediterranean>",
            "رئيس الجمهورية [(اللبنانية)]<*lebanon>",
        ]
        .map(|sentence| sentence.replace("[(اللبنانية)]", "[ال(لبنانية)]"))
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>(),
    );
}

#[test]
fn the_text_says_which_place_is_meant() {
    check(&[
        "زار (بيروت)<beirut> ثم (طرابلس)<tripoli-lb> [و(بعلبك)]<baalbek>",
        "معارك في (طرابلس)<tripoli-ly> [و(بنغازي)]<benghazi>",
        "وصل إلى (طرابلس)<tripoli-lb> في (لبنان)<lebanon>",
        "من (طرابلس)<tripoli-ly>، (ليبيا)<libya>",
        "زار العاهل [ال(أردني)]<*jordan> (عمان)<amman> [و(إربد)]<irbid>",
        "وقعت {سلطنة (عمان)}<oman> الاتفاق",
    ]);
}

#[test]
fn places_without_an_entry_are_mentions_of_unknown_status() {
    use toponym::{Document, Resolver, Status};
    let resolver = Resolver::embedded();
    for (text, name) in [
        ("نقل الجرحى إلى مستشفى رفيق الحريري", "رفيق الحريري"),
        ("احترق متجر في شارع السنديان", "السنديان"),
    ] {
        let mentions: Vec<_> = resolver.scan(text).collect();
        assert_eq!(mentions.len(), 1, "{text}: {mentions:?}");
        assert_eq!(mentions[0].as_str(), name);
        assert_eq!(mentions[0].resolution().status(), Status::Unknown);
        assert_eq!(
            resolver.scan(Document::new(text).unlisted(false)).count(),
            0
        );
    }
}

#[test]
fn the_caller_may_say_what_a_text_is_about() {
    use toponym::{Coordinates, Document, Resolver};
    let resolver = Resolver::embedded();
    let id = |document: Document<'_>| {
        let mention = resolver.scan(document).next().unwrap();
        mention
            .resolution()
            .best()
            .unwrap()
            .place()
            .id()
            .to_string()
    };
    let text = || Document::new("أعلنت طرابلس حالة الطوارئ");
    assert_eq!(id(text().country("LB".parse().unwrap())), "gn:266826");
    assert_eq!(id(text().country("LY".parse().unwrap())), "gn:2210247");
    let near = Coordinates::new(34.0, 36.0).unwrap();
    assert_eq!(id(text().near(near)), "gn:266826");
}

#[test]
fn a_town_that_is_a_word_is_told_by_what_happens_there() {
    check(&[
        "وصل الوزير إلى (غوري)<gori> أمس",
        "سافر من (غوري)<gori> إلى (تبليسي)<tbilisi>",
        "جرت الانتخابات في (تعز)<taiz>",
        "وقع انفجار في (برده)<barda>",
        "قال غوري إنه راض",
        "كتب فارس رسالة",
        "جلس في صور قديمة",
    ]);
}

#[test]
fn more_clubs_and_persons() {
    check(&[
        "تعادل سلافيا براغ أمس",
        "لن يلعب مباراة روما",
        "خسر بارتيزان بلغراد",
        "فاز باللقب في (براغ)<prague>",
    ]);
}

#[test]
fn names_made_by_rule_need_company() {
    check(&[
        "أعلن كيرين عن جهاز",
        "{قرية (كيرين)}<garagol> في {(زنغيلان)}<zangilan>",
    ]);
}

#[test]
fn feature_words_in_the_plural_announce_a_list() {
    check(&[
        "أمطار في {محافظات (حلب)}<aleppo-province> [و(إدلب)]<idlib-province> [و(دمشق)]<damascus>",
        "أمطار في {محافظة (حلب)}<aleppo-province> [و(إدلب)]<idlib>",
    ]);
}

#[test]
fn names_behind_a_title_are_persons() {
    check(&[
        "رحب المبعوث الخاص لويغي غوري بالاتفاق",
        "صرح المدرب الجديد توماس كلار أمس",
        "زار الوزير الجديد (غوري)<gori> أمس",
    ]);
}

#[test]
fn titles_behind_their_heads_are_no_places() {
    check(&[
        "قالت صحيفة «القدس العربي» إن المفاوضات تعثرت",
        "بحسب إذاعة «صوت لبنان» فإن الوفد وصل أمس",
        "قال مراسل صحيفة «الوطن» في (دمشق)<damascus> إن المدينة هادئة",
        "قال المراسل: «(حلب)<aleppo> آمنة»",
    ]);
}

#[test]
fn quarters_are_listed_with_their_article() {
    check(&[
        "قصفت الطائرات {أحياء (الصبرة)}<?> [و(الدرج)]<?> [و(البرتقال)]<?> أمس",
        "أعيد فتح أحياء واسعة من المدينة",
        "في مخيمات اللاجئين والعمل مع السلطات",
        "تقرر بناء خزانات لحصاد الأمطار",
    ]);
}

#[test]
fn hospitals_and_quarters_are_called_by_given_names() {
    check(&[
        "نُقل الجرحى إلى {مستشفى (ناصر)}<?>، أمس",
        "انطلقت الحافلات من {حي (فيصل)}<?> إلى الحدود",
        "وقع الانفجار قرب {مفترق (الشهداء)}<?> أمس",
        "تجمع الآلاف في {شارع (روستافيلي)}<?> أمس",
        "لن نرسل الجنود إلى ميدان بمثل هذا التعقيد",
    ]);
}

#[test]
fn universities_are_places_before_which_something_is() {
    check(&[
        "تظاهر الطلاب أمام {جامعة (حلب)}<aleppo> أمس",
        "تخرج من جامعة حلب عام 1999",
    ]);
}
