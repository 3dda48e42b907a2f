//! Any table through `toponym batch`: a row comes out for each that goes in, and the program ends with 0 or 2.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use toponym_cli::{BatchProbe, Console};
use toponym_fuzz::INDEX_FILE;

static COMMANDS: LazyLock<[BatchProbe; 4]> = LazyLock::new(|| {
    let options: [&[&str]; 4] = [
        &[],
        &["--column", "city", "--country-column", "country"],
        &["--delimiter", ";", "--encoding", "utf-8"],
        &["--quiet"],
    ];
    options.map(|options| {
        let index = ["--threads", "1", "--index", INDEX_FILE.to_str().unwrap()];
        BatchProbe::new(&[&index, options].concat()).expect("the options are right")
    })
});

/// How many rows there are in what is written: line ends outside of quotes.
fn rows(written: &[u8]) -> usize {
    let ends = |quoted: &mut bool, &byte: &u8| {
        *quoted ^= byte == b'"';
        Some(usize::from(byte == b'\n' && !*quoted))
    };
    written.iter().scan(false, ends).sum()
}

fuzz_target!(|data: &[u8]| {
    let Some((how, table)) = data.split_first() else {
        return;
    };
    let mut input = table;
    let (mut output, mut messages) = (Vec::new(), Vec::new());
    let command = &COMMANDS[usize::from(how % 4)];
    let status = command.run(&mut Console::new(&mut input, &mut output, &mut messages));
    assert!(matches!(status, 0 | 2), "{status}");
    let messages = String::from_utf8(messages).expect("messages are for people");
    // `toponym batch: -: 3 rows: 1 resolved, ..`
    let summary = messages.lines().find_map(|line| line.split_once(" rows: "));
    if let Some((before, _)) = summary {
        let answered: usize = before.rsplit(' ').next().unwrap().parse().unwrap();
        assert_eq!(rows(&output), 1 + answered, "{messages}");
    }
});
