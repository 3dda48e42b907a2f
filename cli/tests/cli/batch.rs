//! `batch`: every row comes out, in its order, whatever is wrong with it.

use crate::program::{Run, command, run};
use std::fs;
use std::path::Path;
use std::process::Command;

fn batch(args: &[&str], input: &str) -> Run {
    run("toponym batch", args, input.as_bytes())
}

/// The rows without the header, in cells.
fn rows(out: &str) -> Vec<Vec<&str>> {
    let rows = out.lines().skip(1);
    rows.map(|row| row.split(',').collect()).collect()
}

#[test]
fn rows_behind_a_block_of_bad_ones_are_written() {
    // Full blocks of bad rows for one thread and for three.
    for threads in ["1", "3"] {
        let mut input = "city,x\n".to_owned();
        let mut expected = Vec::new();
        for row in 0..3500 {
            let good = row >= 3400 || row == 7;
            input += &match good {
                true => format!("Gyumri,{row}\n"),
                false => "bad\n".to_owned(),
            };
            expected.push(match good {
                true => vec!["Gyumri".to_owned(), row.to_string(), "resolved".to_owned()],
                false => vec!["bad".to_owned(), String::new(), "bad_row".to_owned()],
            });
        }
        let run = batch(&["--quiet", "--threads", threads], &input);
        let found: Vec<_> = rows(&run.out).iter().map(|row| row[..3].to_vec()).collect();
        assert_eq!(found, expected, "{threads} threads");
        assert_eq!(run.status, 2);
        let messages: Vec<_> = run.err.lines().collect();
        assert_eq!(messages.len(), 11, "ten rows and the counts: {}", run.err);
        assert_eq!(
            messages[0],
            "toponym batch: -:2: fields: 1, in the header: 2"
        );
        assert_eq!(
            messages[7],
            "toponym batch: -:10: fields: 1, in the header: 2"
        );
        assert!(
            messages[10].starts_with("toponym batch: -: 3399 of 3500 rows are bad_row: 3399 with"),
            "{}",
            run.err
        );
    }
}

#[test]
fn bad_rows_keep_their_fields_and_their_line() {
    let input = b"\xEF\xBB\xBFcity,x\r\n\"Gyumri\",\"two\r\nlines\"\r\n\r\n\r\nBaku\r\nBaku,1,2,3\r\nB\xFFku,1\r\nGyumri,\"\xFE\"\r\nGyumri,";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("towns.csv");
    std::fs::write(&file, input).unwrap();
    let output = command("toponym batch")
        .arg("--quiet")
        .arg(&file)
        .output()
        .unwrap();
    let alone = batch(&[], "city\nGyumri\n").out;
    let (_, answer) = alone.split_once("\nGyumri").unwrap();
    assert!(answer.starts_with(",resolved,gn:616635,"), "{answer}");
    let gyumri = |row: &[u8]| [row, answer.as_bytes()].concat();
    let expected = [
        b"city,x,status,place_id,latitude,longitude,score\n".to_vec(),
        gyumri(b"Gyumri,\"two\r\nlines\""),
        b",,unknown,,,,\n".to_vec(),
        b",,unknown,,,,\n".to_vec(),
        b"Baku,,bad_row,,,,\n".to_vec(),
        b"Baku,1,bad_row,,,,,2,3\n".to_vec(),
        b"B\xFFku,1,bad_row,,,,\n".to_vec(),
        b"Gyumri,\xFE,bad_row,,,,\n".to_vec(),
        gyumri(b"Gyumri,"),
    ];
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&expected.concat())
    );
    assert_eq!(output.stdout, expected.concat());
    assert_eq!(output.status.code(), Some(2));
    let name = file.display();
    let messages = format!(
        "toponym batch: {name}:6: fields: 1, in the header: 2\n\
         toponym batch: {name}:7: fields: 4, in the header: 2\n\
         toponym batch: {name}:8: field 1 is not UTF-8; if the file is windows-1254, say --encoding windows-1254\n\
         toponym batch: {name}:9: field 2 is not UTF-8; if the file is windows-1254, say --encoding windows-1254\n\
         toponym batch: {name}: 4 of 8 rows are bad_row: 2 with another number of fields than the header, \
         2 not UTF-8\n"
    );
    assert_eq!(String::from_utf8_lossy(&output.stderr), messages);
}

