//! The texts that are scanned.

use std::ffi::OsStr;
use std::io::{self, Read};

/// The text of a file, or of standard input if its name is `-`; the error is a message that
/// names the file.
pub fn read(file: &OsStr) -> Result<String, String> {
    let name = file.display();
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    let bytes = bytes.map_err(|error| format!("{name}: {error}"))?;
    // Offsets are bytes of the file, so a repaired copy of it would be of no use.
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes()[..at]
            .iter()
            .filter(|&&b| b == b'\n')
            .count();
        format!("{name}:{line}: not UTF-8 at byte {at}; convert it first, for instance with iconv")
    })
}
