//! The text of one part.

use crate::input::docx::xml::{Allowance, Xml, unreadable};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use std::io::Read;

/// Elements that are seen between words: pictures, embedded objects, fields of forms and formulas.
const APART: [&str; 5] = ["drawing", "ffData", "oMath", "object", "pict"];

/// The text of a part, a line a paragraph.
pub(super) fn text(part: impl Read, allowance: &mut Allowance) -> Result<String, String> {
    let mut xml = Xml::new(part, allowance);
    let mut told = Told::default();
    // Only `w:t`, and what is called so elsewhere, holds text; the blanks between elements are none. How deep the one stands
    // that is open.
    let mut text_at: Option<usize> = None;
    // How deep the element stands that is left out.
    let mut left_out: Option<usize> = None;
    // How deep elements stand of which there is more than one form, and how many letters stand before each.
    let mut alternatives: Vec<(usize, usize)> = Vec::new();
    let mut list: Option<DropDownList> = None;
    while let Some((depth, event)) = xml.next()? {
        let is_told = text_at.is_some() && left_out.is_none();
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                _ if left_out.is_some() => {}
                "AlternateContent" => alternatives.push((depth, told.letters)),
                // What older programs show instead of what stands there already: a text box is in the file twice.
                "Choice" | "Fallback" => {
                    if let Some((around, before)) = alternatives.last()
                        && *around + 1 == depth
                        && *before < told.letters
                    {
                        left_out = Some(depth);
                    }
                }
                "t" => text_at = text_at.or(Some(depth)),
                // Older writers have ornamental text in an attribute (ECMA-376, part 4, 14.1.2.22).
                "textpath" => {
                    if let Some(ornament) = attribute(&element, "string") {
                        told.part();
                        told.say(&ornament);
                        told.say("\n");
                    }
                }
                // A text box stands within a line of other text.
                "txbxContent" if !told.begins_line() => told.text.push('\n'),
                "sym" => {
                    let code = attribute(&element, "char");
                    match code.and_then(|code| symbol(&code)) {
                        Some(letter) => told.say(letter.encode_utf8(&mut [0; 4])),
                        // An arrow, a line.
                        None => told.part(),
                    }
                }
                "ddList" => list = Some(DropDownList::default()),
                name if APART.contains(&name) => told.part(),
                name => {
                    if let Some(list) = &mut list
                        && let Some(value) = attribute(&element, "val")
                    {
                        list.add(name, value);
                    }
                }
            },
            Event::End(element) => {
                match element.local_name().as_ref() {
                    _ if left_out.is_some() => {}
                    "tab" | "ptab" => told.text.push('\t'),
                    "br" | "cr" | "p" => told.text.push('\n'),
                    "noBreakHyphen" => told.text.push('-'),
                    // What is said of letters stands over them.
                    "rt" => told.text.push(' '),
                    "ddList" => {
                        if let Some(chosen) = list.take().and_then(DropDownList::chosen) {
                            told.say(&chosen);
                        }
                    }
                    name if APART.contains(&name) => told.part(),
                    _ => {}
                }
                left_out = left_out.filter(|outer| *outer != depth);
                text_at = text_at.filter(|outer| *outer != depth);
                alternatives.pop_if(|(around, _)| *around == depth);
            }
            Event::Text(part) if is_told => told.say(&part),
            Event::GeneralRef(reference) if is_told => {
                let escaped = format!("&{};", &*reference);
                let character = quick_xml::escape::unescape(&escaped);
                told.say(&character.map_err(|error| unreadable(&error))?);
            }
            Event::CData(part) if is_told => told.say(&part),
            _ => {}
        }
    }
    xml.finish(allowance);
    Ok(told.text)
}

/// What was said so far.
#[derive(Default)]
struct Told {
    text: String,
    /// Its letters, but blanks and what parts words and lines.
    letters: usize,
    /// Whether something that is no text stands behind it.
    is_parted: bool,
}

impl Told {
    fn say(&mut self, part: &str) {
        if std::mem::take(&mut self.is_parted)
            && !self.begins_line()
            && !self.text.ends_with([' ', '\t'])
        {
            self.text.push(' ');
        }
        self.letters += part.chars().filter(|c| !c.is_whitespace()).count();
        self.text.push_str(part);
    }

    /// What is no text stands between words.
    fn part(&mut self) {
        self.is_parted = true;
    }

    fn begins_line(&self) -> bool {
        self.text.is_empty() || self.text.ends_with('\n')
    }
}

/// The field of a form from whose entries one is chosen, which alone is shown (ECMA-376, part 1, 17.16.9).
#[derive(Default)]
struct DropDownList {
    entries: Vec<String>,
    /// The number of the entry that is chosen, from 0, and of the one that is chosen unless another is.
    result: Option<usize>,
    default: Option<usize>,
}

impl DropDownList {
    fn add(&mut self, element: &str, value: String) {
        match element {
            "listEntry" => self.entries.push(value),
            "result" => self.result = value.parse().ok(),
            "default" => self.default = value.parse().ok(),
            _ => {}
        }
    }

    fn chosen(self) -> Option<String> {
        let number = self.result.or(self.default).unwrap_or_default();
        self.entries.into_iter().nth(number)
    }
}

/// The letter of a symbol (ECMA-376, part 1, 17.3.3.30), but for those that the font of the symbol alone knows, whose codes
/// are for private use.
fn symbol(code: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok()?;
    char::from_u32(code).filter(|letter| !('\u{E000}'..='\u{F8FF}').contains(letter))
}

/// The value of the attribute of this name, whatever its prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}
