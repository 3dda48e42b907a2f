//! Writing the tables of weights and scores: the rows of one model, among those of the others.

use crate::logistic::Weights;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use toponym_tools::program::Stop;

/// The language and the texts that a model is of: the first two columns of its rows.
pub struct Which {
    pub language: String,
    pub style: String,
}

/// Writes the rows of a model into the two tables of a folder.
pub fn write(
    folder: &Path,
    which: &Which,
    signs: &BTreeMap<&'static str, usize>,
    weights: &Weights,
    steps: &[(i32, i64)],
) -> Result<(), Stop> {
    let mut rows: Vec<_> = signs.iter().map(|(name, &at)| (at, *name)).collect();
    rows.sort_by_key(|(at, name)| (-weights.points(*at), *name));
    let row = |(at, name): &(usize, &str)| format!("{name},{}", weights.points(*at));
    let rows: Vec<String> = rows.iter().map(row).collect();
    table(folder, "mention_weights.csv", "sign,weight", which, &rows)?;
    let rows: Vec<String> = steps
        .iter()
        .map(|(w, score)| format!("{w},{score}"))
        .collect();
    table(folder, "mention_scores.csv", "weight,score", which, &rows)
}

/// Writes a table: its rows of other models as they are, then those of this one.
fn table(
    folder: &Path,
    name: &str,
    columns: &str,
    which: &Which,
    rows: &[String],
) -> Result<(), Stop> {
    let path = folder.join(name);
    let broken = |error: std::io::Error| Stop::File(format!("{}: {error}", path.display()));
    let known = match path.exists() {
        true => std::fs::read_to_string(&path).map_err(broken)?,
        false => String::new(),
    };
    let own = format!("{},{},", which.language, which.style);
    let others = known.lines().skip(1).filter(|row| !row.starts_with(&own));
    let mut table = format!("language,style,{columns}\n");
    for row in others {
        let _ = writeln!(table, "{row}");
    }
    for row in rows {
        let _ = writeln!(table, "{own}{row}");
    }
    std::fs::write(&path, table).map_err(broken)
}
