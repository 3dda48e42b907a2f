//! The orthographies that names are romanized in beside the English one, in `data/respellings.csv`:
//! *Dschidda* by Germans, *Tagiura* by Italians. A name is read by one of them if it has letters
//! that tell it, and by the usual one in any case.

use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../../../data/respellings.csv");

/// What is spelled otherwise in every orthography.
const USUAL: &str = "usual";

/// How letters are read that some orthography spells a sound by.
struct Respelling {
    letters: Vec<char>,
    reads: Vec<char>,
    place: Place,
    /// Whether nobody else writes so.
    tells: bool,
}

/// Where letters are read so.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Anywhere,
    /// At the beginning of a word: `^ua`.
    Start,
    /// At the end of one: `ine$`.
    End,
    /// Before a vowel: `gu+`.
    BeforeVowel,
}

/// The rules of an orthography by their first letter, longer before shorter.
type Rules = FxHashMap<char, Vec<Respelling>>;

/// An orthography; its own rules come before the usual ones.
struct Orthography {
    name: &'static str,
    rules: Rules,
    /// The letters that what tells it begins with.
    telling: Vec<char>,
}

static ORTHOGRAPHIES: LazyLock<Vec<Orthography>> = LazyLock::new(|| {
    let mut all: Vec<Orthography> = Vec::new();
    for (name, rule) in TABLE.lines().skip(1).filter_map(row) {
        if all
            .last()
            .is_none_or(|orthography| orthography.name != name)
        {
            let rules = Rules::default();
            let telling = Vec::new();
            all.push(Orthography {
                name,
                rules,
                telling,
            });
        }
        if let (Some(orthography), Some(&first)) = (all.last_mut(), rule.letters.first()) {
            if rule.tells {
                orthography.telling.push(first);
            }
            orthography.rules.entry(first).or_default().push(rule);
        }
    }
    for orthography in &mut all {
        for rules in orthography.rules.values_mut() {
            rules.sort_by_key(|rule| Reverse(rule.letters.len()));
        }
    }
    all
});

fn row(line: &'static str) -> Option<(&'static str, Respelling)> {
    let mut fields = line.split(',');
    let (name, letters, reads) = (fields.next()?, fields.next()?, fields.next()?);
    let bare = letters.trim_matches(['^', '$', '+']);
    let place = match (letters.chars().next()?, letters.chars().next_back()?) {
        ('^', _) => Place::Start,
        (_, '$') => Place::End,
        (_, '+') => Place::BeforeVowel,
        _ => Place::Anywhere,
    };
    let rule = Respelling {
        letters: bare.chars().collect(),
        reads: reads.chars().collect(),
        place,
        tells: fields.next() == Some("yes"),
    };
    (!bare.is_empty()).then_some((name, rule))
}

/// The ways to spell a name more usually, each with how much of it is respelled; none where nothing is.
pub(super) fn spelled_usually(signs: &[char]) -> Vec<(Vec<char>, u16)> {
    let spellings = spellings(signs, |_| true).into_iter();
    let changed = spellings.filter(|spelling| spelling.changes > 0);
    changed
        .map(|spelling| (spelling.signs, spelling.changes))
        .collect()
}

/// The ways to spell a name as the English do, by the orthographies that its letters tell; doubled letters
/// stay, which names are spelled with.
pub(super) fn spelled_in_english(signs: &[char]) -> Vec<Vec<char>> {
    let is_doubled =
        |rule: &Respelling| rule.letters.len() == 2 && rule.letters[0] == rule.letters[1];
    let spellings = spellings(signs, |rule| !is_doubled(rule)).into_iter();
    let told = spellings.filter(|spelling| spelling.is_told);
    told.map(|spelling| spelling.signs).collect()
}

/// A name as the usual orthography reads it, and those that its letters tell.
fn spellings(signs: &[char], counts: impl Fn(&Respelling) -> bool + Copy) -> Vec<Respelled> {
    let all = &*ORTHOGRAPHIES;
    let Some(usual) = all.iter().find(|orthography| orthography.name == USUAL) else {
        return Vec::new();
    };
    let mut spellings = Vec::new();
    for orthography in all {
        let is_usual = orthography.name == USUAL;
        let may_tell =
            |sign: &char| orthography.telling.contains(sign) || usual.telling.contains(sign);
        if !is_usual && !signs.iter().any(may_tell) {
            continue;
        }
        let spelling = respelled(signs, &orthography.rules, &usual.rules, counts);
        if is_usual || spelling.is_told {
            spellings.push(spelling);
        }
    }
    spellings
}

/// A name as it is read by some rules.
#[derive(Default)]
struct Respelled {
    signs: Vec<char>,
    changes: u16,
    /// Whether letters of it tell the orthography.
    is_told: bool,
}

fn respelled(
    signs: &[char],
    own: &Rules,
    usual: &Rules,
    counts: impl Fn(&Respelling) -> bool + Copy,
) -> Respelled {
    let mut read = Respelled::default();
    let mut at = 0;
    while let Some(&sign) = signs.get(at) {
        let applicable = |rules| first_applicable(rules, signs, at, counts);
        let rule = applicable(own).or_else(|| applicable(usual));
        match rule {
            Some(rule) => {
                read.signs.extend(&rule.reads);
                read.changes += u16::from(rule.letters != rule.reads);
                read.is_told |= rule.tells;
                at += rule.letters.len();
            }
            None => {
                read.signs.push(sign);
                at += 1;
            }
        }
    }
    read
}

fn first_applicable<'r>(
    rules: &'r Rules,
    signs: &[char],
    at: usize,
    counts: impl Fn(&Respelling) -> bool,
) -> Option<&'r Respelling> {
    let mut rules = rules.get(signs.get(at)?)?.iter();
    rules.find(|rule| counts(rule) && rule.applies(signs, at))
}

impl Respelling {
    fn applies(&self, signs: &[char], at: usize) -> bool {
        let rest = signs.get(at..).unwrap_or_default();
        let after = rest.get(self.letters.len()).copied();
        rest.starts_with(&self.letters)
            && match self.place {
                Place::Anywhere => true,
                Place::Start => at == 0 || signs.get(at - 1).is_none_or(|sign| is_boundary(*sign)),
                Place::End => after.is_none_or(is_boundary),
                Place::BeforeVowel => after.is_some_and(|sign| "aeiou".contains(sign)),
            }
    }
}

/// A space or the article.
fn is_boundary(sign: char) -> bool {
    matches!(sign, ' ' | 'A')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let rows = TABLE.lines().skip(1);
        assert!(rows.clone().filter_map(row).count() == rows.count());
        let rules = ORTHOGRAPHIES
            .iter()
            .flat_map(|orthography| orthography.rules.values());
        assert_eq!(
            rules.map(Vec::len).sum::<usize>(),
            TABLE.lines().count() - 1
        );
    }

    #[test]
    fn names_are_read_by_the_orthography_that_their_letters_tell() {
        let read = |name: &str| -> Vec<String> {
            let signs: Vec<char> = name.chars().collect();
            let spellings = spelled_usually(&signs).into_iter();
            spellings
                .map(|(signs, _)| signs.into_iter().collect())
                .collect()
        };
        for (name, expected) in [
            ("dschidda", "jida"),
            ("tagiura", "tajura"),
            ("meyedine", "mayedin"),
            ("uazan", "wazan"),
            ("faludzha", "faluja"),
            ("rabat", ""),
        ] {
            let all = read(name);
            let is_read = all.iter().any(|reading| reading == expected);
            assert!(
                is_read || (all.is_empty() && expected.is_empty()),
                "{name}: {all:?}"
            );
        }
    }
}
