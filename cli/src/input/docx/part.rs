//! The text of one part.

use crate::input::docx::xml::{Allowance, Xml, unreadable};
use quick_xml::XmlVersion;
use quick_xml::events::Event;
use std::io::Read;

/// The text of a part, a line a paragraph.
pub(super) fn text(part: impl Read, allowance: &mut Allowance) -> Result<String, String> {
    let mut xml = Xml::new(part, allowance);
    let mut text = String::new();
    // Letters so far, but blanks.
    let mut letters = 0;
    // Only `w:t`, and what is called so elsewhere, holds text; the blanks between elements are none. How deep the one stands
    // that is open.
    let mut text_at: Option<usize> = None;
    // How deep the element stands that is left out.
    let mut left_out: Option<usize> = None;
    // How deep elements stand of which there is more than one form, and how many letters stand before each.
    let mut alternatives: Vec<(usize, usize)> = Vec::new();
    while let Some((depth, event)) = xml.next()? {
        let is_told = text_at.is_some() && left_out.is_none();
        let mut say = |part: &str| {
            letters += part.chars().filter(|c| !c.is_whitespace()).count();
            text.push_str(part);
        };
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                _ if left_out.is_some() => {}
                "AlternateContent" => alternatives.push((depth, letters)),
                // What older programs show instead of what stands there already: a text box is in the file twice.
                "Choice" | "Fallback" => {
                    if let Some((around, before)) = alternatives.last()
                        && *around + 1 == depth
                        && *before < letters
                    {
                        left_out = Some(depth);
                    }
                }
                "t" => text_at = text_at.or(Some(depth)),
                // Older writers have ornamental text in an attribute (ECMA-376, part 4, 14.1.2.22).
                "textpath" => {
                    for attribute in element.attributes().with_checks(false).flatten() {
                        if attribute.key.as_ref() == "string"
                            && let Ok(ornament) =
                                attribute.normalized_value(XmlVersion::Implicit1_0)
                        {
                            say(&ornament);
                            say("\n");
                        }
                    }
                }
                // A text box stands within a line of other text.
                "txbxContent" if !text.is_empty() && !text.ends_with('\n') => text.push('\n'),
                _ => {}
            },
            Event::End(element) => {
                match element.local_name().as_ref() {
                    _ if left_out.is_some() => {}
                    "tab" | "ptab" => text.push('\t'),
                    "br" | "cr" | "p" => text.push('\n'),
                    "noBreakHyphen" => text.push('-'),
                    _ => {}
                }
                left_out = left_out.filter(|outer| *outer != depth);
                text_at = text_at.filter(|outer| *outer != depth);
                alternatives.pop_if(|(around, _)| *around == depth);
            }
            Event::Text(part) if is_told => say(&part),
            Event::GeneralRef(reference) if is_told => {
                let escaped = format!("&{};", &*reference);
                let character = quick_xml::escape::unescape(&escaped);
                say(&character.map_err(|error| unreadable(&error))?);
            }
            Event::CData(part) if is_told => say(&part),
            _ => {}
        }
    }
    xml.finish(allowance);
    Ok(text)
}
