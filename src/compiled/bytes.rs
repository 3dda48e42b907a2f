//! Numbers and texts in compiled tables. Numbers are little-endian; what would lie behind the end of
//! the bytes reads as 0 or as an empty text.

/// The number in the two bytes from `at` on.
#[inline]
pub(crate) const fn u16_at(bytes: &[u8], at: usize) -> u16 {
    match array_at(bytes, at) {
        Some(number) => u16::from_le_bytes(number),
        None => 0,
    }
}

/// The number in the four bytes from `at` on.
#[inline]
pub(crate) const fn u32_at(bytes: &[u8], at: usize) -> u32 {
    match array_at(bytes, at) {
        Some(number) => u32::from_le_bytes(number),
        None => 0,
    }
}

/// The number in the eight bytes from `at` on.
#[inline]
pub(crate) const fn u64_at(bytes: &[u8], at: usize) -> u64 {
    match array_at(bytes, at) {
        Some(number) => u64::from_le_bytes(number),
        None => 0,
    }
}

#[inline]
const fn array_at<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    match bytes.split_at_checked(at) {
        Some((_, rest)) => rest.first_chunk().copied(),
        None => None,
    }
}

/// Reads values one after the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    rest: &'static [u8],
}

impl Reader {
    /// Of no bytes.
    pub const EMPTY: Reader = Reader { rest: &[] };

    pub const fn new(bytes: &'static [u8]) -> Reader {
        Reader { rest: bytes }
    }

    /// Where what is left lies in the program.
    pub fn address(&self) -> usize {
        self.rest.as_ptr() as usize
    }

    /// Whether nothing is left.
    pub const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next bytes; as many as there are if they are fewer.
    #[inline]
    pub fn bytes(&mut self, count: usize) -> &'static [u8] {
        let (bytes, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        bytes
    }

    #[inline]
    pub fn u8(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or(0)
    }

    #[inline]
    pub fn u16(&mut self) -> u16 {
        u16_at(self.bytes(2), 0)
    }

    #[inline]
    pub fn u32(&mut self) -> u32 {
        u32_at(self.bytes(4), 0)
    }

    #[inline]
    pub fn u64(&mut self) -> u64 {
        u64_at(self.bytes(8), 0)
    }

    /// A text of at most 255 bytes, with its length in a byte before it.
    #[inline]
    pub fn text(&mut self) -> Text {
        let len = self.u8();
        Text(self.bytes(len.into()))
    }
}

/// A text in a compiled table: its UTF-8, which is checked when it is read. Most are passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Text(&'static [u8]);

impl Text {
    /// A text of the program.
    #[cfg(any(test, feature = "unstable-engine"))]
    pub const fn of(text: &'static str) -> Text {
        Text(text.as_bytes())
    }

    pub fn as_str(self) -> &'static str {
        str::from_utf8(self.0).unwrap_or_default()
    }

    /// Whether it is this text.
    #[inline]
    pub fn is(self, text: &str) -> bool {
        self.0 == text.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_off_reads_as_nothing() {
        assert_eq!(u32_at(&[1, 0, 0, 0, 2], 0), 1);
        assert_eq!(
            (u32_at(&[1, 0, 0, 0], 1), u64_at(&[], 9), u16_at(&[7], 0)),
            (0, 0, 0)
        );
        let mut reader = Reader::new(b"\x02abc");
        assert_eq!(
            (reader.text().as_str(), reader.u8(), reader.is_empty()),
            ("ab", b'c', true)
        );
        assert_eq!((reader.u64(), reader.text().as_str()), (0, ""));
    }
}
