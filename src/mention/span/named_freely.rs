//! Kinds of places that are named after persons and after nearly anything else.

use crate::lang::lexicon::FeatureRule;

/// Feature codes of what people build.
const SITES: [&str; 13] = [
    "PPL", "ST", "SQR", "AIRP", "BDG", "DAM", "RSV", "MSTY", "MSQE", "CH", "FT", "RSTN", "PK",
];

/// Of land, waters and units.
const LANDS: [&str; 14] = [
    "UPLD", "PLN", "PLAT", "PEN", "DSRT", "GULF", "STRT", "SEA", "PCLH", "ISL", "LK", "VLC",
    "ADM1", "ADM2",
];

/// Whether a word is for a built site of such a kind.
pub(super) fn is_site_named_freely(head: &FeatureRule) -> bool {
    has(head, &SITES)
}

/// Whether a word is for a place of such a kind.
pub(super) fn is_named_freely(head: &FeatureRule) -> bool {
    is_site_named_freely(head) || has(head, &LANDS)
}

fn has(head: &FeatureRule, codes: &[&str]) -> bool {
    head.codes().any(|code| codes.contains(&code))
}
