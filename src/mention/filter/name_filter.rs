//! Whether a match is a name. Names are short and words are many: a match is accepted only
//! if nothing speaks against it, or something for it.
//!
//! Against it speak a small initial in a script that has capitals; an ordinary word that is
//! spelled the same (`requirement`); shortness, all the more when something had to be stripped off
//! to find the name. For it speak a feature word beside it that goes with the place, and, if no
//! more than that is required, a capital within a sentence, a place of the same country just
//! before (`expected`), or that something is said to be there (`locative`); and that the place lies near
//! one that the text has named (`near`).

mod dumped;
pub(crate) mod expected;
pub(crate) mod locative;
pub(crate) mod near;
pub(crate) mod requirement;

use crate::analysis::neighbor::neighbor;
use crate::analysis::site_head;
use crate::analysis::split::is_usual_proclitic;
use crate::lang::language::LanguageSet;

use crate::analysis::token::LetterCase;
use crate::analysis::token::segmentation::HashtagPart;
use crate::key::KeySpace;
use crate::lang::lexicon::{Requirement, Role};
use crate::mention::context::ContextMatch;
use crate::mention::feature::model::Model;
use crate::mention::filter::demonym_phrase::is_demonym_phrase;
use crate::mention::lookup::Passage;
use crate::mention::lookup::name_entry::{NameEntries, NameEntry};
use crate::model::feature::FeatureClass;
use crate::model::score::AMBIGUITY_MARGIN;
use crate::query::rule::Rule;
use crate::text::style::TextStyle;

/// What the rules say of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    Reject,
    /// Accepted only if the classifier's features speak for it.
    LowConfidence,
    Accept,
}

/// The rules for a match in its context.
pub(crate) struct NameFilter<'a> {
    pub passage: Passage<'a>,
    pub style: TextStyle,
    pub entries: &'a NameEntries,
    pub matched: &'a ContextMatch,
}

impl<'a> NameFilter<'a> {
    pub fn new(
        passage: Passage<'a>,
        style: TextStyle,
        entries: &'a NameEntries,
        matched: &'a ContextMatch,
    ) -> NameFilter<'a> {
        NameFilter {
            passage,
            style,
            entries,
            matched,
        }
    }
}

