//! `batch` on tables as spreadsheets write them.

use crate::program::{Run, run};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1251, WINDOWS_1254, WINDOWS_1256};

fn batch(args: &[&str], input: &[u8]) -> Run {
    run("toponym batch", args, input)
}

/// What is written, without counts.
fn written(args: &[&str], input: &[u8]) -> String {
    let run = batch(&[&["--quiet"], args].concat(), input);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    run.out
}

/// The cells of a column.
fn column(table: &str, delimiter: u8, title: &str) -> Vec<String> {
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.delimiter(delimiter).from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = header.iter().position(|cell| cell == title);
    let at = at.unwrap_or_else(|| panic!("{title} in {header:?}"));
    reader
        .records()
        .map(|row| row.unwrap()[at].to_owned())
        .collect()
}

const GYUMRI: &str = "gn:616635";
const BAKU: &str = "gn:587084";

#[test]
fn the_delimiter_is_told_and_kept() {
    for (delimiter, name) in [
        (b',', "comma"),
        (b';', "semicolon"),
        (b'\t', "tab"),
        (b'|', "pipe"),
    ] {
        let rows = ["n,city,x", "1,Gyumri,a", "2,Baku,b"].join("\n");
        let table = rows.replace(',', &(delimiter as char).to_string());
        for args in [
            &["--column", "city"][..],
            &["--column", "city", "--delimiter", name],
        ] {
            let out = written(args, table.as_bytes());
            assert_eq!(
                column(&out, delimiter, "place_id"),
                [GYUMRI, BAKU],
                "{name}"
            );
            assert_eq!(column(&out, delimiter, "x"), ["a", "b"], "{name}");
        }
    }
    // Names with commas in a table of one column.
    let out = written(&[], "place\nGyumri, Armenia\nBaku, Azerbaijan\n".as_bytes());
    assert_eq!(column(&out, b',', "place_id"), [GYUMRI, BAKU]);
    assert_eq!(
        column(&out, b',', "place"),
        ["Gyumri, Armenia", "Baku, Azerbaijan"]
    );
    let bad = batch(&["--delimiter", "dot"], b"");
    assert_eq!(bad.status, 2);
    assert!(bad.err.contains("semicolon"), "{}", bad.err);
}

#[test]
fn the_encoding_is_told_and_what_is_written_is_utf8() {
    for (encoding, name, table) in [
        (WINDOWS_1256, "windows-1256", "مدينة,س\nغيومري,1\nباكو,2\n"),
        (WINDOWS_1251, "windows-1251", "город,n\nГюмри,1\nБаку,2\n"),
        (WINDOWS_1254, "windows-1254", "şehir,n\nGümrü,ş\nBakü,ğ\n"),
        (UTF_8, "utf-8", "شهر,n\nԳյումրի,1\nBakı,2\n"),
    ] {
        let (bytes, _, lost) = Encoding::encode(encoding, table);
        assert!(!lost, "{name}");
        for args in [&[][..], &["--encoding", name]] {
            let out = written(args, &bytes);
            assert_eq!(
                column(&out, b',', "place_id"),
                [GYUMRI, BAKU],
                "{name} {args:?}"
            );
            assert!(out.starts_with(table.lines().next().unwrap()), "{out}");
        }
        // It is said, as it may be wrong.
        let said = batch(&[], &bytes).err;
        let told = format!("toponym batch: -: read as {name}");
        assert_eq!(said.contains(&told), encoding != UTF_8, "{said}");
    }
    let table = "city;x\nغيومري;1\nБаку;2\n";
    let little: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = table.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = [b"\xFF\xFE", &little[..]].concat();
    for (bytes, args) in [
        (&little, &[][..]),
        (&big, &[]),
        (&marked, &[]),
        (&marked, &["--encoding", "utf-16"]),
    ] {
        let out = written(args, bytes);
        assert_eq!(column(&out, b';', "place_id"), [GYUMRI, BAKU], "{args:?}");
    }
    // Half a letter is no text of the encoding, and is kept as far as it can be.
    let mut damaged = marked.clone();
    damaged.extend([0x00, 0xD8, b'\n', 0]);
    let run = batch(&["--quiet"], &damaged);
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("-:4: fields: 1, in the header: 2"),
        "{}",
        run.err
    );
    let with_mark = written(&["--bom"], "city\nBaku\n".as_bytes());
    assert!(with_mark.starts_with("\u{feff}city,status"));
}

