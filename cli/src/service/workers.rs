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

/// How long work may take, as far as what is asked tells. The gazetteer may make it longer, by many places that are
/// called the same and lie in each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Length {
    /// Microseconds: a word, a point. It is done where it is asked.
    Short,
    /// Microseconds as a rule: words, of which each may tell what the others lie in. It runs on threads that do nothing
    /// else, so that it waits for no text and nothing that takes microseconds waits for it.
    Words,
    /// Milliseconds and more. It runs where batches do.
    Long,
}

impl Length {
    /// Of looking for a name.
    pub fn of_name(name: &str) -> Length {
        match name.len() > LONG_NAME {
            true => Length::Long,
            false if name.chars().all(char::is_alphabetic) => Length::Short,
            false => Length::Words,
        }
    }

    /// Of the places that are named beside a question: each is looked for as a name is, and what is asked for may lie in
    /// any place that is called so.
    pub fn of_places_beside(params: &Params) -> Length {
        match params.bytes_of(&["country", "in"]) {
            0 => Length::Short,
            1..=LONG_NAME => Length::Words,
            _ => Length::Long,
        }
    }

    /// Of looking for what begins so. Where few places are wanted of all that are called so (`is_narrowed`), nearly all
    /// names that begin so may be looked at.
    pub fn of_beginning(beginning: &str, is_narrowed: bool) -> Length {
        // Marks and signs are no part of what is compared.
        let letters = beginning.chars().filter(|letter| letter.is_alphanumeric());
        let is_long =
            is_narrowed || beginning.len() > LONG_NAME || letters.count() <= SHORT_BEGINNING;
        match is_long {
            true => Length::Long,
            false => Length::Short,
        }
    }
}

/// The threads that work.
pub(crate) struct Workers {
    texts: Arc<Semaphore>,
    batches: Arc<Semaphore>,
    /// For names of several words.
    words: Arc<Semaphore>,
    /// For short names, on the threads that serve.
    short: Arc<Semaphore>,
    waits: Arc<Waits>,
}

impl Workers {
    /// So many threads.
    pub fn new(threads: usize) -> Self {
        Workers {
            texts: Arc::new(Semaphore::new(threads)),
            batches: Arc::new(Semaphore::new(threads)),
            words: Arc::new(Semaphore::new(threads)),
            short: Arc::new(Semaphore::new(threads)),
            waits: Waits::new(threads),
        }
    }

    /// The threads that serve: one more than look for short names, which take long in a gazetteer of hundred thousands of
    /// places of one name. So one is always left for what is no name.
    pub fn serving_threads(threads: usize) -> usize {
        threads + 1
    }

    /// The most threads that these workers take beside those that serve: those that read texts, those that have waited for a client and read
    /// again, those that wait, those that answer batches, and those that look for words.
    pub fn most_threads(threads: usize) -> usize {
        4 * threads + MOST_WAITING
    }

    /// Waits for a thread, for work that may wait for its client.
    pub async fn turn(&self) -> Result<Turn, Problem> {
        Ok(Turn::new(permit(&self.texts).await?, &self.waits))
    }

    /// Looks for a name, or for what else may take so long. What is short is done where it is asked, as long as another
    /// thread serves; then it waits for those that look for names of several words.
    pub async fn look_for<T: Send + 'static>(
        &self,
        length: Length,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        match length {
            Length::Short => match self.short.try_acquire() {
                Ok(_permit) => Ok(work()),
                Err(_) => run_by(&self.words, work).await,
            },
            Length::Words => run_by(&self.words, work).await,
            Length::Long => self.run(work).await,
        }
    }

    /// Does some work of many questions, which keeps its thread until it is done even if nobody waits for it any more.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        run_by(&self.batches, work).await
    }
}

/// Waits for a thread. How many wait is bounded by the number of requests, how long by their time.
async fn permit(permits: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit, Problem> {
    let permit = Arc::clone(permits).acquire_owned().await;
    permit.map_err(|_| Problem::fault())
}

/// Does some work on one of so many threads.
async fn run_by<T: Send + 'static>(
    permits: &Arc<Semaphore>,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Problem> {
    let permit = permit(permits).await?;
    let work = tokio::task::spawn_blocking(move || {
        let _permit = permit;
        work()
    });
    work.await.map_err(|error| {
        tracing::error!(%error, "work ended early");
        Problem::fault()
    })
}

#[cfg(test)]
mod tests {
    use super::{Length, Workers};
    use crate::service::params::Params;
    use std::thread::{ThreadId, current};

    #[test]
    fn long_and_many_places_beside_a_question_are_looked_for_by_the_workers() {
        let length = |query: &str| Length::of_places_beside(&Params::parse(query).unwrap());
        assert_eq!(length("q=Gyumri"), Length::Short);
        assert_eq!(length("q=a&country=AM,AZ&in=Shirak"), Length::Words);
        assert_eq!(length(&format!("q=a&in={}", "a".repeat(97))), Length::Long);
        assert_eq!(
            length(&format!("q=a&country={}", "a".repeat(97))),
            Length::Long
        );
        assert_eq!(length(&"in=Stepanakirt&".repeat(32)), Length::Long);
        assert_eq!(length(&"q=Stepanakirt&".repeat(32)), Length::Short);
    }

    #[test]
    fn words_beside_each_other_are_no_short_name() {
        for short in ["Gyumri", "غيومري", "Գյումրի"] {
            assert_eq!(Length::of_name(short), Length::Short, "{short}");
        }
        for words in [
            "Goris, Armenia",
            "صور لبنان",
            "Goris_Armenia",
            "صور،لبنان",
            "a-b",
        ] {
            assert_eq!(Length::of_name(words), Length::Words, "{words}");
        }
        assert_eq!(Length::of_name(&"a ".repeat(50)), Length::Long);
    }

    #[test]
    fn marks_make_no_beginning_longer() {
        let length = |beginning: &str| Length::of_beginning(beginning, false);
        assert_eq!(length("Gyum"), Length::Short);
        assert_eq!(length("a\u{301}\u{301}\u{301}"), Length::Long);
        assert_eq!(length("Al\u{200D}\u{301}"), Length::Long);
    }

    #[test]
    fn what_may_be_long_runs_on_no_thread_that_serves() {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        runtime.build().unwrap().block_on(async {
            let workers = Workers::new(1);
            let here = current().id();
            let thread = async |length| -> ThreadId {
                workers.look_for(length, || current().id()).await.unwrap()
            };
            assert_eq!(thread(Length::Short).await, here);
            assert_ne!(thread(Length::Long).await, here);
            // One thread serves always.
            let busy = workers.short.acquire().await.unwrap();
            assert_ne!(thread(Length::Short).await, here);
            drop(busy);
            // It would never come if it waited for texts.
            let _text = workers.turn().await.unwrap();
            assert_ne!(thread(Length::Words).await, here);
        });
    }
}
