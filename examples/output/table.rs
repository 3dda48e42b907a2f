//! Tables for people: columns aligned by what a terminal shows, with a header row.

use crate::width::width;
use std::io::{self, Write};

/// A column's title and the side that its cells stand at.
#[derive(Clone, Copy)]
pub struct Column {
    title: &'static str,
    align: Align,
}

impl Column {
    /// A column of words.
    pub const fn left(title: &'static str) -> Self {
        let align = Align::Left;
        Column { title, align }
    }

    /// A column of numbers.
    pub const fn right(title: &'static str) -> Self {
        let align = Align::Right;
        Column { title, align }
    }
}

/// A side of a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Align {
    Left,
    Right,
}

enum Line<const N: usize> {
    Row([String; N]),
    /// Text over the whole width.
    Note(String),
}

/// A table that is written piece by piece: rows wait until [`Table::flush`], which aligns them
/// with each other and with all rows before.
pub struct Table<const N: usize> {
    columns: [Column; N],
    widths: [usize; N],
    waiting: Vec<Line<N>>,
    header_written: bool,
}

impl<const N: usize> Table<N> {
    /// A table without rows; its header is written with the first ones.
    pub fn new(columns: [Column; N]) -> Self {
        Table {
            columns,
            widths: columns.map(|column| width(column.title)),
            waiting: Vec::new(),
            header_written: false,
        }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: [String; N]) {
        for (widest, cell) in self.widths.iter_mut().zip(&cells) {
            *widest = width(cell).max(*widest);
        }
        self.waiting.push(Line::Row(cells));
    }

    /// Adds a line of text between the rows.
    pub fn note(&mut self, text: String) {
        self.waiting.push(Line::Note(text));
    }

    /// Writes the rows that wait.
    pub fn flush(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        if !self.header_written {
            self.header_written = true;
            self.write_row(out, &self.columns.map(|column| column.title.to_owned()))?;
        }
        for line in std::mem::take(&mut self.waiting) {
            match line {
                Line::Row(cells) => self.write_row(out, &cells)?,
                Line::Note(text) => writeln!(out, "{text}")?,
            }
        }
        Ok(())
    }

    fn write_row(&self, out: &mut impl Write, cells: &[String; N]) -> io::Result<()> {
        let mut line = String::new();
        for ((cell, column), widest) in cells.iter().zip(self.columns).zip(self.widths) {
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
