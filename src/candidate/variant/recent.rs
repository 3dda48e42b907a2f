//! The variants of the last few queries: one tier after the other asks for those of the same parts of a
//! query.

use crate::candidate::variant::QueryVariant;
use crate::model::language::Language;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;

/// Queries that each thread remembers.
const MAX_QUERIES: usize = 8;

/// Maximum length of one of them, in bytes.
const MAX_BYTES: usize = 128;

struct Recent {
    query: String,
    language: Option<Language>,
    variants: Vec<Arc<QueryVariant>>,
}

thread_local! {
    static RECENT: RefCell<VecDeque<Recent>> = const { RefCell::new(VecDeque::new()) };
}

/// What `read` makes of a query in a language, or made of it before.
pub(super) fn variants(
    query: &str,
    language: Option<Language>,
    read: impl FnOnce(&str, Option<Language>) -> Vec<Arc<QueryVariant>>,
) -> Vec<Arc<QueryVariant>> {
    let known = RECENT.with_borrow(|recent| {
        let is_same = |known: &&Recent| known.query == query && known.language == language;
        let known = recent.iter().find(is_same);
        known.map(|known| known.variants.clone())
    });
    known.unwrap_or_else(|| {
        let variants = read(query, language);
        if query.len() <= MAX_BYTES {
            RECENT.with_borrow_mut(|recent| {
                recent.truncate(MAX_QUERIES - 1);
                recent.push_front(Recent {
                    query: query.to_owned(),
                    language,
                    variants: variants.clone(),
                });
            });
        }
        variants
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::candidate::variant::variants_of;

    #[test]
    fn what_is_remembered_is_what_is_read() {
        let persian = "fa".parse().ok();
        let texts = |variants: &[Arc<QueryVariant>]| -> Vec<String> {
            variants
                .iter()
                .map(|variant| variant.text.clone())
                .collect()
        };
        for turn in 0..3 {
            for number in 0..turn + MAX_QUERIES {
                for language in [None, persian] {
                    let query = format!("وبمدينة {number}شوشة");
                    let found = variants(&query, language, variants_of);
                    assert_eq!(texts(&found), texts(&variants_of(&query, language)));
                    let again = variants(&query, language, |_, _| unreachable!("it is known"));
                    assert_eq!(texts(&again), texts(&found));
                }
            }
        }
        let long = "x".repeat(MAX_BYTES + 1);
        variants(&long, None, variants_of);
        assert!(variants(&long, None, |_, _| Vec::new()).is_empty());
    }
}
