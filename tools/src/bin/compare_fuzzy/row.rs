//! A line of the table.

use std::io::{self, Write};

/// One line of the table.
pub struct Row {
    pub method: &'static str,
    pub mode: &'static str,
    pub names: usize,
    /// Queries or texts that were measured.
    pub queries: usize,
    pub median_ns: u128,
    pub mean_ns: u128,
    pub p99_ns: u128,
    /// Of what should be found.
    pub recall: f64,
    pub bytes_per_name: Option<f64>,
    pub build_s: f64,
    /// Text that is scanned in a second.
    pub mb_per_s: Option<f64>,
    /// The same for a scanner that stops at the names, if it can, and what that finds of what
    /// should be found.
    pub names_only: Option<(f64, f64)>,
}

impl Row {
    /// A row with nothing but what follows from the times of all queries, in nanoseconds.
    pub fn of_times(times: &mut [u128]) -> Row {
        times.sort_unstable();
        Row {
            method: "",
            mode: "",
            names: 0,
            queries: times.len(),
            median_ns: times[times.len() / 2],
            mean_ns: times.iter().sum::<u128>() / times.len() as u128,
            p99_ns: times[times.len() * 99 / 100],
            recall: 0.0,
            bytes_per_name: None,
            build_s: 0.0,
            mb_per_s: None,
            names_only: None,
        }
    }

    fn per_second(&self) -> f64 {
        1e9 / self.mean_ns as f64
    }

    /// The row as an object, keys in this order.
    pub fn json(&self) -> String {
        let number = |number: Option<f64>| number.map_or("null".into(), |n| format!("{n:.1}"));
        format!(
            "{{\"method\":\"{}\",\"mode\":\"{}\",\"names\":{},\"median_ns\":{},\"mean_ns\":{},\
             \"p99_ns\":{},\"per_second\":{:.0},\"recall\":{:.4},\"bytes_per_name\":{},\
             \"build_s\":{:.2},\"mb_per_s\":{},\"queries\":{},\
             \"names_only_mb_per_s\":{}}}",
            self.method,
            self.mode,
            self.names,
            self.median_ns,
            self.mean_ns,
            self.p99_ns,
            self.per_second(),
            self.recall,
            number(self.bytes_per_name),
            self.build_s,
            number(self.mb_per_s),
            self.queries,
            number(self.names_only.map(|(speed, _)| speed)),
        )
    }
}

/// Prints rows as a table with a line of headings.
pub fn print_table(out: &mut impl Write, rows: &[Row]) -> io::Result<()> {
    writeln!(
        out,
        "{:26} {:7} {:>10} {:>10} {:>10} {:>10} {:>8} {:>8} {:>7} {:>7} {:>8}",
        "method",
        "mode",
        "median us",
        "mean us",
        "p99 us",
        "per s",
        "recall",
        "B/name",
        "build s",
        "MB/s",
        "queries"
    )?;
    for row in rows {
        let us = |ns: u128| ns as f64 / 1000.0;
        let number = |number: Option<f64>| number.map_or("-".into(), |n| format!("{n:.1}"));
        writeln!(
            out,
            "{:26} {:7} {:>10.1} {:>10.1} {:>10.1} {:>10.0} {:>8.4} {:>8} {:>7.2} {:>7} {:>8}",
            row.method,
            row.mode,
            us(row.median_ns),
            us(row.mean_ns),
            us(row.p99_ns),
            row.per_second(),
            row.recall,
            number(row.bytes_per_name),
            row.build_s,
            number(row.mb_per_s),
            row.queries,
        )?;
    }
    for row in rows {
        if let Some((speed, recall)) = row.names_only {
            let method = row.method;
            writeln!(
                out,
                "{method}, names alone without judging them: {speed:.1} MB/s, recall {recall:.4}"
            )?;
        }
    }
    Ok(())
}
