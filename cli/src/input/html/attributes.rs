//! Tags of very many attributes, parted so that the tokenizer reads them.
//!
//! Its functions for the states of a tag call each other from one value in double quotes to the next, and so come to
//! the end of the stack over some ten thousand of them. A solidus instead of the blank between two, which means
//! nothing there, makes it return.

use std::borrow::Cow;

/// Attributes in a row that are read without a solidus among them: more than any page has.
const MANY: u32 = 100;

/// Where a tokenizer may be in a tag. How many calls deep it could be is told for each at once: which one it is in
/// depends on all of the page before, and what is wrong only counts too many.
#[derive(Clone, Copy, Default)]
struct Depths {
    /// Before the name of an attribute.
    before_name: u32,
    name: u32,
    /// Behind the `=`.
    before_value: u32,
    /// In double quotes.
    quoted: u32,
    /// Behind those that close.
    closed: u32,
}

impl Depths {
    fn after(self, byte: u8) -> Depths {
        let mut next = Depths::default();
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' => {
                next.before_name = self.before_name.max(self.closed);
                next.before_value = self.before_value;
                next.quoted = self.quoted;
            }
            b'"' => {
                next.name = self.name.max(self.before_name);
                next.quoted = self.before_value;
                next.closed = self.quoted + 1;
            }
            // What a reference stands for is read by returning.
            b'&' => next.name = self.name.max(self.before_name),
            b'=' => {
                next.before_value = self.name.max(self.before_name);
                next.name = self.before_name;
                next.quoted = self.quoted;
            }
            b'/' | b'>' => next.quoted = self.quoted,
            _ => {
                next.name = self.name.max(self.before_name);
                next.quoted = self.quoted;
            }
        }
        next
    }
}

/// The page, with a solidus behind every so many attributes in a row.
pub(super) fn parted(html: &str) -> Cow<'_, str> {
    let mut parted = String::new();
    let (mut depths, mut done) = (Depths::default(), 0);
    for (at, &byte) in html.as_bytes().iter().enumerate() {
        if depths.closed >= MANY && byte.is_ascii_whitespace() {
            parted.push_str(&html[done..at]);
            parted.push('/');
            done = at + 1;
            depths = depths.after(b'/');
        } else {
            depths = depths.after(byte);
        }
    }
    match done {
        0 => Cow::Borrowed(html),
        _ => {
            parted.push_str(&html[done..]);
            Cow::Owned(parted)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::parted;
    use crate::input::html::text;

    const COUNT: usize = 50_000;

    #[test]
    fn tags_of_very_many_attributes_are_read() {
        for attribute in [
            " x=\"y\"",
            "\n\tx  =  \"y\"",
            " x=\">\"",
            " x\"=\"<a \"",
            " x'=\"'\"",
            " =\"\"",
            " x='y'",
            " x=\"&\"",
            " x",
            " x=y",
            "/x=\"y\"",
            "x=\"y\"",
        ] {
            let page = format!("<p>before <a {}>Gyumri</a>", attribute.repeat(COUNT));
            assert_eq!(text(&page), "before Gyumri", "{attribute:?}");
            let inside = format!("<img {} alt=\"Gyumri\">", attribute.repeat(COUNT));
            assert_eq!(text(&inside), "Gyumri", "{attribute:?}");
            let closing = format!("Gyumri</a {}>!", attribute.repeat(COUNT));
            assert_eq!(text(&closing), "Gyumri!", "{attribute:?}");
        }
        let open = format!("Gyumri<a{}", " x=\"y\"".repeat(COUNT));
        assert_eq!(text(&open), "Gyumri");
    }

    #[test]
    fn a_page_as_they_are_stays_as_it_is() {
        let page = "<p class=\"a\" title = \"b &amp; c\">He said \"no\", \"no\" and \"no\".</p>\n";
        let page = page.repeat(1000);
        assert_eq!(parted(&page), page);
    }
}
