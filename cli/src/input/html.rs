//! The visible text of web pages.
//!
//! Pages are read as a stream of tags and text, without a tree: what stands where matters here only as far as
//! it parts words. So the time grows with the length of a page alone, however deep its elements are nested,
//! however many attributes they have and however many are never closed.

mod attributes;
mod foreign;

use crate::input::html::foreign::Surroundings;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Error, Span, State, Tokenizer, naive_next_state};

/// What browsers with scripts do not show. All but templates hold plain text for the tokenizer.
const HIDDEN: [&[u8]; 7] = [
    b"iframe",
    b"noembed",
    b"noscript",
    b"script",
    b"style",
    b"template",
    b"title",
];

/// Elements with a blank line before and after them.
const PARAGRAPHS: [&[u8]; 18] = [
    b"blockquote",
    b"dl",
    b"fieldset",
    b"figure",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"hr",
    b"listing",
    b"ol",
    b"p",
    b"pre",
    b"table",
    b"ul",
    b"xmp",
];

/// Other elements that begin and end a line. Those of forms are among them, which browsers show apart, and the labels of
/// pictures.
const LINES: [&[u8]; 40] = [
    b"address",
    b"article",
    b"aside",
    b"body",
    b"br",
    b"button",
    b"caption",
    b"center",
    b"dd",
    b"details",
    b"dialog",
    b"dir",
    b"div",
    b"dt",
    b"figcaption",
    b"footer",
    b"foreignobject",
    b"form",
    b"header",
    b"hgroup",
    b"iframe",
    b"legend",
    b"li",
    b"main",
    b"marquee",
    b"menu",
    b"nav",
    b"object",
    b"optgroup",
    b"option",
    b"search",
    b"section",
    b"select",
    b"summary",
    b"svg",
    b"td",
    b"text",
    b"textarea",
    b"th",
    b"tr",
];

/// Elements that part the words before and behind them on a line: what is seen and is no text, signs of formulas, and what
/// stands over letters.
const APART: [&[u8]; 16] = [
    b"audio",
    b"canvas",
    b"embed",
    b"img",
    b"input",
    b"meter",
    b"mi",
    b"mn",
    b"mo",
    b"ms",
    b"mtd",
    b"mtext",
    b"progress",
    b"rt",
    b"ruby",
    b"video",
];

/// The text of a page as a browser for text shows it: without tags, styles, scripts and comments, with
/// what images say instead of themselves; a line for each paragraph, cell of a table and item of a
/// list.
pub(crate) fn text(html: &str) -> String {
    let mut page = Page {
        // Such pages have sections of text, which end where these say.
        is_xml: html.trim_ascii_start().starts_with("<?xml"),
        ..Page::default()
    };
    let parted = attributes::parted(html);
    let html = &*parted.html;
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| match event {
        CallbackEvent::Comment { value } if is_section(html, span.start) => page.add_section(value),
        event => page.add(event),
    });
    let mut tokenizer = Tokenizer::new_with_emitter(html, emitter);
    while let Some(Ok(state)) = tokenizer.next() {
        tokenizer.set_state(state);
    }
    drop(tokenizer);
    parted.without_marks(page.text)
}

/// What the first `meta` element of a page that tells an encoding calls it: by its attribute `charset`, or by `content`
/// beside `http-equiv`.
pub(crate) fn declared_charset(html: &str) -> Option<String> {
    let mut tag: Vec<u8> = Vec::new();
    let (mut attribute, mut charset, mut content) = (Vec::new(), None, None);
    let mut is_content_type = false;
    let mut declared = None;
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                tag = name.to_vec();
                (charset, content, is_content_type) = (None, None, false);
            }
            CallbackEvent::AttributeName { name } => attribute = name.to_vec(),
            CallbackEvent::AttributeValue { value } if tag == b"meta" => {
                let value = String::from_utf8_lossy(value).trim().to_ascii_lowercase();
                match attribute.as_slice() {
                    b"charset" => charset = charset.take().or(Some(value)),
                    b"content" => content = content.take().or_else(|| charset_of(&value)),
                    b"http-equiv" => is_content_type |= value == "content-type",
                    _ => {}
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                let of_content = content.take().filter(|_| is_content_type);
                declared = declared.take().or(charset.take()).or(of_content);
                return naive_next_state(&tag).filter(|_| !self_closing);
            }
            _ => {}
        }
        None
    });
    let parted = attributes::parted(html);
    let mut tokenizer = Tokenizer::new_with_emitter(&*parted.html, emitter);
    while let Some(Ok(state)) = tokenizer.next() {
        tokenizer.set_state(state);
    }
    drop(tokenizer);
    declared
}

