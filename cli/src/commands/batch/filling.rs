//! Rows as they are written: filled up with empty fields to the width of the header, so that what is added stands under
//! its title. How many there may be of these has a bound: a wide header and blank lines would make a table of
//! gigabytes out of one of kilobytes.

use crate::commands::batch::rows::Row;
use crate::stop::Stop;
use std::io::Write;

/// So many empty fields may be written for each byte that is read. Of tables whose rows are mostly whole, and of those
/// of a few hundred columns between whose rows lines are blank, far fewer are.
const FOR_EACH_BYTE: u64 = 16;

/// So many besides, whatever is read.
const BESIDES: u64 = 16 << 20;

/// The width that rows are filled up to, and how many fields they may still be filled with.
pub(crate) struct Filling {
    width: usize,
    left: u64,
}

impl Filling {
    pub fn new(width: usize) -> Filling {
        Filling {
            width,
            left: BESIDES,
        }
    }

    /// Counts what a row is to be filled with; says whether it may be.
    pub fn allows(&mut self, row: &Row) -> bool {
        // A delimiter or a line end behind each field, and the line end of a blank line.
        let read = row.fields.as_slice().len() + row.fields.len().max(1);
        self.left = self.left.saturating_add(read as u64 * FOR_EACH_BYTE);
        match self.left.checked_sub(self.missing(row) as u64) {
            Some(left) => {
                self.left = left;
                true
            }
            None => false,
        }
    }

    /// That a row is not written because more would be filled than may be.
    pub fn exceeded(&self, table: &str, row: &Row) -> Stop {
        Stop::File(format!(
            "{table}:{}: up to here so many rows are blank or short that filling them up to the {} fields of the header \
             makes many times the table; take out blank lines and columns that are not needed, or say --delimiter if \
             it is another",
            row.line, self.width
        ))
    }

    /// Writes a row so that what is added stands under its title, be the row short or long.
    pub fn write<'a, W: Write>(
        &self,
        out: &mut csv::Writer<W>,
        row: &'a Row,
        cells: impl Iterator<Item = &'a str>,
    ) -> csv::Result<()> {
        let fields = row.fields.iter().take(self.width);
        let filled = fields.chain(std::iter::repeat_n(&b""[..], self.missing(row)));
        let answered = filled.chain(cells.map(str::as_bytes));
        out.write_record(answered.chain(row.fields.iter().skip(self.width)))
    }

    fn missing(&self, row: &Row) -> usize {
        self.width.saturating_sub(row.fields.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{BESIDES, FOR_EACH_BYTE, Filling};
    use crate::commands::batch::rows::Row;
    use csv::ByteRecord;

    fn row(fields: &[&str]) -> Row {
        Row {
            fields: ByteRecord::from(fields.to_vec()),
            line: 1,
            fault: None,
        }
    }

    #[test]
    fn rows_are_filled_with_so_many_fields_for_what_is_read() {
        const WIDTH: usize = 10_000;
        let mut filling = Filling::new(WIDTH);
        let blank = row(&[]);
        let allowed = (0..).take_while(|_| filling.allows(&blank)).count() as u64;
        assert_eq!(allowed, BESIDES / (WIDTH as u64 - FOR_EACH_BYTE));
    }

    #[test]
    fn tables_that_people_have_are_filled_without_end() {
        let whole: Vec<&str> = vec!["a name"; 200];
        let tables: [(usize, &[Row]); 4] = [
            (17, &[row(&[])]),
            (100, &[row(&["Gyumri"])]),
            (200, &[row(&whole), row(&[])]),
            (200, &[row(&whole), row(&["Gyumri"]), row(&[])]),
        ];
        for (width, rows) in tables {
            let mut filling = Filling::new(width);
            for row in rows.iter().cycle().take(2_000_000) {
                assert!(filling.allows(row), "{width} columns");
            }
        }
    }
}
