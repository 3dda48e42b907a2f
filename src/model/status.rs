//! Whether a name could be told which place it means.

use crate::error::{Error, Result};

/// Whether a name could be told which place it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// One place stands out.
    Resolved,
    /// Several places fit about equally well.
    Ambiguous,
    /// No place fits.
    Unknown,
}

impl Status {
    /// The word that output for programs uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Resolved => "resolved",
            Status::Ambiguous => "ambiguous",
            Status::Unknown => "unknown",
        }
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Status {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "resolved" => Ok(Status::Resolved),
            "ambiguous" => Ok(Status::Ambiguous),
            "unknown" => Ok(Status::Unknown),
            _ => Err(Error::invalid(
                "status",
                text,
                "expected resolved, ambiguous or unknown",
            )),
        }
    }
}
