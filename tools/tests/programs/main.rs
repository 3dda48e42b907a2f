//! Runs the tools: what they write, and how they end.

#[cfg(feature = "base-map")]
mod base_map;
mod check_gazetteer;
mod evaluate;
mod evaluate_queries;
#[path = "../../../cli/tests/cli/program.rs"]
#[allow(dead_code, reason = "the order of keys is asked of the command only")]
mod program;
#[cfg(feature = "base-map")]
#[path = "../../../tests/shared/folder.rs"]
mod shared;
#[cfg(target_os = "linux")]
#[path = "../../../cli/tests/cli/stream_checks.rs"]
mod stream_checks;
mod streams;

/// Where cargo has put a tool: right in the folder of the profile, beside `deps/`, which holds this test.
/// (Cargo names binaries to tests of their package, but by a name that is known when the test is
/// compiled.)
fn binary(tool: &str) -> std::path::PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().and_then(|deps| deps.parent()).unwrap();
    let path = profile.join(format!("{tool}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.exists(), "{} is missing", path.display());
    path
}