/// The value of `charset` in a media type, in small letters.
fn charset_of(media_type: &str) -> Option<String> {
    let (_, behind) = media_type.split_once("charset")?;
    let value = behind.trim_start().strip_prefix('=')?.trim_start();
    let value = match value.strip_prefix(['"', '\'']) {
        Some(quoted) => quoted.split(['"', '\'']).next(),
        None => value
            .split(|c: char| c == ';' || c.is_ascii_whitespace())
            .next(),
    };
    value.map(str::to_owned)
}

/// Whether a comment that begins there is a section of text.
fn is_section(html: &str, start: usize) -> bool {
    let begin = html.as_bytes().get(start..);
    begin.is_some_and(|begin| begin.starts_with(b"<!["))
}

/// A page as far as it is read.
#[derive(Default)]
struct Page {
    text: String,
    /// Line ends that are due before the next word, and whether a blank is.
    line_ends: usize,
    blank: bool,
    hidden: Option<Hidden>,
    surroundings: Surroundings,
    is_xml: bool,
    /// The open elements in which blanks and line ends count.
    preformatted: usize,
    /// The name of the tag that began last, and whether its element is of SVG or MathML.
    tag: Vec<u8>,
    is_foreign: bool,
    /// Whether the tag is an image's, and whether the value of its `alt` is next.
    in_image: bool,
    in_alt: bool,
}

/// A hidden element that is open.
struct Hidden {
    name: &'static [u8],
    /// How many of its name are, for templates in templates.
    count: usize,
    /// How many elements that lead into foreign content or out of it are open around it: it ends where one of these does.
    depth: usize,
}

