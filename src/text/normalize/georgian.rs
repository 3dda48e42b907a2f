//! Georgian: three alphabets for the same letters.

use crate::text::normalize::Rewrite;

/// The church alphabets to Mkhedruli. Lower case has already led Mtavruli to Mkhedruli and
/// Asomtavruli to Nuskhuri; the blocks list the letters in the same order.
pub(super) fn rewrite(c: char) -> Option<Rewrite> {
    match c {
        'ⴀ'..='ⴥ' | 'ⴧ' | 'ⴭ' => {
            char::from_u32(u32::from(c) - 0x2D00 + 0x10D0).map(Rewrite::One)
        }
        _ => None,
    }
}
