//! GeoNames dumps: small ones after the format's own description, with the oddities of real ones.

use std::path::PathBuf;
use tempfile::TempDir;
use toponym::{
    BadRows, Corrections, Error, Gazetteer, GeoNames, Index, IndexBuilder, Place, Query, Resolver,
    SkippedRows,
};

/// Columns: id, name, ASCII name, alternate names, latitude, longitude, class, code, country,
/// other countries, four codes, population, elevation, terrain, time zone, date.
const PLACES: &str = "\
174982\tArmenia\tArmenia\t\t40\t45\tA\tPCLI\tAM\t\t00\t\t\t\t3000000\t\t\tAsia/Yerevan\t2024-01-01
828264\tShirak\tShirak\t\t40.9\t43.8\tA\tADM1\tAM\t\t07\t\t\t\t250000\t\t\tAsia/Yerevan\t2024-01-01
616635\tGyumri\tGyumri\tGumri,Leninakan, Կումայրի,غيومري\t40.7942\t43.84528\tP\tPPLA\tAM\t\t07\t\t\t\t121976\t\t1500\tAsia/Yerevan\t2024-01-01
616500\tMarmashen\tMarmashen\t\t40.84\t43.77\tP\tPPL\tAM\t\t07\t\t\t\t0\t\t\t\t
7\tMarz Fort, Old\tMarz Fort, Old\t\t40.8\t43.8\tS\tFT\tAM\t\t07\t\t\t\t\t\t\t\t
586429\tKars\tKars\t\t40.6\t43.1\tP\tPPLA\tTR\t\t36\t\t\t\t80000\t\t\t\t\r
";

const ALTERNATES: &str = "\
1\t616635\thy\tԳյումրի\t1\t\t\t\t\t
2\t616635\tar\tغيومري\u{200f}\t\t\t\t\t\t
3\t616635\ten\tLeninakan\t\t\t\t1\t1924\t1990
4\t616635\ten\tGyumri\t1\t\t\t\t\t
5\t616635\twkdt\tQ199500\t\t\t\t\t\t
6\t616635\tlink\thttps://en.wikipedia.org/wiki/Gyumri\t\t\t\t\t\t
7\t616635\ten\tGuma\t\t\t1\t\t\t
8\t616635\tar\tGyumri al-Madina\t\t\t\t\t\t
9\t616635\t\tГюмри\t\t\t\t\t\t
10\t999999\ten\tNowhere\t\t\t\t\t\t
11\t174982\ten\tArmenia\t1\t1
12\t828264\twkdt\tQ199500\t\t\t\t\t\t
13\t616635\tiata\tLWN\t\t\t\t\t\t
";

struct Dump {
    folder: TempDir,
}

