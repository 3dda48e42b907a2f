//! Names out of nothing: a syllable model learnt from a table of real names.
//!
//! Each real name is cut into words, each word into syllables, and what is counted is how many
//! words a name has, how many syllables a word, and which syllables begin, continue and end a word.
//! Words that several names share (New, Upper, Province) are kept whole: many a name of a real
//! gazetteer begins or ends with one, and search must bear it. New names are drawn from these
//! counts. The same seed gives the same names everywhere.

use std::collections::{BTreeMap, HashMap, HashSet};
use toponym::Script;
use toponym::normalize;

/// Numbers that look random, the same on every machine (xorshift64*, Vigna 2014).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32;
        (high as usize * n) >> 32
    }
}

/// A group of names: the names of the table in some languages and one script.
pub struct Group {
    pub script: Script,
    languages: &'static [&'static str],
    /// Out of a hundred names.
    share: usize,
}

/// Two in five names are Arabic.
pub const GROUPS: [Group; 5] = [
    Group {
        script: Script::Arabic,
        languages: &["ar", "fa"],
        share: 40,
    },
    Group {
        script: Script::Armenian,
        languages: &["hy"],
        share: 15,
    },
    Group {
        script: Script::Latin,
        languages: &["az"],
        share: 15,
    },
    Group {
        script: Script::Cyrillic,
        languages: &["ru", "az-Cyrl"],
        share: 15,
    },
    Group {
        script: Script::Latin,
        languages: &["en", "tr"],
        share: 15,
    },
];

/// Scripts of the groups, one key space each.
pub const SCRIPTS: [Script; 4] = [
    Script::Arabic,
    Script::Armenian,
    Script::Cyrillic,
    Script::Latin,
];

/// Normalized names of one script, ascending, each once.
pub struct Names {
    pub script: Script,
    pub names: Vec<String>,
}

/// `count` names, and the models they come from.
pub fn generate(count: usize, progress: impl Fn(usize)) -> (Vec<Names>, Vec<Model>) {
    let rows = table();
    let models: Vec<Model> = GROUPS
        .iter()
        .map(|group| Model::learn(group, &rows))
        .collect();
    let mut all: HashSet<String> = HashSet::with_capacity(count);
    let mut by_script: Vec<Names> = SCRIPTS
        .map(|script| Names {
            script,
            names: Vec::new(),
        })
        .into_iter()
        .collect();
    let mut random = Random::new(1);
    let mut target = 0;
    for (i, model) in models.iter().enumerate() {
        target += count * GROUPS[i].share;
        // The last group makes up for what rounding leaves.
        let target = if i + 1 == models.len() {
            count
        } else {
            target / 100
        };
        let names = by_script
            .iter_mut()
            .find(|names| names.script == model.script);
        let Some(names) = names else { continue };
        let mut repeated = 0;
        while all.len() < target {
            // A table of a few names runs out of new ones, unless they get longer.
            let name = model.name(repeated / 100, &mut random);
            if all.insert(name.clone()) {
                names.names.push(name);
                progress(1);
                repeated = 0;
            } else {
                repeated += 1;
            }
        }
    }
    for names in &mut by_script {
        names.names.sort_unstable();
    }
    (by_script, models)
}

/// Language and text of the rows of the embedded gazetteer's table of names, or of a few names
/// where it isn't there.
fn table() -> Vec<(String, String)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/names.csv");
    let rows = csv::Reader::from_path(path).map(|mut reader| {
        let rows = reader.records().flatten();
        rows.filter_map(|row| Some((row.get(2)?.to_owned(), row.get(1)?.to_owned())))
            .collect()
    });
    rows.unwrap_or_else(|_| {
        FEW.iter()
            .flat_map(|(language, names)| {
                names
                    .split(", ")
                    .map(|name| ((*language).to_owned(), name.to_owned()))
            })
            .collect()
    })
}

const FEW: [(&str, &str); 5] = [
    (
        "ar",
        "يريفان, غيومري, شوشة, تارتر, خانكندي, ستيباناكيرت, ناغورنو قره باغ, لاتشين, باكو",
    ),
    (
        "hy",
        "Երևան, Գյումրի, Շուշի, Ստեփանակերտ, Վանաձոր, Լեռնային Ղարաբաղ, Հադրութ, Մարտունի",
    ),
    (
        "az",
        "Bakı, Şuşa, Xankəndi, Gəncə, Naxçıvan, Dağlıq Qarabağ, Laçın, Füzuli, Ağdam, Cəbrayıl",
    ),
    (
        "ru",
        "Ереван, Гюмри, Шуша, Степанакерт, Нагорный Карабах, Баку, Лачин, Физули, Агдам, Тбилиси",
    ),
    (
        "en",
        "Yerevan, Gyumri, Shusha, Stepanakert, Nagorno Karabakh, Baku, Lachin, Fuzuli, Tbilisi",
    ),
];

