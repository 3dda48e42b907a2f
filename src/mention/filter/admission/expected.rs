//! What makes a small place's name expected where it stands: words for where something is, a list
//! of places, and the country that the text is about or names.

use crate::index::Index;
use crate::key::KeySpace;
use crate::lang::language::Use;
use crate::lang::lexicon::Lexicon;
use crate::mention::context::feature_words::Context;
use crate::mention::context::neighbor::neighbor;
use crate::mention::filter::admission::Admission;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;
use crate::mention::lookup::prominence;
use crate::mention::token::Tokens;
use crate::mention::token::segmentation::Boundary;
use crate::model::country::CountryCode;

/// The country whose feminine adjective stands behind a name: نابل التونسية. Only names are
/// definite without the article. (The masculine adjective makes it a club.)
pub(crate) fn said_country(
    index: &Index,
    tokens: &Tokens,
    found: &DictionaryMatch,
) -> Option<CountryCode> {
    let (last, at) = (found.token_last(), found.token_last() + 1);
    if found.space != KeySpace::Arabic || !tokens.joined(last, at) {
        return None;
    }
    let word = &tokens.list[at];
    let letters = tokens.letters(word);
    if !(letters.starts_with(&['ا', 'ل']) && letters.ends_with(&['ي', 'ة'])) {
        return None;
    }
    let first = tokens.letters(&tokens.list[found.first]);
    let definite = first.get(found.skip()..)?.starts_with(&['ا', 'ل'])
        || found.start.is_some_and(|start| start.takes_article());
    if definite {
        return None;
    }
    let demonyms =
        Lexicon::get().demonyms_of(word.languages, found.space, tokens.key_from(word, 2));
    let mut places = demonyms.iter().filter_map(|demonym| demonym.place.as_ref());
    places.find_map(|id| index.place(id)?.country())
}

impl Admission<'_> {
    /// Whether the words before speak of where something is: في صيدا, قرب جبيل, بصيدا.
    pub fn is_where(&self, found: &DictionaryMatch) -> bool {
        let tokens = self.tokens;
        let clitics = tokens
            .letters(&tokens.list[found.first])
            .get(..found.skip())
            .unwrap_or_default();
        let before = found.first.checked_sub(1);
        let joined = tokens.list[found.first].boundary == Boundary::Space;
        clitics.contains(&'ب')
            || (found.start.is_none()
                && joined
                && before.is_some_and(|before| neighbor(tokens, before).uses.has(Use::At)))
    }

    /// Whether a place of the country that is near is to be expected there.
    pub(super) fn is_expected(&self, found: &DictionaryMatch) -> bool {
        self.near.is_some() && (self.is_where(found) || self.is_listed(found))
    }

    /// Whether something says that a village is meant whose name in this language was made by rule:
    /// a feature word, a place of its country, or that something is there.
    pub(super) fn is_accompanied(
        &self,
        found: &DictionaryMatch,
        name: &NameEntry,
        context: &Context,
    ) -> bool {
        let names = &[*name];
        name.notable
            || context.announce(names)
            || self.is_near(names)
            || self.is_said(names)
            || self.is_in(found)
    }

    /// Whether the name goes on a list, right behind a mention: الأشرفية *والجميزة*.
    fn is_listed(&self, found: &DictionaryMatch) -> bool {
        let word = &self.tokens.list[found.first];
        found.skip() == 1
            && word.boundary == Boundary::Space
            && self.tokens.letters(word).first() == Some(&'و')
            && found
                .first
                .checked_sub(1)
                .is_some_and(|before| self.last_end == Some(self.tokens.list[before].end))
    }

    /// Whether a word is rather و and another name, which goes on a list of places of its
    /// country: مكة وجدة والطائف is Jeddah, not Oujda.
    pub fn begins_with_and(
        &self,
        found: &DictionaryMatch,
        names: &[NameEntry],
        matches: &[DictionaryMatch],
    ) -> bool {
        let letters = self.tokens.letters(&self.tokens.list[found.first]);
        let begins = found.space == KeySpace::Arabic && letters.first() == Some(&'و');
        if found.stripped() > 0 || !begins || self.near.is_none() || self.is_near(names) {
            return false;
        }
        let mut others = matches.iter().filter(|other| {
            other.last == found.last && other.end.is_none() && self.is_listed(other)
        });
        others.any(|other| {
            let mut places = self.index.names_from(other.value).map(|name| name.place());
            places.any(|place| place.country() == self.near && prominence::is_notable(place))
        })
    }

    /// Whether one of the places lies in the country whose adjective stands behind the name.
    pub fn is_said(&self, names: &[NameEntry]) -> bool {
        self.said.is_some() && names.iter().any(|name| name.country == self.said)
    }

    /// Whether one of the places lies in the country that is near: see [`Admission::near`].
    pub fn is_near(&self, names: &[NameEntry]) -> bool {
        self.near.is_some() && names.iter().any(|name| name.country == self.near)
    }
}
