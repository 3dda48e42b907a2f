//! What the query of a request asks for.

use crate::service::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use percent_encoding::percent_decode_str;
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// The most letters of a value that an error repeats.
pub(crate) const MAX_SHOWN: usize = 80;

/// The most values that one parameter has.
const MAX_VALUES: usize = 32;

/// The most parameters: each takes several times as much as its letters.
const MAX_PARAMS: usize = 1024;

/// The parameters of a query or a form, in their order.
#[derive(Debug)]
pub(crate) struct Params(Vec<(String, String)>);

impl<S: Send + Sync> FromRequestParts<S> for Params {
    type Rejection = Problem;

    /// Those of the URL.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Params::parse(parts.uri.query().unwrap_or_default())
    }
}

impl Params {
    /// Reads `name=value&..`; what is percent-encoded must be UTF-8.
    pub fn parse(encoded: &str) -> Result<Self, Problem> {
        if percent_decode_str(encoded).decode_utf8().is_err() {
            let detail = "what is percent-encoded in the parameters is not UTF-8";
            return Err(Problem::bad_request("not-utf-8", detail));
        }
        let mut pairs = form_urlencoded::parse(encoded.as_bytes()).into_owned();
        let params = Params(pairs.by_ref().take(MAX_PARAMS).collect());
        match pairs.next() {
            None => Ok(params),
            Some((name, _)) => {
                let why = format!("more than {MAX_PARAMS} parameters; ask with fewer");
                Err(bad(&quoted(&name), why))
            }
        }
    }

    /// Refuses parameters that are not among these: a misspelled one would otherwise be left out
    /// without a word.
    pub fn only(&self, known: &[&str]) -> Result<(), Problem> {
        let mut names = self.0.iter().map(|(name, _)| name.as_str());
        match names.find(|name| !known.contains(name)) {
            None => Ok(()),
            Some(unknown) => {
                let detail = format!(
                    "{} is no parameter here; there are {}",
                    quoted(unknown),
                    known.join(", ")
                );
                Err(Problem::bad_request("unknown-parameter", detail))
            }
        }
    }

    /// Whether one of these is given.
    pub fn has_any(&self, names: &[&str]) -> bool {
        self.0
            .iter()
            .any(|(name, _)| names.contains(&name.as_str()))
    }

    /// The length of all values of these.
    pub fn bytes_of(&self, names: &[&str]) -> usize {
        let named = self.0.iter();
        let named = named.filter(|(name, _)| names.contains(&name.as_str()));
        named.map(|(_, value)| value.len()).sum()
    }

    /// The parameter, which may stand there once.
    pub fn one(&self, name: &str) -> Result<Option<&str>, Problem> {
        let mut values = self.values(name);
        match (values.next(), values.next()) {
            (first, None) => Ok(first),
            (_, Some(_)) => Err(bad(name, "given more than once; give it once")),
        }
    }

