//! `toponym batch`: resolves a column of a table on all processors, and writes the places beside it.

mod answer;
pub(crate) mod args;
mod binary;
mod cells;
mod columns;
mod delimiter;
mod filling;
mod hint;
mod lines;
#[cfg(feature = "unstable-service")]
pub(crate) mod probe;
mod quotes;
mod rows;
mod tally;
mod version;
mod workers;

use crate::commands::batch::answer::{Answered, answer};
use crate::commands::batch::args::BatchArgs;
use crate::commands::batch::cells::ChosenColumn;
use crate::commands::batch::columns::{Columns, Question};
use crate::commands::batch::filling::Filling;
use crate::commands::batch::hint::{KEPT_ROWS, LONGEST_KEPT, hint};
use crate::commands::batch::rows::{Row, Rows, held};
use crate::commands::batch::tally::Tally;
use crate::commands::batch::version::Version;
use crate::commands::batch::workers::{answer_all, share};
use crate::console::Messages;
use crate::gazetteer::resolver;
use crate::input::encoding::EncodingChoice;
use crate::output::destination::{Destination, is_stream};
use crate::output::report::io_error;
use crate::stop::{Input, Stop};
use encoding_rs::UTF_8;
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read, Write};

pub(crate) fn run(
    args: &BatchArgs,
    input: &mut dyn Read,
    output: &mut dyn Write,
    messages: &mut Messages<'_>,
) -> Result<Input, Stop> {
    let added = args.columns()?;
    let resolver = resolver(args.index.path())?;
    let bar = bar(args, messages);
    let (mut rows, version) = open(args, input, &bar)?;
    let columns = Columns::find(args, &rows)?;
    if rows.encoding != UTF_8 && matches!(args.encoding, EncodingChoice::Auto) && !args.quiet {
        messages.note(format_args!(
            "{}: read as {}; if that is wrong, say --encoding",
            rows.name,
            rows.encoding.name()
        ));
    }
    // A table may take its own place, as it is all in its answer, but not be appended to itself.
    let read = is_stream(&args.destination).then(|| args.input_path());
    let mut destination = Destination::open(&args.destination, &args.index, read, output)?;
    let replaces_input = destination.replaces(args.input_path());
    if replaces_input && rows.is_guessed {
        return Err(rows.not_to_be_replaced_by_guess());
    }
    if args.bom {
        destination.write_all("\u{FEFF}".as_bytes())?;
    }
    // Long rows stay long.
    let mut out = csv::WriterBuilder::new()
        .flexible(true)
        .delimiter(rows.output_delimiter())
        .from_writer(destination);
    let titles = cells::titles(added, &rows.header);
    let header = rows
        .header
        .iter()
        .chain(titles.iter().map(String::as_bytes));
    out.write_record(header).map_err(io_error)?;

    let mut filling = Filling::new(rows.header.len());
    let bad_cells: Vec<&str> = added.iter().map(|column| column.of_bad_row()).collect();
    let longest = added.iter().map(ChosenColumn::longest).sum();
    let share = share(args.threads(), longest);
    let mut answered = Answered::default();
    let mut tally = Tally::new(&rows.name);
    let mut kept: Vec<Row> = Vec::new();
    let mut block = Vec::new();
    loop {
        let end = rows.read(&mut block, share * args.threads());
        if let Some(lost) = rows.lost.filter(|_| replaces_input) {
            bar.finish_and_clear();
            return Err(rows.not_to_be_replaced(lost));
        }
        let questions = questions(&block, &columns);
        let new = unanswered(&questions, &answered);
        // The index has no locks, so threads share it as they please.
        let all = answer_all(&new, share, |question| answer(&resolver, added, question));
        for (question, answer) in new.iter().zip(all.answers) {
            answered.insert((*question).clone(), answer);
        }
        for (row, question) in block.iter().zip(&questions) {
            if !filling.allows(row) {
                finish(out, false)?;
                bar.finish_and_clear();
                return Err(filling.exceeded(&rows.name, row));
            }
            let Some(question) = question else {
                let cells = bad_cells.iter().copied();
                filling.write(&mut out, row, cells).map_err(io_error)?;
                if let Some(fault) = row.fault {
                    tally.add_bad(row, fault, messages, &bar);
                }
                continue;
            };
            let Some(answer) = answered.get(question) else {
                finish(out, false)?;
                bar.finish_and_clear();
                return Err(Stop::File(format!(
                    "{}:{}: a fault in this program ends it at this row, those before it are \
                     written: {}",
                    rows.name,
                    row.line,
                    all.panic.unwrap_or_default()
                )));
            };
            let cells = answer.cells.iter().map(String::as_str);
            filling.write(&mut out, row, cells).map_err(io_error)?;
            tally.add(row, question, answer, messages, &bar);
        }
        answered.bound();
        bar.set_message(format!("{} rows", tally.rows));
        let is_last = block.is_empty();
        let good = block.drain(..).filter(|row| row.fault.is_none());
        let good = good.filter(|row| !args.quiet && held(row) <= LONGEST_KEPT);
        kept.extend(good.take(KEPT_ROWS.saturating_sub(kept.len())));
        // What was read before an error is not lost with it.
        if end.is_err() || is_last {
            // Somebody else may have written the table meanwhile. One that was removed is put back.
            let is_other = |now| Some(now) != version;
            let is_changed = || Version::of(args.input_path()).is_some_and(is_other);
            // Standard input may stand behind the beginning of its file, or be read by others too.
            let read = bar.position();
            let unread = version.map_or(0, |version| version.len().abs_diff(read));
            let is_replaced = end.is_ok() && replaces_input;
            let refused = match is_replaced {
                true if is_changed() => Some(rows.not_to_be_replaced_by_older()),
                true if unread > 0 => Some(rows.not_to_be_replaced_by_part(read)),
                _ => None,
            };
            finish(out, end.is_ok() && refused.is_none())?;
            bar.finish_and_clear();
            if let Some(refused) = refused {
                return Err(refused);
            }
            let input = tally.end(messages);
            if !args.quiet && tally.rows > 0 {
                tally.summarize(rows.blank_rows, messages);
                if tally.is_in_vain() {
                    messages.note(hint(&resolver, &rows, &columns, &kept));
                }
            }
            return end.map(|()| input);
        }
    }
}

