//! Tables as people have them: other line ends and encodings, rows and names that are too long, and
//! files that are something else.

use std::path::PathBuf;
use tempfile::TempDir;
use toponym::{
    BadRows, Corrections, ErrorKind, Gazetteer, GeoNames, Index, IndexBuilder, Name, SkippedRows,
};

const DUMP: &str = "\
616635\tGyumri\tGyumri\tغيومري\t40.7942\t43.84528\tP\tPPLA\tAM\t\t07\t\t\t\t121976\t\t1500\tAsia/Yerevan\t2024-01-01
616500\tMarmashen\tMarmashen\tՄարմաշեն\t40.84\t43.77\tP\tPPL\tAM\t\t07\t\t\t\t0\t\t\t\t
";
const ALTERNATES: &str =
    "1\t616635\thy\tԳյումրի\t1\t\t\t\t\t\n2\t616635\ten\tLeninakan\t\t\t\t1\t\t\n";
const PLACES: &str = "id,class,latitude,longitude\ngn:1,P,40,44\ngn:2,P,41,45\n";
const NAMES: &str = "place,text,language\ngn:1,غيومري,ar\ngn:2,\"Gyumri, Old\",en\n";
const CORRECTIONS: &str =
    "place,change,text,language\ngn:616635,add,Կումայրի,hy\ngn:616635,withdraw,Leninakan,\n";