impl Page {
    /// Adds what stands there; returns how what follows is to be read, if not as before.
    fn add(&mut self, event: CallbackEvent<'_>) -> Option<State> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag.clear();
                self.tag.extend_from_slice(name);
                self.open(name);
            }
            CallbackEvent::AttributeName { name } => {
                self.in_alt = self.in_image && name == b"alt";
                // Parts of a label that stand at places of their own.
                self.blank |= self.is_foreign
                    && self.tag == b"tspan"
                    && [&b"x"[..], b"y", b"dy"].contains(&name);
                // What such a template holds is shown in the place of the element around it.
                if name == b"shadowrootmode"
                    && self.tag == b"template"
                    && let Some(hidden) = &self.hidden
                    && (hidden.name, hidden.count) == (b"template", 1)
                {
                    self.hidden = None;
                }
            }
            CallbackEvent::AttributeValue { value } if self.in_alt => {
                // The first counts.
                (self.in_image, self.in_alt) = (false, false);
                self.say(&String::from_utf8_lossy(value));
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                (self.in_image, self.in_alt) = (false, false);
                let tag = std::mem::take(&mut self.tag);
                // What it says instead of itself is no part of the word behind it.
                self.blank |= tag == b"img";
                // Pages that are XML, and pictures in others, write elements so that have nothing in them; of other pages
                // no more is shown than they say, but for what stands there as plain text.
                let is_empty = self_closing
                    && (self.is_xml || self.is_foreign || !is_shown_as_it_stands(&tag));
                let state = match is_empty || self.is_foreign {
                    true => None,
                    false => naive_next_state(&tag),
                };
                if is_empty {
                    self.close(&tag);
                }
                self.tag = tag;
                return state;
            }
            CallbackEvent::EndTag { name } => self.close(name),
            CallbackEvent::String { value } => {
                // Browsers drop this letter.
                let text = String::from_utf8_lossy(value).replace('\0', "");
                match self.preformatted > 0 {
                    true => self.say_as_it_stands(&text),
                    false => self.say(&text),
                }
            }
            CallbackEvent::Error(Error::CdataInHtmlContent)
                if self.is_xml || self.surroundings.are_foreign() =>
            {
                return Some(State::CdataSection);
            }
            _ => {}
        }
        None
    }

    /// Adds a section of text as XML has them, `<![CDATA[..]]>`, where HTML takes it for a comment.
    fn add_section(&mut self, comment: &[u8]) -> Option<State> {
        if let Some(text) = comment.strip_prefix(b"[CDATA[") {
            let text = text.strip_suffix(b"]]").unwrap_or(text);
            self.say(&String::from_utf8_lossy(text));
        }
        None
    }

    fn open(&mut self, name: &[u8]) {
        self.surroundings.make_way(name);
        self.show_what_is_outside();
        self.is_foreign = self.surroundings.are_foreign();
        let is_shown = match (self.is_foreign, name) {
            (false, _) | (true, b"script" | b"style") => false,
            (true, b"title") => !self.surroundings.are_svg(),
            (true, _) => true,
        };
        match &mut self.hidden {
            Some(hidden) => hidden.count += usize::from(hidden.name == name),
            None if is_shown => {}
            None => {
                let hidden = HIDDEN.into_iter().find(|&hidden| hidden == name);
                let depth = self.surroundings.depth();
                self.hidden = hidden.map(|name| Hidden {
                    name,
                    count: 1,
                    depth,
                });
            }
        }
        self.surroundings.open(name);
        self.end_line(name);
        self.in_image = name == b"img";
        self.preformatted += usize::from(is_preformatted(name));
    }

    fn close(&mut self, name: &[u8]) {
        if let Some(hidden) = &mut self.hidden {
            hidden.count -= usize::from(hidden.name == name);
            if hidden.count == 0 {
                self.hidden = None;
            }
        }
        self.surroundings.close(name);
        self.show_what_is_outside();
        self.end_line(name);
        self.preformatted = self
            .preformatted
            .saturating_sub(usize::from(is_preformatted(name)));
    }

    /// Ends the hidden element with the picture or formula that it stands in.
    fn show_what_is_outside(&mut self) {
        let depth = self.surroundings.depth();
        self.hidden.take_if(|hidden| hidden.depth > depth);
    }

    /// Ends the line where an element of this name begins or ends.
    fn end_line(&mut self, name: &[u8]) {
        let ends = match () {
            () if PARAGRAPHS.contains(&name) => 2,
            () if LINES.contains(&name) => 1,
            () => 0,
        };
        self.line_ends = self.line_ends.max(ends);
        self.blank |= APART.contains(&name);
    }

    /// Adds text in which stretches of blanks and line ends are a blank.
    fn say(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        let is_blank = |c: char| c.is_ascii_whitespace();
        self.blank |= text.starts_with(is_blank);
        for word in text.split(is_blank).filter(|word| !word.is_empty()) {
            self.part();
            self.text.push_str(word);
            self.blank = true;
        }
        self.blank &= text.ends_with(is_blank) || text.is_empty();
    }

    /// Adds text of which each blank counts.
    fn say_as_it_stands(&mut self, text: &str) {
        if self.hidden.is_none() && !text.is_empty() {
            self.part();
            self.text.push_str(text);
        }
    }

    /// Adds what is due between what was said and a word.
    fn part(&mut self) {
        if !self.text.is_empty() {
            match self.line_ends {
                0 if self.blank => self.text.push(' '),
                ends => self.text.extend(std::iter::repeat_n('\n', ends)),
            }
        }
        (self.line_ends, self.blank) = (0, false);
    }
}

