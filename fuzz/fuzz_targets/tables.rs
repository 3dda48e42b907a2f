//! Any tables of places and names, parted by a zero byte: an error that says where, or a gazetteer that makes an
//! index which is whole and has every place.
#![no_main]

use libfuzzer_sys::fuzz_target;
use toponym::{Gazetteer, IndexBuilder};
use toponym_fuzz::parts;

fuzz_target!(|data: &[u8]| {
    let [places, names] = parts(data);
    let gazetteer = match Gazetteer::from_csv(("p.csv", places), ("n.csv", names)) {
        Ok(gazetteer) => gazetteer,
        Err(error) => {
            assert!(error.to_string().contains(".csv:"), "{error}");
            return;
        }
    };
    let ids: Vec<_> = gazetteer
        .places
        .iter()
        .map(|place| place.id.clone())
        .collect();
    let names = gazetteer.names.len();
    let Ok(index) = IndexBuilder::new().add_gazetteer(gazetteer).build() else {
        return;
    };
    index.verify().unwrap();
    assert!(index.name_count() <= names);
    for id in &ids {
        assert!(index.place(id).is_some(), "{id}");
    }
    let again = IndexBuilder::new()
        .add_gazetteer(index.to_gazetteer())
        .build()
        .unwrap();
    assert!(
        again.as_bytes() == index.as_bytes(),
        "the same gazetteer gives the same bytes"
    );
});
