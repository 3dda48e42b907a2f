//! Members of zip archives, read to their end only if they are what was packed.

use flate2::bufread::DeflateDecoder;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use zip::CompressionMethod;

/// How many bytes are read to find out what an archive holds. An archive that is made to mislead has thousands of
/// directories, each of which is read until something is found to be wrong with it; and what is known of a member takes
/// up to sixteen times the memory.
const MAX_DIRECTORY: u64 = 4 << 20;

/// The table in an archive: the member that may be one, beside GeoNames' readme and its table of languages; where
/// none is, the largest file.
pub(super) fn table_member(path: &Path, file: File) -> io::Result<Box<dyn Read + Send>> {
    let damaged = |error: zip::result::ZipError| {
        let what = format!("the archive is damaged or cut short ({error}): fetch it again");
        io::Error::new(io::ErrorKind::InvalidData, what)
    };
    // Opened once to see whether that can be done with what a directory may take.
    zip::ZipArchive::new(BufReader::new(AtMost::new(&file, MAX_DIRECTORY))).map_err(damaged)?;
    let mut archive = zip::ZipArchive::new(BufReader::new(&file)).map_err(damaged)?;
    let mut largest: Option<(u64, usize)> = None;
    let (mut table, mut name_of_table) = (None, String::new());
    if members_listed(&file, archive.central_directory_start())? != archive.len() {
        return Err(io::Error::other(
            "holds members of one name: unpack it, and give each",
        ));
    }
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

/// The number of members in the list that begins there: the crate `zip` knows the last of those of one name alone.
fn members_listed(mut file: &File, start: u64) -> io::Result<usize> {
    file.seek(SeekFrom::Start(start))?;
    let mut list = Vec::new();
    file.take(MAX_DIRECTORY).read_to_end(&mut list)?;
    let (mut rest, mut count) = (list.as_slice(), 0);
    while rest.starts_with(b"PK\x01\x02") {
        let length = |at: usize| {
            let length = rest.get(at..at + 2);
            length.map_or(0, |length| {
                usize::from(u16::from_le_bytes([length[0], length[1]]))
            })
        };
        let len = 46 + length(28) + length(30) + length(32);
        rest = rest.get(len..).unwrap_or_default();
        count += 1;
    }
    Ok(count)
}

/// Whether a member may be a table by its name.
fn is_table(name: &str) -> bool {
    const OTHERS: [&str; 5] = ["readme", "license", "licence", "iso-languagecodes", "."];
    const OTHER_ENDINGS: [&str; 15] = [
        "md", "html", "htm", "pdf", "json", "xml", "md5", "sha1", "sha256", "asc", "png", "jpg",
        "jpeg", "gif", "svg",
    ];
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let file = file.to_ascii_lowercase();
    let ending = file.rsplit_once('.').map(|(_, ending)| ending);
    // Tables have any ending, or none: one that is not seen would be lost.
    !file.is_empty()
        && !folder.starts_with("__MACOSX")
        && !ending.is_some_and(|ending| OTHER_ENDINGS.contains(&ending))
        && !OTHERS.iter().any(|other| file.starts_with(other))
}

/// A file of which so many bytes may be read, the same ones anew included.
struct AtMost<R> {
    inner: R,
    left: u64,
}

impl<R> AtMost<R> {
    fn new(inner: R, most: u64) -> Self {
        AtMost { inner, left: most }
    }
}

impl<R: Read> Read for AtMost<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 && !into.is_empty() {
            return Err(io::Error::other("its directory is too large"));
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX);
        let most = into.len().min(most);
        let read = self.inner.read(&mut into[..most])?;
        self.left -= read as u64;
        Ok(read)
    }
}

impl<R: Seek> Seek for AtMost<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Records that an archive of more than 4 GiB has at its end, each of which claims nearly all that is left to
    /// the first of the ends behind them.
    fn many_directories(records: u64, ends: usize) -> Vec<u8> {
        let mut archive = Vec::new();
        for record in 0..records {
            archive.extend(b"PK\x06\x06");
            archive.extend(((records - record) * 56 - 13).to_le_bytes());
            archive.extend([45, 0, 45, 0, 1, 0, 0, 0]);
            archive.extend([0; 36]);
        }
        let locator = [b"PK\x06\x07".as_slice(), &[0; 12], &[1, 0, 0, 0]].concat();
        let end = [b"PK\x05\x06".as_slice(), &[0; 4], &[0xFF; 12], &[0; 2]].concat();
        archive.extend([locator, end].concat().repeat(ends));
        archive
    }

    #[test]
    fn directories_without_end_are_not_read_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("AM.zip");
        std::fs::write(&path, many_directories(4_000, 1_500)).unwrap();
        let error = table_member(&path, File::open(&path).unwrap()).err();
        let error = error.unwrap().to_string();
        assert!(error.contains("its directory is too large"), "{error}");
    }

    #[test]
    fn two_members_of_one_name_are_not_taken_for_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("AM.zip");
        let archive = |names: [&str; 2]| {
            let mut archive = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
            for name in names {
                let options = zip::write::SimpleFileOptions::default();
                archive.start_file(name, options).unwrap();
                io::Write::write_all(&mut archive, b"1").unwrap();
            }
            archive.finish().unwrap().into_inner()
        };
        let mut bytes = archive(["AM.txt", "MA.txt"]);
        for at in 0..bytes.len() - 6 {
            if bytes[at..].starts_with(b"MA.txt") {
                bytes[at..at + 2].copy_from_slice(b"AM");
            }
        }
        // What looks like an end behind it, or bytes before it, are none of its own.
        let (end, comment) = (bytes.len() - 2, b"PK\x05\x06".repeat(6));
        let mut with_comment = [&bytes[..end], &[24, 0], &comment].concat();
        with_comment[end + 2 + 10] = 1;
        for bytes in [with_comment, [b"before", &bytes[..]].concat(), bytes] {
            std::fs::write(&path, bytes).unwrap();
            let error = table_member(&path, File::open(&path).unwrap()).err();
            let error = error.unwrap().to_string();
            assert!(error.contains("members of one name"), "{error}");
        }
        std::fs::write(&path, archive(["AM.txt", "readme.txt"])).unwrap();
        assert!(table_member(&path, File::open(&path).unwrap()).is_ok());
    }

    #[test]
    fn of_a_file_at_most_so_much_is_read() {
        let read = |most| {
            let mut file = AtMost::new(io::Cursor::new([7; 100]), most);
            let mut all = Vec::new();
            file.read_to_end(&mut all).map(|_| all.len())
        };
        assert_eq!(read(101).unwrap(), 100);
        assert!(read(99).is_err());
        let mut twice = AtMost::new(io::Cursor::new([7; 100]), 150);
        assert!(twice.read_exact(&mut [0; 100]).is_ok());
        assert_eq!(twice.seek(SeekFrom::Start(0)).unwrap(), 0);
        assert!(twice.read_exact(&mut [0; 100]).is_err());
    }
}
