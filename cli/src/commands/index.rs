//! `toponym index`: makes index files, checks them, and looks places up in them.

mod build;
mod info;
pub(crate) mod place;
mod progress;
mod verify;

use crate::console::Messages;
use crate::stop::{Input, Stop};
use clap::{Args, Subcommand};
use std::io::Write;

/// Build, describe and check index files, and look up places by their ids.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct IndexArgs {
    #[command(subcommand)]
    command: IndexCommand,
}

#[derive(Debug, Subcommand)]
enum IndexCommand {
    Build(Box<build::BuildArgs>),
    Info(info::InfoArgs),
    Verify(verify::VerifyArgs),
    Place(place::PlaceArgs),
}

const EXAMPLES: &str = "\
Examples:
  toponym index build --embedded --geonames cities15000.zip --output cities.toponym
  toponym index info cities.toponym
  toponym index verify cities.toponym
  toponym index place gn:616635

Exit status: 0 if all is well, 2 if not.";

pub(crate) fn run(
    args: IndexArgs,
    output: &mut dyn Write,
    messages: &mut Messages<'_>,
) -> Result<Input, Stop> {
    match args.command {
        IndexCommand::Build(args) => build::run(&args, messages),
        IndexCommand::Info(args) => info::run(&args, output),
        IndexCommand::Verify(args) => verify::run(&args, output),
        IndexCommand::Place(args) => place::run(&args, output, messages),
    }
}
