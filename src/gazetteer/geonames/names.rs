//! Names: `alternateNamesV2.txt`, and the three columns of names in the table of places.

use crate::error::Result;
use crate::gazetteer::geonames::place_row::PlaceRow;
use crate::gazetteer::geonames::places::SelectedPlaces;
use crate::gazetteer::geonames::{ImportFilter, Sink};
use crate::gazetteer::rows::{BadRowHandler, Fault, HAS_ZERO, NAME_TOO_LONG, TabRows};
use crate::gazetteer::script::script_code;
use crate::key::Key;
use crate::model::language::Language;
use crate::model::name::{Name, NameKind};
use crate::model::place::Place;
use crate::model::place_id::{Authority, PlaceId};
use crate::model::source::DUMP_NAME;
use std::collections::HashMap;
use std::io::Read;

/// Values of the column of languages that mark codes and addresses, which are no names.
const CODE_LANGUAGES: [&str; 10] = [
    "link", "post", "iata", "icao", "faac", "tcid", "unlc", "abbr", "phon", "uicn",
];

/// A reader of alternate names.
pub(super) struct AlternateNames<'w> {
    wanted: &'w ImportFilter,
    /// Numbers of the Wikidata items of places.
    wikidata: HashMap<u64, Vec<u64>>,
}

impl<'w> AlternateNames<'w> {
    pub fn new(wanted: &'w ImportFilter) -> Self {
        AlternateNames {
            wanted,
            wikidata: HashMap::new(),
        }
    }

    /// The Wikidata ids of a place.
    pub fn wikidata_ids(&self, place: u64) -> Vec<PlaceId> {
        let mut numbers = self.wikidata.get(&place).cloned().unwrap_or_default();
        numbers.sort_unstable();
        numbers
            .into_iter()
            .map(|number| PlaceId::numbered(Authority::Wikidata, number))
            .collect()
    }

    /// Reads the table: id of the name, id of the place, language, name, then flags (preferred,
    /// short, colloquial, historic) and the years it was used from and to. Older tables end
    /// after the flags.
    pub fn read<R: Read>(
        &mut self,
        rows: &mut TabRows<R>,
        places: &SelectedPlaces<'_>,
        sink: &mut dyn Sink,
        bad: &mut BadRowHandler<'_>,
    ) -> Result<()> {
        while let Some(row) = rows.next(bad)? {
            let mut columns = [""; 10];
            let mut count = 0;
            for column in row.text.split('\t') {
                if let Some(slot) = columns.get_mut(count) {
                    *slot = column;
                }
                count += 1;
            }
            let [
                _,
                place,
                language,
                text,
                preferred,
                _,
                colloquial,
                historic,
                _,
                to,
            ] = columns;
            let Some(place) = place.parse().ok().filter(|_| (4..=10).contains(&count)) else {
                let reason = "a row of alternate names has 4 to 10 columns, the second an id";
                bad.row(row, Fault::of(row, reason))?;
                continue;
            };
            let location = || format!("{}:{}: {text:?}", row.file, row.line);
            if !places.holds(place) {
                bad.skipped
                    .count("alternate names of places that were left out", location);
                continue;
            }
            if language == "wkdt" {
                match text
                    .trim()
                    .strip_prefix('Q')
                    .and_then(|number| number.parse().ok())
                    .filter(|&n: &u64| n > 0)
                {
                    Some(number) => {
                        let known = self.wikidata.entry(place).or_default();
                        if known.contains(&number) {
                            continue;
                        }
                        if known.len() == Place::MAX_SAME_AS {
                            let reason = "a place has at most 64 Wikidata ids";
                            let column = Some("alternate name");
                            let value = text;
                            bad.row(
                                row,
                                Fault {
                                    column,
                                    reason,
                                    value,
                                },
                            )?;
                            continue;
                        }
                        known.push(number);
                    }
                    None => bad.row(
                        row,
                        Fault {
                            column: Some("alternate name"),
                            reason: "a Wikidata id is Q and a number",
                            value: text,
                        },
                    )?,
                }
                continue;
            }
            if CODE_LANGUAGES.contains(&language) {
                bad.skipped
                    .count("codes and addresses among the alternate names", location);
                continue;
            }
            let text = trim(text);
            if text.is_empty() || text.contains('\0') {
                let reason = if text.is_empty() {
                    "the name is empty"
                } else {
                    HAS_ZERO
                };
                bad.row(
                    row,
                    Fault {
                        column: Some("alternate name"),
                        reason,
                        value: row.text,
                    },
                )?;
                continue;
            }
            if text.len() > Name::MAX_LEN {
                let fault = Fault {
                    column: Some("alternate name"),
                    reason: NAME_TOO_LONG,
                    value: text,
                };
                bad.row(row, fault)?;
                continue;
            }
            let script = script_code(text);
            let tag = tag(language, script);
            if !self.wanted.language(tag) {
                bad.skipped.count("names in other languages", location);
                continue;
            }
            if !self.wanted.script(script.unwrap_or_default()) {
                bad.skipped
                    .count("names in scripts that are not wanted", location);
                continue;
            }
            let kind = if historic == "1" || !to.is_empty() || language == "fr_1793" {
                NameKind::Former
            } else if colloquial == "1" {
                NameKind::Colloquial
            } else if preferred == "1" {
                NameKind::Preferred
            } else {
                NameKind::Variant
            };
            let mut name = Name::new(PlaceId::geonames(place), text, tag, kind);
            DUMP_NAME.clone_into(&mut name.source);
            sink.name(name)?;
        }
        Ok(())
    }
}

