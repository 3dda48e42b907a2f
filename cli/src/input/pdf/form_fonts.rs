//! The fonts of forms, so that the crate knows them from those of pages.

use pdf_extract::{Dictionary, Document, Object, ObjectId};
use std::collections::HashSet;

/// Gives the fonts of a form's own resources (ISO 32000-1, 7.8.3) names beside theirs that no other resources have, and
/// tells what these begin with: within a page the crate knows fonts by their names alone, and would show what a form has
/// in a font that the page calls so.
///
/// `named` has the objects whose fonts have such names.
pub(super) fn own_names(
    document: &mut Document,
    form: ObjectId,
    named: &mut HashSet<ObjectId>,
) -> Option<String> {
    let (holder, path) = fonts_of(document, form)?;
    let prefix = format!("{}.{}.", holder.0, holder.1);
    if !named.insert(holder) {
        return Some(prefix);
    }
    let mut fonts = dictionary_mut(document.objects.get_mut(&holder)?)?;
    for key in path {
        fonts = dictionary_mut(fonts.get_mut(key).ok()?)?;
    }
    let own = fonts.iter().map(|(name, font)| {
        let name = [prefix.as_bytes(), name].concat();
        (name, font.clone())
    });
    let own: Vec<_> = own.collect();
    own.into_iter()
        .for_each(|(name, font)| fonts.set(name, font));
    Some(prefix)
}

/// The object that holds the fonts of a form, and their path in it.
fn fonts_of(document: &Document, form: ObjectId) -> Option<(ObjectId, Vec<&'static [u8]>)> {
    let mut holder = form;
    let mut path = Vec::new();
    let mut dictionary = dictionary(document.objects.get(&form)?)?;
    for key in [&b"Resources"[..], b"Font"] {
        let (id, object) = document.dereference(dictionary.get(key).ok()?).ok()?;
        match id {
            Some(id) => (holder, path) = (id, Vec::new()),
            None => path.push(key),
        }
        dictionary = object.as_dict().ok()?;
    }
    Some((holder, path))
}

pub(super) fn dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

pub(super) fn dictionary_mut(object: &mut Object) -> Option<&mut Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&mut stream.dict),
        _ => None,
    }
}
