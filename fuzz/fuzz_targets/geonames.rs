//! Any files of a GeoNames dump, parted by zero bytes, read strictly and with bad rows left out.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;
use tempfile::TempDir;
use toponym::{BadRows, GeoNames, IndexBuilder};
use toponym_fuzz::parts;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = FOLDER.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fuzz_target!(|data: &[u8]| {
    let [places, alternate, hierarchy, codes, countries] = parts::<5>(data);
    let mut dump = GeoNames::new(file("places.txt", places));
    if !alternate.is_empty() {
        dump = dump.alternate_names(file("alternateNames.txt", alternate));
    }
    if !hierarchy.is_empty() {
        dump = dump.hierarchy(file("hierarchy.txt", hierarchy));
    }
    if !codes.is_empty() {
        dump = dump.admin_codes(file("admin1CodesASCII.txt", codes));
    }
    if !countries.is_empty() {
        dump = dump.country_info(file("countryInfo.txt", countries));
    }
    let _ = IndexBuilder::new()
        .add_geonames(&dump.clone().bad_rows(BadRows::Stop))
        .build();
    let lenient = IndexBuilder::new().add_geonames(&dump.bad_rows(BadRows::Skip));
    if let Ok(index) = lenient.build() {
        index.verify().unwrap();
    }
});
