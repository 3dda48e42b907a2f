//! Arabic script: one code point for each letter that several stand for.

use crate::text::normalize::Rewrite;

/// Keyboards of Persian, Urdu and Kurdish type the kaf, yeh and heh of their alphabets with
/// code points of their own; the letters are the same. Alef wasla is an alef with a reading
/// mark. (ى stays apart from ي, ة from ه, گ from ك: they differ within one language.)
pub(super) fn rewrite(c: char) -> Option<Rewrite> {
    let letter = match c {
        'ک' => 'ك',
        'ی' => 'ي',
        // Urdu heh goal; the Kurdish and Azerbaijani ae, which is also typed ه + ZWNJ.
        'ہ' | 'ە' => 'ه',
        'ٱ' => 'ا',
        _ => return None,
    };
    Some(Rewrite::One(letter))
}