impl ImportFilter {
    /// Whether names in this language are wanted.
    fn language(&self, tag: Language) -> bool {
        self.languages.is_empty()
            || tag.primary() == "und"
            || self
                .languages
                .iter()
                .any(|&language| tag.is_within(language))
    }
}

/// The names in the row of a place: its main one and, where there is nothing better, the others.
pub(super) fn own_names(
    row: &PlaceRow<'_>,
    all: bool,
    wanted: &ImportFilter,
    sink: &mut dyn Sink,
) -> Result<()> {
    let mut add = |text: &str, kind| {
        let text = trim(text);
        let script = script_code(text);
        if text.is_empty() || !wanted.script(script.unwrap_or_default()) {
            return Ok(());
        }
        let mut name = Name::new(PlaceId::geonames(row.id), text, tag("", script), kind);
        DUMP_NAME.clone_into(&mut name.source);
        sink.name(name)
    };
    add(row.name, NameKind::Preferred)?;
    // Most names in ASCII are spelled as the key of the main name is anyway.
    if row.ascii_name != row.name && Key::of(row.ascii_name) != Key::of(row.name) {
        add(row.ascii_name, NameKind::Variant)?;
    }
    if all {
        for text in row.alternate_names.split(',') {
            if text != row.name {
                add(text, NameKind::Variant)?;
            }
        }
    }
    Ok(())
}

/// A name without spaces and marks of direction around it.
fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    })
}

/// The tag of a name that GeoNames says to be in a language. Where it says none, or nonsense,
/// the tag names the script alone; where a language's own script is another one, both.
fn tag(language: &str, script: Option<&'static str>) -> Language {
    let named = match language {
        "" => None,
        "piny" => "zh-Latn-pinyin".parse().ok(),
        "fr_1793" => "fr".parse().ok(),
        _ => language.parse::<Language>().ok(),
    };
    match (named, script) {
        (None, None) => Language::UNDETERMINED,
        (None, Some(script)) => with_script("und", script),
        (Some(language), Some(script)) if is_in_other_script(language, script) => {
            with_script(language.as_str(), script)
        }
        (Some(language), _) => language,
    }
}

fn with_script(language: &str, script: &str) -> Language {
    format!("{language}-{script}")
        .parse()
        .unwrap_or(Language::UNDETERMINED)
}

/// Whether a language, of those that are written in one script, is not written in this one.
fn is_in_other_script(language: Language, script: &str) -> bool {
    let own = match language.as_str() {
        "ar" | "fa" | "ur" | "ckb" | "ps" => "Arab",
        "hy" => "Armn",
        "ka" => "Geor",
        "he" | "yi" => "Hebr",
        "el" => "Grek",
        "ru" | "uk" | "be" | "bg" => "Cyrl",
        "en" | "fr" | "de" | "es" | "it" | "pt" | "nl" | "pl" | "tr" => "Latn",
        _ => return false,
    };
    own != script
}
