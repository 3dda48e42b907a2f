//! The texts that are scanned.

use crate::input::binary::{self, has_controls};
use crate::input::encoding::{self, EncodingChoice};
use crate::input::files::FileName;
use crate::input::{docx, html};
use clap::ValueEnum;
use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};
use std::io::Read;
use std::path::Path;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Plain text
    Text,
    /// A web page, of which the visible text is read
    Html,
    /// A Word document
    Docx,
    /// A PDF file
    Pdf,
}

/// How files are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    /// What files are; as their names and first bytes say without it.
    pub kind: Option<Kind>,
    /// The encoding of text and HTML. Without it text is UTF-8, so that offsets are bytes of the
    /// file, or UTF-16 if a byte-order mark or its zeros say so, and HTML what it says.
    pub encoding: Option<EncodingChoice>,
}

impl Reading {
    /// The text of a file. Offsets are bytes of it: of the file itself if that is UTF-8 text. The
    /// error is a message that names the file.
    pub fn read(self, file: &FileName, input: &mut dyn Read) -> Result<String, String> {
        let mut bytes = Vec::new();
        let read = match file {
            FileName::StandardInput => input.read_to_end(&mut bytes).map(drop),
            FileName::Path(path) => std::fs::read(path).map(|read| bytes = read),
        };
        let name = file.display();
        read.map_err(|error| format!("{name}: {error}"))?;
        let kind = self.kind.unwrap_or_else(|| Kind::told(file, &bytes));
        if matches!(kind, Kind::Text | Kind::Html)
            && let Some(what) = binary::document(&bytes)
        {
            return Err(format!("{name}: this is {what}"));
        }
        let text = match kind {
            Kind::Text => return self.text(&name, bytes),
            Kind::Html => self.html(&bytes).map(|page| html::text(&page)),
            Kind::Docx => docx::text(&bytes),
            #[cfg(feature = "pdf")]
            Kind::Pdf => match crate::input::pdf::text(bytes) {
                Ok(text) if text.trim().is_empty() => Err("there is no text in this file; pages \
                    that are images need text recognition (OCR) first"
                    .to_owned()),
                read => read,
            },
            #[cfg(not(feature = "pdf"))]
            Kind::Pdf => Err(
                "this program was built without PDF; install it with `--features pdf`, or \
                 convert the file first, for instance with pdftotext"
                    .to_owned(),
            ),
        };
        text.map_err(|error| format!("{name}: {error}"))
    }

    /// Plain text.
    fn text(self, name: &str, bytes: Vec<u8>) -> Result<String, String> {
        if encoding::is_utf32(&bytes) {
            return Err(format!(
                "{name}: this is UTF-32; convert it first, as with iconv -f UTF-32 -t UTF-8"
            ));
        }
        // All letters but those of English are codes in it.
        if self.kind.is_none() && bytes.starts_with(b"{\\rtf") {
            return Err(format!(
                "{name}: this is RTF, which is not read; save it as .docx or as text, or say --input text for its source"
            ));
        }
        let encoding = match self.encoding {
            // Of the letters of ASCII it is UTF-8 by chance.
            None => marked_utf16(&bytes)
                .or_else(|| encoding::utf16(&bytes))
                .unwrap_or(UTF_8),
            Some(EncodingChoice::Auto) => encoding::detect(&bytes, true),
            Some(EncodingChoice::Named(encoding)) => encoding,
        };
        if encoding == UTF_8 {
            // Offsets are bytes of the file, so a repaired copy of it would be of no use.
            return String::from_utf8(bytes).map_err(|error| not_utf8(name, &error));
        }
        if has_controls(&bytes, encoding) {
            return Err(format!("{name}: {NO_TEXT}"));
        }
        let (text, encoding, damaged) = encoding.decode(&bytes);
        match damaged {
            true => Err(format!("{name}: not {}", encoding.name())),
            false => Ok(text.into_owned()),
        }
    }

    /// The source of a page. What is not in its encoding stands there as U+FFFD, as in browsers; but where the one that it
    /// declares is plainly wrong, as of pages whose server said another, its bytes tell it.
    fn html(self, bytes: &[u8]) -> Result<String, String> {
        if encoding::is_utf32(bytes) {
            return Err(
                "this is UTF-32; convert it first, as with iconv -f UTF-32 -t UTF-8".to_owned(),
            );
        }
        let encoding = match self.encoding {
            Some(EncodingChoice::Named(encoding)) => encoding,
            Some(EncodingChoice::Auto) => encoding::detect(bytes, true),
            None => match declared(bytes) {
                Some(declared) if !is_refuted(declared, bytes) => declared,
                _ => encoding::detect(bytes, true),
            },
        };
        // Browsers show none of these pages.
        if encoding == REPLACEMENT {
            return Err(
                "it declares an encoding that is not read; convert it first, for instance with iconv, and say the new \
                 one with --encoding"
                    .to_owned(),
            );
        }
        if has_controls(bytes, encoding) {
            return Err(NO_TEXT.to_owned());
        }
        let (text, ..) = encoding.decode(bytes);
        Ok(text.into_owned())
    }
}

