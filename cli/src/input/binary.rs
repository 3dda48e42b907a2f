//! Files that are no text, by their first bytes.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// What a packed file is, and what to do.
pub(crate) fn packed(bytes: &[u8]) -> Option<&'static str> {
    Some(match bytes {
        [0x1F, 0x8B, 8, ..] => "compressed by gzip; unpack it first, as with gunzip",
        [0xFD, b'7', b'z', b'X', b'Z', 0, ..] => "compressed by xz; unpack it first, as with unxz",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "compressed by zstd; unpack it first, as with unzstd",
        // Behind the size of its blocks their first one begins, with digits of pi.
        [b'B', b'Z', b'h', _, b'1', b'A', b'Y', b'&', b'S', b'Y', ..] => {
            "compressed by bzip2; unpack it first, as with bunzip2"
        }
        _ => return None,
    })
}

/// What a document is that was taken for text or a page, and what to do.
pub(crate) fn document(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"%PDF-") {
        return Some("a PDF file; say --input pdf, or give its name that ending");
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Some("a zip file; if it is a Word document say --input docx, else unpack it first");
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some("an old Word or other Office document; save it as .docx or text first");
    }
    packed(bytes)
}

/// Whether bytes in this encoding have more control characters than a text has. In the encodings of Unicode bytes that are
/// none are told otherwise, or are halves of letters.
pub(crate) fn has_controls(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let controls = bytes
        .iter()
        .filter(|byte| byte.is_ascii_control() && !b"\t\r\n\x0C\x1A".contains(byte));
    let is_wide = [UTF_8, UTF_16LE, UTF_16BE].contains(&encoding);
    !is_wide && controls.count() > bytes.len() / 20 + 4
}
