//! The log: threads hand lines over, and the command writes them. Lines that nobody takes in time are
//! left out rather than waited for, since requests come first.

use crate::commands::serve::args::{LogFormat, LogLevel};
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;
use tracing::{Dispatch, Level};

/// Lines that may wait.
const WAITING: usize = 4096;

/// How often to look whether there is an end.
const LOOK: Duration = Duration::from_millis(50);

/// Where lines arrive.
pub(crate) struct Lines {
    lines: Receiver<Vec<u8>>,
    lost: Arc<AtomicU64>,
}

/// What takes a line.
struct Line {
    sender: SyncSender<Vec<u8>>,
    lost: Arc<AtomicU64>,
    text: Vec<u8>,
}

/// What is logged, and where it arrives.
pub(crate) fn channel(level: LogLevel, format: LogFormat) -> (Dispatch, Lines) {
    let (sender, lines) = sync_channel(WAITING);
    let lost = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&lost);
    let writer = move || Line {
        sender: sender.clone(),
        lost: Arc::clone(&counter),
        text: Vec::new(),
    };
    let log = tracing_subscriber::fmt()
        .with_max_level(Level::from(level))
        .with_ansi(false)
        .with_target(false)
        .with_writer(writer);
    let dispatch = match format {
        LogFormat::Text => Dispatch::new(log.finish()),
        LogFormat::Json => Dispatch::new(log.json().flatten_event(true).finish()),
    };
    (dispatch, Lines { lines, lost })
}

impl Lines {
    /// Writes lines until there is an end. Where nobody reads them, the service goes on.
    pub fn write(&self, out: &mut dyn Write, is_finished: impl Fn() -> bool) {
        loop {
            match self.lines.recv_timeout(LOOK) {
                Ok(line) => write(out, &line),
                Err(RecvTimeoutError::Timeout) if !is_finished() => {}
                Err(_) => break,
            }
            let lost = self.lost.swap(0, Ordering::Relaxed);
            if lost > 0 {
                write(
                    out,
                    format!("{lost} lines of the log are left out\n").as_bytes(),
                );
            }
        }
        for line in self.lines.try_iter() {
            write(out, &line);
        }
    }
}

fn write(out: &mut dyn Write, line: &[u8]) {
    let _ = out.write_all(line);
    let _ = out.flush();
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.text.is_empty() {
            return;
        }
        if self
            .sender
            .try_send(std::mem::take(&mut self.text))
            .is_err()
        {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
    }
}
