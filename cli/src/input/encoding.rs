//! The encodings of texts: told from their bytes, or named.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1254};
use std::str::FromStr;

/// Bytes that are not UTF-8, from which on a text is taken for one in another encoding. A single
/// odd byte says more of damage than of an encoding.
const MIN_FOREIGN_BYTES: usize = 3;

/// The value of `--encoding`.
#[derive(Clone, Copy, Debug)]
pub(crate) enum EncodingChoice {
    /// As the bytes tell.
    Auto,
    Named(&'static Encoding),
}

impl FromStr for EncodingChoice {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.eq_ignore_ascii_case("auto") {
            return Ok(EncodingChoice::Auto);
        }
        let named = Encoding::for_label_no_replacement(text.as_bytes());
        let named = named.map(EncodingChoice::Named);
        named.ok_or_else(|| {
            "expected auto, or an encoding such as utf-8, utf-16, windows-1256, windows-1251 or \
             windows-1254"
                .to_owned()
        })
    }
}

/// The encoding of a text, told from its beginning: by its byte-order mark; UTF-16 by the zeros of its
/// blanks and line ends; UTF-8 if it is that, or mostly; else by the letters and words that its bytes
/// would be.
///
/// `whole` says that the sample is the whole text, so that a letter cut off at its end is damage.
pub(crate) fn detect(sample: &[u8], whole: bool) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(sample) {
        return encoding;
    }
    if let Some(encoding) = utf16(sample) {
        return encoding;
    }
    let (mut letters, mut foreign) = (0, 0);
    for chunk in sample.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        foreign += chunk.invalid().len();
    }
    if !whole && std::str::from_utf8(sample).is_err_and(|error| error.error_len().is_none()) {
        // The sample ends inside of a letter.
        foreign = 0;
    }
    if foreign < MIN_FOREIGN_BYTES || foreign <= letters {
        return UTF_8;
    }
    likeliest(sample)
}

/// The encoding that a text is likely in if it is neither UTF-8 nor UTF-16.
pub(crate) fn likeliest(sample: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let told = detector.guess(None, Utf8Detection::Deny);
    match told == WINDOWS_1252 && is_turkish(sample) {
        true => WINDOWS_1254,
        false => told,
    }
}

/// UTF-16, if there are as many zeros as its blanks, digits and line ends have, all at even offsets or
/// all at odd ones but for a few letters whose number ends in zeros.
pub(crate) fn utf16(text: &[u8]) -> Option<&'static Encoding> {
    // Found sooner than they are counted.
    if !text.contains(&0) {
        return None;
    }
    let zeros = |first: usize| {
        let bytes = text.iter().skip(first).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let (most, encoding) = match even > odd {
        true => (even, UTF_16BE),
        false => (odd, UTF_16LE),
    };
    let is_utf16 = most > text.len() / 64 && even.min(odd) < most / 8 + 1;
    (is_utf16 && !has_stray_zeros(text)).then_some(encoding)
}

/// Whether this is UTF-32, of which each letter has two zeros or more on the same side, and which no
/// decoder here reads.
pub(crate) fn is_utf32(text: &[u8]) -> bool {
    let (letters, _) = text.as_chunks::<4>();
    let all = |is_letter: fn(&[u8; 4]) -> bool| letters.len() > 1 && letters.iter().all(is_letter);
    // Of its planes Unicode has letters in the first four and the last three; the others' numbers are the tabs and line
    // ends of UTF-16.
    all(|letter| matches!(letter, [.., 0..=3 | 0x0E..=0x10, 0]))
        || all(|letter| matches!(letter, [0, 0..=3 | 0x0E..=0x10, ..]))
}

/// Whether the zeros of a text are damage rather than halves of letters: most of its line ends have
/// none beside them, it is UTF-8 otherwise, or most of what would be letters are two of ASCII, as which few even of Chinese
/// ones would be read. In UTF-16 each line end, blank and ASCII letter has a
/// zero, and the letters of other alphabets have a half that is a control character or no UTF-8.
fn has_stray_zeros(text: &[u8]) -> bool {
    let is_zero = |at: Option<usize>| at.and_then(|at| text.get(at)) == Some(&0);
    let (mut ends, mut wide) = (0, 0);
    for (at, _) in text
        .iter()
        .enumerate()
        .filter(|(_, byte)| b"\r\n".contains(byte))
    {
        ends += 1;
        wide += usize::from(is_zero(at.checked_sub(1)) || is_zero(at.checked_add(1)));
    }
    let zeros = text.iter().filter(|byte| **byte == 0).count();
    let is_text = |c: char| !c.is_control() || "\0\t\r\n".contains(c);
    let is_utf8 = || std::str::from_utf8(text).is_ok_and(|text| text.chars().all(is_text));
    let (units, _) = text.as_chunks::<2>();
    let is_ascii = |byte: &u8| byte.is_ascii_graphic() || byte.is_ascii_whitespace();
    let pairs = units
        .iter()
        .filter(|unit| unit.iter().all(is_ascii))
        .count();
    wide * 2 < ends || pairs * 2 > units.len() || zeros * 3 <= text.len() && is_utf8()
}

