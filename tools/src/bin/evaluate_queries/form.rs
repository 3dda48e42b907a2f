//! Which qualifiers a query has, and how it is written.

use crate::gazetteer::{self, Names};
use toponym::{CountryCode, Key, PlaceRef};

/// The languages that queries are written in.
pub const LANGUAGES: [&str; 7] = ["en", "ar", "hy", "az", "ru", "fa", "tr"];

/// What stands beside a name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    Country,
    Unit,
    Both,
    Alpha2,
    Alpha3,
}

impl Form {
    pub const ALL: [Form; 5] = [
        Form::Country,
        Form::Unit,
        Form::Both,
        Form::Alpha2,
        Form::Alpha3,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Form::Country => "country",
            Form::Unit => "unit",
            Form::Both => "both",
            Form::Alpha2 => "alpha-2",
            Form::Alpha3 => "alpha-3",
        }
    }
}

/// How name and qualifiers are put together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    Comma,
    /// The comma of the script, `،`; a semicolon where it has none of its own.
    OwnComma,
    None,
    Dash,
    LongDash,
    Pipe,
    Slash,
    Brackets,
    /// The widest unit first.
    Reversed,
}

impl Way {
    pub const ALL: [Way; 9] = [
        Way::Comma,
        Way::OwnComma,
        Way::None,
        Way::Dash,
        Way::LongDash,
        Way::Pipe,
        Way::Slash,
        Way::Brackets,
        Way::Reversed,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Way::Comma => "comma",
            Way::OwnComma => "، or ;",
            Way::None => "none",
            Way::Dash => "dash",
            Way::LongDash => "long dash",
            Way::Pipe => "pipe",
            Way::Slash => "slash",
            Way::Brackets => "brackets",
            Way::Reversed => "reversed",
        }
    }

    /// The query, of a name and what it lies in from the narrowest to the widest.
    pub fn write(self, language: &str, name: &str, qualifiers: &[&str]) -> String {
        let is_arabic = matches!(language, "ar" | "fa");
        let own_comma = if is_arabic { "، " } else { ", " };
        let mut parts = vec![name];
        parts.extend(qualifiers);
        match self {
            Way::Comma => parts.join(", "),
            Way::OwnComma if is_arabic => parts.join("، "),
            Way::OwnComma => parts.join("; "),
            Way::None => parts.join(" "),
            Way::Dash => parts.join(" - "),
            Way::LongDash => parts.join(" — "),
            Way::Pipe => parts.join(" | "),
            Way::Slash => parts.join(" / "),
            Way::Brackets => format!("{name} ({})", qualifiers.join(own_comma)),
            Way::Reversed => {
                parts.reverse();
                parts.join(own_comma)
            }
        }
    }
}

/// What stands beside a name, and what is asked by it of a place.
#[derive(Clone)]
pub struct Qualifiers {
    pub words: Vec<String>,
    country: Option<CountryCode>,
    unit: Option<Key>,
}

impl Qualifiers {
    /// A country by its name.
    pub fn country(country: CountryCode, name: &str) -> Qualifiers {
        Qualifiers {
            words: vec![name.to_owned()],
            country: Some(country),
            unit: None,
        }
    }

    /// A unit by its name.
    pub fn unit(name: &str) -> Qualifiers {
        Qualifiers {
            words: vec![name.to_owned()],
            country: None,
            unit: Some(Key::of(name)),
        }
    }

    /// Those of a form that a place has in a language.
    pub fn of<'i>(
        place: PlaceRef<'i>,
        form: Form,
        language: &str,
        names: &Names<'i>,
    ) -> Option<Qualifiers> {
        let code = place.country()?;
        let country = names.country_of(place)?;
        let country = || gazetteer::name_in(country, language);
        let unit = || gazetteer::name_in(gazetteer::unit_of(place)?, language);
        Some(match form {
            Form::Country => Qualifiers::country(code, country()?),
            Form::Alpha2 => Qualifiers::country(code, code.as_str()),
            Form::Alpha3 => Qualifiers::country(code, names.alpha3(code)?),
            Form::Unit => Qualifiers::unit(unit()?),
            Form::Both => {
                let mut both = Qualifiers::unit(unit()?);
                both.words.push(country()?.to_owned());
                both.country = Some(code);
                both
            }
        })
    }

    /// Whether a place lies in all of them. None lies in itself.
    pub fn fit(&self, place: PlaceRef<'_>) -> bool {
        let in_country = self.country.is_none_or(|country| {
            place.country() == Some(country) && !gazetteer::is_country(place.feature())
        });
        let is_called = |unit: PlaceRef<'_>, key: &Key| {
            let mut names = unit.names();
            names.any(|name| Key::of(name.text()) == *key)
        };
        let in_unit = self
            .unit
            .as_ref()
            .is_none_or(|key| place.parents().any(|parent| is_called(parent, key)));
        in_country && in_unit
    }
}

/// A query in one of the forms and ways.
pub fn write(way: Way, language: &str, name: &str, qualifiers: &Qualifiers) -> String {
    let words: Vec<&str> = qualifiers.words.iter().map(String::as_str).collect();
    way.write(language, name, &words)
}
