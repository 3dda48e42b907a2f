//! Lengths and positions around 2³¹ and 2³², which machines with addresses of 32 bits have no room for: told, never
//! taken for what is left of them in 32 bits.

use crate::error::IndexFault;
use crate::index::format::record;
use crate::index::format::record::{NameRecord, PackedId};
use crate::index::format::text::{behind_text, push_text, text};
use crate::index::format::{HEAD_BYTES, Layout, Section, SectionEntry, head};
use crate::model::place_id::{Authority, PlaceId};

const LONG: [u64; 8] = [
    (1 << 31) - 1,
    1 << 31,
    (1 << 31) + 1,
    (1 << 32) - 1,
    1 << 32,
    (1 << 32) + 1,
    1 << 40,
    1 << 62,
];

/// Header and table of a file whose sections have these lengths, which need not be there.
fn claimed(lengths: &[(Section, u64)]) -> [u8; HEAD_BYTES] {
    let mut entries = [SectionEntry::default(); Section::COUNT];
    for (section, len) in lengths {
        entries[section.number()].len = *len;
    }
    head(&entries)
}

#[test]
fn a_file_is_as_long_as_its_header_says_or_refused() {
    let last = Section::all().last().unwrap();
    for len in LONG {
        for (section, other) in [(Section::Sources, 0), (Section::Texts, 7), (last, 1 << 31)] {
            let claimed = claimed(&[(section, len), (Section::Names, other)]);
            let expected = HEAD_BYTES as u64 + len + other;
            let cut = |found| IndexFault::CutShort { found, expected };
            match (usize::try_from(expected), Layout::read(&claimed, expected)) {
                (Ok(end), Ok(layout)) => {
                    let range = layout.range(section);
                    assert_eq!(range.len() as u64, len);
                    assert!(range.end <= end);
                    assert_eq!(layout.range(last).end, end);
                }
                (Ok(_), Err(fault)) => panic!("{len}: {fault}"),
                (Err(_), layout) => {
                    let what = "its table of sections";
                    assert_eq!(layout.unwrap_err(), IndexFault::Damaged { what });
                }
            }
            // Shorter, and as long as 32 bits of the length say.
            for found in [expected - 1, expected & u64::from(u32::MAX)] {
                if found != expected {
                    assert_eq!(Layout::read(&claimed, found).unwrap_err(), cut(found));
                }
            }
            let found = expected + 1;
            let long = Layout::read(&claimed, found).unwrap_err();
            assert_eq!(long, IndexFault::TooLong { found, expected });
        }
    }
}

#[test]
fn what_a_record_points_to_is_beyond_the_end_or_there() {
    let mut texts = Vec::new();
    push_text(&mut texts, "Ani");
    assert_eq!(text(&texts, 0), "Ani");
    let names = [0; NameRecord::LEN * 2];
    for far in LONG {
        assert_eq!(text(&texts, far), "");
        assert!(behind_text(&texts, far).is_empty());
        let slug = PackedId::new(Authority::Local, far & PackedId::MAX_NUMBER);
        let id = slug.unwrap().unpack(&texts);
        assert!(far > PackedId::MAX_NUMBER || id == PlaceId::geonames(0));
        let number = usize::try_from(far).unwrap_or(usize::MAX);
        for number in [number, number / NameRecord::LEN + 1, usize::MAX] {
            assert!(record::record::<{ NameRecord::LEN }>(&names, number).is_none());
            assert_eq!(record::number(&names, number), None);
        }
    }
}
