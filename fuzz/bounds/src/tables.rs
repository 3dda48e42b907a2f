//! The words that reading names and texts asks for, language by language.

use std::collections::BTreeMap;
use std::path::Path;

/// The words of each language: those of the tables and those of the language's own source, and the names of places.
pub fn words() -> BTreeMap<String, Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let tables = [
        "abbreviations",
        "common_words",
        "context_words",
        "demonyms",
        "feature_words",
        "frequent_words",
        "generic_parts",
        "names",
        "query_words",
        "suffixes",
    ];
    for table in tables {
        let path = root.join(format!("data/{table}.csv"));
        let read = std::fs::read_to_string(&path).expect("a table");
        let mut rows = read.lines().filter(|row| !row.starts_with('#'));
        let header: Vec<&str> = rows.next().unwrap_or("").split(',').collect();
        let column = |title: &str| header.iter().position(|of| *of == title);
        let text = column("text")
            .or(column("name"))
            .or(column("suffix"))
            .expect("a column of words");
        let language = column("language").expect("a column of languages");
        // Of the long tables as many as of the others, so that words are drawn from all.
        let every = read.lines().count().div_ceil(4_000);
        for row in rows.step_by(every) {
            // A text in quotation marks parts wrongly here, and is as good a word.
            let fields: Vec<&str> = row.split(',').collect();
            if let (Some(text), Some(language)) = (fields.get(text), fields.get(language)) {
                words
                    .entry((*language).to_owned())
                    .or_default()
                    .push((*text).to_owned());
            }
        }
    }
    let sources = [
        ("arabic", "ar"),
        ("armenian", "hy"),
        ("azerbaijani", "az"),
        ("english", "en"),
        ("georgian", "ka"),
        ("hebrew", "he"),
        ("kurmanji", "ku"),
        ("pashto", "ps"),
        ("persian", "fa"),
        ("russian", "ru"),
        ("sorani", "ckb"),
        ("turkish", "tr"),
        ("ukrainian", "uk"),
        ("urdu", "ur"),
    ];
    for (file, language) in sources {
        let path = root.join(format!("src/lang/language/{file}.rs"));
        let read = std::fs::read_to_string(&path).expect("a language's source");
        let literals = read
            .split('"')
            .skip(1)
            .step_by(2)
            .flat_map(str::split_whitespace);
        let literals: Vec<String> = literals
            .filter(|word| *word != "\\")
            .map(str::to_owned)
            .collect();
        // The few words of grammar are what most rules begin at.
        for _ in 0..4 {
            words
                .entry(language.to_owned())
                .or_default()
                .extend(literals.iter().cloned());
        }
    }
    words.retain(|_, words| words.len() > 40);
    words
}
