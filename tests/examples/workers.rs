//! The threads of `batch`, with work that panics.

#[path = "../../examples/batch/workers.rs"]
mod pool;

use pool::{Answers, SHARE, answer_all};

/// Answers each number with itself, and panics over some.
fn answers(count: usize, panics: impl Fn(usize) -> bool + Sync) -> Answers<usize> {
    let items: Vec<usize> = (0..count).collect();
    answer_all(&items, |&item| {
        assert!(!panics(item), "cannot answer {item}");
        item
    })
}

#[test]
fn answers_come_in_the_order_of_the_items() {
    for count in [0, 1, SHARE - 1, SHARE, SHARE + 1, 5 * SHARE + 7] {
        let all = answers(count, |_| false);
        assert_eq!(all.answers, (0..count).collect::<Vec<_>>());
        assert_eq!(all.panic, None);
    }
}

#[test]
fn a_panic_ends_the_answers_at_its_item() {
    // First, last and inside of a share.
    for bad in [0, 5, SHARE - 1, SHARE, 2 * SHARE + 17, 4 * SHARE + 6] {
        let all = answers(4 * SHARE + 7, |item| item == bad);
        assert_eq!(all.answers, (0..bad).collect::<Vec<_>>(), "none is shifted");
        assert_eq!(all.panic, Some(format!("cannot answer {bad}")));
    }
}

#[test]
fn of_several_panics_the_first_item_counts() {
    let first = SHARE + 3;
    let all = answers(4 * SHARE, |item| {
        item == first || item % SHARE == 4 && item > SHARE
    });
    assert_eq!(all.answers.len(), first);
    assert_eq!(all.panic, Some(format!("cannot answer {first}")));
}

#[test]
fn what_a_panic_says_is_kept_if_it_is_text() {
    let panicking = |with: fn()| answer_all(&[()], move |()| with()).panic;
    assert_eq!(panicking(|| panic!("fixed")), Some("fixed".to_owned()));
    let odd = panicking(|| std::panic::panic_any(7));
    assert_eq!(odd, Some("no message".to_owned()));
}
