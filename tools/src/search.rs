//! What a program searches.

use crate::program::Stop;
use std::ffi::OsStr;
use toponym::{Index, Resolver};

/// The resolver over the index in a file; over the embedded gazetteer without a file.
pub fn resolver(index: Option<&OsStr>) -> Result<Resolver, Stop> {
    let Some(path) = index else {
        return Ok(Resolver::embedded());
    };
    // With the map, a program that asks one name reads a few pages of a world's index.
    #[cfg(feature = "mmap")]
    let index = Index::open_mmap(path)?;
    #[cfg(not(feature = "mmap"))]
    let index = Index::open(path)?;
    Ok(Resolver::new(index))
}
