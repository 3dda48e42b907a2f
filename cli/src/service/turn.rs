//! Turns: the right of a scan to work, which others have while its client does not read.
//!
//! A scan that waits keeps its thread, for what it has read so far stands there, and gives back its permit. Once there
//! is room it goes on beside the others, as one of so many that have waited: behind all that came meanwhile it might
//! wait for each piece of its answer. So there are at most twice as many threads that work as there are workers, and
//! [`MOST_WAITING`] that wait.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The most scans that wait for their clients. Where one more has to, the answer of the one that has waited for
/// longest breaks off.
pub(crate) const MOST_WAITING: usize = 32;

/// How long a client is waited for before others work: one that reads has made room by then.
const GRACE: Duration = Duration::from_millis(50);

/// The right to work.
pub(crate) struct Turn {
    permit: Option<OwnedSemaphorePermit>,
    waits: Arc<Waits>,
}

/// What waits for clients.
pub(crate) struct Waits {
    /// For those that have waited.
    permits: Arc<Semaphore>,
    waiting: Mutex<Waiting>,
}

#[derive(Default)]
struct Waiting {
    /// Numbers are given in the order in which they came.
    next: u64,
    /// Dropped to end a wait.
    ends: BTreeMap<u64, oneshot::Sender<()>>,
}

/// One that waits.
struct Wait<'w> {
    waits: &'w Waits,
    number: u64,
    ended: oneshot::Receiver<()>,
}

impl Turn {
    /// A turn that was waited for.
    pub fn new(permit: OwnedSemaphorePermit, waits: &Arc<Waits>) -> Self {
        Turn {
            permit: Some(permit),
            waits: Arc::clone(waits),
        }
    }

    /// Waits for what a client has to do, and then for a permit to go on; none if others need the place.
    pub async fn wait<T>(&mut self, client: impl Future<Output = T>) -> Option<T> {
        let mut client = pin!(client);
        if let Ok(done) = tokio::time::timeout(GRACE, client.as_mut()).await {
            return Some(done);
        }
        self.permit = None;
        let mut wait = self.waits.enter();
        let go_on = async {
            let done = client.await;
            let permit = Arc::clone(&self.waits.permits).acquire_owned().await;
            (done, permit.ok())
        };
        tokio::select! {
            (done, permit) = go_on => {
                self.permit = permit;
                Some(done)
            }
            _ = &mut wait.ended => None,
        }
    }
}

impl Waits {
    /// So many that have waited go on at a time.
    pub fn new(threads: usize) -> Arc<Self> {
        Arc::new(Waits {
            permits: Arc::new(Semaphore::new(threads)),
            waiting: Mutex::default(),
        })
    }

    fn enter(&self) -> Wait<'_> {
        let mut waiting = self.waiting();
        if waiting.ends.len() >= MOST_WAITING {
            waiting.ends.pop_first();
        }
        let number = waiting.next;
        waiting.next += 1;
        let (end, ended) = oneshot::channel();
        waiting.ends.insert(number, end);
        Wait {
            waits: self,
            number,
            ended,
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Wait<'_> {
    fn drop(&mut self) {
        self.waits.waiting().ends.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_WAITING, Turn, Waits};
    use std::future::{pending, ready};
    use std::sync::Arc;
    use tokio::sync::{Semaphore, oneshot};

    fn run(test: impl Future<Output = ()>) {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        runtime.enable_time().build().unwrap().block_on(test);
    }

    async fn turn(permits: &Arc<Semaphore>, waits: &Arc<Waits>) -> Turn {
        let permit = Arc::clone(permits).acquire_owned().await.unwrap();
        Turn::new(permit, waits)
    }

    #[test]
    fn others_work_while_a_client_does_not_read() {
        run(async {
            let (permits, waits) = (Arc::new(Semaphore::new(1)), Waits::new(1));
            let mut first = turn(&permits, &waits).await;
            let (room, made) = oneshot::channel::<()>();
            let waiting = tokio::spawn(async move {
                let done = first.wait(made).await;
                (first, done)
            });
            // It would never come if the first kept its permit.
            let mut second = turn(&permits, &waits).await;
            assert_eq!(second.wait(ready(5)).await, Some(5));
            // The first goes on, though the second works.
            room.send(()).unwrap();
            let (first, done) = waiting.await.unwrap();
            assert_eq!(done, Some(Ok(())));
            assert!(first.permit.is_some() && second.permit.is_some());
            assert!(waits.waiting().ends.is_empty());
        });
    }

    #[test]
    fn who_has_waited_for_longest_makes_place() {
        run(async {
            let (permits, waits) = (Arc::new(Semaphore::new(1)), Waits::new(1));
            let mut all = Vec::new();
            for _ in 0..=MOST_WAITING {
                let mut turn = turn(&permits, &waits).await;
                all.push(tokio::spawn(
                    async move { turn.wait(pending::<()>()).await },
                ));
            }
            assert_eq!(all.remove(0).await.unwrap(), None);
            assert_eq!(waits.waiting().ends.len(), MOST_WAITING);
            assert!(all.iter().all(|waiting| !waiting.is_finished()));
            for waiting in all {
                waiting.abort();
                let _ = waiting.await;
            }
            assert!(waits.waiting().ends.is_empty());
        });
    }
}
