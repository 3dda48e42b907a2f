//! The letters that names of glyphs stand for.

use pdf_extract::{Dictionary, Document, Object};

/// By the rules of the Adobe Glyph List (specification, section 2): names that are on the list, `uni` and `u` with code
/// points, several of these joined by low lines, and a variant behind a point. None if a part of the name is none of them.
pub(super) fn letters(name: &[u8]) -> Option<String> {
    let base = name.split(|byte| *byte == b'.').next()?;
    let parts = base.split(|byte| *byte == b'_');
    parts.map(part).collect()
}

/// Whether a name says nothing but the number of a glyph in its font.
pub(super) fn is_number(name: &[u8]) -> bool {
    const BEFORE: [&str; 7] = ["g", "G", "c", "C", "cid", "glyph", "index"];
    let digits = name.iter().rev().take_while(|byte| byte.is_ascii_digit());
    let (before, digits) = name.split_at(name.len() - digits.count());
    !digits.is_empty() && BEFORE.iter().any(|known| known.as_bytes() == before)
}

fn part(name: &[u8]) -> Option<String> {
    listed(name)
        .or_else(|| units(name.strip_prefix(b"uni")?))
        .or_else(|| point(name.strip_prefix(b"u")?))
}

/// What the list has, by the table of the crate: it reads the encoding of a font in which the code 0 has this name.
fn listed(name: &[u8]) -> Option<String> {
    let differences = [Object::Integer(0), Object::Name(name.to_vec())];
    let encoding = Dictionary::from_iter([
        ("Type", Object::Name(b"Encoding".to_vec())),
        ("Differences", Object::Array(differences.into())),
    ]);
    let font = Dictionary::from_iter([
        ("Type", Object::Name(b"Font".to_vec())),
        ("Encoding", Object::Dictionary(encoding)),
    ]);
    let document = Document::new();
    let encoding = font.get_font_encoding(&document).ok()?;
    let letters = encoding.bytes_to_string(&[0]).ok()?;
    Some(letters).filter(|letters| !letters.is_empty())
}

/// The letter of a code in the standard encoding (ISO 32000-1, annex D.2), by the table of the crate: it is that of a font
/// which says nothing; empty if the code has none.
pub(super) fn standard(code: u8) -> String {
    let font = Dictionary::from_iter([("Type", Object::Name(b"Font".to_vec()))]);
    let document = Document::new();
    let encoding = font.get_font_encoding(&document).ok();
    let letters = encoding.and_then(|encoding| encoding.bytes_to_string(&[code]).ok());
    letters.unwrap_or_default()
}

/// Letters of four digits each.
fn units(digits: &[u8]) -> Option<String> {
    let digits = std::str::from_utf8(digits).ok()?;
    if digits.is_empty() || !digits.len().is_multiple_of(4) {
        return None;
    }
    let units = digits.as_bytes().chunks(4).map(number);
    let units: Option<Vec<u32>> = units.collect();
    units?.into_iter().map(char::from_u32).collect()
}

/// A letter of four to six digits.
fn point(digits: &[u8]) -> Option<String> {
    if !(4..=6).contains(&digits.len()) {
        return None;
    }
    Some(char::from_u32(number(digits)?)?.to_string())
}

fn number(digits: &[u8]) -> Option<u32> {
    let digits = std::str::from_utf8(digits).ok()?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_by_the_rules_of_the_list() {
        for (name, expected) in [
            ("a", Some("a")),
            ("Agrave", Some("À")),
            ("afii57415", Some("ا")),
            ("uni0533", Some("Գ")),
            ("uni06440627", Some("لا")),
            ("u0533", Some("Գ")),
            ("u1F600", Some("😀")),
            ("y.alt", Some("y")),
            ("uni0627.fina", Some("ا")),
            ("f_f_i", Some("ffi")),
            ("uni0644_afii57415.liga", Some("لا")),
            ("uniD800", None),
            ("uni053", None),
            ("uni", None),
            ("u533", None),
            ("u+0533", None),
            ("f_xyzzy", None),
            ("g33", None),
            (".notdef", None),
            ("", None),
        ] {
            assert_eq!(letters(name.as_bytes()).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn codes_have_the_letters_of_the_standard_encoding() {
        for (code, expected) in [(0, ""), (b'A', "A"), (0xAE, "ﬁ"), (0xF5, "ı"), (0xFF, "")] {
            assert_eq!(standard(code), expected, "{code}");
        }
    }

    #[test]
    fn numbers_of_glyphs_are_known() {
        for (name, expected) in [
            ("g33", true),
            ("cid1", true),
            ("33", false),
            ("a33", false),
            ("uni0533", false),
            ("g", false),
            ("", false),
        ] {
            assert_eq!(is_number(name.as_bytes()), expected, "{name}");
        }
    }
}
