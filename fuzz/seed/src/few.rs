//! An index of three places, with names in all scripts: what is damaged in every way.

use toponym::{Gazetteer, Index, IndexBuilder};

const PLACES: &str = "id,same_as,class,feature,country,parent,latitude,longitude,population,source\n\
    gn:174982,wd:Q399 wof:85632773,A,PCLI,AM,,40.47472,44.80562,3084400,geonames\n\
    gn:616635,wd:Q199500,P,PPLA,AM,gn:174982,40.7942,43.84528,121976,geonames\n\
    acme:depot,acme:store,S,,AM,gn:616635,40.1,-44.5000001,,own\n";

const NAMES: &str = "place,text,language,kind\ngn:174982,Armenia,en,preferred\n\
    gn:616635,Gyumri,en,preferred\ngn:616635,غيومري,ar,preferred\ngn:616635,Գյումրի,hy,preferred\n\
    gn:616635,Leninakan,en,former\ngn:616635,Гюмри,ru,preferred\ngn:616635,გიუმრი,ka,variant\n\
    acme:depot,Depot,en,preferred\nacme:depot,久姆里 Depot,und,colloquial\n";

/// The index of few places: unit tests damage one like it, and fuzz targets search a larger one.
pub fn index() -> Index {
    let tables = (("p", PLACES.as_bytes()), ("n", NAMES.as_bytes()));
    let gazetteer = Gazetteer::from_csv(tables.0, tables.1).expect("good tables");
    let built = IndexBuilder::new().add_gazetteer(gazetteer).build();
    built.expect("a small index")
}
