//! The text of the pages of a PDF file, in the order in which they draw it, each line in that in which it is read.

use crate::input::pdf::content::{ActualTexts, Mark};
use crate::input::pdf::lines::{Sign, text};
use crate::input::pdf::order::Drawing;
use crate::input::pdf::plain::make_plain;
use crate::input::pdf::unread::Why;
use crate::input::pdf::whole::{check_pages, damaged_streams};
use pdf_extract::{
    ColorSpace, Document, MediaBox, OutputDev, OutputError, Path, Transform, output_doc,
};
use std::fmt;
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
    let mut output = Pages {
        text: String::new(),
        page: 0,
        signs: Vec::new(),
        begins: false,
        unread: None,
        letters: 0,
        controls: 0,
        texts,
        replaced: None,
        places: Vec::new(),
    };
    let read = output_doc(&document, &mut output);
    if let Some(why) = output.unread {
        return Err(why.of_page(output.page));
    }
    read.map_err(|error| error.to_string())?;
    Ok(output.text)
}

/// Collects what pages show, each of which ends its line.
struct Pages {
    text: String,
    /// The page that is read, and what it shows so far.
    page: u32,
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
    /// Where the forms are placed that are shown, one in another.
    places: Vec<Transform>,
}

/// What is shown that a text stands for.
struct Replaced {
    /// The number of the text, and the text until it is read, in the place of the first sign.
    number: usize,
    text: Option<Rc<str>>,
}

/// Whether this is a control character, which no page shows.
fn is_no_letter(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
}

impl Pages {
    /// Where on the page something is that the crate tells of in the form that shows it.
    fn placed(&self, transform: &Transform) -> Transform {
        match self.places.last() {
            Some(place) => transform.post_transform(place),
            None => *transform,
        }
    }
}

impl OutputDev for Pages {
    fn begin_page(
        &mut self,
        number: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.page = number;
        self.signs.clear();
        self.replaced = None;
        self.places.clear();
        (self.letters, self.controls) = (0, 0);
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        // Ornaments are among text, but a page that shows hardly any letters is not read.
        if self.controls * 2 > self.letters {
            self.unread = Some(Why::Font);
            return Err(OutputError::FormatError(fmt::Error));
        }
        let signs = std::mem::take(&mut self.signs);
        let mut drawing = Drawing::default();
        signs
            .iter()
            .for_each(|sign| drawing.note(&sign.text, sign.point(), 0));
        let from_left = !drawing.is_leftwards();
        let mut drawing = Drawing::default();
        let page = text(signs, from_left, |sign, end| {
            drawing.note(&sign.text, sign.point(), end);
        });
        self.text.push_str(&drawing.read(page));
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        Ok(())
    }

    fn output_character(
        &mut self,
        transform: &Transform,
        width: f64,
        _spacing: f64,
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
        self.controls += letters.filter(|c| is_no_letter(*c)).count();
        let begins = std::mem::take(&mut self.begins);
        let transform = self.placed(transform);
        // Glyphs that stretch a word are often said to be none of Unicode.
        let character: String = character.chars().filter(|c| !is_no_letter(*c)).collect();
        let sign = Sign::new(
            &transform,
            width,
            font_size,
            character.as_str().into(),
            begins,
        );
        // The text stands where all of it does, and not where a mark is that is drawn first.
        let is_more = self.replaced.is_some() && character.is_empty();
        let last = self.signs.last_mut().filter(|_| is_more);
        if !last.is_some_and(|last| last.joins(&sign)) {
            self.signs.push(sign);
        }
        Ok(())
    }

    fn fill(
        &mut self,
        transform: &Transform,
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
            (Some(Mark::Enter), _) => self.places.push(self.placed(transform)),
            (Some(Mark::Leave), _) => drop(self.places.pop()),
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
        Ok(())
    }
}
