//! Sites told by their heads, in posts as in prose, their points, and the places of a whole text.

use toponym::{Document, Mention, MentionKind, Resolver, SiteRelation};

/// The phrases of the places that a text of posts mentions.
fn phrases(text: &str) -> Vec<&str> {
    let document = Document::new(text).posts(true);
    let resolver = Resolver::embedded();
    let mentions = resolver.scan(document);
    let places = mentions.filter(|mention| mention.kind() == MentionKind::Place);
    places.map(|mention| &text[mention.phrase_span()]).collect()
}

fn first(text: &str) -> Mention<'static, '_> {
    let resolver: &'static Resolver = Box::leak(Box::new(Resolver::embedded()));
    let mut mentions = resolver.scan(Document::new(text).posts(true));
    mentions.next().expect("a mention")
}

#[test]
fn a_head_reads_through_the_sign_of_a_hashtag() {
    assert_eq!(phrases("تسرب في سد #الموجب"), ["سد #الموجب"]);
    assert_eq!(phrases("ازدحام على طريق #وادي_شعيب"), ["طريق #وادي_شعيب"]);
    assert_eq!(phrases("غادروا محافظة #إربد أمس"), ["محافظة #إربد"]);
    // A tag that goes on is no name.
    assert!(phrases("شاهد #محافظة_إربد_تغرق الآن").is_empty());
}

#[test]
fn a_hashtag_of_head_and_name_is_a_site_as_a_whole() {
    assert_eq!(phrases("الآن #جسر_الرمثا مغلق"), ["جسر_الرمثا"]);
    assert_eq!(phrases("نقلوا إلى #مستشفى_الزهراء"), ["مستشفى_الزهراء"]);
    assert!(phrases("شاهدوا #انهيار_جسر_الرمثا").is_empty());
}

#[test]
fn what_stands_in_quotation_marks_behind_a_head_is_its_name() {
    assert_eq!(
        phrases("افتتاح نفق «السلام الجديد» اليوم"),
        ["نفق «السلام الجديد"]
    );
    // Not if they do not close.
    assert!(phrases("قال عن النفق «إن العمل فيه بدأ منذ عام ولم ينته بعد").is_empty());
}

#[test]
fn a_head_with_the_article_has_an_adjective_for_a_name() {
    assert_eq!(phrases("ازدحام على الطريق الصحراوي"), ["الطريق الصحراوي"]);
    assert_eq!(phrases("غرق دائري السادس"), ["دائري السادس"]);
    assert_eq!(phrases("حادث على الدائري السادس"), ["الدائري السادس"]);
    for text in [
        "الطريق المغلق منذ أمس",
        "المنطقة الجنوبية من البلاد",
        "أعلن المركز الوطني ذلك",
    ] {
        assert!(phrases(text).is_empty(), "{text}: {:?}", phrases(text));
    }
}

#[test]
fn of_two_words_only_the_second_has_the_article() {
    assert_eq!(phrases("حريق في مستشفى نور الحياة"), ["مستشفى نور الحياة"]);
}

#[test]
fn posts_mark_whole_words() {
    assert_eq!(phrases("نزحوا لمدينة إربد"), ["لمدينة إربد"]);
    // In prose the clitic is no part of the phrase.
    let text = "نزحوا لمدينة إربد";
    let resolver = Resolver::embedded();
    let mention = resolver.scan(text).next().unwrap();
    assert_eq!(&text[mention.phrase_span()], "مدينة إربد");
}

#[test]
fn a_name_that_a_head_told_counts_again() {
    let told = "إجلاء سكان حي الياسمينة\n\nلا كهرباء في الياسمينة";
    assert_eq!(phrases(told), ["حي الياسمينة", "الياسمينة"]);
    assert!(phrases("لا كهرباء في الياسمينة").is_empty());
    // Where nothing is said to be there it may be the flower.
    assert_eq!(phrases("حي الياسمينة\n\nرائحة الياسمينة"), ["حي الياسمينة"]);
}

#[test]
fn the_country_that_a_text_is_about_decides_on_the_doubtful() {
    let jordan = "أمطار في إربد والزرقاء ومادبا والكرك والطفيلة. ";
    let text = format!("{jordan}\n\nفقدوا في سيول جارفة");
    assert!(!phrases(&text).contains(&"سيول"), "{:?}", phrases(&text));
    let text = format!("{jordan}\n\nالطرق في معان مغلقة");
    assert!(phrases(&text).contains(&"معان"), "{:?}", phrases(&text));
}

