//! Opening a table that may be packed: `.gz`, `.xz`, or `.zip` as GeoNames ships it.

use crate::error::{Error, Result};
use crate::gazetteer::decode::Utf8Reader;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Opens a table to be read from its beginning, as UTF-8.
pub(super) fn open(path: &Path) -> Result<Utf8Reader<Box<dyn Read>>> {
    let io = |source| Error::io(path, source);
    let file = File::open(path).map_err(io)?;
    let packed = path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default();
    unpack(path, file, &packed.to_ascii_lowercase())
        .and_then(Utf8Reader::new)
        .map_err(io)
}

#[cfg(feature = "archives")]
fn unpack(path: &Path, file: File, packed: &str) -> std::io::Result<Box<dyn Read>> {
    use std::io::BufReader;
    Ok(match packed {
        "gz" => Box::new(flate2::read::MultiGzDecoder::new(BufReader::new(file))),
        "xz" => Box::new(lzma_rust2::XzReader::new(
            BufReader::with_capacity(1 << 18, file),
            true,
        )),
        "zip" => crate::gazetteer::zipped::largest_member(path, file)?,
        _ => Box::new(file),
    })
}

#[cfg(not(feature = "archives"))]
fn unpack(_: &Path, file: File, packed: &str) -> std::io::Result<Box<dyn Read>> {
    match packed {
        "gz" | "xz" | "zip" => Err(std::io::Error::other(
            "packed tables are read with the feature `archives` of toponym only; unpack it, or turn that on",
        )),
        _ => Ok(Box::new(file)),
    }
}
