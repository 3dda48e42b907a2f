//! Any table through `toponym batch`: a row comes out for each that goes in, and the program ends with 0 or 2.
#![no_main]

use libfuzzer_sys::fuzz_target;
use toponym_cli::{Console, run};
use toponym_fuzz::INDEX_FILE;

fuzz_target!(|data: &[u8]| {
    let Some((how, table)) = data.split_first() else {
        return;
    };
    let mut args = vec![
        "toponym",
        "batch",
        "--threads",
        "1",
        "--index",
        INDEX_FILE.to_str().unwrap(),
    ];
    match how % 4 {
        0 => {}
        1 => args.extend(["--name-column", "city", "--country-column", "country"]),
        2 => args.extend(["--delimiter", ";", "--encoding", "utf-8"]),
        _ => args.push("--quiet"),
    }
    let mut input = table;
    let (mut output, mut messages) = (Vec::new(), Vec::new());
    let status = run(
        args,
        &mut Console::new(&mut input, &mut output, &mut messages),
    );
    assert!(matches!(status, 0 | 2), "{status}");
    if status == 0 && !output.is_empty() {
        let mut rows = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(&output[..]);
        assert!(rows.byte_records().all(|row| row.is_ok()));
    }
});
