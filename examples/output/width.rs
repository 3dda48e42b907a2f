//! How wide a text is on a terminal, and how to show a name there without its direction
//! reordering what stands around it.

use unicode_normalization::char::is_combining_mark;

/// Columns that a text takes on a terminal.
pub fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

fn char_width(c: char) -> usize {
    match c {
        // Joiners, bidi controls and isolates; the soft hyphen; the byte order mark.
        '\u{AD}'
        | '\u{61C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => 0,
        _ if is_combining_mark(c) => 0,
        // Hangul, kana, Han and full-width forms take two columns.
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{303E}'
        | '\u{3041}'..='\u{33FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{A000}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1F300}'..='\u{1FAFF}'
        | '\u{20000}'..='\u{3FFFD}' => 2,
        _ => 1,
    }
}

/// The longest that a name may be in a table; what is over is cut.
const LONGEST: usize = 40;

/// A name as a table shows it: without controls that would move the cursor or the reading
/// direction, cut to a length that a line can carry, and isolated if it runs right to left.
pub fn shown(name: &str) -> String {
    let mut text = String::new();
    let mut columns = 0;
    for c in name.chars().filter(|&c| !is_bidi_control(c)) {
        let c = if c.is_control() { ' ' } else { c };
        columns += char_width(c);
        if columns > LONGEST {
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