#[test]
fn an_unlisted_site_has_the_point_of_the_place_it_lies_in() {
    let mention = first("حريق في مستشفى نور الحياة في إربد");
    assert!(mention.resolution().best().is_none());
    let point = mention.site_point().expect("a point");
    assert_eq!(point.place().id().to_string(), "gn:248946");
    assert_eq!(point.relation(), SiteRelation::In);
    assert_eq!(point.coordinates(), point.place().coordinates());
    assert!(
        (5.0..100.0).contains(&point.accuracy_km()),
        "{}",
        point.accuracy_km()
    );
    let record = mention.to_record().site_point.expect("a point");
    assert_eq!(record.id.to_string(), "gn:248946");
}

#[test]
fn a_site_beside_a_place_may_be_farther_off() {
    let text = "إربد تغرق، وحريق في مستشفى نور الحياة";
    let resolver = Resolver::embedded();
    let mentions: Vec<_> = resolver.scan(Document::new(text).posts(true)).collect();
    let site = mentions.last().unwrap().site_point().expect("a point");
    assert_eq!(site.relation(), SiteRelation::Beside);
    assert!(mentions[0].site_point().is_none());
    let inside = first("حريق في مستشفى نور الحياة في إربد")
        .site_point()
        .unwrap();
    assert!(site.accuracy_km() > inside.accuracy_km());
    // Nothing tells where this one is.
    assert!(first("حريق في مستشفى نور الحياة").site_point().is_none());
}

#[test]
fn places_stand_once_with_all_their_mentions() {
    let text = "من إربد إلى مادبا، ومن مادبا إلى عمان، وحريق في مستشفى نور الحياة";
    let resolver = Resolver::embedded();
    let places = resolver.scan(Document::new(text).posts(true)).places();
    let counts: Vec<_> = places.places().iter().map(|p| p.mentions().len()).collect();
    assert_eq!(counts, [1, 2, 1]);
    assert_eq!(places.unlisted().len(), 1);
    let focus = places.focus().expect("a focus");
    assert_eq!(focus.country().as_str(), "JO");
    assert!((focus.share() - 1.0).abs() < 1e-9);
    assert!(resolver.scan("").places().focus().is_none());
}

#[test]
fn a_least_confidence_leaves_out_the_doubtful() {
    let text = "زار بغداد ثم نابل، وقال ماهر إن نابل جميلة";
    let resolver = Resolver::embedded();
    let count = |document: Document<'_>| resolver.scan(document).count();
    let all = count(Document::new(text));
    let sure = count(Document::new(text).min_confidence(990));
    assert!(sure < all, "{sure} of {all}");
    let scores = resolver.scan(Document::new(text).min_confidence(500));
    for mention in scores.filter_map(|mention| mention.confidence()) {
        assert!(mention.get() >= 500);
    }
}

/// The id of the place whose point the last mention of a text has.
fn last_point(text: &str) -> String {
    let resolver = toponym::Resolver::embedded();
    let mention = resolver.scan(text).last().expect("a mention");
    let point = mention.site_point().expect("a point");
    point.place().id().to_string()
}

#[test]
fn what_the_sentence_speaks_of_is_nearer_than_the_text() {
    // The town of the province that the sentence names last.
    let town = "سقطت قذائف على الفاشر، عاصمة ولاية شمال دارفور، وأصابت مستشفى الأمل أمس";
    assert_eq!(
        last_point(town),
        last_point("سقطت قذائف على الفاشر وأصابت مستشفى الأمل أمس")
    );
    // Of two towns that of which the text says that something is there.
    let located = "تستعد شركات من إغدير وقارص للعمل. وفي تبليسي، تظاهر الآلاف في شارع روستافيلي";
    assert_eq!(last_point(located), "gn:611717");
    // A lake, not a town far before it.
    let lake =
        "زلزله در کرمانشاه رخ داد.\n\nخشکی دریاچه ارومیه ادامه دارد. سطح آب زرینه‌رود پایین آمد";
    assert_eq!(last_point(lake), "local:lake-urmia");
}
