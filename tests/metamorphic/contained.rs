//! A town's name inside a longer one: a club's, a paper's, a university's, a person's.

use super::frames::Case::{self, Bare, Genitive};
use super::frames::Frame;
use super::{SAMPLES, Tallies, places, towns};

/// Sentences by language and class of the longer name. Not here is what no table has words for: the
/// organizations of Persian, Georgian and most of Turkish.
const SENTENCES: &[(&str, &str, Case, &str)] = &[
    ("ar", "club", Bare, "خسر نادي {} مباراته أمام ضيفه"),
    ("ar", "club", Bare, "فاز ريال {} بالبطولة للمرة الثالثة"),
    ("ar", "club", Bare, "قال مدرب {} إن فريقه جاهز للنهائي"),
    ("ar", "paper", Bare, "نقلت صحيفة {} عن مصادر مطلعة"),
    ("ar", "paper", Bare, "كتبت جريدة {} في افتتاحيتها أمس"),
    (
        "ar",
        "university",
        Bare,
        "تخرج الطبيب في جامعة {} قبل عامين",
    ),
    ("ar", "company", Bare, "رفع بنك {} أسعار الفائدة مجددا"),
    ("ar", "person", Bare, "صرح المحامي محمود {} للصحفيين"),
    ("ar", "person", Bare, "وأكد أحمد أبو {} هذه المعلومات"),
    ("ar", "stadium", Bare, "أقيمت المباراة على استاد {} الدولي"),
    ("az", "club", Bare, "Dünən “{}” komandası səfərdə uduzub"),
    (
        "az",
        "paper",
        Bare,
        "Bu barədə “{}” qəzeti məlumat dərc edib",
    ),
    (
        "az",
        "university",
        Bare,
        "O, {} Dövlət Universitetində oxuyub",
    ),
    (
        "az",
        "ministry",
        Bare,
        "Dünən {} Xarici İşlər Nazirliyi bəyanat yayıb",
    ),
    (
        "az",
        "person",
        Bare,
        "Tamaşada {} Məmmədova baş rolda çəkilir",
    ),
    ("az", "street", Bare, "Səhərdən {} küçəsində təmir gedir"),
    ("en", "club", Bare, "On Sunday {} United lost again"),
    ("en", "paper", Bare, "The {} Times reported the deal"),
    (
        "en",
        "university",
        Bare,
        "Students of {} University held a vigil",
    ),
    (
        "en",
        "person",
        Bare,
        "The novelist Jack {} wrote about gold",
    ),
    (
        "en",
        "street",
        Bare,
        "A fire broke out on {} Street overnight",
    ),
    ("hy", "club", Bare, "Երեկ «{}» ակումբը պարտվեց հյուրերին"),
    ("hy", "paper", Bare, "Այսօր «{}» թերթը հոդված հրապարակեց"),
    (
        "hy",
        "university",
        Genitive,
        "Նա սովորել է {} պետական համալսարանում",
    ),
    (
        "hy",
        "ministry",
        Genitive,
        "Երեկ {} պաշտպանության նախարարությունը հերքեց լուրը",
    ),
    ("hy", "person", Bare, "Գրող Ջեք {} ապրել է այնտեղ"),
    (
        "hy",
        "person",
        Bare,
        "Երեկ {} Սարգսյանը խոսեց լրագրողների հետ",
    ),
    ("ru", "club", Bare, "Вчера «{}» сыграл вничью с гостями"),
    ("ru", "paper", Bare, "Утром газета «{}» опубликовала статью"),
    (
        "ru",
        "person",
        Bare,
        "Писатель Джек {} родился в бедной семье",
    ),
    ("ru", "person", Bare, "Адвокат {} Петрова подала жалобу"),
    ("tr", "club", Bare, "Dün {}spor maçı 2-0 kazandı"),
    ("tr", "street", Bare, "Sabah {} Caddesi trafiğe kapatıldı"),
];

#[test]
fn a_town_inside_a_longer_name_is_not_mentioned() {
    let mut tallies = Tallies::default();
    for &(language, class, case, text) in SENTENCES {
        let (before, after) = text.split_once("{}").unwrap();
        let frame = Frame {
            language,
            case,
            before,
            after,
        };
        let towns = towns::of(language);
        let mut rng = fastrand::Rng::with_seed(6);
        for _ in 0..SAMPLES / 4 {
            let town = rng.choice(towns).unwrap();
            let Some(sentence) = frame.fill(&town.name) else {
                continue;
            };
            let mut found = places(&sentence.text);
            found.retain(|seen| seen.place.is_some());
            let answer = match &found[..] {
                [] => Ok(()),
                found => Err(format!("{}: {}", sentence.text, sentence.show(found))),
            };
            tallies.count(&format!("{language}, {class}"), answer);
        }
    }
    tallies.assert(99.0, &[("ar, stadium", 75.0)]);
}
