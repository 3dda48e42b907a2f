//! Fields of an index set to extremes, and sections of other lengths, with checksums that say that all is well.

use crate::index::Index;
use crate::index::format::{Section, with_section};
use crate::index::tests::{exercise, small};

#[test]
fn sections_of_extremes_are_read_to_an_end() {
    let bytes = small();
    let whole = Index::from_bytes(bytes.clone()).unwrap();
    for section in Section::all() {
        let good = whole.section(section);
        let mut changed = vec![good.repeat(2)];
        for fill in [0, 1, 0x7F, 0x80, 0xFF] {
            changed.push(vec![fill; good.len()]);
        }
        for at in 0..good.len() {
            changed.push(good[..at].to_vec());
            for extreme in [i32::MAX as u32, u32::MAX] {
                let mut bytes = good.to_vec();
                let end = bytes.len().min(at + 4);
                bytes[at..end].copy_from_slice(&extreme.to_le_bytes()[..end - at]);
                changed.push(bytes);
            }
        }
        for section_bytes in changed {
            let index = Index::from_bytes(with_section(&bytes, section, &section_bytes)).unwrap();
            // Whether it is damaged cannot always be told: a number of inhabitants is one like another.
            let _ = index.verify();
            exercise(index);
        }
    }
}
