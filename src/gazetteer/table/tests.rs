use crate::gazetteer::Gazetteer;
use crate::model::feature::{Feature, FeatureClass};
use crate::model::name::NameKind;

const PLACES: &str =
    "id,same_as,class,feature,country,parent,latitude,longitude,accuracy_km,population,source\n";
const NAMES: &str = "place,text,language,kind,source\n";

fn read(places: impl AsRef<[u8]>, names: impl AsRef<[u8]>) -> Result<Gazetteer, String> {
    Gazetteer::from_csv(("p.csv", places.as_ref()), ("n.csv", names.as_ref()))
        .map_err(|e| e.to_string())
}

/// The message for a places table of these rows.
fn places_error(rows: &str) -> String {
    read(format!("{PLACES}{rows}"), NAMES).unwrap_err()
}

#[test]
fn a_row_becomes_a_place() {
    let places = format!(
        "{PLACES}gn:174982,wd:Q399,A,PCLI,AM,,40,45,,2951776,geonames\n\
         gn:616635,wd:Q199500 wof:890431289,P,PPLA,AM,wd:Q399,40.7942,43.84528,0.5,121976,wof\n"
    );
    let names =
        format!("{NAMES}gn:616635,غيومري,ar,preferred,news\nwd:Q199500,Լենինական,hy,former,own\n");
    let gazetteer = read(places, names).unwrap();
    let gyumri = &gazetteer.places[1];
    assert_eq!(gyumri.id.to_string(), "gn:616635");
    assert_eq!(gyumri.same_as.len(), 2);
    assert_eq!(
        gyumri.feature,
        Feature::new(FeatureClass::Populated, "PPLA").unwrap()
    );
    assert_eq!(gyumri.parent.as_ref().unwrap().to_string(), "wd:Q399");
    assert_eq!(
        (gyumri.accuracy_km, gyumri.population),
        (Some(0.5), Some(121_976))
    );
    assert_eq!(gazetteer.names[1].kind, NameKind::Former);
}

#[test]
fn byte_order_mark_crlf_column_order_and_missing_optional_columns_are_accepted() {
    let gazetteer = read(
        "\u{feff}longitude,id,latitude\r\n43.8,gn:1,40.7\r\n",
        "\u{feff}language,text,place\r\nar,\"غيو,مري\",gn:1\r\n",
    )
    .unwrap();
    assert_eq!(gazetteer.places[0].coordinates.longitude(), 43.8);
    assert_eq!(
        (gazetteer.names[0].text.as_str(), gazetteer.names[0].kind),
        ("غيو,مري", NameKind::Variant)
    );
}

#[test]
fn errors_name_file_line_column_and_cure() {
    let good = "gn:1,,P,PPL,AM,,40,44,,,x\n";
    let cases = [
        (
            "gn:x,,P,PPL,AM,,40,44,,,x\n",
            "p.csv:2: column `id`: place id \"gn:x\": expected gn: and",
        ),
        (
            "gn:2,,P,PPL,AM,,91,44,,,x\n",
            "p.csv:2: column `latitude`: coordinates \"91,44\": latitude must",
        ),
        (
            "gn:2,,P,PPL,AM,,40,-181,,,x\n",
            "p.csv:2: column `longitude`: coordinates",
        ),
        (
            "gn:2,,P,PPL,AM,,forty,44,,,x\n",
            "p.csv:2: column `latitude`: \"forty\": expected decimal degrees",
        ),
        ("gn:2,,P,PPL,AM,,NaN,44,,,x\n", "p.csv:2: column `latitude`"),
        ("gn:2,,X,PPL,AM,,40,44,,,x\n", "p.csv:2: column `class`"),
        ("gn:2,,P,ppl,AM,,40,44,,,x\n", "p.csv:2: column `feature`"),
        ("gn:2,,P,PPL,ARM,,40,44,,,x\n", "p.csv:2: column `country`"),
        (
            "gn:2,,P,PPL,AM,,40,44,-1,,x\n",
            "p.csv:2: column `accuracy_km`",
        ),
        (
            "gn:2,,P,PPL,AM,,40,44,,many,x\n",
            "p.csv:2: column `population`",
        ),
        (
            "gn:2,,P,PPL,AM,,40,44,,1099511627775,x\n",
            "p.csv:2: column `population`: expected 1099511627774 inhabitants at most",
        ),
        (
            "gn:2,,P,PPL,AM,,40,44,,x\n",
            "p.csv:2: the row has 10 columns, the header 11",
        ),
        (
            "gn:2,,P,PPL,AM,gn:3,40,44,,,x\n",
            "p.csv:2: column `parent`: there is no place gn:3",
        ),
    ];
    for (row, message) in cases {
        let found = places_error(row);
        assert!(found.starts_with(message), "{found}");
    }
    let twice = places_error(&format!("{good}gn:2,gn:1,P,PPL,AM,,40,44,,,x\n"));
    assert_eq!(
        twice,
        "p.csv:3: column `same_as`: gn:1 stands on line 2 already"
    );
    let ids: Vec<String> = (1..=65).map(|number| format!("wd:Q{number}")).collect();
    let many = places_error(&format!("gn:2,{},P,PPL,AM,,40,44,,,x\n", ids.join(" ")));
    assert!(
        many.starts_with("p.csv:2: column `same_as`: expected 64 ids at most"),
        "{many}"
    );
    let names = read(
        format!("{PLACES}{good}"),
        format!("{NAMES}gn:1,A,en,,\ngn:7,B,en,,\n"),
    )
    .unwrap_err();
    assert_eq!(names, "n.csv:3: column `place`: there is no place gn:7");
    let blank = read(format!("{PLACES}{good}"), format!("{NAMES}gn:1, ,en,,\n")).unwrap_err();
    assert!(blank.starts_with("n.csv:2: column `text`"), "{blank}");
    let header = read("id,latitude\ngn:1,40\n", NAMES).unwrap_err();
    assert_eq!(
        header,
        "p.csv:1: column `longitude`: is missing from the header row"
    );
}

