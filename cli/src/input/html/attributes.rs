//! Tags of very many attributes, parted so that the tokenizer reads them.
//!
//! Its functions for the states of a tag call each other from one value in double quotes to the next, and so come to
//! the end of the stack over some ten thousand of them. A solidus before the blank between two, which means
//! nothing there, makes it return. Where what looks like a tag is text, it is taken out again: a letter that the page has
//! not stands behind it.

use std::borrow::Cow;

/// Attributes in a row that are read without a solidus among them: more than any page has.
const MANY: u32 = 100;

/// Where a tokenizer may be in a tag, and how many calls deep it would be there; `None` where it cannot be. It is told for
/// each at once: which one it is in depends on all of the page before, and what is wrong only counts too many.
#[derive(Clone, Copy, Default)]
struct Depths {
    /// Before the name of an attribute.
    before_name: Option<u32>,
    /// In a name, also that of the tag.
    name: Option<u32>,
    /// Behind the `=`.
    before_value: Option<u32>,
    /// In a value without quotes or in single ones, to which it comes by returning.
    unquoted: Option<u32>,
    single_quoted: Option<u32>,
    /// In double quotes.
    quoted: Option<u32>,
    /// Behind those that close.
    closed: Option<u32>,
}

impl Depths {
    fn after(self, byte: u8) -> Depths {
        // Where it comes to by returning.
        let back = |from: Option<u32>| from.map(|_| 0);
        let mut next = Depths {
            single_quoted: self.single_quoted,
            quoted: self.quoted,
            ..Depths::default()
        };
        let begun = self.name.max(self.before_name);
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' => {
                let behind = back(self.name.or(self.unquoted));
                next.before_name = self.before_name.max(self.closed).max(behind);
                next.before_value = self.before_value;
            }
            b'>' => {}
            b'/' => {
                next.before_name = back(begun.or(self.closed));
                next.unquoted = back(self.unquoted.or(self.before_value));
            }
            b'=' => {
                next.before_value = begun;
                next.name = self.before_name.max(back(self.closed));
                next.unquoted = back(self.unquoted.or(self.before_value));
            }
            b'"' => {
                next.name = begun.max(back(self.closed));
                next.unquoted = self.unquoted;
                next.quoted = self.before_value;
                next.closed = self.quoted.map(|depth| depth + 1);
            }
            b'\'' => {
                next.name = begun.max(back(self.closed));
                next.unquoted = self.unquoted;
                next.single_quoted = back(self.before_value);
                next.closed = back(self.single_quoted);
            }
            _ => {
                next.name = begun.max(back(self.closed));
                next.unquoted = back(self.unquoted.or(self.before_value));
            }
        }
        match byte {
            // A tag may begin wherever this stands.
            b'<' => next.name = next.name.or(Some(0)),
            // What a reference stands for is read by returning.
            b'&' => next.quoted = back(next.quoted),
            _ => {}
        }
        next
    }
}

/// A page, with a mark behind every so many attributes in a row.
pub(super) struct Parted<'h> {
    pub html: Cow<'h, str>,
    mark: String,
}

impl Parted<'_> {
    /// The text that was read of the page, without marks.
    pub fn without_marks(&self, text: String) -> String {
        match self.html {
            Cow::Borrowed(_) => text,
            Cow::Owned(_) => text.replace(&self.mark, ""),
        }
    }
}

/// Parts the attributes of a page.
pub(super) fn parted(html: &str) -> Parted<'_> {
    // Noncharacters, which are for such uses inside a program.
    let mut letters = '\u{FDD0}'..='\u{FDEF}';
    let mut letter = letters.find(|letter| !html.contains(*letter));
    let mark = format!("/{}", letter.get_or_insert('\u{FDD0}'));
    let mut parted = String::new();
    let (mut depths, mut done) = (Depths::default(), 0);
    for (at, &byte) in html.as_bytes().iter().enumerate() {
        if depths.closed.is_some_and(|depth| depth >= MANY) && byte.is_ascii_whitespace() {
            parted.push_str(&html[done..at]);
            parted.push_str(&mark);
            done = at;
            // The letter is the name of an attribute.
            depths = depths.after(b'/').after(b'a');
        }
        depths = depths.after(byte);
    }
    let html = match done {
        0 => Cow::Borrowed(html),
        _ => {
            parted.push_str(&html[done..]);
            Cow::Owned(parted)
        }
    };
    Parted { html, mark }
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
        assert_eq!(parted(&page).html, page);
    }

    #[test]
    fn what_looks_like_attributes_outside_of_a_tag_is_text() {
        let listed = "Gyumri=\"a\" ".repeat(1000);
        for page in [
            listed.clone(),
            format!("<pre class=\"a\" id='b'>{listed}</pre>"),
            format!("<p>x<br/>{listed}<p>"),
        ] {
            assert_eq!(parted(&page).html, page);
        }
    }

    #[test]
    fn what_looks_like_a_tag_keeps_its_letters() {
        let listed = "k=\"v\" ".repeat(1000);
        let listed = listed.trim_end();
        for (page, expected) in [
            (
                format!("<p>a < b {listed} Gyumri</p>"),
                format!("a < b {listed} Gyumri"),
            ),
            (
                format!("<textarea>a <b {listed}</textarea>"),
                format!("a <b {listed}"),
            ),
            (
                format!("<img alt='a <b {listed}'>"),
                format!("a <b {listed}"),
            ),
            (
                format!("<p>\u{FDD0}/\u{FDD0} < b {listed}"),
                format!("\u{FDD0}/\u{FDD0} < b {listed}"),
            ),
        ] {
            assert_eq!(text(&page), expected);
        }
    }
}
