//! The first word of a name that may stand before its head, and whether what stands behind it is one.

use crate::analysis::demonym::demonym_at;
use crate::analysis::neighbor::neighbor;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::{LetterCase, Token, Tokens};
use crate::analysis::trigger::Trigger;
use crate::key::KeySpace;
use crate::lang::language::Heads;
use crate::lang::lexicon::Role;
use crate::lang::surname::is_surname;
use crate::mention::filter::organization_head::{heads_behind_bare, is_chain, role_after};
use crate::mention::lookup::Passage;
use crate::mention::span::named_freely::{is_named_freely, is_one_in_plural};
use crate::mention::span::trailing_head::{TrailingHeadSite, case_ending};
use crate::model::feature::FeatureClass;

/// Feature codes of sites whose heads news writes small in English: the Zohr gas *field*.
const SMALL: [&str; 13] = [
    "OILF", "OILR", "OILJ", "PSTB", "AIRP", "AIRF", "MILB", "CMPRF", "MN", "DAM", "PS", "PPL",
    "PPLX",
];

/// A word with which a name before its head may begin.
pub(super) struct NameStart<'p> {
    passage: Passage<'p>,
    at: usize,
    /// Whether heads are parts of names, as in English.
    in_name: bool,
    /// Whether it is an adjective with a capital where else the head comes first: *Ленинский* проспект.
    pub is_adjective: bool,
    /// Whether a place is called so that is no ordinary word and nobody's people.
    known: bool,
    /// Whether its capital says something.
    inside: bool,
}

impl<'p> NameStart<'p> {
    /// The word at a token, if a name may begin with it.
    pub fn of(passage: Passage<'p>, at: usize) -> Option<Self> {
        let tokens = passage.tokens;
        let word = &tokens.list[at];
        if word.case != LetterCase::Capital || word.tag != HashtagPart::None {
            return None;
        }
        // Where the text may be Turkish as well, small heads count.
        let in_name = word.languages.puts_heads(Heads::LastInName)
            && !word.languages.puts_heads(Heads::LastBehindBare);
        let is_adjective =
            !in_name && word.languages.puts_heads(Heads::First) && is_capital_adjective(tokens, at);
        let heads_last = in_name
            || is_adjective
            || word.languages.puts_heads(Heads::LastBehindBare)
            || word.languages.puts_heads(Heads::LastBehindGenitive);
        if !heads_last || word.space? == KeySpace::Other {
            return None;
        }
        // The article ends a phrase: Շենքը Թումանյան փողոց է նայում.
        let letters = tokens.letters(word);
        if word
            .languages
            .ends_in(letters, |profile| profile.endings.definite)
        {
            return None;
        }
        if neighbor(tokens, at).uses.says_anything() {
            return None;
        }
        let mut start = NameStart {
            passage,
            at,
            in_name,
            is_adjective,
            known: false,
            inside: false,
        };
        start.known =
            start.begins_name(at) && neighbor(tokens, at).ordinary == 0 && !start.is_demonym();
        // A capital that begins a sentence says nothing; a second one does, and that a place is called so.
        start.inside = start.known
            || (!matches!(word.boundary, Boundary::Stop | Boundary::Dot) && !word.line_start);
        let noun = || neighbor(tokens, at).ordinary != 0 || word.languages.has_plural_mark(letters);
        let is_other = !start.inside && !start.begins_name(at) && start.begins_behind() && noun();
        (!is_other).then_some(start)
    }

