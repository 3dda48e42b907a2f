//! Marked content, and the text that it may have instead of what it shows (ISO 32000-1, 14.6 and 14.9.4): writers say so
//! what signs stand for that have several forms, or letters of several meanings.

use crate::input::pdf::content::tokens::{self, Container, Token};
use crate::input::pdf::order::{is_left_to_right, is_right_to_left};
use pdf_extract::{Object, PathOp, StringFormat, decode_text_string};
use std::rc::Rc;

/// The texts of a document that stand for what is shown, by their numbers.
#[derive(Default)]
pub(in crate::input::pdf) struct ActualTexts(Vec<ActualText>);

struct ActualText {
    text: Rc<str>,
    /// Whether it is said where what is shown instead ends.
    is_closed: bool,
}

impl ActualTexts {
    /// The text of a number, if what it stands for has an end.
    pub(in crate::input::pdf) fn get(&self, number: usize) -> Option<Rc<str>> {
        let text = self.0.get(number).filter(|text| text.is_closed);
        text.map(|text| Rc::clone(&text.text))
    }

    fn add(&mut self, text: &str) -> usize {
        self.0.push(ActualText {
            text: text.into(),
            is_closed: false,
        });
        self.0.len() - 1
    }

    fn close(&mut self, number: usize) {
        if let Some(text) = self.0.get_mut(number) {
            text.is_closed = true;
        }
    }
}

/// A place in content of which the crate tells nothing: a path of one point that is filled, as paths are not kept otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::input::pdf) enum Mark {
    /// Where what is shown begins or ends that a text stands for, by the number of the text.
    Begin(usize),
    End(usize),
    /// Where a form is shown.
    Enter,
    Leave,
}

impl Mark {
    pub(super) fn write(self, plain: &mut Vec<u8>) {
        let (number, kind) = match self {
            Mark::Begin(number) => (number, 0),
            Mark::End(number) => (number, 1),
            Mark::Enter => (0, 2),
            Mark::Leave => (0, 3),
        };
        plain.extend(format!("{number} {kind} m\nf\n").bytes());
    }

    /// The mark that a path is.
    pub(in crate::input::pdf) fn of(path: &[PathOp]) -> Option<Mark> {
        let [PathOp::MoveTo(number, kind)] = path else {
            return None;
        };
        // They were written from whole numbers.
        let (number, kind) = (*number as usize, *kind as usize);
        Some(match kind {
            0 => Mark::Begin(number),
            1 => Mark::End(number),
            2 => Mark::Enter,
            _ => Mark::Leave,
        })
    }
}

/// Where marked content begins and ends.
#[derive(Default)]
pub(super) struct MarkedContent {
    /// Whether the key was the text's, and the text of the dictionary before the next operator.
    is_next: bool,
    text: Option<String>,
    /// What is open, with the numbers of texts.
    open: Vec<Option<usize>>,
}

impl MarkedContent {
    /// Notes a token that stands in the containers that are open.
    pub fn note(&mut self, token: Token, open: &[Container]) {
        let is_next = std::mem::take(&mut self.is_next);
        match (token, open) {
            (Token::Open(Container::Dictionary), []) => self.text = None,
            (Token::Name(name), [Container::Dictionary]) => self.is_next = name == b"ActualText",
            (Token::Literal(text), [Container::Dictionary]) if is_next => {
                self.text = text_of(|plain| tokens::literal(text, plain));
            }
            (Token::Hexadecimal(text), [Container::Dictionary]) if is_next => {
                self.text = text_of(|plain| tokens::hexadecimal(text, plain));
            }
            _ => {}
        }
    }

    /// An operator of which the text before it is none.
    pub fn forget(&mut self) {
        self.text = None;
    }

    /// The number of the text of marked content that begins here.
    pub fn begin(&mut self, texts: &mut ActualTexts) -> Option<usize> {
        // Of nested texts the outer one counts.
        let text = self
            .text
            .take()
            .filter(|text| self.open.iter().all(Option::is_none) && says_something(text));
        let number = text.map(|text| texts.add(&text));
        self.open.push(number);
        number
    }

    /// The number of the text of marked content that ends here.
    pub fn end(&mut self, texts: &mut ActualTexts) -> Option<usize> {
        let number = self.open.pop()??;
        texts.close(number);
        Some(number)
    }
}

/// Whether a text says more than that something shown is no text, which is read all the same. One of letters in both
/// directions is left to what is shown, whose order is known.
fn says_something(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && c != '\u{AD}')
        && !(text.chars().any(is_left_to_right) && text.chars().any(is_right_to_left))
}

