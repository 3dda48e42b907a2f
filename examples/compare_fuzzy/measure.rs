//! Times, recall and the table.

use crate::methods::Method;
use crate::names::{Model, Names};
use crate::queries::{Query, queries};
use indicatif::ProgressBar;
use rapidfuzz::distance::osa;
use std::time::Instant;

/// Queries that are compared with brute force.
const CHECKED: usize = 200;
/// Rounds through all queries. The least time of each query counts, so that what else the machine
/// does counts less; between two times of a query lie all others.
const ROUNDS: usize = 3;

/// What all methods are measured with.
pub struct Bench<'n> {
    names: usize,
    bar: &'n ProgressBar,
    queries: Vec<Query>,
    /// For the first [`CHECKED`] queries, how many names are within 0, 1 and 2 edits.
    expected: Vec<[usize; 3]>,
}

/// One line of the table.
pub struct Row {
    method: &'static str,
    mode: &'static str,
    names: usize,
    queries: usize,
    median_ns: u128,
    mean_ns: u128,
    p99_ns: u128,
    recall: f64,
    bytes_per_name: Option<f64>,
    build_s: f64,
}

impl<'n> Bench<'n> {
    pub fn new(names: &[Names], models: &[Model], bar: &'n ProgressBar) -> Self {
        let mut bench = Bench {
            names: names.iter().map(|names| names.names.len()).sum(),
            bar,
            queries: queries(1000, 2, names, models),
            expected: Vec::new(),
        };
        bench.start("brute force", CHECKED);
        let count = |query: &Query| {
            bar.inc(1);
            brute_force(query, &names[query.script])
        };
        bench.expected = bench.queries.iter().take(CHECKED).map(count).collect();
        bench
    }

    fn start(&self, message: impl Into<String>, len: usize) {
        self.bar.reset();
        self.bar.set_length(len as u64);
        self.bar.set_message(message.into());
    }

    /// A row a mode, over the first `limit` queries.
    pub fn run<M: Method>(
        &self,
        build: impl Fn() -> M,
        modes: &[&'static str],
        limit: usize,
    ) -> Vec<Row> {
        self.start("building", 1);
        let start = Instant::now();
        let method = build();
        let build_s = start.elapsed().as_secs_f64();
        modes
            .iter()
            .map(|mode| self.row(&method, mode, limit, build_s))
            .collect()
    }

    fn row(&self, method: &dyn Method, mode: &'static str, limit: usize, build_s: f64) -> Row {
        let queries = &self.queries[..limit.min(self.queries.len())];
        self.start(format!("{} {mode}", method.name()), queries.len() * ROUNDS);
        let search = |query: &Query| match mode {
            "exact" => count(method, query, 0),
            "d1" => count(method, query, 1),
            "d2" => count(method, query, 2),
            _ => method.tiered(query),
        };
        let mut times = vec![u128::MAX; queries.len()];
        let (mut found, mut expected) = (0, 0);
        for round in 0..ROUNDS {
            for (i, query) in queries.iter().enumerate() {
                let start = Instant::now();
                let answers = search(query);
                times[i] = times[i].min(start.elapsed().as_nanos());
                self.bar.inc(1);
                if let Some(truth) = self.expected.get(i).filter(|_| round == 0) {
                    let truth = match mode {
                        "exact" => truth[0],
                        "d1" => truth[1],
                        "d2" => truth[2],
                        // The first tier that should answer.
                        _ => answers.max(usize::from(truth[0] > 0)),
                    };
                    // More than there are would be wrong answers: they must not make up for
                    // others.
                    found += answers.min(truth);
                    expected += truth;
                }
            }
        }
        times.sort_unstable();
        Row {
            method: method.name(),
            mode,
            names: self.names,
            queries: queries.len(),
            median_ns: times[times.len() / 2],
            mean_ns: times.iter().sum::<u128>() / times.len() as u128,
            p99_ns: times[times.len() * 99 / 100],
            recall: if expected == 0 {
                1.0
            } else {
                found as f64 / expected as f64
            },
            bytes_per_name: method.bytes().map(|bytes| bytes as f64 / self.names as f64),
            build_s,
        }
    }
}

/// How many names of the query's script are within 0, 1 and 2 edits.
fn brute_force(query: &Query, names: &Names) -> [usize; 3] {
    let comparator = osa::BatchComparator::new(query.text.chars());
    let cutoff = osa::Args::default().score_cutoff(2);
    let mut within = [0; 3];
    for name in &names.names {
        if let Some(edits) = comparator.distance_with_args(name.chars(), &cutoff) {
            within[edits..].iter_mut().for_each(|count| *count += 1);
        }
    }
    within
}

fn count(method: &dyn Method, query: &Query, max_edits: u8) -> usize {
    let mut count = 0;
    method.within(query, max_edits, &mut || count += 1);
    count
}

impl Row {
    fn per_second(&self) -> f64 {
        1e9 / self.mean_ns as f64
    }

    /// The row as an object, keys in this order.
    pub fn json(&self) -> String {
        let number = |number: Option<f64>| number.map_or("null".into(), |n| format!("{n:.1}"));
        format!(
            "{{\"method\":\"{}\",\"mode\":\"{}\",\"names\":{},\"median_ns\":{},\"mean_ns\":{},\
             \"p99_ns\":{},\"per_second\":{:.0},\"recall\":{},\"bytes_per_name\":{},\
             \"build_s\":{:.2},\"queries\":{}}}",
            self.method,
            self.mode,
            self.names,
            self.median_ns,
            self.mean_ns,
            self.p99_ns,
            self.per_second(),
            self.recall,
            number(self.bytes_per_name),
            self.build_s,
            self.queries,
        )
    }
}

pub fn print_table(rows: &[Row]) {
    println!(
        "{:26} {:7} {:>10} {:>10} {:>10} {:>10} {:>8} {:>8} {:>7} {:>8}",
        "method",
        "mode",
        "median us",
        "mean us",
        "p99 us",
        "per s",
        "recall",
        "B/name",
        "build s",
        "queries"
    );
    for row in rows {
        let us = |ns: u128| ns as f64 / 1000.0;
        println!(
            "{:26} {:7} {:>10.1} {:>10.1} {:>10.1} {:>10.0} {:>8.4} {:>8} {:>7.2} {:>8}",
            row.method,
            row.mode,
            us(row.median_ns),
            us(row.mean_ns),
            us(row.p99_ns),
            row.per_second(),
            row.recall,
            row.bytes_per_name
                .map_or("?".into(), |bytes| format!("{bytes:.1}")),
            row.build_s,
            row.queries,
        );
    }
}
