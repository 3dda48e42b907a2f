//! What cannot be read, told only where a page shows it.
//!
//! It is shown in a font that is put in its place, of which each letter stands for why it is not read.

use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};
use std::fmt::{self, Display, Formatter, Write};

/// Why something is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Why {
    Packed,
    Written,
    Font,
    Damaged,
}

impl Display for Why {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Packed => {
                "is packed in a way that is not read; convert it first, for instance with pdftotext"
            }
            Self::Written => {
                "is written in a way that is not read; convert it first, for instance with pdftotext"
            }
            Self::Damaged => "is damaged; convert it first, for instance with pdftotext",
            Self::Font => {
                "is in a font that does not tell its letters; convert it first, for instance by recognizing them"
            }
        })
    }
}

impl Why {
    /// The message about a page.
    pub(super) fn of_page(self, number: u32) -> String {
        format!("what page {number} shows {self}")
    }

    /// What is shown instead: no file has text that begins with this character, which is none.
    fn sign(self) -> [char; 2] {
        ['\u{FFFF}', char::from(b'A' + self as u8)]
    }

    /// Why what shows this is not read.
    pub(super) fn of_sign(shown: &str) -> Option<Self> {
        let reasons = [Self::Packed, Self::Written, Self::Font, Self::Damaged];
        reasons.into_iter().find(|why| shown.chars().eq(why.sign()))
    }

    /// A font all of whose letters are the sign.
    pub(super) fn font(self, document: &mut Document) -> Dictionary {
        let mut map = String::from("256 beginbfchar\n");
        for code in 0..=255_u8 {
            let [first, second] = self.sign().map(u32::from);
            // Writing to a string does not fail.
            let _ = writeln!(map, "<{code:02X}> <{first:04X}{second:04X}>");
        }
        map += "endbfchar\n";
        let map = Stream::new(Dictionary::new(), map.into_bytes());
        let map = document.add_object(map);
        let entries = [
            ("Type", "Font"),
            ("Subtype", "Type1"),
            ("BaseFont", "Helvetica"),
        ];
        let entries = entries.map(|(key, name)| (key, Object::Name(name.into())));
        let mut font = Dictionary::from_iter(entries);
        font.set("ToUnicode", map);
        font
    }

    /// A form that shows the sign, of which the font is known.
    pub(super) fn form(font: ObjectId) -> Stream {
        // The crate knows fonts by their names alone, and the page must not have this one.
        let name = "toponym-unread";
        let fonts = Dictionary::from_iter([(name, Object::Reference(font))]);
        let resources = Dictionary::from_iter([("Font", Object::Dictionary(fonts))]);
        let entries = Dictionary::from_iter([("Resources", Object::Dictionary(resources))]);
        let content = format!("BT\n/{name} 1 Tf\n<00> Tj\nET\n");
        Stream::new(entries, content.into_bytes())
    }
}
