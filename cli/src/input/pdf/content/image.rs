//! Images within content streams (ISO 32000-1, 8.9.7), which show no text.

use crate::input::pdf::content::tokens::{Broken, Container, Token, Tokens, is_regular, is_space};

/// How many bytes behind an image have to look like content, where its data may have what looks like its end.
const LOOK_AHEAD: usize = 8;

/// The most white space between the data and the end, where it is known how long the data are.
const MAX_SPACE: usize = 4;

/// What tells where the data of an image end.
#[derive(Default)]
struct Image<'s> {
    width: usize,
    height: usize,
    bits: usize,
    is_mask: bool,
    length: Option<usize>,
    color_space: Option<&'s [u8]>,
    filter: Option<&'s [u8]>,
}

/// Passes over an image, of which `BI` was read.
pub(super) fn skip(tokens: &mut Tokens) -> Result<(), Broken> {
    let image = Image::read(tokens)?;
    let source = tokens.source;
    // One byte of white space is behind `ID`.
    let start = tokens.at + 1;
    let known = image.lengths().into_iter().flatten();
    let mut known = known.filter_map(|length| end_near(source, start.checked_add(length)?));
    let end = match known.next() {
        Some(end) => end,
        None => {
            let from = image.packed_end(source, start).ok_or(Broken)?;
            (from..source.len())
                .find(|at| is_end(source, *at))
                .ok_or(Broken)?
        }
    };
    tokens.at = end + 2;
    Ok(())
}

impl<'s> Image<'s> {
    /// Reads the entries up to `ID`.
    fn read(tokens: &mut Tokens<'s>) -> Result<Self, Broken> {
        let mut image = Image::default();
        let mut key = None;
        let mut open: Vec<Container> = Vec::new();
        loop {
            match (tokens.next()?.ok_or(Broken)?, key) {
                (Token::Word(b"ID"), _) => return Ok(image),
                (Token::Name(name), None) => key = Some(name),
                (_, None) => return Err(Broken),
                (token, Some(of)) => {
                    match token {
                        Token::Open(container) => open.push(container),
                        Token::Close(container) if open.pop() != Some(container) => {
                            return Err(Broken);
                        }
                        Token::Word(word) if !matches!(word, b"true" | b"false" | b"null") => {
                            return Err(Broken);
                        }
                        token => image.set(of, token),
                    }
                    key = key.filter(|_| !open.is_empty());
                }
            }
        }
    }

    fn set(&mut self, key: &[u8], value: Token<'s>) {
        match (key, value) {
            (b"W" | b"Width", Token::Number(number)) => self.width = count(number).unwrap_or(0),
            (b"H" | b"Height", Token::Number(number)) => self.height = count(number).unwrap_or(0),
            (b"BPC" | b"BitsPerComponent", Token::Number(number)) => {
                self.bits = count(number).unwrap_or(0)
            }
            (b"L" | b"Length", Token::Number(number)) => self.length = count(number),
            (b"IM" | b"ImageMask", Token::Word(word)) => self.is_mask = word == b"true",
            // Of an array, the first name counts.
            (b"CS" | b"ColorSpace", Token::Name(name)) => {
                self.color_space.get_or_insert(name);
            }
            (b"F" | b"Filter", Token::Name(name)) => {
                self.filter.get_or_insert(name);
            }
            _ => {}
        }
    }

    /// How long the data may be, where that can be told.
    fn lengths(&self) -> [Option<usize>; 4] {
        if self.filter.is_some() {
            return [self.length, None, None, None];
        }
        let of = |components: usize| {
            let bits = if self.is_mask { 1 } else { self.bits };
            let row = self.width.checked_mul(bits)?.checked_mul(components)?;
            row.div_ceil(8).checked_mul(self.height)
        };
        let [one, three, four] = [of(1), of(3), of(4)];
        match self.color_space {
            _ if self.is_mask => [self.length, one, None, None],
            Some(b"G" | b"DeviceGray" | b"I" | b"Indexed") => [self.length, one, None, None],
            Some(b"RGB" | b"DeviceRGB") => [self.length, three, None, None],
            Some(b"CMYK" | b"DeviceCMYK") => [self.length, four, None, None],
            // One that the resources name.
            _ => [self.length, one, three, four],
        }
    }

    /// From where on the end of the image is looked for: behind the end of data that are packed as letters.
    fn packed_end(&self, source: &[u8], start: usize) -> Option<usize> {
        let end: &[u8] = match self.filter {
            Some(b"A85" | b"ASCII85Decode") => b"~>",
            Some(b"AHx" | b"ASCIIHexDecode") => b">",
            _ => return Some(start),
        };
        let mut windows = source.get(start..)?.windows(end.len());
        let at = windows.position(|window| window == end)?;
        Some(start + at + end.len())
    }
}

fn count(number: &[u8]) -> Option<usize> {
    std::str::from_utf8(number).ok()?.parse().ok()
}

/// Where the end of an image stands, of which the data end here.
fn end_near(source: &[u8], at: usize) -> Option<usize> {
    let space = source.get(at..)?.iter().take(MAX_SPACE);
    let space = space.take_while(|byte| is_space(**byte)).count();
    Some(at + space).filter(|at| is_end(source, *at))
}

fn is_end(source: &[u8], at: usize) -> bool {
    let behind = source.get(at..).and_then(|rest| rest.strip_prefix(b"EI"));
    behind.is_some_and(|behind| {
        let ahead = &behind[..behind.len().min(LOOK_AHEAD)];
        behind.first().is_none_or(|byte| !is_regular(*byte))
            && ahead
                .iter()
                .all(|byte| matches!(byte, b' '..=b'~') || is_space(*byte))
    })
}
