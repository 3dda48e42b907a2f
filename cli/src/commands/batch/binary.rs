//! Files that are no tables.

use crate::input::binary::{has_controls, packed};
use crate::input::encoding;
use encoding_rs::Encoding;

/// What a file is that is no text, and what to do, as its first bytes say.
pub(super) fn binary(sample: &[u8], encoding: &'static Encoding) -> Option<&'static str> {
    let has = |part: &[u8]| sample.windows(part.len()).any(|bytes| bytes == part);
    if sample.starts_with(b"PK\x03\x04") {
        return Some(match () {
            () if has(b"opendocument.spreadsheet") => {
                "an OpenDocument spreadsheet; save it as CSV first"
            }
            () if has(b"xl/") => "an Excel workbook; save it as CSV UTF-8 first",
            () => {
                "a zip file; if it is an Excel workbook, save it as CSV UTF-8 first, else unpack it"
            }
        });
    }
    if sample.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some("an old Excel workbook or Office document; save it as CSV first");
    }
    if let Some(packed) = packed(sample) {
        return Some(packed);
    }
    if sample.starts_with(b"%PDF-") {
        return Some("a PDF file, and no table; `toponym scan` reads those");
    }
    if encoding::is_utf32(sample) {
        return Some("UTF-32; convert it first, as with iconv -f UTF-32 -t UTF-8");
    }
    has_controls(sample, encoding)
        .then_some("no text; if it is a table, save it as CSV, or say its --encoding")
}
