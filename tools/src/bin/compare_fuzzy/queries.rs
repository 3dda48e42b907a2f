//! The queries, the same for every method.

use crate::names::{Model, Names, Random};

/// A query, and in which script.
pub struct Query {
    pub text: String,
    pub script: usize,
}

/// Queries in the proportion of the names: four in five a known name with 0, 1 or 2 random edits in
/// turn, one in five a new name with three.
pub fn queries(count: usize, seed: u64, names: &[Names], models: &[Model]) -> Vec<Query> {
    let mut random = Random::new(seed);
    let total: usize = names.iter().map(|names| names.names.len()).sum();
    let mut queries = Vec::with_capacity(count);
    while queries.len() < count {
        let mut at = random.below(total);
        let script = names.iter().position(|names| {
            let found = at < names.names.len();
            at -= if found { 0 } else { names.names.len() };
            found
        });
        let Some(script) = script else { continue };
        let models: Vec<&Model> = models
            .iter()
            .filter(|model| model.script == names[script].script)
            .collect();
        let model = models[random.below(models.len())];
        let (text, edits) = match queries.len() % 5 {
            4 => (model.name(0, &mut random), 3),
            _ => (names[script].names[at].clone(), queries.len() / 5 % 3),
        };
        let text = edit(&text, edits, &model.letters, &mut random);
        if !text.is_empty() {
            queries.push(Query { text, script });
        }
    }
    queries
}

/// A text with some random edits: a letter put in, changed, taken out, or two exchanged.
fn edit(text: &str, edits: usize, letters: &[char], random: &mut Random) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for _ in 0..edits {
        let letter = letters[random.below(letters.len())];
        let at = random.below(text.len());
        match random.below(4) {
            0 => text.insert(at, letter),
            1 => text[at] = letter,
            2 if text.len() > 1 => drop(text.remove(at)),
            _ if at + 1 < text.len() => text.swap(at, at + 1),
            _ => text.push(letter),
        }
    }
    text.into_iter().collect()
}
