//! The text of PDF files.
//!
//! `pdf-extract` panics over some damaged files, and some that are made for it never end, or end the process: where
//! [`read_pdf_if_asked`] is called each file is read in a process of its own, which is the same program with one
//! argument. Elsewhere it works on a thread of its own, and a panic alone is an error.
//!
//! What it cannot read it leaves out without a word. So `whole` finds pages and streams that are missing, `unpack` unpacks
//! what pages and forms show, and `content` writes that anew in the form that the crate reads whole, with the text that
//! stands for some of it. `plain` and `form_fonts` put it in its place, `fonts` writes what fonts say of their letters (by
//! `cmap` and `glyph_names`), and what is still not read is an error where a page shows it (`unread`). `pages` collects the
//! text, `lines` puts the parts of a line into their order, and `order` what is written from right to left into the one in
//! which it is read.

mod cmap;
mod content;
mod fonts;
mod form_fonts;
mod glyph_names;
mod lines;
#[cfg(test)]
mod made_file;
mod order;
mod pages;
mod plain;
mod unpack;
mod unread;
mod whole;

use crate::input::pdf::pages::pages;
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::panic::{set_hook, take_hook};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// The thread's name, by which [`silence_pdf_panics`] knows it.
const THREAD: &str = "toponym-pdf";

/// Deeply nested objects are read by recursion.
const STACK: usize = 64 << 20;

/// The argument by which a process is asked to read a file from standard input, and to write its text to standard output.
const ASKED: &str = "__read-pdf";

/// The exit status where standard output has what is wrong with the file.
const IS_WRONG: u8 = 3;

/// How long a file may be read: so long, and as much again for each so many bytes.
const TIME: Duration = Duration::from_secs(10);
const BYTES_IN_TIME: usize = 1 << 20;

/// The most memory that a process that reads a file may ask for.
#[cfg(target_os = "linux")]
const MAX_MEMORY: u64 = 4 << 30;

/// The most bytes of text, and of a message.
const MAX_TEXT: u64 = 256 << 20;

/// The program that reads files in processes of its own.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// What a file that ends its reader is told as.
const UNREADABLE: &str = "not readable as PDF; convert it first, for instance with pdftotext";

/// The text, line by line in the order in which the file draws them, and what is written from right to left as it is read.
pub(crate) fn text(file: Vec<u8>) -> Result<String, String> {
    match PROGRAM.get() {
        Some(program) => match start(program) {
            Ok(reader) => text_by(reader, &file),
            Err(error) => Err(format!("the reader of PDF files does not start: {error}")),
        },
        None => text_here(file),
    }
}

/// The text, read by a thread of this process.
fn text_here(file: Vec<u8>) -> Result<String, String> {
    let builder = thread::Builder::new().name(THREAD.into()).stack_size(STACK);
    let thread = builder.spawn(move || pages(&file));
    let thread = thread.map_err(|error| format!("not readable as PDF: {error}"))?;
    match thread.join() {
        Ok(Ok(text)) => Ok(text),
        Ok(Err(error)) => Err(format!("not readable as PDF: {error}")),
        Err(_) => Err(UNREADABLE.into()),
    }
}

fn start(program: &Path) -> io::Result<Child> {
    let mut command = Command::new(program);
    let command = command.arg(ASKED).stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()
}

