//! Work of the processor that takes longer than a name: texts, batches. It runs on threads of its own,
//! as many at a time as there are processors, so that short questions are answered meanwhile.

use crate::service::params::Params;
use crate::service::problem::Problem;
use crate::service::turn::{MOST_WAITING, Turn, Waits};
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// From so many bytes on a name may take milliseconds, and not microseconds.
const LONG_NAME: usize = 96;

/// Up to so many letters a beginning is that of so many names that it takes as long.
const SHORT_BEGINNING: usize = 3;

/// Whether a name is looked for by the workers.
pub(crate) fn is_long_name(name: &str) -> bool {
    name.len() > LONG_NAME
}

/// Whether the places that are named beside a question are looked for by the workers: each is looked for as a name
/// is, and they may be many.
pub(crate) fn are_long_names(params: &Params) -> bool {
    params.bytes_of(&["country", "in"]) > LONG_NAME
}

/// Whether what begins so is looked for by the workers. Where few places are wanted of all that are called so
/// (`is_narrowed`), nearly all names that begin so may be looked at.
pub(crate) fn is_long_beginning(beginning: &str, is_narrowed: bool) -> bool {
    is_narrowed || is_long_name(beginning) || beginning.trim().chars().count() <= SHORT_BEGINNING
}

/// The threads that work.
pub(crate) struct Workers {
    permits: Arc<Semaphore>,
    waits: Arc<Waits>,
}

impl Workers {
    /// So many threads.
    pub fn new(threads: usize) -> Self {
        Workers {
            permits: Arc::new(Semaphore::new(threads)),
            waits: Waits::new(threads),
        }
    }

    /// The most threads that these workers take: those that work, those that have waited for a client and work
    /// again, and those that wait.
    pub fn most_threads(threads: usize) -> usize {
        2 * threads + MOST_WAITING
    }

    /// Waits for a thread. How many wait is bounded by the number of requests, how long by their time.
    async fn permit(&self) -> Result<OwnedSemaphorePermit, Problem> {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        permit.map_err(|_| Problem::fault())
    }

    /// Waits for a thread as [`Workers::permit`] does, for work that may wait for its client.
    pub async fn turn(&self) -> Result<Turn, Problem> {
        Ok(Turn::new(self.permit().await?, &self.waits))
    }

    /// Looks for a name: by a thread of the workers if that is long work, and here if it takes microseconds.
    pub async fn look_for<T: Send + 'static>(
        &self,
        is_long: bool,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        match is_long {
            true => self.run(work).await,
            false => Ok(work()),
        }
    }

    /// Does some work, which keeps its thread until it is done even if nobody waits for it any more.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let permit = self.permit().await?;
        let work = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            work()
        });
        work.await.map_err(|error| {
            tracing::error!(%error, "work ended early");
            Problem::fault()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::are_long_names;
    use crate::service::params::Params;

    #[test]
    fn long_and_many_places_beside_a_question_are_looked_for_by_the_workers() {
        let is_long = |query: &str| are_long_names(&Params::parse(query).unwrap());
        assert!(!is_long("q=a&country=AM,AZ&in=Shirak"));
        assert!(is_long(&format!("q=a&in={}", "a".repeat(97))));
        assert!(is_long(&format!("q=a&country={}", "a".repeat(97))));
        assert!(is_long(&"in=Stepanakirt&".repeat(32)));
        assert!(!is_long(&"q=Stepanakirt&".repeat(32)));
    }
}