/// The text of a string as it is written plainly (7.9.2.2).
fn text_of(write: impl FnOnce(&mut Vec<u8>)) -> Option<String> {
    let mut plain = Vec::new();
    write(&mut plain);
    let digits: Vec<u8> = plain
        .into_iter()
        .filter_map(tokens::hexadecimal_digit)
        .collect();
    let bytes = digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0));
    let string = Object::String(bytes.collect(), StringFormat::Literal);
    let text = decode_text_string(&string).ok()?;
    // The crate keeps the mark of UTF-8.
    Some(text.trim_start_matches('\u{FEFF}').to_owned())
}

#[cfg(test)]
mod tests {
    use crate::input::pdf::made_file::{form, page_of, read, stream};

    /// The lines of a page that shows this.
    fn shown(content: &str) -> Vec<String> {
        page_of(format!("BT /F 9 Tf 0 99 Td {content} ET\n").as_bytes()).unwrap()
    }

    #[test]
    fn texts_stand_for_what_is_shown() {
        for (content, expected) in [
            ("/Span<</ActualText(abc)>>BDC (x)Tj (y)Tj EMC (d)Tj", "abcd"),
            ("/Span<</Lang(en)/ActualText<FEFF06D5>>>BDC (x)Tj EMC", "ە"),
            ("/Span<</ActualText<EFBBBFDB95>>>BDC [(x) 9 (y)]TJ EMC", "ە"),
            // The outer one counts, and ends where it does.
            (
                "/P<</ActualText(a)>>BDC /P<</ActualText(b)>>BDC (x)Tj EMC /P BMC (y)Tj EMC (z)Tj EMC (c)Tj",
                "ac",
            ),
            ("/P<</A<</ActualText(b)>>>>BDC (x)Tj EMC", "x"),
            ("/P<</ActualText(b)>>DP /P BMC (x)Tj EMC", "x"),
            // What has no end stands for nothing, and what shows nothing says nothing.
            ("/P<</ActualText(a)>>BDC (x)Tj", "x"),
            ("EMC /P<</ActualText(a)>>BDC EMC (x)Tj", "x"),
            // That a hyphen is none, and that an ornament is no text.
            ("/P<</ActualText<FEFF00AD>>>BDC (-)Tj EMC", "-"),
            ("/P<</ActualText()>>BDC (x)Tj EMC", "x"),
            ("/P<</ActualText<FEFF006206D5>>>BDC (x)Tj EMC", "x"),
        ] {
            assert_eq!(shown(content), [expected, "last"], "{content}");
        }
    }

    #[test]
    fn texts_of_forms_and_around_them_are_read() {
        let own = "BT /F 9 Tf 0 99 Td /P<</ActualText(a)>>BDC (x)Tj EMC ET";
        let content = b"/X Do /P<</ActualText(b)>>BDC /X Do EMC";
        let lines = read(
            stream("", content),
            [form("", own.as_bytes()), form("", b"")],
            "null",
        );
        assert_eq!(lines.unwrap().concat(), "ablast");
    }

    #[test]
    fn forms_stand_where_they_are_placed() {
        let own = |text: &str| format!("BT /F 9 Tf 0 0 Td ({text}) Tj ET");
        let content =
            b"q 1 0 0 1 0 99 cm /X Do Q q 1 0 0 1 30 99 cm /X Do Q q 2 0 0 2 0 50 cm /Y Do Q";
        let turned = form("/Matrix[1 0 0 1 0 -5]", own("b").as_bytes());
        let lines = read(
            stream("", content),
            [form("", own("a").as_bytes()), turned],
            "null",
        );
        assert_eq!(lines.unwrap(), ["a a", "b", "last"]);
    }

    #[test]
    fn what_a_text_stands_for_need_not_be_read() {
        let font = "<</Type/Font/Subtype/Type0>>";
        let none = || form("", b"");
        let shown = |text: &str| {
            let content = format!("BT /G 9 Tf {text} ET");
            read(stream("", content.as_bytes()), [none(), none()], font)
        };
        let lines = shown("/P<</ActualText(a)>>BDC (x)Tj EMC").unwrap();
        assert_eq!(lines.concat(), "alast");
        let error = shown("/P<</ActualText(a)>>BDC (x)Tj EMC (y)Tj").unwrap_err();
        assert!(error.contains("does not tell its letters"), "{error}");
    }
}
