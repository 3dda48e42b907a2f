fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    for pair in args.chunks(2) {
        println!(
            "{} {} {}",
            pair[0],
            pair[1],
            toponym::debug_cost(&pair[0], &pair[1])
        );
    }
}