#[test]
fn columns_are_found_whatever_their_case() {
    let table = "id, City Name ,x\n1,Gyumri,2\n".as_bytes();
    for name in [" City Name ", "city name", "CITYNAME", "City  Name", "2"] {
        let out = written(&["--column", name], table);
        assert_eq!(column(&out, b',', "place_id"), [GYUMRI], "{name}");
        assert!(out.starts_with("id, City Name ,x,status"), "{out}");
    }
    let missing = batch(&["--column", "town"], table);
    assert_eq!((missing.status, missing.out.as_str()), (2, ""));
    assert!(
        missing
            .err
            .contains("-:1: there is no such column \"town\""),
        "{}",
        missing.err
    );
    assert!(missing.err.contains("City Name"), "{}", missing.err);
    let twice = batch(&["--column", "city"], b"city,City,CITY\nBaku,Gyumri,x\n");
    assert_eq!(twice.status, 0, "one is spelled just so: {}", twice.err);
    let twice = batch(&["--column", "CitY"], b"city,City\nBaku,Gyumri\n");
    assert_eq!((twice.status, twice.out.as_str()), (2, ""));
    assert!(twice.err.contains("1, 2"), "{}", twice.err);
    assert_eq!(batch(&["--column", "3"], b"city,City\n").status, 2);
}

#[test]
fn columns_are_found_whatever_the_case_of_their_i() {
    let table = "İL,ilçe,ALAN KODU,sınıf\nKars,Gyumri,1,2\n".as_bytes();
    for (name, at) in [
        ("il", 1),
        ("İL", 1),
        ("İLÇE", 2),
        ("İlçe", 2),
        ("alan kodu", 3),
        ("SINIF", 4),
    ] {
        let by_name = written(&["--column", name], table);
        let by_number = written(&["--column", &at.to_string()], table);
        assert_eq!(by_name, by_number, "{name}");
    }
}

#[test]
fn zeros_in_a_short_table_are_no_utf16() {
    let out = written(&[], b"city,x\nGyumri,1\nVan\0,2\nBaku,3\n");
    assert!(out.contains("\nVan\0,2,"), "{out:?}");
    let ids = column(&out, b',', "place_id");
    assert_eq!([&ids[0], &ids[2]], [GYUMRI, BAKU]);
}

#[test]
fn a_single_word_in_another_encoding_names_the_option() {
    let folder = tempfile::tempdir().unwrap();
    let places = folder.path().join("places.csv");
    let args = ["--quiet", "-o", places.to_str().unwrap()];
    let run = batch(&args, b"city,n\nMu\xfe,1\nKars,2\n");
    assert_eq!(run.status, 2);
    let said =
        "-:2: field 1 is not UTF-8; if the file is windows-1254, say --encoding windows-1254";
    assert!(run.err.contains(said), "{}", run.err);
    let out = written(
        &["--encoding", "windows-1254"],
        b"city,n\nMu\xfe,1\nKars,2\n",
    );
    assert!(out.contains("\nMuş,1,resolved"), "{out}");
}

#[test]
fn the_delimiter_that_excel_says_is_no_header() {
    for table in [
        "sep=;\ncity;x\nGyumri;1,2\nBaku;3\n",
        "\u{feff}sep=;\r\ncity;x\r\nGyumri;1\r\nBaku;2\r\n",
        "\"SEP=;\"\n\ncity;x\nGyumri;1\nBaku;2\n",
    ] {
        let wide: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [table.as_bytes(), &wide] {
            let out = written(&["--column", "city"], bytes);
            assert_eq!(column(&out, b';', "place_id"), [GYUMRI, BAKU], "{table}");
            assert!(out.starts_with("city;x;status"), "{out}");
        }
    }
    let run = batch(&["--column", "town"], b"sep=|\ncity|x\nGyumri\n");
    assert!(
        run.err.contains("-:2: there is no such column"),
        "{}",
        run.err
    );
    let run = batch(&["--quiet"], b"sep=|\ncity|x\nGyumri\n");
    assert!(run.err.contains("-:3: fields: 1"), "{}", run.err);
    // A header that only looks like it.
    let out = written(&[], b"sep=long\nGyumri\n");
    assert!(out.starts_with("sep=long,status"), "{out}");
}

