//! Language tags (BCP 47) as names carry them.

use crate::error::{Error, Result};
use std::fmt;

/// A language tag such as `ar`, `az-Cyrl` or `und-Arab`, in canonical case.
///
/// The form is checked (a language of 2 or 3 letters, then subtags of 2 to 8 letters and
/// digits), not that the subtags are registered. `und` is a language nobody recorded.
///
/// ```
/// use toponym::Language;
///
/// let language: Language = "az-cyrl".parse()?;
/// assert_eq!(language.to_string(), "az-Cyrl");
/// assert!(language.is_within("az".parse()?));
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language {
    bytes: [u8; Language::MAX_LEN],
    len: u8,
}

impl Language {
    /// Maximum length of a tag, in bytes.
    pub const MAX_LEN: usize = 15;

    /// `und`: a language that nobody recorded.
    pub const UNDETERMINED: Language = Language {
        bytes: *b"und\0\0\0\0\0\0\0\0\0\0\0\0",
        len: 3,
    };

    /// A tag in canonical case from its bytes, padded with zeros; `und` if they are not one.
    pub(crate) fn from_padded(padded: &[u8]) -> Self {
        // Most tags are a language and nothing else.
        if let Ok(bytes @ [a, b, c, 0, ..]) = <[u8; Self::MAX_LEN]>::try_from(padded)
            && a.is_ascii_lowercase()
            && b.is_ascii_lowercase()
            && (c == 0 || c.is_ascii_lowercase())
            && bytes[4..].iter().all(|byte| *byte == 0)
        {
            let len = if c == 0 { 2 } else { 3 };
            return Language { bytes, len };
        }
        let bytes = padded.split(|byte| *byte == 0).next().unwrap_or_default();
        let tag = str::from_utf8(bytes).unwrap_or_default();
        tag.parse().unwrap_or(Language::UNDETERMINED)
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    #[inline]
    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }

    /// The language alone: `az` of `az-Cyrl`.
    pub fn primary(&self) -> &str {
        match self.len {
            0..=MAX_PRIMARY_BYTES => self.as_str(),
            _ => self.as_str().split('-').next().unwrap_or_default(),
        }
    }

    /// The script subtag, where there is one: `Cyrl` of `az-Cyrl`.
    pub fn script(&self) -> Option<&str> {
        if self.len <= MAX_PRIMARY_BYTES {
            return None;
        }
        self.as_str()
            .split('-')
            .skip(1)
            .find(|s| s.len() == 4 && s.bytes().all(|b| b.is_ascii_alphabetic()))
    }

    /// Whether this tag is `range` or narrower (basic filtering of RFC 4647): `az` takes in
    /// `az` and `az-Cyrl`, `az-Cyrl` only itself.
    pub fn is_within(&self, range: Language) -> bool {
        let rest = self.as_bytes().strip_prefix(range.as_bytes());
        rest.is_some_and(|rest| matches!(rest.first(), None | Some(b'-')))
    }

    /// All that this tag is within: itself and what it begins with.
    #[cfg(feature = "build")]
    pub(crate) fn ranges(&self) -> impl Iterator<Item = Language> {
        let tag = self.as_str();
        let ends = tag.match_indices('-').map(|(end, _)| end);
        let ranges = ends.chain([tag.len()]);
        ranges.filter_map(|end| tag[..end].parse().ok())
    }
}

/// Maximum length of a language without subtags, in bytes.
const MAX_PRIMARY_BYTES: u8 = 3;

/// Any letter case is accepted; the result has language small, script capitalized, region
/// in capitals.
impl std::str::FromStr for Language {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let fail = |reason| Error::invalid("language", text, reason);
        if text.len() > Self::MAX_LEN {
            return Err(fail("a tag has at most 15 bytes"));
        }
        let mut bytes = [0; Self::MAX_LEN];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        let mut at = 0;
        for (i, subtag) in text.split('-').enumerate() {
            let here = &mut bytes[at..at + subtag.len()];
            let all_letters = here.iter().all(u8::is_ascii_alphabetic);
            let well_formed = match i {
                0 => (2..=3).contains(&here.len()) && all_letters,
                _ => (2..=8).contains(&here.len()) && here.iter().all(u8::is_ascii_alphanumeric),
            };
            if !well_formed {
                return Err(fail(
                    "expected a BCP 47 tag such as ar, az-Cyrl or und-Arab",
                ));
            }
            here.make_ascii_lowercase();
            match here.len() {
                2 if i > 0 => here.make_ascii_uppercase(),
                4 if i > 0 && all_letters => here[0].make_ascii_uppercase(),
                _ => {}
            }
            at += subtag.len() + 1;
        }
        Ok(Language {
            bytes,
            len: text.len() as u8,
        })
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Language {
        text.parse().unwrap()
    }

    #[test]
    fn case_is_canonical() {
        for (given, canonical) in [
            ("AR", "ar"),
            ("az-cyrl", "az-Cyrl"),
            ("ZH-hant-tw", "zh-Hant-TW"),
        ] {
            assert_eq!(tag(given).as_str(), canonical);
        }
    }

    #[test]
    fn padded_bytes_are_read_as_they_parse() {
        for text in ["", "a", "ar", "und", "AR", "az-Cyrl", "a1", "zh-Hant-TW"] {
            let mut padded = [0; Language::MAX_LEN];
            padded[..text.len()].copy_from_slice(text.as_bytes());
            let parsed = text.parse().unwrap_or(Language::UNDETERMINED);
            assert_eq!(Language::from_padded(&padded), parsed, "{text}");
        }
    }

    #[test]
    fn other_forms_are_errors() {
        for bad in [
            "",
            "a",
            "arab",
            "a1",
            "az-",
            "-az",
            "az-c",
            "az_Cyrl",
            "հյ",
            "zh-Hant-TW-private",
        ] {
            assert!(bad.parse::<Language>().is_err(), "{bad:?}");
        }
    }

    #[cfg(feature = "build")]
    #[test]
    fn a_tag_is_within_its_ranges_and_no_others() {
        let tags = [
            "az",
            "aze",
            "az-Cyrl",
            "az-Latn",
            "az-Latn-AZ",
            "az-AZ",
            "zh-Hant-TW",
            "und",
        ];
        for text in tags {
            let mut ranges: Vec<Language> = tag(text).ranges().collect();
            let mut within = tags.map(tag).to_vec();
            within.retain(|range| tag(text).is_within(*range));
            ranges.retain(|range| tags.contains(&range.as_str()));
            assert!(!within.is_empty());
            ranges.sort_unstable_by_key(|range| range.as_str().len());
            within.sort_unstable_by_key(|range| range.as_str().len());
            assert_eq!(ranges, within, "{text}");
        }
    }

    #[test]
    fn ranges_take_in_narrower_tags() {
        assert!(tag("az-Cyrl").is_within(tag("az")) && tag("az").is_within(tag("az")));
        assert!(!tag("az").is_within(tag("az-Cyrl")) && !tag("aze").is_within(tag("az")));
        assert_eq!(
            (
                tag("az-Cyrl").primary(),
                tag("az-Cyrl").script(),
                tag("az").script()
            ),
            ("az", Some("Cyrl"), None)
        );
    }
}
