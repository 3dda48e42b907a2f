//! What is looked up of a query, and how often.

use super::Reader;
use crate::candidate::name_hit::NameHit;
use crate::candidate::source::{Ranking, Reach, Search};
use crate::index::{Index, NameRef};
use crate::query::Query;
use std::rc::Rc;

/// All names alike: none is looked for by its rank here.
struct Unranked;

impl Ranking for Unranked {
    fn points(&self, _: &Query, _: NameHit<'_>) -> i32 {
        0
    }

    fn bound(&self, _: &Query, _: Option<NameRef<'_>>, _: u8, _: usize) -> i32 {
        0
    }
}

#[test]
fn what_a_query_names_again_and_again_is_looked_up_once() {
    let query = Query::new("Goris, Syunik, Syunik, Syunik");
    let index = Index::from_bytes(include_bytes!("../../../data/embedded.toponym")).unwrap();
    let source = Search {
        index: &index,
        ranking: &Unranked,
        reach: Reach::Edits,
    };
    let mut reader = Reader::new(source, &query);
    let parts = reader.segments.clone();
    let names = parts
        .iter()
        .map(|part| reader.names(part.clone(), Reach::Words));
    let names: Vec<_> = names.collect();
    assert!(!names[1].is_empty());
    assert!(Rc::ptr_eq(&names[1], &names[2]) && Rc::ptr_eq(&names[1], &names[3]));

    for part in &parts {
        let found = reader.qualifier(part.clone(), Reach::Words, true);
        assert!(found.is_known() && found.part == *part);
    }
    assert_eq!(
        (reader.qualifiers.len(), reader.qualifiers_by_text.len()),
        (4, 2)
    );
}
