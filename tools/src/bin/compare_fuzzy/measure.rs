//! Times and recall.

use crate::methods::{Found, Method, most_edits};
use crate::names::{Model, Names};
use crate::program::note;
use crate::queries::{Query, queries};
use crate::row::Row;
use indicatif::ProgressBar;
use rapidfuzz::distance::osa;
use std::collections::BTreeSet;
use std::fmt::Display;
use std::time::{Duration, Instant};

/// Queries that all methods get.
const QUERIES: usize = 1000;
/// Queries that are compared with brute force.
const CHECKED: usize = 200;
/// Rounds through all queries. The least time of each query counts, so that what else the machine
/// does counts less; between two times of a query lie all others.
const ROUNDS: usize = 3;
/// A method that takes longer for a round gets no more queries than it has answered by then.
const LONGEST_ROUND: Duration = Duration::from_secs(10);

/// What all methods are measured with.
pub struct Bench<'n> {
    names: &'n [Names],
    bar: &'n ProgressBar,
    queries: Vec<Query>,
    /// For the first [`CHECKED`] queries, the names within two edits, by position, and the edits.
    expected: Vec<Vec<(usize, usize)>>,
}

impl<'n> Bench<'n> {
    pub fn new(names: &'n [Names], models: &[Model], bar: &'n ProgressBar) -> Self {
        let mut bench = Bench {
            names,
            bar,
            queries: queries(QUERIES, 2, names, models),
            expected: Vec::new(),
        };
        bench.start("brute force", CHECKED);
        // Nothing is timed here, so it may use all processors.
        let threads = std::thread::available_parallelism().map_or(1, |n| n.get());
        let checked = &bench.queries[..CHECKED];
        let part = |part: &[Query]| -> Vec<_> {
            part.iter().map(|query| bench.brute_force(query)).collect()
        };
        let expected = std::thread::scope(|scope| {
            let parts = checked.chunks(CHECKED.div_ceil(threads));
            let parts: Vec<_> = parts.map(|queries| scope.spawn(|| part(queries))).collect();
            let parts = parts.into_iter().map(|part| part.join());
            parts
                .flat_map(|part| part.expect("comparing doesn't panic"))
                .collect()
        });
        bench.expected = expected;
        bench
    }

    fn start(&self, message: impl Into<String>, len: usize) {
        self.bar.reset();
        self.bar.set_length(len as u64);
        self.bar.set_message(message.into());
    }

    /// Says something on standard error, whether or not there is a bar to keep out of the way of.
    pub fn remark(&self, message: impl Display) {
        self.bar.suspend(|| note(message));
    }

    /// The number of names.
    pub fn count(&self) -> usize {
        self.names.iter().map(|names| names.names.len()).sum()
    }

    /// A row a mode.
    pub fn run<M: Method>(&self, build: impl Fn() -> M, modes: &[&'static str]) -> Vec<Row> {
        let (method, build_s) = self.build(build);
        let row = |mode: &&'static str| self.row(&method, mode, build_s);
        modes.iter().map(row).collect()
    }

    /// Builds something and gives the seconds it took.
    pub fn build<T>(&self, build: impl Fn() -> T) -> (T, f64) {
        self.start("building", 1);
        let start = Instant::now();
        let built = build();
        (built, start.elapsed().as_secs_f64())
    }

    fn row(&self, method: &dyn Method, mode: &'static str, build_s: f64) -> Row {
        let message = format!("{} {mode}", method.name());
        let mut times = self.times(message, self.queries.len(), |i| {
            let mut count = 0_usize;
            search(method, mode, &self.queries[i], &mut |_| count += 1);
            std::hint::black_box(count);
        });
        let bytes = method.bytes();
        Row {
            method: method.name(),
            mode,
            names: self.count(),
            queries: times.len(),
            recall: self.recall(method, mode, times.len()),
            bytes_per_name: bytes.map(|bytes| bytes as f64 / self.count() as f64),
            build_s,
            mb_per_s: None,
            ..Row::of_times(&mut times)
        }
    }

    /// The least time of several for each of `count` tasks in nanoseconds, or for fewer if they
    /// take too long.
    pub fn times(&self, message: String, count: usize, run: impl Fn(usize)) -> Vec<u128> {
        self.start(message, count * ROUNDS);
        let began = Instant::now();
        let mut times = Vec::with_capacity(count);
        for round in 0..ROUNDS {
            let tasks = if round == 0 { count } else { times.len() };
            for i in 0..tasks {
                if round == 0 && i > 0 && began.elapsed() > LONGEST_ROUND {
                    break;
                }
                let start = Instant::now();
                run(i);
                let time = start.elapsed().as_nanos();
                match times.get_mut(i) {
                    Some(least) => *least = time.min(*least),
                    None => times.push(time),
                }
                self.bar.inc(1);
            }
        }
        times
    }

    /// The share that a method finds of the names it should find for the first queries. Names of
    /// other scripts than the query's may be found too; any other is reported.
    fn recall(&self, method: &dyn Method, mode: &str, limit: usize) -> f64 {
        let (mut found, mut expected) = (0, 0);
        for (query, within) in self.queries.iter().zip(&self.expected).take(limit) {
            let names = &self.names[query.script].names;
            let mut answer = BTreeSet::new();
            search(method, mode, query, &mut |name| match name {
                Found::Position(at) => drop(answer.insert(at)),
                Found::Text(text) => {
                    answer.extend(names.binary_search_by(|n| n.as_str().cmp(text)))
                }
            });
            let most = match mode {
                "exact" => 0,
                "d1" => 1,
                "d2" => 2,
                // Those of the first tier that has any.
                _ => {
                    let nearest = within.iter().map(|(_, edits)| *edits).min().unwrap_or(0);
                    if nearest > most_edits(query).into() {
                        continue;
                    }
                    nearest
                }
            };
            let within = within.iter().filter(|(_, edits)| *edits <= most);
            let truth: BTreeSet<usize> = within.map(|(at, _)| *at).collect();
            if let Some(wrong) = answer.difference(&truth).next() {
                let (method, text, wrong) = (method.name(), &query.text, &names[*wrong]);
                self.remark(format_args!(
                    "{method} {mode}: {wrong} is no answer to {text}"
                ));
            }
            found += answer.intersection(&truth).count();
            expected += truth.len();
        }
        if expected == 0 {
            1.0
        } else {
            found as f64 / expected as f64
        }
    }

    /// The names of the query's script within two edits.
    fn brute_force(&self, query: &Query) -> Vec<(usize, usize)> {
        self.bar.inc(1);
        let comparator = osa::BatchComparator::new(query.text.chars());
        let cutoff = osa::Args::default().score_cutoff(2);
        let edits = |name: &String| comparator.distance_with_args(name.chars(), &cutoff);
        let names = self.names[query.script].names.iter().enumerate();
        names
            .filter_map(|(at, name)| Some((at, edits(name)?)))
            .collect()
    }
}

fn search(method: &dyn Method, mode: &str, query: &Query, found: &mut dyn FnMut(Found)) {
    match mode {
        "exact" => method.within(query, 0, found),
        "d1" => method.within(query, 1, found),
        "d2" => method.within(query, 2, found),
        _ => method.tiered(query, found),
    }
}