#[test]
fn what_is_no_text_is_named() {
    let utf32 = |text: &str| -> Vec<u8> {
        let letters = text.chars().map(u32::from);
        letters.flat_map(u32::to_le_bytes).collect()
    };
    let noise: Vec<u8> = (0..4000_u32)
        .map(|n| (n.wrapping_mul(n.wrapping_mul(7919)) >> 5) as u8)
        .collect();
    for (bytes, said) in [
        (
            &b"PK\x03\x04\x14\0\x06\0xl/workbook.xml"[..],
            "-: this is an Excel workbook; save it as CSV",
        ),
        (
            b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "save it as CSV",
        ),
        (b"PK\x03\x04\x14\0\x06\0a.txt", "a zip file"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "Excel"),
        (b"\x1F\x8B\x08\0\0\0", "gunzip"),
        (b"%PDF-1.7\n", "PDF"),
        (&utf32("city\nGyumri\n"), "UTF-32"),
        (&utf32("\u{feff}city\nGyumri\n"), "UTF-32"),
        (&noise, "no text"),
    ] {
        let run = batch(&[], bytes);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{said}");
        assert!(run.err.contains(said), "{}", run.err);
    }
}

#[test]
fn countries_that_are_none_are_counted_and_empty_ones_are_not() {
    let table = "name,land\nGyumri,XX\nGyumri,ZZ\nGyumri,AM\nGyumri,N/A\nGyumri,-\nGyumri,NULL\n\
        Gyumri,unknown\nGyumri,none\n";
    let run = batch(&["--country-column", "land"], table.as_bytes());
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(column(&run.out, b',', "place_id"), [GYUMRI; 8]);
    assert!(
        run.err.contains("-:2: the country \"XX\" is not known"),
        "{}",
        run.err
    );
    assert!(run.err.contains("the countries of 2 rows"), "{}", run.err);
    // Codes of countries are words for nothing in some programs.
    let out = written(&["--country-column", "land"], b"name,land\nWindhoek,NA\n");
    assert_eq!(column(&out, b',', "status"), ["resolved"]);
    let lat_lon = ["--lat-column", "y", "--lon-column", "x"];
    let run = batch(&lat_lon, b"name,y,x\nGyumri,N/A,-\n");
    assert!(!run.err.contains("is no point"), "{}", run.err);
}

#[test]
fn other_columns_are_context() {
    let table = "name,land,province,lat,lon\n\
        Tripoli,LB,,,\n\
        Tripoli,Libya,,,\n\
        طرابلس,لبنان,,,\n\
        Tripoli,,,\"34,43\",\"35,84\"\n\
        Tripoli,,,32.9,13.2\n\
        Goris,,Syunik,,\n\
        Gyumri,Nowhereland,,,\n\
        Gyumri,,,north,east\n";
    let context = ["--country-column", "land", "--unit-column", "Province"];
    let point = ["--lat-column", "lat", "--lon-column", "lon"];
    let columns = ["--columns", "status,country,name"];
    let args = [&context[..], &point, &columns].concat();
    let run = batch(&args, table.as_bytes());
    assert_eq!(run.status, 0, "{}", run.err);
    let countries = column(&run.out, b',', "country");
    assert_eq!(
        countries,
        ["LB", "LY", "LB", "LB", "LY", "AM", "AM", "AM"],
        "{}",
        run.out
    );
    // What says nothing is named once, and counted.
    assert!(
        run.err
            .contains("-:8: the country \"Nowhereland\" is not known"),
        "{}",
        run.err
    );
    assert!(
        run.err.contains("-:9: \"north\", \"east\" is no point"),
        "{}",
        run.err
    );
    assert!(run.err.contains("the countries of 1 rows"), "{}", run.err);
    let half = batch(&["--lat-column", "lat"], table.as_bytes());
    assert_eq!(half.status, 2);
    assert!(half.err.contains("--lon-column"), "{}", half.err);
}

