//! What reading text costs, in bytes a second: `cargo bench --bench scan`. `TOPONYM_TEXT=FILE` adds
//! a text of your own, `TOPONYM_INDEX=FILE` reads with an index file in place of the built-in
//! gazetteer.
//!
//! *Scan* is the whole scanner, resolution and coherence included; *first* is the same by a
//! resolver that has read nothing before; *names* is the walk in the dictionary alone, every name
//! where it stands, meant or not.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::sync::Arc;
use toponym::{
    Coordinates, Gazetteer, Index, IndexBuilder, Name, NameKind, Place, PlaceId, Resolver, Script,
};

/// Made-up names, shared with the comparison with other crates.
#[allow(dead_code)]
#[path = "../tools/src/bin/compare_fuzzy/names.rs"]
mod names;
/// And texts that hold them.
#[allow(dead_code)]
#[path = "../tools/src/bin/compare_fuzzy/text.rs"]
mod text;

const STORY: &str = include_str!("../examples/story.txt");

/// A text so long that what is done once a text does not count.
const STORIES: usize = 50;

fn built_in(c: &mut Criterion) {
    let index = match std::env::var_os("TOPONYM_INDEX") {
        Some(file) => Arc::new(Index::open(file).unwrap()),
        None => {
            Arc::new(Index::from_bytes(Resolver::embedded().index().as_bytes().to_vec()).unwrap())
        }
    };
    let mut texts = vec![("story", STORY.repeat(STORIES))];
    // Text without a single name: what the walk over words costs.
    texts.push((
        "no names",
        "وكان ذلك كله مما لا يقال بعد اليوم. ".repeat(5_000),
    ));
    if let Some(file) = std::env::var_os("TOPONYM_TEXT") {
        texts.push(("own text", std::fs::read_to_string(file).unwrap()));
    }
    for (title, text) in &texts {
        measure(c, title, &index, text);
    }
}

/// A million names, each of a place of its own. Of a dump of hamlets one place in a hundred is a
/// city, and the text speaks of the cities: as many mentions as news has (5 a kB), among as many
/// words that are hamlets' names and have to be refused. Then all of them are places of tables,
/// which are meant wherever they stand: ordinary words too, some 13 mentions a kB.
fn million(c: &mut Criterion) {
    let (mut all, _) = names::generate(1_000_000, |_| {});
    let dump = Arc::new(index(&all, true));
    let chosen = Arc::new(index(&all, false));
    let arabic = all.iter().position(|names| names.script == Script::Arabic);
    let mut arabic = all.swap_remove(arabic.unwrap());
    let dense = made_up(&arabic);
    arabic.names.retain(|name| is_city(name));
    measure(c, "a million names of a dump", &dump, &made_up(&arabic));
    measure(c, "a million names", &chosen, &dense);
}

fn index(all: &[names::Names], dump: bool) -> Index {
    let mut gazetteer = Gazetteer::default();
    let language = "und".parse().unwrap();
    let names = all.iter().flat_map(|names| &names.names);
    for (number, name) in (1..).zip(names) {
        let id: PlaceId = format!("gn:{number}").parse().unwrap();
        let mut place = Place::new(id.clone(), Coordinates::new(40.0, 45.0).unwrap());
        let mut name = Name::new(id, name.as_str(), language, NameKind::Preferred);
        if dump {
            place.population = is_city(&name.text).then_some(200_000);
            // As the reader of dumps names them.
            place.source = "geonames".to_owned();
            name.source = "geonames:dump".to_owned();
        }
        gazetteer.places.push(place);
        gazetteer.names.push(name);
    }
    IndexBuilder::new()
        .add_gazetteer(gazetteer)
        .build()
        .unwrap()
}

/// One name in a hundred, whatever it is.
fn is_city(name: &str) -> bool {
    let sum = name
        .bytes()
        .fold(0u32, |sum, byte| sum.wrapping_mul(31) + u32::from(byte));
    sum % 100 == 0
}

/// A million bytes of text with these names in it.
fn made_up(names: &names::Names) -> String {
    let texts = text::texts(200, names);
    texts.into_iter().map(|text| text.text).collect()
}

fn measure(c: &mut Criterion, title: &str, index: &Arc<Index>, text: &str) {
    let resolver = Resolver::new(index.clone());
    let mentions = resolver.scan(text).count();
    println!(
        "{title}: {:.1} mentions a kB",
        mentions as f64 * 1000.0 / text.len() as f64
    );
    let mut group = c.benchmark_group(title);
    group.sample_size(20);
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("names", |b| {
        b.iter(|| black_box(resolver.names_in(text).count()))
    });
    group.bench_function("scan", |b| {
        b.iter(|| black_box(resolver.scan(text).count()))
    });
    group.bench_function("first", |b| {
        b.iter(|| black_box(Resolver::new(index.clone()).scan(text).count()))
    });
    group.finish();
}

criterion_group!(benches, built_in, million);
criterion_main!(benches);