impl Dump {
    fn new() -> Dump {
        let dump = Dump {
            folder: tempfile::tempdir().unwrap(),
        };
        dump.file("AM.txt", PLACES);
        dump.file("alternateNamesV2.txt", ALTERNATES);
        dump
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn whole(&self) -> GeoNames {
        GeoNames::new(self.path("AM.txt")).alternate_names(self.path("alternateNamesV2.txt"))
    }
}

fn build(dump: &GeoNames) -> (Index, SkippedRows) {
    let builder = IndexBuilder::new().add_geonames(dump);
    let left_out = builder.skipped_rows().clone();
    let index = builder.build().unwrap();
    index.verify().unwrap();
    (index, left_out)
}

fn names(index: &Index, id: &str) -> Vec<String> {
    let place = index.place(&id.parse().unwrap()).unwrap();
    place
        .names()
        .map(|name| format!("{} {} {}", name.text(), name.language(), name.kind()))
        .collect()
}

fn parents(index: &Index, id: &str) -> Vec<String> {
    let place = index.place(&id.parse().unwrap()).unwrap();
    place
        .parents()
        .map(|place| place.id().to_string())
        .collect()
}

fn reasons(left_out: &SkippedRows) -> Vec<(String, u64)> {
    left_out
        .reasons()
        .map(|(reason, count, _)| (reason.to_owned(), count))
        .collect()
}

#[test]
fn names_with_languages_kinds_and_ids() {
    let dump = Dump::new();
    let (index, left_out) = build(&dump.whole());
    assert_eq!(index.places().len(), 6);
    assert_eq!(
        names(&index, "gn:616635"),
        [
            "Gyumri en preferred",
            "Գյումրի hy preferred",
            "Gyumri und-Latn preferred",
            "غيومري ar variant",
            "Gyumri al-Madina ar-Latn variant",
            "Гюмри und-Cyrl variant",
            "Leninakan en former",
            "Guma en colloquial",
        ]
    );
    // The id stands on the town and its unit; the first of them by number keeps it.
    let found = index.place(&"wd:Q199500".parse().unwrap()).unwrap();
    assert_eq!(found.id().to_string(), "gn:616635");
    assert_eq!(
        reasons(&left_out),
        [
            ("alternate names of places that were left out".into(), 1),
            ("codes and addresses among the alternate names".into(), 2),
        ]
    );
    assert_eq!(names(&index, "gn:7"), ["Marz Fort, Old und-Latn preferred"]);
}

#[test]
fn the_table_of_places_alone_has_names_too() {
    let dump = Dump::new();
    let (index, _) = build(&GeoNames::new(dump.path("AM.txt")).without_script("Arab"));
    assert_eq!(
        names(&index, "gn:616635"),
        [
            "Gyumri und-Latn preferred",
            "Կումայրի und-Armn variant",
            "Gumri und-Latn variant",
            "Leninakan und-Latn variant",
        ]
    );
}

#[test]
fn parents_by_codes_and_by_hierarchy() {
    let dump = Dump::new();
    let (index, _) = build(&dump.whole());
    assert_eq!(parents(&index, "gn:616500"), ["gn:828264", "gn:174982"]);
    assert_eq!(parents(&index, "gn:586429"), [""; 0]);

    let hierarchy = dump.file(
        "hierarchy.txt",
        "616635\t616500\tADM\n6295630\t174982\t\n5\t616500\twine\n",
    );
    let codes = dump.file(
        "admin1CodesASCII.txt",
        "TR.36\tKars\tKars\t743942\nAM.07\tShirak\tShirak\t828264\n",
    );
    let countries = dump.file("countryInfo.txt", "#ISO\tISO3\nTR\tTUR\t792\tTU\tTurkey\tAnkara\t1\t2\tAS\t.tr\tTRY\tLira\t90\t\t\ttr\t298795\t\t\n");
    let more = dump
        .whole()
        .hierarchy(hierarchy)
        .admin_codes(codes)
        .country_info(countries);
    let (index, left_out) = build(&more);
    assert_eq!(
        parents(&index, "gn:616500"),
        ["gn:616635", "gn:828264", "gn:174982"]
    );
    assert_eq!(left_out.total(), 3, "{left_out}");

    let circle = dump.file("circle.txt", "616635\t616500\tADM\n616500\t616635\tADM\n");
    let (index, _) = build(&dump.whole().hierarchy(circle));
    assert!(parents(&index, "gn:616635").len() + parents(&index, "gn:616500").len() <= 3);
}

#[test]
fn only_what_is_asked_for() {
    let dump = Dump::new();
    let ids = |dump: &GeoNames| -> Vec<String> {
        build(dump)
            .0
            .places()
            .map(|place| place.id().to_string())
            .collect()
    };
    let all = dump.whole();
    assert_eq!(
        ids(&all.clone().country("TR".parse().unwrap())),
        ["gn:586429"]
    );
    assert_eq!(ids(&all.clone().class("S".parse().unwrap())), ["gn:7"]);
    assert_eq!(
        ids(&all.clone().feature_code("PPLA").min_population(100_000)),
        ["gn:616635"]
    );
    let (index, left_out) = build(&all.language("hy".parse().unwrap()).without_script("Cyrl"));
    assert_eq!(
        names(&index, "gn:616635"),
        ["Գյումրի hy preferred", "Gyumri und-Latn preferred"]
    );
    assert!(reasons(&left_out).contains(&("names in scripts that are not wanted".into(), 1)));
}

#[test]
fn bad_rows_stop_the_reading_or_are_counted() {
    let row = |id: &str, name: &str, point: &str, class: &str, rest: &str| {
        format!("{id}\t{name}\t{name}\t\t{point}\t{class}\tPPL\tAM\t\t07\t\t\t\t{rest}\t\t\t\t\n")
    };
    let cases = [
        (
            row("0", "Null", "1\t2", "P", ""),
            "column `geonameid`: an id is a number from 1 up: \"0\"",
        ),
        (
            row("9", " ", "1\t2", "P", ""),
            "column `name`: the name is missing: \"9\"",
        ),
        (
            row("9", "A", "\t", "P", ""),
            "column `latitude`: latitude or longitude are not degrees on the globe: \"9\"",
        ),
        (
            row("9", "A", "999\t2", "P", ""),
            "column `latitude`: latitude or longitude are not degrees on the globe: \"9\"",
        ),
        (
            row("9", "A", "1\t2", "", ""),
            "column `feature class`: the feature class is none of AHLPRSTUV",
        ),
        (
            row("9", "A", "1\t2", "P", "many"),
            "column `population`: the population is not a number: \"many\"",
        ),
        (
            row("9", "A", "1\t2", "P", "1099511627775"),
            "column `population`: the population is larger than any: \"1099511627775\"",
        ),
        (
            row("7", "Again", "1\t2", "P", ""),
            "column `geonameid`: the id stands on another row already: \"Again\"",
        ),
        (
            row("18446744073709551615", "A", "1\t2", "P", ""),
            "column `geonameid`: the id is larger than any: \"18446744073709551615\"",
        ),
        (
            row("9", "A\0", "1\t2", "P", ""),
            "there is a zero byte in it: the file is damaged: \"9\"",
        ),
        (
            "9\tA\n".into(),
            "the row does not have 19 columns: \"9\\tA\"",
        ),
    ];
    let dump = Dump::new();
    for (bad, reason) in cases {
        let path = dump.file("bad.txt", format!("{PLACES}{bad}"));
        let builder = IndexBuilder::new().add_geonames(&GeoNames::new(&path));
        let stopped = builder.build().unwrap_err();
        assert_eq!((stopped.path(), stopped.line()), (Some(&*path), Some(7)));
        assert_eq!(
            stopped.to_string(),
            format!("{}:7: {reason}", path.display())
        );
        let (index, left_out) = build(&GeoNames::new(&path).bad_rows(BadRows::Skip));
        assert_eq!(
            (index.places().len(), left_out.total()),
            (6, 1),
            "{left_out}"
        );
    }
    let path = dump.file("latin1.txt", [PLACES.as_bytes(), b"9\tG\xfcmri\n"].concat());
    let (_, left_out) = build(&GeoNames::new(&path).bad_rows(BadRows::Skip));
    let (reason, count, first) = left_out.reasons().next().unwrap();
    assert_eq!((reason, count), ("the row is not UTF-8", 1));
    assert_eq!(first, [format!("{}:7", path.display())]);
}

#[test]
fn the_order_of_rows_makes_no_difference() {
    let dump = Dump::new();
    // One id on two rows, of which one is taken.
    let places = format!(
        "{PLACES}{}",
        PLACES
            .lines()
            .nth(3)
            .unwrap()
            .replace("Marmashen", "Marmaschen")
    );
    let reversed =
        |text: &str| -> String { text.lines().rev().map(|line| format!("{line}\n")).collect() };
    let build = |places: &str, alternates: &str| {
        let dump = GeoNames::new(dump.file("p.txt", places))
            .alternate_names(dump.file("a.txt", alternates))
            .bad_rows(BadRows::Skip);
        build(&dump).0.as_bytes().to_vec()
    };
    assert!(build(&places, ALTERNATES) == build(&reversed(&places), &reversed(ALTERNATES)));
}

#[test]
fn gazetteers_are_combined_in_the_order_of_trust() {
    let own = Gazetteer::from_csv(
        (
            "p",
            "id,same_as,class,feature,country,parent,latitude,longitude,population\n\
             wd:Q199500,,P,PPLA,AM,,40.79,43.84,\n\
             acme:store,wd:Q1,P,PPL,,,0,0,5\n"
                .as_bytes(),
        ),
        (
            "n",
            "place,text,language,kind\nwd:Q199500,Kumayri,en,former\n".as_bytes(),
        ),
    )
    .unwrap();
    let dump = Dump::new();
    let combine = |alternates: &str| {
        let dump =
            GeoNames::new(dump.path("AM.txt")).alternate_names(dump.file("a.txt", alternates));
        let builder = IndexBuilder::new().add_gazetteer(own.clone());
        let builder = builder.add_geonames(&dump);
        let index = builder.build().unwrap();
        index.verify().unwrap();
        index
    };
    let index = combine(ALTERNATES);
    // Class and position agree: one place under the first of its ids, with the names of both.
    let place = index.place(&"wd:Q199500".parse().unwrap()).unwrap();
    assert_eq!(place.id().to_string(), "gn:616635");
    assert_eq!(
        (place.coordinates().latitude(), place.population()),
        (40.79, Some(121_976))
    );
    assert_eq!(parents(&index, "wd:Q199500"), ["gn:828264", "gn:174982"]);
    let resolver = Resolver::new(index);
    for name in ["Kumayri", "Gyumri"] {
        let found = resolver.resolve(Query::new(name));
        assert_eq!(
            found.best().unwrap().place().id().to_string(),
            "gn:616635",
            "{name}"
        );
    }
    // A store at the Gulf of Guinea is not Gyumri, whatever stands on it.
    let index = combine(&ALTERNATES.replace("5\t616635\twkdt\tQ199500", "5\t616635\twkdt\tQ1"));
    let store = index.place(&"wd:Q1".parse().unwrap()).unwrap();
    assert_eq!(store.id().to_string(), "acme:store");
    assert_eq!(index.places().len(), 8);
}

/// Every mention of a place tells its ids.
#[test]
fn of_other_ids_only_so_many_are_taken() {
    let dump = Dump::new();
    let mut table = ALTERNATES.to_owned();
    for number in 1..=200 {
        table += &format!("{}\t616635\twkdt\tQ{number}\t\t\t\t\t\t\n", 1000 + number);
    }
    dump.file("alternateNamesV2.txt", table);
    let (index, left_out) = build(&dump.whole().bad_rows(BadRows::Skip));
    let place = index.place(&"gn:616635".parse().unwrap()).unwrap();
    assert_eq!(place.same_as().count(), Place::MAX_SAME_AS);
    let reason = "a place has at most 64 Wikidata ids";
    let told = left_out.reasons().find(|(told, ..)| told.contains(reason));
    assert_eq!(told.map(|(_, rows, _)| rows), Some(137));
    let refused = IndexBuilder::new().add_geonames(&dump.whole().bad_rows(BadRows::Stop));
    let refused = refused.build().unwrap_err().to_string();
    assert!(refused.contains(reason), "{refused}");
}

#[test]
fn users_correct_what_gazetteers_say() {
    let dump = Dump::new();
    let correct = |rows: &str| -> Result<Index, Error> {
        let table = format!("place,change,text,language,kind,latitude,longitude\n{rows}");
        IndexBuilder::new()
            .add_geonames(&dump.whole())
            .add_corrections(Corrections::from_csv(("mine.csv", table.as_bytes()))?)
            .build()
    };
    let index = correct(
        "gn:616635,withdraw,Leninakan,,,,\nwd:Q199500,withdraw,Gyumri,en,,,\n\
         gn:616635,add,Gumrí,az,colloquial,,\ngn:616635,move,,,,40.5,43.5\n",
    )
    .unwrap();
    index.verify().unwrap();
    let names = names(&index, "gn:616635");
    assert!(names.contains(&"Gumrí az colloquial".into()), "{names:?}");
    assert!(
        !names
            .iter()
            .any(|name| name.starts_with("Leninakan") || name == "Gyumri en preferred")
    );
    assert!(names.contains(&"Gyumri und-Latn preferred".into()));
    let place = index.place(&"gn:616635".parse().unwrap()).unwrap();
    assert_eq!(place.coordinates().to_string(), "40.5,43.5");

    for (row, reason) in [
        ("gn:5,move,,,,1,1\n", "mine.csv:2: there is no place gn:5"),
        ("gn:5,add,A,en,,,\n", "mine.csv:2: there is no place gn:5"),
        (
            "gn:616635,withdraw,Leningrad,,,,\n",
            "mine.csv:2: gn:616635 has no name \"Leningrad\" to withdraw",
        ),
    ] {
        assert_eq!(correct(row).unwrap_err().to_string(), reason);
    }
}

/// A row of a table, packed by xz with the least dictionary that there is.
#[cfg(feature = "archives")]
const XZ: &str = "fd377a585a0000016922de360200210100000000372797d6e0003000295d001882456959\
        e2259cea155fbe2e4550190df533de04bac8ff77c62a4abda8d5f2a33731b51671a00000\
        000000007fcdf89c0001413155cb3a989042990d010000000001595a";

/// A file says itself how much memory it is unpacked with.
#[cfg(feature = "archives")]
#[test]
fn a_small_xz_file_asks_for_no_more_memory_than_is_usual() {
    let dump = Dump::new();
    let byte = |at: usize| u8::from_str_radix(&XZ[at..at + 2], 16).unwrap();
    let good: Vec<u8> = (0..XZ.len()).step_by(2).map(byte).collect();
    // The header of the block, behind that of the stream: its length, flags, the filter, its dictionary.
    let with_dictionary = |size: u8| {
        let mut bytes = good.clone();
        let header = 12..12 + (usize::from(bytes[12]) + 1) * 4;
        assert_eq!(bytes[14..16], [0x21, 1]);
        bytes[16] = size;
        let checksum = header.end - 4..header.end;
        let sum = crc32fast::hash(&bytes[header.start..checksum.start]);
        bytes[checksum].copy_from_slice(&sum.to_le_bytes());
        let path = dump.file("AM.txt.xz", bytes);
        GeoNames::new(path).read(&mut Gazetteer::default())
    };
    // 4 kB, 64 MiB as `xz -9` has it, 4 GiB.
    for size in [0, 28] {
        with_dictionary(size).unwrap();
    }
    let error = with_dictionary(40).unwrap_err().to_string();
    assert!(error.contains("takes more than 256 MiB"), "{error}");
}

#[cfg(feature = "archives")]
#[test]
fn packed_files_are_read_as_they_are() {
    use std::io::Write;
    let dump = Dump::new();
    let plain = build(&GeoNames::new(dump.path("AM.txt"))).0;
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(PLACES.as_bytes()).unwrap();
    let gz = dump.file("AM.txt.gz", gz.finish().unwrap());
    let mut deflated = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    deflated.write_all(PLACES.as_bytes()).unwrap();
    let zip = dump.file(
        "AM.zip",
        zip_of(&[
            ("readme.txt", 0, b"small", b"small"),
            ("AM.txt", 8, &deflated.finish().unwrap(), PLACES.as_bytes()),
        ]),
    );
    for packed in [gz, zip] {
        assert!(build(&GeoNames::new(packed)).0.as_bytes() == plain.as_bytes());
    }
}

/// An archive has one table, whatever stands beside it.
#[cfg(feature = "archives")]
#[test]
fn archives_of_several_tables_are_refused() {
    let dump = Dump::new();
    let table = PLACES.as_bytes();
    let notes = [b'-'; 9_000];
    let one = dump.file(
        "AM.zip",
        zip_of(&[
            ("AM.txt", 0, table, table),
            ("readme.txt", 0, &notes, &notes),
            ("map.png", 0, &notes, &notes),
            ("__MACOSX/._AM.txt", 0, b"x", b"x"),
        ]),
    );
    assert_eq!(build(&GeoNames::new(one)).0.places().len(), 6);
    for [first, second] in [
        ["AM.txt", "AZ.txt"],
        ["AM.dat", "AZ.dat"],
        ["AM", "AZ"],
        ["AM.txt", "more/AZ.txt.gz"],
    ] {
        let two = zip_of(&[(first, 0, table, table), (second, 0, &notes, &notes)]);
        let two = GeoNames::new(dump.file("two.zip", two)).read(&mut Gazetteer::default());
        let error = two.unwrap_err().to_string();
        let told = format!(
            "holds more tables than one ({first:?} and {second:?}): unpack it, and give each"
        );
        assert!(error.ends_with(&told), "{error}");
    }
}

#[test]
fn an_empty_table_of_names_is_no_table() {
    let dump = Dump::new();
    let empty = dump.file("empty.txt", "");
    let read = GeoNames::new(dump.path("AM.txt")).alternate_names(&empty);
    let error = read
        .read(&mut Gazetteer::default())
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("empty.txt") && error.contains("no row in it"),
        "{error}"
    );
}