#[test]
fn columns_are_chosen_and_none_is_clobbered() {
    let all = "id,name,name:ar,country,class,feature,lat,lon,accuracy_km,population,matched_name,\
        matched_language,score,status,second,second_name,second_score,evidence";
    let out = written(
        &["--columns", all],
        "city,score,Status\nGyumri,7,x\nqqxxzzkk,8,y\n".as_bytes(),
    );
    let header = out.lines().next().unwrap();
    let renamed = all.replace("score,status,", "score_2,status_2,");
    assert_eq!(header, format!("city,score,Status,{renamed}"));
    assert_eq!(column(&out, b',', "score"), ["7", "8"]);
    assert_eq!(column(&out, b',', "Status"), ["x", "y"]);
    assert_eq!(column(&out, b',', "id"), [GYUMRI, ""]);
    assert_eq!(column(&out, b',', "name:ar"), ["غيومري", ""]);
    assert_eq!(column(&out, b',', "country"), ["AM", ""]);
    assert_eq!(column(&out, b',', "matched_language"), ["en", ""]);
    assert_eq!(column(&out, b',', "status_2"), ["resolved", "unknown"]);
    let second = column(
        &written(&["--columns", "second"], b"city\nTripoli\n"),
        b',',
        "second",
    );
    assert!(second[0].starts_with("gn:"), "{second:?}");
    let bad = batch(&["--columns", "id,nonsense"], b"");
    assert_eq!(bad.status, 2);
    assert!(
        bad.err.contains("nonsense") && bad.err.contains("matched_name"),
        "{}",
        bad.err
    );
}

#[test]
fn repeated_values_have_the_same_answer_everywhere() {
    let names = ["Gyumri", "Baku", "qqxxzzkk", "Gyumri", "Tripoli", ""];
    let rows = names.iter().cycle().take(5000);
    let table: String = rows.map(|name| format!("{name},x\n")).collect();
    let table = format!("city,x\n{table}");
    let out = written(&["--threads", "2"], table.as_bytes());
    let alone = |name: &str| {
        let out = written(&[], format!("city,x\n{name},x\n").as_bytes());
        out.lines().nth(1).unwrap().to_owned()
    };
    let alone: Vec<String> = names.iter().map(|name| alone(name)).collect();
    let expected: Vec<&String> = alone.iter().cycle().take(5000).collect();
    assert_eq!(out.lines().skip(1).collect::<Vec<_>>(), expected);
}

#[test]
fn rows_are_counted_and_a_table_without_places_says_why() {
    let run = batch(&[], b"city\nGyumri\nqqxxzzkk\nBaku\n");
    assert_eq!(run.status, 0);
    assert_eq!(
        run.err,
        "toponym batch: -: 3 rows: 2 resolved, 0 ambiguous, 1 unknown, 0 bad\n"
    );
    // The names stand in another column.
    let run = batch(
        &[],
        b"key,n,city\nqx1,1,Gyumri\nqx2,2,Baku\nqx3,3,Yerevan\n",
    );
    assert_eq!(run.status, 0);
    let said = "no place was found in the column \"key\"";
    assert!(run.err.contains(said), "{}", run.err);
    assert!(run.err.contains("--column \"city\""), "{}", run.err);
    // The fields are parted by what was not told.
    let run = batch(&[], b"key:city\nqx1:Gyumri\nqx2:Baku\n");
    assert!(run.err.contains("--delimiter"), "{}", run.err);
    let run = batch(&[], b"a,b\nqqxxzzkk,1\nqqxxzzll,2\n");
    assert!(run.err.contains("--index"), "{}", run.err);
    for silent in [&b"city\n"[..], b"", b"city\nGyumri\n"] {
        assert!(!batch(&[], silent).err.contains("no place was found"));
    }
    let run = batch(&["--quiet"], b"key,city\nqx1,Gyumri\n");
    assert_eq!(run.err, "");
}
