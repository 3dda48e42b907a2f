//! What a page shows, in the order in which it stands on its lines.
//!
//! Some writers draw all of a line that is in one font, and then what stands in its gaps in another: names of other scripts,
//! hyphens and numbers among them.

use crate::input::pdf::order::is_right_to_left;
use pdf_extract::Transform;
use std::rc::Rc;

/// The part of their height over which signs beside each other may stand, as kerning has it.
const OVERLAP: f64 = 0.25;

/// A sign that is shown, as the crate tells it.
pub(super) struct Sign {
    pub transform: Transform,
    pub width: f64,
    pub spacing: f64,
    pub font_size: f64,
    pub text: Rc<str>,
    /// Whether an operation that shows text begins with it, or a part of one that is placed apart.
    pub begins: bool,
}

impl Sign {
    /// Where it stands, across and up.
    pub fn point(&self) -> (f64, f64) {
        (self.transform.m31, self.transform.m32)
    }

    /// Where it ends, across.
    fn end(&self) -> f64 {
        self.point().0 + self.transform.m11 * self.width * self.font_size
    }

    fn height(&self) -> f64 {
        f64::hypot(self.transform.m21, self.transform.m22) * self.font_size.abs()
    }

    /// Whether it stands on the left of the one that was drawn before it by more than a letter, on one line with it, and
    /// neither is written from right to left.
    pub fn comes_back(&self, last: &Sign) -> bool {
        // The crate takes what stands lower for another line.
        const LOWER: f64 = 0.5;
        let ((x, y), (before, height)) = (self.point(), last.point());
        let is_turned = |sign: &Sign| sign.text.chars().any(is_right_to_left);
        x < before - last.height()
            && (y - height).abs() <= LOWER * self.height()
            && !is_turned(self)
            && !is_turned(last)
    }

    /// Whether it stands as high as another.
    fn is_beside(&self, other: &Sign) -> bool {
        // Less than any mark is set higher or lower.
        const PART: f64 = 0.02;
        (self.point().1 - other.point().1).abs() <= PART * self.height().max(other.height())
    }
}

/// The signs of a page on which lines are drawn from left to right: of each stretch that is drawn at one height, and comes
/// back over more than a letter, the parts from left to right. What stands at that height elsewhere, as in the next column,
/// and is drawn at another time, is no part of it.
pub(super) fn in_order(signs: Vec<Sign>) -> Vec<Sign> {
    let mut ordered = Vec::with_capacity(signs.len());
    let mut stretch: Vec<Sign> = Vec::new();
    for sign in signs {
        if stretch.last().is_some_and(|last| !last.is_beside(&sign)) {
            put_in_order(std::mem::take(&mut stretch), &mut ordered);
        }
        stretch.push(sign);
    }
    put_in_order(stretch, &mut ordered);
    ordered
}

fn put_in_order(stretch: Vec<Sign>, ordered: &mut Vec<Sign>) {
    let mut pairs = stretch.windows(2);
    let comes_back = pairs.any(|pair| {
        let across = |sign: &Sign| sign.point().0;
        across(&pair[1]) < across(&pair[0]) - pair[0].height()
    });
    if !comes_back {
        ordered.extend(stretch);
        return;
    }
    let mut parts: Vec<Vec<Sign>> = Vec::new();
    for sign in stretch {
        match parts.last_mut() {
            Some(part) if !sign.begins => part.push(sign),
            _ => parts.push(vec![sign]),
        }
    }
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let ends = |at: usize| parts[at].first().zip(parts[at].last());
    let start = |at: usize| ends(at).map_or(0.0, |(first, _)| first.point().0);
    order.sort_by(|a, b| start(*a).total_cmp(&start(*b)));
    // What is drawn over something else, as its shadow or once more, fills no gap.
    let is_clear = order.windows(2).all(|pair| {
        let last = ends(pair[0]).map(|(_, last)| last);
        last.is_none_or(|last| last.end() <= start(pair[1]) + OVERLAP * last.height())
    });
    if !is_clear {
        ordered.extend(parts.into_iter().flatten());
        return;
    }
    let mut parts: Vec<Option<Vec<Sign>>> = parts.into_iter().map(Some).collect();
    ordered.extend(
        order
            .into_iter()
            .filter_map(|at| parts[at].take())
            .flatten(),
    );
}

#[cfg(test)]
mod tests {
    use crate::input::pdf::made_file::page_of;

    fn line(content: &str) -> String {
        let lines = page_of(format!("BT /F 10 Tf {content} ET\n").as_bytes()).unwrap();
        lines[..lines.len() - 1].join("|")
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
            // Drawn once more for a shadow, in other parts.
            (
                "1 0 0 1 0 99 Tm [(ab) 1 (cd)]TJ 1 0 0 1 0.5 99 Tm (a) Tj (bcd) Tj",
                "abcd abcd",
            ),
            // Accents and double strikes come back by less than a letter.
            ("1 0 0 1 0 99 Tm (ab) Tj 1 0 0 1 4 99 Tm (c) Tj", "abc"),
            // Another height, and the same one drawn at another time.
            ("1 0 0 1 50 99 Tm (ab) Tj 1 0 0 1 0 97 Tm (c) Tj", "ab c"),
            (
                "1 0 0 1 50 99 Tm (ab) Tj 1 0 0 1 50 49 Tm (c) Tj 1 0 0 1 0 99 Tm (d) Tj",
                "ab|c|d",
            ),
        ] {
            assert_eq!(line(content), expected, "{content}");
        }
    }
}