/// What a file is told as of whose bytes hardly any are letters.
const NO_TEXT: &str =
    "this is no text: it is full of control characters; unpack or convert it first";

impl Kind {
    /// As the ending of a file's name says, or else its first bytes.
    fn told(file: &FileName, bytes: &[u8]) -> Kind {
        let path = match file {
            FileName::StandardInput => Path::new(""),
            FileName::Path(path) => path,
        };
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        match ending.to_str() {
            Some("html" | "htm" | "xhtml") => Kind::Html,
            Some("docx") => Kind::Docx,
            Some("pdf") => Kind::Pdf,
            Some("txt" | "text" | "md") => Kind::Text,
            _ if bytes.starts_with(b"%PDF-") => Kind::Pdf,
            _ if bytes.starts_with(b"PK\x03\x04") => Kind::Docx,
            _ if is_html(bytes) => Kind::Html,
            _ => Kind::Text,
        }
    }
}

/// Whether this begins as pages do.
fn is_html(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let begin = bytes.trim_ascii_start();
    ["<!doctype html", "<html"].iter().any(|tag| {
        let begin = begin.get(..tag.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(tag.as_bytes()))
    })
}

/// UTF-16, if the text begins with its byte-order mark, which no UTF-8 does.
fn marked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (encoding, _) = Encoding::for_bom(bytes)?;
    (encoding != UTF_8).then_some(encoding)
}

/// The encoding that a page declares by a `meta` element in its first kilobyte; by the HTML standard ("prescan a byte
/// stream") what declares UTF-16 in bytes of ASCII is UTF-8.
fn declared(html: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(html) {
        return Some(encoding);
    }
    let head = html.get(..1024).unwrap_or(html);
    let label = html::declared_charset(&String::from_utf8_lossy(head))?;
    let Some(encoding) = Encoding::for_label(label.as_bytes()).or_else(|| meant(&label)) else {
        // No letters would be told but those of UTF-8.
        return std::str::from_utf8(html).is_err().then_some(REPLACEMENT);
    };
    Some(match encoding {
        _ if encoding == UTF_16BE || encoding == UTF_16LE => UTF_8,
        _ if encoding == X_USER_DEFINED => WINDOWS_1252,
        _ => encoding,
    })
}

/// The encoding that a name of none means by its numbers: `win1256`, `ISO 8859_6`.
fn meant(label: &str) -> Option<&'static Encoding> {
    let letters: String = label.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = match letters.split_once("8859") {
        Some((_, part)) => format!("iso-8859-{part}"),
        None => {
            let digits = letters.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            match digits.len() {
                4 => format!("windows-{digits}"),
                _ => letters,
            }
        }
    };
    Encoding::for_label(name.as_bytes())
}

/// Whether bytes are not in an encoding: it has no letters for many of them, or they are UTF-8, as which no words in others
/// are to be read.
fn is_refuted(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    const MIN_LETTERS: usize = 3;
    // Of so many letters one may be damaged.
    const MIN_GOOD: usize = 4;
    if encoding == REPLACEMENT || Encoding::for_bom(bytes).is_some() {
        return false;
    }
    let utf8 = std::str::from_utf8(bytes);
    match encoding == UTF_8 {
        true => utf8.is_err(),
        false => {
            let letters = |text: &str| text.chars().filter(|c| !c.is_ascii()).count();
            let (text, is_damaged) = encoding.decode_without_bom_handling(bytes);
            let damaged = || text.chars().filter(|c| *c == '\u{FFFD}').count();
            utf8.is_ok_and(|text| letters(text) >= MIN_LETTERS)
                || is_damaged && damaged() * MIN_GOOD > letters(&text)
        }
    }
}

fn not_utf8(name: &str, error: &std::string::FromUtf8Error) -> String {
    let at = error.utf8_error().valid_up_to();
    let before = &error.as_bytes()[..at];
    let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
    format!(
        "{name}:{line}: not UTF-8 at byte {at}; convert it first, for instance with iconv, or say \
         what it is, as with --encoding windows-1256 or --encoding auto"
    )
}
