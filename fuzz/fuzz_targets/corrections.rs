//! Any table of corrections: an error that says where, or corrections that a small gazetteer bears.
#![no_main]

use libfuzzer_sys::fuzz_target;
use toponym::{Corrections, Gazetteer, IndexBuilder};

const PLACES: &str =
    "id,latitude,longitude,parent\ngn:1,40,44,\ngn:2,41,45,gn:1\nacme:a,42,46,gn:1\n";
const NAMES: &str = "place,text,language,kind\ngn:1,Armenia,en,preferred\ngn:2,Gyumri,en,preferred\n\
    acme:a,Depot,en,variant\n";

fuzz_target!(|data: &[u8]| {
    match Corrections::from_csv(("c.csv", data)) {
        Err(error) => assert!(error.to_string().contains("c.csv"), "{error}"),
        Ok(corrections) => {
            let gazetteer =
                Gazetteer::from_csv(("p", PLACES.as_bytes()), ("n", NAMES.as_bytes())).unwrap();
            let builder = IndexBuilder::new().add_gazetteer(gazetteer);
            if let Ok(index) = builder.add_corrections(corrections).build() {
                index.verify().unwrap();
            }
        }
    }
});
