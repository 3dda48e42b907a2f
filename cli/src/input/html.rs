//! The visible text of web pages.

use html2text::config;
use html2text::render::TrivialDecorator;

/// Longer lines are wrapped, which could part a name: no paragraph is so long.
const WIDTH: usize = 1 << 20;

/// The text of a page as a browser for text shows it: without tags, styles, scripts and comments, with
/// what images say instead of themselves; a line for each paragraph, cell of a table and item of a
/// list.
pub(crate) fn text(html: &str) -> Result<String, String> {
    let config = config::with_decorator(TrivialDecorator::new()).raw_mode(true);
    let text = config.string_from_read(html.as_bytes(), WIDTH);
    text.map_err(|error| format!("not readable as HTML: {error}"))
}
