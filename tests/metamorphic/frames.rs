//! Sentences with a gap for a town, which name no other place.

/// The case that the gap asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// As the town is called.
    Bare,
    /// In it.
    Locative,
    /// Out of it.
    Ablative,
    /// Of it.
    Genitive,
    /// To it.
    Dative,
}

use Case::{Ablative, Bare, Dative, Genitive, Locative};

#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub language: &'static str,
    pub case: Case,
    pub before: &'static str,
    pub after: &'static str,
}

/// The frames of a language.
pub fn of(language: &str) -> Vec<Frame> {
    let frames = FRAMES.iter().filter(|(of, ..)| *of == language);
    let frames = frames.map(|&(language, case, text)| {
        let (before, after) = text.split_once("{}").unwrap();
        Frame {
            language,
            case,
            before,
            after,
        }
    });
    frames.collect()
}

/// Those with nothing written together with the town.
pub fn bare(language: &str) -> Vec<Frame> {
    of(language)
        .into_iter()
        .filter(|frame| !frame.has_affix())
        .collect()
}

impl Frame {
    /// Whether something is written together with the town.
    pub fn has_affix(&self) -> bool {
        self.case != Bare || self.before.ends_with(char::is_alphabetic)
    }
}

pub const LANGUAGES: [&str; 8] = ["ar", "az", "en", "fa", "hy", "ka", "ru", "tr"];

const FRAMES: &[(&str, Case, &str)] = &[
    ("ar", Bare, "{} تستعد لاستقبال الشتاء"),
    ("ar", Bare, "وصل الوفد إلى {} صباح أمس"),
    ("ar", Bare, "تساقطت الثلوج على {} طوال الليل"),
    ("ar", Bare, "عاش الكاتب في {} عشر سنوات"),
    ("ar", Bare, "غادر المراقبون مدينة {} بعد انتهاء المهمة"),
    ("ar", Bare, "قال سكان إنهم سمعوا دوي انفجار قرب {} فجرا"),
    ("ar", Bare, "انطلقت القافلة من {} محملة بالأدوية"),
    ("ar", Bare, "يعقد المؤتمر ب{} في الربيع المقبل"),
    ("ar", Bare, "تأجلت الزيارة المقررة ل{} إلى موعد آخر"),
    ("ar", Bare, "هطلت الأمطار على الساحل و{} مساء"),
    ("ar", Bare, "يقيم الطبيب ب{} منذ سنوات"),
    ("ar", Bare, "سافر إلى العاصمة ثم عاد ول{} مكانة في قلبه"),
    ("ar", Bare, "عاش زمنا في الريف وب{} درس الحقوق"),
    ("ar", Bare, "لا يعرف الزائر بلدة هادئة ك{} في الشتاء"),
    ("az", Bare, "{} bu səhər qarla oyandı"),
    ("az", Bare, "Konsert {} şəhərində keçirilib"),
    ("az", Bare, "Yük maşını {} yaxınlığında dayandı"),
    ("az", Locative, "Sərgi dünən {} açılıb"),
    ("az", Locative, "O, uzun illər {} yaşayıb"),
    ("az", Ablative, "Qonaqlar axşam {} qayıtdılar"),
    (
        "az",
        Genitive,
        "Yağışdan sonra {} küçələri su altında qalıb",
    ),
    ("az", Dative, "Nümayəndə heyəti səhər {} yola düşüb"),
    ("en", Bare, "{} woke up to heavy snow"),
    ("en", Bare, "The delegation arrived in {} on Friday"),
    ("en", Bare, "Heavy snow fell on {} during the night"),
    ("en", Bare, "The writer has lived near {} for ten years"),
    ("en", Bare, "Two trains left {} before noon"),
    ("en", Bare, "The road to {} was closed for repairs"),
    ("fa", Bare, "{} میزبان جشنواره است"),
    ("fa", Bare, "هیئت صبح امروز وارد {} شد"),
    ("fa", Bare, "باران شدید در {} خسارت زد"),
    ("fa", Bare, "او سال‌ها در {} زندگی کرد"),
    ("fa", Bare, "سفر به {} لغو شد"),
    ("fa", Bare, "کامیون‌ها از {} به راه افتادند"),
    // No word for its kind: Persian takes it for a part of the name.
    ("fa", Bare, "{} آماده میزبانی مسابقات است"),
    ("hy", Bare, "{} պատրաստվում է ձմռանը"),
    ("hy", Bare, "Պատվիրակությունն առավոտյան մեկնեց {}"),
    ("hy", Bare, "Մեքենան կանգնեց {} քաղաքի մոտ"),
    ("hy", Locative, "Համաժողովը տեղի ունեցավ {}"),
    ("hy", Locative, "Գրողը երկար տարիներ ապրել է {}"),
    ("hy", Ablative, "Հյուրերը երեկ վերադարձան {}"),
    ("hy", Genitive, "Անձրևից հետո {} փողոցները դատարկ էին"),
    ("ka", Bare, "{} ზამთრისთვის ემზადება"),
    ("ka", Bare, "ახალი გზა {} ახლოს მთავრდება"),
    ("ka", Bare, "დელეგაცია გუშინ ეწვია ქალაქ {}"),
    ("ka", Locative, "კონფერენცია {} გაიმართა"),
    ("ka", Locative, "მწერალი დიდხანს ცხოვრობდა {}"),
    ("ka", Ablative, "სტუმრები გუშინ {} დაბრუნდნენ"),
    ("ka", Genitive, "წვიმის შემდეგ {} ქუჩები დაცარიელდა"),
    ("ru", Bare, "{} готовится к зиме"),
    ("ru", Bare, "Станция {} снова принимает поезда"),
    ("ru", Bare, "Город {} готовится к зиме"),
    ("ru", Locative, "Конференция прошла в {} на прошлой неделе"),
    (
        "ru",
        Locative,
        "Писатель много лет прожил в {} у родственников",
    ),
    ("ru", Ablative, "Гости вчера вернулись из {} поездом"),
    ("ru", Genitive, "После дождя улицы {} опустели"),
    ("ru", Dative, "Колонна медленно приближалась к {} с запада"),
    ("tr", Bare, "{} güne karla uyandı"),
    ("tr", Bare, "Kamyon {} yakınlarında durdu"),
    ("tr", Bare, "Heyet sabah saatlerinde {} şehrine ulaştı"),
    ("tr", Locative, "Sergi dün {} açıldı"),
    ("tr", Ablative, "Konuklar akşam {} döndü"),
    ("tr", Genitive, "Yağmurun ardından {} sokakları boşaldı"),
    ("tr", Dative, "Ekip sabah {} doğru yola çıktı"),
];
