//! Imports between the files of a crate, read as text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Which module imports which. The root is the empty name and imports nothing here: it re-exports
/// what the layers have to offer.
pub struct Imports {
    modules: BTreeMap<String, Source>,
    edges: BTreeSet<(String, String)>,
}

/// What is read of a file.
struct Source {
    /// Absolute paths that it names, as segments.
    paths: Vec<Vec<String>>,
    /// Names that it re-exports, with the absolute paths that they stand for.
    reexports: BTreeMap<String, Vec<String>>,
}

/// Whether one module is a submodule of the other.
pub fn is_related(a: &str, b: &str) -> bool {
    let inside = |inner: &str, outer: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.starts_with("::"))
    };
    inside(a, b) || inside(b, a)
}

impl Imports {
    /// The imports of this project's library. Unit tests are left out, and so is what compiles the tables
    /// of words (`compile.rs` beside what reads each): it is built for tests and tools alone.
    pub fn of_crate() -> Imports {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        // This test may be a package of its own beside the library.
        let src = root.ancestors().map(|folder| folder.join("src"));
        let src = src.into_iter().find(|src| src.join("lib.rs").is_file());
        let src = src.expect("the library's sources");
        let mut files = Vec::new();
        collect(&src, &src, &mut files);
        files.retain(|(name, _)| !name.ends_with("::compile"));
        Imports::of(
            files
                .iter()
                .map(|(name, text)| (name.as_str(), text.as_str())),
        )
    }

    /// The imports of modules given with their texts.
    pub fn of<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> Imports {
        let files: Vec<(&str, String)> = files
            .into_iter()
            .map(|(name, text)| (name, without_tests(&code_of(text))))
            .collect();
        let names: BTreeSet<&str> = files.iter().map(|(name, _)| *name).collect();
        let modules: BTreeMap<String, Source> = files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), read(name, text, &names)))
            .collect();
        let mut imports = Imports {
            modules,
            edges: BTreeSet::new(),
        };
        let mut edges = BTreeSet::new();
        for (from, source) in imports.modules.iter().filter(|(name, _)| !name.is_empty()) {
            for path in &source.paths {
                if let Some(to) = imports.defining(path, 0)
                    && to != *from
                    && !to.is_empty()
                {
                    edges.insert((from.clone(), to));
                }
            }
        }
        imports.edges = edges;
        imports
    }

    /// The names of all modules.
    pub fn modules(&self) -> impl Iterator<Item = &str> {
        self.modules.keys().map(String::as_str)
    }

    /// Which module imports which.
    pub fn edges(&self) -> impl Iterator<Item = (&str, &str)> {
        self.edges
            .iter()
            .map(|(from, to)| (from.as_str(), to.as_str()))
    }

    /// Groups of modules that import each other in a circle; a module and its own submodules may.
    pub fn circles(&self) -> Vec<Vec<String>> {
        let mut reached: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (from, to) in self.edges().filter(|(from, to)| !is_related(from, to)) {
            reached.entry(from).or_default().insert(to);
        }
        // The closure: some two hundred files, so plain loops do.
        loop {
            let before: usize = reached.values().map(BTreeSet::len).sum();
            let all: Vec<&str> = reached.keys().copied().collect();
            for from in all {
                let further: Vec<&str> = reached[from]
                    .iter()
                    .filter_map(|to| reached.get(to))
                    .flatten()
                    .copied()
                    .collect();
                reached.get_mut(from).expect("a key").extend(further);
            }
            if reached.values().map(BTreeSet::len).sum::<usize>() == before {
                break;
            }
        }
        let in_circle = |a: &str, b: &str| {
            reached.get(a).is_some_and(|to| to.contains(b))
                && reached.get(b).is_some_and(|to| to.contains(a))
        };
        let mut circles: Vec<Vec<String>> = Vec::new();
        for &module in reached.keys().filter(|module| in_circle(module, module)) {
            match circles
                .iter_mut()
                .find(|circle| in_circle(&circle[0], module))
            {
                Some(circle) => circle.push(module.to_owned()),
                None => circles.push(vec![module.to_owned()]),
            }
        }
        circles
    }

    /// The module that defines what a path names.
    fn defining(&self, path: &[String], depth: usize) -> Option<String> {
        let (module, rest) = self.split(path)?;
        let item = rest.first();
        let target = item.and_then(|item| self.modules[&module].reexports.get(item));
        match target {
            Some(target) if depth < 8 => self.defining(target, depth + 1),
            _ => Some(module),
        }
    }

    /// The longest beginning of a path that is a module, and the rest.
    fn split<'p>(&self, path: &'p [String]) -> Option<(String, &'p [String])> {
        (0..=path.len()).rev().find_map(|len| {
            let name = path[..len].join("::");
            let known = self.modules.contains_key(&name);
            known.then(|| (name, &path[len..]))
        })
    }
}

/// Reads the files below a folder, each with the name of its module.
fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let inner = path.strip_prefix(root).expect("a file below it");
            let name = inner
                .with_extension("")
                .to_string_lossy()
                .replace(['/', '\\'], "::");
            // Files of unit tests import whatever they test.
            if name.split("::").any(|part| part == "tests") {
                continue;
            }
            let name = if name == "lib" { String::new() } else { name };
            files.push((name, fs::read_to_string(&path).expect("a source file")));
        }
    }
}

