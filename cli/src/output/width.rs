//! How wide a text is on a terminal, and how to show a name there without its direction
//! reordering what stands around it.

use unicode_width::UnicodeWidthChar;

/// Columns that a text takes on a terminal, letter by letter: terminals join no letters, as Arabic
/// ligatures would want it.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

fn char_width(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// Maximum width of a name in a table, in columns; what is over is cut.
const MAX_NAME_COLUMNS: usize = 40;

/// Maximum length of one in bytes: letters that take no columns, as marks do, may be without end.
const MAX_NAME_BYTES: usize = 1024;

/// A name as a table shows it: without controls that would move the cursor or the reading
/// direction, cut to a length that a line can carry, and isolated if it runs right to left.
pub(crate) fn shown(name: &str) -> String {
    let mut text = String::new();
    let mut columns = 0;
    for c in name.chars().filter(|&c| !is_bidi_control(c)) {
        let c = if c.is_control() { ' ' } else { c };
        columns += char_width(c);
        if columns > MAX_NAME_COLUMNS || text.len() + c.len_utf8() > MAX_NAME_BYTES {
            text.push('…');
            break;
        }
        text.push(c);
    }
    match text.chars().any(is_right_to_left) {
        true => format!("\u{2068}{text}\u{2069}"),
        false => text,
    }
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether the letter lies in a block whose script is written from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_however_little_room_their_letters_take() {
        assert_eq!(shown("Gyumri\n"), "Gyumri ");
        assert_eq!(shown(&"a".repeat(41)), "a".repeat(40) + "…");
        assert_eq!(shown(&"\u{301}".repeat(512)), "\u{301}".repeat(512));
        let long = shown(&"\u{301}".repeat(5_000_000));
        assert_eq!(long, "\u{301}".repeat(512) + "…");
    }
}
