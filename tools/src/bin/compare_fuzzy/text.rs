//! An Arabic text to scan: sentences as newspapers write them, with made-up names in them.

use crate::names::{Names, Random};
use std::ops::Range;

/// A text, and where the names are that it was made with.
pub struct Text {
    pub text: String,
    pub names: Vec<Range<usize>>,
}

/// Texts of some 5 kB, the same for the same names.
pub fn texts(count: usize, names: &Names) -> Vec<Text> {
    let mut random = Random::new(3);
    let mut text = || {
        let mut text = Text {
            text: String::new(),
            names: Vec::new(),
        };
        while text.text.len() < LENGTH {
            for part in SENTENCES[random.below(SENTENCES.len())].split_inclusive('@') {
                text.text.push_str(part.trim_end_matches('@'));
                if part.ends_with('@') {
                    let name = &names.names[random.below(names.names.len())];
                    let start = text.text.len();
                    text.text.push_str(name);
                    text.names.push(start..text.text.len());
                }
            }
            text.text.push('\n');
        }
        text
    };
    (0..count).map(|_| text()).collect()
}

const LENGTH: usize = 5000;

/// Sentences of ours; a name comes where there is an `@`. Nine words in ten are no names, as in
/// news.
const SENTENCES: [&str; 16] = [
    "وصل الوفد الحكومي صباح أمس إلى @ في زيارة تستمر يومين يلتقي خلالها عددا من المسؤولين.",
    "وقالت مصادر محلية إن القوات انسحبت من @ بعد اتفاق على وقف إطلاق النار أعلن عنه مساء الأحد.",
    "وذكر بيان صادر عن الوزارة أن الطريق بين @ و @ سيفتح أمام الشاحنات خلال الأسبوع المقبل.",
    "وأضاف المتحدث أن السكان عادوا إلى منازلهم وأن الكهرباء والمياه ما زالت مقطوعة عن معظم الأحياء.",
    "ووقع زلزال متوسط القوة فجر اليوم على بعد عشرين كيلومترا من @ دون وقوع ضحايا أو أضرار كبيرة.",
    "ويبلغ عدد سكان بلدة @ نحو سبعة آلاف نسمة يعمل أكثرهم في الزراعة وتربية المواشي والتجارة.",
    "وأكد الرئيس في كلمة ألقاها أمام البرلمان أن بلاده لن تتخلى عن حقوقها وأنها مستعدة للحوار.",
    "وشهدت أسعار الوقود ارتفاعا جديدا هذا الشهر بعد قرار الحكومة رفع الدعم عن بعض السلع الأساسية.",
    "ونقلت وكالة الأنباء عن شهود عيان قولهم إن انفجارات سمعت في @ عند منتصف الليل وإن الدخان تصاعد.",
    "واجتمع وزراء الخارجية في @ لبحث سبل تعزيز التعاون الاقتصادي والأمني وفتح الحدود بين الجانبين.",
    "ومن المتوقع أن تنخفض درجات الحرارة ابتداء من غد الخميس مع هطول أمطار غزيرة على المرتفعات.",
    "وكانت المنظمة الدولية قد دعت إلى إرسال مساعدات عاجلة للنازحين الذين فروا من القتال قرب @ و @.",
    "وفاز الفريق بهدفين مقابل هدف واحد في المباراة التي أقيمت في @ وحضرها آلاف المشجعين.",
    "ويرى مراقبون أن الاتفاق الجديد قد يغير موازين القوى في المنطقة ويفتح الباب أمام استثمارات كبيرة.",
    "وتضم المتاحف في @ آلاف القطع الأثرية التي عثر عليها خلال أعمال التنقيب في القرن الماضي.",
    "وطالب الأهالي بإصلاح الجسر الذي يربط قرية @ بالطريق الرئيسي منذ أن جرفته السيول في الربيع.",
];