/// Whether tags in an element of this name are text.
fn is_shown_as_it_stands(name: &[u8]) -> bool {
    [&b"textarea"[..], b"xmp", b"plaintext"].contains(&name)
}

fn is_preformatted(name: &[u8]) -> bool {
    name == b"pre" || is_shown_as_it_stands(name)
}

#[cfg(test)]
mod tests {
    use super::{declared_charset, text};

    #[test]
    fn elements_part_words_as_on_the_screen() {
        for (html, expected) in [
            ("<p>Gyu<b>mri</b>\n <i> Kars</i> ", "Gyumri Kars"),
            ("a <b>b</b> c<br>d", "a b c\nd"),
            ("<p>a<p>b</p><div>c</div>d", "a\n\nb\n\nc\nd"),
            ("<tr><td>a<td> b </td></tr><li>c", "a\nb\nc"),
            ("<pre>a\n  b</pre> c", "a\n  b\n\nc"),
            ("a&amp;b &lt;c&gt; &#1575;", "a&b <c> ا"),
            ("a<img alt='b c' alt=d src=e>f", "a b c f"),
            ("a<input>b<video src=c></video>d<img>e", "a b d e"),
            (
                "<svg><text>a</text><text>b<tspan>c</tspan><tspan x=1>d</tspan></text></svg>e",
                "a\nbc d\ne",
            ),
            ("<math><mi>a</mi><mi>b</mi></math>", "a b"),
            ("a<search>b</search><hgroup>c</hgroup>d", "a\nb\nc\nd"),
            ("<img src=alt alt>a<a alt=b>c", "ac"),
            ("<option>a<option>b", "a\nb"),
        ] {
            assert_eq!(text(html), expected, "{html}");
        }
    }

    #[test]
    fn what_is_hidden_is_not_said() {
        for html in [
            "a<script>'<b>x</b>'</script>b",
            "a<style>x</style>b",
            "a<noscript><b>x</b></noscript>b",
            "a<template>x<template>x</template>x</template>b",
            "a<title>x<b></title>b",
            "a<!-- x -->b",
            "a</script>b",
        ] {
            assert_eq!(text(html), "ab", "{html}");
        }
        assert_eq!(text("a<script>x"), "a");
    }

    #[test]
    fn only_what_a_meta_element_says_is_the_encoding() {
        for (html, expected) in [
            ("<meta charset=utf-8>", Some("utf-8")),
            ("<META CharSet = 'Windows-1256' />", Some("windows-1256")),
            (
                "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>",
                Some("koi8-r"),
            ),
            (
                "<meta content='text/html;charset = \"x\"' http-equiv='content-type'>",
                Some("x"),
            ),
            (
                "<meta content='text/html; charset=koi8-r'><meta charset=b>",
                Some("b"),
            ),
            (
                "<script src=a charset=a></script><meta charset=b><meta charset=c>",
                Some("b"),
            ),
            (
                "<script>'<meta charset=a>'</script><!-- <meta charset=a> --><meta charset=b>",
                Some("b"),
            ),
            ("<a href='?charset=a'>", None),
            ("<meta charset=b", None),
        ] {
            assert_eq!(declared_charset(html).as_deref(), expected, "{html}");
        }
    }

    #[test]
    fn templates_that_are_shown_are_read() {
        for (html, expected) in [
            (
                "<x-a><template shadowrootmode=open><b>a</b></template></x-a>b",
                "ab",
            ),
            (
                "<template shadowrootmode=open>a<template>x</template>b</template>c",
                "abc",
            ),
            (
                "<template>x<template shadowrootmode=open>x</template>x</template>a",
                "a",
            ),
            ("<template><p shadowrootmode=open>x</p></template>a", "a"),
            (
                "<noscript><template shadowrootmode=open>x</template></noscript>a",
                "a",
            ),
        ] {
            assert_eq!(text(html), expected, "{html}");
        }
    }

