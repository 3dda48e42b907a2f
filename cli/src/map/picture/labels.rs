//! Names where they cover neither marks nor each other. The first that ask get the room.

use super::frame::Point;
use unicode_width::UnicodeWidthStr;

/// How wide a letter is, of the height of the font: a little more than most fonts' mean, since it is not known which
/// font the picture is shown with.
const LETTER: f64 = 0.57;

/// Between a mark and its name, of the height of the font.
const GAP: f64 = 0.3;

/// The height of a line, and how far above its middle the letters stand on it, of the height of the font.
const LINE: f64 = 1.15;
const BASELINE: f64 = 0.35;

#[derive(Clone, Copy, Debug)]
pub(super) struct Rect {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// The room of a picture, in squares: whether one is taken is seen at once, however many marks there are.
pub(super) struct Labels {
    all: Rect,
    columns: usize,
    /// Row by row, one more than the most that anything there counts; 0 where nothing is.
    squares: Vec<u32>,
}

/// The side of a square in pixels, by which names may be farther from each other than they need.
const SQUARE: f64 = 2.0;

/// Names are covered by nothing.
const NAME: usize = usize::MAX;

impl Rect {
    pub fn new(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
        Rect {
            left,
            top,
            right,
            bottom,
        }
    }

    /// This far from a point to each side, and up and down.
    pub fn around(middle: Point, aside: f64, down: f64) -> Rect {
        Rect::new(
            middle.x - aside,
            middle.y - down,
            middle.x + aside,
            middle.y + down,
        )
    }

    fn holds(&self, other: &Rect) -> bool {
        other.left >= self.left
            && other.right <= self.right
            && other.top >= self.top
            && other.bottom <= self.bottom
    }
}

impl Labels {
    pub fn within(all: Rect) -> Labels {
        let squares = |length: f64| (length / SQUARE).ceil() as usize;
        let columns = squares(all.right - all.left);
        Labels {
            columns,
            squares: vec![0; columns * squares(all.bottom - all.top)],
            all,
        }
    }

    /// There is a mark, which counts so much.
    pub fn block(&mut self, rect: Rect, weight: usize) {
        let weight = u32::try_from(weight).unwrap_or(u32::MAX).saturating_add(1);
        for (start, end) in self.rows(&rect) {
            for square in &mut self.squares[start..end] {
                *square = weight.max(*square);
            }
        }
    }

    /// Where the squares of each row begin and end that a rectangle covers a part of.
    fn rows(&self, rect: &Rect) -> impl Iterator<Item = (usize, usize)> + use<> {
        // What is left of the picture or above it is 0 by the conversion.
        let start = |at: f64, edge: f64| ((at - edge) / SQUARE).floor() as usize;
        let end = |at: f64, edge: f64| ((at - edge) / SQUARE).ceil() as usize;
        let columns = self.columns;
        let rows = self.squares.len().checked_div(columns).unwrap_or(0);
        let right = end(rect.right, self.all.left).min(columns);
        let left = start(rect.left, self.all.left).min(right);
        let bottom = end(rect.bottom, self.all.top).min(rows);
        let top = start(rect.top, self.all.top).min(bottom);
        (top..bottom).map(move |row| (row * columns + left, row * columns + right))
    }

    /// Room for a name of this width at a mark: to the right of it, to the left, above, below, or at a corner. Where
    /// there is none, marks that count less may be covered: else small places would be named around a great one
    /// that is not. The point is the middle of its base line.
    pub fn beside(
        &mut self,
        mark: Point,
        radius: f64,
        weight: usize,
        width: f64,
        size: f64,
    ) -> Option<Point> {
        let aside = radius + size * GAP + width / 2.0;
        let down = radius + size * (GAP + LINE / 2.0);
        // At a corner the name begins where the mark is round.
        let (across, along) = (aside - radius * 0.5, down - radius * 0.5);
        let ways = [
            (aside, 0.0),
            (-aside, 0.0),
            (0.0, -down),
            (0.0, down),
            (across, -along),
            (across, along),
            (-across, -along),
            (-across, along),
        ];
        let middles = ways.map(|(x, y)| Point {
            x: mark.x + x,
            y: mark.y + y,
        });
        let mut room = |least| {
            let mut middles = middles.into_iter();
            middles.find_map(|middle| self.room(middle, width, size, least))
        };
        room(0).or_else(|| room(weight))
    }

    /// Room for a name whose middle is there.
    pub fn upon(&mut self, middle: Point, width: f64, size: f64) -> Option<Point> {
        self.room(middle, width, size, 0)
    }

    /// Whether a name fits there.
    pub fn fits(&self, middle: Point, width: f64, size: f64) -> bool {
        self.is_free(&name_at(middle, width, size), 0)
    }

    fn is_free(&self, rect: &Rect, least: usize) -> bool {
        let least = u32::try_from(least).unwrap_or(u32::MAX).saturating_add(1);
        let is_free = |(start, end)| self.squares[start..end].iter().all(|taken| *taken < least);
        self.all.holds(rect) && self.rows(rect).all(is_free)
    }

    /// Room for a name that covers nothing that counts so much or more.
    fn room(&mut self, middle: Point, width: f64, size: f64, least: usize) -> Option<Point> {
        let rect = name_at(middle, width, size);
        self.is_free(&rect, least).then(|| {
            self.block(rect, NAME);
            Point {
                x: middle.x,
                y: middle.y + size * BASELINE,
            }
        })
    }
}

/// The rectangle of a name.
fn name_at(middle: Point, width: f64, size: f64) -> Rect {
    Rect::around(middle, width / 2.0, size * LINE / 2.0)
}

/// How wide a text is, about, in pixels.
pub(super) fn text_width(text: &str, size: f64) -> f64 {
    text.width() as f64 * size * LETTER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_clear_of_each_other_and_of_the_edge() {
        let mut labels = Labels::within(Rect::new(0.0, 0.0, 200.0, 100.0));
        let mark = Point { x: 100.0, y: 50.0 };
        labels.block(Rect::around(mark, 5.0, 5.0), 1);
        let mut places = Vec::new();
        while let Some(place) = labels.beside(mark, 5.0, 1, 60.0, 10.0) {
            places.push((place.x, place.y));
        }
        assert_eq!(places.len(), 4, "{places:?}");
        assert!(places[0].0 > 100.0 && places[1].0 < 100.0);
        let corner = Point { x: 199.0, y: 1.0 };
        assert_eq!(labels.upon(corner, 60.0, 10.0), None);
    }

    #[test]
    fn a_great_place_is_named_where_small_ones_crowd() {
        let all = Rect::new(0.0, 0.0, 200.0, 100.0);
        let mark = Point { x: 100.0, y: 50.0 };
        for (mentions, is_named) in [(6, true), (1, false)] {
            let mut labels = Labels::within(all);
            for x in 0..20 {
                for y in 0..10 {
                    let (x, y) = (f64::from(x * 10), f64::from(y * 10));
                    labels.block(Rect::around(Point { x, y }, 2.0, 2.0), 1);
                }
            }
            let name = labels.beside(mark, 5.0, mentions, 60.0, 10.0);
            assert_eq!(name.is_some(), is_named);
        }
    }
}