/// Opens the table, and tells which version of its file was opened.
fn open<'c>(
    args: &BatchArgs,
    input: &'c mut dyn Read,
    bar: &ProgressBar,
) -> Result<(Rows<'c>, Option<Version>), Stop> {
    let version = Version::of(args.input_path());
    let (name, input): (String, Box<dyn Read + 'c>) = match &args.file {
        Some(path) if path.as_os_str() != "-" => {
            let name = path.display().to_string();
            let file = File::open(path).map_err(|error| Stop::File(format!("{name}: {error}")))?;
            if let Ok(metadata) = file.metadata()
                && metadata.is_file()
            {
                bar.set_length(metadata.len());
            }
            (name, Box::new(bar.wrap_read(file)))
        }
        _ => ("-".to_owned(), Box::new(bar.wrap_read(input))),
    };
    let rows = Rows::open(name, input, args.encoding, args.delimiter)?;
    Ok((rows, version))
}

/// Shows how much is read, on a terminal.
fn bar(args: &BatchArgs, messages: &Messages<'_>) -> ProgressBar {
    if args.quiet {
        return ProgressBar::hidden();
    }
    let bar = messages.bar(None);
    let template = "{bytes} of {total_bytes}, {msg}, {eta} left";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar
}

/// What each row asks; nothing if it is bad.
fn questions(block: &[Row], columns: &Columns) -> Vec<Option<Question>> {
    let good = |row: &Row| row.fault.is_none();
    let question = |row: &Row| good(row).then(|| columns.question(row));
    block.iter().map(question).collect()
}

/// The questions without an answer, each once, in the order of the rows.
fn unanswered<'q>(questions: &'q [Option<Question>], answered: &Answered) -> Vec<&'q Question> {
    let mut seen = HashSet::new();
    let questions = questions.iter().flatten();
    questions
        .filter(|question| answered.get(question).is_none() && seen.insert(*question))
        .collect()
}

/// Writes what is left and puts the file in its place. Where not all rows were written an older file stays: it may be
/// the very table that is read.
fn finish(mut out: csv::Writer<Destination<'_>>, all: bool) -> io::Result<()> {
    out.flush()?;
    let written = out.into_inner();
    let written = written.map_err(|error| io::Error::other(error.to_string()))?;
    match all {
        true => written.finish(),
        false => written.finish_part(),
    }
}
