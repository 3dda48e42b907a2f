//! What the query of a request asks for.

use crate::service::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use percent_encoding::percent_decode_str;
use std::fmt::Display;
use std::str::FromStr;

/// The most values that one parameter has.
const MAX_VALUES: usize = 32;

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
        let pairs = form_urlencoded::parse(encoded.as_bytes());
        Ok(Params(pairs.into_owned().collect()))
    }

    /// Refuses parameters that are not among these: a misspelled one would otherwise be left out
    /// without a word.
    pub fn only(&self, known: &[&str]) -> Result<(), Problem> {
        let mut names = self.0.iter().map(|(name, _)| name.as_str());
        match names.find(|name| !known.contains(name)) {
            None => Ok(()),
            Some(unknown) => {
                let detail = format!(
                    "{unknown:?} is no parameter here; there are {}",
                    known.join(", ")
                );
                Err(Problem::bad_request("unknown-parameter", detail))
            }
        }
    }

    /// The parameter, which may stand there once.
    pub fn one(&self, name: &str) -> Result<Option<&str>, Problem> {
        let mut values = self.values(name);
        match (values.next(), values.next()) {
            (first, None) => Ok(first),
            (_, Some(_)) => Err(bad(name, "given more than once")),
        }
    }

    /// The parameter, which must stand there.
    pub fn required(&self, name: &str) -> Result<&str, Problem> {
        let missing = || Problem::bad_request("missing-parameter", format!("{name} is missing"));
        self.one(name)?.ok_or_else(missing)
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

    /// The parameter, read as what it must be.
    pub fn read<T: FromStr<Err: Display>>(&self, name: &str) -> Result<Option<T>, Problem> {
        let value = self.one(name)?.filter(|value| !value.is_empty());
        let read = value.map(|value| value.trim().parse());
        read.transpose().map_err(|error| bad(name, error))
    }

    /// All listed values, read as what they must be.
    pub fn read_listed<T: FromStr<Err: Display>>(&self, name: &str) -> Result<Vec<T>, Problem> {
        let values = self.listed(name)?.into_iter().map(str::parse);
        let values: Result<_, _> = values.collect();
        values.map_err(|error| bad(name, error))
    }

    /// Whether something is wanted: `true`, `1` or nothing behind the name.
    pub fn flag(&self, name: &str) -> Result<bool, Problem> {
        match self.one(name)? {
            None | Some("false" | "0") => Ok(false),
            Some("true" | "1" | "") => Ok(true),
            Some(_) => Err(bad(name, "expected true or false")),
        }
    }

    /// A number within bounds; the default if it is not given.
    pub fn number(&self, name: &str, default: usize, most: usize) -> Result<usize, Problem> {
        match self.read::<usize>(name)?.unwrap_or(default) {
            number if (1..=most).contains(&number) => Ok(number),
            number => Err(bad(name, format!("{number} is not from 1 to {most}"))),
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
        true => Err(bad(name, format!("more than {MAX_VALUES} values"))),
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
        assert_eq!(params.number("limit", 5, 10).unwrap(), 3);
        assert!(params.number("limit", 5, 2).is_err());
        assert!(params.one("country").is_err());
        let many = Params::parse(&"country=AM,AZ&".repeat(17)).unwrap();
        assert!(many.listed("country").is_err() && many.repeated("country").is_ok());
        assert!(params.only(&["q", "country", "explain"]).is_err());
        assert!(Params::parse("q=%FF").is_err());
        assert!(Params::parse("q=%D5%8F").is_ok());
    }
}
