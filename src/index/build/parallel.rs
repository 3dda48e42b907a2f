//! Independent work on all cores, with the same result as on one.

use crate::error::Result;
use std::cmp::Ordering;
use std::collections::{BTreeMap, VecDeque};
use std::num::NonZero;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Scope, ScopedJoinHandle};

/// Below so many items threads cost more than they save.
const MIN_ITEMS: usize = 64;

/// Items that lie ahead of the one that is consumed next, for each thread.
const MAX_AHEAD: usize = 2;

/// Calls `work` for all that `next` gives, on all cores, and `consume` for what it makes of each, in their
/// order. `next` and `consume` are called on this thread, which works too while there is nothing to
/// consume.
///
/// # Errors
/// The first of `next` and `consume`, which ends the work.
pub(super) fn pipeline<T: Send, U: Send>(
    next: impl FnMut() -> Result<Option<T>>,
    work: impl Fn(T) -> U + Sync,
    consume: impl FnMut(U) -> Result<()>,
) -> Result<()> {
    pipeline_on(all_cores(), next, work, consume)
}

fn pipeline_on<T: Send, U: Send>(
    threads: usize,
    mut next: impl FnMut() -> Result<Option<T>>,
    work: impl Fn(T) -> U + Sync,
    mut consume: impl FnMut(U) -> Result<()>,
) -> Result<()> {
    let queue = Queue::new();
    let work = |item| panic::catch_unwind(AssertUnwindSafe(|| work(item)));
    thread::scope(|scope| {
        // However this ends, the others must not wait for more.
        let _closes = Closes(&queue);
        let (mut given, mut consumed, mut is_end) = (0, 0, false);
        // This thread counts; a second one is started when there is a second item.
        let (mut started, mut most) = (1, threads);
        loop {
            if !is_end && given < consumed + MAX_AHEAD * threads.max(1) {
                match next()? {
                    Some(item) => {
                        queue.give(given, item);
                        given += 1;
                        if started < given.min(most) {
                            let work = || queue.work_on(&work);
                            match thread::Builder::new().spawn_scoped(scope, work) {
                                Ok(_) => started += 1,
                                // Where there are no more threads, fewer do the work.
                                Err(_) => most = started,
                            }
                        }
                    }
                    None => is_end = true,
                }
            } else if consumed == given {
                return Ok(());
            } else {
                let made = queue.take_or_work(consumed, &work);
                consume(made.unwrap_or_else(|panic| panic::resume_unwind(panic)))?;
                consumed += 1;
            }
        }
    })
}

/// Items that wait for a thread, and what was made of others, by their numbers.
struct Queue<T, U> {
    state: Mutex<QueueState<T, U>>,
    changed: Condvar,
}

struct QueueState<T, U> {
    waiting: VecDeque<(usize, T)>,
    made: BTreeMap<usize, thread::Result<U>>,
    is_closed: bool,
}

impl<T, U> Queue<T, U> {
    fn new() -> Self {
        Queue {
            state: Mutex::new(QueueState {
                waiting: VecDeque::new(),
                made: BTreeMap::new(),
                is_closed: false,
            }),
            changed: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, QueueState<T, U>> {
        // Nothing panics while it is locked.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn give(&self, number: usize, item: T) {
        self.lock().waiting.push_back((number, item));
        self.changed.notify_all();
    }

    /// Works on the next item that waits; where none does, waits for a change.
    fn work_or_wait<'q>(
        &'q self,
        mut state: MutexGuard<'q, QueueState<T, U>>,
        work: &impl Fn(T) -> thread::Result<U>,
    ) -> MutexGuard<'q, QueueState<T, U>> {
        let Some((number, item)) = state.waiting.pop_front() else {
            return self
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        };
        drop(state);
        let made = work(item);
        let mut state = self.lock();
        state.made.insert(number, made);
        self.changed.notify_all();
        state
    }

    /// Works on items until there will be none.
    fn work_on(&self, work: &impl Fn(T) -> thread::Result<U>) {
        let mut state = self.lock();
        while !state.is_closed {
            state = self.work_or_wait(state, work);
        }
    }

