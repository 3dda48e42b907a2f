//! Any files of a GeoNames dump, parted by zero bytes, read strictly and with bad rows left out.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::fs;
use std::path::PathBuf;
use toponym::{BadRows, GeoNames, IndexBuilder};
use toponym_fuzz::{FOLDER, parts};

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = FOLDER.join(name);
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
    let built = |bad_rows| {
        let dump = dump.clone().bad_rows(bad_rows);
        IndexBuilder::new().add_geonames(&dump).build()
    };
    // What is read strictly is read leniently too, and the same.
    if let Ok(index) = built(BadRows::Stop).or_else(|_| built(BadRows::Skip)) {
        index.verify().unwrap();
    }
});
