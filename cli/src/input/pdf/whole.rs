//! Whether a document has what it says that it has: of a damaged file the crate leaves out what it cannot read, without a
//! word.

use crate::input::pdf::unread::Why;
use pdf_extract::xref::XrefEntry;
use pdf_extract::{Document, Object, ObjectId, Stream};
use std::collections::HashSet;

/// Refuses a document of which pages are missing: the root of their tree tells their number (ISO 32000-1, table 29).
pub(super) fn check_pages(document: &Document) -> Result<(), String> {
    let root = document.catalog().and_then(|root| root.get(b"Pages"));
    let root = root.and_then(|root| document.dereference(root));
    let count = root.and_then(|(_, root)| root.as_dict()?.get(b"Count"));
    let count = count.and_then(|count| document.dereference(count)?.1.as_i64());
    let told = usize::try_from(count.unwrap_or_default()).unwrap_or_default();
    let found = document.page_iter().count();
    match found < told {
        true => Err(format!(
            "{found} of its {told} pages can be read; it is damaged: convert it first, for instance with pdftotext"
        )),
        false => Ok(()),
    }
}

/// Whether the file has an object, by its table (7.5.4), which need not mean that it can be read.
fn is_listed(document: &Document, object: ObjectId) -> bool {
    let entry = document.reference_table.get(object.0);
    matches!(
        entry,
        Some(XrefEntry::Normal { .. } | XrefEntry::Compressed { .. })
    )
}

/// The streams that are not as long as they say (7.3.8.2). The crate sees that of those whose length stands in them; to be
/// asked before they are decrypted.
pub(super) fn damaged_streams(document: &Document, file: &[u8]) -> HashSet<ObjectId> {
    let header = file.windows(5).position(|bytes| bytes == b"%PDF-");
    let file = &file[header.unwrap_or_default()..];
    let streams = document
        .objects
        .iter()
        .filter_map(|(id, object)| match object {
            Object::Stream(stream) => Some((*id, stream)),
            _ => None,
        });
    let damaged = streams.filter(|(_, stream)| !is_whole(document, stream, file));
    damaged.map(|(id, _)| id).collect()
}

fn is_whole(document: &Document, stream: &Stream, file: &[u8]) -> bool {
    let Some(start) = stream.start_position else {
        return true;
    };
    let length = stream.dict.get(b"Length");
    let length = length.and_then(|length| document.dereference(length)?.1.as_i64());
    let is_read = length.is_ok_and(|length| usize::try_from(length) == Ok(stream.content.len()));
    let behind = start.checked_add(stream.content.len());
    let behind = behind.and_then(|at| file.get(at..)).unwrap_or_default();
    is_read && behind.trim_ascii_start().starts_with(b"endstream")
}

/// The streams that are the contents of a page (table 30); of those that the file has not there is nothing (7.3.10).
pub(super) fn contents_of(document: &Document, page: ObjectId) -> Result<Vec<ObjectId>, Why> {
    let page = document.get_dictionary(page).map_err(|_| Why::Damaged)?;
    let Ok(contents) = page.get(b"Contents") else {
        return Ok(Vec::new());
    };
    match Content::of(document, contents)? {
        Content::None => Ok(Vec::new()),
        Content::Stream(stream) => Ok(vec![stream]),
        Content::Array(parts) => {
            let mut streams = Vec::new();
            for part in parts {
                match Content::of(document, part)? {
                    Content::None => {}
                    Content::Stream(stream) => streams.push(stream),
                    Content::Array(_) => return Err(Why::Damaged),
                }
            }
            Ok(streams)
        }
    }
}

/// What an object is, as contents or as a part of them.
enum Content<'d> {
    None,
    Stream(ObjectId),
    Array(&'d [Object]),
}

impl<'d> Content<'d> {
    fn of(document: &'d Document, mut object: &'d Object) -> Result<Self, Why> {
        // References may lead to others, though hardly any do.
        const MAX_STEPS: usize = 16;
        for _ in 0..MAX_STEPS {
            object = match object {
                Object::Null => return Ok(Content::None),
                Object::Array(parts) => return Ok(Content::Array(parts)),
                Object::Reference(id) => match document.objects.get(id) {
                    Some(Object::Stream(_)) => return Ok(Content::Stream(*id)),
                    Some(object) => object,
                    None if is_listed(document, *id) => return Err(Why::Damaged),
                    None => return Ok(Content::None),
                },
                // A stream that is not as long as it says is read as a dictionary.
                _ => return Err(Why::Damaged),
            };
        }
        Err(Why::Damaged)
    }
}
