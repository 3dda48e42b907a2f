//! XML of others, within bounds.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{BufReader, Read, Take};

/// So many elements may stand in each other: many times what tables in tables and text boxes make. The reader keeps the
/// name of each that is open, which takes a multiple of the three bytes that one may have in the file.
pub(super) const MAX_DEPTH: usize = 4096;

/// The most bytes of an element's name. Those of Word's have some thirty.
const MAX_NAME: usize = 1024;

/// Maximum number of bytes of a reference: those of characters have a dozen.
const MAX_REFERENCE: usize = 64;

/// The most letters of what a reader says is wrong.
const MAX_WHY: usize = 300;

/// How many bytes of XML a document may have, and how many of them were not read yet.
pub(super) struct Allowance {
    pub most: u64,
    pub left: u64,
}

/// A part of a document, event by event.
pub(super) struct Xml<R> {
    reader: Reader<BufReader<Take<R>>>,
    buffer: Vec<u8>,
    depth: usize,
    has_root: bool,
    most: u64,
}

impl<R: Read> Xml<R> {
    pub fn new(part: R, allowance: &Allowance) -> Self {
        // One byte more tells a document that is too long from one that is just as long.
        let part = part.take(allowance.left.saturating_add(1));
        let mut reader = Reader::from_reader(BufReader::new(part));
        // Some writers close them by a tag of their own.
        reader.config_mut().expand_empty_elements = true;
        Xml {
            reader,
            buffer: Vec::new(),
            depth: 0,
            has_root: false,
            most: allowance.most,
        }
    }

    /// The next event, with how deep its element stands; `None` behind the last.
    pub fn next(&mut self) -> Result<Option<(usize, Event<'_>)>, String> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer);
        if self.reader.get_ref().get_ref().limit() == 0 {
            return Err(format!(
                "this document has more than {} bytes of XML, the most that is read; part it, or save it as plain text",
                self.most
            ));
        }
        let event = event.map_err(|error| unreadable(&error))?;
        let depth = match &event {
            Event::Start(element) => {
                (self.depth, self.has_root) = (self.depth + 1, true);
                if self.depth > MAX_DEPTH {
                    return Err(format!(
                        "the elements of this document stand in each other more than {MAX_DEPTH} deep, the most that is \
                         read; save it as plain text"
                    ));
                }
                if element.name().as_ref().len() > MAX_NAME {
                    return Err(unreadable(&"the name of an element is too long"));
                }
                self.depth
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                self.depth + 1
            }
            Event::GeneralRef(reference) if reference.len() > MAX_REFERENCE => {
                return Err(unreadable(&"a reference to a character is too long"));
            }
            Event::Eof if self.depth > 0 || !self.has_root => {
                return Err(unreadable(
                    &"its text ends in the middle; the file is damaged",
                ));
            }
            Event::Eof => return Ok(None),
            _ => self.depth,
        };
        Ok(Some((depth, event)))
    }

    /// Takes what was read of what may be.
    pub fn finish(self, allowance: &mut Allowance) {
        allowance.left = self.reader.get_ref().get_ref().limit().saturating_sub(1);
    }
}

/// What is told of a document that cannot be read.
pub(super) fn unreadable(error: &dyn std::fmt::Display) -> String {
    // What is wrong is often quoted, be it all of the document.
    let why: String = error.to_string().chars().take(MAX_WHY).collect();
    format!("not readable as .docx: {why}")
}
