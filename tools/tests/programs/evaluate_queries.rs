//! `evaluate_queries` on the built-in gazetteer, with few places.

use crate::program::{Run, run};

/// The last two cells of the last row `all`: how many were asked, and how many answered wrongly.
fn sums(run: &Run) -> [usize; 2] {
    assert_eq!(run.status, 0, "{}", run.err);
    let mut rows = run.out.lines().filter(|line| line.starts_with("all "));
    let cells: Vec<&str> = rows.next_back().unwrap().split_whitespace().collect();
    [2, 1].map(|from_end| cells[cells.len() - from_end].parse().unwrap())
}

#[test]
fn every_place_is_asked_in_all_ways() {
    let few = ["qualified", "--towns", "2", "--units", "0", "--errors"];
    let asked = run("evaluate_queries", &few, b"");
    let [count, _] = sums(&asked);
    let ways = asked
        .out
        .lines()
        .filter(|line| line.starts_with("brackets"));
    assert_eq!(ways.count(), 1, "{}", asked.out);
    // Two towns in seven languages, in nine ways each, with three to five qualifiers.
    assert!((2 * 7 * 9 * 3..=2 * 7 * 9 * 5).contains(&count), "{count}");
    assert_eq!(count % 9, 0, "{}", asked.out);
    assert_eq!(run("evaluate_queries", &few, b"").out, asked.out);
}

#[test]
fn halves_are_apart() {
    let folder = std::env::temp_dir().join(format!("toponym-halves-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (words, phrases) = (folder.join("words"), folder.join("phrases"));
    std::fs::write(&words, "باكو\nGyumri\nqqxxzzkk\n").unwrap();
    std::fs::write(&phrases, "phrase\tlanguage\tkind\nZzq Kkxq\ten\tperson\n").unwrap();
    let counts = ["tune", "held", "all"].map(|half| {
        let (words, phrases) = (words.to_str().unwrap(), phrases.to_str().unwrap());
        let files = ["--words", words, "--phrases", phrases, "--half", half];
        sums(&run(
            "evaluate_queries",
            &[&["ordinary"][..], &files].concat(),
            b"",
        ))
    });
    std::fs::write(&phrases, "phrase\tlanguage\tkind\nno columns\n").unwrap();
    let bad = [
        "ordinary",
        "--words",
        words.to_str().unwrap(),
        "--phrases",
        phrases.to_str().unwrap(),
    ];
    let bad = run("evaluate_queries", &bad, b"");
    std::fs::remove_dir_all(folder).unwrap();
    let [tune, held, all] = counts;
    assert_eq!([tune[0] + held[0], tune[1] + held[1]], all);
    assert_eq!(all, [4, 2]);
    assert_eq!(bad.status, 2);
    assert!(bad.err.contains("phrases:2: expected three"), "{}", bad.err);
}

#[test]
fn what_it_does_not_know_is_said() {
    let run = run("evaluate_queries", &["poems"], b"");
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("qualified"), "{}", run.err);
}
