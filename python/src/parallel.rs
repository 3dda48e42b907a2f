//! Work on threads, while Python goes on.

use crate::guarded::caught;
use pyo3::prelude::*;
use std::num::NonZero;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;
use toponym::{Mention, Mentions};

/// How often Python is asked whether to go on.
const INTERVAL: Duration = Duration::from_millis(100);
/// No machine does more at once, and systems refuse to make threads without end.
const MOST_THREADS: usize = 256;

/// Does `work` for blocks of so many of the things 0 to `count`, and gives what comes of them in their
/// order.
///
/// Without the interpreter's lock; it is taken now and then to call `progress` with the number of things
/// done, and to look for Ctrl-C. What either raises stops the work, which looks itself whether it was within a block:
/// what it gives then goes nowhere.
pub(crate) fn in_blocks<T: Send>(
    py: Python<'_>,
    count: usize,
    block: usize,
    threads: Option<usize>,
    progress: Option<&Py<PyAny>>,
    work: impl Fn(Range<usize>, &AtomicBool) -> T + Sync,
) -> PyResult<Vec<T>> {
    let blocks = count.div_ceil(block);
    let threads =
        threads.unwrap_or_else(|| thread::available_parallelism().map_or(1, NonZero::get));
    let threads = threads.min(MOST_THREADS).clamp(1, blocks.max(1));
    let (next, done, stopped) = (
        AtomicUsize::new(0),
        AtomicUsize::new(0),
        AtomicBool::new(false),
    );
    let tell = |py: Python<'_>| {
        py.check_signals()?;
        match progress {
            Some(progress) => progress
                .call1(py, (done.load(Ordering::Relaxed),))
                .map(drop),
            None => Ok(()),
        }
    };
    let on_threads = || {
        thread::scope(|scope| {
            let (sender, results) = channel();
            for started in 0..threads {
                let sender = sender.clone();
                let (next, done, stopped, work) = (&next, &done, &stopped, &work);
                let spawned = thread::Builder::new().spawn_scoped(scope, move || {
                    while !stopped.load(Ordering::Relaxed) {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= blocks {
                            break;
                        }
                        let things = number * block..count.min((number + 1) * block);
                        let length = things.len();
                        let result = work(things, stopped);
                        done.fetch_add(length, Ordering::Relaxed);
                        // Nobody waits for it any more only where the work was stopped.
                        let _ = sender.send((number, result));
                    }
                });
                match spawned {
                    Ok(_) => {}
                    Err(error) if started == 0 => return Err(error.into()),
                    // Those that there are do all of the work.
                    Err(_) => break,
                }
            }
            drop(sender);
            let mut all = Vec::with_capacity(blocks);
            let mut asked = std::time::Instant::now();
            loop {
                match results.recv_timeout(INTERVAL) {
                    Ok(result) => all.push(result),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => return Ok(all),
                }
                if asked.elapsed() >= INTERVAL {
                    if let Err(raised) = Python::attach(tell) {
                        stopped.store(true, Ordering::Relaxed);
                        return Err(raised);
                    }
                    asked = std::time::Instant::now();
                }
            }
        })
    };
    // Texts of a column that others change while they are read may be no texts any more.
    let told =
        || "a thread failed; the bytes of a column must not change while it is read".to_owned();
    let mut results: Vec<(usize, T)> = caught(told, || py.detach(on_threads))?;
    tell(py)?;
    results.sort_unstable_by_key(|(number, _)| *number);
    Ok(results.into_iter().map(|(_, result)| result).collect())
}

/// Does `work`, which is one piece, as [`in_blocks`] does.
pub(crate) fn in_one<T: Send>(
    py: Python<'_>,
    work: impl Fn(&AtomicBool) -> T + Sync,
) -> PyResult<Option<T>> {
    let mut done = in_blocks(py, 1, 1, Some(1), None, |_, stopped| work(stopped))?;
    Ok(done.pop())
}

/// Mentions, as long as the work was not stopped; a text may go on for long without one.
pub(crate) fn mentions_until<'r, 't>(
    stopped: &AtomicBool,
    mut mentions: Mentions<'r, 't>,
) -> impl Iterator<Item = Mention<'r, 't>> {
    std::iter::from_fn(move || {
        loop {
            if stopped.load(Ordering::Relaxed) {
                return None;
            }
            if !mentions.read_ahead() {
                return mentions.next();
            }
        }
    })
}
