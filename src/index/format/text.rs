//! The texts that records point to, one after the other in their sections.

use crate::model::name::Name;

/// Maximum length of a text in bytes. What claims to be longer is damaged, and reads as missing: else the
/// names of a small section could be read as any number of large ones.
const MAX_TEXT_BYTES: usize = Name::MAX_LEN;

/// Appends a text to a section of texts: its length as a varint, then its UTF-8.
pub(in crate::index) fn push_text(section: &mut Vec<u8>, text: &str) {
    let mut len = text.len();
    while len >= 0x80 {
        section.push(len as u8 | 0x80);
        len >>= 7;
    }
    section.push(len as u8);
    section.extend_from_slice(text.as_bytes());
}

/// The text that begins at `start`; as much of it as is good UTF-8 if the bytes are damaged.
pub(in crate::index) fn text(section: &[u8], start: u64) -> &str {
    let bytes = text_bytes(section, start).unwrap_or_default();
    match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    }
}

/// The bytes of the text that begins at `start`.
pub(in crate::index) fn text_bytes(section: &[u8], start: u64) -> Option<&[u8]> {
    text_and_rest(section, start).map(|(text, _)| text)
}

/// What stands behind the text that begins at `start`, up to the end of the section.
pub(in crate::index) fn behind_text(section: &[u8], start: u64) -> &[u8] {
    text_and_rest(section, start).map_or(&[], |(_, rest)| rest)
}

fn text_and_rest(section: &[u8], start: u64) -> Option<(&[u8], &[u8])> {
    let mut rest = section.get(usize::try_from(start).ok()?..)?;
    let mut len = 0;
    for shift in [0, 7, 14, 21, 28] {
        let (byte, after) = rest.split_first()?;
        rest = after;
        len |= usize::from(byte & 0x7F).checked_shl(shift)?;
        if *byte < 0x80 {
            return rest
                .split_at_checked(len)
                .filter(|(text, _)| text.len() <= MAX_TEXT_BYTES);
        }
    }
    None
}
