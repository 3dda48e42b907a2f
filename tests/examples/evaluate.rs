//! `evaluate` on gold of one or two sentences.

use crate::program::run;

/// Writes files into a folder of their own.
fn folder(name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("toponym-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        std::fs::write(folder.join(file), text).unwrap();
    }
    folder
}

#[test]
fn conll_scores_by_whole_words() {
    let gold = "وصل O\nليريفان B-LOC\nأمس O\n\nزار O\nالناس O\nباريس O\n. O\n";
    let folder = folder("conll", &[("gold.conll", gold)]);
    let file = folder.join("gold.conll");
    let run = run(
        "evaluate",
        &["text", "--errors", file.to_str().unwrap()],
        b"",
    );
    std::fs::remove_dir_all(folder).unwrap();
    assert_eq!(run.status, 0, "{}", run.err);
    let row = run
        .out
        .lines()
        .find(|line| line.starts_with("gold.conll"))
        .unwrap();
    let cells: Vec<&str> = row.split_whitespace().collect();
    assert_eq!(cells[1..6], ["1", "2", "0.500", "1.000", "0.667"], "{row}");
    assert!(run.out.contains("no place\tباريس"), "{}", run.out);
}

#[test]
fn spans_with_places_score_where_mentions_lead() {
    let text = "من باكو إلى طرابلس";
    let at = |word: &str| text.find(word).unwrap();
    let (baku, tripoli) = (at("باكو"), at("طرابلس"));
    let gold = format!(
        "start\tend\tids\tlat\tlon\tkind\n{baku}\t{}\tgn:587084\t40.4\t49.9\ttown\n{tripoli}\t{}\tgn:1\t\t\ttown\n",
        baku + "باكو".len(),
        tripoli + "طرابلس".len()
    );
    let folder = folder("spans", &[("a.gold.tsv", &gold), ("a.txt", text)]);
    let file = folder.join("a.gold.tsv");
    let run = run(
        "evaluate",
        &["text", "--errors", file.to_str().unwrap()],
        b"",
    );
    std::fs::remove_dir_all(folder).unwrap();
    assert_eq!(run.status, 0, "{}", run.err);
    let all = run
        .out
        .lines()
        .find(|line| line.starts_with("all places"))
        .unwrap();
    let cells: Vec<&str> = all.split_whitespace().collect();
    assert_eq!(
        cells[2..7],
        ["2", "0.500", "1.000", "1.000", "1.000"],
        "{all}"
    );
    assert!(run.out.contains("elsewhere\tطرابلس"), "{}", run.out);
}

#[test]
fn pairs_find_their_own_among_all() {
    let pairs = "ar\ten\nخانكندي\tKhankendi\nمارتوني\tMartuni\nميريلاند\tMaryland\n";
    let folder = folder(
        "pairs",
        &[("pairs.tsv", pairs), ("bad.tsv", "one column\n")],
    );
    let file = folder.join("pairs.tsv");
    let there = run("evaluate", &["pairs", file.to_str().unwrap()], b"");
    let back = run(
        "evaluate",
        &["pairs", "--reverse", file.to_str().unwrap()],
        b"",
    );
    let bad = folder.join("bad.tsv");
    let bad = run("evaluate", &["pairs", bad.to_str().unwrap()], b"");
    std::fs::remove_dir_all(folder).unwrap();
    for (run, scripts) in [(there, "Arabic to Latin"), (back, "Latin to Arabic")] {
        assert_eq!(run.status, 0, "{}", run.err);
        let row = run
            .out
            .lines()
            .find(|line| line.starts_with(scripts))
            .unwrap();
        let cells: Vec<&str> = row.split_whitespace().skip(3).collect();
        assert_eq!(cells[..4], ["3", "1.000", "1.000", "1.000"], "{row}");
    }
    assert_eq!(bad.status, 2);
    assert!(bad.err.contains("bad.tsv:1:"), "{}", bad.err);
}

#[test]
fn bad_input_is_said_and_left_out() {
    let missing = run("evaluate", &["text", "no/such/file"], b"");
    assert_eq!(missing.status, 2);
    assert!(missing.err.contains("no/such/file"), "{}", missing.err);
    for arguments in [
        &["text"][..],
        &["poems", "x"],
        &["text", "--span", "page", "x"],
    ] {
        assert_eq!(run("evaluate", arguments, b"").status, 2, "{arguments:?}");
    }
}
