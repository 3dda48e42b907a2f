//! Counts what damaged indexes and uncommon texts take, and ends with 1 where something takes more than it may.
//! `fuzz/count` compiles it so that steps are counted, and runs it.

mod counted;
mod damage;
mod gazetteers;
mod joined;
mod lot;
mod namesakes;
mod repeats;
mod shapes;
mod tables;
mod words;

fn main() -> std::process::ExitCode {
    if cfg!(not(counted)) {
        eprintln!("steps are not counted: run fuzz/count");
        return std::process::ExitCode::from(2);
    }
    let part = std::env::args().nth(1);
    let mut faults = Vec::new();
    let parts: [(&str, fn() -> Vec<String>); 7] = [
        ("shapes", shapes::check),
        ("joined", joined::check),
        ("repeats", repeats::check),
        ("gazetteers", gazetteers::check),
        ("words", words::check),
        ("namesakes", namesakes::check),
        ("damage", damage::check),
    ];
    for (name, check) in parts {
        if part.as_deref().is_none_or(|part| part == name) {
            faults.extend(check());
        }
    }
    for fault in faults.iter().take(40) {
        println!("TOO MUCH: {fault}");
    }
    println!("{} faults", faults.len());
    std::process::ExitCode::from(u8::from(!faults.is_empty()))
}
