//! Names, and what many names have in common.

use crate::index::format::put;
use crate::index::format::record::{MAX_U40, NONE, u24_at, u32_at, u40_at};
use crate::model::language::Language;
use crate::model::name::NameKind;

/// A name.
#[derive(Clone, Copy, Debug)]
pub(in crate::index) struct NameRecord {
    /// Number of the place.
    pub place: u32,
    /// Where the spelling begins among the texts; names of one spelling and key share it.
    pub text: u64,
    /// Number of a [`TagRecord`].
    pub tag: u32,
    /// Whether the name before this one has the same key.
    pub continues: bool,
}

impl NameRecord {
    pub const LEN: usize = 12;

    /// Maximum number of [`TagRecord`]s, and of [`OriginRecord`](super::OriginRecord)s.
    pub const MAX_TAGS: usize = 1 << 23;

    /// Maximum length of the section of texts in bytes, so that names can point into it.
    pub const MAX_TEXT_BYTES: u64 = MAX_U40;

    /// What is read where no name is.
    pub const MISSING: NameRecord = NameRecord {
        place: NONE,
        text: MAX_U40,
        tag: u32::MAX,
        continues: false,
    };

    #[inline]
    pub fn read(bytes: &[u8; Self::LEN]) -> Self {
        let tag = u24_at(bytes, 9);
        NameRecord {
            place: u32_at(bytes, 0),
            text: u40_at(bytes, 4),
            tag: tag & (Self::MAX_TAGS as u32 - 1),
            continues: tag >= Self::MAX_TAGS as u32,
        }
    }

    pub fn to_bytes(self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        let tag = self.tag | u32::from(self.continues) << 23;
        put(&mut bytes, 0, &self.place.to_le_bytes());
        put(&mut bytes, 4, &self.text.to_le_bytes()[..5]);
        put(&mut bytes, 9, &tag.to_le_bytes()[..3]);
        bytes
    }
}

/// What many names have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::index) struct TagRecord {
    pub language: Language,
    pub kind: NameKind,
    /// Where the source begins among the sources.
    pub source: u32,
}

impl TagRecord {
    pub const LEN: usize = Language::MAX_LEN + 1 + 4;

    /// What is read where no tag is.
    pub const MISSING: TagRecord = TagRecord {
        language: Language::UNDETERMINED,
        kind: NameKind::Variant,
        source: u32::MAX,
    };

    pub fn read(bytes: &[u8; Self::LEN]) -> Self {
        TagRecord {
            language: Self::language(bytes),
            kind: Self::kind(bytes),
            source: Self::source(bytes),
        }
    }

    /// The language alone.
    pub fn language(bytes: &[u8; Self::LEN]) -> Language {
        let (language, _) = bytes.split_at(Language::MAX_LEN);
        Language::from_padded(language)
    }

    /// The kind alone.
    #[inline]
    pub fn kind(bytes: &[u8; Self::LEN]) -> NameKind {
        let kind = usize::from(bytes[Language::MAX_LEN]);
        NameKind::ALL
            .get(kind)
            .copied()
            .unwrap_or(NameKind::Variant)
    }

    /// The source alone.
    #[inline]
    pub fn source(bytes: &[u8; Self::LEN]) -> u32 {
        u32_at(bytes, Language::MAX_LEN + 1)
    }

    pub fn to_bytes(self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        put(&mut bytes, 0, self.language.as_str().as_bytes());
        bytes[Language::MAX_LEN] = self.kind as u8;
        put(
            &mut bytes,
            Language::MAX_LEN + 1,
            &self.source.to_le_bytes(),
        );
        bytes
    }
}
