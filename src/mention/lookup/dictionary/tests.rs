//! What begins at a token is bounded, however many names a gazetteer has for the forms of its words.

use super::{DictionaryWalk, MAX_FOUND};
use crate::analysis::token::Tokens;
use crate::analysis::token::segmentation::{Segment, Segments};
use crate::gazetteer::Gazetteer;
use crate::index::IndexBuilder;
use crate::lang::language::LanguageSet;
use crate::mention::annotate;

#[test]
fn the_longest_of_many_names_of_declined_words_are_found() {
    const WORDS: u32 = 9;
    let mut names = String::from("place,text,language\n");
    let mut places = String::from("id,latitude,longitude\n");
    for number in 0..2_u32.pow(WORDS) {
        let form = |word: u32| ["Мирском", "Мирский"][(number >> word & 1) as usize];
        let name: Vec<&str> = (0..WORDS).map(form).collect();
        places += &format!("local:p{number},40,44\n");
        names += &format!("local:p{number},{},ru\n", name.join(" "));
    }
    let tables = Gazetteer::from_csv(("p", places.as_bytes()), ("n", names.as_bytes()));
    let builder = IndexBuilder::new().add_gazetteer(tables.unwrap());
    let index = builder.build().unwrap();

    let text = "Мирском ".repeat(2 * WORDS as usize);
    let segments: Vec<Segment> = Segments::new(&text).collect();
    let mut tokens = Tokens::default();
    tokens.fill(&text, &segments, LanguageSet::ALL, &|tokens, at, starts| {
        annotate::all(&index, tokens, at, starts)
    });
    let mut found = Vec::new();
    DictionaryWalk::new(&index, &tokens).names_at(0, &mut found);
    // All 512 may be meant.
    assert_eq!(found.len(), MAX_FOUND);
    assert_eq!(found[0].last, WORDS as usize - 1);
}
