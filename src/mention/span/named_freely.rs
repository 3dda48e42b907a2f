//! Kinds of places that are named after persons and after nearly anything else.

use crate::lang::lexicon::FeatureRule;

/// Feature codes of what people build.
const SITES: [&str; 49] = [
    "PPL", "ST", "SQR", "AIRP", "BDG", "DAM", "RSV", "MSTY", "MSQE", "CH", "FT", "RSTN", "PK",
    "AIRF", "ANS", "BUSTN", "CMP", "CMPRF", "CMTY", "CSTL", "EST", "GATE", "GDN", "HSP", "HSTS",
    "HTL", "LIBR", "MFG", "MKT", "MN", "MNMT", "MUS", "OILR", "PAL", "PRK", "PRN", "PS", "PSTB",
    "RD", "SHRN", "SNTR", "STDM", "THTR", "TMB", "TMPL", "TOWR", "RSRT", "MALL", "ZOO",
];

/// More of them, and bases and fields.
const AREAS: [&str; 6] = ["MILB", "OILF", "OILJ", "PPLX", "PRT", "TNL"];

/// Of land, waters and units.
const LANDS: [&str; 33] = [
    "UPLD", "PLN", "PLAT", "PEN", "DSRT", "GULF", "STRT", "SEA", "PCLH", "ISL", "LK", "VLC",
    "ADM1", "ADM2", "BAY", "CAPE", "CAVE", "CNYN", "FLLS", "GLCR", "GRGE", "HLL", "HLLS", "ISLS",
    "LGN", "MT", "MTS", "PASS", "RDGE", "RESN", "SPNG", "STM", "VAL",
];

/// Of kinds whose word is in the plural for one of them: *mountains*, *islands*.
const PLURAL: [&str; 5] = ["MTS", "ISLS", "HLLS", "GDN", "CAVE"];

/// Whether a word is for a built site of such a kind.
pub(super) fn is_site_named_freely(head: &FeatureRule) -> bool {
    has(head, &SITES) || has(head, &AREAS)
}

/// Whether a word is for a place of such a kind.
pub(super) fn is_named_freely(head: &FeatureRule) -> bool {
    is_site_named_freely(head) || has(head, &LANDS)
}

/// Whether a word in the plural may be for one place of its kind.
pub(super) fn is_one_in_plural(head: &FeatureRule) -> bool {
    has(head, &PLURAL)
}

fn has(head: &FeatureRule, codes: &[&str]) -> bool {
    head.codes().any(|code| codes.contains(&code))
}