/// What was counted of the names of a group.
pub struct Model {
    pub script: Script,
    /// Words of each name, at most three.
    words: Vec<usize>,
    /// The only, the first and the later words of the names: whole if other names share them.
    shared: [Vec<Option<String>>; 3],
    /// Syllables of each word.
    lengths: Vec<usize>,
    first: Vec<String>,
    middle: Vec<String>,
    last: Vec<String>,
    /// The letters of the group, ascending.
    pub letters: Vec<char>,
}

impl Model {
    fn learn(group: &Group, rows: &[(String, String)]) -> Self {
        let mut names: Vec<String> = rows
            .iter()
            .filter(|(language, _)| group.languages.contains(&language.as_str()))
            .map(|(_, text)| normalize(text).as_str().to_owned())
            .filter(|name| {
                !name.is_empty()
                    && name
                        .chars()
                        .all(|c| c == ' ' || Script::of(c) == Some(group.script))
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        // A key space has room for 63 letters; names with the rarest letters stay out.
        let mut counts: BTreeMap<char, usize> = BTreeMap::new();
        for letter in names.iter().flat_map(|name| name.chars()) {
            *counts.entry(letter).or_default() += 1;
        }
        let mut letters: Vec<(usize, char)> = counts.into_iter().map(|(c, n)| (n, c)).collect();
        letters.sort_unstable_by(|a, b| b.cmp(a));
        let mut letters: Vec<char> = letters
            .into_iter()
            .map(|(_, c)| c)
            .filter(|c| *c != ' ')
            .take(44)
            .collect();
        letters.sort_unstable();
        let mut model = Model {
            script: group.script,
            words: Vec::new(),
            shared: [const { Vec::new() }; 3],
            lengths: Vec::new(),
            first: Vec::new(),
            middle: Vec::new(),
            last: Vec::new(),
            letters,
        };
        let mut uses: HashMap<&str, usize> = HashMap::new();
        for word in names.iter().flat_map(|name| name.split(' ')) {
            *uses.entry(word).or_default() += 1;
        }
        for name in &names {
            let known = |c: char| c == ' ' || model.letters.binary_search(&c).is_ok();
            if !name.chars().all(known) {
                continue;
            }
            let count = name.split(' ').count();
            model.words.push(count.min(3));
            for (i, word) in name.split(' ').enumerate() {
                let shared = uses.get(word).is_some_and(|uses| *uses >= SHARED);
                let shared = shared.then(|| word.to_owned());
                model.shared[position(i, count)].push(shared);
                let mut syllables = syllables(word);
                model.lengths.push(syllables.len());
                if let Some(last) = syllables.pop().filter(|_| !syllables.is_empty()) {
                    model.last.push(last);
                    model.first.push(syllables.remove(0));
                    model.middle.append(&mut syllables);
                } else {
                    model.first.extend(self::syllables(word));
                }
            }
        }
        model
    }

    /// A new name, with some syllables more than the model has.
    pub fn name(&self, more: usize, random: &mut Random) -> String {
        let mut name = String::new();
        let count = *draw(&self.words, random);
        for i in 0..count {
            if i > 0 {
                name.push(' ');
            }
            // A name of one word is never that of another.
            if let Some(word) = draw(&self.shared[position(i, count)], random)
                && count > 1
            {
                name.push_str(word);
                continue;
            }
            let len = *draw(&self.lengths, random) + more;
            name.push_str(draw::<String>(&self.first, random));
            for _ in 2..len.max(2) {
                name.push_str(draw::<String>(&self.middle, random));
            }
            if len > 1 {
                name.push_str(draw::<String>(&self.last, random));
            }
        }
        name
    }
}

/// Names that a word must be in to be kept whole.
const SHARED: usize = 4;

/// Whether a word is the only one of its name (0), the first (1) or a later one (2).
fn position(i: usize, count: usize) -> usize {
    match (i, count) {
        (_, 1) => 0,
        (0, _) => 1,
        _ => 2,
    }
}

fn draw<'a, T>(of: &'a [T], random: &mut Random) -> &'a T {
    &of[random.below(of.len())]
}

/// Cuts a word before each consonant that a vowel follows, and where there is none (Arabic writes
/// only its long vowels) after three letters.
fn syllables(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let is_vowel = |i: usize| letters.get(i).is_some_and(|c| VOWELS.contains(*c));
    let mut syllables: Vec<String> = Vec::new();
    let mut len = 0;
    for (i, letter) in letters.iter().enumerate() {
        let onset = !is_vowel(i) && is_vowel(i + 1);
        match syllables.last_mut() {
            Some(syllable) if len < 4 && !(onset && len > 1) => {
                syllable.push(*letter);
                len += 1;
            }
            _ => {
                syllables.push(letter.to_string());
                len = 1;
            }
        }
    }
    syllables
}

const VOWELS: &str = "aeiouyəıöüаеиоуыэюяөүաեէըիոօուاويىآةه";
