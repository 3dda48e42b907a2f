//! The text of the pages of a PDF file, in the order in which they draw it, each line in that in which it is read.

use crate::input::pdf::content::{ActualTexts, Mark};
use crate::input::pdf::lines::{Sign, in_order};
use crate::input::pdf::order::Drawing;
use crate::input::pdf::plain::make_plain;
use crate::input::pdf::unread::Why;
use crate::input::pdf::whole::{check_pages, damaged_streams};
use pdf_extract::{
    ColorSpace, Document, MediaBox, OutputDev, OutputError, Path, PlainTextOutput, Transform,
    output_doc,
};
use std::cell::RefCell;
use std::fmt;
use std::io::{self, Write};
use std::rc::Rc;

/// The text of all pages, each of which ends its line.
pub(super) fn pages(file: &[u8]) -> Result<String, String> {
    let mut document = Document::load_mem(file).map_err(|error| error.to_string())?;
    check_pages(&document)?;
    let damaged = damaged_streams(&document, file);
    if document.is_encrypted() {
        document.decrypt("").map_err(|error| error.to_string())?;
    }
    let texts = make_plain(&mut document, &damaged)?;
    let text = Rc::new(RefCell::new(Vec::new()));
    let mut written = Shared(Rc::clone(&text));
    let mut output = Pages {
        output: PlainTextOutput::new(&mut written as &mut dyn Write),
        text: Rc::clone(&text),
        page: 0,
        start: 0,
        signs: Vec::new(),
        begins: false,
        unread: None,
        letters: 0,
        controls: 0,
        texts,
        replaced: None,
    };
    let read = output_doc(&document, &mut output);
    if let Some(why) = output.unread {
        return Err(why.of_page(output.page));
    }
    read.map_err(|error| error.to_string())?;
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
    /// The page that is read, where its text begins, and what it shows.
    page: u32,
    start: usize,
    signs: Vec<Sign>,
    /// Whether the next sign begins an operation, or a part of one.
    begins: bool,
    unread: Option<Why>,
    /// The letters of the page, and how many of them are control characters, as the crate takes codes for that it knows no
    /// letters of.
    letters: usize,
    controls: usize,
    texts: ActualTexts,
    replaced: Option<Replaced>,
}

/// What is shown that a text stands for.
struct Replaced {
    /// The number of the text, and the text until it is read, in the place of the first sign.
    number: usize,
    text: Option<Rc<str>>,
}

impl Pages<'_> {
    /// Writes what the page shows, and tells how it is drawn.
    fn write(&mut self) -> Result<Drawing, OutputError> {
        let signs = std::mem::take(&mut self.signs);
        let mut drawing = Drawing::default();
        signs
            .iter()
            .for_each(|sign| drawing.note(&sign.text, sign.point(), 0));
        let signs = match drawing.is_leftwards() {
            true => signs,
            false => in_order(signs),
        };
        let mut drawing = Drawing::default();
        let mut last: Option<Sign> = None;
        for sign in signs {
            if sign.begins {
                self.output.begin_word()?;
                // The crate parts words by gaps on their right alone.
                if last.is_some_and(|last| sign.comes_back(&last)) {
                    self.text.borrow_mut().push(b' ');
                }
            }
            self.output.output_character(
                &sign.transform,
                sign.width,
                sign.spacing,
                sign.font_size,
                &sign.text,
            )?;
            let end = self.text.borrow().len().saturating_sub(self.start);
            drawing.note(&sign.text, sign.point(), end);
            last = Some(sign);
        }
        Ok(drawing)
    }
}

impl OutputDev for Pages<'_> {
    fn begin_page(
        &mut self,
        number: u32,
        media: &MediaBox,
        art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.page = number;
        self.start = self.text.borrow().len();
        self.signs.clear();
        self.replaced = None;
        (self.letters, self.controls) = (0, 0);
        self.output.begin_page(number, media, art)
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        // Ornaments are among text, but a page that shows hardly any letters is not read.
        if self.controls * 2 > self.letters {
            self.unread = Some(Why::Font);
            return Err(OutputError::FormatError(fmt::Error));
        }
        let drawing = self.write()?;
        let mut text = self.text.borrow_mut();
        let start = self.start.min(text.len());
        let page = text.split_off(start);
        let page = String::from_utf8(page).map_err(|_| OutputError::FormatError(fmt::Error))?;
        text.extend(drawing.read(page).bytes());
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
        let text = self.replaced.as_mut().map(|replaced| {
            let text = replaced.text.take();
            text.unwrap_or_default()
        });
        let character = text.as_deref().unwrap_or(character);
        self.unread = Why::of_sign(character);
        if self.unread.is_some() {
            return Err(OutputError::FormatError(fmt::Error));
        }
        let letters = character.chars().filter(|c| !c.is_whitespace());
        self.letters += letters.clone().count();
        self.controls += letters.filter(|c| c.is_control()).count();
        self.signs.push(Sign {
            transform: *transform,
            width,
            spacing,
            font_size,
            text: character.into(),
            begins: std::mem::take(&mut self.begins),
        });
        Ok(())
    }

    fn fill(
        &mut self,
        _: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        match (Mark::of(&path.ops), &self.replaced) {
            (Some(Mark::Begin(number)), None) => {
                let text = self.texts.get(number);
                self.replaced = text.map(|text| Replaced {
                    number,
                    text: Some(text),
                });
            }
            (Some(Mark::End(number)), Some(replaced)) if replaced.number == number => {
                self.replaced = None;
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.begins = true;
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        self.output.end_line()
    }
}
