//! The tokens of content streams (ISO 32000-1, 7.2 and 7.3), and how they are written plainly.

use crate::input::pdf::content::operators::operands_of;

/// Content that cannot be read to its end, so that text might be lost.
#[derive(Debug, PartialEq)]
pub(in crate::input::pdf) struct Broken;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::input::pdf) enum Container {
    Array,
    Dictionary,
}

/// A token, of which the bytes are as they stand in the source.
#[derive(Clone, Copy, Debug)]
pub(in crate::input::pdf) enum Token<'s> {
    Number(&'s [u8]),
    /// Without its slash.
    Name(&'s [u8]),
    /// A string between parentheses, without them.
    Literal(&'s [u8]),
    /// A string between angle brackets, without them.
    Hexadecimal(&'s [u8]),
    Open(Container),
    Close(Container),
    Word(&'s [u8]),
}

/// The longest operator that is kept.
const MAX_OPERATOR: usize = 2;

/// Reads tokens one by one.
pub(in crate::input::pdf) struct Tokens<'s> {
    pub(super) source: &'s [u8],
    pub(super) at: usize,
    /// Whether operators may follow each other without white space.
    are_operators_parted: bool,
}

/// White space (table 1).
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | b'\x0c' | b'\r' | b' ')
}

/// Neither white space nor a delimiter (table 2).
pub(super) fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

fn begins_number(byte: u8) -> bool {
    byte.is_ascii_digit() || b"+-.".contains(&byte)
}

impl<'s> Tokens<'s> {
    pub(super) fn new(source: &'s [u8]) -> Self {
        Self {
            source,
            at: 0,
            are_operators_parted: true,
        }
    }

    /// Of a source that is no content of a page: its operators are others.
    pub(in crate::input::pdf) fn of_map(source: &'s [u8]) -> Self {
        Self {
            source,
            at: 0,
            are_operators_parted: false,
        }
    }

    /// The next token, none at the end. What closes nothing is passed over, as by other readers.
    pub(in crate::input::pdf) fn next(&mut self) -> Result<Option<Token<'s>>, Broken> {
        loop {
            self.run(is_space);
            let rest = &self.source[self.at..];
            return Ok(Some(match *rest {
                [] => return Ok(None),
                [b'%', ..] => {
                    self.run(|byte| !matches!(byte, b'\r' | b'\n'));
                    continue;
                }
                [b'<', b'<', ..] => self.delimiter(2, Token::Open(Container::Dictionary)),
                [b'>', b'>', ..] => self.delimiter(2, Token::Close(Container::Dictionary)),
                [b'[', ..] => self.delimiter(1, Token::Open(Container::Array)),
                [b']', ..] => self.delimiter(1, Token::Close(Container::Array)),
                [b'(', ..] => return self.string(literal_length(&rest[1..]), Token::Literal),
                [b'<', ..] => {
                    return self.string(hexadecimal_length(&rest[1..])?, Token::Hexadecimal);
                }
                [b')' | b'>' | b'{' | b'}', ..] => {
                    self.at += 1;
                    continue;
                }
                [b'/', ..] => {
                    self.at += 1;
                    Token::Name(self.run(is_regular))
                }
                [byte, ..] if begins_number(byte) => Token::Number(self.take(number_length(rest))),
                _ => Token::Word(self.word()),
            }));
        }
    }

    fn take(&mut self, length: usize) -> &'s [u8] {
        let taken = &self.source[self.at..self.at + length];
        self.at += length;
        taken
    }

    fn run(&mut self, is_in: impl Fn(u8) -> bool) -> &'s [u8] {
        self.take(run_length(&self.source[self.at..], is_in))
    }

    fn delimiter(&mut self, length: usize, token: Token<'s>) -> Token<'s> {
        self.at += length;
        token
    }

    /// A string of which the length between its delimiters is known. One that does not end hides all that is behind, and
    /// is passed over where that is nothing.
    fn string(
        &mut self,
        length: Option<usize>,
        token: fn(&'s [u8]) -> Token<'s>,
    ) -> Result<Option<Token<'s>>, Broken> {
        self.at += 1;
        let Some(length) = length else {
            self.run(is_space);
            return match self.at == self.source.len() {
                true => Ok(None),
                false => Err(Broken),
            };
        };
        let string = self.take(length);
        self.at += 1;
        Ok(Some(token(string)))
    }

    /// An operator or a key word. Behind an operator that is kept the next may follow without white space, as some other
    /// readers take it: as a whole it would be none, and be passed over with what it shows.
    fn word(&mut self) -> &'s [u8] {
        let rest = &self.source[self.at..];
        let length = run_length(rest, is_regular);
        if !self.are_operators_parted {
            return self.take(length);
        }
        let begins = |length: &usize| operands_of(&rest[..*length]).is_some();
        let operator = (1..=length.min(MAX_OPERATOR)).rev().find(begins);
        self.take(operator.unwrap_or(length))
    }
}

fn run_length(bytes: &[u8], mut is_in: impl FnMut(u8) -> bool) -> usize {
    let end = bytes.iter().position(|byte| !is_in(*byte));
    end.unwrap_or(bytes.len())
}

/// How long a string between parentheses is (7.3.4.2), if it ends.
fn literal_length(bytes: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
}

/// How long a string between angle brackets is (7.3.4.3), if it ends.
fn hexadecimal_length(bytes: &[u8]) -> Result<Option<usize>, Broken> {
    let length = run_length(bytes, |byte| is_space(byte) || byte.is_ascii_hexdigit());
    match bytes.get(length) {
        Some(b'>') => Ok(Some(length)),
        Some(_) => Err(Broken),
        None => Ok(None),
    }
}

