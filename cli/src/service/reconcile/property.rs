//! The properties of places: what may be told with a name, and what columns can be made of.

use serde::Serialize;

/// A property.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Property {
    pub id: &'static str,
    pub name: &'static str,
    /// What it is, and what it does in a query.
    pub description: &'static str,
    /// Whether columns can be made of it.
    pub is_told: bool,
}

/// As the API writes a property.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PropertyRecord {
    pub id: String,
    pub name: String,
    pub description: &'static str,
}

/// What names in a language are called, before the language.
const NAME_IN: &str = "name:";

/// All properties but the names in languages, of which there is no end.
pub(crate) const PROPERTIES: [Property; 15] = [
    told(
        "lat",
        "Latitude",
        "degrees north; with a name: places near the point count for more",
    ),
    told(
        "lon",
        "Longitude",
        "degrees east; with a name: places near the point count for more",
    ),
    told(
        "point",
        "Coordinates",
        "latitude,longitude; with a name: places near it count for more",
    ),
    told(
        "country",
        "Country",
        "its code (ISO 3166-1); with a name: only places of the country, by name or code",
    ),
    told(
        "country_name",
        "Name of the country",
        "the country as a place",
    ),
    told(
        "parents",
        "Lies in",
        "the larger units around it, the smallest first; with a name: as unit",
    ),
    asked(
        "unit",
        "Unit",
        "with a name: the province, district or region that the place lies in, by name or id",
    ),
    told(
        "class",
        "Feature class",
        "of GeoNames, a letter; with a name: only places of the class",
    ),
    told("feature", "Feature code", "of GeoNames, such as PPLA"),
    told("population", "Population", "where a source says"),
    told(
        "wikidata",
        "Wikidata id",
        "such as Q199500; with a name: the place of this id",
    ),
    told(
        "geonames",
        "GeoNames id",
        "such as 616635; with a name: the place of this id",
    ),
    told("same_as", "Other ids", "all other ids of the place"),
    told(
        "accuracy_km",
        "Accuracy",
        "how far off the point may be, in kilometers, where it is known",
    ),
    told("name", "Name", "the name for an international reader"),
];

/// Languages whose names are proposed; any other can be asked for.
pub(crate) const LANGUAGES: [(&str, &str); 14] = [
    ("ar", "Arabic"),
    ("hy", "Armenian"),
    ("az", "Azerbaijani"),
    ("en", "English"),
    ("fa", "Persian"),
    ("fr", "French"),
    ("de", "German"),
    ("he", "Hebrew"),
    ("ka", "Georgian"),
    ("ckb", "Kurdish (Sorani)"),
    ("ku", "Kurdish (Kurmanji)"),
    ("ru", "Russian"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
];

const fn told(id: &'static str, name: &'static str, description: &'static str) -> Property {
    Property {
        id,
        name,
        description,
        is_told: true,
    }
}

const fn asked(id: &'static str, name: &'static str, description: &'static str) -> Property {
    Property {
        id,
        name,
        description,
        is_told: false,
    }
}

/// All properties, or those alone that columns can be made of, with the names in languages.
pub(crate) fn all(told_only: bool) -> impl Iterator<Item = PropertyRecord> {
    let properties = PROPERTIES
        .iter()
        .filter(move |one| one.is_told || !told_only);
    let properties = properties.map(|property| PropertyRecord {
        id: property.id.to_owned(),
        name: property.name.to_owned(),
        description: property.description,
    });
    properties.chain(LANGUAGES.iter().map(|(code, language)| PropertyRecord {
        id: format!("{NAME_IN}{code}"),
        name: format!("Name ({language})"),
        description: "its names in the language, the preferred one first",
    }))
}

/// The language of a property such as `name:ar`.
pub(crate) fn language(id: &str) -> Option<&str> {
    id.strip_prefix(NAME_IN)
}

/// What a property is called; as it was asked for, if it is not one of those above.
pub(crate) fn name_of(id: &str) -> String {
    match all(false).find(|property| property.id == id) {
        Some(property) => property.name,
        None => id.to_owned(),
    }
}
