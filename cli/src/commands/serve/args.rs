//! The command line of `toponym serve`.

use crate::args::IndexOption;
use crate::service::limits::Limits;
use clap::{Args, ValueEnum};
use std::num::NonZero;
use std::thread::available_parallelism;
use tracing::Level;

/// Answer names, points and texts over HTTP, with a search page, and reconcile columns of
/// spreadsheets, as OpenRefine asks for.
///
/// Only programs of this machine can ask, unless --listen names another address. The index is read again,
/// without a gap, on the signal HUP; INT and TERM end the service when all requests are answered.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ServeArgs {
    /// Where requests come in: an address and a port (0 for a free one). An address that other machines
    /// reach, such as 0.0.0.0:8080, is for use behind a proxy: there is no encryption and no password
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    pub listen: String,
    #[command(flatten)]
    pub index: IndexOption,
    /// Where clients reach the service, such as https://example.org/places, if that is not the address
    /// they name: behind a proxy that encrypts, or below a path
    #[arg(long, value_name = "URL", value_parser = public_url)]
    pub public_url: Option<String>,
    /// Threads that answer; as many as there are processors, if it is not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
    /// What is logged on standard error; debug has a line for each request, without what was asked
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t)]
    pub log: LogLevel,
    /// How it is logged: lines for people, or JSON objects
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub log_format: LogFormat,
    #[command(flatten)]
    pub limits: Limits,
}

/// How much is logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogLevel {
    /// Faults of the program
    Error,
    /// An index that cannot be read again, and the like
    Warn,
    /// Start, end, and each time the index is read again
    #[default]
    Info,
    /// Each request
    Debug,
}

/// How it is logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// Lines for people
    #[default]
    Text,
    /// A JSON object a line
    Json,
}

const EXAMPLES: &str = "\
Examples:
  toponym serve                                     then open http://127.0.0.1:8080/
  toponym serve --index world.toponym --listen 127.0.0.1:9000
  toponym serve --listen 0.0.0.0:8080 --public-url https://example.org/places --log-format json
  curl 'http://127.0.0.1:8080/v1/resolve?q=Xank%C9%99ndi'
  curl -H 'Content-Type: text/plain' --data-binary @article.txt http://127.0.0.1:8080/v1/scan
  kill -HUP PID                                     after the index file was replaced

In OpenRefine: Reconcile, Start reconciling.., Add standard service, http://127.0.0.1:8080/reconcile

Exit status: 0 after INT or TERM; 2 for a bad command line, an address that cannot be used or an index
that cannot be read.";

impl ServeArgs {
    /// How many threads answer.
    pub fn threads(&self) -> usize {
        let processors = || available_parallelism().map_or(1, NonZero::get);
        self.threads.map_or_else(processors, usize::from)
    }
}

impl From<LogLevel> for Level {
    fn from(level: LogLevel) -> Level {
        match level {
            LogLevel::Error => Level::ERROR,
            LogLevel::Warn => Level::WARN,
            LogLevel::Info => Level::INFO,
            LogLevel::Debug => Level::DEBUG,
        }
    }
}

fn public_url(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://");
    let rest = rest.or_else(|| text.strip_prefix("http://"));
    let is_plain =
        |c: char| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '"' | '<' | '>' | '\\');
    match rest {
        Some(rest) if !rest.is_empty() && rest.chars().all(is_plain) => {
            Ok(text.trim_end_matches('/').to_owned())
        }
        _ => Err("expected a URL such as https://example.org/places".to_owned()),
    }
}
