//! Broken encodings: UTF-8 that was read as Windows-1252 or Latin-1, as in `Ä°zmir` and `BakÄ±`, or
//! as Windows-1251 (`Р‘Р°РєСѓ`); Windows-1251 and Windows-1256 read as Windows-1252 (`Ìîñêâà`,
//! `ÇáÈÕÑÉ`); letters that are written as HTML entities (`K&#246;ln`) or in percent codes
//! (`Z%C3%BCrich`).

use unicode_normalization::UnicodeNormalization;

/// What Windows-1252 has at 0x80 to 0x9F; a blank where it has nothing.
/// Source: the WHATWG Encoding Standard, index windows-1252.
const WINDOWS_1252: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// What Windows-1251 has from 0x80 on. Source: the WHATWG Encoding Standard, index windows-1251.
const WINDOWS_1251: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–— ™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

/// What Windows-1256 has from 0x80 on. Source: the WHATWG Encoding Standard, index windows-1256.
const WINDOWS_1256: &str = "€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u{200C}\u{200D}ں\u{A0}،¢£¤¥¦§¨©ھ«¬\u{AD}®¯°±²³´µ¶·¸¹؛»¼½¾؟ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىيîïًٌٍَôُِ÷ّùْûü\u{200E}\u{200F}ے";

/// Accents, by the end of the HTML entities for letters that bear them (`&uuml;`), as combining
/// characters. Source: the HTML Standard, named character references.
const ACCENTS: [(&str, char); 7] = [
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("circ", '\u{302}'),
    ("tilde", '\u{303}'),
    ("uml", '\u{308}'),
    ("ring", '\u{30A}'),
    ("cedil", '\u{327}'),
];

/// HTML entities of other letters and of marks within names. Source: as above.
const ENTITIES: [(&str, &str); 12] = [
    ("szlig", "ß"),
    ("aelig", "æ"),
    ("AElig", "Æ"),
    ("oslash", "ø"),
    ("Oslash", "Ø"),
    ("eth", "ð"),
    ("thorn", "þ"),
    ("scedil", "ş"),
    ("amp", "&"),
    ("apos", "'"),
    ("rsquo", "’"),
    ("nbsp", " "),
];

/// The longest HTML entity between its marks, in bytes.
const MAX_ENTITY: usize = 8;

/// All that a text may have been before its letters were broken; nothing if there is no sign of
/// that.
pub(crate) fn decodings(text: &str) -> Vec<String> {
    let single = |table| single_bytes(text, table);
    [
        decoded_again(text),
        utf8_as_windows_1251(text),
        without_entities(text),
        without_percents(text),
        single(WINDOWS_1251),
        single(WINDOWS_1256),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// UTF-8 that was read as Windows-1251.
fn utf8_as_windows_1251(text: &str) -> Option<String> {
    let byte = |c: char| match c.is_ascii() {
        true => u8::try_from(c).ok(),
        false => {
            let mut known = WINDOWS_1251.chars();
            let at = known.position(|known| known == c && c != ' ')?;
            u8::try_from(0x80 + at).ok()
        }
    };
    let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
    String::from_utf8(bytes?).ok().filter(|read| read != text)
}

/// Single bytes of a table that were read as Windows-1252: most letters bear accents then.
fn single_bytes(text: &str, table: &str) -> Option<String> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let accented = text.chars().filter(|c| matches!(c, '\u{C0}'..='\u{FF}'));
    if letters < 3 || 2 * accented.count() <= letters {
        return None;
    }
    let table: Vec<char> = table.chars().collect();
    let read = |c: char| match c.is_ascii() {
        true => Some(c),
        false => table.get(usize::from(byte(c)?.checked_sub(0x80)?)).copied(),
    };
    text.chars().map(read).collect()
}

/// The text with the letters that its HTML entities stand for.
fn without_entities(text: &str) -> Option<String> {
    let (mut decoded, mut rest) = (String::new(), text);
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|&end| end <= MAX_ENTITY + 1);
        match end.and_then(|end| Some((end, entity(&rest[1..end])?))) {
            Some((end, letter)) => {
                decoded.push_str(&letter);
                rest = &rest[end + 1..];
            }
            None => {
                decoded.push('&');
                rest = &rest[1..];
            }
        }
    }
    decoded.push_str(rest);
    (decoded != text).then(|| decoded.nfc().collect())
}

/// What an HTML entity between its marks stands for.
fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return char::from_u32(number.ok()?).map(String::from);
    }
    if let Some((_, letter)) = ENTITIES.iter().find(|(known, _)| *known == name) {
        return Some((*letter).to_owned());
    }
    ACCENTS.iter().find_map(|(accent, mark)| {
        let letter = name.strip_suffix(accent)?;
        let is_letter = letter.len() == 1 && letter.chars().all(|c| c.is_ascii_alphabetic());
        is_letter.then(|| format!("{letter}{mark}"))
    })
}

/// The text that was written in percent codes of UTF-8.
fn without_percents(text: &str) -> Option<String> {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let Some((&first, behind)) = rest.split_first() {
        let digit = |at: usize| char::from(*behind.get(at)?).to_digit(16);
        let coded = || u8::try_from(16 * digit(0)? + digit(1)?).ok();
        match (first == b'%').then(coded).flatten() {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).ok().filter(|read| read != text)
}

/// The text that was read in the wrong encoding; none if there is no sign of that.
fn decoded_again(text: &str) -> Option<String> {
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

    #[test]
    fn other_encodings_and_codes_are_read() {
        for (broken, name) in [
            ("Р“СЂРѕР·РЅС‹Р№", "Грозный"),
            ("Ìîñêâà", "Москва"),
            ("ÇáÈÕÑÉ", "البصرة"),
            ("Z&uuml;rich", "Zürich"),
            ("K&#246;ln", "Köln"),
            ("K&#xF6;ln", "Köln"),
            ("Z%C3%BCrich", "Zürich"),
            ("New%20York", "New York"),
        ] {
            let found = decodings(broken);
            assert!(
                found.iter().any(|found| found == name),
                "{broken}: {found:?}"
            );
        }
        for text in [
            "Gyumri",
            "Baku & Ganja;",
            "100%",
            "%zz",
            "&#x110000;",
            "Málaga",
            "Баку",
            "&;",
            "%C3",
        ] {
            assert_eq!(decodings(text), [""; 0], "{text}");
        }
    }
}
