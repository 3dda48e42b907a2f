//! Tables for people: columns aligned by what a terminal shows, with a header row, and lines of
//! text between the rows; written as the rows come.
//!
//! The crates for tables measure text as a whole, in which لا is one column wide; terminals give
//! each of its letters a cell, and every column behind such a name would stand askew.

use crate::output::width::width;
use std::io::{self, Write};

/// A column's title and the side that its cells stand at.
pub(crate) struct Column {
    title: String,
    align: Align,
}

impl Column {
    /// A column of words.
    pub fn left(title: impl Into<String>) -> Self {
        Column {
            title: title.into(),
            align: Align::Left,
        }
    }

    /// A column of numbers.
    pub fn right(title: impl Into<String>) -> Self {
        Column {
            title: title.into(),
            align: Align::Right,
        }
    }
}

/// A side of a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Align {
    Left,
    Right,
}

enum Line {
    Row(Vec<String>),
    /// Text over the whole width.
    Note(String),
}

/// Maximum number of lines that wait to be aligned with each other: some 5 MB.
const MAX_WAITING: usize = 1 << 13;

/// A table that is written piece by piece: rows wait until [`Table::write_waiting`], which aligns them
/// with each other and with all rows before.
pub(crate) struct Table {
    columns: Vec<Column>,
    widths: Vec<usize>,
    waiting: Vec<Line>,
    header_written: bool,
}

impl Table {
    /// A table without rows; its header is written with the first ones.
    pub fn new(columns: Vec<Column>) -> Self {
        Table {
            widths: columns.iter().map(|column| width(&column.title)).collect(),
            columns,
            waiting: Vec::new(),
            header_written: false,
        }
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<String>) {
        for (widest, cell) in self.widths.iter_mut().zip(&cells) {
            *widest = width(cell).max(*widest);
        }
        self.waiting.push(Line::Row(cells));
    }

    /// Adds a line of text between the rows.
    pub fn note(&mut self, text: String) {
        self.waiting.push(Line::Note(text));
    }

    /// Whether so many rows wait that they are written, whatever comes behind them.
    pub fn is_full(&self) -> bool {
        self.waiting.len() >= MAX_WAITING
    }

    /// Writes the rows that wait.
    pub fn write_waiting(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        if !self.header_written {
            self.header_written = true;
            let titles = self.columns.iter().map(|column| column.title.clone());
            self.write_row(out, &titles.collect::<Vec<_>>())?;
        }
        for line in std::mem::take(&mut self.waiting) {
            match line {
                Line::Row(cells) => self.write_row(out, &cells)?,
                Line::Note(text) => writeln!(out, "{text}")?,
            }
        }
        Ok(())
    }

    fn write_row(&self, out: &mut impl Write, cells: &[String]) -> io::Result<()> {
        let mut line = String::new();
        for ((cell, column), widest) in cells.iter().zip(&self.columns).zip(&self.widths) {
            let padding = " ".repeat(widest.saturating_sub(width(cell)));
            match column.align {
                Align::Left => line.extend([cell, padding.as_str()]),
                Align::Right => line.extend([padding.as_str(), cell]),
            }
            line.push_str("  ");
        }
        writeln!(out, "{}", line.trim_end())
    }
}