#[test]
fn loops_of_parents_are_found() {
    let loop_of_two = "gn:1,,P,PPL,,gn:2,40,44,,,\ngn:2,,P,PPL,,gn:1,40,44,,,\n";
    assert!(places_error(loop_of_two).contains("is among its own parents"));
    assert!(places_error("gn:1,,P,PPL,,gn:1,40,44,,,\n").contains("is among its own parents"));
}

#[test]
fn other_encodings_are_refused_with_their_place() {
    let mut names = format!("{NAMES}gn:1,").into_bytes();
    names.extend(b"\xe3\xe6\xd3\xdf\xe6,ar,,\n");
    let message = read(format!("{PLACES}gn:1,,P,PPL,AM,,40,44,,,x\n"), names).unwrap_err();
    assert_eq!(
        message,
        "n.csv:2: column `text` is not UTF-8 (after 0 good bytes)"
    );
}

#[test]
fn a_quotation_mark_that_is_not_where_it_may_be_is_an_error() {
    let open = "local:b,,P,,AM,,40,44,,,\"x\nlocal:c,,P,,AM,,40,44,,,x\n";
    let error = places_error(&format!("local:a,,P,,AM,,40,44,,,\"x\ny\"\n{open}"));
    assert!(error.contains("p.csv:4: a quotation mark"), "{error}");
    let place = format!("{PLACES}local:a,,P,,AM,,40,44,,,\"x\"");
    let names =
        "local:a,Alfa,en,variant,\"a \"\"b\nc\"\nlocal:a,Bravo,en,variant,\"a\nlocal:a,C,en,,\n";
    let error = read(&place, format!("{NAMES}{names}")).unwrap_err();
    assert!(error.contains("n.csv:4: a quotation mark"), "{error}");
    let names =
        "local:a,A,en,,\"x\ny\"\nlocal:a,\"Foo\" Bar,en,,\nlocal:a,\"\"\"Foo\"\" B\",en,,\n";
    let error = read(&place, format!("{NAMES}{names}")).unwrap_err();
    assert!(error.contains("n.csv:4: a field goes on behind"), "{error}");
    let error = read(PLACES.replace(",source", ",\"source"), NAMES).unwrap_err();
    assert!(error.contains("p.csv:1: a quotation mark"), "{error}");
    assert_eq!(read(&place, NAMES).unwrap().places.len(), 1);
}

#[test]
fn titles_of_columns_may_have_blanks_and_capital_letters() {
    let places = "ID,Latitude,\tLongitude ,Population, Parent\naa:b,40,45,7,aa:c\naa:c,40,45,,\n";
    let gazetteer = read(places, "Place,TEXT,Language,KIND\naa:b,Gyumri,en,former\n").unwrap();
    assert_eq!(gazetteer.places[0].population, Some(7));
    assert!(gazetteer.places[0].parent.is_some());
    assert_eq!(gazetteer.names[0].kind, NameKind::Former);
    // One that is written as ours counts, and what is beside it is another.
    let beside = read(
        "id,latitude,longitude,source,Source\naa:b,40,45,one,two\n",
        NAMES,
    );
    assert_eq!(beside.unwrap().places[0].source, "one");
}
