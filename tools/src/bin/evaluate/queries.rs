//! Queries with their right answers: a table of tab-separated values with a header.

use std::collections::HashMap;
use std::path::Path;
use toponym::{Coordinates, CountryCode, PlaceId};

/// A name as somebody wrote it, and the place that is meant.
#[derive(Debug)]
pub struct Asked {
    pub query: String,
    pub ids: Vec<PlaceId>,
    /// Where the place may be, if the table says so, and how far from it in kilometres is still
    /// right.
    pub points: Vec<(Coordinates, f64)>,
    /// Groups that the query is counted in.
    pub language: String,
    pub script: String,
    pub country: Option<CountryCode>,
}

/// How far from its point a place may be, in kilometres, where the table doesn't say.
pub const RADIUS_KM: f64 = 25.0;

/// Reads a table. The columns are `query`, and `id` or `ids` (separated by spaces; a point
/// `pt:LAT,LON` may stand for one) or `lat` and `lon`; `radius_km`, `language`, `script` and `country` if they are there.
pub fn read(path: &Path) -> Result<Vec<Asked>, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut header = HashMap::new();
    let mut asked = Vec::new();
    // Tables edited by hand end their lines in any way and may begin with a mark of encoding.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let at = |column: usize| format!("{}:{}:{column}", path.display(), number + 1);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let line = str::from_utf8(line)
            .map_err(|error| format!("{}: not UTF-8", at(error.valid_up_to() + 1)))?;
        if line.trim().is_empty() {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        if header.is_empty() {
            header = columns(&cells).map_err(|message| format!("{}: {message}", at(1)))?;
            continue;
        }
        let row = Row {
            header: &header,
            cells,
        };
        match row.asked() {
            Ok(row) => asked.push(row),
            Err((column, message)) => return Err(format!("{}: {message}", at(column + 1))),
        }
    }
    match header.is_empty() {
        true => Err(format!("{}: no header", path.display())),
        false => Ok(asked),
    }
}

fn columns(cells: &[&str]) -> Result<HashMap<String, usize>, String> {
    let header: HashMap<String, usize> = cells
        .iter()
        .enumerate()
        .map(|(column, name)| (name.to_lowercase(), column))
        .collect();
    let has = |name: &str| header.contains_key(name);
    match (
        has("query"),
        has("id") || has("ids") || (has("lat") && has("lon")),
    ) {
        (false, _) => Err("there is no column `query`".to_owned()),
        (_, false) => Err("there is no column `id`, `ids`, or `lat` and `lon`".to_owned()),
        _ => Ok(header),
    }
}

struct Row<'t> {
    header: &'t HashMap<String, usize>,
    cells: Vec<&'t str>,
}

/// The column that is wrong, from 0, and why.
type Wrong = (usize, String);

impl Row<'_> {
    fn cell(&self, name: &str) -> Option<(usize, &str)> {
        let column = *self.header.get(name)?;
        let cell = self.cells.get(column).copied()?;
        (!cell.is_empty()).then_some((column, cell))
    }

    fn parsed<T>(&self, name: &str) -> Result<Option<T>, Wrong>
    where
        T: std::str::FromStr,
        T::Err: std::fmt::Display,
    {
        let parse = |(column, cell): (usize, &str)| {
            cell.parse()
                .map_err(|error| (column, format!("{name}: {error}")))
        };
        self.cell(name).map(parse).transpose()
    }

    fn asked(&self) -> Result<Asked, Wrong> {
        let (_, query) = self.cell("query").ok_or((0, "no query".to_owned()))?;
        let (mut ids, mut points) = (Vec::new(), Vec::new());
        for (column, cell) in self.cell("id").into_iter().chain(self.cell("ids")) {
            for id in cell.split_whitespace() {
                let wrong = |error: toponym::Error| (column, error.to_string());
                match id.strip_prefix("pt:") {
                    Some(point) => points.push((point.parse().map_err(wrong)?, RADIUS_KM)),
                    None => ids.push(id.parse().map_err(wrong)?),
                }
            }
        }
        if let (Some(lat), Some(lon)) = (self.parsed("lat")?, self.parsed("lon")?) {
            let point = Coordinates::new(lat, lon);
            let point = point.map_err(|error| (0, error.to_string()))?;
            points.push((point, self.parsed("radius_km")?.unwrap_or(RADIUS_KM)));
        }
        if ids.is_empty() && points.is_empty() {
            return Err((0, "neither an id nor a point".to_owned()));
        }
        let text = |name| self.cell(name).map_or(String::new(), |(_, c)| c.to_owned());
        Ok(Asked {
            query: query.to_owned(),
            ids,
            points,
            language: text("language"),
            script: text("script"),
            country: self.parsed("country")?,
        })
    }
}
