//! Armenian.

use super::check;

#[test]
fn case_endings() {
    check(&[
        "Նա ապրում է [(Երևան)ում]<yerevan>։",
        "Եկել է [(Գյումր)ուց]<gyumri> երեկ",
        "[(Շուշի)ից]<shusha> մինչև [(Բաք)վի]<baku> ճանապարհը",
        "Նա մեկնեց (Մոսկվա)<moscow>։",
        "[(Մոսկվա)յում]<moscow> ձյուն է",
        "[(Հայաստան)ի]<armenia> և [(Ադրբեջան)ի]<azerbaijan> միջև",
        "(Գորիս)<goris>, (Կապան)<kapan>, (Վանաձոր)<vanadzor>",
        "Գնաց [(Ստեփանակերտ)ից]<stepanakert>",
    ]);
}

#[test]
fn spelling_and_signs() {
    check(&[
        "(Երեւան)<yerevan>:(Հայաստան)<armenia>",
        "(Երևա՞ն)<yerevan> ես գնում",
        "[(ԵՐԵՎԱՆ)-ում]<yerevan>",
        "[(ԱՄՆ)-ում]<us> և [(ՀՀ)-ի]<armenia> մեջ",
        "[(Հայաստան)ի]<armenia> մէջ, [(Երեւան)ի]<yerevan> մօտ",
    ]);
}

#[test]
fn feature_words_and_demonyms() {
    check(&[
        "{[(Սյունիք)ի] մարզում}<syunik> անձրև է",
        "{[(Շիրակ)ի] մարզ}<shirak>",
        "{քաղաք (Գյումրի)}<gyumri>",
        "(հայկական)<*armenia> բանակը",
        "(ադրբեջանական)<*azerbaijan> կողմը",
    ]);
}

#[test]
fn traps() {
    check(&[
        "վան ու անի",
        "Խաչատուր Աբովյան գրողը",
        "Նա գնաց տուն և քնեց։",
        "հոկտեմբերի 5-ին",
    ]);
}
