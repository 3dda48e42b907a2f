//! Words, persons, organizations and products: none of them is a place.

use crate::options::Options;
use crate::table::{self, Table};
use std::io::Write;
use std::path::Path;
use toponym::Resolver;
use toponym_tools::program::Stop;

/// Asks and prints what was right.
pub fn evaluate(resolver: &Resolver, options: &Options, out: &mut impl Write) -> Result<(), Stop> {
    let mut asked = Vec::new();
    for word in read(&options.words)?.lines() {
        let script = toponym::Script::of_text(word);
        let script = script.map_or("other".to_owned(), |script| format!("{script:?}"));
        asked.push((word.to_owned(), script, "word".to_owned()));
    }
    for (number, row) in read(&options.phrases)?.lines().enumerate().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [phrase, language, kind] = cells[..] else {
            let at = format!("{}:{}", options.phrases.display(), number + 1);
            return Err(Stop::File(format!(
                "{at}: expected three columns, parted by tabs"
            )));
        };
        asked.push((phrase.to_owned(), language.to_owned(), kind.to_owned()));
    }
    let mut by_language = Table::default();
    let mut errors = Vec::new();
    for (phrase, language, kind) in asked {
        if !options.half.has(&phrase) {
            continue;
        }
        let resolution = resolver.resolve(&phrase);
        let is_answered = resolution.best().is_some();
        by_language
            .cell(&language, &kind)
            .add(!is_answered, is_answered);
        if options.errors && is_answered {
            let found = table::shown(&resolution);
            errors.push([
                format!("{language} {kind}"),
                phrase,
                "unknown".to_owned(),
                found,
            ]);
        }
    }
    writeln!(out, "ordinary (right is unknown)")?;
    by_language.print(out, "language or script")?;
    table::print_errors(out, &errors)?;
    Ok(())
}

fn read(path: &Path) -> Result<String, Stop> {
    let read = std::fs::read_to_string(path);
    read.map_err(|error| Stop::File(format!("{}: {error}", path.display())))
}