#[test]
fn blank_lines_between_rows_are_rows() {
    for end in ["\n", "\r\n", "\r"] {
        let input = "\ncity\nGyumri\n\nBaku\n\n\nqqxxzzkk\n\n\n".replace('\n', end);
        let run = batch(&[], &input);
        let names: Vec<_> = rows(&run.out).iter().map(|row| row[0].to_owned()).collect();
        assert_eq!(names, ["Gyumri", "", "Baku", "", "", "qqxxzzkk"], "{end:?}");
        assert_eq!(run.status, 0);
        assert!(
            run.err.contains("-: 3 of them are blank lines"),
            "{}",
            run.err
        );
    }
    // More than a block of them.
    let run = batch(
        &["--threads", "1"],
        &format!("city,x\nGyumri,1\n{}Baku,2\nVan\n", "\n".repeat(3000)),
    );
    assert_eq!(rows(&run.out).len(), 3003);
    assert_eq!(rows(&run.out)[3001][..2], ["Baku", "2"]);
    assert!(run.err.contains("-:3004: fields: 1"), "{}", run.err);
}

#[test]
fn a_quote_that_is_never_closed_is_named() {
    for (input, line, rest) in [
        ("city\nGyumri\n\"Van\nKars\nBaku\n", 3, "Van\nKars\nBaku\n"),
        (
            "\u{feff}city\r\n\r\nGyumri\r\n\"Van\r\nKars",
            4,
            "Van\r\nKars",
        ),
        (
            "city\nGyumri\n\"Van \"\"x\"\"\nKars",
            3,
            "Van \"\"x\"\"\nKars",
        ),
        ("city\n\"Gyumri\nx\"\n\"Van\n", 4, "Van\n"),
        ("city\nGyumri\n\"\"\"Van\n", 3, "\"\"Van\n"),
    ] {
        let run = batch(&[], input);
        assert_eq!(run.status, 2, "{input}");
        let said = format!("-:{line}: the quote that opens in line {line} is never closed");
        assert!(run.err.contains(&said), "{}", run.err);
        let last = format!("\"{rest}\",bad_row,,,,\n");
        assert!(run.out.ends_with(&last), "{}", run.out);
    }
    let run = batch(&[], "n,city\n1,Gyumri\n2,\"Van\n3,Kars\n");
    assert!(
        run.err.contains("-:3: the quote that opens in line 3"),
        "{}",
        run.err
    );
    assert!(
        run.out.ends_with("2,\"Van\n3,Kars\n\",bad_row,,,,\n"),
        "{}",
        run.out
    );
    let header = batch(&[], "\"city\nGyumri\n");
    assert_eq!((header.status, header.out.as_str()), (2, ""));
    assert!(
        header.err.contains("-:1: the quote that opens in line 1"),
        "{}",
        header.err
    );
    // Quotes that are closed, or are none.
    for input in [
        "city\n\"Gyumri\"\n",
        "city\n\"Gyumri\"",
        "city\n\"Gyu\"mri\n",
        "city\nGyu\"mri\n",
        "city\n\"\"\n\"a\"\"\"\n",
    ] {
        let run = batch(&[], input);
        assert_eq!(run.status, 0, "{input}: {}", run.err);
    }
}

#[test]
fn good_rows_are_answered_in_silence() {
    let run = batch(
        &["--quiet", "--column", "b"],
        "a,b\n1,Gyumri\n2,qqxxzzkk\n3,\n",
    );
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let statuses: Vec<_> = rows(&run.out).iter().map(|row| row[2].to_owned()).collect();
    assert_eq!(statuses, ["resolved", "unknown", "unknown"]);
    // Neither a header alone nor nothing at all is a fault.
    assert_eq!(rows(&batch(&[], "a,b\n").out), Vec::<Vec<&str>>::new());
    assert_eq!(batch(&[], "").status, 0);
}

#[test]
fn bad_arguments_and_headers_are_named() {
    for (args, input, message) in [
        (
            &["--threads", "0"][..],
            "a\n",
            "'0' for '--threads <N>': expected",
        ),
        (
            &["--threads", "257"],
            "a\n",
            "'257' for '--threads <N>': expected",
        ),
        (&["--threads", "many"], "a\n", "--threads"),
        (&["--column", "c"], "a,b\n", "-:1: there is no such column"),
        (&["no/such/file"], "", "no/such/file: "),
    ] {
        let run = batch(args, input);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(message), "{}", run.err);
    }
    let header = run("toponym batch", &[], b"a,\xFF\nGyumri,1\n");
    assert_eq!((header.status, header.out.as_str()), (2, ""));
    assert!(
        header.err.contains("field 2 of the header"),
        "{}",
        header.err
    );
    let most = batch(&["--threads", "256"], "a\nGyumri\n");
    assert_eq!(most.status, 0);
}

