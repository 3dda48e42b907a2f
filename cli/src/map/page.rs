//! The page: data, style and programs in one file of HTML.
//!
//! Data stand in blocks of JSON, which browsers do not run; the page's program puts them into the
//! document as text only. The policy names the hash of each program and style, so that nothing else runs
//! even if this is wrong.

use crate::assets;
use crate::map::MapOptions;
use crate::map::contents::{Contents, countries};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use toponym::{Language, MentionKind, Offsets, PlaceId, PlaceRef, Resolver, Span, Status};

/// A library of the page, as its package has it, with its license.
struct Library {
    license: &'static str,
    program: &'static str,
}

fn libraries() -> [Library; 3] {
    [
        Library {
            license: include_str!("../../assets/vendor/leaflet.LICENSE"),
            program: assets::LEAFLET,
        },
        Library {
            license: include_str!("../../assets/vendor/leaflet.markercluster.LICENSE"),
            program: include_str!("../../assets/vendor/leaflet.markercluster.js"),
        },
        Library {
            license: include_str!("../../assets/vendor/topojson-client.LICENSE"),
            program: assets::TOPOJSON,
        },
    ]
}

fn styles() -> [&'static str; 4] {
    [
        assets::LEAFLET_STYLE,
        include_str!("../../assets/vendor/MarkerCluster.css"),
        assets::BASE_STYLE,
        include_str!("../../assets/page/page.css"),
    ]
}

/// The page's own program, in the order in which its parts are told of changes: the map makes room for the card
/// that is drawn already.
fn program() -> [&'static str; 10] {
    [
        assets::BASE_SCRIPT,
        include_str!("../../assets/page/data.js"),
        include_str!("../../assets/page/state.js"),
        include_str!("../../assets/page/basemap.js"),
        include_str!("../../assets/page/countries.js"),
        include_str!("../../assets/page/card.js"),
        include_str!("../../assets/page/markers.js"),
        include_str!("../../assets/page/table.js"),
        include_str!("../../assets/page/texts.js"),
        include_str!("../../assets/page/main.js"),
    ]
}

/// What stands in the document before the data, with the title at `{title}` and so on.
const BODY: &str = include_str!("../../assets/page/body.html");

/// What the page's program reads; `assets/page/data.js` says what it makes of it.
#[derive(Serialize)]
struct Data<'a> {
    title: &'a str,
    /// The language that names are shown in at first; empty for international names.
    language: String,
    places: Vec<PlaceData<'a>>,
    /// Places that are named beside those of the map: units around them, and other meanings of mentions.
    others: Vec<OtherData<'a>>,
    texts: Vec<TextData<'a>>,
    mentions: Vec<MentionData>,
    countries: Vec<CountryData<'a>>,
}

#[derive(Serialize)]
struct PlaceData<'a> {
    id: String,
    same_as: Vec<String>,
    name: &'a str,
    /// Language and spelling, the ones to show first.
    names: Vec<(Language, &'a str)>,
    lat: f64,
    lon: f64,
    country: Option<String>,
    /// GeoNames feature class and code.
    class: char,
    feature: String,
    population: Option<u64>,
    accuracy_km: Option<f32>,
    /// The numbers of the larger units around it among the others, the smallest first.
    parents: Vec<usize>,
    certainty: &'static str,
}

#[derive(Serialize)]
struct OtherData<'a> {
    id: String,
    name: &'a str,
    /// The first of its names in each language.
    names: Vec<(Language, &'a str)>,
    country: Option<String>,
    /// The number of the smallest unit around it.
    unit: Option<usize>,
}

#[derive(Serialize)]
struct TextData<'a> {
    name: &'a str,
    text: &'a str,
}

/// Offsets are UTF-16 code units, as JavaScript counts.
#[derive(Serialize)]
struct MentionData {
    text: usize,
    start: usize,
    end: usize,
    sentence: (usize, usize),
    place: Option<usize>,
    status: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    demonym: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rivals: Vec<usize>,
}

