//! Where the name of a small place is to be expected: behind words for where something is, on a list
//! of places, and where the text names its country.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::segmentation::Boundary;
use crate::key::KeySpace;
use crate::mention::filter::name_filter::NameFilter;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;
use crate::mention::lookup::prominence;

impl NameFilter<'_> {
    /// Whether the words before speak of where something is: في صيدا, قرب جبيل, بصيدا.
    pub fn is_behind_locative(&self) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let clitics = tokens
            .letters(&tokens.list[found.first])
            .get(..found.skip())
            .unwrap_or_default();
        let before = found.first.checked_sub(1);
        let joined = tokens.list[found.first].boundary == Boundary::Space;
        clitics.contains(&'ب')
            || (found.proclitics.is_none()
                && joined
                && before.is_some_and(|before| neighbor(tokens, before).is_locative))
    }

    /// Whether a place of the recent country is to be expected there.
    pub(super) fn is_expected(&self) -> bool {
        self.matched.recent_country.is_some()
            && (self.is_behind_locative() || self.continues_list(&self.matched.found))
    }

    /// Whether something says that a village is meant whose name in this language was made by rule:
    /// a feature word, a place of its country, or that something is there.
    pub(super) fn is_supported_generated_name(&self, name: &NameEntry) -> bool {
        let names = &[*name];
        name.notable
            || self.matched.context.announce(names)
            || self.shares_recent_country(names)
            || self.lies_in_stated_country(names)
            || self.has_locative_ending()
    }

    /// Whether a match goes on a list, right behind a mention: الأشرفية *والجميزة*.
    fn continues_list(&self, found: &DictionaryMatch) -> bool {
        let tokens = self.passage.tokens;
        let token = &tokens.list[found.first];
        found.skip() == 1
            && token.boundary == Boundary::Space
            && tokens.letters(token).first() == Some(&'و')
            && found
                .first
                .checked_sub(1)
                .is_some_and(|before| self.matched.last_place_end == Some(tokens.list[before].end))
    }

    /// Whether the match is rather و and another name, which goes on a list of places of its
    /// country: مكة وجدة والطائف is Jeddah, not Oujda.
    pub(super) fn begins_with_and(&self) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let letters = tokens.letters(&tokens.list[found.first]);
        let begins = found.space == KeySpace::Arabic && letters.first() == Some(&'و');
        let country = self.matched.recent_country;
        let names = || self.entries.names_of(self.matched.entry);
        if found.stripped() > 0
            || !begins
            || country.is_none()
            || self.shares_recent_country(names())
        {
            return false;
        }
        let mut others = self.passage.names.at(found.first).iter().filter(|other| {
            other.last == found.last && other.suffix.is_none() && self.continues_list(other)
        });
        others.any(|other| {
            let mut places = self.index.names_from(other.value).map(|name| name.place());
            places.any(|place| place.country() == country && prominence::is_notable(place))
        })
    }

    /// Whether one of the places lies in the country whose adjective stands behind the name.
    pub fn lies_in_stated_country(&self, names: &[NameEntry]) -> bool {
        self.matched.stated_country.is_some()
            && names
                .iter()
                .any(|name| name.country == self.matched.stated_country)
    }

    /// Whether one of the places lies in the country that the mentions before make likely: see
    /// [`ContextMatch::recent_country`].
    ///
    /// [`ContextMatch::recent_country`]: crate::mention::context::ContextMatch::recent_country
    pub fn shares_recent_country(&self, names: &[NameEntry]) -> bool {
        let recent = self.matched.recent_country;
        recent.is_some() && names.iter().any(|name| name.country == recent)
    }
}