#[test]
fn the_shared_cases_come_out_whole() {
    let Some(shared) = crate::shared::folder("cases for batch") else {
        return;
    };
    let case = |name: &str| {
        let file = shared.join("cases").join(name);
        let text = std::fs::read_to_string(&file).unwrap();
        let run = batch(&["--threads", "1", file.to_str().unwrap()], "");
        assert_eq!(run.status, 2, "{}", run.err);
        assert_eq!(run.out.lines().count(), text.lines().count(), "{name}");
        for (row, written) in text.lines().zip(run.out.lines()).skip(1) {
            assert!(written.starts_with(row), "{row}: {written}");
        }
        run.out
    };
    let out = case("batch-1024-bad-rows.csv");
    let rows = rows(&out);
    let good = rows.iter().filter(|row| row[2] == "resolved").count();
    assert_eq!((rows.len(), good), (1034, 10));
    assert_eq!(case("ragged.csv").lines().nth(1), Some("1,,bad_row,,,,"));
}

/// As `tests/shared.rs` has it of the other tests that need the folder.
#[test]
fn without_the_folder_the_shared_cases_are_skipped_and_with_a_wrong_one_they_fail() {
    let run = |folder: Option<&str>| {
        let mut test = Command::new(std::env::current_exe().unwrap());
        test.args(["--exact", "batch::the_shared_cases_come_out_whole"]);
        match folder {
            Some(folder) => test.env("TOPONYM_SHARED", folder),
            None => test.env_remove("TOPONYM_SHARED"),
        };
        let output = test.output().unwrap();
        [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap())
    };
    // No other test here needs it.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let asked = std::fs::read_dir(folder).unwrap().map(|file| {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        source
            .matches(concat!("crate::shared", "::folder("))
            .count()
    });
    assert_eq!(asked.sum::<usize>(), 1);
    let [out, err] = run(None);
    assert!(out.contains("1 passed; 0 failed"), "{out}");
    assert!(
        err.starts_with("skipped: ") && err.contains("TOPONYM_SHARED"),
        "{err}"
    );
    let [out, _] = run(Some("/no/such/folder"));
    assert!(out.contains("0 passed; 1 failed"), "{out}");
    assert!(
        out.contains("TOPONYM_SHARED: /no/such/folder is no folder"),
        "{out}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_is_found_whatever_its_name() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let file = folder
        .path()
        .join(std::ffi::OsStr::from_bytes(b"t\xFFwns.csv"));
    std::fs::write(&file, "city\nGyumri\n").unwrap();
    let output = command("toponym batch").arg(&file).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn a_table_that_cannot_be_read_to_its_end_is_not_replaced_by_a_part_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    let mut table = b"city\nBaku\nGyumri\n\"".to_vec();
    table.resize(table.len() + (17 << 20), b'x');
    fs::write(&path, &table).unwrap();
    let file = path.to_str().unwrap();
    let onto_itself = run("toponym batch", &[file, "-o", file], b"");
    assert_eq!(onto_itself.status, 2, "{}", onto_itself.err);
    assert!(fs::read(&path).unwrap() == table, "it is as it was");
    // What was answered is kept where nothing is lost by it.
    let new = folder.path().join("answers.csv");
    let beside = run("toponym batch", &[file, "-o", new.to_str().unwrap()], b"");
    assert_eq!(beside.status, 2, "{}", beside.err);
    assert!(fs::read_to_string(&new).unwrap().contains("gn:616635"));
}

#[test]
fn so_many_columns_are_added_and_no_more() {
    let columns = |many: usize| {
        let columns = vec!["id"; many].join(",");
        run(
            "toponym batch",
            &["-q", "--columns", &columns],
            b"city\nGyumri\n",
        )
    };
    let most = columns(512);
    assert_eq!(most.status, 0, "{}", most.err);
    assert!(most.out.contains(",id_512\n"));
    let more = columns(513);
    assert_eq!(more.status, 2);
    assert!(
        more.err.contains("513 columns, and at most 512"),
        "{}",
        more.err
    );
}