    /// What was made of an item, working on others until it is there.
    fn take_or_work(
        &self,
        number: usize,
        work: &impl Fn(T) -> thread::Result<U>,
    ) -> thread::Result<U> {
        let mut state = self.lock();
        loop {
            if let Some(made) = state.made.remove(&number) {
                return made;
            }
            state = self.work_or_wait(state, work);
        }
    }
}

/// Ends the work on a queue when it is dropped.
struct Closes<'q, T, U>(&'q Queue<T, U>);

impl<T, U> Drop for Closes<'_, T, U> {
    fn drop(&mut self) {
        self.0.lock().is_closed = true;
        self.0.changed.notify_all();
    }
}

/// Sorts items, of which equal ones cannot be told apart.
pub(super) fn sort_unstable_by<T: Send>(
    items: &mut [T],
    compare: impl Fn(&T, &T) -> Ordering + Copy + Send,
) {
    sort_on(threads_for(items.len()), items, compare);
}

fn sort_on<T: Send>(
    threads: usize,
    items: &mut [T],
    compare: impl Fn(&T, &T) -> Ordering + Copy + Send,
) {
    if threads < 2 || items.is_empty() {
        items.sort_unstable_by(compare);
        return;
    }
    let middle = items.len() / 2;
    let (less, _, more) = items.select_nth_unstable_by(middle, compare);
    thread::scope(|scope| {
        let other = spawn(scope, move || sort_on(threads / 2, less, compare));
        sort_on(threads - threads / 2, more, compare);
        if let Err(Some(work)) = other {
            work();
        }
    });
}

/// Starts a thread; where there are no more, gives the work back.
pub(super) fn spawn<'scope, T: Send + 'scope, F: FnOnce() -> T + Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: F,
) -> std::result::Result<ScopedJoinHandle<'scope, Option<T>>, Option<F>> {
    let shared = Arc::new(Mutex::new(Some(work)));
    let theirs = Arc::clone(&shared);
    let started = thread::Builder::new().spawn_scoped(scope, move || {
        let work = take(&theirs);
        work.map(|work| work())
    });
    started.map_err(|_| take(&shared))
}

fn take<F>(shared: &Mutex<Option<F>>) -> Option<F> {
    let mut work = shared.lock().unwrap_or_else(PoisonError::into_inner);
    work.take()
}

fn threads_for(items: usize) -> usize {
    match items {
        0..MIN_ITEMS => 1,
        _ => all_cores(),
    }
}

fn all_cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_on_one_thread(
            items in prop::collection::vec(any::<u16>(), 0..300),
            threads in 0usize..7,
        ) {
            let mut given = items.iter();
            let mut made = Vec::new();
            let next = || Ok(given.next().copied());
            let consume = |item: u32| {
                made.push(item);
                Ok(())
            };
            pipeline_on(threads, next, |item| u32::from(item) + 1, consume).unwrap();
            prop_assert!(made.iter().copied().eq(items.iter().map(|item| u32::from(*item) + 1)));
            let mut sorted = items.clone();
            sort_on(threads, &mut sorted, u16::cmp);
            let mut expected = items;
            expected.sort();
            prop_assert_eq!(sorted, expected);
        }
    }

    #[test]
    fn errors_end_the_work() {
        for threads in 1..4 {
            let mut left = 100;
            let mut next = || {
                left -= 1;
                match left {
                    0 => Err(Error::build("the end")),
                    left => Ok(Some(left)),
                }
            };
            let error = pipeline_on(threads, &mut next, |item| item, |_| Ok(())).unwrap_err();
            assert_eq!(error.to_string(), "building the index: the end");
            let full = |item| match item {
                7 => Err(Error::build("full")),
                _ => Ok(()),
            };
            let error = pipeline_on(threads, || Ok(Some(7)), |item: u8| item, full).unwrap_err();
            assert_eq!(error.to_string(), "building the index: full");
        }
    }

    #[test]
    fn a_panic_is_the_callers() {
        for threads in 1..4 {
            let mut items = 0..50;
            let run = AssertUnwindSafe(|| {
                let work = |item| assert!(item != 20, "of one item");
                pipeline_on(threads, || Ok(items.next()), work, |()| Ok(()))
            });
            let panic = panic::catch_unwind(run).unwrap_err();
            assert_eq!(panic.downcast_ref::<&str>(), Some(&"of one item"));
        }
    }
}
