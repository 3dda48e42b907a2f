//! Where elements are those of pictures and formulas.
//!
//! In SVG and MathML the names of HTML's elements mean nothing: a `style` there holds elements, which end where the
//! picture does, closed or not. What the standard of HTML (13.2.6.5) asks a tree for is told here by the elements alone
//! that lead into foreign content, out of it and into it again.

use std::collections::HashMap;

/// Elements of HTML that foreign content cannot hold: it ends before them. `font` ends it by some of its attributes alone,
/// and is not among them.
const BREAKING_OUT: [&[u8]; 43] = [
    b"b",
    b"big",
    b"blockquote",
    b"body",
    b"br",
    b"center",
    b"code",
    b"dd",
    b"div",
    b"dl",
    b"dt",
    b"em",
    b"embed",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"head",
    b"hr",
    b"i",
    b"img",
    b"li",
    b"listing",
    b"menu",
    b"meta",
    b"nobr",
    b"ol",
    b"p",
    b"pre",
    b"ruby",
    b"s",
    b"small",
    b"span",
    b"strong",
    b"strike",
    b"sub",
    b"sup",
    b"table",
    b"tt",
    b"u",
    b"ul",
];

/// Elements whose content is foreign, and those in each whose content is HTML again.
const SVG: &[u8] = b"svg";
const MATH: &[u8] = b"math";
const HTML_IN_SVG: [&[u8]; 3] = [b"desc", b"foreignobject", b"title"];
const HTML_IN_MATH: [&[u8]; 6] = [b"annotation-xml", b"mi", b"mn", b"mo", b"ms", b"mtext"];

/// The elements around a place in a page that tell whether its elements are foreign.
#[derive(Default)]
pub(super) struct Surroundings {
    open: Vec<&'static [u8]>,
    /// How many of a name are open, so that an end of what is not open takes no walk through them.
    counts: HashMap<&'static [u8], usize>,
}

impl Surroundings {
    /// How many such elements are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether elements that begin here are of SVG or MathML.
    pub fn are_foreign(&self) -> bool {
        self.are_svg() || self.open.last() == Some(&MATH)
    }

    /// Whether elements that begin here are of SVG.
    pub fn are_svg(&self) -> bool {
        self.open.last() == Some(&SVG)
    }

    /// Closes what an element of this name cannot stand in.
    pub fn make_way(&mut self, name: &[u8]) {
        if self.are_foreign() && BREAKING_OUT.contains(&name) {
            self.break_out();
        }
    }

    /// An element of this name begins here.
    pub fn open(&mut self, name: &[u8]) {
        let within: &[&'static [u8]] = match self.open.last() {
            Some(&SVG) => &HTML_IN_SVG,
            Some(&MATH) => &HTML_IN_MATH,
            _ => &[],
        };
        let mut leading = [SVG, MATH].into_iter().chain(within.iter().copied());
        if let Some(name) = leading.find(|&leads| leads == name) {
            self.open.push(name);
            *self.counts.entry(name).or_default() += 1;
        }
    }

    /// An element of this name ends, and with it all in it.
    pub fn close(&mut self, name: &[u8]) {
        if self.open.is_empty() {
            return;
        }
        if [&b"br"[..], b"p"].contains(&name) {
            self.break_out();
        }
        if self.counts.get(name).is_some_and(|&count| count > 0) {
            while self.pop().is_some_and(|closed| closed != name) {}
        }
    }

    fn break_out(&mut self) {
        while self.are_foreign() {
            self.pop();
        }
    }

    fn pop(&mut self) -> Option<&'static [u8]> {
        let closed = self.open.pop()?;
        if let Some(count) = self.counts.get_mut(closed) {
            *count -= 1;
        }
        Some(closed)
    }
}