/// The text without comments and with empty strings.
fn code_of(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            code.push_str("\"\"");
            rest = raw.find("\"#").map_or("", |end| &raw[end + 2..]);
        } else if c == '"' {
            code.push_str("\"\"");
            rest = behind_string(&rest[1..]);
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest = &rest[rest[1..].find('\'').map_or(1, |end| end + 2)..];
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    code
}

/// What follows a string whose opening quotation mark is behind.
fn behind_string(text: &str) -> &str {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return &text[at + 1..],
            _ => {}
        }
    }
    ""
}

/// The code without modules of unit tests.
fn without_tests(code: &str) -> String {
    let mut kept = String::new();
    let mut rest = code;
    while let Some(at) = rest.find("mod tests {") {
        let before = &rest[..at];
        let attribute = before.trim_end().rfind("#[cfg(");
        kept.push_str(&before[..attribute.unwrap_or(before.len())]);
        let mut depth = 0;
        let body = &rest[at..];
        let end = body.char_indices().find_map(|(at, c)| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            (c == '}' && depth == 0).then_some(at + 1)
        });
        rest = &body[end.unwrap_or(body.len())..];
    }
    kept + rest
}

/// The paths and re-exports of a file.
fn read(module: &str, code: &str, names: &BTreeSet<&str>) -> Source {
    let mut source = Source {
        paths: Vec::new(),
        reexports: BTreeMap::new(),
    };
    let mut imported: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut inline = Vec::new();
    let mut body = String::new();
    for statement in code.split_inclusive([';', '{', '}']) {
        body.push_str(statement);
        // A tree of imports has braces of its own.
        let open = body.matches('{').count() > body.matches('}').count();
        let begun = body.find("use ").filter(|&at| is_use(&body, at));
        if let Some(at) = begun {
            if open || !body.ends_with(';') {
                continue;
            }
            let exported =
                body[..at].trim_end().ends_with(['b', ')']) && body[..at].contains("pub");
            let tree = body[at + "use ".len()..].trim_end_matches(';');
            for (path, name) in leaves(tree) {
                let Some(path) = absolute(module, &path, names) else {
                    continue;
                };
                if exported {
                    source.reexports.insert(name.clone(), path.clone());
                }
                imported.insert(name, path.clone());
                source.paths.push(path);
            }
        } else {
            inline.extend(inline_paths(&body));
        }
        body.clear();
    }
    for path in inline {
        // A path may begin with a module that was imported.
        let path = match imported.get(&path[0]) {
            Some(module) => Some([module.as_slice(), &path[1..]].concat()),
            None => absolute(module, &path, names),
        };
        source.paths.extend(path);
    }
    source
}

/// Whether `use` stands there as a word, at the beginning of a declaration.
fn is_use(code: &str, at: usize) -> bool {
    let before = code[..at].trim_end();
    let attribute_or_visibility = before.ends_with([']', ')']) || before.ends_with("pub");
    before.is_empty() || attribute_or_visibility || before.ends_with([';', '}', '{'])
}

/// The paths of a tree of imports, each with the name that it has from then on.
fn leaves(tree: &str) -> Vec<(Vec<String>, String)> {
    fn expand(prefix: &str, tree: &str, found: &mut Vec<(Vec<String>, String)>) {
        let tree = tree.trim();
        if let Some((head, inner)) = tree.split_once('{') {
            let inner = inner.trim_end().strip_suffix('}').unwrap_or(inner);
            let (mut depth, mut from) = (0, 0);
            for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
                depth += i32::from(c == '{') - i32::from(c == '}');
                if c == ',' && depth == 0 {
                    expand(&format!("{prefix}{}", head.trim()), &inner[from..at], found);
                    from = at + 1;
                }
            }
        } else if !tree.is_empty() {
            let whole = format!("{prefix}{tree}");
            let (path, alias) = match whole.split_once(" as ") {
                Some((path, alias)) => (path.to_owned(), Some(alias.trim().to_owned())),
                None => (whole, None),
            };
            let mut path: Vec<String> = path
                .split("::")
                .map(|part| part.trim().to_owned())
                .collect();
            if path.len() > 1
                && path
                    .last()
                    .is_some_and(|last| last == "self" || last == "*")
            {
                path.pop();
            }
            let name = alias.or_else(|| path.last().cloned()).unwrap_or_default();
            found.push((path, name));
        }
    }
    let mut found = Vec::new();
    expand("", tree, &mut found);
    found
}

/// Paths of several segments in code.
fn inline_paths(code: &str) -> Vec<Vec<String>> {
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    code.split(|c| !is_path(c))
        .map(|word| {
            word.trim_matches(':')
                .split("::")
                .map(str::to_owned)
                .collect()
        })
        .filter(|path: &Vec<String>| path.len() > 1)
        .collect()
}

/// A path from the root of the crate; `None` if it leads out of it.
fn absolute(module: &str, path: &[String], names: &BTreeSet<&str>) -> Option<Vec<String>> {
    let mut here: Vec<String> = module.split("::").map(str::to_owned).collect();
    here.retain(|part| !part.is_empty());
    let mut path = path;
    match path.first()?.as_str() {
        "crate" => return Some(path[1..].to_vec()),
        "self" => path = &path[1..],
        "super" => {
            while path.first().is_some_and(|part| part == "super") {
                here.pop();
                path = &path[1..];
            }
        }
        first => {
            // A submodule by its bare name, else another crate.
            let submodule = [here.as_slice(), &[first.to_owned()]].concat().join("::");
            if !names.contains(submodule.as_str()) {
                return None;
            }
        }
    }
    here.extend_from_slice(path);
    Some(here)
}