struct Folder(TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

/// A table in every line end and encoding that is read.
fn forms(table: &str) -> Vec<Vec<u8>> {
    let mut forms = Vec::new();
    for line_end in ["\n", "\r\n", "\r"] {
        let table = table.replace('\n', line_end);
        let units: Vec<u16> = table.encode_utf16().collect();
        let with = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        let little = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        forms.push(table.clone().into_bytes());
        forms.push(with(b"\xEF\xBB\xBF", table.into_bytes()));
        forms.push(with(b"\xFF\xFE", little));
        forms.push(with(b"\xFE\xFF", big));
    }
    forms
}

fn build(dump: &GeoNames, corrections: Corrections) -> (Index, SkippedRows) {
    let builder = IndexBuilder::new().add_corrections(corrections);
    let builder = builder.add_geonames(dump);
    let left_out = builder.skipped_rows().clone();
    (builder.build().unwrap(), left_out)
}

#[test]
fn line_ends_and_encodings_make_no_difference() {
    let folder = Folder::new();
    let (dump, alternates, corrections, places, names) = (
        forms(DUMP),
        forms(ALTERNATES),
        forms(CORRECTIONS),
        forms(PLACES),
        forms(NAMES),
    );
    let mut indexes = Vec::new();
    for form in 0..dump.len() {
        let geonames = GeoNames::new(folder.file("AM.txt", &dump[form]))
            .alternate_names(folder.file("names.txt", &alternates[form]));
        let read = Corrections::from_csv(("c.csv", &corrections[form][..])).unwrap();
        let (index, left_out) = build(&geonames, read);
        assert_eq!(left_out.total(), 0, "{left_out}");
        assert_eq!(index.places().len(), 2);
        let gyumri = index.place(&"gn:616635".parse().unwrap()).unwrap();
        assert!(gyumri.names().any(|name| name.text() == "Կումայրի"));
        indexes.push(index.as_bytes().to_vec());

        let tables = Gazetteer::from_csv(("p", &places[form][..]), ("n", &names[form][..]));
        let tables = tables.unwrap();
        assert_eq!(tables.names[0].text, "غيومري");
        assert_eq!(tables.names[1].text, "Gyumri, Old");
    }
    assert!(indexes.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn lines_are_counted_whatever_they_end_with() {
    let folder = Folder::new();
    for line_end in ["\n", "\r\n", "\r"] {
        let text = format!("{DUMP}\nbad\n").replace('\n', line_end);
        let dump = GeoNames::new(folder.file("AM.txt", text));
        let error = dump.read(&mut Gazetteer::default()).unwrap_err();
        assert_eq!(error.line(), Some(4), "{error}");
    }
}

#[test]
fn what_holds_no_places_is_an_error_with_its_cause() {
    let folder = Folder::new();
    let noise: Vec<u8> = (0..4000u32).map(|i| (i * i % 251) as u8).collect();
    let unmarked: Vec<u8> = DUMP.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let packed = [&b"PK\x03\x04"[..], &noise].concat();
    let other = "a\tb\tc\n".repeat(5);
    let commas = DUMP.replace('\t', ",");
    let cases: [(&[u8], &str); 8] = [
        (b"", "there is no place in it"),
        (b"\xFF\xFE", "there is no place in it"),
        (b"# nothing\n\n", "there is no place in it"),
        (&noise, "AM.txt"),
        (&unmarked, "it may be UTF-16 without a byte-order mark"),
        (&packed, "it is packed"),
        (
            other.as_bytes(),
            "no row of the table could be used, of 5: it may be another table",
        ),
        (commas.as_bytes(), "its columns are not parted by tabs"),
    ];
    for (bytes, cause) in cases {
        let dump = GeoNames::new(folder.file("AM.txt", bytes)).bad_rows(BadRows::Skip);
        let error = dump
            .read(&mut Gazetteer::default())
            .unwrap_err()
            .to_string();
        assert!(error.contains("AM.txt") && error.contains(cause), "{error}");
        // As a table of anything else it is no better.
        if bytes.len() > 20 {
            let path = folder.file("noise.txt", bytes);
            let good = || GeoNames::new(folder.file("AM.txt", DUMP)).bad_rows(BadRows::Skip);
            for dump in [
                good().alternate_names(&path),
                good().hierarchy(&path),
                good().admin_codes(&path),
                good().country_info(&path),
            ] {
                let error = dump.read(&mut Gazetteer::default()).unwrap_err();
                assert!(error.to_string().contains("noise.txt"), "{error}");
            }
        }
    }
    let unmarked: Vec<u8> = PLACES.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let error = Gazetteer::from_csv(("p.csv", &unmarked[..]), ("n", NAMES.as_bytes()));
    let error = error.unwrap_err().to_string();
    assert!(
        error.contains("p.csv:1") && error.contains("UTF-16"),
        "{error}"
    );
}

#[test]
fn an_index_stays_if_nothing_was_read() {
    let folder = Folder::new();
    let output = folder.file("index", b"good");
    let country = "GE".parse().unwrap();
    let dump = GeoNames::new(folder.file("AM.txt", DUMP)).country(country);
    let builder = IndexBuilder::new().add_geonames(&dump);
    let error = builder.write(&output).unwrap_err().to_string();
    assert!(error.contains("no place"), "{error}");
    assert_eq!(std::fs::read(&output).unwrap(), b"good");
}

/// A row that may be as long as it likes, and how often it was asked for more.
struct Endless(&'static [u8], u64);

impl std::io::Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if !self.0.is_empty() {
            return self.0.read(into);
        }
        into.fill(b'a');
        self.1 += into.len() as u64;
        assert!(self.1 < 4 << 20, "more is read than any row has");
        Ok(into.len())
    }
}

#[test]
fn rows_that_are_too_long_are_not_held() {
    let header = b"place,change,text\ngn:1,withdraw,A\ngn:1,withdraw,\"";
    let error = Corrections::from_csv(("c.csv", Endless(header, 0))).unwrap_err();
    let message = error.to_string();
    assert!(
        message.starts_with("c.csv:3: the row is longer than 1 MiB"),
        "{message}"
    );
    let error = Corrections::from_csv(("c.csv", Endless(b"place", 0))).unwrap_err();
    assert_eq!(error.line(), Some(1), "{error}");

    let folder = Folder::new();
    let path = |before: &str| {
        let long = "x\t".repeat(3 << 20);
        folder.file("AM.txt", format!("{before}{long}\n{DUMP}"))
    };
    for (before, line) in [("", 1), ("# one\n\n", 3), (DUMP, 3)] {
        let error = GeoNames::new(path(before)).read(&mut Gazetteer::default());
        let error = error.unwrap_err().to_string();
        let expected = format!("AM.txt:{line}: the row is longer than 1 MiB");
        assert!(error.contains(&expected), "{error}");
    }
    let mut places = Gazetteer::default();
    let left_out = GeoNames::new(path(""))
        .bad_rows(BadRows::Skip)
        .read(&mut places);
    let reasons: Vec<_> = left_out
        .unwrap()
        .reasons()
        .map(|(why, count, _)| (why.to_owned(), count))
        .collect();
    assert_eq!(reasons, [("the row is longer than 1 MiB".to_owned(), 1)]);
    assert_eq!(places.places.len(), 2);
}

#[test]
fn rows_of_the_greatest_length_are_read() {
    let names = ["a"; 1 << 19].join(",");
    let row = |names: &str| DUMP.replacen("غيومري", names, 1);
    let folder = Folder::new();
    let longest = &names[..(1 << 20) - 1 - row("").lines().next().unwrap().len()];
    let dump = GeoNames::new(folder.file("AM.txt", row(longest)));
    assert!(dump.read(&mut Gazetteer::default()).is_ok());

    let table = format!("{PLACES}gn:3,P,40,44\n");
    let filler = "x,".repeat(((1 << 20) - 40) / 2);
    let table = table
        .replace("longitude\n", "longitude,more\n")
        .replace("44\n", &format!("44,\"{filler}\"\n"))
        .replace("45\n", "45,\n");
    Gazetteer::from_csv(("p", table.as_bytes()), ("n", NAMES.as_bytes())).unwrap();
}

#[test]
fn names_that_are_too_long_are_refused() {
    let folder = Folder::new();
    let fits = "ա".repeat(Name::MAX_LEN / 2);
    let long = format!("{fits}a");
    for (text, column) in [
        (
            DUMP.replacen("\tGyumri\tG", &format!("\t{long}\tG"), 1),
            "name",
        ),
        (
            DUMP.replacen("غيومري", &format!("a,{long},b"), 1),
            "alternatenames",
        ),
    ] {
        let dump = GeoNames::new(folder.file("AM.txt", text));
        let error = dump
            .read(&mut Gazetteer::default())
            .unwrap_err()
            .to_string();
        let expected = format!("AM.txt:1: column `{column}`: a name has at most 4,096 bytes");
        assert!(error.contains(&expected), "{error}");
        let mut places = Gazetteer::default();
        let left_out = dump.bad_rows(BadRows::Skip).read(&mut places).unwrap();
        assert_eq!((left_out.total(), places.places.len()), (1, 1));
    }
    let dump = GeoNames::new(folder.file("AM.txt", DUMP));
    let alternates = ALTERNATES.replace("Leninakan", &long);
    let dump = dump.alternate_names(folder.file("names.txt", alternates));
    let error = dump
        .read(&mut Gazetteer::default())
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("names.txt:2: column `alternate name`"),
        "{error}"
    );

    let tables = |name: &str| {
        let names = NAMES.replace("غيومري", name);
        let gazetteer = Gazetteer::from_csv(("p", PLACES.as_bytes()), ("n.csv", names.as_bytes()));
        gazetteer.map_err(|error| error.to_string())
    };
    assert!(
        tables(&long)
            .unwrap_err()
            .starts_with("n.csv:2: column `text`")
    );
    let mut gazetteer = tables(&fits).unwrap();
    let index = IndexBuilder::new()
        .add_gazetteer(gazetteer.clone())
        .build()
        .unwrap();
    index.verify().unwrap();
    assert!(index.places().any(|place| place.name() == fits));
    gazetteer.names[0].text = long.clone();
    let built = IndexBuilder::new().add_gazetteer(gazetteer.clone()).build();
    assert_eq!(built.unwrap_err().kind(), ErrorKind::Build);
    gazetteer.names.clear();
    gazetteer.places[0].source = long.clone();
    assert!(
        IndexBuilder::new()
            .add_gazetteer(gazetteer)
            .build()
            .is_err()
    );
    let corrections = CORRECTIONS.replace("Կումայրի", &long);
    let error = Corrections::from_csv(("c.csv", corrections.as_bytes())).unwrap_err();
    assert!(
        error.to_string().starts_with("c.csv:2: column `text`"),
        "{error}"
    );
}
