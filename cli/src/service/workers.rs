//! Work of the processor that takes longer than a name: texts, batches. It runs on threads of its own,
//! as many at a time as there are processors, so that short questions are answered meanwhile.

use crate::service::problem::Problem;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The threads that work.
pub(crate) struct Workers {
    permits: Arc<Semaphore>,
}

impl Workers {
    /// So many threads.
    pub fn new(threads: usize) -> Self {
        Workers {
            permits: Arc::new(Semaphore::new(threads)),
        }
    }

    /// Waits for a thread. How many wait is bounded by the number of requests, how long by their time.
    pub async fn permit(&self) -> Result<OwnedSemaphorePermit, Problem> {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        permit.map_err(|_| Problem::fault())
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
