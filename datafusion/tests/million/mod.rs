//! Two tables of a million rows, and which of their rows name one place.

use datafusion::arrow::array::{ArrayRef, AsArray, Int64Array, RecordBatch, StringArray};
use datafusion::arrow::datatypes::Int64Type;
use datafusion::prelude::SessionContext;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;
use toponym::{Query, Resolver, Status};

const ROWS: usize = 1_000_000;
/// Pairs of rows that name one place on one day.
const JOIN: &str = "SELECT a.row AS a, b.row AS b FROM a JOIN b
                        ON toponym_id(a.city) = toponym_id(b.city) AND a.day = b.day";
const BATCH: usize = 10_000;
const DAYS: u64 = 2_000;
/// So many different names; of so many more a letter is missing.
const NAMES: usize = 2_000;
const MISSPELLED: usize = 100;

/// A table of rows, names of places in all scripts and days: one name in a hundred is misspelled, one missing.
pub fn table(seed: u64) -> Vec<RecordBatch> {
    let names = names();
    let mut draw = Draw(seed);
    let batch = |first: usize| {
        let rows: Vec<i64> = (first..first + BATCH).map(|row| row as i64).collect();
        let cities = (0..BATCH).map(|_| match draw.below(100) {
            0 => None,
            1 => Some(misspelled(&names[draw.below(MISSPELLED as u64) as usize])),
            _ => Some(names[draw.below(NAMES as u64) as usize].clone()),
        });
        let cities: StringArray = cities.collect();
        let days: Int64Array = (0..BATCH).map(|_| Some(draw.below(DAYS) as i64)).collect();
        let columns: [(&str, ArrayRef); 3] = [
            ("row", Arc::new(Int64Array::from(rows))),
            ("city", Arc::new(cities)),
            ("day", Arc::new(days)),
        ];
        RecordBatch::try_from_iter_with_nullable(
            columns.map(|(name, column)| (name, column, name == "city")),
        )
        .unwrap()
    };
    (0..ROWS).step_by(BATCH).map(batch).collect()
}

/// Joins the tables `a` and `b` of a session, and holds what it gives against [`expected`]. How many names it looks
/// up in a second.
pub async fn join(ctx: &SessionContext, expected: &[(i64, i64)]) -> f64 {
    let start = Instant::now();
    let found = ctx.sql(JOIN).await.unwrap().collect().await.unwrap();
    let seconds = start.elapsed().as_secs_f64();
    let found = pairs(&found);
    let (count, wanted) = (found.len(), expected.len());
    assert!(found == expected, "{count} pairs, not {wanted}");
    2.0 * ROWS as f64 / seconds
}

/// What [`join`] is to give, without DataFusion.
pub fn expected(a: &[RecordBatch], b: &[RecordBatch]) -> Vec<(i64, i64)> {
    let resolver = Resolver::embedded();
    let mut known = HashMap::new();
    let mut id = |city: &str| -> Option<String> {
        let answer = known.entry(city.to_owned()).or_insert_with(|| {
            let resolution = resolver.resolve(Query::new(city));
            let best = resolution
                .best()
                .filter(|_| resolution.status() == Status::Resolved);
            best.map(|best| best.place().id().to_string())
        });
        answer.clone()
    };
    let mut rows_of_b: HashMap<(String, i64), Vec<i64>> = HashMap::new();
    for (row, city, day) in b.iter().flat_map(rows) {
        if let Some(id) = city.and_then(&mut id) {
            rows_of_b.entry((id, day)).or_default().push(row);
        }
    }
    let mut pairs = Vec::new();
    for (row, city, day) in a.iter().flat_map(rows) {
        let key = city.and_then(&mut id).map(|id| (id, day));
        for other in key
            .and_then(|key| rows_of_b.get(&key))
            .into_iter()
            .flatten()
        {
            pairs.push((row, *other));
        }
    }
    pairs.sort_unstable();
    assert!(pairs.len() > ROWS / 10, "{}", pairs.len());
    pairs
}

/// The pairs that an engine gave, which come in no order.
fn pairs(found: &[RecordBatch]) -> Vec<(i64, i64)> {
    let column = |batch: &RecordBatch, name| {
        let column = batch.column_by_name(name).unwrap();
        column.as_primitive::<Int64Type>().values().to_vec()
    };
    let batches = found.iter();
    let mut pairs: Vec<_> = batches
        .flat_map(|batch| column(batch, "a").into_iter().zip(column(batch, "b")))
        .collect();
    pairs.sort_unstable();
    pairs
}

fn rows(batch: &RecordBatch) -> impl Iterator<Item = (i64, Option<&str>, i64)> {
    let rows = batch.column(0).as_primitive::<Int64Type>().values().iter();
    let cities = batch.column(1).as_string::<i32>().iter();
    let days = batch.column(2).as_primitive::<Int64Type>().values().iter();
    rows.zip(cities)
        .zip(days)
        .map(|((row, city), day)| (*row, city, *day))
}

fn names() -> Vec<String> {
    let resolver = Resolver::embedded();
    let places = resolver.index().places();
    let names = places
        .flat_map(|place| place.names())
        .map(|name| name.text().to_owned());
    let names: Vec<_> = names.collect();
    let step = names.len() / NAMES;
    names.into_iter().step_by(step).take(NAMES).collect()
}

fn misspelled(name: &str) -> String {
    let at = name.chars().count() / 2;
    let letters = name.chars().enumerate();
    letters
        .filter(|(here, _)| *here != at)
        .map(|(_, letter)| letter)
        .collect()
}

/// Numbers that look random and are the same in each run (the finalizer of MurmurHash 3 over a counter).
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        bits = (bits ^ (bits >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
        (bits ^ (bits >> 33)) % limit
    }
}
