//! `toponym index verify`: whether a file is a whole index.

use crate::stop::{Input, Stop};
use clap::Args;
use std::io::Write;
use std::path::PathBuf;
use toponym::Index;

/// Check index files whole: their checksums, and that all that is in them leads somewhere.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct VerifyArgs {
    /// The files
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  toponym index verify cities.toponym

Exit status: 0 if they are whole, 2 if one is not, which ends the check.";

pub(crate) fn run(args: &VerifyArgs, output: &mut dyn Write) -> Result<Input, Stop> {
    for file in &args.files {
        let index = Index::open_mmap(file)?;
        index
            .verify()
            .map_err(|error| Stop::File(format!("{}: {error}", file.display())))?;
        let (places, names) = (index.places().len(), index.name_count());
        writeln!(
            output,
            "{}: whole, {places} places, {names} names",
            file.display()
        )?;
    }
    output.flush()?;
    Ok(Input::Good)
}
