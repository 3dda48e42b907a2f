//! The head of a list and its first place, then joining words without end, in an index in which places are called as
//! these: each of the words may be a place, the last of a list, or the head of another.

use crate::shapes::{as_a_name, grows_with_its_length};
use std::sync::Arc;
use toponym::{
    Coordinates, Gazetteer, Index, IndexBuilder, Name, NameKind, Place, PlaceId, Resolver,
};

/// What a text begins with, the joining words that it goes on with in turn, and their language.
const LISTS: [(&str, &[&str], &str); 22] = [
    ("محافظات حلب ", &["و "], "ar"),
    ("محافظات حلب ", &["وو "], "ar"),
    ("محافظات حلب، ", &["و ", "، "], "ar"),
    ("محافظات حلب ", &["أو ", "ثم ", "و "], "ar"),
    ("محافظات حلب ", &["و حلب "], "ar"),
    ("شهرهای تبریز ", &["و "], "fa"),
    ("شهرهای تبریز ", &["یا "], "fa"),
    ("شارەکانی Hewlêr ", &["و "], "ckb"),
    ("cities of Aleppo ", &["and "], "en"),
    ("Cities of Aleppo ", &["And "], "en"),
    ("cities of Gyumri, ", &["and, "], "en"),
    ("cities of Paris ", &["and Paris "], "en"),
    ("города Шуша ", &["и "], "ru"),
    ("Города Тбилиси ", &["И "], "ru"),
    ("города Шуша, ", &["и, "], "ru"),
    ("Bakı ", &["və "], "az"),
    ("Bakı ", &["Və "], "az"),
    ("Kars ", &["ve "], "tr"),
    ("Երևան ", &["և "], "hy"),
    ("Երևան ", &["Եվ ", "ու "], "hy"),
    ("ქალაქები სამეგრელო ", &["და "], "ka"),
    ("bajarên Diyarbakır ", &["û "], "ku"),
];

/// The small gazetteer with a place of each joining word.
fn index() -> Index {
    let mut gazetteer: Gazetteer = toponym_fuzz_seed::gazetteer();
    let mut add = |number: usize, word: &str, language: &str| {
        let id = PlaceId::geonames(900_000_000 + number as u64);
        let at = Coordinates::new(30.0 + number as f64 / 10.0, 40.0).expect("a point");
        let language = language.parse().expect("a language");
        let name = Name::new(id.clone(), word, language, NameKind::Preferred);
        gazetteer.names.push(name);
        let mut place = Place::new(id, at);
        place.population = Some(1_000_000);
        gazetteer.places.push(place);
    };
    let words = LISTS.iter().flat_map(|(_, words, language)| {
        let words = words.iter().flat_map(|words| words.split_whitespace());
        words.map(move |word| (word.trim_end_matches([',', '،']), *language))
    });
    for (number, (word, language)) in words.filter(|(word, _)| !word.is_empty()).enumerate() {
        add(number, word, language);
    }
    let index = IndexBuilder::new().add_gazetteer(gazetteer).build();
    index.expect("an index")
}

pub fn check() -> Vec<String> {
    let index = Arc::new(index());
    let warm = Resolver::new(index.clone());
    // What is made once is made before.
    for (head, words, _) in LISTS {
        let text = format!("{head}{}", words.concat());
        warm.scan(&*text).for_each(drop);
        warm.resolve(&*text);
    }
    let mut faults = Vec::new();
    for (head, words, language) in LISTS {
        let part = |number: usize| match number {
            0 => head.to_owned(),
            _ => words[number % words.len()].to_owned(),
        };
        let title = format!("{language}: {head}{}..", words.concat());
        faults.extend(grows_with_its_length(&index, &title, &part));
        faults.extend(as_a_name(&warm, &title, &part));
    }
    faults
}