/// Any one bit of a member may be wrong, and its end may be missing: it's never taken for less.
#[cfg(feature = "archives")]
#[test]
fn damaged_members_of_archives_are_refused() {
    use std::io::{Read, Write};
    let mut deflated = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    deflated.write_all(PLACES.as_bytes()).unwrap();
    let deflated = deflated.finish().unwrap();
    let dump = Dump::new();
    for (method, packed) in [(8, deflated.as_slice()), (0, PLACES.as_bytes())] {
        let message = |bytes: &[u8], longer: &[u8]| {
            let archive = zip_of(&[("AM.txt", method, bytes, longer)]);
            let path = dump.file("AM.zip", archive);
            let read = GeoNames::new(path).bad_rows(BadRows::Skip);
            let built = IndexBuilder::new().add_geonames(&read).build();
            built.unwrap_err().to_string()
        };
        for at in 0..packed.len() {
            let mut bytes = packed.to_vec();
            bytes[at] ^= 1 << (at % 8);
            let mut whole = Vec::new();
            let read = flate2::read::DeflateDecoder::new(&*bytes).read_to_end(&mut whole);
            if method == 8 && read.is_ok() && whole == PLACES.as_bytes() {
                // Some bits behind the last block mean nothing.
                continue;
            }
            let error = message(&bytes, PLACES.as_bytes());
            assert!(
                error.contains("AM.zip: its member \"AM.txt\" is damaged"),
                "{error}"
            );
        }
        for cut in [1, packed.len() / 2, packed.len()] {
            let error = message(&packed[..packed.len() - cut], PLACES.as_bytes());
            assert!(error.contains("AM.zip: its member \"AM.txt\""), "{error}");
        }
        let shorter = &PLACES.as_bytes()[..PLACES.len() - 30];
        assert!(message(packed, shorter).contains("longer than the archive says"));
    }
    let mut cut = zip_of(&[("AM.txt", 0, PLACES.as_bytes(), PLACES.as_bytes())]);
    cut.truncate(cut.len() / 2);
    let error = GeoNames::new(dump.file("AM.zip", cut)).read(&mut Gazetteer::default());
    let error = error.unwrap_err().to_string();
    assert!(error.contains("AM.zip: the archive is damaged"), "{error}");
}