/// How long a number is: with signs within, which other readers pass over, one point, and an exponent, which the standard
/// has not (7.3.3).
fn number_length(bytes: &[u8]) -> usize {
    let mut has_point = false;
    let length = run_length(bytes, |byte| match byte {
        b'.' => !std::mem::replace(&mut has_point, true),
        _ => begins_number(byte),
    });
    length + exponent_length(&bytes[length..])
}

fn exponent_length(bytes: &[u8]) -> usize {
    let sign = match bytes {
        [b'e' | b'E', b'+' | b'-', ..] => 2,
        [b'e' | b'E', ..] => 1,
        _ => return 0,
    };
    match run_length(&bytes[sign..], |byte| byte.is_ascii_digit()) {
        0 => 0,
        digits => sign + digits,
    }
}

/// More digits than a position on a page has.
const MAX_DIGITS: usize = 15;

/// Writes a number. One with an exponent, which is small where it occurs, is 0, and so is one that is too large.
pub(super) fn number(number: &[u8], plain: &mut Vec<u8>) {
    let signs = run_length(number, |byte| matches!(byte, b'+' | b'-'));
    let is_negative = number[..signs].contains(&b'-');
    let has_exponent = number.iter().any(u8::is_ascii_alphabetic);
    let mut parts = number.split(|byte| *byte == b'.');
    let mut digits = || {
        let part = parts.next().unwrap_or_default();
        part.iter().copied().filter(u8::is_ascii_digit)
    };
    let whole: Vec<u8> = digits().skip_while(|digit| *digit == b'0').collect();
    let fraction: Vec<u8> = digits().take(MAX_DIGITS).collect();
    let is_zero = whole.is_empty() && fraction.iter().all(|digit| *digit == b'0');
    if has_exponent || whole.len() > MAX_DIGITS || is_zero && fraction.is_empty() {
        plain.push(b'0');
        return;
    }
    if is_negative && !is_zero {
        plain.push(b'-');
    }
    match whole.is_empty() {
        true => plain.push(b'0'),
        false => plain.extend(whole),
    }
    if !fraction.is_empty() {
        plain.push(b'.');
        plain.extend(fraction);
    }
}

/// Writes a name. A number sign without two hexadecimal digits stands for itself, as other readers take it (7.3.5).
pub(super) fn name(mut name: &[u8], plain: &mut Vec<u8>) {
    plain.push(b'/');
    while let [first, rest @ ..] = name {
        let coded = match name {
            [b'#', high, low, ..] => hexadecimal_digit(*high).zip(hexadecimal_digit(*low)),
            _ => None,
        };
        let byte = match coded {
            Some((high, low)) => high << 4 | low,
            None => *first,
        };
        name = if coded.is_some() { &name[3..] } else { rest };
        match byte {
            b'!'..=b'~' if byte != b'#' && is_regular(byte) => plain.push(byte),
            _ => {
                plain.push(b'#');
                push_hexadecimal(byte, plain);
            }
        }
    }
}

/// Writes a string between parentheses as one between angle brackets (7.3.4.2).
pub(super) fn literal(mut text: &[u8], plain: &mut Vec<u8>) {
    plain.push(b'<');
    while let [first, rest @ ..] = text {
        let (byte, length) = match (first, rest) {
            (b'\\', [b'0'..=b'7', ..]) => octal(rest),
            (b'\\', [b'\r', b'\n', ..]) => (None, 3),
            (b'\\', [b'\r' | b'\n', ..]) => (None, 2),
            (b'\\', [escaped, ..]) => (Some(unescaped(*escaped)), 2),
            // A line end is a line feed, however it is written.
            (b'\r', [b'\n', ..]) => (Some(b'\n'), 2),
            (b'\r', _) => (Some(b'\n'), 1),
            (byte, _) => (Some(*byte), 1),
        };
        if let Some(byte) = byte {
            push_hexadecimal(byte, plain);
        }
        text = &text[length..];
    }
    plain.push(b'>');
}

fn unescaped(escaped: u8) -> u8 {
    match escaped {
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => b'\x08',
        b'f' => b'\x0c',
        escaped => escaped,
    }
}

/// The byte that up to three octal digits behind a backslash stand for, without what is more than a byte, and how many
/// bytes they are with the backslash.
fn octal(digits: &[u8]) -> (Option<u8>, usize) {
    let digits = &digits[..digits.len().min(3)];
    let length = run_length(digits, |byte| matches!(byte, b'0'..=b'7'));
    let value = digits[..length]
        .iter()
        .fold(0_u8, |value, digit| value << 3 | (digit - b'0'));
    (Some(value), 1 + length)
}

/// Writes a string between angle brackets. Behind an odd number of digits a 0 is meant (7.3.4.3).
pub(super) fn hexadecimal(text: &[u8], plain: &mut Vec<u8>) {
    plain.push(b'<');
    let start = plain.len();
    let digits = text.iter().filter(|byte| byte.is_ascii_hexdigit());
    plain.extend(digits.map(u8::to_ascii_uppercase));
    if !(plain.len() - start).is_multiple_of(2) {
        plain.push(b'0');
    }
    plain.push(b'>');
}

pub(in crate::input::pdf) fn hexadecimal_digit(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

fn push_hexadecimal(byte: u8, plain: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    plain.extend([byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]));
}
