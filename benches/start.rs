//! What a program waits for that asks one name and reads one sentence, with the built-in gazetteer: `cargo
//! bench --bench start`.
//!
//! *Process* is all of it, from the start of the process to its end; *nothing* a process that asks
//! nothing. Whatever is read or worked out at first use is in the difference, which no measurement in one
//! process shows twice.

use criterion::{Criterion, criterion_group};
use std::hint::black_box;
use std::process::Command;
use toponym::Resolver;

/// Set for the processes that are measured: what they are to do.
const TASK: &str = "TOPONYM_BENCH_START";

fn start(c: &mut Criterion) {
    let program = std::env::current_exe().unwrap();
    let run = |task: &str| Command::new(&program).env(TASK, task).status().unwrap();
    let mut group = c.benchmark_group("start");
    for task in ["nothing", "process"] {
        group.bench_function(task, |b| b.iter(|| assert!(run(task).success())));
    }
    group.finish();
}

/// Asks a name and reads a sentence.
fn ask() {
    let resolver = Resolver::embedded();
    assert!(resolver.resolve("غيومرى").best().is_some());
    assert!(black_box(resolver.scan("وصل الوفد ليريفان من مدينة شوشة").next()).is_some());
}

criterion_group!(benches, start);

fn main() {
    match std::env::var(TASK).as_deref() {
        Ok("process") => ask(),
        Ok(_) => {}
        Err(_) => {
            benches();
            Criterion::default().configure_from_args().final_summary();
        }
    }
}