    #[test]
    fn pictures_and_formulas_end_what_they_hold() {
        for (html, expected) in [
            ("<svg><title>x<text>x</text></svg>a", "a"),
            ("<svg><title>x</title><text>a</text></svg>b", "a\nb"),
            ("<svg><style>x<text>x</svg>a", "a"),
            ("<svg><script>x<p>a</svg>b", "a\nb"),
            ("<svg><style>x<desc><style><p>x</style></svg>a", "a"),
            ("<svg><noscript>a</noscript><textarea>b<i>c</i>", "a\nbc"),
            ("<svg><foreignObject><style><p>x</style><p>a</svg>b", "a\nb"),
            ("<svg><svg></svg><title>x</svg>a", "a"),
            ("<svg/><title><b>x</b></title>a", "a"),
            ("<math><style>x</math>a", "a"),
            ("<math><title>a<mi><title><b>x</title>b</math>c", "a bc"),
            ("<template><svg></template>a", "a"),
            ("<template><svg><p>x</svg></template>a", "a"),
            ("</svg><svg></math></svg></title>a", "a"),
            (
                "<svg><text><![CDATA[a > <b>c</b> ]]]]>d</svg>",
                "a > <b>c</b> ]]d",
            ),
            ("<svg><style><![CDATA[x > <b> ]]></style>a</svg>", "a"),
            ("<svg></svg><![CDATA[a > b", "a b"),
            (
                "<?xml version='1.0'?><p>a<![CDATA[b > <c>]]></p>",
                "ab > <c>",
            ),
        ] {
            assert_eq!(text(html).trim(), expected, "{html}");
        }
    }

    #[test]
    fn what_stands_over_letters_is_parted_from_them() {
        let ruby = "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp>c<rt>d</ruby>";
        assert_eq!(text(ruby), "a( b )c d");
        assert_eq!(text("<ruby>a<rt>b</ruby>c"), "a b c");
        assert_eq!(text("a\0b"), "ab");
    }

    #[test]
    fn elements_that_are_written_as_empty_hide_nothing() {
        for name in [
            "script", "title", "style", "textarea", "iframe", "template", "noscript",
        ] {
            for html in [
                format!("a<{name}/>b"),
                format!("a<{name} src='c' /></{name}>b"),
                format!("<svg>a<{name}/></svg>b"),
            ] {
                let text = text(&html).replace('\n', "");
                assert_eq!(text, "ab", "{html}");
            }
        }
        assert_eq!(text("a<xmp />b<!-- c -->"), "a\n\nb<!-- c -->");
        assert_eq!(text("<?xml?>a<xmp />b<!-- c -->"), "a\n\nb");
        assert_eq!(text("a <![CDATA[b < c]]>"), "a b < c");
        assert_eq!(text("é <b>a <!--[CDATA[b]]--> <![CDATA[c]]>"), "é a c");
        assert_eq!(text("a<pre/> b  c"), "a\n\nb c");
    }

    /// No tree is built of them, which would take more than their length of time and memory.
    #[test]
    fn pages_without_measure_are_read_whole() {
        let many = 200_000;
        let deep = format!("{}Gyumri", "<div>".repeat(many));
        assert_eq!(text(&deep), "Gyumri");
        let never_closed = format!("{}Gyumri", "<b><p>".repeat(many));
        assert_eq!(text(&never_closed), "Gyumri");
        for (open, close) in [("<svg>", "</math>"), ("<svg><desc>", "</title>")] {
            let pictures = format!("{}{}Gyumri", open.repeat(many), close.repeat(many));
            assert_eq!(text(&pictures), "Gyumri");
        }
        let templates = format!(
            "a{}x{}b",
            "<template>".repeat(many),
            "</template>".repeat(many)
        );
        assert_eq!(text(&templates), "ab");
        let attributes: String = (0..many).map(|number| format!(" a{number}=1")).collect();
        assert_eq!(text(&format!("<img{attributes} alt=Gyumri>")), "Gyumri");
    }
}
