//! Which parts of a document hold text: those of which the list of types says so (ECMA-376, part 2, 7.2.3), whatever they
//! are called, and those that are called as Word calls them.

use crate::input::docx::xml::{Allowance, Xml, unreadable};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeSet, HashMap};
use std::io::Read;

/// The list of types.
pub(super) const TYPES: &str = "[Content_Types].xml";

/// The text itself.
const BODY: &str = "word/document.xml";

/// What holds text, in the order in which it is read: how Word calls it before a number, and how its type ends. The text
/// itself may be a template's, and have macros.
const KINDS: [(&str, &[&str]); 6] = [
    (
        "word/document",
        &[
            "wordprocessingml.document.main+xml",
            "wordprocessingml.template.main+xml",
            "ms-word.document.macroenabled.main+xml",
            "ms-word.template.macroenabledtemplate.main+xml",
        ],
    ),
    ("word/footnotes", &["wordprocessingml.footnotes+xml"]),
    ("word/endnotes", &["wordprocessingml.endnotes+xml"]),
    ("word/header", &["wordprocessingml.header+xml"]),
    ("word/footer", &["wordprocessingml.footer+xml"]),
    ("word/diagrams/data", &["drawingml.diagramdata+xml"]),
];

/// Kinds of parts by their names in small letters: names are told apart without regard to capital ones.
pub(super) type Types = HashMap<String, usize>;

/// The parts that hold text of an archive, in the order in which they are read; none if the text itself is not among them.
pub(super) fn with_text(names: &[String], types: &Types) -> Vec<String> {
    let lower: Vec<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
    let has_body = lower.iter().any(|name| types.get(name) == Some(&0));
    let kind_of = |name: &str| {
        let called = || called(name).filter(|kind| *kind > 0 || name == BODY && !has_body);
        types.get(name).copied().or_else(called)
    };
    // Numbers end them, and 10 comes after 9.
    let parts: BTreeSet<(usize, usize, &str)> = lower
        .iter()
        .zip(names)
        .filter_map(|(lower, name)| Some((kind_of(lower)?, name.len(), name.as_str())))
        .collect();
    match parts.first() {
        Some((0, ..)) => parts.iter().map(|(.., name)| (*name).to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// The kind that Word calls so.
fn called(name: &str) -> Option<usize> {
    let stem = name.strip_suffix(".xml")?;
    KINDS.iter().position(|(begin, _)| {
        let number = stem.strip_prefix(begin);
        number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

/// What a list of types says of parts that hold text.
pub(super) fn types(list: impl Read, allowance: &mut Allowance) -> Result<Types, String> {
    let mut xml = Xml::new(list, allowance);
    let mut types = Types::new();
    while let Some((_, event)) = xml.next()? {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "Override"
        {
            let Some((name, kind)) = named(&element) else {
                return Err(unreadable(&"its list of types is damaged"));
            };
            let is_of = |(_, ends): &(&str, &[&str])| ends.iter().any(|end| kind.ends_with(end));
            if let Some(kind) = KINDS.iter().position(is_of) {
                types.insert(name.trim_start_matches('/').to_owned(), kind);
            }
        }
    }
    xml.finish(allowance);
    Ok(types)
}

/// The part of which a list tells the type, and the type, both in small letters.
fn named(element: &BytesStart<'_>) -> Option<(String, String)> {
    let (mut name, mut kind) = (None, None);
    // There may be any number of them, which would be compared with each other.
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.ok()?;
        let told = match attribute.key.as_ref() {
            "PartName" => &mut name,
            "ContentType" => &mut kind,
            _ => continue,
        };
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        *told = Some(value.to_ascii_lowercase());
    }
    name.zip(kind)
}
