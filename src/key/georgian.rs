//! What Georgian letters fold to: the 33 of today's alphabet; the archaic ones and those of
//! Ossetian, Abkhaz, Svan and Mingrelian to the nearest of them.

use crate::key::FoldRow;

pub(super) const ROWS: &[FoldRow] = &[
    ('ა', ""),
    ('ბ', ""),
    ('გ', "ჹ"),
    ('დ', ""),
    ('ე', "ჱჷ"),
    ('ვ', "ჳ"),
    ('ზ', ""),
    ('თ', ""),
    ('ი', "ჲ"),
    ('კ', ""),
    ('ლ', ""),
    ('მ', ""),
    ('ნ', ""),
    ('ო', "ჵ"),
    ('პ', ""),
    ('ჟ', ""),
    ('რ', ""),
    ('ს', ""),
    ('ტ', ""),
    ('უ', "ჿ"),
    ('ფ', "ჶ"),
    ('ქ', ""),
    ('ღ', ""),
    ('ყ', ""),
    ('შ', ""),
    ('ჩ', ""),
    ('ც', ""),
    ('ძ', ""),
    ('წ', ""),
    ('ჭ', ""),
    ('ხ', "ჴ"),
    ('ჯ', ""),
    ('ჰ', ""),
];

/// Elifi, ain, and the hard and aen signs: no sound of Georgian.
#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(super) const IGNORED: &str = "ჸჺჽჾ";
