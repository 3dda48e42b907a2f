//! Any bytes as a packed table: an error or rows. The first byte says how it is packed, and whether the bytes
//! are packed first, so that what is inside is reached too.
#![no_main]

use flate2::Compression;
use flate2::write::GzEncoder;
use libfuzzer_sys::fuzz_target;
use std::fs;
use std::io::Write;
use toponym::{BadRows, Gazetteer, GeoNames};
use toponym_fuzz::FOLDER;
use toponym_fuzz::options::Options;

fuzz_target!(|data: &[u8]| {
    let mut options = Options(data);
    let how = options.byte();
    let name = ["AM.zip", "AM.txt.gz", "AM.txt.xz"][usize::from(how % 3)];
    let path = FOLDER.join(name);
    let mut bytes = options.0.to_vec();
    if how % 3 == 1 && how >= 128 {
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(&bytes).unwrap();
        bytes = packed.finish().unwrap();
    }
    fs::write(&path, bytes).unwrap();
    let mut read = Gazetteer::default();
    let _ = GeoNames::new(&path).bad_rows(BadRows::Skip).read(&mut read);
});
