//! The share of gold that was found, by what gold says of its spans.

use crate::counts::share;
use crate::gold::Span;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// What spans are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    Event,
    Language,
    Kind,
}

impl By {
    fn value(self, text: &str, span: &Span) -> Option<String> {
        match self {
            By::Event => span.event.clone(),
            By::Language => Some(span.language(text).into_owned()),
            By::Kind => span.kind.clone(),
        }
    }

    fn name(self) -> &'static str {
        match self {
            By::Event => "event",
            By::Language => "language",
            By::Kind => "kind",
        }
    }
}

impl std::str::FromStr for By {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = [By::Event, By::Language, By::Kind];
        let by = known.into_iter().find(|by| by.name() == text);
        by.ok_or_else(|| format!("{text:?} is none of event, language and kind"))
    }
}

/// How many spans of a group gold has, and how many were found exactly and at all.
#[derive(Debug, Default)]
struct Group {
    gold: usize,
    exact: usize,
    overlapping: usize,
}

/// The groups of all files.
#[derive(Debug, Default)]
pub struct Groups {
    groups: BTreeMap<(By, String), Group>,
}

impl Groups {
    /// Adds a span of gold, and whether it was found exactly and at all.
    pub fn add(&mut self, by: &[By], text: &str, span: &Span, exact: bool, overlapping: bool) {
        for &by in by {
            let value = by.value(text, span).unwrap_or_else(|| "-".to_owned());
            let group = self.groups.entry((by, value)).or_default();
            group.gold += 1;
            group.exact += usize::from(exact);
            group.overlapping += usize::from(overlapping);
        }
    }

    /// Prints a line for each group.
    pub fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let mut last = None;
        for ((by, value), group) in &self.groups {
            if last != Some(*by) {
                let name = by.name();
                writeln!(out, "\n{name:<40} {:>6}   exact R   overlap R", "gold")?;
                last = Some(*by);
            }
            writeln!(
                out,
                "{value:<40} {:>6}     {:.3}       {:.3}",
                group.gold,
                share(group.exact, group.gold),
                share(group.overlapping, group.gold)
            )?;
        }
        Ok(())
    }
}
