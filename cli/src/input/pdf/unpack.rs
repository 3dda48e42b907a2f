//! What the streams of a PDF file hold, unpacked whole or not at all (ISO 32000-1, 7.4).
//!
//! The crate gives what it could unpack of damaged data for the whole.

use crate::input::pdf::content::hexadecimal_digit;
use flate2::{Decompress, FlushDecompress, Status};
use pdf_extract::{Dictionary, Document, Object, Stream};

/// The plain bytes; none if they are packed in a way that is not read, or are damaged.
pub(super) fn unpack(document: &Document, stream: &Stream) -> Option<Vec<u8>> {
    // What it holds may be in another file (table 5).
    if stream.dict.has(b"F") {
        return None;
    }
    let filters = list(document, &stream.dict, b"Filter")?;
    let parameters = list(document, &stream.dict, b"DecodeParms")?;
    let mut plain: Option<Vec<u8>> = None;
    for (at, filter) in filters.iter().enumerate() {
        let packed = plain.as_ref().unwrap_or(&stream.content);
        let parameters = match parameters.get(at) {
            Some(Object::Dictionary(parameters)) => Some(parameters),
            Some(Object::Null) | None => None,
            Some(_) => return None,
        };
        plain = Some(unpack_once(filter.as_name().ok()?, parameters, packed)?);
    }
    Some(plain.unwrap_or_else(|| stream.content.clone()))
}

/// The objects of an entry that may be one or an array of them.
fn list<'d>(
    document: &'d Document,
    dictionary: &'d Dictionary,
    key: &[u8],
) -> Option<Vec<&'d Object>> {
    let object = |object| document.dereference(object).ok().map(|(_, object)| object);
    match dictionary.get(key).ok().map(object) {
        None | Some(Some(Object::Null)) => Some(Vec::new()),
        Some(Some(Object::Array(objects))) => objects.iter().map(object).collect(),
        Some(one) => one.map(|one| vec![one]),
    }
}

fn unpack_once(filter: &[u8], parameters: Option<&Dictionary>, packed: &[u8]) -> Option<Vec<u8>> {
    match (filter, parameters) {
        (b"ASCIIHexDecode" | b"AHx", _) => from_hexadecimal(packed),
        (b"RunLengthDecode" | b"RL", _) => from_runs(packed),
        (b"FlateDecode" | b"Fl", None) => inflate(packed),
        (b"FlateDecode" | b"Fl", _) => {
            inflate(packed)?;
            by_crate("FlateDecode", parameters, packed)
        }
        (b"LZWDecode" | b"LZW", _) => by_crate("LZWDecode", parameters, packed),
        (b"ASCII85Decode" | b"A85", _) => by_crate("ASCII85Decode", None, &base85(packed)?),
        _ => None,
    }
}

fn by_crate(filter: &str, parameters: Option<&Dictionary>, packed: &[u8]) -> Option<Vec<u8>> {
    let mut dictionary = Dictionary::new();
    dictionary.set("Filter", Object::Name(filter.into()));
    if let Some(parameters) = parameters {
        // The crate passes over predictors that it does not know (table 8).
        let predictor = parameters.get(b"Predictor").and_then(Object::as_i64);
        if !matches!(predictor, Err(_) | Ok(1 | 10..=15)) {
            return None;
        }
        dictionary.set("DecodeParms", parameters.clone());
    }
    let stream = Stream::new(dictionary, packed.to_vec());
    stream.decompressed_content().ok()
}

/// What the `FlateDecode` filter unpacks. The checksum behind the data does not count: it is wrong in many files.
fn inflate(packed: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    if packed.trim_ascii().is_empty() {
        return Some(plain);
    }
    let data = packed.get(2..)?;
    plain.reserve(2 * data.len());
    let mut decoder = Decompress::new(false);
    loop {
        plain.reserve(plain.len().max(64));
        let before = (decoder.total_in(), decoder.total_out());
        let rest = data.get(usize::try_from(before.0).ok()?..)?;
        let status = decoder.decompress_vec(rest, &mut plain, FlushDecompress::None);
        match status.ok()? {
            Status::StreamEnd => return Some(plain),
            // The data end too early.
            _ if before == (decoder.total_in(), decoder.total_out()) => return None,
            _ => {}
        }
    }
}

