//! `evaluate text --ablate`: what each rule is worth, by what is lost without it.

use crate::gold::Gold;
use crate::options::Options;
use crate::text::{Figures, measure};
use std::io::{self, Write};
use std::path::Path;
use toponym::{Resolver, Rule};

/// Prints the names of the rules, each with what it says.
pub fn list_rules(out: &mut impl Write) -> io::Result<()> {
    for rule in Rule::ALL {
        writeln!(out, "{:<20} {}", rule.name(), rule.description())?;
    }
    Ok(())
}

/// Prints a table of a row a rule and a column a gold file: the change of exact F1 without the rule,
/// and, where gold has places, that of the share of places that were answered right; both in
/// thousandths.
pub fn ablate(
    out: &mut impl Write,
    resolver: &Resolver,
    golds: &[(&Path, Gold)],
    options: &Options,
) -> io::Result<()> {
    let measured = |without: &[Rule], gold: &Gold| {
        let mut figures = Figures::default();
        measure(resolver, gold, options, without, &mut figures);
        figures
    };
    let mut whole = Vec::new();
    for (number, (file, gold)) in golds.iter().enumerate() {
        let figures = measured(&options.without, gold);
        let name = file.file_name().unwrap_or(file.as_os_str());
        let name = name.to_string_lossy();
        write!(
            out,
            "{:>2}  {name:<36} F1 {:.3}",
            number + 1,
            figures.exact.f1()
        )?;
        match figures.resolved.share_right() {
            Some(share) => writeln!(out, ", places {share:.3}")?,
            None => writeln!(out)?,
        }
        whole.push(figures);
    }
    write!(out, "\n{:<20}", "without")?;
    for (number, figures) in whole.iter().enumerate() {
        write!(out, " {:>7}", format!("{} F1", number + 1))?;
        if figures.resolved.share_right().is_some() {
            write!(out, " {:>7}", "places")?;
        }
    }
    writeln!(out)?;
    for &rule in Rule::ALL {
        write!(out, "{:<20}", rule.name())?;
        let without: Vec<Rule> = options.without.iter().copied().chain([rule]).collect();
        for ((_, gold), whole) in golds.iter().zip(&whole) {
            let figures = measured(&without, gold);
            let change = figures.exact.f1() - whole.exact.f1();
            write!(out, " {:>7}", thousandths(change))?;
            let right = figures.resolved.share_right();
            if let Some((right, whole)) = right.zip(whole.resolved.share_right()) {
                write!(out, " {:>7}", thousandths(right - whole))?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A change in thousandths; a dot for none at all, which is less than one that rounds to 0.
fn thousandths(change: f64) -> String {
    match change == 0.0 {
        true => ".".to_owned(),
        false => format!("{:+.1}", change * 1000.0),
    }
}
