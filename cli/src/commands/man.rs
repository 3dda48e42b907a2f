//! `toponym man`: manual pages.

use crate::args::Cli;
use crate::stop::{Input, Stop};
use clap::{Args, Command, CommandFactory};
use std::io::Write;

/// Print the manual page of a command, or of all.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ManArgs {
    /// The command, such as scan, or index build
    #[arg(value_name = "COMMAND")]
    path: Vec<String>,
}

const EXAMPLES: &str = "\
Examples:
  toponym man | man -l -
  toponym man scan | man -l -
  toponym man index build > toponym-index-build.1

Exit status: 0 if it is printed, 2 if not.";

pub(crate) fn run(args: &ManArgs, output: &mut dyn Write) -> Result<Input, Stop> {
    let mut root = Cli::command();
    // Gives the commands their full names.
    root.build();
    let mut command: &Command = &root;
    for name in &args.path {
        let inner = command.find_subcommand(name);
        command = inner.ok_or_else(|| Stop::Usage(format!("there is no command {name:?}")))?;
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    output.write_all(&page)?;
    output.flush()?;
    Ok(Input::Good)
}