/// The text, read by a process that was started for it. One that takes too long is ended.
fn text_by(mut reader: Child, file: &[u8]) -> Result<String, String> {
    let limit = time_for(file);
    let (input, output) = (reader.stdin.take(), reader.stdout.take());
    let (send, receive) = channel();
    let (told, is_late, status) = thread::scope(|scope| {
        let write = move || {
            // One that ends before it has read all tells why by its end.
            input.map(|mut input| input.write_all(file));
        };
        let read = move || {
            let mut told = Vec::new();
            // What cannot be read to its end is told by the end of the process.
            let _ = output.map(|output| output.take(MAX_TEXT).read_to_end(&mut told));
            let _ = send.send(told);
        };
        let builder = thread::Builder::new;
        let started = builder().spawn_scoped(scope, read);
        let started = started.and_then(|_| builder().spawn_scoped(scope, write));
        if let Err(error) = started {
            let _ = reader.kill();
            return (Vec::new(), false, reader.wait().and(Err(error)));
        }
        let told = receive.recv_timeout(limit);
        let is_late = told.is_err();
        let told = told.unwrap_or_default();
        let ended = match is_late || is_too_long(&told) {
            true => reader.kill(),
            // It has closed its output, and ends.
            false => Ok(()),
        };
        (told, is_late, ended.and_then(|()| reader.wait()))
    });
    if is_too_long(&told) {
        return Err(format!(
            "this file has {MAX_TEXT} bytes of text or more, of which fewer are read; part it"
        ));
    }
    let told = String::from_utf8(told).map_err(|_| UNREADABLE.to_owned());
    match status.map(|status| status.code()) {
        Ok(Some(0)) => told,
        Ok(Some(code)) if code == i32::from(IS_WRONG) => Err(told?),
        _ if is_late => Err(format!(
            "not read as PDF within {} s; convert it first, for instance with pdftotext",
            limit.as_secs()
        )),
        Ok(_) => Err(UNREADABLE.into()),
        Err(error) => Err(format!("not readable as PDF: {error}")),
    }
}

/// How long a file may be read.
fn time_for(file: &[u8]) -> Duration {
    TIME * u32::try_from(1 + file.len() / BYTES_IN_TIME).unwrap_or(u32::MAX)
}

fn is_too_long(text: &[u8]) -> bool {
    text.len() as u64 >= MAX_TEXT
}

/// Bounds what this process may take, so that it ends even if the one that started it did. Where that cannot be had, that
/// one bounds the time.
#[cfg(target_os = "linux")]
fn set_limits(file: &[u8]) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let most = |most| Rlimit {
        current: Some(most),
        maximum: Some(most),
    };
    let _ = setrlimit(Resource::As, most(MAX_MEMORY));
    let _ = setrlimit(Resource::Cpu, most(time_for(file).as_secs() + 1));
}

/// For the main function of programs that are nothing but the command, which gives them back the exit status where the
/// process was started to read one file. From then on each PDF file is read in a process of its own, within 10 seconds
/// and as many for each MiB of it, and, on Linux, in 4 GiB of memory: whatever it does to its reader, it is an error.
pub fn read_pdf_if_asked() -> Option<u8> {
    let mut args = std::env::args_os();
    // It may be replaced while it runs.
    let program = match cfg!(target_os = "linux") {
        true => Some(PathBuf::from("/proc/self/exe")),
        false => std::env::current_exe().ok(),
    };
    if args.nth(1).as_deref() != Some(OsStr::new(ASKED)) || args.next().is_some() {
        if let Some(program) = program {
            PROGRAM.get_or_init(|| program);
        }
        return None;
    }
    let mut file = Vec::new();
    let text = match io::stdin().read_to_end(&mut file) {
        Ok(_) => {
            #[cfg(target_os = "linux")]
            set_limits(&file);
            text_here(file)
        }
        Err(error) => Err(error.to_string()),
    };
    let (told, status) = match text {
        Ok(text) => (text, 0),
        Err(why) => (why, IS_WRONG),
    };
    match io::stdout().write_all(told.as_bytes()) {
        Ok(()) => Some(status),
        Err(_) => Some(1),
    }
}

/// Keeps what damaged PDF files make a library panic about off standard error, where the panic hook
/// of the process would write it; for programs that are nothing but the command.
pub fn silence_pdf_panics() {
    let hook = take_hook();
    set_hook(Box::new(move |panic| {
        if thread::current().name() != Some(THREAD) {
            hook(panic);
        }
    }));
}
