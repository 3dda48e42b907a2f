//! What the nearest places cost: `cargo bench --bench nearest`.
//!
//! Among the built-in places and among a million made-up ones, which lie around those as towns and
//! villages do; `TOPONYM_BENCH_PLACES=12000000` makes it as many as all gazetteers hold, and
//! `TOPONYM_BENCH_INDEX=FILE` takes an index file in their place. Beside it stand what a user
//! would pick instead: `kiddo` on unit vectors, which answers the same question from memory (and
//! is compared with), and `geo-index`, which reads from bytes as we do but measures in degrees.
//! Neither tells classes or countries apart.

use criterion::{
    BenchmarkGroup, Criterion, criterion_group, criterion_main, measurement::WallTime,
};
use geo_index::rtree::sort::HilbertSort;
use geo_index::rtree::{RTreeBuilder, RTreeIndex};
use kiddo::{ImmutableKdTree, SquaredEuclidean};
use std::hint::black_box;
use toponym::{
    Coordinates, CountryCode, FeatureClass, Index, IndexBuilder, Nearest, Place, PlaceId, Resolver,
    SkippedRows,
};

/// Random numbers by SplitMix64, the same each time.
struct Random(u64);

impl Random {
    /// From 0 to 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) as f64 / u64::MAX as f64
    }

    fn number(&mut self, below: usize) -> usize {
        ((self.next() * below as f64) as usize).min(below - 1)
    }

    /// A point near another, mostly within a degree or two.
    fn near(&mut self, point: Coordinates) -> Coordinates {
        let mut spread = || 2.0 * (self.next() + self.next() + self.next() - 1.5).powi(3);
        let latitude = (point.latitude() + spread()).clamp(-90.0, 90.0);
        let longitude = (point.longitude() + spread() + 540.0).rem_euclid(360.0) - 180.0;
        Coordinates::new(latitude, longitude).unwrap()
    }

    /// A point anywhere on the sphere.
    fn anywhere(&mut self) -> Coordinates {
        let latitude = (2.0 * self.next() - 1.0).asin().to_degrees();
        Coordinates::new(latitude, 360.0 * self.next() - 180.0).unwrap()
    }
}

/// So many made-up places around the built-in ones, each of a neighbor's kind and country.
fn made_up(count: u64) -> Resolver {
    let embedded = Resolver::embedded();
    let centers: Vec<_> = embedded.index().places().collect();
    let builder = IndexBuilder::new().add_from(|sink| {
        let mut random = Random(1);
        for number in 1..=count {
            let center = centers[random.number(centers.len())];
            let point = random.near(center.coordinates());
            let mut place = Place::new(PlaceId::geonames(number), point);
            (place.feature, place.country) = (center.feature(), center.country());
            sink.place(place)?;
        }
        Ok(SkippedRows::default())
    });
    Resolver::new(builder.build().unwrap())
}

fn large() -> Resolver {
    if let Some(file) = std::env::var_os("TOPONYM_BENCH_INDEX") {
        return Resolver::new(Index::open(file).unwrap());
    }
    let count = std::env::var("TOPONYM_BENCH_PLACES");
    made_up(count.map_or(1_000_000, |count| count.parse().unwrap()))
}

fn nearest(c: &mut Criterion) {
    let embedded = Resolver::embedded();
    let large = large();
    for resolver in [&embedded, &large] {
        let points: Vec<_> = resolver.index().places().map(|p| p.coordinates()).collect();
        let mut group = c.benchmark_group(format!("nearest of {}", points.len()));
        let mut random = Random(2);
        let inhabited: Vec<_> = (0..4096)
            .map(|_| {
                let place = points[random.number(points.len())];
                random.near(place)
            })
            .collect();
        let anywhere: Vec<_> = (0..4096).map(|_| random.anywhere()).collect();
        let ask = |group: &mut BenchmarkGroup<'_, WallTime>,
                   title: &str,
                   asked: &[Coordinates],
                   query: &dyn Fn(Nearest) -> Nearest| {
            let mut next = asked.iter().cycle();
            group.bench_function(title, |b| {
                b.iter(|| {
                    let nearest = query(Nearest::to(*next.next().unwrap()));
                    black_box(resolver.nearest(nearest).len())
                });
            });
        };
        let country: CountryCode = "AM".parse().unwrap();
        ask(&mut group, "one", &inhabited, &|q| q.limit(1));
        ask(&mut group, "one, from anywhere", &anywhere, &|q| q.limit(1));
        ask(&mut group, "ten", &inhabited, &|q| q.limit(10));
        ask(&mut group, "one unit", &inhabited, &|q| {
            q.class(FeatureClass::Administrative).limit(1)
        });
        ask(
            &mut group,
            "one of a country, from anywhere",
            &anywhere,
            &|q| q.country(country).limit(1),
        );
        peers(&mut group, resolver, &points, &inhabited);
        group.finish();
    }
}

fn unit_vector(point: Coordinates) -> [f64; 3] {
    let (lat, lon) = (
        point.latitude().to_radians(),
        point.longitude().to_radians(),
    );
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

fn peers(
    group: &mut BenchmarkGroup<'_, WallTime>,
    resolver: &Resolver,
    points: &[Coordinates],
    asked: &[Coordinates],
) {
    let vectors: Vec<[f64; 3]> = points.iter().copied().map(unit_vector).collect();
    let tree: ImmutableKdTree<f64, 3> = ImmutableKdTree::new_from_slice(&vectors);
    for point in asked {
        let found = tree.nearest_one::<SquaredEuclidean>(&unit_vector(*point));
        let ours = resolver.nearest(Nearest::to(*point).limit(1))[0].distance_km();
        let theirs = points[found.item as usize].distance_km(*point);
        assert!((ours - theirs).abs() < 1e-6, "{point}: {ours} and {theirs}");
    }
    let mut next = asked.iter().cycle();
    group.bench_function("one, kiddo in memory", |b| {
        b.iter(|| {
            let vector = unit_vector(*next.next().unwrap());
            black_box(tree.nearest_one::<SquaredEuclidean>(&vector).item)
        });
    });
    drop((tree, vectors));
    let mut builder = RTreeBuilder::<f64>::new(points.len() as u32);
    for point in points {
        let (x, y) = (point.longitude(), point.latitude());
        builder.add(x, y, x, y);
    }
    let tree = builder.finish::<HilbertSort>();
    let mut next = asked.iter().cycle();
    group.bench_function("one in degrees, geo-index", |b| {
        b.iter(|| {
            let point = next.next().unwrap();
            black_box(tree.neighbors(point.longitude(), point.latitude(), Some(1), None))
        });
    });
}

criterion_group!(benches, nearest);
criterion_main!(benches);
