//! Content streams, rewritten into the plain form that the crate reads whole.
//!
//! Of the operators it reads some, of what stands between them less than the standard allows, and at what it cannot read
//! it stops without a word. What is written here is only what places and shows text: one operation a line, its operands
//! parted by one space, strings in hexadecimal digits; and a [`Mark`] where a form or a text that stands for others begins
//! and ends, which the crate would not tell.

mod image;
mod marked;
mod operators;
mod tokens;

pub(super) use crate::input::pdf::content::marked::{ActualTexts, Mark};
pub(super) use crate::input::pdf::content::tokens::{
    Broken, Container, Token, Tokens, hexadecimal_digit,
};

use crate::input::pdf::content::marked::MarkedContent;
use crate::input::pdf::content::operators::{Kind, operands_of};
use pdf_extract::content::Content;
use std::ops::Range;

/// The content in its plain form. The names of fonts begin with what is given. Where a text stands for what is shown, it is
/// added to `texts`, and the beginning and the end are written as [`Mark`].
pub(super) fn plain(
    source: &[u8],
    prefix: &str,
    texts: &mut ActualTexts,
) -> Result<Vec<u8>, Broken> {
    let mut writer = Writer {
        prefix,
        texts,
        marked: MarkedContent::default(),
        plain: Vec::new(),
        operations: 0,
        operands: Vec::new(),
        bytes: Vec::new(),
        open: Vec::new(),
    };
    let mut tokens = Tokens::new(source);
    while let Some(token) = tokens.next()? {
        match token {
            Token::Word(b"BI") if writer.open.is_empty() => {
                image::skip(&mut tokens)?;
                writer.forget_operands();
            }
            token => writer.take(token)?,
        }
    }
    let read = Content::decode(&writer.plain).map(|content| content.operations.len());
    match read {
        Ok(read) if read == writer.operations => Ok(writer.plain),
        _ => Err(Broken),
    }
}

/// More operands than any operator has; of more the last ones count.
const MAX_OPERANDS: usize = 64;

struct Writer<'p> {
    prefix: &'p str,
    texts: &'p mut ActualTexts,
    marked: MarkedContent,
    plain: Vec<u8>,
    operations: usize,
    /// The operands of the next operator, and where their bytes stand in `bytes`.
    operands: Vec<(Kind, Range<usize>)>,
    bytes: Vec<u8>,
    /// The arrays and dictionaries that have not ended.
    open: Vec<Container>,
}

