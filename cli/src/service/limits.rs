//! How much a request may ask for.

use crate::service::params::within;
use crate::service::problem::Problem;
use clap::Args;
use std::time::{Duration, Instant};

/// Bounds of what one request, and all of them at once, may take.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Limits")]
pub(crate) struct Limits {
    /// The largest body of a request, in bytes: a text to scan, a batch
    #[arg(long, value_name = "BYTES", default_value_t = 1 << 20, value_parser = bytes)]
    pub max_body: usize,
    /// The longest name, in bytes of UTF-8
    #[arg(long, value_name = "BYTES", default_value_t = 512, value_parser = name_bytes)]
    pub max_name: usize,
    /// The most names, or ids, in one batch of reconciliation
    #[arg(long, value_name = "N", default_value_t = 256, value_parser = count)]
    pub max_batch: usize,
    /// The most requests that are answered at once; more get status 429
    #[arg(long, value_name = "N", default_value_t = 256, value_parser = count)]
    pub max_requests: usize,
    /// The most open connections; more wait until one is closed
    #[arg(long, value_name = "N", default_value_t = 1024, value_parser = count)]
    pub max_connections: usize,
    /// After so many seconds a request is given up with status 408, a connection that sends
    /// nothing, or does not read, is closed, and on shutdown what is still being answered is cut off
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub timeout: u64,
}

impl Limits {
    /// The most answers that one question gets.
    pub const MAX_ANSWERS: usize = 100;
    /// The most names of a place that a column or a page is made of, the ones to show first; those of cities have some
    /// hundred.
    pub const MAX_NAMES: usize = 4096;
    /// The most mentions of a text whose features are places: all are held until the text is read.
    pub const MAX_MENTIONS_BY_PLACE: usize = 100_000;
    /// The bytes of all answers above 64 KiB that wait for clients to read them, but for those of texts, which are
    /// sent while they are written.
    pub const MAX_HELD: usize = 64 << 20;
    /// The longest head of a request (its line with the query, its headers) that is sure to be read, in bytes; one
    /// that comes in few pieces may be somewhat longer.
    pub const MAX_HEAD: usize = 64 << 10;
    /// The longest query of a request's line, in bytes.
    pub const MAX_QUERY: usize = 32 << 10;

    /// How long a request may take.
    pub fn time(&self) -> Duration {
        Duration::from_secs(self.timeout)
    }

    /// The bounds of the names beside a question that begins now.
    pub fn names_beside(&self) -> NamesBeside {
        NamesBeside {
            bytes: self.max_name,
            deadline: self.deadline(),
        }
    }

    /// The deadline of a request that begins now.
    pub fn deadline(&self) -> Deadline {
        Deadline::after(self.time())
    }
}

/// When nobody waits any more for what is asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deadline {
    at: Instant,
    time: Duration,
}

impl Deadline {
    /// In so long a time from now.
    pub fn after(time: Duration) -> Self {
        let at = Instant::now() + time;
        Deadline { at, time }
    }

    /// The moment itself.
    pub fn at(self) -> Instant {
        self.at
    }

    /// Refuses to go on once it has passed. What was found until then is no answer: it would look like a whole one to a
    /// client that it reached after all.
    pub fn check(self) -> Result<(), Problem> {
        match Instant::now() < self.at {
            true => Ok(()),
            false => Err(Problem::timeout(self.time)),
        }
    }
}

/// How long the names of countries and units beside a question may be, and until when they are looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NamesBeside {
    bytes: usize,
    deadline: Deadline,
}

impl NamesBeside {
    /// Refuses the value of a parameter that is too long, or that nobody waits for any more.
    pub fn check(&self, what: &str, text: &str) -> Result<(), Problem> {
        within(what, text, self.bytes)?;
        self.deadline.check()
    }
}

fn count(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(count @ 1..=1_000_000) => Ok(count),
        _ => Err("expected a number from 1 to 1000000".to_owned()),
    }
}

fn bytes(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(bytes @ 1..=0x4000_0000) => Ok(bytes),
        _ => Err("expected a number of bytes from 1 to 1073741824".to_owned()),
    }
}

fn name_bytes(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(bytes @ 1..=toponym::Query::LONGEST_NAME) => Ok(bytes),
        _ => Err(format!(
            "expected a number of bytes from 1 to {}",
            toponym::Query::LONGEST_NAME
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::{Deadline, Duration, NamesBeside};

    #[test]
    fn names_beside_a_question_are_looked_for_in_its_time() {
        let bounds = |time| NamesBeside {
            bytes: 4,
            deadline: Deadline::after(time),
        };
        let in_time = bounds(Duration::from_secs(1000));
        assert!(in_time.check("in", "Lori").is_ok());
        assert!(in_time.check("in", "Shirak").is_err());
        assert!(bounds(Duration::ZERO).check("in", "Lori").is_err());
    }
}
