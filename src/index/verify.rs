//! The check of a whole index for damage.

use crate::index::format;
use crate::index::format::record::{
    ConcordanceRecord, FeatureRecord, NONE, NameRecord, OriginRecord, PackedId, PlaceRecord,
    PointRecord, TagRecord, number, record,
};
use crate::index::format::text::{behind_text, text, text_bytes};
use crate::index::format::{Section, ensure};
use crate::index::phonetic_keys::PhoneticPosting;
use crate::index::place_ref::MAX_SAME_AS;
use crate::index::{Index, NameNumber, PlaceNumber, PlaceRef, completion, phonetic_keys, points};
use crate::key::Key;
use crate::phonetic::sound::code::push_code;

/// Checks everything; the error says which part is damaged.
pub(super) fn verify(index: &Index) -> Result<(), &'static str> {
    for section in Section::all() {
        let checksum = format::checksum(index.section(section));
        ensure(
            checksum == index.layout.checksum(section),
            section.describe(),
        )?;
    }
    lengths(index)?;
    texts(index)?;
    places(index)?;
    ids(index)?;
    names(index)?;
    keys(index)?;
    phonetic_keys::verify(index)?;
    points::verify(index)
}

/// Sections hold whole records, and as many of them as of those they go with.
fn lengths(index: &Index) -> Result<(), &'static str> {
    let sections = [
        (Section::Features, FeatureRecord::LEN),
        (Section::Origins, OriginRecord::LEN),
        (Section::Tags, TagRecord::LEN),
        (Section::Places, PlaceRecord::LEN),
        (Section::Concordances, ConcordanceRecord::LEN),
        (Section::SameAs, 4),
        (Section::Names, NameRecord::LEN),
        (Section::PlaceNames, 4),
        (Section::PhoneticKeyNames, PhoneticPosting::LEN),
        (Section::Points, PointRecord::LEN),
    ];
    for (section, record) in sections {
        ensure(
            index.section(section).len().is_multiple_of(record),
            section.describe(),
        )?;
    }
    let count = |section, record| index.section(section).len() / record;
    ensure(
        count(Section::SameAs, 4) == count(Section::Concordances, ConcordanceRecord::LEN),
        Section::SameAs.describe(),
    )?;
    ensure(
        count(Section::PlaceNames, 4) == index.name_count(),
        Section::PlaceNames.describe(),
    )
}

fn is_text(section: &[u8], start: u64) -> bool {
    text_bytes(section, start).is_some_and(|bytes| str::from_utf8(bytes).is_ok())
}

/// Tags and origins point to texts.
fn texts(index: &Index) -> Result<(), &'static str> {
    let sources = index.section(Section::Sources);
    let records = |section| (0..).map_while(move |i| record(index.section(section), i));
    for tag in records(Section::Tags).map(TagRecord::read) {
        ensure(
            is_text(sources, tag.source.into()),
            Section::Tags.describe(),
        )?;
    }
    let records = |section| (0..).map_while(move |i| record(index.section(section), i));
    for origin in records(Section::Origins).map(OriginRecord::read) {
        ensure(
            is_text(sources, origin.source.into()),
            Section::Origins.describe(),
        )?;
    }
    Ok(())
}

/// Places follow each other and their parents end somewhere.
fn places(index: &Index) -> Result<(), &'static str> {
    let what = Section::Places.describe();
    let features = index.section(Section::Features).len() / FeatureRecord::LEN;
    let origins = index.section(Section::Origins).len() / OriginRecord::LEN;
    let mut last: Option<PlaceRecord> = None;
    for place in index.places() {
        let record = index.place_record(place.number());
        let (names, same_as) = last.map_or((0, 0), |last| (last.names, last.same_as));
        ensure(record.names >= names && record.same_as >= same_as, what)?;
        ensure((record.feature as usize) < features, what)?;
        ensure((record.origin as usize) < origins, what)?;
        let has_parent = record.parent != NONE;
        ensure(
            !has_parent || (record.parent as usize) < index.place_count(),
            what,
        )?;
        ensure(place.parents().count() < PlaceRecord::MAX_PARENTS, what)?;
        let own = place.names().all(|name| name.place() == place);
        ensure(own, Section::PlaceNames.describe())?;
        last = Some(record);
    }
    Ok(())
}

