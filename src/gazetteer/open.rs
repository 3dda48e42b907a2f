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
    use crate::gazetteer::zipped::table_member;
    use std::io::BufReader;
    let bytes = file.metadata()?.len();
    let buffered = |file| BufReader::with_capacity(1 << 18, file);
    Ok(match packed {
        "gz" => {
            let unpacker = flate2::read::MultiGzDecoder::new(buffered(file));
            read_ahead(PackedTable(unpacker), bytes)
        }
        "xz" => {
            let unpacker = lzma_rust2::XzReader::new_mem_limit(buffered(file), true, MAX_XZ_KIB);
            read_ahead(PackedTable(unpacker), bytes)
        }
        "zip" => read_ahead(table_member(path, file)?, bytes),
        _ => Box::new(file),
    })
}

/// Unpacks a file of so many bytes on a thread of its own, if that takes longer than to start one.
#[cfg(feature = "archives")]
fn read_ahead(unpacker: impl Read + Send + 'static, bytes: u64) -> Box<dyn Read> {
    use crate::gazetteer::read_ahead::ReadAhead;
    match bytes {
        0..SMALL_ARCHIVE => Box::new(unpacker),
        _ => Box::new(ReadAhead::new(unpacker)),
    }
}

/// A packed table that is shorter than so many bytes is unpacked while it is read.
#[cfg(feature = "archives")]
const SMALL_ARCHIVE: u64 = 64 << 10;

/// The memory for unpacking, in KiB, that a `.xz` file may ask for: `xz -9` asks for a quarter of it. A file of a
/// hundred bytes could ask for 4 GiB.
#[cfg(feature = "archives")]
const MAX_XZ_KIB: u32 = 256 << 10;

/// Unpacks a table, and says what to do where that fails.
#[cfg(feature = "archives")]
struct PackedTable<R: Read>(R);

#[cfg(feature = "archives")]
impl<R: Read> Read for PackedTable<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        use std::io::ErrorKind;
        self.0.read(buffer).map_err(|error| match error.kind() {
            ErrorKind::Interrupted => error,
            ErrorKind::OutOfMemory => std::io::Error::other(format!(
                "takes more than {} MiB of memory to unpack: unpack it first",
                MAX_XZ_KIB >> 10
            )),
            kind => std::io::Error::new(
                kind,
                format!("is damaged, cut short or packed otherwise than its name says ({error}): fetch it again"),
            ),
        })
    }
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
