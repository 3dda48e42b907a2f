//! Place ids: an authority and its number or slug.

use crate::error::{Error, Result};
use std::fmt;
use std::sync::Arc;

/// The id of a place with the authority that gave it, such as `gn:616635`, `wd:Q199500`,
/// `wof:890431289` or `local:lachin-corridor`.
///
/// A slug's prefix is two to sixteen small letters and digits, a letter first; the slug itself
/// is small letters, digits and single hyphens between them. `local` is this crate's prefix;
/// tables of your own use another. Ids are ordered by authority (the order in which one is
/// chosen as canonical), then by number or slug.
///
/// ```
/// use toponym::{Authority, PlaceId};
///
/// let id: PlaceId = "wd:Q199500".parse()?;
/// assert_eq!(id.authority(), Authority::Wikidata);
/// assert!(PlaceId::geonames(616635) < id);
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(Repr);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Repr {
    GeoNames(u64),
    Wikidata(u64),
    WhosOnFirst(u64),
    /// The whole id, prefix and colon included.
    Slug(Arc<str>),
}

/// Who gave a [`PlaceId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Authority {
    /// `gn`: <https://www.geonames.org>.
    #[cfg_attr(feature = "serde", serde(rename = "geonames"))]
    GeoNames,
    /// `wd`: <https://www.wikidata.org>.
    Wikidata,
    /// `wof`: <https://whosonfirst.org>.
    WhosOnFirst,
    /// Any other prefix: `local` for this crate's own places, or a table of the user's.
    Local,
}

impl PlaceId {
    /// Maximum length of an id in bytes, prefix and all.
    pub const MAX_LEN: usize = 128;

    /// A GeoNames id.
    pub const fn geonames(number: u64) -> Self {
        PlaceId(Repr::GeoNames(number))
    }

    /// The id of a number; of a slug's authority none, and GeoNames' instead.
    pub(crate) fn numbered(authority: Authority, number: u64) -> Self {
        PlaceId(match authority {
            Authority::Wikidata => Repr::Wikidata(number),
            Authority::WhosOnFirst => Repr::WhosOnFirst(number),
            Authority::GeoNames | Authority::Local => Repr::GeoNames(number),
        })
    }

    /// The number, or else the whole slug with its prefix.
    pub(crate) fn number(&self) -> Result<u64, &str> {
        match &self.0 {
            Repr::GeoNames(number) | Repr::Wikidata(number) | Repr::WhosOnFirst(number) => {
                Ok(*number)
            }
            Repr::Slug(text) => Err(text),
        }
    }

    /// Who gave the id.
    pub fn authority(&self) -> Authority {
        match self.0 {
            Repr::GeoNames(_) => Authority::GeoNames,
            Repr::Wikidata(_) => Authority::Wikidata,
            Repr::WhosOnFirst(_) => Authority::WhosOnFirst,
            Repr::Slug(_) => Authority::Local,
        }
    }
}

impl std::str::FromStr for PlaceId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let fail = |reason| Error::invalid("place id", text, reason);
        let (prefix, rest) = text
            .split_once(':')
            .ok_or_else(|| fail("expected a prefix, a colon and an id, such as gn:616635"))?;
        let repr = match prefix {
            "gn" => Repr::GeoNames(
                number(rest)
                    .ok_or_else(|| fail("expected gn: and a positive number, such as gn:616635"))?,
            ),
            "wd" => {
                Repr::Wikidata(rest.strip_prefix('Q').and_then(number).ok_or_else(|| {
                    fail("expected wd:Q and a positive number, such as wd:Q199500")
                })?)
            }
            "wof" => Repr::WhosOnFirst(number(rest).ok_or_else(|| {
                fail("expected wof: and a positive number, such as wof:890431289")
            })?),
            _ if !is_prefix(prefix) => {
                return Err(fail(
                    "a prefix is 2 to 16 small letters and digits, a letter first",
                ));
            }
            _ if text.len() > Self::MAX_LEN => return Err(fail("an id has at most 128 bytes")),
            _ if !is_slug(rest) => {
                return Err(fail(
                    "a slug is small letters and digits with single hyphens between them, such as local:lachin-corridor",
                ));
            }
            _ => Repr::Slug(text.into()),
        };
        Ok(PlaceId(repr))
    }
}

/// A positive decimal number written in the one canonical way.
fn number(text: &str) -> Option<u64> {
    let canonical = text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|_| canonical)
}

fn is_prefix(text: &str) -> bool {
    (2..=16).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

fn is_slug(text: &str) -> bool {
    text.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

impl fmt::Display for PlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::GeoNames(number) => write!(f, "gn:{number}"),
            Repr::Wikidata(number) => write!(f, "wd:Q{number}"),
            Repr::WhosOnFirst(number) => write!(f, "wof:{number}"),
            Repr::Slug(text) => f.write_str(text),
        }
    }
}

impl fmt::Debug for PlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> PlaceId {
        text.parse().unwrap()
    }

    #[test]
    fn parses_what_it_prints() {
        for text in [
            "gn:616635",
            "wd:Q199500",
            "wof:890431289",
            "local:lachin-corridor",
            "acme:7",
        ] {
            assert_eq!(id(text).to_string(), text);
        }
    }

    #[test]
    fn refuses_every_other_form() {
        let bad = [
            "",
            "616635",
            "gn:",
            "gn:0",
            "gn:01",
            "gn:+1",
            "gn:-1",
            "gn:1a",
            "gn: 1",
            "wd:199500",
            "wd:q1",
            "wd:Q",
            "gn:99999999999999999999",
            "local:",
            "local:-a",
            "local:a-",
            "local:a--b",
            "local:A",
            "local:a_b",
            "local:غيومري",
            "l:a",
            "1x:a",
            "ABC:a",
            ":a",
            "local:a:b",
        ];
        for text in bad {
            assert!(text.parse::<PlaceId>().is_err(), "{text:?}");
        }
        assert!(
            format!("local:{}", "a".repeat(200))
                .parse::<PlaceId>()
                .is_err()
        );
    }

    #[test]
    fn ordered_by_authority_then_number() {
        let mut ids = ["local:a", "wof:1", "wd:Q2", "gn:10", "gn:9"].map(id);
        ids.sort();
        assert_eq!(
            ids.map(|id| id.to_string()),
            ["gn:9", "gn:10", "wd:Q2", "wof:1", "local:a"]
        );
    }
}
