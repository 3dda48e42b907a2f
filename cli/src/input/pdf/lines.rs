//! The text that a page shows, from its signs: which of them are words and lines, and in which order.
//!
//! Writers part words by blanks or by gaps, draw all of a line that is in one font before what stands in its gaps, draw
//! twice what is bold, space letters out, and turn whole pages.

use crate::input::pdf::order::is_right_to_left;
use pdf_extract::Transform;
use std::rc::Rc;
use unicode_width::UnicodeWidthChar;

/// A gap of so much of their font's width parts words.
const GAP: f64 = 0.1;

/// Gaps between all letters of a line that are at most so much of it part none of them.
const MAX_LETTER_GAP: f64 = 0.5;

/// Fewer gaps than these say nothing of a line.
const MIN_LETTER_GAPS: usize = 4;

/// What is drawn lower or higher by so much of its font's height is another line: if it begins further left, and wherever it
/// begins.
const LOWER_AND_BEFORE: f64 = 0.5;
const LOWER: f64 = 1.5;

/// Less than any mark is set higher or lower.
const LEVEL: f64 = 0.08;

/// How much of each other signs may cover that stand beside each other, as kerning has it.
const OVERLAP: f64 = 0.25;

/// What is drawn again is drawn so near: no letter is narrower.
const SHADOW: f64 = 0.15;

/// So many neighbours may be what is drawn again.
const MAX_SHADOWS: usize = 8;

/// A sign that is shown.
pub(super) struct Sign {
    pub text: Rc<str>,
    /// Whether an operation that shows text begins with it, or a part of one that is placed apart.
    begins: bool,
    /// Which way it is read, and where it begins and stands if the page is turned so that this is to the right.
    way: (f64, f64),
    x: f64,
    y: f64,
    /// Where it ends, and how wide and high its font is.
    end: f64,
    width: f64,
    height: f64,
}

impl Sign {
    /// By where the crate says that it is drawn; the width is in parts of the font's size.
    pub fn new(
        transform: &Transform,
        width: f64,
        font_size: f64,
        text: Rc<str>,
        begins: bool,
    ) -> Sign {
        let across = (transform.m11 * font_size, transform.m12 * font_size);
        let length = f64::hypot(across.0, across.1);
        let way = match length > 0.0 && length.is_finite() {
            true => (across.0 / length, across.1 / length),
            false => (1.0, 0.0),
        };
        let (x, y) = (transform.m31, transform.m32);
        let start = x * way.0 + y * way.1;
        Sign {
            text,
            begins,
            way,
            x: start,
            y: y * way.0 - x * way.1,
            end: start + length * width,
            width: length,
            height: f64::hypot(transform.m21, transform.m22) * font_size.abs(),
        }
    }

    /// Takes in one that is shown for the same text, if that is on one line with it.
    pub fn joins(&mut self, other: &Sign) -> bool {
        let is_beside = self.is_turned_as(other)
            && (self.y - other.y).abs() <= LOWER_AND_BEFORE * self.height.max(other.height);
        if is_beside {
            // A letter is wider than the marks on it.
            if other.end - other.x > self.end - self.x {
                self.y = other.y;
            }
            self.x = self.x.min(other.x);
            self.end = self.end.max(other.end);
        }
        is_beside
    }

    /// Where it stands, across and up, if it is read to the right.
    pub fn point(&self) -> (f64, f64) {
        (self.x, self.y)
    }

    /// Whether it stands over or under another, or is no letter, and parts no words.
    fn is_mark(&self) -> bool {
        self.text.chars().all(|c| c.width() == Some(0))
    }

    fn is_turned_as(&self, other: &Sign) -> bool {
        // A degree is more than rounding makes it.
        self.way.0 * other.way.0 + self.way.1 * other.way.1 > 0.9998
    }

    /// Whether it stands as high as another.
    fn is_level_with(&self, other: &Sign) -> bool {
        let height = self.height.max(other.height);
        self.is_turned_as(other) && (self.y - other.y).abs() <= LEVEL * height
    }

    /// Whether it stands on the left of the one before it by more than a letter, and neither is written from right to left.
    fn comes_back(&self, last: &Sign) -> bool {
        let is_turned = |sign: &Sign| sign.text.chars().any(is_right_to_left);
        self.x < last.x - last.width && !is_turned(self) && !is_turned(last)
    }

    /// Writes what parts it from the sign before it; `gap` parts words.
    fn part(&self, last: &Sign, gap: f64, text: &mut String) {
        if !self.is_turned_as(last) {
            text.push('\n');
            return;
        }
        let lower = (self.y - last.y).abs();
        if lower > LOWER * self.height {
            text.push('\n');
        }
        if self.x < last.end && lower > LOWER_AND_BEFORE * self.height {
            text.push('\n');
        } else if self.x > last.end + gap || self.comes_back(last) {
            text.push(' ');
        }
    }
}