#[test]
fn quotes_that_end_before_their_field_are_letters_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.tsv");
    let file = path.to_str().unwrap();
    let table = "\u{FEFF}\"the\" city\tx\n\"Baku\" City\t\"1 \"\"a\"\"\"\nGyumri\t\"2\" b\n\n\"Goris\"\t3 \"c\"\n";
    fs::write(&path, table).unwrap();
    let run_onto_itself = run("toponym batch", &["--column", "1", file, "-o", file], b"");
    assert_eq!(run_onto_itself.status, 0, "{}", run_onto_itself.err);
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).delimiter(b'\t').from_path(&path);
    let rows: Vec<(String, String)> = reader
        .unwrap()
        .records()
        .map(|row| row.unwrap())
        .map(|row| (row[0].to_owned(), row[1].to_owned()))
        .collect();
    let expected = [
        ("\"the\" city", "x"),
        ("\"Baku\" City", "1 \"a\""),
        ("Gyumri", "\"2\" b"),
        ("", ""),
        ("Goris", "3 \"c\""),
    ];
    assert_eq!(rows, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));

    // Delimiters and line ends in quotes are known from those between fields.
    let table = "city,x,y\n\"Baku\" City,\"1,2\",\"a\nb\"\n\"Goris, \"x\"\",\"3\" c\n";
    let beside = run("toponym batch", &["--columns", "status"], table.as_bytes());
    assert_eq!(beside.status, 2, "{}", beside.err);
    for row in [
        "\"\"\"Baku\"\" City\",\"1,2\",\"a\nb\",",
        "\"\"\"Goris, \"\"x\"\"\"\"\",\"\"\"3\"\" c\",,bad_row",
    ] {
        assert!(beside.out.contains(row), "{}", beside.out);
    }
}

#[test]
fn a_byte_order_mark_says_more_than_the_name_of_an_encoding() {
    let text = "city,n\nغيومري,1\n";
    let marked = format!("\u{FEFF}{text}");
    let little = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for table in [little, big, marked.into_bytes()] {
        for named in [
            "auto",
            "utf-16",
            "utf-16le",
            "utf-16be",
            "utf-8",
            "windows-1256",
        ] {
            let found = run("toponym batch", &["-q", "--encoding", named], &table);
            assert_eq!(found.status, 0, "{named}: {}", found.err);
            assert!(found.out.contains("\nغيومري,1,"), "{named}: {}", found.out);
            assert!(found.out.contains("gn:616635"), "{named}: {}", found.out);
        }
    }
}

#[test]
fn standard_input_of_which_a_part_was_read_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    let table = "a title\ncity\nGyumri\n";
    let batch = |input: std::fs::File| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_toponym"));
        let command = command.args(["batch", "-q", "-o"]).arg(&path);
        command.stdin(input).output().unwrap()
    };
    for read in [b"a title\n".len(), table.len()] {
        fs::write(&path, table).unwrap();
        let mut input = fs::File::open(&path).unwrap();
        std::io::Read::read_exact(&mut input, &mut vec![0; read]).unwrap();
        let refused = batch(input);
        let told = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(2), "{told}");
        assert!(told.contains("bytes of it were read here"), "{told}");
        assert_eq!(fs::read_to_string(&path).unwrap(), table);
    }
    let all = batch(fs::File::open(&path).unwrap());
    assert_eq!(all.status.code(), Some(0));
    assert!(fs::read_to_string(&path).unwrap().starts_with("a title,"));
}

#[test]
fn a_table_in_a_guessed_encoding_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    let file = path.to_str().unwrap();
    // The guess is of the beginning; what is behind it is UTF-8.
    let mut table = b"city\nCaf\xE9\nna\xEFve\n\xC9t\xE9\n".to_vec();
    table.extend(b"Gyumri\n".repeat(50_000));
    table.extend("غيومري\n".as_bytes());
    fs::write(&path, &table).unwrap();
    let guessed = run("toponym batch", &["-q", file, "-o", file], b"");
    assert_eq!(guessed.status, 2);
    assert!(
        guessed.err.contains("table.csv: this seems to be windows-"),
        "{}",
        guessed.err
    );
    assert_eq!(fs::read(&path).unwrap(), table);
    let beside = run("toponym batch", &[file], b"");
    assert!(beside.err.contains("read as windows-"), "{}", beside.err);
    // Zeros at odd offsets are of lines of C as well.
    let zeros = b"c\0\n\xE9\xE8\xE9\0\n".repeat(20);
    fs::write(&path, &zeros).unwrap();
    let guessed = run("toponym batch", &["-q", file, "-o", file], b"");
    assert_eq!(guessed.status, 2, "{}", guessed.err);
    assert_eq!(fs::read(&path).unwrap(), zeros);
    fs::write(&path, &table).unwrap();
    let named = run(
        "toponym batch",
        &["--encoding", "utf-8", file, "-o", file],
        b"",
    );
    assert_eq!(named.status, 2, "{}", named.err);
    let written = fs::read(&path).unwrap();
    assert!(
        written
            .windows(12)
            .any(|bytes| bytes == "غيومري".as_bytes())
    );
    assert!(
        written.starts_with(b"city,status") && written.windows(4).any(|four| four == b"Caf\xE9")
    );
}

