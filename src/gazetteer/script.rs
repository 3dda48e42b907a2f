//! Script codes (ISO 15924), for names of unknown language.

/// The ISO 15924 code of the script that the first letter of a text belongs to, for the scripts
/// that gazetteers have many names in.
pub(super) fn script_code(text: &str) -> Option<&'static str> {
    text.chars().filter(|c| c.is_alphabetic()).find_map(|c| {
        let code = u32::from(c);
        SCRIPTS
            .iter()
            .find(|(first, last, _)| (*first..=*last).contains(&code))
            .map(|(.., script)| *script)
    })
}

/// Ranges of code points.
const SCRIPTS: [(u32, u32, &str); 37] = [
    (0x0041, 0x02AF, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0700, 0x074F, "Syrc"),
    (0x0750, 0x077F, "Arab"),
    (0x0780, 0x07BF, "Thaa"),
    (0x08A0, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B00, 0x0B7F, "Orya"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x0F00, 0x0FFF, "Tibt"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x139F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x3040, 0x309F, "Hira"),
    (0x30A0, 0x30FF, "Kana"),
    (0x3400, 0x9FFF, "Hani"),
    (0xAC00, 0xD7AF, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB50, 0xFEFC, "Arab"),
    (0xFF21, 0xFF5A, "Latn"),
];

#[cfg(test)]
mod tests {
    use crate::gazetteer::script::script_code;

    #[test]
    fn the_first_letter_decides() {
        for (text, script) in [
            ("2 Şuşa", Some("Latn")),
            ("(غيومري)", Some("Arab")),
            ("Երևան", Some("Armn")),
            ("東京", Some("Hani")),
            ("서울", Some("Hang")),
            ("አዲስ", Some("Ethi")),
            ("12", None),
        ] {
            assert_eq!(script_code(text), script, "{text}");
        }
    }
}
