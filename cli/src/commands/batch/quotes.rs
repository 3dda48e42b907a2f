//! Quotation marks that are letters of a field: the `csv` crate takes `"Foo" Bar` for a field in quotes with more behind
//! them, and leaves them out.

use csv::ByteRecord;

/// The fields of a row with such marks, from its bytes and from what they were read as; `None` if a field in quotes
/// has a delimiter or a line end in it, so that it is not known where they begin.
pub(super) fn with_their_quotes(
    raw: &[u8],
    delimiter: u8,
    read: &ByteRecord,
) -> Option<ByteRecord> {
    // The byte-order mark is no part of a field.
    let raw = raw.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(raw);
    if raw.contains(&b'\r') || raw.contains(&b'\n') {
        return None;
    }
    let written: Vec<&[u8]> = raw.split(|byte| *byte == delimiter).collect();
    if written.len() != read.len() {
        return None;
    }
    let fields = written.into_iter().zip(read);
    Some(
        fields
            .map(|(written, read)| match is_broken(written) {
                true => written,
                false => read,
            })
            .collect(),
    )
}

/// Whether something stands behind the quote that ends a field.
fn is_broken(written: &[u8]) -> bool {
    let Some(mut rest) = written.strip_prefix(b"\"") else {
        return false;
    };
    while let Some(quote) = rest.iter().position(|byte| *byte == b'"') {
        match &rest[quote + 1..] {
            [] => return false,
            // Two stand for one.
            [b'"', behind @ ..] => rest = behind,
            _ => return true,
        }
    }
    false
}
