//! Work on rows by several threads, whose answers come in the order of the rows.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

/// Rows that one thread is given at a time, unless their answers may be long.
pub(crate) const SHARE: usize = 1024;

/// Bytes that the answers may take which are held at once.
const MAX_HELD: usize = 256 << 20;

/// Rows that each of so many threads is given at a time, whose answers have so many bytes at most.
pub(crate) fn share(threads: usize, longest: usize) -> usize {
    (MAX_HELD / longest.max(1) / threads.max(1)).clamp(1, SHARE)
}

/// What threads made of the items they were given.
#[derive(Debug)]
pub(crate) struct Answers<A> {
    /// One for each item, in their order, up to the first without an answer.
    pub answers: Vec<A>,
    /// Why there are fewer answers than items: what the panic said over the item behind the last
    /// answer.
    pub panic: Option<String>,
}

/// Answers items on a thread for each share of so many of them; if they are no more than one, on this thread.
///
/// A panic ends the answers at its item: were it passed over, the answers of all items behind it
/// would stand beside others.
pub(crate) fn answer_all<T: Sync, A: Send>(
    items: &[T],
    share: usize,
    answer: impl Fn(&T) -> A + Sync,
) -> Answers<A> {
    let work = |share: &[T]| answer_share(share, &answer);
    if items.len() <= share {
        return work(items);
    }
    let work = &work;
    let parts: Vec<Answers<A>> = thread::scope(|scope| {
        let start = |share| {
            let thread = thread::Builder::new().spawn_scoped(scope, move || work(share));
            // Where the system gives no more threads, this one has to do.
            thread.map_err(|_| work(share))
        };
        let threads: Vec<_> = items.chunks(share).map(start).collect();
        let join = |thread: thread::ScopedJoinHandle<'_, Answers<A>>| {
            thread.join().unwrap_or_else(|payload| Answers {
                answers: Vec::new(),
                panic: Some(message(payload)),
            })
        };
        let parts = threads.into_iter();
        parts
            .map(|thread| thread.map_or_else(|here| here, join))
            .collect()
    });
    let mut all = Answers {
        answers: Vec::with_capacity(items.len()),
        panic: None,
    };
    for part in parts {
        all.answers.extend(part.answers);
        if part.panic.is_some() {
            all.panic = part.panic;
            break;
        }
    }
    all
}

fn answer_share<T, A>(share: &[T], answer: &impl Fn(&T) -> A) -> Answers<A> {
    let mut answers = Vec::with_capacity(share.len());
    for item in share {
        // What a panic leaves behind is not looked at: no item is answered after it.
        match catch_unwind(AssertUnwindSafe(|| answer(item))) {
            Ok(answer) => answers.push(answer),
            Err(payload) => {
                let panic = Some(message(payload));
                return Answers { answers, panic };
            }
        }
    }
    Answers {
        answers,
        panic: None,
    }
}

/// What a panic said.
fn message(payload: Box<dyn Any + Send>) -> String {
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => match payload.downcast::<&str>() {
            Ok(text) => (*text).to_owned(),
            Err(_) => "no message".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    //! With work that panics.

    use super::{Answers, MAX_HELD, SHARE, answer_all, share};

    /// Answers each number with itself, and panics over some.
    fn answers(count: usize, panics: impl Fn(usize) -> bool + Sync) -> Answers<usize> {
        let items: Vec<usize> = (0..count).collect();
        answer_all(&items, SHARE, |&item| {
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
    fn answers_that_may_be_long_are_fewer() {
        // Those that are asked for by default, on any machine.
        assert_eq!(share(256, 5 * 128), SHARE);
        assert_eq!(share(2, 10 * 4096), SHARE);
        for (threads, longest) in [(1, 512 * 4096), (64, 10 * 4096), (256, 1 << 20), (2, 0)] {
            let rows = threads * share(threads, longest);
            assert!(rows >= threads && rows * longest <= MAX_HELD);
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
        let panicking = |with: fn()| answer_all(&[()], SHARE, move |()| with()).panic;
        assert_eq!(panicking(|| panic!("fixed")), Some("fixed".to_owned()));
        let odd = panicking(|| std::panic::panic_any(7));
        assert_eq!(odd, Some("no message".to_owned()));
    }
}
