//! What a word says of a name beside it, as far as the word by itself tells: worked out once for
//! each spelling, since names stand between the same few words all through a text.

use crate::analysis::demonym::definite;
use crate::analysis::split::stems;
use crate::analysis::token::Tokens;
use crate::analysis::token::annotation::{FeatureWord, NeighborWord};
use crate::key::KeySpace;
use crate::lang::language::{LanguageSet, Use, Uses, uses};
use crate::lang::lexicon::{Entry, Position, Role, entry};

/// What a token by itself says of a name beside it.
#[inline]
pub(crate) fn neighbor(tokens: &Tokens, at: usize) -> &NeighborWord {
    tokens.neighbor(at).get_or_init(|| of(tokens, at))
}

fn of(tokens: &Tokens, at: usize) -> NeighborWord {
    let word = &tokens.list[at];
    let (letters, key) = (tokens.letters(word), tokens.key(word));
    let space = word.space.unwrap_or(KeySpace::Other);
    let (languages, uses) = (word.languages, uses(word.languages, letters));
    let said = entry(space, key);
    let is_feature_word = said.feature_word(languages, Position::Before).is_some();
    let (mut feature_word, mut longest_feature_word) = (None, 0);
    let (mut announces_person, mut announces_team) = (false, false);
    // Only Arabic texts are weighed by these.
    let is_arabic = space == KeySpace::Arabic;
    let roles = said.roles(languages, Position::Before);
    for role in roles.filter(|_| is_arabic) {
        announces_person |= matches!(role, Role::Given | Role::Title | Role::Kin);
        announces_team |= matches!(role, Role::Team | Role::Club);
    }
    let (mut ordinary, mut begins_idiom, mut has_roles) = (0, 0, false);
    for stem in stems(languages, letters) {
        let skip = stem.skip;
        let said = entry(space, tokens.key_from(word, skip));
        if said.is_empty() {
            continue;
        }
        let is_ordinary = said.text_words(languages).next().is_some();
        ordinary |= u16::from(is_ordinary) << skip;
        has_roles |= said.roles(languages, Position::Before).next().is_some();
        begins_idiom |= u16::from(said.longest_common_word() > 1) << skip;
        longest_feature_word = longest_feature_word.max(said.longest_feature_word());
        feature_word = feature_word.or_else(|| {
            Some(FeatureWord {
                skip: stem.clitics,
                definite: stem.definite,
                rule: said.feature_word(languages, Position::Before)?,
            })
        });
    }
    NeighborWord {
        is_definite: letters.starts_with(&['ا', 'ل']),
        is_definite_demonym: !definite(tokens, at, at).is_empty(),
        is_feminine: matches!(letters.last(), Some('ت' | 'ة')),
        begins_with_and: letters.first() == Some(&'و'),
        is_from: uses.meets(FROM),
        is_connective: uses.has(Use::Connective),
        is_preposition: uses.has(Use::Follows),
        announces_person,
        announces_team,
        uses,
        is_sport: is_arabic && is_of_sport(&said, languages),
        has_roles,
        is_feature_word,
        feature_word,
        longest_feature_word: u8::try_from(longest_feature_word).unwrap_or(u8::MAX),
        ordinary,
        begins_idiom,
    }
}

/// Whether an Arabic word is one of sport.
pub(crate) fn is_of_sport(said: &Entry, languages: LanguageSet) -> bool {
    let mut roles = said.roles(languages, Position::Before);
    roles.any(|role| matches!(role, Role::Sport | Role::Team))
}

/// Words after which places are counted or contrasted.
const FROM: Uses = Uses::of([Use::From, Use::To, Use::Until]);