/// The text of a page, of which each sign is told with the length of the text to its end. Where lines are drawn from the
/// left, what is drawn into their gaps stands there.
pub(super) fn text(
    signs: Vec<Sign>,
    from_left: bool,
    mut tell: impl FnMut(&Sign, usize),
) -> String {
    let mut text = String::new();
    let mut last: Option<Sign> = None;
    for stretch in stretches(signs) {
        let stretch = match from_left {
            true => in_order(stretch),
            false => stretch,
        };
        let letter_gap = letter_gap(&stretch);
        for sign in stretch {
            if sign.begins
                && !sign.is_mark()
                && let Some(last) = &last
            {
                sign.part(last, letter_gap + GAP * sign.width, &mut text);
            }
            text.push_str(&sign.text);
            tell(&sign, text.len());
            match &mut last {
                // What is no letter may be wide, as what stretches a word.
                Some(last) if sign.is_mark() => drop(last.joins(&sign)),
                _ => last = Some(sign),
            }
        }
    }
    text
}

/// The signs, parted where they stand at another height: what stands at the same one elsewhere, as in the next column, and
/// is drawn at another time, is no part of a line.
fn stretches(signs: Vec<Sign>) -> Vec<Vec<Sign>> {
    let mut stretches: Vec<Vec<Sign>> = Vec::new();
    for sign in signs {
        match stretches.last_mut() {
            Some(stretch) if stretch.last().is_some_and(|last| last.is_level_with(&sign)) => {
                stretch.push(sign);
            }
            _ => stretches.push(vec![sign]),
        }
    }
    stretches
}

/// The gap between letters that are spaced out: the middle one of all, if it is wider than others are.
fn letter_gap(stretch: &[Sign]) -> f64 {
    // Dots that lead to a number are spaced out as well.
    let is_letter = |sign: &Sign| !sign.is_mark() && sign.text.chars().any(char::is_alphanumeric);
    let pairs = stretch.windows(2);
    let pairs = pairs.filter(|pair| pair.iter().all(is_letter));
    let mut gaps: Vec<f64> = pairs.map(|pair| pair[1].x - pair[0].end).collect();
    if gaps.len() < MIN_LETTER_GAPS {
        return 0.0;
    }
    gaps.sort_by(f64::total_cmp);
    let middle = gaps[gaps.len() / 2];
    let width = stretch.iter().map(|sign| sign.width).fold(0.0, f64::max);
    match middle > GAP * width && middle <= MAX_LETTER_GAP * width {
        true => middle,
        false => 0.0,
    }
}

/// A stretch whose parts are drawn back and forth, from left to right, without what is drawn again. What is drawn over
/// something else fills no gap, and stays where it is.
fn in_order(stretch: Vec<Sign>) -> Vec<Sign> {
    let comes_back = |pair: &[Sign]| pair[1].x < pair[0].x - SHADOW * pair[0].width;
    if !stretch.windows(2).any(comes_back) {
        return stretch;
    }
    let mut parts: Vec<Vec<Sign>> = Vec::new();
    for sign in stretch {
        match parts.last_mut() {
            Some(part) if !sign.begins => part.push(sign),
            _ => parts.push(vec![sign]),
        }
    }
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| parts[*a][0].x.total_cmp(&parts[*b][0].x));
    let is_again = |at: usize, before: usize| {
        let (sign, other) = (&parts[at][0], &parts[before][0]);
        let letters = |at: usize| parts[at].iter().map(|sign| &sign.text);
        (sign.x - other.x).abs() <= SHADOW * sign.width && letters(at).eq(letters(before))
    };
    let mut kept: Vec<usize> = Vec::with_capacity(order.len());
    for at in order {
        let mut near = kept.iter().rev().take(MAX_SHADOWS);
        if !near.any(|before| is_again(at, *before)) {
            kept.push(at);
        }
    }
    let is_clear = |pair: &[usize]| {
        let last = parts[pair[0]].last();
        let start = parts[pair[1]][0].x;
        last.is_none_or(|last| last.end <= start + OVERLAP * last.width)
    };
    if !kept.windows(2).all(is_clear) {
        kept.sort_unstable();
    }
    let mut parts: Vec<Option<Vec<Sign>>> = parts.into_iter().map(Some).collect();
    let kept = kept.into_iter().filter_map(|at| parts[at].take());
    kept.flatten().collect()
}

#[cfg(test)]
mod tests {
    use crate::input::pdf::made_file::page_of;

    fn lines(content: &str) -> String {
        let lines = page_of(content.as_bytes()).unwrap();
        lines[..lines.len() - 1].join("|")
    }

    fn line(content: &str) -> String {
        lines(&format!("BT /F 10 Tf {content} ET\n"))
    }

