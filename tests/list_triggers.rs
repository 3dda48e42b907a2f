//! Feature words in the plural, which announce every name of a list.
#![cfg(feature = "embedded")]

use toponym::Resolver;

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
