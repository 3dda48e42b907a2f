//! Counts what damaged indexes and uncommon texts take, and ends with 1 where something takes more than it may.
//! `fuzz/count` compiles it so that steps are counted, and runs it.

mod counted;
mod damage;
mod shapes;

fn main() -> std::process::ExitCode {
    if cfg!(not(counted)) {
        eprintln!("steps are not counted: run fuzz/count");
        return std::process::ExitCode::from(2);
    }
    let part = std::env::args().nth(1);
    let mut faults = Vec::new();
    if part.as_deref() != Some("damage") {
        faults.extend(shapes::check());
    }
    if part.as_deref() != Some("shapes") {
        faults.extend(damage::check());
    }
    for fault in faults.iter().take(40) {
        println!("TOO MUCH: {fault}");
    }
    println!("{} faults", faults.len());
    std::process::ExitCode::from(u8::from(!faults.is_empty()))
}
