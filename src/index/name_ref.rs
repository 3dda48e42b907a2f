//! The view of a name inside an index. Which place it names is told beside the view of places.

use crate::index::format::Section;
use crate::index::format::record;
use crate::index::format::record::{NameRecord, TagRecord};
use crate::index::format::text;
use crate::index::{Index, NameNumber};
use crate::model::language::Language;
use crate::model::name::{NameKind, is_generated};
use crate::model::source::DUMP_NAME;
use crate::phonetic::sound::code::SoundCode;
use crate::text::script::Script;
use std::fmt;

/// A name in an [`Index`]: as cheap to copy as a reference.
#[derive(Clone, Copy)]
pub struct NameRef<'i> {
    index: &'i Index,
    number: NameNumber,
}

impl<'i> NameRef<'i> {
    pub(super) fn new(index: &'i Index, number: NameNumber) -> Self {
        NameRef { index, number }
    }

    #[inline]
    pub(super) fn record(self) -> NameRecord {
        self.index.name_record(self.number)
    }

    fn tag(self) -> Option<&'i [u8; TagRecord::LEN]> {
        let tags = self.index.section(Section::Tags);
        record::record(tags, self.record().tag as usize)
    }

    /// Position in the index, in the order of keys.
    pub(crate) fn number(self) -> NameNumber {
        self.number
    }

    /// The spelling.
    pub fn text(self) -> &'i str {
        text::text(self.index.section(Section::Texts), self.record().text)
    }

    /// The script of its first letter.
    pub(crate) fn script(self) -> Option<Script> {
        SoundCode::script_in(self.behind_text())
    }

    pub(super) fn index(self) -> &'i Index {
        self.index
    }

    fn behind_text(self) -> &'i [u8] {
        text::behind_text(self.index.section(Section::Texts), self.record().text)
    }

    /// The language it is written in.
    pub fn language(self) -> Language {
        self.tag()
            .map_or(TagRecord::MISSING.language, TagRecord::language)
    }

    /// How it stands to its place.
    pub fn kind(self) -> NameKind {
        self.tag().map_or(TagRecord::MISSING.kind, TagRecord::kind)
    }

    /// Whether the spelling was made by rule: see [`Name::is_generated`](crate::Name::is_generated).
    pub fn is_generated(self) -> bool {
        is_generated(self.kind(), self.source())
    }

    /// Whether only a dump has the name, even if it is one of a place that a table has.
    pub(crate) fn is_from_dump(self) -> bool {
        let sources = self.index.section(Section::Sources);
        text::text_bytes(sources, self.source_number().into()) == Some(DUMP_NAME.as_bytes())
    }

    /// Where the name comes from.
    pub fn source(self) -> &'i str {
        let sources = self.index.section(Section::Sources);
        text::text(sources, self.source_number().into())
    }

    /// Where the source begins among the sources.
    pub(super) fn source_number(self) -> u32 {
        self.tag()
            .map_or(TagRecord::MISSING.source, TagRecord::source)
    }
}

impl fmt::Debug for NameRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} ({}, {})",
            self.text(),
            self.language(),
            self.kind()
        )
    }
}
