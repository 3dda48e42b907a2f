//! The text of PDF files.
//!
//! `pdf-extract` panics over some damaged files: it works on a thread of its own, and what it
//! panics about is an error.

use std::panic::{set_hook, take_hook};
use std::thread;

/// The thread's name, by which [`silence_pdf_panics`] knows it.
const THREAD: &str = "toponym-pdf";

/// Deeply nested objects are read by recursion.
const STACK: usize = 64 << 20;

/// The text, in the order in which the file draws it.
pub(crate) fn text(file: Vec<u8>) -> Result<String, String> {
    let builder = thread::Builder::new().name(THREAD.into()).stack_size(STACK);
    let thread = builder.spawn(move || pdf_extract::extract_text_from_mem(&file));
    let thread = thread.map_err(|error| format!("not readable as PDF: {error}"))?;
    match thread.join() {
        Ok(Ok(text)) => Ok(text),
        Ok(Err(error)) => Err(format!("not readable as PDF: {error}")),
        Err(_) => Err("not readable as PDF; convert it first, for instance with pdftotext".into()),
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
