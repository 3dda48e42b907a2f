//! What the fuzz targets share: a small gazetteer, and how options are read out of an input.
//!
//! Inputs are plain bytes, options first and text behind them, so that a dictionary of words and a
//! corpus that people can read are of use to the fuzzer.

pub mod options;

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;
use toponym::{IndexBuilder, Resolver};
pub use toponym_fuzz_seed::{exercise, few, gazetteer, index, parts as index_parts};

/// A resolver of the small gazetteer.
pub static RESOLVER: LazyLock<Resolver> = LazyLock::new(|| Resolver::new(index()));

/// Parts an input at zero bytes into so many parts; those that are missing are empty.
pub fn parts<const N: usize>(data: &[u8]) -> [&[u8]; N] {
    let mut parts = data.splitn(N, |byte| *byte == 0);
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// A folder for the files that programs read, in memory where the system has such.
pub static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    // One of each program, its files written anew by each run: a run that a fault ends leaves nothing to pile up.
    let program = std::env::current_exe().expect("a program has a path");
    let name = program.file_name().unwrap_or_default();
    let name = format!("toponym-fuzz-{}", name.to_string_lossy());
    let in_memory = PathBuf::from("/dev/shm").join(&name);
    if fs::create_dir_all(&in_memory).is_ok() {
        return in_memory;
    }
    let folder = std::env::temp_dir().join(name);
    fs::create_dir_all(&folder).expect("there is a folder for temporary files");
    folder
});

/// The small gazetteer as a file.
pub static INDEX_FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    let path = FOLDER.join("gazetteer.toponym");
    IndexBuilder::new()
        .add_gazetteer(gazetteer())
        .write(&path)
        .expect("the small index is written");
    path
});

/// The service over the small gazetteer.
pub static SERVICE: LazyLock<toponym_cli::ServiceProbe> =
    LazyLock::new(|| toponym_cli::ServiceProbe::new(&INDEX_FILE).expect("a service starts"));

/// Bytes as a form or a query of an address has them.
pub fn escape(bytes: &[u8]) -> String {
    let mut escaped = String::with_capacity(3 * bytes.len());
    for byte in bytes {
        if byte.is_ascii_alphanumeric() {
            escaped.push(char::from(*byte));
        } else {
            let digit = |half: u8| char::from(b"0123456789ABCDEF"[usize::from(half)]);
            escaped.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    escaped
}
