//! Members of zip archives, read to their end only if they are what was packed.

use flate2::bufread::DeflateDecoder;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use zip::CompressionMethod;

/// The table in an archive: the member that is a text, beside GeoNames' readme and its table of languages; where
/// none is, the largest file.
pub(super) fn table_member(path: &Path, file: File) -> io::Result<Box<dyn Read + Send>> {
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|error| {
        let what = format!("the archive is damaged or cut short ({error}): fetch it again");
        io::Error::new(io::ErrorKind::InvalidData, what)
    })?;
    let mut largest: Option<(u64, usize)> = None;
    let (mut table, mut name_of_table) = (None, String::new());
    for i in 0..archive.len() {
        let member = archive.by_index_raw(i)?;
        let (size, name) = (member.size(), member.name()?.into_owned());
        if largest.is_none_or(|(most, _)| size > most) {
            largest = Some((size, i));
        }
        if is_table(&name) && size > 0 {
            if table.replace(i).is_some() {
                return Err(io::Error::other(format!(
                    "holds more tables than one ({name_of_table:?} and {name:?}): unpack it, and give each"
                )));
            }
            name_of_table = name;
        }
    }
    let largest = largest.map(|(_, largest)| largest);
    let largest = table
        .or(largest)
        .ok_or_else(|| io::Error::other("the archive is empty"))?;
    let member = archive.by_index_raw(largest)?;
    let name = member.name()?.into_owned();
    let fails = |what: String| io::Error::other(format!("its member {name:?} {what}"));
    if member.encrypted() {
        return Err(fails("is encrypted: unpack it first".into()));
    }
    let start = member.data_start();
    let start = start.ok_or_else(|| fails("is damaged: fetch the archive again".into()))?;
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(start))?;
    let packed = BufReader::with_capacity(1 << 18, file).take(member.compressed_size());
    let unpacked: Box<dyn Read + Send> = match member.compression() {
        CompressionMethod::Stored => Box::new(packed),
        CompressionMethod::DEFLATE => Box::new(DeflateDecoder::new(packed)),
        other => {
            return Err(fails(format!(
                "is packed by {other}, and only deflate is read: unpack it first"
            )));
        }
    };
    Ok(Box::new(ChecksumReader {
        unpacked,
        left: member.size(),
        checksum: crc32fast::Hasher::new(),
        expected: member.crc32(),
        name,
    }))
}

/// Whether a member may be a table by its name.
fn is_table(name: &str) -> bool {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let file = file.to_ascii_lowercase();
    let is_text = file
        .rsplit_once('.')
        .is_some_and(|(_, ending)| matches!(ending, "txt" | "tsv" | "csv" | "tab"));
    let is_other = ["readme", "license", "licence", "iso-languagecodes", "."];
    is_text
        && !folder.starts_with("__MACOSX")
        && !is_other.iter().any(|other| file.starts_with(other))
}

/// A member that must have the length and the checksum (CRC-32) that the archive says.
struct ChecksumReader<R> {
    unpacked: R,
    /// Bytes that are still to come.
    left: u64,
    checksum: crc32fast::Hasher,
    expected: u32,
    name: String,
}

impl<R> ChecksumReader<R> {
    fn damaged(&self, what: impl std::fmt::Display) -> io::Error {
        let name = &self.name;
        let what = format!("its member {name:?} is damaged ({what}): fetch the archive again");
        io::Error::new(io::ErrorKind::InvalidData, what)
    }
}

impl<R: Read> Read for ChecksumReader<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        let read = match self.unpacked.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(error),
            read => read.map_err(|error| self.damaged(error))?,
        };
        self.checksum.update(&into[..read]);
        self.left = match self.left.checked_sub(read as u64) {
            Some(left) => left,
            None => return Err(self.damaged("it is longer than the archive says")),
        };
        if read == 0 {
            if self.left > 0 {
                return Err(self.damaged(format_args!("its last {} bytes are missing", self.left)));
            }
            if self.checksum.clone().finalize() != self.expected {
                return Err(self.damaged("its checksum is another"));
            }
        }
        Ok(read)
    }
}
