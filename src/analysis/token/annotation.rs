//! What is cached with a word form: what can begin at it, and what it says of a name beside it. Later
//! stages work it out.

use crate::fuzzy::KeyPosition;
use crate::lang::affix::{ProcliticSplit, SuffixSplit};
use crate::lang::language::Uses;
use crate::lang::lexicon::FeatureRule;

/// Number of a word form: a word as it is spelled, wherever it stands.
pub(crate) type WordFormNumber = u32;

/// What a token can be or begin, as far as its form tells. Nothing that it is or begins is missing, and
/// most tokens can be skipped at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StartHints {
    /// Whether the names that begin there are known.
    pub name_starts_known: bool,
    /// Whether there are any.
    pub begins_name: bool,
    pub demonym: bool,
    /// Maximum length in tokens of a feature word that begins there.
    pub feature_words: u8,
    /// Whether it can be the word for a site.
    pub site_head: bool,
    /// Whether it can be names written together.
    pub compound: bool,
    /// Whether it can be a word of sport.
    pub sport: bool,
}

impl StartHints {
    /// Hints for a token that was not looked at.
    pub const ANYTHING: StartHints = StartHints {
        name_starts_known: false,
        begins_name: true,
        demonym: true,
        feature_words: u8::MAX,
        site_head: true,
        compound: true,
        sport: true,
    };

    /// Hints for a token that is skipped.
    pub const NOTHING: StartHints = StartHints {
        name_starts_known: true,
        begins_name: false,
        demonym: false,
        feature_words: 0,
        site_head: false,
        compound: false,
        sport: false,
    };
}

/// A name that begins at a token, or a prefix of one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameStart {
    /// The proclitics that are no part of it.
    pub proclitics: Option<ProcliticSplit>,
    pub kind: NameStartKind,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum NameStartKind {
    /// The token is a name but for an ending; `value` is what the dictionary stores with it.
    Name {
        value: u64,
        suffix: Option<SuffixSplit>,
    },
    /// Names that go on with another token, from this node of the dictionary on.
    Prefix(KeyPosition),
}

/// What a word says of a name beside it, by itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NeighborWord {
    /// Whether it is Arabic and bears the article, and whether it is a demonym with it.
    pub is_definite: bool,
    pub is_definite_demonym: bool,
    /// Whether it has the ending of Arabic nouns and verbs in the feminine.
    pub is_feminine: bool,
    /// Whether it begins with the و of *and*.
    pub begins_with_and: bool,
    /// Whether places are counted or contrasted after it: من, إلى.
    pub is_from: bool,
    /// Whether it is another word that joins names: على, مع.
    pub is_connective: bool,
    /// Whether it goes on after a place: في, بعد.
    pub is_preposition: bool,
    /// Whether a person's name stands behind it, or a team's; of Arabic words.
    pub announces_person: bool,
    pub announces_team: bool,
    /// What it says of a name beside it as a function word.
    pub uses: Uses,
    pub is_sport: bool,
    /// Whether it may have a role before a name, with or without proclitics.
    pub has_roles: bool,
    /// Whether it is a feature word of those before names,
    pub is_feature_word: bool,
    /// and which it is with clitics and the article or without.
    pub feature_word: Option<FeatureWord>,
    /// Maximum length in tokens of a feature word that begins there, with clitics and the article or without.
    pub longest_feature_word: u8,
    /// Whether it is an ordinary word, and whether an idiom begins with it: a bit for what is left
    /// of it without so many of its first letters.
    pub ordinary: u16,
    pub begins_idiom: u16,
}

/// A feature word of one token before a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FeatureWord {
    /// Number of letters of the token that do not belong to it: clitics, but not the article.
    pub skip: usize,
    pub definite: bool,
    pub rule: FeatureRule,
}

impl NeighborWord {
    /// Whether the tables say what it is for: a feature word, a function word or one with a role.
    pub fn has_function(&self) -> bool {
        self.is_feature_word || self.has_roles || self.uses.says_anything()
    }

    /// Whether an ordinary word is left of it without so many of its first letters.
    pub fn is_ordinary(&self, skip: usize) -> bool {
        self.ordinary >> skip & 1 != 0
    }

    /// The same of an idiom that begins with it: مسقط رأسه "his birthplace".
    pub fn begins_idiom(&self, skip: usize) -> bool {
        self.begins_idiom >> skip & 1 != 0
    }
}
