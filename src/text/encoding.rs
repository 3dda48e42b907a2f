//! Broken encodings: UTF-8 that was read as Windows-1252 or Latin-1, as in `Ä°zmir` and `BakÄ±`.

/// What Windows-1252 has at 0x80 to 0x9F; a blank where it has nothing.
/// Source: the WHATWG Encoding Standard, index windows-1252.
const WINDOWS_1252: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The text that was read in the wrong encoding; none if there is no sign of that.
pub(crate) fn decoded_again(text: &str) -> Option<String> {
    // Every letter behind the ASCII ones begins with one of these.
    let is_sign = |c: char| matches!(c, '\u{C2}'..='\u{F4}');
    if !text.contains(is_sign) {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
    let decoded = String::from_utf8(bytes?).ok()?;
    // Twice broken, twice put right.
    Some(decoded_again(&decoded).unwrap_or(decoded))
}

/// The byte that was read as this character.
fn byte(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(c) {
        return Some(byte);
    }
    let at = WINDOWS_1252
        .chars()
        .position(|known| known == c && c != ' ')?;
    u8::try_from(0x80 + at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// UTF-8 read as Windows-1252, where it has a character, and as Latin-1 elsewhere.
    fn broken(text: &str) -> String {
        let table: Vec<char> = WINDOWS_1252.chars().collect();
        let read = |byte: u8| match byte {
            0x80..=0x9F if table[usize::from(byte - 0x80)] != ' ' => {
                table[usize::from(byte - 0x80)]
            }
            byte => char::from(byte),
        };
        text.bytes().map(read).collect()
    }

    #[test]
    fn broken_letters_are_put_right() {
        assert_eq!(decoded_again("Ä°zmir").as_deref(), Some("İzmir"));
        assert_eq!(decoded_again("Ø¨Ø§ÙƒÙˆ").as_deref(), Some("باكو"));
        for name in ["Գյումրի", "Şuşa", "Баку", "شوشة", "Málaga"] {
            assert_eq!(decoded_again(&broken(name)).as_deref(), Some(name));
            assert_eq!(decoded_again(&broken(&broken(name))).as_deref(), Some(name));
            assert_eq!(decoded_again(name), None, "{name}");
        }
        assert_eq!(decoded_again("Gyumri"), None);
    }
}