    fn tokens(&self) -> &'p Tokens {
        self.passage.tokens
    }

    fn word(&self) -> &'p Token {
        &self.passage.tokens.list[self.at]
    }

    fn begins_name(&self, at: usize) -> bool {
        !self.passage.names.at(at).is_empty()
    }

    fn is_demonym(&self) -> bool {
        demonym_at(self.tokens(), self.at).is_some()
    }

    /// Whether the name begins behind the word, which begins the sentence: Turistlər *Şəki* dağına.
    fn begins_behind(&self) -> bool {
        let behind = self.at + 1;
        let next = self.tokens().list.get(behind);
        next.is_some_and(|next| {
            self.begins_name(behind)
                && next.case == LetterCase::Capital
                && next.boundary == Boundary::Space
                && neighbor(self.tokens(), behind).ordinary == 0
        })
    }

    /// A road called by its two ends, which go to a token.
    pub fn route(&self, last: usize, head: Trigger) -> TrailingHeadSite {
        let in_genitive = self.word().languages.puts_heads(Heads::LastBehindGenitive);
        TrailingHeadSite {
            first: self.at,
            last,
            head,
            drop: in_genitive.then(|| case_ending(self.tokens(), head.last)),
            in_name: false,
            route: true,
            stands_at: None,
        }
    }

    /// The place whose name goes to a token, behind which the head stands.
    pub fn site(&self, last: usize, head: Trigger) -> Option<TrailingHeadSite> {
        let (tokens, word) = (self.tokens(), self.word());
        let settlement = head.rule.class == FeatureClass::Populated;
        // Русский язык, Российское государство: only what has a place in the landscape.
        if self.is_adjective && settlement {
            return None;
        }
        if self.is_organization(&head) || is_church(tokens, self.at, last, &head) {
            return None;
        }
        if self.in_name && !has_capital(tokens, &head) && !self.may_have_small(&head) {
            return None;
        }
        // Of a village somebody may be said to be the lord: Արամի գյուղը.
        let owned = settlement && {
            let last = &tokens.list[last];
            last.languages
                .ends_in(tokens.letters(last), |profile| profile.endings.genitives)
        };
        let is_site = is_head_of_any_name(tokens, &head)
            && (self.inside || self.is_titled(last, &head))
            && !owned
            && !is_owner(tokens, &head);
        let in_genitive = word.languages.puts_heads(Heads::LastBehindGenitive);
        is_site.then(|| TrailingHeadSite {
            first: self.at,
            last,
            head,
            drop: match self.in_name {
                true => Some(0),
                false => (in_genitive && !settlement).then(|| case_ending(tokens, head.last)),
            },
            in_name: self.in_name,
            route: false,
            stands_at: None,
        })
    }

    /// Whether the head is that of an organization: Moscow State *University*, Konya Büyükşehir *Belediyesi*.
    fn is_organization(&self, head: &Trigger) -> bool {
        let tokens = self.tokens();
        let bare = self.in_name || self.word().languages.puts_heads(Heads::LastBehindBare);
        let building = bare && head.rule.class == FeatureClass::Spot;
        let role = role_after(tokens, head.last).map(|(role, _)| role);
        (role == Some(Role::Organization) && !building)
            || (bare
                && (heads_behind_bare(tokens, head.last + 1)
                    || (has_capital(tokens, head) && heads_behind_bare(tokens, head.last))))
    }

    /// Whether the head may be written small where those of names have capitals.
    fn may_have_small(&self, head: &Trigger) -> bool {
        // *Zohr gas field*: a word that is no name and no people's may be that of a site.
        let unknown = self.inside && !self.begins_name(self.at) && !self.is_demonym();
        (unknown && head.rule.codes().any(|code| SMALL.contains(&code)))
            // The Yarmouk *river* is not the town.
            || (self.known && head.rule.class == FeatureClass::Water)
    }

    /// Whether the words to a token are a name although its capital says nothing.
    fn is_titled(&self, last: usize, head: &Trigger) -> bool {
        let (tokens, word) = (self.tokens(), self.word());
        let letters = tokens.letters(word);
        let settlement = head.rule.class == FeatureClass::Populated;
        // X köyü is "the village of X": what is only described bears no such ending.
        let possessed = settlement
            && word.languages.puts_heads(Heads::LastBehindBare)
            && !self.in_name
            && !neighbor(tokens, self.at).is_ordinary(0)
            && is_possessed(tokens, head.last);
        // Լուսաշող գյուղում: no word but a name stands so before the word for a village.
        let village = settlement
            && !self.in_name
            && neighbor(tokens, self.at).ordinary == 0
            && !neighbor(tokens, self.at).has_roles
            && !self.is_demonym();
        last > self.at
            || village
            || possessed
            || has_capital(tokens, head)
            || is_surname(word.languages, letters.iter().copied())
            || (is_land(head)
                && word
                    .languages
                    .ends_in(letters, |profile| profile.endings.peoples))
    }
}

