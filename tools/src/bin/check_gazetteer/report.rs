//! What the program prints.

use crate::checks::coverage::{self, KINDS, LANGUAGES, Line, Wanted};
use crate::checks::{Failure, Tables};
use comfy_table::{CellAlignment, Table, TableStyle};
use std::io::{self, Write};

/// Names shown of a list before the rest is counted.
const SHOWN: usize = 8;

/// Columns before those of the languages.
const FIRST: usize = 3 + KINDS.len();
const COLUMNS: usize = FIRST + LANGUAGES.len();

/// What the checks found.
pub struct Report {
    pub tables: Option<Tables>,
    pub failures: Vec<Failure>,
    /// Which facts the towns were compared with.
    pub compared: String,
    pub wanted: Vec<Wanted>,
    all_missing: bool,
}

impl Report {
    pub fn new(all_missing: bool) -> Self {
        Report {
            tables: None,
            failures: Vec::new(),
            compared: String::new(),
            wanted: Vec::new(),
            all_missing,
        }
    }

    pub fn print(&self, out: &mut impl Write) -> io::Result<()> {
        if let Some(tables) = &self.tables {
            let lines = coverage::lines(tables);
            print_coverage(out, &lines, coverage::total(tables))?;
            writeln!(out)?;
            self.print_missing(out, tables, &lines)?;
            writeln!(out, "\nFacts: {}", self.compared)?;
        }
        match self.failures.len() {
            0 => writeln!(out, "\nNo rule is broken."),
            count => {
                writeln!(out, "\nRows that break a rule: {count}")?;
                self.failures
                    .iter()
                    .try_for_each(|failure| writeln!(out, "  {failure}"))
            }
        }
    }

    /// What has no name in a language, for the home ground, and what is left out altogether.
    fn print_missing(
        &self,
        out: &mut impl Write,
        tables: &Tables,
        lines: &[Line],
    ) -> io::Result<()> {
        let shown = if self.all_missing { usize::MAX } else { SHOWN };
        for line in lines.iter().filter(|line| line.home || self.all_missing) {
            for (language, rows) in LANGUAGES.iter().zip(&line.missing) {
                if rows.is_empty() {
                    continue;
                }
                let names: Vec<&str> = rows
                    .iter()
                    .take(shown)
                    .map(|&row| tables.name(row))
                    .collect();
                let title = &line.title;
                write!(
                    out,
                    "{title} without {language} ({}): {}",
                    rows.len(),
                    names.join(", ")
                )?;
                end_list(out, rows.len(), names.len())?;
            }
        }
        if !self.wanted.is_empty() {
            writeln!(out, "\nLeft out, since no source places them:")?;
        }
        for place in &self.wanted {
            let Wanted {
                name,
                country,
                reason,
            } = place;
            writeln!(out, "  {name} {country}: {reason}")?;
        }
        Ok(())
    }
}

fn end_list(out: &mut impl Write, all: usize, shown: usize) -> io::Result<()> {
    match all - shown {
        0 => writeln!(out),
        more => writeln!(out, " and {more} more"),
    }
}

fn print_coverage(out: &mut impl Write, lines: &[Line], total: Line) -> io::Result<()> {
    let titles = ["country", "places"]
        .into_iter()
        .chain(KINDS)
        .chain(["names"])
        .chain(LANGUAGES);
    let mut table = Table::new();
    table.load_style(TableStyle::new());
    table.set_header(titles);
    for line in lines.iter().chain([&total]) {
        table.add_row(cells(line));
    }
    for (at, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 2));
        if at > 0 {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    writeln!(out, "{}", table.trim_fmt())?;
    let by_rule: Vec<String> = LANGUAGES
        .iter()
        .zip(total.generated)
        .filter(|(_, count)| *count > 0)
        .map(|(language, count)| format!("{count} in {language}"))
        .collect();
    if !by_rule.is_empty() {
        writeln!(out, "Named by rule only: {}", by_rule.join(", "))?;
    }
    writeln!(
        out,
        "In hundredths of the places, rounded down; villages are settlements that are no seats."
    )
}

fn cells(line: &Line) -> [String; COLUMNS] {
    std::array::from_fn(|column| match column {
        0 => line.title.clone(),
        1 => line.places().to_string(),
        _ if column < FIRST - 1 => line.kinds[column - 2].to_string(),
        _ if column < FIRST => line.names.to_string(),
        _ => format!("{}%", line.percent(column - FIRST)),
    })
}
