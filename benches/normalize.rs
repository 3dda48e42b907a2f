//! Normalizing and keying running text and single names.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use toponym::Key;
use toponym::normalize;

const TEXTS: [(&str, &str); 6] = [
    (
        "arabic",
        "وصل الوفد مساء أمس إلى مدينة غيومري قادماً من يريفان، ثم توجه عبر الطريق الجبلي إلى شوشة \
         وخانكندي حيث تنتظره قوافل المساعدات. وقال مسؤول محلي إن الطرق المؤدية إلى كلبجر ولاتشين \
         ما زالت مغلقة بسبب الثلوج، وإن السكان في القرى القريبة من بحيرة سيفان يحتاجون إلى الوقود. ",
    ),
    (
        "arabic, vocalized",
        "وَصَلَ الوَفْدُ إِلَى مَدِينَةِ غِيُومْرِي قَادِمًا مِنْ يَرِيفَانَ، ثُمَّ تَوَجَّهَ عَبْرَ الطَّرِيقِ الجَبَلِيِّ إِلَى شُوشَةَ. ",
    ),
    (
        "armenian",
        "Պատվիրակությունը երեկոյան Երևանից մեկնեց Գյումրի, այնուհետև լեռնային ճանապարհով հասավ \
         Շուշի և Ստեփանակերտ: Սևանա լճի մոտակա գյուղերի բնակիչները վառելիքի կարիք ունեն: ",
    ),
    (
        "azerbaijani",
        "Nümayəndə heyəti axşam Bakıdan Gəncəyə yola düşdü, sonra dağ yolu ilə Şuşaya və Xankəndiyə \
         çatdı. Göygöl rayonunun kəndlərində yaşayanların yanacağa ehtiyacı var. ",
    ),
    (
        "russian",
        "Делегация вечером выехала из Еревана в Гюмри, затем по горной дороге добралась до Шуши и \
         Степанакерта. Жителям сёл у озера Севан не хватает топлива. ",
    ),
    (
        "english",
        "The delegation left Yerevan for Gyumri in the evening and took the mountain road to Shusha \
         and Khankendi. People in the villages near Lake Sevan need fuel. ",
    ),
];

fn text(c: &mut Criterion) {
    let mut group = c.benchmark_group("normalize");
    for (name, text) in TEXTS {
        let text = text.repeat(20);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| normalize(black_box(&text))));
    }
    group.finish();
}

fn names(c: &mut Criterion) {
    let mut group = c.benchmark_group("key");
    for name in ["ناغورنو قره باغ", "Ստեփանակերտ", "Xankəndi", "Степанакерт"]
    {
        group.throughput(Throughput::Elements(1));
        group.bench_function(name, |b| b.iter(|| Key::of(black_box(name))));
    }
    group.finish();
}

criterion_group!(benches, text, names);
criterion_main!(benches);