impl Writer<'_> {
    fn take(&mut self, token: Token) -> Result<(), Broken> {
        self.marked.note(token, &self.open);
        match token {
            Token::Open(container) => self.open(container),
            Token::Close(container) => return self.close(container),
            Token::Word(word) => return self.word(word),
            Token::Number(number) => {
                self.operand(Kind::Number, |bytes| tokens::number(number, bytes))
            }
            Token::Name(name) => self.operand(Kind::Name, |bytes| tokens::name(name, bytes)),
            Token::Literal(text) => self.operand(Kind::Text, |bytes| tokens::literal(text, bytes)),
            Token::Hexadecimal(text) => {
                self.operand(Kind::Text, |bytes| tokens::hexadecimal(text, bytes));
            }
        }
        Ok(())
    }

    /// An operand, or a part of one. Of the parts, only what an array that shows text may have is kept: numbers and
    /// strings (table 109).
    fn operand(&mut self, kind: Kind, write: impl FnOnce(&mut Vec<u8>)) {
        match *self.open {
            [] => {
                let start = self.bytes.len();
                write(&mut self.bytes);
                self.end_operand(kind, start);
            }
            [Container::Array] if matches!(kind, Kind::Number | Kind::Text) => {
                write(&mut self.bytes);
                self.bytes.push(b' ');
            }
            _ => {}
        }
    }

    fn end_operand(&mut self, kind: Kind, start: usize) {
        if self.operands.len() == MAX_OPERANDS {
            self.operands.drain(..MAX_OPERANDS / 2);
        }
        self.operands.push((kind, start..self.bytes.len()));
    }

    fn forget_operands(&mut self) {
        self.operands.clear();
        self.bytes.clear();
    }

    fn open(&mut self, container: Container) {
        if self.open.is_empty() {
            let kind = match container {
                Container::Array => Kind::Array,
                Container::Dictionary => Kind::Other,
            };
            let start = self.bytes.len();
            self.bytes.push(b'[');
            self.end_operand(kind, start);
        }
        self.open.push(container);
    }

    fn close(&mut self, container: Container) -> Result<(), Broken> {
        let open = self.open.pop();
        // One that closes nothing is passed over by readers.
        if open.is_some_and(|open| open != container) {
            return Err(Broken);
        }
        if let (Some(_), [], Some((_, range))) = (open, &*self.open, self.operands.last_mut()) {
            self.bytes.push(b']');
            range.end = self.bytes.len();
        }
        Ok(())
    }

    fn word(&mut self, word: &[u8]) -> Result<(), Broken> {
        match (word, self.open.is_empty()) {
            (b"true" | b"false" | b"null", _) => {
                self.operand(Kind::Other, |_| {});
                Ok(())
            }
            (_, true) => self.operator(word),
            // A reference, which says nothing here.
            (b"R", false) => Ok(()),
            // The end of an array or a dictionary is missing, and operators would be taken for parts of it.
            (_, false) => Err(Broken),
        }
    }

    fn operator(&mut self, operator: &[u8]) -> Result<(), Broken> {
        let mark = match operator {
            b"BDC" | b"BMC" => self.marked.begin(self.texts).map(Mark::Begin),
            b"EMC" => self.marked.end(self.texts).map(Mark::End),
            _ => None,
        };
        self.marked.forget();
        if let Some(mark) = mark {
            self.mark(mark);
        }
        if let Some(kinds) = operands_of(operator) {
            let first = self.operands.len().checked_sub(kinds.len()).ok_or(Broken)?;
            let operands = self.operands.split_off(first);
            if !operands.iter().map(|(kind, _)| kind).eq(kinds) {
                return Err(Broken);
            }
            match (operator, operands.as_slice()) {
                // Both are defined by other operators (table 109).
                (b"'", [text]) => {
                    self.write(&[], b"T*");
                    self.write(std::slice::from_ref(text), b"Tj");
                }
                (b"\"", [words, letters, text]) => {
                    self.write(std::slice::from_ref(words), b"Tw");
                    self.write(std::slice::from_ref(letters), b"Tc");
                    self.write(&[], b"T*");
                    self.write(std::slice::from_ref(text), b"Tj");
                }
                (b"Tf", [(_, name), size]) => {
                    self.plain.push(b'/');
                    self.plain.extend_from_slice(self.prefix.as_bytes());
                    self.plain
                        .extend_from_slice(&self.bytes[name.start + 1..name.end]);
                    self.plain.push(b' ');
                    self.write(std::slice::from_ref(size), b"Tf");
                }
                (b"Do", operands) => {
                    self.mark(Mark::Enter);
                    self.write(operands, operator);
                    self.mark(Mark::Leave);
                }
                (_, operands) => self.write(operands, operator),
            }
        }
        self.forget_operands();
        Ok(())
    }

    fn mark(&mut self, mark: Mark) {
        mark.write(&mut self.plain);
        self.operations += 2;
    }

    fn write(&mut self, operands: &[(Kind, Range<usize>)], operator: &[u8]) {
        for (_, range) in operands {
            self.plain.extend_from_slice(&self.bytes[range.clone()]);
            self.plain.push(b' ');
        }
        self.plain.extend_from_slice(operator);
        self.plain.push(b'\n');
        self.operations += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(source: &[u8]) -> Result<Vec<u8>, Broken> {
        super::plain(source, "", &mut ActualTexts::default())
    }

    /// What is written, but for the marks of forms.
    fn written(source: &[u8]) -> String {
        let written = String::from_utf8(plain(source).unwrap()).unwrap();
        written.replace("0 2 m\nf\n", "").replace("0 3 m\nf\n", "")
    }

    #[test]
    fn operators_that_move_and_show_are_written_out() {
        assert_eq!(written(b"(a)'"), "T*\n<61> Tj\n");
        assert_eq!(written(b"1 2 (a) \""), "1 Tw\n2 Tc\nT*\n<61> Tj\n");
    }

    #[test]
    fn white_space_and_comments_part_tokens() {
        let expected = "q\n<61> Tj\nQ\n";
        for source in [
            &b"q (a) Tj Q"[..],
            b"\0q\x0c(a)\0Tj\r\x0cQ\0",
            b"q%( [ <<\r(a)Tj % Tj\nQ % Q",
            b"q<61>Tj\tQ",
            b"q < 6\0 1 >Tj Q",
            b"q true [ << /A (b) >> ] /P << /Q [ 1 0 R ] >> BDC (a) Tj EMC Q",
            b"q ) > } ] >> { (a) Tj Q",
            b"q 1 (b) unknown (a) Tj Q \xff",
            b"q (a) Tj Q (",
            b"q (a) Tj Q [ 1",
            b"q (a) Tj Q < \n",
        ] {
            assert_eq!(written(source), expected, "{}", source.escape_ascii());
        }
    }

    #[test]
    fn strings_are_written_as_their_bytes() {
        for (source, bytes) in [
            (&b"((a(b)))"[..], "28612862292 9".replace(' ', "")),
            (b"(\\(\\n\\r\\t\\b\\f\\\\\\q)", "280A0D09080C5C71".into()),
            (b"(\\1\\12\\1234\\777)", "010A5334FF".into()),
            (b"(a\\\r\nb\\\nc\\\rd)", "61626364".into()),
            (b"(a\r\nb\rc\n)", "610A620A630A".into()),
            (b"<abc>", "ABC0".into()),
            (b"<>", String::new()),
        ] {
            let source = [source, b" Tj"].concat();
            assert_eq!(written(&source), format!("<{bytes}> Tj\n"));
        }
    }

    #[test]
    fn numbers_are_written_as_readers_take_them() {
        for (source, number) in [
            ("+.5", "0.5"),
            ("-.2", "-0.2"),
            ("4.", "4"),
            ("007", "7"),
            ("--5", "-5"),
            ("12-34", "1234"),
            (".", "0"),
            ("-", "0"),
            ("1e3", "0"),
            ("-6.1E-17", "0"),
            ("12345678901234567890", "0"),
        ] {
            assert_eq!(
                written(format!("{source} Tc").as_bytes()),
                format!("{number} Tc\n")
            );
        }
        assert_eq!(
            written(b"0.0.1Td[1(a)-2.50(b)]TJ"),
            "0.0 0.1 Td\n[1 <61> -2.50 <62> ] TJ\n"
        );
        assert_eq!(written(b"q(a)Tj-5 0Td"), "q\n<61> Tj\n-5 0 Td\n");
        assert_eq!(written(b"(a)'ETQ"), "T*\n<61> Tj\nET\nQ\n");
    }

    #[test]
    fn names_are_written_so_that_they_are_read_again() {
        assert_eq!(
            written(b"/A#20B#zz#4 Do / Do"),
            "/A#20B#23zz#234 Do\n/ Do\n"
        );
        assert_eq!(written(b"/#46\xff 1 Tf"), "/F#FF 1 Tf\n");
        let own = super::plain(b"/F 1 Tf /F Tf", "2.0.", &mut ActualTexts::default());
        assert_eq!(own, Err(Broken));
        let own = super::plain(b"/F 1 Tf /F 2 Tf", "2.0.", &mut ActualTexts::default());
        assert_eq!(own.as_deref(), Ok(&b"/2.0.F 1 Tf\n/2.0.F 2 Tf\n"[..]));
        assert_eq!(
            plain(b"/F Do").as_deref(),
            Ok(&b"0 2 m\nf\n/F Do\n0 3 m\nf\n"[..])
        );
    }

    #[test]
    fn inline_images_are_left_out() {
        for image in [
            &b"BI /W 4 /H 4 /BPC 8 /CS /G ID abEI EI cdEIghij EI\n"[..],
            b"BI/W 2/H 2/BPC 8/CS/G ID abcdEI\n",
            b"BI /W 8 /H 2 /IM true /D[1 0] ID \xff\x00\nEI\n",
            b"BI /W 1 /H 1 /BPC 8 /CS /Named ID ( <EI ",
            b"BI /W 2 /H 1 /BPC 8 /CS [/Indexed /RGB 0 <000000>] ID (\x80 EI ",
            b"BI /F [/AHx] /W 2 /H 2 ID 00ff00ff> EI Q q\n",
            b"BI /F /A85 ID EI \n EI ~> EI ",
            b"BI /F /Fl ID (\x01EI \x02\x03 EI\n",
            b"BI /L 3 ID ((( EI\n",
        ] {
            let source = [&b"q (a) Tj "[..], image, b"(b) Tj Q"].concat();
            let shown = written(&source).replace("Q\nq\n", "");
            assert_eq!(
                shown,
                "q\n<61> Tj\n<62> Tj\nQ\n",
                "{}",
                image.escape_ascii()
            );
        }
    }

    #[test]
    fn what_would_lose_text_is_broken() {
        for source in [
            &b"(Gyumri Tj (Goris) Tj"[..],
            b"<4779 (Goris) Tj",
            b"<< /a )) > (Goris) Tj",
            b"[(Gyumri) TJ (Goris) Tj",
            b"[ << ] >> (Goris) Tj",
            b"Tj",
            b"1 Td",
            b"/F 1 Tj",
            b"(Gyumri) TJ",
            b"BI /W 1 /H 1 ID (Goris) Tj",
            b"BI (Goris) Tj",
        ] {
            assert_eq!(plain(source), Err(Broken), "{}", source.escape_ascii());
        }
    }

    #[test]
    fn all_short_texts_are_read_or_broken_and_plain_ones_stay() {
        let parts: [&[u8]; 24] = [
            b"(", b")", b"<", b">", b"[", b"]", b"{", b"%", b"/", b"\\", b"#", b"\0", b"\n", b" ",
            b"\xff", b"-", b".", b"7", b"a", b"Tj", b"TJ", b"'", b"BI ", b" ID ",
        ];
        for length in 0..=4 {
            for number in 0..parts.len().pow(length) {
                let part = |at| parts[number / parts.len().pow(at) % parts.len()];
                let source: Vec<u8> = (0..length).flat_map(part).copied().collect();
                if let Ok(once) = plain(&source) {
                    assert_eq!(
                        plain(&once).as_ref(),
                        Ok(&once),
                        "{}",
                        source.escape_ascii()
                    );
                }
            }
        }
    }

    #[test]
    fn the_time_is_linear() {
        for part in [
            &b"["[..],
            b"<<",
            b"(",
            b"1 ",
            b"BI /W 1 /H 9999 /BPC 8 ID   EI ",
            b"[[]",
            b"(()",
        ] {
            let _ = plain(&part.repeat((1 << 20) / part.len()));
        }
        let images = b"BI /W 1 /H 999999 /BPC 8 ID EI ".repeat(1 << 15);
        let _ = plain(&[images, vec![b' '; 1 << 20]].concat());
    }
}
