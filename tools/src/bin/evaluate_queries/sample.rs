//! Which places are asked: those with the smallest hashes, so that a place more or less in the
//! gazetteer leaves the others where they are.

use toponym::PlaceId;

/// A half of all places and phrases, told by a hash of the id or the text.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Half {
    /// To look at while rules are written.
    #[default]
    Tune,
    /// Kept apart: only its figures are looked at.
    Held,
    All,
}

impl Half {
    /// Whether what has this id or text is in the half.
    pub fn has(self, text: &str) -> bool {
        let is_held = hash(0, "half", text) & 1 == 1;
        match self {
            Half::Tune => !is_held,
            Half::Held => is_held,
            Half::All => true,
        }
    }

    /// Whether the place is in the half.
    pub fn has_place(self, id: &PlaceId) -> bool {
        self.has(&id.to_string())
    }
}

impl std::str::FromStr for Half {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "tune" => Ok(Half::Tune),
            "held" => Ok(Half::Held),
            "all" => Ok(Half::All),
            _ => Err(format!("{text:?} is none of tune, held and all")),
        }
    }
}

/// A hash of a text for one purpose: FNV-1a, mixed as SplitMix64 does, since neighboring ids
/// differ in their last digits only.
pub fn hash(seed: u64, purpose: &str, text: &str) -> u64 {
    let bytes = purpose.bytes().chain([0]).chain(text.bytes());
    let start = 0xCBF2_9CE4_8422_2325 ^ seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut hash = bytes.fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ (hash >> 31)
}

/// The elements in the order of their hashes.
pub fn shuffled<T>(elements: Vec<T>, hash: impl Fn(&T) -> u64) -> Vec<T> {
    let mut keyed: Vec<(u64, T)> = elements.into_iter().map(|e| (hash(&e), e)).collect();
    keyed.sort_by_key(|(hash, _)| *hash);
    keyed.into_iter().map(|(_, element)| element).collect()
}
