use std::io::Write;
fn main() {
    let mut args = std::env::args().skip(1);
    let dir = args.next().unwrap();
    let t0 = std::time::Instant::now();
    let g = toponym::Gazetteer::read_tables(&dir).unwrap();
    let index = toponym::IndexBuilder::new()
        .add_gazetteer(g)
        .build()
        .unwrap();
    eprintln!("index {:?}, {} names", t0.elapsed(), index.name_count());
    let r = toponym::Resolver::new(index);
    let t0 = std::time::Instant::now();
    r.scan("باكو Bakı").count();
    eprintln!("first scan {:?}", t0.elapsed());
    for file in args {
        let text = std::fs::read_to_string(&file).unwrap();
        let t0 = std::time::Instant::now();
        let n = r.scan(&text).count();
        let e = t0.elapsed();
        eprintln!(
            "{file}: {n} mentions, {:.1} MB/s",
            text.len() as f64 / 1e6 / e.as_secs_f64()
        );
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        for m in r.scan(&text) {
            let best = m.resolution().best();
            let ph = &text[m.phrase_range()];
            writeln!(
                out,
                "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
                m.range().start,
                m.range().end,
                m.token_range().start,
                m.kind(),
                m.as_str(),
                ph.replace('\n', " "),
                best.map_or("-".into(), |b| b.place().id().to_string()),
                best.map_or("-", |b| b.place().name()),
                m.resolution().status(),
                best.map_or(String::new(), |b| format!("{} {}", b.score(), b.evidence()))
            )
            .unwrap();
        }
    }
}
