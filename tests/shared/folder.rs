//! Facts and texts that lie beside the project, in the folder that `TOPONYM_SHARED` names.

use std::io::Write;
use std::path::PathBuf;

/// The folder; none, and a notice, if the variable is not set.
///
/// # Panics
/// If it is set to what is no folder: whoever sets it wants these tests to run.
pub fn folder(tested: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("TOPONYM_SHARED").map(PathBuf::from) else {
        let notice = format!("skipped: {tested} (TOPONYM_SHARED is not set)\n");
        // Not by `eprintln!`, whose output the harness keeps to itself when a test passes.
        std::io::stderr().write_all(notice.as_bytes()).unwrap();
        return None;
    };
    assert!(
        folder.is_dir(),
        "TOPONYM_SHARED: {} is no folder",
        folder.display()
    );
    Some(folder)
}