    /// The parameter, which must stand there.
    pub fn required(&self, name: &str) -> Result<&str, Problem> {
        self.one(name)?.ok_or_else(|| missing(name))
    }

    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = self.0.iter().filter(move |(given, _)| given == name);
        named.map(|(_, value)| value.as_str())
    }

    /// All values of the parameter, as they are.
    pub fn repeated(&self, name: &str) -> Result<Vec<&str>, Problem> {
        few(name, self.values(name))
    }

    /// All values of the parameter, also those that stand in one, parted by commas.
    pub fn listed(&self, name: &str) -> Result<Vec<&str>, Problem> {
        let parts = self.values(name).flat_map(|value| value.split(','));
        few(name, parts.map(str::trim).filter(|part| !part.is_empty()))
    }

    /// The parameter; none if nothing stands behind its name.
    fn filled(&self, name: &str) -> Result<Option<&str>, Problem> {
        let value = self.one(name)?.map(str::trim);
        Ok(value.filter(|value| !value.is_empty()))
    }

    /// The parameter, read as a value of the library, whose errors say what was given and what is expected. Those
    /// of numbers do neither: `whole` and `real` read them.
    pub fn read<T: FromStr<Err = toponym::Error>>(&self, name: &str) -> Result<Option<T>, Problem> {
        let read = self.filled(name)?.map(str::parse);
        read.transpose().map_err(|error| bad(name, error))
    }

    /// All listed values, read as what they must be.
    pub fn read_listed<T: FromStr<Err = toponym::Error>>(
        &self,
        name: &str,
    ) -> Result<Vec<T>, Problem> {
        let values = self.listed(name)?.into_iter().map(str::parse);
        let values: Result<_, _> = values.collect();
        values.map_err(|error| bad(name, error))
    }

    /// Whether something is wanted: `true`, `1` or nothing behind the name.
    pub fn flag(&self, name: &str) -> Result<bool, Problem> {
        match self.one(name)? {
            None | Some("false" | "0") => Ok(false),
            Some("true" | "1" | "") => Ok(true),
            Some(other) => Err(unexpected(name, other, "true or false")),
        }
    }

    /// A whole number within bounds, of which the upper one may be none, if it is given.
    pub fn whole(
        &self,
        name: &str,
        bounds: RangeInclusive<usize>,
    ) -> Result<Option<usize>, Problem> {
        let Some(value) = self.filled(name)? else {
            return Ok(None);
        };
        match value.parse() {
            Ok(number) if bounds.contains(&number) => Ok(Some(number)),
            _ => {
                let expected = match (bounds.start(), bounds.end()) {
                    (least, &usize::MAX) => format!("a whole number of at least {least}"),
                    (least, most) => format!("a whole number from {least} to {most}"),
                };
                Err(unexpected(name, value, expected))
            }
        }
    }

    /// A number within bounds, if it is given; `expected` says which.
    pub fn real(
        &self,
        name: &str,
        bounds: RangeInclusive<f64>,
        expected: &str,
    ) -> Result<Option<f64>, Problem> {
        let Some(value) = self.filled(name)? else {
            return Ok(None);
        };
        match value.parse() {
            Ok(number) if bounds.contains(&number) => Ok(Some(number)),
            _ => Err(unexpected(name, value, expected)),
        }
    }

    /// A name to look for, no longer than this.
    pub fn name(&self, name: &str, most_bytes: usize) -> Result<&str, Problem> {
        let value = self.required(name)?;
        within(name, value, most_bytes)?;
        Ok(value)
    }
}

/// The values, if they are not too many: each is looked for, as a name is.
fn few<'v>(name: &str, values: impl Iterator<Item = &'v str>) -> Result<Vec<&'v str>, Problem> {
    let values: Vec<&str> = values.take(MAX_VALUES + 1).collect();
    match values.len() > MAX_VALUES {
        true => {
            let why = format!("more than {MAX_VALUES} values; ask for the others on their own");
            Err(bad(name, why))
        }
        false => Ok(values),
    }
}

/// Refuses names that are too long.
pub(crate) fn within(what: &str, name: &str, most_bytes: usize) -> Result<(), Problem> {
    match name.len() {
        len if len <= most_bytes => Ok(()),
        len => {
            let detail = format!("{what} has {len} bytes; at most {most_bytes} are read");
            Err(Problem::bad_request("name-too-long", detail))
        }
    }
}

/// A parameter that must be given, and is not.
pub(crate) fn missing(name: &str) -> Problem {
    let detail = format!("{name} is missing: add {name}=.. to what is asked");
    Problem::bad_request("missing-parameter", detail)
}

/// A parameter that is not what it must be: what was given, and what is read.
pub(crate) fn unexpected(name: &str, value: &str, expected: impl Display) -> Problem {
    bad(name, format!("{}: expected {expected}", quoted(value)))
}

/// What a client sent, in quotes: as much of it as shows which it is.
pub(crate) fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(MAX_SHOWN).collect();
    let more = if shown.len() < text.len() { ".." } else { "" };
    format!("{shown:?}{more}")
}

/// A parameter that cannot be understood.
pub(crate) fn bad(name: &str, why: impl Display) -> Problem {
    Problem::bad_request("bad-parameter", format!("{name}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::Params;

    #[test]
    fn parameters_are_read_once_or_as_lists() {
        let params = Params::parse("q=Gyumri&country=AM,AZ&country=GE&explain&limit=3").unwrap();
        assert_eq!(params.required("q").unwrap(), "Gyumri");
        let countries = params.listed("country").unwrap();
        assert_eq!(countries, ["AM", "AZ", "GE"]);
        assert!(params.flag("explain").unwrap() && !params.flag("prefix").unwrap());
        assert_eq!(params.whole("limit", 1..=10).unwrap(), Some(3));
        assert_eq!(params.whole("cursor", 1..=10).unwrap(), None);
        assert!(params.whole("limit", 1..=2).is_err());
        assert!(params.one("country").is_err());
        let many = Params::parse(&"country=AM,AZ&".repeat(17)).unwrap();
        assert!(many.listed("country").is_err() && many.repeated("country").is_ok());
        assert!(params.only(&["q", "country", "explain"]).is_err());
        assert!(Params::parse("q=%FF").is_err());
        assert!(Params::parse("q=%D5%8F").is_ok());
    }
}
