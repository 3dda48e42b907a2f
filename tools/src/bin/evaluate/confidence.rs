//! Whether `Mention::confidence` means what it says, and what `Document::min_confidence` does.

use crate::counts::{Counts, share};
use crate::gold::Gold;
use crate::options::Options;
use crate::text::{Figures, measure};
use std::io::{self, Write};
use std::path::Path;
use toponym::Resolver;

/// Number of groups of confidences, of a hundred thousandths each.
const BINS: usize = 10;

/// Minimum confidences that are tried, in thousandths.
const LEAST: [u16; 3] = [500, 800, 900];

/// Prints the tables of each file.
pub fn table(
    out: &mut impl Write,
    resolver: &Resolver,
    golds: &[(&Path, Gold)],
    options: &Options,
) -> io::Result<()> {
    for (file, gold) in golds {
        let title = file.file_name().unwrap_or(file.as_os_str());
        let figures = figures(resolver, gold, options, None);
        let (weighed, found) = (&figures.confidences, figures.exact.found);
        let title = title.to_string_lossy();
        writeln!(
            out,
            "{title}: {} of {found} mentions weighed",
            weighed.len()
        )?;
        reliability(out, weighed)?;
        writeln!(
            out,
            "\nat least       found   exact P     R    F1   overlap P     R    F1"
        )?;
        row(out, "-", figures.exact, figures.overlapping)?;
        for least in LEAST {
            let figures = self::figures(resolver, gold, options, Some(least));
            row(out, &least.to_string(), figures.exact, figures.overlapping)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn figures(resolver: &Resolver, gold: &Gold, options: &Options, least: Option<u16>) -> Figures {
    let mut figures = Figures::default();
    figures.min_confidence = least;
    measure(resolver, gold, options, &options.without, &mut figures);
    figures
}

/// Prints the share of places by confidence, and the expected calibration error: the mean distance of the
/// two.
fn reliability(out: &mut impl Write, weighed: &[(u16, bool)]) -> io::Result<()> {
    let mut bins = [(0, 0, 0); BINS];
    for (confidence, place) in weighed {
        let bin = &mut bins[(usize::from(*confidence) / 100).min(BINS - 1)];
        bin.0 += 1;
        bin.1 += usize::from(*place);
        bin.2 += usize::from(*confidence);
    }
    writeln!(out, "confidence  mentions    mean  places")?;
    let mut error = 0.0;
    for (at, (mentions, places, sum)) in bins.into_iter().enumerate() {
        if mentions == 0 {
            continue;
        }
        let (mean, places) = (share(sum, 1000 * mentions), share(places, mentions));
        error += (mean - places).abs() * share(mentions, weighed.len());
        writeln!(
            out,
            "{:>10} {mentions:>9}   {mean:.3}   {places:.3}",
            at * 100
        )?;
    }
    writeln!(out, "expected calibration error {error:.3}")
}

fn row(out: &mut impl Write, title: &str, exact: Counts, over: Counts) -> io::Result<()> {
    writeln!(
        out,
        "{title:<10} {:>9}     {:.3} {:.3} {:.3}       {:.3} {:.3} {:.3}",
        exact.found,
        exact.precision(),
        exact.recall(),
        exact.f1(),
        over.precision(),
        over.recall(),
        over.f1()
    )
}