/// A name on the base map.
#[derive(Serialize)]
struct CountryData<'a> {
    /// Its code, as places have it.
    country: Option<String>,
    name: &'a str,
    names: Vec<(Language, &'a str)>,
    lat: f64,
    lon: f64,
    population: u64,
}

/// Writes the page.
pub(crate) fn write(contents: &Contents<'_>, options: &MapOptions) -> String {
    let style = unix(&styles().join("\n"));
    let mut programs: Vec<String> = libraries().iter().map(Library::with_license).collect();
    programs.push(format!(
        "(() => {{\n\"use strict\";\n{}\n}})();",
        program().join("\n")
    ));

    let scripts: String = programs.iter().map(|program| hash(program)).collect();
    let policy = format!(
        "default-src 'none'; script-src{scripts}; style-src{}; img-src data:; base-uri 'none'; \
         form-action 'none'",
        hash(&style)
    );
    let title = escape_html(&options.title);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"generator\" content=\"toponym {}\">\n\
         <title>{title}</title>\n<style>{style}</style>\n</head>\n",
        env!("CARGO_PKG_VERSION")
    );
    page.push_str(
        &BODY
            .replace("{attribution}", &escape_html(toponym::ATTRIBUTION))
            .replace("{title}", &title),
    );
    let gazetteer = Resolver::embedded();
    let data = data(contents, options, gazetteer.index());
    let data = serde_json::to_string(&data).unwrap_or_default();
    for (id, json) in [
        ("data", &*escape_json(&data)),
        ("base-map", assets::BASE_MAP),
    ] {
        let _ = writeln!(
            page,
            "<script type=\"application/json\" id=\"{id}\">{json}</script>"
        );
    }
    for program in &programs {
        let _ = writeln!(page, "<script>{program}</script>");
    }
    page.push_str("</body>\n</html>\n");
    page
}

fn data<'a>(
    contents: &'a Contents<'a>,
    options: &'a MapOptions,
    gazetteer: &'a toponym::Index,
) -> Data<'a> {
    let mut others = Others::default();
    let places = contents.places.iter().zip(contents.weights());
    let places = places.map(|(&place, (_, certainty))| PlaceData {
        id: place.id().to_string(),
        same_as: place.same_as().map(|id| id.to_string()).collect(),
        name: place.name(),
        names: names(place),
        lat: place.coordinates().latitude(),
        lon: place.coordinates().longitude(),
        country: place.country().map(|country| country.to_string()),
        class: place.feature().class().letter(),
        feature: place.feature().code().to_owned(),
        population: place.population(),
        accuracy_km: place.accuracy_km(),
        parents: place.parents().map(|unit| others.number(unit)).collect(),
        certainty: certainty.as_str(),
    });
    let places = places.collect();
    let texts = contents.texts.iter();
    let offsets: Vec<Offsets<'_>> = texts.clone().map(|of| Offsets::utf16(&of.text)).collect();
    let mentions = contents.mentions.iter().map(|mention| {
        let units = &offsets[mention.text];
        let name = units.convert(Span::from(mention.name.clone()));
        let sentence = units.convert(Span::from(mention.sentence.clone()));
        MentionData {
            text: mention.text,
            start: name.start,
            end: name.end,
            sentence: (sentence.start, sentence.end),
            place: mention.place,
            status: Status::as_str(mention.status),
            demonym: mention.kind == MentionKind::Demonym,
            rivals: mention
                .rivals
                .iter()
                .map(|&place| others.number(place))
                .collect(),
        }
    });
    let mentions = mentions.collect();
    let countries = countries(gazetteer).into_iter().map(|country| CountryData {
        country: country.country().map(|code| code.to_string()),
        name: country.name(),
        names: preferred_names(country),
        lat: country.coordinates().latitude(),
        lon: country.coordinates().longitude(),
        population: country.population().unwrap_or(0),
    });
    Data {
        title: &options.title,
        language: options
            .language
            .map_or(String::new(), |tag| tag.to_string()),
        places,
        others: others.list,
        texts: texts
            .map(|text| TextData {
                name: &text.name,
                text: &text.text,
            })
            .collect(),
        mentions,
        countries: countries.collect(),
    }
}

