//! Transliteration: tables of real names, and what holds for every text.

mod latin;
mod names;
mod properties;