/// Ids are in order, so that each is found, and every place has those that lead to it.
fn ids(index: &Index) -> Result<(), &'static str> {
    let slugs = index.section(Section::Slugs);
    let places = (0..index.place_count()).map(|i| index.place_record(i as PlaceNumber).id);
    ensure(in_order(places, slugs), Section::Places.describe())?;
    let concordances = index.section(Section::Concordances);
    let concordance = |i| record(concordances, i).map(ConcordanceRecord::read);
    let other_ids = (0..).map_while(concordance).map(|record| record.id);
    ensure(in_order(other_ids, slugs), Section::Concordances.describe())?;
    for place in index.places() {
        let few = place.same_as_numbers().nth(MAX_SAME_AS).is_none();
        ensure(few, Section::SameAs.describe())?;
        for at in place.same_as_numbers() {
            let found = concordance(at as usize).map(|record| record.place);
            ensure(found == Some(place.number()), Section::SameAs.describe())?;
        }
    }
    Ok(())
}

fn in_order(mut ids: impl Iterator<Item = PackedId>, slugs: &[u8]) -> bool {
    let mut last = None;
    ids.all(|id| {
        let follows = last.replace(id) < Some(id);
        follows && id.slug().is_none_or(|start| is_text(slugs, start))
    })
}

/// Names have a place, a spelling and a tag.
fn names(index: &Index) -> Result<(), &'static str> {
    let tags = index.section(Section::Tags).len() / TagRecord::LEN;
    let texts = index.section(Section::Texts);
    let importances = index.section(Section::Importances);
    let levels = importances.len() == completion::levels_len(index.name_count());
    ensure(levels, Section::Importances.describe())?;
    let mut code = Vec::new();
    let mut spelling = None;
    for position in 0..index.name_count() {
        let name = index.name_record(position as u32);
        ensure(
            (name.place as usize) < index.place_count(),
            Section::Names.describe(),
        )?;
        ensure((name.tag as usize) < tags, Section::Names.describe())?;
        let place = PlaceRef::new(index, name.place);
        ensure(
            importances.get(position) == Some(&place.importance()),
            Section::Importances.describe(),
        )?;
        // Names of one spelling share it, and may be as many as there are, of thousands of bytes each.
        if spelling.replace(name.text) != Some(name.text) {
            ensure(is_text(texts, name.text), Section::Texts.describe())?;
            code.clear();
            push_code(text(texts, name.text), &mut code);
            let behind = behind_text(texts, name.text);
            ensure(behind.starts_with(&code), Section::Texts.describe())?;
        }
        let shown = number(index.section(Section::PlaceNames), position);
        ensure(
            shown.is_some_and(|n| (n as usize) < index.name_count()),
            Section::PlaceNames.describe(),
        )?;
    }
    Ok(())
}

/// The key of every name leads to the first of the names with that key.
fn keys(index: &Index) -> Result<(), &'static str> {
    let texts = index.section(Section::Texts);
    let mut last = Key::of("");
    let mut spelling = None;
    for number in 0..index.name_count() {
        let record = index.name_record(number as NameNumber);
        let key = match spelling.replace(record.text) == Some(record.text) {
            true => last.clone(),
            false => Key::of(text(texts, record.text)),
        };
        let continues = record.continues;
        let keys = Section::Forward(key.space()).describe();
        // Names without a letter stand last, and no key leads to them.
        if continues || key.is_empty() {
            ensure(key == last || key.is_empty(), keys)?;
        } else {
            let first = index.keys(key.space()).get(key.as_bytes());
            ensure(first == Some(number as u64), keys)?;
        }
        last = key;
    }
    Ok(())
}
