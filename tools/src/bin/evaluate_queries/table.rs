//! Tables of shares.

use std::collections::BTreeMap;
use std::io::{self, Write};

/// How many queries were asked, and how many were answered right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub asked: usize,
    pub right: usize,
    /// Those that were answered, but wrongly.
    pub wrong: usize,
}

impl Tally {
    pub fn add(&mut self, is_right: bool, is_answered: bool) {
        self.asked += 1;
        self.right += usize::from(is_right);
        self.wrong += usize::from(is_answered && !is_right);
    }

    fn share(self) -> String {
        match self.asked {
            0 => "-".to_owned(),
            asked => format!("{:.3}", self.right as f64 / asked as f64),
        }
    }
}

/// Tallies by row and column, in the order in which they were first met.
#[derive(Default)]
pub struct Table {
    rows: Vec<String>,
    columns: Vec<String>,
    cells: BTreeMap<(usize, usize), Tally>,
}

impl Table {
    pub fn cell(&mut self, row: &str, column: &str) -> &mut Tally {
        let row = position(&mut self.rows, row);
        let column = position(&mut self.columns, column);
        self.cells.entry((row, column)).or_default()
    }

    fn sum(&self, is_in: impl Fn(usize, usize) -> bool) -> Tally {
        let cells = self.cells.iter().filter(|((r, c), _)| is_in(*r, *c));
        cells.fold(Tally::default(), |sum, (_, cell)| Tally {
            asked: sum.asked + cell.asked,
            right: sum.right + cell.right,
            wrong: sum.wrong + cell.wrong,
        })
    }

    /// Prints the shares that are right: cells, sums of rows, and sums of columns.
    pub fn print(&self, out: &mut impl Write, title: &str) -> io::Result<()> {
        write!(out, "{title:<22}")?;
        for column in &self.columns {
            write!(out, " {column:>10}")?;
        }
        writeln!(out, " {:>10} {:>7} {:>7}", "all", "asked", "wrong")?;
        for (row, name) in self.rows.iter().enumerate() {
            self.print_row(out, name, |r| r == row)?;
        }
        self.print_row(out, "all", |_| true)
    }

    fn print_row(
        &self,
        out: &mut impl Write,
        name: &str,
        is_in: impl Fn(usize) -> bool,
    ) -> io::Result<()> {
        write!(out, "{name:<22}")?;
        for column in 0..self.columns.len() {
            let sum = self.sum(|r, c| is_in(r) && c == column);
            write!(out, " {:>10}", sum.share())?;
        }
        let sum = self.sum(|r, _| is_in(r));
        writeln!(
            out,
            " {:>10} {:>7} {:>7}",
            sum.share(),
            sum.asked,
            sum.wrong
        )
    }
}

fn position(names: &mut Vec<String>, name: &str) -> usize {
    names
        .iter()
        .position(|known| known == name)
        .unwrap_or_else(|| {
            names.push(name.to_owned());
            names.len() - 1
        })
}

/// Prints what was answered wrong, one a line: where it was asked, the query, what is right, and
/// the answer.
pub fn print_errors(out: &mut impl Write, errors: &[[String; 4]]) -> io::Result<()> {
    for error in errors {
        writeln!(out, "{}", error.join("\t"))?;
    }
    Ok(())
}

/// An answer as an error shows it.
pub fn shown(resolution: &toponym::Resolution<'_>) -> String {
    resolution.best().map_or("unknown".to_owned(), |best| {
        format!("{:?} {} {}", best.place(), best.score(), best.evidence())
    })
}
