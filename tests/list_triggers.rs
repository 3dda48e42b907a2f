//! Feature words in the plural, which announce every name of a list.
#![cfg(feature = "embedded")]

use toponym::{Gazetteer, IndexBuilder, Resolver};

/// The feature words of a text's mentions, a text each.
fn tokens(text: &str) -> Vec<Option<String>> {
    let resolver = Resolver::embedded();
    let word = |mention: toponym::Mention<'_, '_>| {
        let best = mention.resolution().best()?;
        let word = best.evidence().feature_word()?;
        Some(word.text.clone())
    };
    resolver.scan(text).map(word).collect()
}

#[test]
fn plurals_announce_the_whole_list_and_singulars_one_name() {
    assert!(
        tokens("Սյունիքի, Տավուշի և Շիրակի մարզերում")
            .iter()
            .all(Option::is_some)
    );
    assert_eq!(tokens("остров Кипр, Турция и Греция")[1..], [None, None]);
    let fortress = tokens("Տեսանք Երևանը, Գյումրին և Մեղրի բերդը");
    assert!(
        fortress.len() > 1 && fortress[..2].iter().all(Option::is_none),
        "{fortress:?}"
    );
}

/// Each word would go through the blanks before it, in hours, if it asked whether they part members of the list.
#[test]
fn blanks_without_end_behind_a_list_are_read_once() {
    const LENGTH: usize = 1 << 21;
    let places = "id,class,feature,latitude,longitude,population\n\
                  acme:aleppo,A,ADM1,36.2,37.2,2000000\n\
                  acme:and,P,PPL,36.5,37.5,1000000\n";
    let names = "place,text,language\nacme:aleppo,حلب,ar\nacme:and,و,ar\n";
    let gazetteer =
        Gazetteer::from_csv(("p.csv", places.as_bytes()), ("n.csv", names.as_bytes())).unwrap();
    let index = IndexBuilder::new().add_gazetteer(gazetteer).build();
    let resolver = Resolver::new(index.unwrap());
    let text = format!(
        "محافظات حلب{}{}",
        " ".repeat(LENGTH),
        "و ".repeat(LENGTH / 3)
    );
    let first = resolver.scan(&*text).next().unwrap();
    assert_eq!(&text[first.phrase_span()], "محافظات حلب");
    assert!(resolver.scan(&*text).count() >= 1);
}
