//! The command `toponym` as a library: [`run`] takes the arguments and the streams, and gives the
//! exit status back. It neither prints by itself nor ends the process, so that a program in another
//! language can offer the same command; but for a service (`serve`) that was told to end, where its messages
//! cannot be written for seconds: then it ends the process.
//!
//! ```
//! use toponym_cli::{Console, run};
//!
//! let (mut output, mut messages) = (Vec::new(), Vec::new());
//! let mut input: &[u8] = b"";
//! let mut console = Console::new(&mut input, &mut output, &mut messages);
//! let status = run(["toponym", "resolve", "--format", "csv", "Gyumri"], &mut console);
//! assert_eq!(status, 0);
//! assert!(String::from_utf8(output).unwrap().contains("gn:616635"));
//! ```
//!
//! [`run_on_standard_streams`] does the same on the streams of the process. [`map`] draws the places that texts mention; [`write_file`] writes a file that is never there in part.
//!
//! `args` has what all commands share of their command lines, `input` the texts and tables that
//! are read, `output` the formats that are written; `commands` has a module for each command,
//! and a new one is a file there and a variant of `args::Command`.

mod args;
mod assets;
mod commands;
mod console;
mod gazetteer;
mod input;
pub mod map;
mod output;
#[cfg(feature = "serve")]
mod service;
mod standard_streams;
mod stop;
mod texts;

pub use crate::console::Console;
pub use crate::gazetteer::{container, country};
#[cfg(feature = "pdf")]
pub use crate::input::pdf::{read_pdf_if_asked, silence_pdf_panics};
pub use crate::output::destination::write_file;
pub use crate::standard_streams::run_on_standard_streams;
/// For the project's fuzz targets; no part of the interface.
#[cfg(feature = "unstable-service")]
#[doc(hidden)]
pub use crate::{commands::batch::probe::BatchProbe, service::probe::ServiceProbe};

use crate::args::{Cli, Command};
#[cfg(feature = "serve")]
use crate::commands::serve;
use crate::commands::{batch, completions, index, man, map as map_command, resolve, scan};
use crate::console::Messages;
use crate::stop::{Input, Stop};
use clap::error::ErrorKind;
use clap::{ArgMatches, CommandFactory, FromArgMatches};
use std::ffi::OsString;
use std::io::{self, Write};

/// Runs the command with these arguments, the first of which is the program's name, and gives back
/// its exit status: 0 if all is well, whatever the answers are; 2 for a bad command line, for input
/// that is bad, if only in part, and for output that cannot be written. `docs/output.md` says more.
pub fn run<I, T>(args: I, console: &mut Console<'_>) -> u8
where
    I: IntoIterator<Item = T>,
    T: Into<OsString> + Clone,
{
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    let mut command = Cli::command();
    let parsed = command.try_get_matches_from_mut(&args);
    let mut messages = Messages {
        program: match &parsed {
            Ok(matches) => called(&command, subcommands(matches)),
            // Whatever is wrong may stand behind the subcommand.
            Err(_) => called(&command, args.iter().skip(1).map_while(|arg| arg.to_str())),
        },
        out: console.messages,
        progress: console.progress,
    };
    let parsed = parsed.and_then(|matches| {
        Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
    });
    let end = match parsed {
        Ok(cli) => dispatch(
            cli,
            console.terminal,
            console.input,
            console.output,
            &mut messages,
        ),
        Err(error) if error.use_stderr() => Err(Stop::CommandLine(error)),
        Err(version) if version.kind() == ErrorKind::DisplayVersion => {
            let version = concat!("toponym ", env!("CARGO_PKG_VERSION"), "\n");
            print(console.output, version)
        }
        Err(help) => print(console.output, &help.render().to_string()),
    };
    stop::status(end, &mut messages)
}

fn dispatch(
    cli: Cli,
    terminal: bool,
    input: &mut dyn io::Read,
    output: &mut dyn Write,
    messages: &mut Messages<'_>,
) -> Result<Input, Stop> {
    let command = match cli.command {
        _ if cli.attribution => return print(output, toponym::ATTRIBUTION),
        Some(command) => command,
        None => return Err(Stop::Usage("there is no command".to_owned())),
    };
    match command {
        Command::Resolve(args) => resolve::run(&args, input, output, messages),
        Command::Scan(args) => scan::run(&args, input, output, messages),
        Command::Map(args) => map_command::run(&args, terminal, input, output, messages),
        Command::Batch(args) => batch::run(&args, input, output, messages),
        Command::Index(args) => index::run(args, output, messages),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, messages),
        Command::Completions(args) => completions::run(&args, output),
        Command::Man(args) => man::run(&args, output),
    }
}

fn print(output: &mut dyn Write, text: &str) -> Result<Input, Stop> {
    output.write_all(text.as_bytes())?;
    output.flush()?;
    Ok(Input::Good)
}

/// The subcommands that were given, the outermost first.
fn subcommands(matches: &ArgMatches) -> impl Iterator<Item = &str> {
    std::iter::successors(matches.subcommand(), |(_, inner)| inner.subcommand())
        .map(|(name, _)| name)
}

/// The command as messages call it, such as `toponym resolve`: with the subcommands that these words begin with.
fn called<'a>(root: &clap::Command, words: impl Iterator<Item = &'a str>) -> String {
    let mut command = root;
    let mut called = command.get_name().to_owned();
    for word in words {
        let Some(inner) = command.find_subcommand(word) else {
            break;
        };
        command = inner;
        called = format!("{called} {}", command.get_name());
    }
    called
}

/// The example of the page about maps, compiled and run as a test.
#[cfg(doctest)]
#[doc = include_str!("../../docs/map.md")]
struct MapDoctests;

#[cfg(test)]
mod tests {
    use crate::args::Cli;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