/// Whether what would be þ, ð and ý in Western Europe is ş, ğ and ı: few names tell Turkish from
/// Icelandic, but Icelandic ones are rarely without á, é, í, ó, ú and æ.
fn is_turkish(text: &[u8]) -> bool {
    let has = |letters: &str| {
        let (letters, ..) = WINDOWS_1252.encode(letters);
        text.iter().any(|byte| letters.contains(byte))
    };
    has("ÐÝÞðýþ") && !has("ÁÉÍÓÚÆáéíóúæ")
}

#[cfg(test)]
mod tests {
    use super::{EncodingChoice, detect, is_utf32};
    use encoding_rs::{
        Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254, WINDOWS_1256,
    };

    fn told(bytes: &[u8]) -> &'static Encoding {
        detect(bytes, true)
    }

    #[test]
    fn columns_of_names_tell_their_encoding() {
        for (encoding, text) in [
            (WINDOWS_1254, "il\nŞanlıurfa\nİstanbul\nİzmir\nDiyarbakır\n"),
            (WINDOWS_1254, "city,x\nIğdır,1\nMuş,2\nAğrı,3\nKars,4\n"),
            (WINDOWS_1251, "город,x\nМосква,1\nГюмри,2\n"),
            (WINDOWS_1251, "name\nБаку\n"),
            (WINDOWS_1256, "مدينة,س\nحلب,1\nبيروت,2\nطرابلس,3\n"),
            (WINDOWS_1256, "city\nباكو\n"),
            (WINDOWS_1254, "şehir,n\nGümrü,ş\nBakü,ğ\n"),
            (WINDOWS_1252, "nafn\nÞórshöfn\nSeyðisfjörður\nAkureyri\n"),
            (WINDOWS_1252, "ville\nOrléans\nBesançon\nNîmes\nSão Paulo\n"),
        ] {
            let (bytes, _, lost) = encoding.encode(text);
            assert!(!lost, "{text}");
            assert_eq!(told(&bytes), encoding, "{text}");
            assert_eq!(told(text.as_bytes()), UTF_8, "{text}");
        }
    }

    #[test]
    fn utf16_is_told_with_and_without_a_mark() {
        let text = "city,n\nغيومري,1\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(told(&little), UTF_16LE);
        assert_eq!(told(&big), UTF_16BE);
        assert_eq!(told(&[b"\xFF\xFE", &little[..]].concat()), UTF_16LE);
        assert_eq!(told(&[b"\xFE\xFF", &big[..]].concat()), UTF_16BE);
    }

    #[test]
    fn zeros_in_a_short_text_do_not_make_it_utf16() {
        for text in [
            &b"city,x\nGyumri,1\nVan\0,2\n"[..],
            b"city\0\n",
            b"city\n\0Van\n",
            b"city,x\r\nVan\0\0,1\r\n",
            "şehir\nVan\0\n".as_bytes(),
            b"a\0b",
            b"city,c1\rBaku,\x0C\rGyumri,\0\r",
            b"Baku,\x0C;Gyumri,\0;Kars;Goris;Sevan;",
        ] {
            assert_eq!(told(text), UTF_8, "{text:?}");
        }
        // Letters whose halves are ASCII too.
        for text in [
            "حلب\n",
            "ab",
            "city\nГюмри\n",
            "a\nبب\nتت\nثث\n",
            "城市\r\n北京\r\n上海\r\n广州\r\n",
        ] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(told(&little), UTF_16LE, "{text}");
            assert_eq!(told(&big), UTF_16BE, "{text}");
        }
    }

    #[test]
    fn utf32_is_told() {
        for text in ["city,n\nGyumri,1\n", "\u{feff}غيومري\n", "𐤀\n"] {
            let little: Vec<u8> = text
                .chars()
                .flat_map(|c| u32::from(c).to_le_bytes())
                .collect();
            let big: Vec<u8> = text
                .chars()
                .flat_map(|c| u32::from(c).to_be_bytes())
                .collect();
            assert!(is_utf32(&little) && is_utf32(&big), "{text}");
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert!(!is_utf32(&wide) && !is_utf32(text.as_bytes()), "{text}");
        }
        assert!(!is_utf32(b""));
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        assert_eq!(told(b""), UTF_8);
        assert_eq!(told(b"a,\xFF\nGyumri,1\n"), UTF_8);
        let mut with_zeros = "city,x\nGyumri,1\n".repeat(20).into_bytes();
        with_zeros[30] = 0;
        with_zeros[33] = 0;
        assert_eq!(told(&with_zeros), UTF_8);
        assert_eq!(told("Şuşa\u{feff}\nX".as_bytes()), UTF_8);
        assert_eq!(
            told(&["غيومري".as_bytes(), b"\xFF\xFE\xFD\n"].concat()),
            UTF_8
        );
        // Cut inside of a letter.
        let text = "غيومري غيومري".as_bytes();
        assert_eq!(detect(&text[..text.len() - 1], false), UTF_8);
    }

    #[test]
    fn names_of_encodings_are_those_of_the_web() {
        for (name, encoding) in [("cp1256", WINDOWS_1256), ("UTF-16", UTF_16LE)] {
            match name.parse() {
                Ok(EncodingChoice::Named(named)) => assert_eq!(named, encoding),
                other => panic!("{other:?}"),
            }
        }
        assert!("ansi-nonsense".parse::<EncodingChoice>().is_err());
    }
}
