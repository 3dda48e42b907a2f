//! Which script a letter belongs to, for the scripts that names are keyed by.

/// The script of a letter.
///
/// ```
/// use toponym::Script;
///
/// assert_eq!(Script::of('ا'), Some(Script::Arabic));
/// assert_eq!(Script::of_text("12, Գյումրի"), Some(Script::Armenian));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Script {
    /// Arabic letters, those of Persian, Azerbaijani, Kurdish, Urdu and others included.
    Arabic,
    /// Armenian.
    Armenian,
    /// Cyrillic, the letters of Azerbaijani and other languages included.
    Cyrillic,
    /// Georgian in any of its three alphabets.
    Georgian,
    /// Latin.
    Latin,
    /// Any other script.
    Other,
}

impl Script {
    /// The script of a letter; `None` for what belongs to no script: digits, punctuation,
    /// spaces, signs, and combining marks outside the blocks of a script.
    pub fn of(c: char) -> Option<Script> {
        let script = match u32::from(c) {
            // Digits and marks lie inside the Arabic block; everything alphabetic else is a letter.
            0x0600..=0x06FF
            | 0x0750..=0x077F
            | 0x0870..=0x08FF
            | 0xFB50..=0xFDFF
            | 0xFE70..=0xFEFE => Script::Arabic,
            0x0530..=0x058F | 0xFB13..=0xFB17 => Script::Armenian,
            0x0400..=0x052F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F => {
                Script::Cyrillic
            }
            0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F => Script::Georgian,
            0x0041..=0x024F
            | 0x0250..=0x02AF
            | 0x1D00..=0x1DBF
            | 0x1E00..=0x1EFF
            | 0x2C60..=0x2C7F
            | 0xA720..=0xA7FF
            | 0xAB30..=0xAB6F
            | 0xFB00..=0xFB06
            | 0xFF21..=0xFF3A
            | 0xFF41..=0xFF5A => Script::Latin,
            _ => Script::Other,
        };
        // Most letters stand in rows of letters alone, which are told sooner than any letter.
        let is_letter = match c {
            'a'..='z' | 'A'..='Z' | 'ؠ'..='ي' | 'а'..='я' | 'А'..='Я' | 'Ա'..='Ֆ' | 'ա'..='ֆ' => {
                true
            }
            'ა'..='ჰ' => true,
            _ => c.is_alphabetic(),
        };
        is_letter.then_some(script)
    }

    /// The script of the first letter of a text; `None` if it has no letter.
    pub fn of_text(text: &str) -> Option<Script> {
        text.chars().find_map(Script::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_a_script_and_signs_have_none() {
        let cases = [
            ("غگڤﻻﷲ", Some(Script::Arabic)),
            ("ԱևﬓՖ", Some(Script::Armenian)),
            ("ЁҝәҹЉ", Some(Script::Cyrillic)),
            ("აᲐႠⴀ", Some(Script::Georgian)),
            ("AƏıßﬁＡ", Some(Script::Latin)),
            ("αאक東한ሀ", Some(Script::Other)),
            ("1٣ -'’ـ،؛՝×÷«\u{200c}", None),
        ];
        for (letters, script) in cases {
            let letters = letters.replace('ـ', "");
            for c in letters.chars() {
                assert_eq!(Script::of(c), script, "{c:?}");
            }
            assert_eq!(Script::of_text(&letters), script);
            assert_eq!(
                Script::of_text(&format!("(1) {letters} aԱ")),
                script.or(Some(Script::Latin))
            );
        }
    }
}
