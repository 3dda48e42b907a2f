//! The layers of the crate: which module may import which.
//!
//! Reads the imports of `src/` as text: `use` declarations and paths that begin with `crate`,
//! `super` or `self`, re-exports followed to the file that defines the item.

mod imports;

use imports::{Imports, is_related};

/// The layers from the bottom up. A module imports only from its own layer and from those before it.
const LAYERS: [&str; 18] = [
    "error",
    "compiled",
    "model",
    "text",
    "key",
    "lang",
    "fuzzy",
    "phonetic",
    "analysis",
    "gazetteer",
    "index",
    "query",
    "candidate",
    "rank",
    "resolution",
    "mention",
    "resolver",
    "serialize",
];

/// The stages of reading a text, from front to back: a stage knows none of those behind it.
const STAGES: [&str; 8] = [
    "mention::feature",
    "mention::lookup",
    "mention::context",
    "mention::filter",
    "mention::classify",
    "mention::span",
    "mention::disambiguation",
    "mention::pipeline",
];

#[test]
fn imports_run_one_way() {
    let imports = Imports::of_crate();
    let mut faults = Vec::new();
    for (from, to) in imports.edges() {
        for order in [&LAYERS[..], &STAGES[..]] {
            if let (Some(importer), Some(imported)) = (place(order, from), place(order, to))
                && imported > importer
            {
                faults.push(format!("{from} imports {to}, which is above it"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_module_has_a_layer() {
    let imports = Imports::of_crate();
    let mut modules = imports.modules().filter(|module| !module.is_empty());
    let stray = modules.find(|module| place(&LAYERS, module).is_none());
    assert_eq!(stray, None, "a module in none of the layers of this test");
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let circles = Imports::of_crate().circles();
    let shown: Vec<_> = circles.iter().map(|circle| circle.join(" -> ")).collect();
    assert!(circles.is_empty(), "{}", shown.join("\n"));
}

#[test]
fn imports_are_read() {
    let imports = Imports::of([
        ("", "mod low; mod high;\npub use crate::high::Top;"),
        (
            "low",
            "use crate::high::{deep::{Inner, self}, Top as Peak};",
        ),
        (
            "high",
            "pub(crate) mod deep;\npub(crate) use deep::Inner; // use crate::low::Comment;",
        ),
        ("another", "use crate::high; fn f() { high::deep::g() }"),
        (
            "high::deep",
            "fn f() { let s = \"crate::low::Text\"; super::super::low::g(); }",
        ),
        (
            "other",
            "use crate::Top;\n#[cfg(test)]\nmod tests { use crate::low::InTestsOnly; }",
        ),
    ]);
    let edges: Vec<(&str, &str)> = imports.edges().collect();
    assert_eq!(
        edges,
        [
            ("another", "high"),
            ("another", "high::deep"),
            ("high", "high::deep"),
            ("high::deep", "low"),
            ("low", "high"),
            ("low", "high::deep"),
            ("other", "high"),
        ]
    );
    assert_eq!(imports.circles(), [["high::deep", "low"]]);
    assert!(is_related("high", "high::deep") && !is_related("high", "higher"));
}

/// Where the layer of a module stands in an order; `None` if it is in none.
fn place(order: &[&str], module: &str) -> Option<usize> {
    order.iter().position(|layer| {
        *layer == module || is_related(layer, module) && module.len() > layer.len()
    })
}