    #[test]
    fn gaps_that_are_filled_later_are_read_where_they_are() {
        for (content, expected) in [
            // Letters of Helvetica are 5.56 wide, blanks 2.78.
            (
                "1 0 0 1 0 99 Tm [(ab) -833 (cd)]TJ 1 0 0 1 11.12 99 Tm (x-) Tj",
                "abx-cd",
            ),
            (
                "1 0 0 1 0 99 Tm [(ab ) -1500 (cd)]TJ 1 0 0 1 13.9 99 Tm (xy) Tj",
                "ab xy cd",
            ),
            // Cells from right to left.
            ("1 0 0 1 50 99 Tm (cd) Tj 1 0 0 1 0 99 Tm (ab) Tj", "ab cd"),
            // Over something else, and at another height.
            (
                "1 0 0 1 0 99 Tm (abab) Tj 1 0 0 1 0.5 99 Tm (cd) Tj",
                "abab cd",
            ),
            ("1 0 0 1 50 99 Tm (ab) Tj 1 0 0 1 0 97 Tm (c) Tj", "ab c"),
            (
                "1 0 0 1 50 99 Tm (ab) Tj 1 0 0 1 50 49 Tm (c) Tj 1 0 0 1 0 99 Tm (d) Tj",
                "ab|c|d",
            ),
        ] {
            assert_eq!(line(content), expected, "{content}");
        }
    }

    #[test]
    fn what_is_drawn_again_is_read_once() {
        for (content, expected) in [
            ("1 0 0 1 0 99 Tm (ab) Tj 1 0 0 1 0.3 99 Tm (ab) Tj", "ab"),
            (
                "1 0 0 1 0 99 Tm (ab) Tj 1 0 0 1 0.3 99 Tm (ab) Tj 1 0 0 1 14 99 Tm (cd) Tj 1 0 0 1 14.3 99.3 Tm (cd) Tj",
                "ab cd",
            ),
            // Another letter of the same kind.
            ("1 0 0 1 0 99 Tm (ll) Tj 1 0 0 1 4.4 99 Tm (ll) Tj", "llll"),
        ] {
            assert_eq!(line(content), expected, "{content}");
        }
    }

    #[test]
    fn letters_that_are_spaced_out_are_words() {
        let spaced = |gap: &str| {
            format!("1 0 0 1 0 99 Tm [(a){gap}(b){gap}(c){gap}( ){gap}(d){gap}(e){gap}(f)]TJ")
        };
        assert_eq!(line(&spaced("-50")), "abc def");
        assert_eq!(line(&spaced("-200")), "abc def");
        let words = "1 0 0 1 0 99 Tm [(a)-200(b)-200(c)-800(d)-200(e)-200(f)]TJ";
        assert_eq!(line(words), "abc def");
        // Cells of one letter, and words of a few.
        assert_eq!(line(&spaced("-900")), "a b c   d e f");
        assert_eq!(line("1 0 0 1 0 99 Tm [(a)-200(b)-200(c)]TJ"), "a b c");
        assert_eq!(line("1 0 0 1 0 99 Tm [(ab)-200(cd)-200(ef)]TJ"), "ab cd ef");
    }

    #[test]
    fn letters_that_are_drawn_wide_or_narrow_are_words() {
        for scale in [30, 50, 100, 150, 300] {
            let content = format!("{scale} Tz 1 0 0 1 0 99 Tm (ab) Tj (cd) Tj [(ef)-300(gh)]TJ");
            assert_eq!(line(&content), "abcdef gh", "{scale}");
        }
    }

    #[test]
    fn marks_part_no_words() {
        let marked = |mark: &str| {
            format!(
                "1 0 0 1 0 99 Tm (a) Tj /P<</ActualText<{mark}>>>BDC 1 0 0 1 8 99 Tm (x) Tj EMC 1 0 0 1 5.56 99 Tm (b) Tj"
            )
        };
        assert_eq!(line(&marked("FEFF064F")), "a\u{64F}b");
        assert_eq!(line(&marked("FEFF0078")), "a xb");
        // What stretches words is no letter of Unicode.
        assert_eq!(
            line(
                &marked("FEFF0000")
                    .replace("8 99", "5.56 99")
                    .replace("5.56 99 Tm (b)", "10.6 99 Tm (b)")
            ),
            "ab"
        );
        // The mark is drawn before its letter, and higher.
        let cluster = "1 0 0 1 0 99 Tm (a) Tj /P<</ActualText<FEFF0062030C>>>BDC \
                       1 0 0 1 8 101 Tm (i) Tj 1 0 0 1 5.56 99 Tm (b) Tj EMC 1 0 0 1 11.12 99 Tm (c) Tj";
        assert_eq!(line(cluster), "ab\u{30C}c");
    }

    #[test]
    fn turned_text_is_read_as_text_that_is_not() {
        let upright = "BT /F 10 Tf 1 0 0 1 10 90 Tm (ab) Tj 30 0 Td (cd) Tj -30 -12 Td (ef) Tj ET";
        for turn in [
            "1 0 0 1",
            "0 1 -1 0",
            "-1 0 0 -1",
            "0 -1 1 0",
            "0.6 0.8 -0.8 0.6",
        ] {
            let content = format!("q {turn} 0 0 cm {upright} Q");
            assert_eq!(lines(&content), "ab cd|ef", "{turn}");
        }
        let content = format!("{upright} q 0 1 -1 0 0 0 cm {upright} Q");
        assert_eq!(lines(&content), "ab cd|ef|ab cd|ef");
    }
}