/// Whether a head has a capital, which makes one a part of a name where ordinary ones are small: Esenboğa *Havalimanı*.
fn has_capital(tokens: &Tokens, head: &Trigger) -> bool {
    tokens.list[head.first].case == LetterCase::Capital
}

/// Whether a unit is the owner of an organization that stands behind it: Հայաստանի *Հանրապետության* պետական եկամուտների
/// կոմիտե.
fn is_owner(tokens: &Tokens, head: &Trigger) -> bool {
    let unit = matches!(
        head.rule.class,
        FeatureClass::Administrative | FeatureClass::Populated
    );
    let word = &tokens.list[head.last];
    unit && word.languages.puts_heads(Heads::LastBehindGenitive)
        && word
            .languages
            .ends_in(tokens.letters(word), |profile| profile.endings.genitives)
        && is_chain(tokens, head.last + 1)
}

/// Whether a token is an adjective with a capital, maybe of two parts: *Ленинский* проспект,
/// *Военно-Грузинская* дорога.
fn is_capital_adjective(tokens: &Tokens, at: usize) -> bool {
    let is = |at: usize| {
        let word = &tokens.list[at];
        let ends = |letters| {
            word.languages
                .ends_in(letters, |profile| profile.endings.adjectives)
        };
        word.case == LetterCase::Capital && ends(tokens.letters(word))
    };
    let next = tokens.list.get(at + 1);
    is(at) || (next.is_some_and(|next| next.boundary == Boundary::Hyphen) && is(at + 1))
}

/// Whether the head is of places that may be named after anything, and one of them: *streets*
/// are no street.
fn is_head_of_any_name(tokens: &Tokens, head: &Trigger) -> bool {
    let last = &tokens.list[head.last];
    let plural = last.languages.has_plural_mark(tokens.letters(last));
    (!plural || is_one_in_plural(&head.rule)) && is_named_freely(&head.rule)
}

/// Whether a head has the ending of what belongs to a name: köy*ü*, kənd*i*; of the languages that put it
/// behind a bare name.
fn is_possessed(tokens: &Tokens, at: usize) -> bool {
    let word = &tokens.list[at];
    let letters = tokens.letters(word);
    // The stem ends in a consonant (köy, kənd), so that a vowel of its own is no part of it.
    let vowel = |letter: &char| matches!(letter, 'i' | 'ı' | 'u' | 'ü');
    letters.last().is_some_and(vowel)
        || letters
            .windows(2)
            .any(|two| vowel(&two[0]) && two[1] == 'n')
}

/// Whether the head is of states and lands, which are named after peoples and dynasties: Ռուսական
/// կայսրություն, Բագրատունիների թագավորություն.
fn is_land(head: &Trigger) -> bool {
    let mut codes = head.rule.codes();
    codes.any(|code| matches!(code, "PCLH" | "UPLD" | "PEN"))
}

/// Whether a church is one of many buildings: Հայ Առաքելական Եկեղեցի.
fn is_church(tokens: &Tokens, first: usize, last: usize, head: &Trigger) -> bool {
    let church = head.rule.codes().any(|code| code == "CH");
    let adjective = |at: usize| {
        let word = &tokens.list[at];
        word.languages
            .ends_in(tokens.letters(word), |profile| profile.endings.relational)
    };
    church && (first..=last).any(adjective)
}
