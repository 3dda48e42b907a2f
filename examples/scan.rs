//! Finds the places that a text mentions: `cargo run --release --example scan examples/story.txt`.
//! The command `toponym scan` (`cli/`) does it with options and formats.

use std::error::Error;
use std::io::{self, Write};
use toponym::Resolver;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    let resolver = Resolver::embedded();
    for file in std::env::args_os().skip(1) {
        let text = std::fs::read_to_string(file)?;
        for mention in resolver.scan(&text) {
            write!(out, "{:>6}  {}: ", mention.span().start, mention.as_str())?;
            match mention.resolution().best().map(|best| best.place()) {
                Some(place) => {
                    let (name, point) = (place.name(), place.coordinates());
                    writeln!(out, "{name}, {} at {point}", place.id())?;
                }
                None => writeln!(out, "not in the gazetteer")?,
            }
        }
    }
    Ok(())
}
