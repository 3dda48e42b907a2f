//! Opening a table that may be packed: `.gz`, `.xz`, or `.zip` as GeoNames ships it.

use crate::error::{Error, Result};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Opens a table to be read from its beginning.
pub(super) fn open(path: &Path) -> Result<Box<dyn Read>> {
    let io = |source| Error::Io {
        path: path.to_owned(),
        source,
    };
    let file = File::open(path).map_err(io)?;
    let packed = path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default();
    unpack(path, file, &packed.to_ascii_lowercase()).map_err(io)
}

#[cfg(feature = "archives")]
fn unpack(path: &Path, file: File, packed: &str) -> std::io::Result<Box<dyn Read>> {
    use std::io::{BufReader, Seek, SeekFrom};
    Ok(match packed {
        "gz" => Box::new(flate2::read::MultiGzDecoder::new(BufReader::new(file))),
        "xz" => Box::new(lzma_rust2::XzReader::new(
            BufReader::with_capacity(1 << 18, file),
            true,
        )),
        "zip" => {
            let mut archive = zip::ZipArchive::new(BufReader::new(file))?;
            // GeoNames' archive of alternate names holds a table of languages too; the largest
            // file is the one that is meant.
            let sizes = (0..archive.len()).map(|i| Ok((archive.by_index_raw(i)?.size(), i)));
            let sizes: Vec<(u64, usize)> = sizes.collect::<Result<_, zip::result::ZipError>>()?;
            let largest = sizes
                .into_iter()
                .max_by_key(|&(size, i)| (size, std::cmp::Reverse(i)));
            let (_, largest) =
                largest.ok_or_else(|| std::io::Error::other("the archive is empty"))?;
            let member = archive.by_index_raw(largest)?;
            let (method, len) = (member.compression(), member.compressed_size());
            let start = member
                .data_start()
                .ok_or_else(|| std::io::Error::other("the archive is damaged"))?;
            drop(member);
            let mut file = File::open(path)?;
            file.seek(SeekFrom::Start(start))?;
            let packed = BufReader::with_capacity(1 << 18, file).take(len);
            match method {
                zip::CompressionMethod::Stored => Box::new(packed),
                zip::CompressionMethod::DEFLATE => {
                    Box::new(flate2::bufread::DeflateDecoder::new(packed))
                }
                other => {
                    return Err(std::io::Error::other(format!(
                        "the archive is packed by {other}, not by deflate"
                    )));
                }
            }
        }
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
