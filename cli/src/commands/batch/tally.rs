//! How many rows are done, and what became of them.

use crate::commands::batch::answer::{Answer, Unread};
use crate::commands::batch::columns::Question;
use crate::commands::batch::rows::{Fault, Row};
use crate::console::Messages;
use crate::stop::Input;
use indicatif::ProgressBar;
use toponym::Status;

/// So many bad rows are named; all are counted.
const MAX_NAMED: u64 = 10;

/// Counts rows, and names those that are bad.
#[derive(Default)]
pub(crate) struct Tally {
    file: String,
    pub rows: u64,
    pub resolved: u64,
    pub ambiguous: u64,
    unknown: u64,
    other_fields: u64,
    misencoded: u64,
    /// Rows that a quote makes of all the rest of the file.
    unclosed: u64,
    countries_unread: u64,
    points_unread: u64,
}

impl Tally {
    pub fn new(file: &str) -> Tally {
        Tally {
            file: file.to_owned(),
            ..Tally::default()
        }
    }

    /// Counts a bad row that is written, and names it if it is one of the first.
    pub fn add_bad(
        &mut self,
        row: &Row,
        fault: Fault,
        messages: &mut Messages<'_>,
        bar: &ProgressBar,
    ) {
        self.rows += 1;
        match fault {
            Fault::Fields { .. } => self.other_fields += 1,
            Fault::Encoding { .. } => self.misencoded += 1,
            Fault::Quote { .. } => self.unclosed += 1,
        }
        if self.bad() <= MAX_NAMED {
            bar.suspend(|| messages.note(format_args!("{}:{}: {fault}", self.file, row.line)));
        }
    }

    /// Counts a row that is answered, and names the first whose country or point says nothing.
    pub fn add(
        &mut self,
        row: &Row,
        question: &Question,
        answer: &Answer,
        messages: &mut Messages<'_>,
        bar: &ProgressBar,
    ) {
        self.rows += 1;
        match answer.status {
            Status::Resolved => self.resolved += 1,
            Status::Ambiguous => self.ambiguous += 1,
            _ => self.unknown += 1,
        }
        let (count, what) = match answer.unread {
            None => return,
            Some(Unread::Country) => {
                let what = format!("the country {:?} is not known", question.country);
                (&mut self.countries_unread, what)
            }
            Some(Unread::Point) => {
                let (latitude, longitude) = (&question.latitude, &question.longitude);
                let what = format!("{latitude:?}, {longitude:?} is no point in degrees");
                (&mut self.points_unread, what)
            }
        };
        *count += 1;
        if *count == 1 {
            let note = format!(
                "{}:{}: {what}; the name is resolved without",
                self.file, row.line
            );
            bar.suspend(|| messages.note(note));
        }
    }

    /// Says how many rows are bad.
    pub fn end(&self, messages: &mut Messages<'_>) -> Input {
        if self.bad() == 0 {
            return Input::Good;
        }
        messages.note(format_args!(
            "{}: {} of {} rows are bad_row: {} with another number of fields than the \
             header, {} not UTF-8{}",
            self.file,
            self.bad(),
            self.rows,
            self.other_fields,
            self.misencoded,
            match self.unclosed {
                0 => "",
                _ => ", the last with a quote that is never closed",
            }
        ));
        Input::PartlyBad
    }

    /// Says what became of the rows.
    pub fn summarize(&self, blank_rows: u64, messages: &mut Messages<'_>) {
        messages.note(format_args!(
            "{}: {} rows: {} resolved, {} ambiguous, {} unknown, {} bad",
            self.file,
            self.rows,
            self.resolved,
            self.ambiguous,
            self.unknown,
            self.bad()
        ));
        if blank_rows > 0 {
            messages.note(format_args!(
                "{}: {blank_rows} of them are blank lines, which are rows of empty fields",
                self.file
            ));
        }
        for (count, what) in [
            (self.countries_unread, "countries"),
            (self.points_unread, "points"),
        ] {
            if count > 0 {
                messages.note(format_args!(
                    "{}: the {what} of {count} rows could not be read and were left out",
                    self.file
                ));
            }
        }
    }

    /// Whether names were asked for and none was found.
    pub fn is_in_vain(&self) -> bool {
        self.unknown > 0 && self.resolved + self.ambiguous == 0
    }

    fn bad(&self) -> u64 {
        self.other_fields + self.misencoded + self.unclosed
    }
}
