//! Says which places names mean: `cargo run --release --example resolve -- غيومري Xankəndi`.
//! The command `toponym resolve` (`cli/`) does it with options and formats.

use std::io::{self, Write};
use toponym::Resolver;

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let resolver = Resolver::embedded();
    for name in std::env::args().skip(1) {
        let answer = resolver.resolve(&name);
        writeln!(out, "{name}: {}", answer.status())?;
        for candidate in answer.candidates() {
            let (place, score) = (candidate.place(), candidate.score());
            let (id, point) = (place.id(), place.coordinates());
            writeln!(
                out,
                "  {score:>4}  {}, {id} at {point}: {}",
                place.name(),
                candidate.evidence()
            )?;
        }
    }
    Ok(())
}