/// What the `ASCIIHexDecode` filter unpacks (7.4.2).
fn from_hexadecimal(packed: &[u8]) -> Option<Vec<u8>> {
    let digits = packed.split(|byte| *byte == b'>').next()?;
    let digits = digits.iter().filter(|byte| !is_space(**byte));
    let digits: Option<Vec<u8>> = digits.map(|digit| hexadecimal_digit(*digit)).collect();
    let pairs = digits?;
    let pairs = pairs.chunks(2);
    Some(
        pairs
            .map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0))
            .collect(),
    )
}

/// What the `RunLengthDecode` filter unpacks (7.4.5).
fn from_runs(mut packed: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    loop {
        let (length, rest) = packed.split_first()?;
        let length = usize::from(*length);
        packed = match length {
            128 => return Some(plain),
            0..128 => {
                let (run, rest) = rest.split_at_checked(length + 1)?;
                plain.extend_from_slice(run);
                rest
            }
            _ => {
                let (byte, rest) = rest.split_first()?;
                plain.resize(plain.len() + 257 - length, *byte);
                rest
            }
        };
    }
}

/// Data for the `ASCII85Decode` filter without what the crate stops at (7.4.3).
fn base85(packed: &[u8]) -> Option<Vec<u8>> {
    let packed = packed.trim_ascii_start();
    let packed = packed.strip_prefix(b"<~").unwrap_or(packed);
    let digits = packed.split(|byte| *byte == b'~').next()?;
    let digits = digits.iter().copied().filter(|byte| !is_space(*byte));
    let mut digits: Vec<u8> = digits.collect();
    if !digits
        .iter()
        .all(|digit| matches!(digit, b'!'..=b'u' | b'z'))
    {
        return None;
    }
    digits.extend(b"~>");
    Some(digits)
}

fn is_space(byte: u8) -> bool {
    byte == 0 || byte.is_ascii_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use std::io::Write;

    fn unpacked(filter: &str, packed: &[u8]) -> Option<Vec<u8>> {
        let mut dictionary = Dictionary::new();
        dictionary.set("Filter", Object::Name(filter.into()));
        unpack(&Document::new(), &Stream::new(dictionary, packed.to_vec()))
    }

    #[test]
    fn deflated_data_are_read_whole_or_not_at_all() {
        for length in [0, 1, 1000, 1 << 20] {
            let plain: Vec<u8> = (0..length)
                .map(|at: u32| (at.wrapping_mul(at) >> 7) as u8)
                .collect();
            let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(&plain).unwrap();
            let packed = encoder.finish().unwrap();
            assert!(unpacked("FlateDecode", &packed).is_some_and(|read| read == plain));
            // Without the checksum, and without more.
            let data = packed.len() - 4;
            assert!(unpacked("FlateDecode", &packed[..data]).is_some_and(|read| read == plain));
            for end in [3, data / 2, data - 1]
                .into_iter()
                .filter(|end| *end < data)
            {
                assert_eq!(unpacked("FlateDecode", &packed[..end]), None);
            }
        }
        assert_eq!(unpacked("FlateDecode", b"\n"), Some(Vec::new()));
    }

    #[test]
    fn letters_and_runs_are_read() {
        for (filter, packed, plain) in [
            ("ASCIIHexDecode", &b"6 1\0\n6a7>6"[..], Some(&b"ajp"[..])),
            ("ASCIIHexDecode", b"6x>", None),
            ("RunLengthDecode", b"\x01ab\xfec\x80d", Some(b"abccc")),
            ("RunLengthDecode", b"\x05ab", None),
            ("RunLengthDecode", b"\xfe", None),
            ("ASCII85Decode", b"<~87\0cU\nR~>\n", Some(b"Hell")),
            ("ASCII85Decode", b"87c\x7f~>", None),
            ("JPXDecode", b"", None),
        ] {
            assert_eq!(unpacked(filter, packed).as_deref(), plain, "{filter}");
        }
    }
}