/// Places that are named beside those of the map, each once.
#[derive(Default)]
struct Others<'a> {
    list: Vec<OtherData<'a>>,
    numbers: HashMap<PlaceId, usize>,
}

impl<'a> Others<'a> {
    /// The number of the place, which is added with the units around it if it is new.
    fn number(&mut self, place: PlaceRef<'a>) -> usize {
        // From the largest unit down, so that each finds that around it.
        let mut units: Vec<PlaceRef<'a>> = place.parents().collect();
        units.reverse();
        units.push(place);
        let mut around = None;
        for unit in units {
            let new = self.list.len();
            let number = *self.numbers.entry(unit.id()).or_insert(new);
            if number == new {
                self.list.push(OtherData {
                    id: unit.id().to_string(),
                    name: unit.name(),
                    names: preferred_names(unit),
                    country: unit.country().map(|country| country.to_string()),
                    unit: around,
                });
            }
            around = Some(number);
        }
        around.unwrap_or_default()
    }
}

/// Maximum number of bytes of the names of a place; those of cities have some 20,000.
const MAX_NAMES: usize = 256 << 10;

/// All spellings that somebody is known to have written, each once a language, the ones to show first.
fn names(place: PlaceRef<'_>) -> Vec<(Language, &str)> {
    let mut bytes = 0;
    let first = place.names().take_while(|name| {
        bytes += size_of::<(Language, &str)>() + name.text().len();
        bytes <= MAX_NAMES
    });
    let given = first.filter(|name| !name.is_generated());
    let mut seen = HashSet::new();
    given
        .map(|name| (name.language(), name.text()))
        .filter(|name| seen.insert(*name))
        .collect()
}

/// The first of the names in each language.
fn preferred_names(place: PlaceRef<'_>) -> Vec<(Language, &str)> {
    let mut seen = HashSet::new();
    let mut names = names(place);
    names.retain(|(language, _)| seen.insert(*language));
    names
}

impl Library {
    /// The program behind its license. It ends in a comment that names another file, which browsers'
    /// tools would ask for, and which is left out.
    fn with_license(&self) -> String {
        let lines = self.program.lines();
        let program: Vec<&str> = lines
            .filter(|line| !line.starts_with("//# sourceMappingURL="))
            .collect();
        format!("/*!\n{}\n*/\n{}\n", unix(self.license), program.join("\n"))
    }
}

/// With the line ends that browsers make of all others before they compare a hash.
fn unix(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// How the policy names a program or a style.
fn hash(text: &str) -> String {
    let digest = STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(" 'sha256-{digest}'")
}

/// As text of HTML or XML, or in an attribute's quotes. Characters that XML has no way to write become U+FFFD.
pub(crate) fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(c),
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            c => escaped.push(c),
        }
    }
    escaped
}

/// JSON that holds nothing that could end a block of the document or begin a comment in it. These
/// characters stand in strings only, where JSON has another way to write them.
fn escape_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len() + json.len() / 16);
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(escaped, "\\u{:04x}", u32::from(c));
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_json_ends_a_block() {
        let evil = "</script><!--<script>&\u{2028}\u{2029}\"\\";
        let json = escape_json(&serde_json::to_string(evil).unwrap());
        assert!(
            !json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']),
            "{json}"
        );
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), evil);
    }

    #[test]
    fn no_library_ends_its_own_block_or_names_a_file() {
        for library in libraries() {
            let program = library.with_license();
            assert!(!program.contains("</script") && !program.contains("<!--"));
            assert!(!program.contains("sourceMappingURL"));
        }
        assert_eq!(escape_json(assets::BASE_MAP), assets::BASE_MAP);
        assert!(!styles().join("").contains("</style"));
        assert!(!program().join("").contains("</script"));
    }
}