/// A checksum that is wrong is told, however short the table is and in whatever encoding.
#[cfg(feature = "archives")]
#[test]
fn damaged_packed_tables_are_refused_in_any_encoding() {
    use std::io::Write;
    let dump = Dump::new();
    let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let units = std::iter::once(0xFEFF).chain(PLACES.encode_utf16());
        units.flat_map(bytes).collect()
    };
    for (text, what) in [
        (PLACES.as_bytes().to_vec(), "UTF-8"),
        (wide(u16::to_le_bytes), "UTF-16LE"),
        (wide(u16::to_be_bytes), "UTF-16BE"),
    ] {
        for stored in [false, true] {
            let level = match stored {
                true => flate2::Compression::none(),
                false => flate2::Compression::fast(),
            };
            let mut gz = flate2::write::GzEncoder::new(Vec::new(), level);
            gz.write_all(&text).unwrap();
            let good = gz.finish().unwrap();
            let read = |bytes: &[u8]| {
                let path = dump.file("AM.txt.gz", bytes);
                GeoNames::new(path).read(&mut Gazetteer::default())
            };
            read(&good).unwrap();
            // The checksum, the length, and the table itself, where it is stored as it is.
            for at in [good.len() - 8, good.len() - 1, good.len() / 2] {
                let mut bad = good.clone();
                bad[at] ^= 1;
                assert!(read(&bad).is_err(), "{what} {stored} {at}");
            }
            assert!(read(&good[..good.len() - 3]).is_err(), "{what} {stored}");
        }
    }
}

/// An archive of files that are packed already: name, method, bytes, bytes when unpacked.
#[cfg(feature = "archives")]
fn zip_of(files: &[(&str, u16, &[u8], &[u8])]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, method, packed, whole) in files {
        let start = bytes.len() as u32;
        let mut fields = Vec::new();
        for field in [20, 0, *method, 0, 0] {
            fields.extend(u16::to_le_bytes(field));
        }
        let checksum = crc32fast::hash(whole);
        for field in [checksum, packed.len() as u32, whole.len() as u32] {
            fields.extend(u32::to_le_bytes(field));
        }
        fields.extend((name.len() as u16).to_le_bytes());
        fields.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&fields);
        bytes.extend(name.as_bytes());
        bytes.extend(*packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&fields);
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, len, count) = (
        bytes.len() as u32,
        directory.len() as u32,
        files.len() as u16,
    );
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend([len.to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}
