//! The command `toponym`: hands its arguments and streams to the library.

use std::io;
use std::process::ExitCode;
use toponym_cli::Console;

fn main() -> ExitCode {
    #[cfg(feature = "pdf")]
    {
        toponym_cli::silence_pdf_panics();
        if let Some(status) = toponym_cli::read_pdf_if_asked() {
            return ExitCode::from(status);
        }
    }
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let terminal = io::IsTerminal::is_terminal(&output);
    let mut messages = io::stderr();
    let mut console = Console::new(&mut input, &mut output, &mut messages);
    console.progress = io::IsTerminal::is_terminal(&io::stderr());
    console.terminal = terminal;
    ExitCode::from(toponym_cli::run(std::env::args_os(), &mut console))
}
