//! The text of the pages of a PDF file, in the order in which they draw it.

use pdf_extract::{
    Document, MediaBox, Object, OutputDev, OutputError, PlainTextOutput, Stream, Transform,
    output_doc,
};
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

/// The text of all pages, each of which ends its line.
pub(super) fn pages(file: &[u8]) -> Result<String, String> {
    let mut document = Document::load_mem(file).map_err(|error| error.to_string())?;
    if document.is_encrypted() {
        document.decrypt("").map_err(|error| error.to_string())?;
    }
    for (number, page) in document.get_pages() {
        for content in document.get_page_contents(page) {
            let stream = document.get_object(content).and_then(Object::as_stream);
            match stream.and_then(Stream::decompressed_content) {
                // One that the file has not is an empty one (ISO 32000-1, 7.3.10).
                Ok(_) | Err(pdf_extract::Error::ObjectNotFound(_)) => {}
                // The crate reads nothing instead: half of a document is an error.
                Err(_) => {
                    return Err(format!(
                        "what page {number} shows is packed in a way that is not read; convert it first, for instance \
                         with pdftotext"
                    ));
                }
            }
        }
    }
    let text = Rc::new(RefCell::new(Vec::new()));
    let mut written = Shared(Rc::clone(&text));
    let mut output = Pages {
        output: PlainTextOutput::new(&mut written as &mut dyn Write),
        text: Rc::clone(&text),
    };
    output_doc(&document, &mut output).map_err(|error| error.to_string())?;
    drop(output);
    let text = std::mem::take(&mut *text.borrow_mut());
    String::from_utf8(text).map_err(|error| error.to_string())
}

/// Bytes that are written from two sides.
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes text as the crate does, and a line end behind each page: the crate parts lines by how far they stand from each
/// other, and the first of a page may stand as high as the last of the one before.
struct Pages<'w> {
    output: PlainTextOutput<&'w mut dyn Write>,
    text: Rc<RefCell<Vec<u8>>>,
}

impl OutputDev for Pages<'_> {
    fn begin_page(
        &mut self,
        number: u32,
        media: &MediaBox,
        art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.output.begin_page(number, media, art)
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        let mut text = self.text.borrow_mut();
        if text.last().is_some_and(|last| *last != b'\n') {
            text.push(b'\n');
        }
        Ok(())
    }

    fn output_character(
        &mut self,
        transform: &Transform,
        width: f64,
        spacing: f64,
        font_size: f64,
        character: &str,
    ) -> Result<(), OutputError> {
        self.output
            .output_character(transform, width, spacing, font_size, character)
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.output.begin_word()
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        self.output.end_word()
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        self.output.end_line()
    }
}
