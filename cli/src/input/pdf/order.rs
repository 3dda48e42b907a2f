//! Text from right to left in the order in which it is read.
//!
//! Files mostly draw a line from left to right, whatever is written in it: what is written from right to left stands there
//! backwards. A few draw it from right to left, and have the order in which it is read.

/// How the text of a page is drawn.
#[derive(Default)]
pub(super) struct Drawing {
    /// Where the last letter was that is written from right to left, across and up.
    last: Option<(f64, f64)>,
    /// How often the next one stood on its right, and on its left.
    rightwards: usize,
    leftwards: usize,
    /// Where signs of several letters end in the text, and their bytes: their letters stand in the order of reading.
    signs: Vec<(usize, usize)>,
}

impl Drawing {
    /// Notes a sign that was drawn at a point, and is the end of the text's first `end` bytes.
    pub fn note(&mut self, sign: &str, (x, y): (f64, f64), end: usize) {
        if !sign.chars().any(is_right_to_left) {
            return;
        }
        match self.last {
            Some((before, height)) if is_level(height, y) && before < x => self.rightwards += 1,
            Some((before, height)) if is_level(height, y) && before > x => self.leftwards += 1,
            _ => {}
        }
        self.last = Some((x, y));
        if sign.chars().nth(1).is_some() {
            self.signs.push((end, sign.len()));
        }
    }

    /// Whether what is written from right to left is drawn so for the greater part.
    pub fn is_leftwards(&self) -> bool {
        self.leftwards > self.rightwards
    }

    /// A page's text in the order in which it is read.
    pub fn read(self, mut text: String) -> String {
        if self.rightwards <= self.leftwards {
            return text;
        }
        for (end, len) in self.signs {
            let sign = end.checked_sub(len).and_then(|start| text.get(start..end));
            if let Some(turned) = sign.map(|sign| sign.chars().rev().collect::<String>()) {
                text.replace_range(end - len..end, &turned);
            }
        }
        let mut read = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            let (line, end) = match line.strip_suffix('\n') {
                Some(line) => (line, "\n"),
                None => (line, ""),
            };
            match line.chars().any(is_right_to_left) {
                true => read.extend(in_reading_order(line.chars().collect())),
                false => read.push_str(line),
            }
            read.push_str(end);
        }
        read
    }
}

/// Whether heights are one but for rounding, in points.
fn is_level(height: f64, other: f64) -> bool {
    (height - other).abs() < 0.01
}

/// The letters of a line that is drawn from left to right, as it is read: from the side on which lines of most of its letters
/// begin. A simpler form of the Unicode bidirectional algorithm (UAX #9) backwards, as the marks that lead it are not
/// drawn.
fn in_reading_order(mut line: Vec<char>) -> Vec<char> {
    let count = |is: fn(char) -> bool| line.iter().filter(|c| is(**c)).count();
    let is_from_right = count(is_right_to_left) >= count(is_left_to_right);
    if is_from_right {
        turn(&mut line);
        turn_within(&mut line, is_left_to_right, is_right_to_left);
    } else {
        turn_within(&mut line, is_right_to_left, is_left_to_right);
    }
    turn_numbers(&mut line, is_from_right);
    line
}

/// Turns the numbers that were turned with what is around them: they are written from left to right in both directions.
fn turn_numbers(line: &mut [char], is_from_right: bool) {
    // Whether the letter before a place is one from right to left, and the one behind it.
    let direction = |last: &mut Option<bool>, c: &char| {
        if is_right_to_left(*c) || is_left_to_right(*c) {
            *last = Some(is_right_to_left(*c));
        }
        Some(*last)
    };
    let before: Vec<Option<bool>> = line.iter().scan(None, direction).collect();
    let mut behind: Vec<Option<bool>> = line.iter().rev().scan(None, direction).collect();
    behind.reverse();
    let mut at = 0;
    while at < line.len() {
        let end = number_end(line, at);
        if end > at {
            let around = [before[at], behind[end - 1]];
            let is_turned = match is_from_right {
                true => around != [Some(false); 2],
                false => around == [Some(true); 2],
            };
            if is_turned {
                line[at..end].reverse();
            }
        }
        at = end.max(at + 1);
    }
}

/// Turns each stretch that begins and ends with one kind of letters and has none of the other in it.
fn turn_within(line: &mut [char], is: fn(char) -> bool, is_other: fn(char) -> bool) {
    let mut at = 0;
    while at < line.len() {
        let start = at;
        let mut end = at;
        while at < line.len() && !is_other(line[at]) {
            at += 1;
            if is(line[at - 1]) {
                end = at;
            }
        }
        if let Some(first) = line[start..end].iter().position(|c| is(*c)) {
            turn(&mut line[start + first..end]);
        }
        at = at.max(start + 1);
    }
}