impl NameFilter<'_> {
    /// Whether a match is rejected by the most prominent of its places, before any is looked at:
    /// most words that are the name of a hamlet somewhere.
    pub fn rejects(&self) -> bool {
        let (found, prominence) = (&self.matched.found, self.matched.prominence);
        let article_off = found.proclitics.is_some_and(|split| split.takes_article());
        let prominent = || {
            self.is_marked_name()
                || !self.has(Rule::Prominence)
                || prominence.is_enough(found.space)
        };
        (self.has(Rule::DemonymPhrase) && is_demonym_phrase(self.passage.tokens, found))
            || self.matched.context.is_empty()
                && (article_off || !(prominent() || self.is_expected()))
            || (self.has(Rule::AndOfList) && self.begins_with_and())
            || self.is_cut()
            || self.is_number()
    }

    /// Whether the match is of digits alone, which are a town's name in a dump: 010.
    fn is_number(&self) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let is_number = |at: usize| tokens.list[at].space.is_none();
        is_number(found.first) && (found.first + 1..=found.last).all(is_number)
    }

    /// Whether the match begins with a function word and cuts a longer name behind it: *The Gulf* of Aden.
    fn is_cut(&self) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let goes_on = || {
            let inner = self.passage.names.at(found.first + 1);
            inner
                .iter()
                .any(|inner| inner.last > found.last && inner.proclitics.is_none())
        };
        found.last > found.first && neighbor(tokens, found.first).uses.says_anything() && goes_on()
    }

    pub(crate) fn has(&self, rule: Rule) -> bool {
        self.passage.rules.has(rule)
    }

    /// Whether the tokens alone say that they are a name: a hashtag does, and with capitals,
    /// several words are seldom anything else.
    fn is_marked_name(&self) -> bool {
        let found = &self.matched.found;
        let token = &self.passage.tokens.list[found.first];
        token.tag != HashtagPart::None
            || (found.last > found.first && token.case != LetterCase::None)
    }

    /// Whether the match is accepted. Names that cannot be meant are removed from `names`.
    pub fn accepts(&self, names: &mut Vec<NameEntry>) -> Decision {
        let (found, context) = (&self.matched.found, &self.matched.context);
        let token = &self.passage.tokens.list[found.first];
        if self.has(Rule::Hashtags) && !self.is_whole_hashtag() {
            return Decision::Reject;
        }
        let hashtag = token.tag != HashtagPart::None;
        if self.has(Rule::SmallInitial)
            && token.case == LetterCase::Small
            && self.style.capitals
            && !hashtag
        {
            return Decision::Reject;
        }
        names.retain(|name| self.fits_abbreviation(name) && !self.is_other_kind(name));
        let announced = context.announce(names) || self.is_announced_seat(names);
        // Text puts the article before any noun; names that may do without it say so in the
        // tables.
        let article_off = found.proclitics.is_some_and(|split| split.takes_article());
        if article_off && !announced {
            return Decision::Reject;
        }
        let marked = self.is_marked_name();
        let expected = self.is_expected();
        names.retain(|name| {
            marked
                || !self.has(Rule::Prominence)
                || name.is_prominent(found.space)
                || context.announce(&[*name])
                || (expected && self.shares_recent_country(&[*name]))
        });
        let generated = self.has(Rule::GeneratedNames);
        names
            .retain(|name| !generated || !name.generated || self.is_supported_generated_name(name));
        if names.is_empty() || self.is_first_part(names) || self.is_part_of_longer(names) {
            return Decision::Reject;
        }
        let letters = self.letter_count();
        if self.has(Rule::ForeignNames) && found.space == KeySpace::Arabic && letters <= MAX_FOREIGN
        {
            let languages = self.languages();
            names.retain(|name| {
                name.languages.meets(languages)
                    || context.announce(&[*name])
                    || self.is_located(&[*name])
            });
        }
        let classified = self.is_classified();
        let alike = self.has(Rule::SpelledAlike) && (letters <= MAX_SPELLED_ALIKE || !classified);
        if alike && found.space == KeySpace::Arabic && !announced {
            names.retain(|name| name.well_known || self.is_spelled(name));
        }
        // Where neither capitals nor a classifier tell a name from a word, a village needs evidence.
        let inflected = found.space == KeySpace::Georgian;
        let bare = token.case == LetterCase::None && !inflected && !announced && !marked;
        if self.has(Rule::Villages) && !classified && bare {
            let behind_preposition = self.is_behind_preposition() || self.has_locative_ending();
            names.retain(|name| {
                // A district is named after a village often enough.
                let local = match name.feature.class() {
                    FeatureClass::Populated => true,
                    FeatureClass::Administrative => !name.is_country(),
                    _ => false,
                };
                name.notable
                    || !local
                    || (behind_preposition && !name.dump)
                    || self.shares_recent_country(&[*name])
            });
        }
        let short = self.has(Rule::ShortNames);
        if short && !self.is_long_enough(letters, announced, names) {
            return Decision::Reject;
        }
        let lower = token.case == LetterCase::Small && !hashtag;
        let min_lower = match names.iter().any(|name| name.well_known) {
            true => MIN_LOWER - 1,
            false => MIN_LOWER,
        };
        if short && lower && letters < min_lower && !announced {
            return Decision::Reject;
        }
        if self.has(Rule::OneLetterEnding)
            && let Some(split) = found.suffix
            && split.drop == 1
            && found.space == KeySpace::Latin
            && !self.style.turkic
            && !found
                .languages(self.passage.tokens)
                .is_told(KeySpace::Latin)
        {
            return Decision::Reject;
        }
        let supported = announced
            || self.shares_recent_country(names)
            || (self.style.posts && self.is_behind_locative());
        let accept_if = |accepted: bool| match accepted {
            true => Decision::Accept,
            false => Decision::Reject,
        };
        let requirement = self.requirement(names);
        if announced && self.has(Rule::DumpedWords) && self.follows_common_noun() {
            names.retain(|name| !name.dump_name);
        }
        // What speaks for a place makes an ordinary word none that only a dump has: المدينة "the city".
        if requirement.is_some() && self.has(Rule::DumpedWords) {
            names.retain(|name| !name.dump_name || context.announce(&[*name]));
        }
        match requirement {
            Some(_) if names.is_empty() => Decision::Reject,
            Some(requirement) if self.is_enumerated(names, requirement) => Decision::Accept,
            Some(Requirement::FeatureWord) => accept_if(announced),
            Some(Requirement::Evidence) if supported => Decision::Accept,
            Some(Requirement::Evidence) if self.model().is_some_and(Model::judges_doubtful) => {
                Decision::LowConfidence
            }
            Some(Requirement::Evidence) => Decision::Reject,
            None => accept_if(!names.is_empty()),
        }
    }

    /// A hashtag is a name only as a whole, with its feature word if it has one
    /// (#محافظة_حفر_الباطن); a user's name never is.
    fn is_whole_hashtag(&self) -> bool {
        let (found, context) = (&self.matched.found, &self.matched.context);
        let list = &self.passage.tokens.list;
        let goes_on = list
            .get(found.token_last() + 1)
            .is_some_and(|next| next.tag == HashtagPart::Hash);
        let phrase = context.before.first();
        let first = phrase.map_or(found.first, |trigger| trigger.first);
        match list[found.first].tag {
            // مدينة #حفر_الباطن may itself be a name.
            HashtagPart::None => !goes_on,
            HashtagPart::HashStart => !goes_on,
            HashtagPart::Hash => {
                let begins = list[first].tag == HashtagPart::HashStart;
                !goes_on && (begins || self.is_tagged_site())
            }
            HashtagPart::Handle => false,
        }
    }

    /// Whether the word for a site before the name begins its hashtag: #جسر_المنقف.
    fn is_tagged_site(&self) -> bool {
        let head = site_head::head(self.passage.tokens, self.matched.found.first, 0);
        self.has(Rule::MarkedNames) && head.is_some_and(|head| head.role != Role::Institution)
    }

    /// What was learned of the texts of the language.
    pub fn model(&self) -> Option<Model> {
        let found = &self.matched.found;
        Model::of(found.languages(self.passage.tokens), self.style)
    }

    /// Whether the signs at a name are those of the language, and tell it from a word.
    fn is_classified(&self) -> bool {
        let found = &self.matched.found;
        found.languages(self.passage.tokens).is_classified()
    }

    /// Whether a name is spelled as the match is, but for what no writer is careful about.
    fn is_spelled(&self, name: &NameEntry) -> bool {
        self.matches(&self.entries.spelling(name).plain)
    }

    /// Whether the match is spelled so, plainly.
    fn matches(&self, plain: &str) -> bool {
        let affixed = self.matched.found.affixed();
        affixed.is_spelled(self.passage.tokens, plain)
    }

    /// The other towns and quarters of a name that is accepted: that it is a name is decided, not
    /// which of its places is meant.
    pub fn namesakes(&self, accepted: &[NameEntry]) -> Vec<NameEntry> {
        let settled = |name: &NameEntry| {
            let class = name.feature.class();
            matches!(
                class,
                FeatureClass::Populated | FeatureClass::Administrative
            )
        };
        if !accepted.iter().all(settled) {
            return Vec::new();
        }
        let languages = match self.matched.found.space {
            KeySpace::Arabic => self.languages(),
            _ => LanguageSet::ALL,
        };
        // Thousands of places may be called alike.
        let mut known: Vec<u32> = accepted.iter().map(|name| name.name).collect();
        known.sort_unstable();
        let names = self.entries.names_of(self.matched.entry()).iter();
        let namesakes = names.filter(|name| {
            name.importance >= MIN_NAMESAKE
                && settled(name)
                && name.languages.meets(languages)
                && self.fits_abbreviation(name)
                && known.binary_search(&name.name).is_err()
                && self.is_spelled(name)
        });
        namesakes.copied().collect()
    }

    /// Initials are written in capitals: ABŞ and US are countries, Us and us are not.
    fn fits_abbreviation(&self, name: &NameEntry) -> bool {
        let found = &self.matched.found;
        match self.passage.tokens.list[found.first].case {
            LetterCase::None => true,
            // ISA and LEZ are initials, no villages of a dump.
            LetterCase::Capitals => {
                let short = found.last == found.first && self.letter_count() <= MAX_INITIALS;
                !short || name.initials || !name.dump_name || name.notable
            }
            LetterCase::Capital | LetterCase::Small => !name.initials || found.last > found.first,
        }
    }

    /// The languages that a name in Arabic letters may be of: those of the words around it, without
    /// Persian and its neighbors if nothing but the lack of their letters in the text speaks
    /// against them.
    fn languages(&self) -> LanguageSet {
        let found = &self.matched.found;
        let languages = found.languages(self.passage.tokens);
        match languages.is_told(found.space) || self.style.persian {
            true => languages,
            false => languages.with_clitics(),
        }
    }

    /// Letters of the name, without what was stripped off and with what the splits restored.
    fn letter_count(&self) -> usize {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let all: usize = (found.first..=found.last)
            .map(|at| tokens.letters(&tokens.list[at]).len())
            .sum();
        let prepended = found
            .proclitics
            .map_or(0, |split| split.prepend().chars().count());
        let appended = found.suffix.map_or(0, |split| split.append.chars().count());
        (all + prepended + appended).saturating_sub(found.skip() + found.drop())
    }

    /// Short names need more than being there, the more the more was stripped off.
    fn is_long_enough(&self, letters: usize, announced: bool, names: &[NameEntry]) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let token = &tokens.list[found.first];
        let capitals = token.case == LetterCase::Capitals;
        // Of short names that only a dump has most are words: سن "age" for سنندج.
        let well_known = || {
            names
                .iter()
                .any(|name| name.well_known && (letters > MAX_DUMPED || !name.dump_name))
        };
        let expected = announced || self.shares_recent_country(names) || well_known();
        match letters {
            0 => false,
            1 => announced && found.stripped() == 0,
            2 => {
                let known = || !self.is_classified() && well_known();
                let of_table = || names.iter().any(|name| !name.dump_name);
                let told = || capitals || self.matched.enumeration.ahead || self.is_located(names);
                let marked = announced || (of_table() && told());
                (marked || known()) && found.stripped() == 0
            }
            3 => found.proclitics.is_none_or(|split| {
                let clitic = tokens.letters(token).first();
                let usual = clitic.is_some_and(|&clitic| is_usual_proclitic(clitic));
                split.count() == 1 && usual && expected
            }),
            4 => found
                .proclitics
                .is_none_or(|_| expected || names.iter().any(|name| name.notable)),
            _ => true,
        }
    }
}

/// Minimum importance of a place that a name may mean beside the accepted ones: that of a quarter
/// of a great city.
const MIN_NAMESAKE: u8 = AMBIGUITY_MARGIN as u8;

/// Maximum length in letters of names that must be spelled as they are, but for what everybody
/// leaves out or mistypes: قبله "before him" is not قبلة.
const MAX_SPELLED_ALIKE: usize = 5;

/// Maximum length in letters of words that are initials if they are written in capitals.
const MAX_INITIALS: usize = 4;

/// Maximum length in letters of names that a dump alone makes nobody's.
const MAX_DUMPED: usize = 3;

/// Maximum length in letters up to which names of other languages than the text's are words of it
/// more often than names.
const MAX_FOREIGN: usize = 5;

/// Minimum length in letters of a name in a text without capitals: shorter ones are as likely
/// ordinary words.
const MIN_LOWER: usize = 5;
