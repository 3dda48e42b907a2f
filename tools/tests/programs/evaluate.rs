//! `evaluate` on gold of one or two sentences.

use crate::program::{Run, run};

/// Writes files into a folder of their own.
fn folder(name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("toponym-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        std::fs::write(folder.join(file), text).unwrap();
    }
    folder
}

/// The line of a table that begins so, in cells.
fn cells<'r>(run: &'r Run, start: &str) -> Vec<&'r str> {
    assert_eq!(run.status, 0, "{}", run.err);
    let row = run.out.lines().find(|line| line.starts_with(start));
    row.unwrap().split_whitespace().collect()
}

/// The errors and figures of a gold file that lies among others.
fn evaluate_text(name: &str, files: &[(&str, &str)], gold: &str) -> Run {
    let folder = folder(name, files);
    let gold = folder.join(gold);
    let run = run(
        "evaluate",
        &["text", "--errors", gold.to_str().unwrap()],
        b"",
    );
    std::fs::remove_dir_all(folder).unwrap();
    run
}

#[test]
fn conll_scores_by_whole_words() {
    let gold = "وصل O\nليريفان B-LOC\nأمس O\n\nزار O\nالناس O\nباريس O\n. O\n";
    let run = evaluate_text("conll", &[("gold.conll", gold)], "gold.conll");
    let cells = cells(&run, "gold.conll");
    assert_eq!(cells[1..6], ["1", "2", "0.500", "1.000", "0.667"]);
    assert!(run.out.contains("no place\t\tباريس"), "{}", run.out);
}

#[test]
fn what_is_no_gold_is_said_and_measures_nothing() {
    let run = evaluate_text(
        "prose",
        &[("a.conll", "a plain\ntext-only file\n")],
        "a.conll",
    );
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("no row ends with a tag"), "{}", run.err);
    let run = crate::program::run("evaluate", &["places", "missing.tsv"], b"");
    assert_eq!((run.status, run.out.as_str()), (2, ""));
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
    let files = [("a.gold.tsv", gold.as_str()), ("a.txt", text)];
    let run = evaluate_text("spans", &files, "a.gold.tsv");
    let all = cells(&run, "all places");
    assert_eq!(all[2..7], ["2", "0.500", "1.000", "1.000", "1.000"]);
    assert!(run.out.contains("elsewhere\t\tطرابلس"), "{}", run.out);
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
        let cells = cells(&run, scripts);
        assert_eq!(cells[3..7], ["3", "1.000", "1.000", "1.000"]);
    }
    assert_eq!(bad.status, 2);
    assert!(bad.err.contains("bad.tsv:1:"), "{}", bad.err);
}

#[test]
fn without_a_rule_what_it_kept_out_is_found() {
    // A paper that is called after a town.
    let gold = "قرأت O\nصحيفة O\nالقدس O\nفي O\nباكو B-LOC\n. O\n";
    let folder = folder("ablation", &[("gold.conll", gold)]);
    let file = folder.join("gold.conll");
    let file = file.to_str().unwrap();
    let whole = run("evaluate", &["text", file], b"");
    let rule = "organization-before";
    let without = run("evaluate", &["text", "--without", rule, file], b"");
    let table = run("evaluate", &["text", "--ablate", file], b"");
    std::fs::remove_dir_all(folder).unwrap();
    assert_eq!(cells(&whole, "gold.conll")[1..3], ["1", "1"]);
    assert_eq!(cells(&without, "gold.conll")[1..3], ["1", "2"]);
    assert_eq!(cells(&table, rule), [rule, "-333.3"]);
    assert_eq!(cells(&table, "chains"), ["chains", "."]);
    let rules = run("evaluate", &["text", "--rules"], b"");
    let names = |run: &Run| -> Vec<String> {
        let lines = run.out.lines().filter_map(|line| line.split(' ').next());
        lines.map(str::to_owned).collect()
    };
    assert!(names(&table).ends_with(&names(&rules)), "{}", table.out);
    assert_eq!(
        run("evaluate", &["text", "--without", "x", file], b"").status,
        2
    );
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

#[test]
fn names_count_by_the_places_they_lead_to() {
    let table = "\u{feff}query\tid\tlat\tlon\tlanguage\tcountry\r\n\
        غيومري\tgn:616635\t\t\tar\tAM\r\n\r\n\
        باكو\t\t40.4\t49.9\tar\n\
        باكو\tgn:616635\t\t\tar\tAM\n\
        qqxxzzkk\tgn:616635\t\t\ten\n";
    let points = "query\tids\tlat\tlon\tlanguage\tcountry\n\
        Gyumri\tpt:40.79,43.84\t\t\ten\tAM\n\
        Գյումրի\tgn:1 pt:40.8,43.8\t\t\thy\tAM\n\
        غيومري\t\t40.79\t43.84\tar\tAM\n\
        Yerevan\t\t40.79\t43.84\ten\tAM\n\
        Gyumri\t\t-40\t43.84\ten\tAM\n";
    let folder = folder("places", &[("names.tsv", table), ("points.tsv", points)]);
    let listed = folder.join("points.tsv");
    let listed = ["places", "--listed", listed.to_str().unwrap()];
    let [all, listed] = [&[listed[0], listed[2]][..], &listed].map(|a| run("evaluate", a, b""));
    let file = folder.join("names.tsv");
    let file = file.to_str().unwrap();
    let plain = run("evaluate", &["places", "--errors", file], b"");
    let within = run("evaluate", &["places", "--with-country", file], b"");
    let parts = run("evaluate", &["places", "--parts", file], b"");
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(cells(&plain, "up to sounds")[3..6], ["4", "0.750", "0.500"]);
    assert_eq!(cells(&plain, "language ar")[2..5], ["3", "1.000", "0.667"]);
    assert_eq!(
        cells(&within, "up to sounds")[3..6],
        ["4", "0.500", "0.500"]
    );
    assert_eq!(cells(&all, "up to sounds")[3..6], ["5", "1.000", "0.600"]);
    // Nothing called so lies where the last two are said to be.
    assert_eq!(
        cells(&listed, "up to sounds")[3..6],
        ["3", "1.000", "1.000"]
    );
    assert_eq!(cells(&listed, "hy in AM")[3..6], ["1", "1.000", "1.000"]);
    assert_eq!(parts.out.lines().count(), 5, "{}", parts.out);
    assert!(plain.out.contains("missed\tباكو"), "{}", plain.out);
}

#[test]
fn bad_tables_are_said_with_line_and_column() {
    let cases: [(&[u8], &str); 5] = [
        (b"query\tid\nBaku\tgn:x\n", ":2:2:"),
        (b"query\tid\n\tgn:1\n", ":2:1: no query"),
        (b"query\tlat\tlon\nBaku\t99\t0\n", ":2:"),
        (b"name\tid\n", ":1:1: there is no column `query`"),
        (b"query\tid\nBa\xFFku\tgn:1\n", ":2:3: not UTF-8"),
    ];
    for (table, message) in cases {
        let folder = folder("bad-places", &[]);
        let file = folder.join("names.tsv");
        std::fs::write(&file, table).unwrap();
        let run = run("evaluate", &["places", file.to_str().unwrap()], b"");
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(run.status, 2);
        assert!(run.err.contains(message), "{message}: {}", run.err);
    }
}