/// The end of a number that begins there: digits, with single marks between them.
fn number_end(line: &[char], start: usize) -> usize {
    let is_digit = |at: usize| line.get(at).is_some_and(|c| c.is_numeric());
    let mut end = start;
    while is_digit(end) {
        end += 1;
        if line.get(end).is_some_and(|c| ".,:/-٫٬".contains(*c)) && is_digit(end + 1) {
            end += 1;
        }
    }
    end
}

/// Turns a stretch, with what opens and closes in it.
fn turn(stretch: &mut [char]) {
    const MIRRORED: &str = "()[]{}<>«»‹›";
    stretch.reverse();
    for c in stretch {
        if let Some(at) = MIRRORED.chars().position(|mirrored| mirrored == *c) {
            *c = MIRRORED.chars().nth(at ^ 1).unwrap_or(*c);
        }
    }
}

/// The blocks of scripts that are written from right to left (Unicode, DerivedBidiClass), but for digits.
pub(super) fn is_right_to_left(c: char) -> bool {
    let is_in_block = matches!(c,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}');
    // A comma, a semicolon and the like are of no direction here.
    is_in_block && c.is_alphabetic()
}

pub(super) fn is_left_to_right(c: char) -> bool {
    c.is_alphabetic() && !is_right_to_left(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text as a file draws it from left to right.
    fn drawn(text: &str) -> Drawing {
        let mut drawing = Drawing::default();
        for (at, c) in text.char_indices() {
            drawing.note(&c.to_string(), (at as f64, 1.0), at + c.len_utf8());
        }
        drawing
    }

    #[test]
    fn lines_are_read_from_the_side_on_which_they_begin() {
        for (visual, read) in [
            ("ﻦﻣ 12 ،(ﺐﻠﺣ) ﻲﻓ", "ﻓﻲ (ﺣﻠﺐ)، 12 ﻣﻦ"),
            ("ﺐﻠﺣ UN ﻲﻓ", "ﻓﻲ UN ﺣﻠﺐ"),
            (".12:30 ﺔﻋﺎﺴﻟﺍ 3,5 ﺐﻠﺣ", "ﺣﻠﺐ 3,5 ﺍﻟﺴﺎﻋﺔ 12:30."),
            (
                "They met in ﺐﻠﺣ 12 ﻲﻓ, not 34.",
                "They met in ﻓﻲ 12 ﺣﻠﺐ, not 34.",
            ),
            ("ירושלים", "םילשורי"),
            ("Gyumri (12)", "Gyumri (12)"),
        ] {
            let two = format!("{visual}\n{visual}\nGoris (3)\n");
            let expected = format!("{read}\n{read}\nGoris (3)\n");
            assert_eq!(drawn(visual).read(two), expected);
        }
    }

    #[test]
    fn what_is_drawn_from_right_to_left_stays() {
        let text = "في حلب";
        let mut drawing = Drawing::default();
        for (at, c) in text.char_indices() {
            drawing.note(&c.to_string(), (-(at as f64), 1.0), at + c.len_utf8());
        }
        assert_eq!(drawing.read(text.to_owned()), text);
        // What stands above each other says nothing.
        let mut drawing = Drawing::default();
        drawing.note("ا", (1.0, 1.0), 2);
        drawing.note("ب", (2.0, 2.0), 4);
        assert_eq!(drawing.read("اب".to_owned()), "اب");
    }

    #[test]
    fn signs_of_several_letters_keep_their_order() {
        let mut drawing = Drawing::default();
        drawing.note("م", (0.0, 1.0), 2);
        drawing.note("لا", (1.0, 1.0), 6);
        drawing.note("س", (2.0, 1.0), 8);
        // An end that is none of the text's is passed over.
        drawing.note("لا", (3.0, 1.0), 99);
        assert_eq!(drawing.read("ملاس".to_owned()), "سلام");
    }

    #[test]
    fn no_letter_is_lost_and_none_comes_twice() {
        let letters = ['א', 'a', '1', ' ', '(', ','];
        for number in 0..6_usize.pow(6) {
            let line = (0..6).map(|place| letters[number / 6_usize.pow(place) % 6]);
            let line: Vec<char> = line.collect();
            let plain = |line: &[char]| {
                let plain = line.iter().map(|c| if *c == ')' { '(' } else { *c });
                let mut plain: Vec<char> = plain.collect();
                plain.sort_unstable();
                plain
            };
            assert_eq!(
                plain(&in_reading_order(line.clone())),
                plain(&line),
                "{line:?}"
            );
        }
    }
}