#[test]
fn a_table_of_which_bytes_would_be_lost_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    let file = path.to_str().unwrap();
    // In windows-1253 no letter is 0xD2, and it stands in a row that is bad for another reason first.
    let table = b"city,x\n\xC1\xE8\xDE\xED\xE1,1\nB\xD2ku\nGyumri,\xD2\n";
    fs::write(&path, table).unwrap();
    let options = ["--encoding", "windows-1253", "-o"];
    let onto = |output: &str, input: &str| {
        let args = [&options[..], &[output, input]].concat();
        run("toponym batch", &args, b"")
    };
    let message = "table.csv:3: field 1 is not windows-1253, and its bytes would be lost";
    let onto_itself = onto(file, file);
    assert_eq!(onto_itself.status, 2, "{}", onto_itself.err);
    assert!(onto_itself.err.contains(message), "{}", onto_itself.err);
    #[cfg(unix)]
    {
        let link = folder.path().join("link.csv");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert!(onto(link.to_str().unwrap(), file).err.contains(message));
        assert!(
            onto(file, link.to_str().unwrap())
                .err
                .contains("3: field 1")
        );
        fs::remove_file(&link).unwrap();
    }
    #[cfg(target_os = "linux")]
    {
        let mut piped = command("toponym batch");
        piped.args(options).arg(file);
        let output = piped.stdin(fs::File::open(&path).unwrap()).output();
        let err = String::from_utf8(output.unwrap().stderr).unwrap();
        assert!(err.contains("-:3: field 1 is not windows-1253"), "{err}");
    }
    assert!(fs::read(&path).unwrap() == table, "it is as it was");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    // Nothing is lost beside it, as UTF-8, which is written as it is, or in an encoding that has all of it.
    let beside = folder.path().join("answers.csv");
    let found = onto(beside.to_str().unwrap(), file);
    assert!(
        found.err.contains("2 of 3 rows are bad_row"),
        "{}",
        found.err
    );
    assert!(beside.is_file());
    let bytes = run(
        "toponym batch",
        &["--encoding", "utf-8", "-o", file, file],
        b"",
    );
    assert!(bytes.err.contains("rows are bad_row"), "{}", bytes.err);
    assert!(
        fs::read(&path)
            .unwrap()
            .windows(4)
            .any(|part| part == b"B\xD2ku")
    );
    fs::write(&path, b"city\n\xC1\xE8\xDE\xED\xE1\n").unwrap();
    assert_eq!(onto(file, file).status, 0);
    assert!(fs::read_to_string(&path).unwrap().contains("\nΑθήνα,"));
}

#[test]
fn a_wide_header_makes_no_large_table_out_of_blank_lines() {
    let table = |columns: usize, blank: usize| {
        format!(
            "city{}\nBaku\n{}Van\n",
            ",".repeat(columns - 1),
            "\n".repeat(blank)
        )
    };
    let wide = batch(&[], &table(16_384, 50_000));
    assert_eq!(wide.status, 2);
    assert!(wide.out.len() < 20 << 20, "{} bytes", wide.out.len());
    assert!(
        wide.err
            .contains("to the 16384 fields of the header makes many times the table"),
        "{}",
        wide.err
    );
    let line = wide.out.lines().count() + 1;
    assert!(
        wide.err.contains(&format!("-:{line}: up to here")),
        "{}",
        wide.err
    );
    assert!(
        wide.out
            .lines()
            .all(|row| row.matches(',').count() == 16_388)
    );
    // Where the bound is no matter, all are filled.
    let narrow = batch(&["--quiet"], &table(17, 50_000));
    assert_eq!(narrow.out.lines().count(), 50_003);
    let wider = batch(&[], &table(16_385, 0));
    assert_eq!((wider.status, wider.out.as_str()), (2, ""));
    assert!(
        wider
            .err
            .contains("-:1: the header has 16385 fields, and only 16384 can be read"),
        "{}",
        wider.err
    );
}

#[test]
fn of_many_columns_a_message_lists_the_first() {
    let run = batch(
        &["--column", "z"],
        &format!("city{}\n", ",a".repeat(10_000)),
    );
    assert!(run.err.ends_with(", a, a and 9901 more\n"), "{}", run.err);
    assert!(run.err.len() < 1000);
    let run = batch(
        &["--column", "a"],
        &format!("city{}\n", ",a".repeat(10_000)),
    );
    assert!(run.err.ends_with(", 101 and 9900 more\n"), "{}", run.err);
}
