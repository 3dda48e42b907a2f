//! How much an answer may take while it is made.

use crate::service::problem::Problem;
use axum::http::StatusCode;
use std::io::{self, Write};

/// The most bytes of an answer: a place may have thousands of names, be in units of long ones, and stand in an answer
/// hundreds of times.
pub(crate) const MAX_BYTES: usize = 16 << 20;

/// What is left of it.
pub(crate) struct Budget {
    most: usize,
    left: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Budget::of(MAX_BYTES)
    }
}

impl Budget {
    pub fn of(bytes: usize) -> Self {
        Budget {
            most: bytes,
            left: bytes,
        }
    }

    /// Takes so many bytes of it.
    ///
    /// # Errors
    /// If there are fewer. `cure` says what to ask instead.
    pub fn take(&mut self, bytes: usize, cure: &str) -> Result<(), Problem> {
        let Some(left) = self.left.checked_sub(bytes) else {
            return Err(too_large(self.most, cure));
        };
        self.left = left;
        Ok(())
    }
}

/// An answer that is written whole before it is sent. Of one that is too long nothing is kept.
#[derive(Default)]
pub(crate) struct Written {
    bytes: Vec<u8>,
    is_too_long: bool,
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.is_too_long |= bytes.len() > MAX_BYTES.saturating_sub(self.bytes.len());
        match self.is_too_long {
            true => self.bytes = Vec::new(),
            false => self.bytes.extend_from_slice(bytes),
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Written {
    /// What was written.
    ///
    /// # Errors
    /// If it is too long. `cure` says what to ask instead.
    pub fn whole(self, cure: &str) -> Result<Vec<u8>, Problem> {
        match self.is_too_long {
            true => Err(too_large(MAX_BYTES, cure)),
            false => Ok(self.bytes),
        }
    }
}

fn too_large(most: usize, cure: &str) -> Problem {
    let detail = format!("the answer takes more than {most} bytes; {cure}");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "answer-too-large", detail)
}

#[cfg(test)]
mod tests {
    use super::{Budget, MAX_BYTES, Written};
    use std::io::Write;

    #[test]
    fn a_budget_is_taken_to_its_last_byte() {
        let mut budget = Budget::of(10);
        assert!(budget.take(4, "").is_ok() && budget.take(6, "").is_ok());
        assert!(budget.take(0, "").is_ok() && budget.take(1, "").is_err());
    }

    #[test]
    fn what_is_too_long_is_not_kept() {
        let mut written = Written::default();
        let half = vec![b'x'; MAX_BYTES / 2];
        written.write_all(&half).unwrap();
        written.write_all(&half).unwrap();
        assert_eq!(written.bytes.len(), MAX_BYTES);
        written.write_all(b"x").unwrap();
        assert_eq!(written.bytes.capacity(), 0);
        written.write_all(&half).unwrap();
        assert!(written.whole("").is_err());
    }
}
