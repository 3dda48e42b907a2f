//! The command `toponym`: hands its arguments and streams to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(feature = "pdf")]
    {
        toponym_cli::silence_pdf_panics();
        if let Some(status) = toponym_cli::read_pdf_if_asked() {
            return ExitCode::from(status);
        }
    }
    ExitCode::from(toponym_cli::run_on_standard_streams(std::env::args_os()))
}
