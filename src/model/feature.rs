//! What kind of place it is, in GeoNames' terms.
//!
//! The classes and codes are those of <https://www.geonames.org/export/codes.html>.

use crate::error::{Error, Result};
use std::fmt;

/// GeoNames' nine feature classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FeatureClass {
    /// `A`: countries, states, provinces, districts.
    Administrative,
    /// `H`: seas, rivers, lakes, reservoirs.
    Water,
    /// `L`: parks, areas, regions, continents.
    Area,
    /// `P`: cities, towns, villages, quarters.
    Populated,
    /// `R`: roads and railways.
    Road,
    /// `S`: buildings, airports, monasteries.
    Spot,
    /// `T`: mountains, hills, valleys, islands, passes.
    Terrain,
    /// `U`: undersea features.
    Undersea,
    /// `V`: forests, heaths, vineyards.
    Vegetation,
}

impl FeatureClass {
    /// Every class, in the order of their letters.
    pub const ALL: [FeatureClass; 9] = [
        FeatureClass::Administrative,
        FeatureClass::Water,
        FeatureClass::Area,
        FeatureClass::Populated,
        FeatureClass::Road,
        FeatureClass::Spot,
        FeatureClass::Terrain,
        FeatureClass::Undersea,
        FeatureClass::Vegetation,
    ];

    /// The class with this letter, which is one of `AHLPRSTUV`.
    pub(crate) fn of_letter(letter: u8) -> Option<FeatureClass> {
        Some(match letter {
            b'A' => FeatureClass::Administrative,
            b'H' => FeatureClass::Water,
            b'L' => FeatureClass::Area,
            b'P' => FeatureClass::Populated,
            b'R' => FeatureClass::Road,
            b'S' => FeatureClass::Spot,
            b'T' => FeatureClass::Terrain,
            b'U' => FeatureClass::Undersea,
            b'V' => FeatureClass::Vegetation,
            _ => return None,
        })
    }

    /// The class's letter at GeoNames: one of `AHLPRSTUV`.
    pub fn letter(self) -> char {
        match self {
            FeatureClass::Administrative => 'A',
            FeatureClass::Water => 'H',
            FeatureClass::Area => 'L',
            FeatureClass::Populated => 'P',
            FeatureClass::Road => 'R',
            FeatureClass::Spot => 'S',
            FeatureClass::Terrain => 'T',
            FeatureClass::Undersea => 'U',
            FeatureClass::Vegetation => 'V',
        }
    }
}

/// One letter, of either case.
impl std::str::FromStr for FeatureClass {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        FeatureClass::ALL
            .into_iter()
            .find(|class| {
                text.len() == 1 && text.eq_ignore_ascii_case(class.letter().encode_utf8(&mut [0]))
            })
            .ok_or_else(|| {
                Error::invalid(
                    "feature class",
                    text,
                    "expected one of the letters A H L P R S T U V",
                )
            })
    }
}

impl fmt::Display for FeatureClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.letter())
    }
}

/// A feature class and, where known, GeoNames' code within it, such as `P` and `PPLC`.
///
/// ```
/// use toponym::{Feature, FeatureClass};
///
/// let capital = Feature::new(FeatureClass::Populated, "PPLC")?;
/// assert_eq!(capital.to_string(), "P.PPLC");
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Feature {
    class: FeatureClass,
    /// Capital letters and digits, zero-padded.
    code: [u8; Feature::MAX_CODE_BYTES],
}

impl Feature {
    /// Maximum length of a code, in bytes.
    pub const MAX_CODE_BYTES: usize = 5;

    /// A feature of a class with a code of at most five capital letters and digits; an empty
    /// code is one that is not known.
    ///
    /// # Errors
    /// If the code has another form.
    pub fn new(class: FeatureClass, code: &str) -> Result<Self> {
        let bytes = code.as_bytes();
        if bytes.len() > Self::MAX_CODE_BYTES
            || !bytes
                .iter()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        {
            return Err(Error::invalid(
                "feature code",
                code,
                "expected up to five capital letters and digits, such as PPLA2",
            ));
        }
        let mut padded = [0; Self::MAX_CODE_BYTES];
        padded[..bytes.len()].copy_from_slice(bytes);
        Ok(Feature {
            class,
            code: padded,
        })
    }

    /// A feature of a class with a code that ends at the first zero, if it is one.
    #[inline]
    pub(crate) fn from_padded(
        class: FeatureClass,
        mut code: [u8; Self::MAX_CODE_BYTES],
    ) -> Option<Self> {
        let mut ended = false;
        for byte in &mut code {
            ended |= *byte == 0;
            match byte {
                _ if ended => *byte = 0,
                b'A'..=b'Z' | b'0'..=b'9' => {}
                _ => return None,
            }
        }
        Some(Feature { class, code })
    }

    /// The class.
    pub fn class(self) -> FeatureClass {
        self.class
    }

    /// Whether it is a country, of whatever standing: GeoNames' codes from `PCL` to `PCLS`.
    pub(crate) fn is_country(self) -> bool {
        self.code.starts_with(b"PCL")
    }

    /// Whether nobody lives there any more: a former, abandoned or destroyed populated place.
    #[cfg(feature = "build")]
    pub(crate) fn is_abandoned(self) -> bool {
        ["PPLH", "PPLQ", "PPLW"].contains(&self.code())
    }

    /// The code; empty when it is not known.
    pub fn code(&self) -> &str {
        let end = self
            .code
            .iter()
            .position(|&b| b == 0)
            .unwrap_or(Self::MAX_CODE_BYTES);
        std::str::from_utf8(&self.code[..end]).unwrap_or_default()
    }
}

/// A populated place of unknown code.
impl Default for Feature {
    fn default() -> Self {
        Feature {
            class: FeatureClass::Populated,
            code: [0; Self::MAX_CODE_BYTES],
        }
    }
}

impl fmt::Display for Feature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.class, self.code())
    }
}

impl fmt::Debug for Feature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_parse_what_they_print() {
        for class in FeatureClass::ALL {
            assert_eq!(class.to_string().parse::<FeatureClass>().unwrap(), class);
            assert_eq!(FeatureClass::of_letter(class.letter() as u8), Some(class));
        }
        for bad in ["", "B", "PP", "Պ"] {
            assert!(bad.parse::<FeatureClass>().is_err(), "{bad}");
        }
    }

    #[test]
    fn codes_keep_their_form() {
        let feature = Feature::new(FeatureClass::Populated, "PPLA2").unwrap();
        assert_eq!(
            (feature.code(), feature.to_string().as_str()),
            ("PPLA2", "P.PPLA2")
        );
        assert_eq!(Feature::default().code(), "");
        for bad in ["ppl", "PPLA22", "P L", "Պ"] {
            assert!(Feature::new(FeatureClass::Populated, bad).is_err(), "{bad}");
        }
    }
}
