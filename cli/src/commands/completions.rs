//! `toponym completions`: what a shell needs to complete the command line.

use crate::args::Cli;
use crate::stop::{Input, Stop};
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::io::Write;

/// Print what a shell needs to complete commands and options.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  toponym completions bash > ~/.local/share/bash-completion/completions/toponym
  toponym completions zsh > ~/.zfunc/_toponym
  toponym completions fish > ~/.config/fish/completions/toponym.fish

Exit status: 0 if it is printed, 2 if not.";

pub(crate) fn run(args: &CompletionsArgs, output: &mut dyn Write) -> Result<Input, Stop> {
    // Into memory first: what cannot be written there makes clap_complete panic.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "toponym", &mut script);
    output.write_all(&script)?;
    output.flush()?;
    Ok(Input::Good)
}
