//! Where the name of a small place is to be expected: behind words for where something is, on a list
//! of places, and where the text names its country.

use crate::analysis::neighbor::neighbor;
use crate::analysis::site_head;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::lang::language::{Use, Uses};
use crate::lang::lexicon::Requirement;
use crate::mention::filter::name_filter::NameFilter;
use crate::mention::lookup::name_entry::NameEntry;
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use crate::query::rule::Rule;

impl NameFilter<'_> {
    /// Whether a preposition of place or of a way stands right before the name: در, از, به.
    pub(super) fn is_behind_preposition(&self) -> bool {
        const PLACE_OR_WAY: Uses = Uses::of([Use::At, Use::From, Use::To]);
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let joined = tokens.list[found.first].boundary == Boundary::Space;
        let before = found.first.checked_sub(1).filter(|_| joined);
        found.proclitics.is_none()
            && before.is_some_and(|before| neighbor(tokens, before).uses.meets(PLACE_OR_WAY))
    }

    /// Whether the word for a unit stands before the name of its seat, which the index has as a town
    /// only: شهرستان شهریار.
    pub(super) fn is_announced_seat(&self, names: &[NameEntry]) -> bool {
        let settled = |class: FeatureClass| {
            matches!(
                class,
                FeatureClass::Administrative | FeatureClass::Populated
            )
        };
        let nearest = self.matched.context.nearest;
        // Every town is one: بلدية بعلبك.
        let municipal = nearest.is_some_and(|word| word.rule.codes().any(|code| code == "ADM3"));
        self.has(Rule::Seats)
            && nearest.is_some_and(|word| !word.definite && settled(word.rule.class))
            && names.iter().any(|name| {
                (name.notable || (municipal && !name.dump_name))
                    && !name.is_country()
                    && settled(name.feature.class())
            })
    }

    /// Whether a line begins with the name, as the place that a report comes from, before its day or its agency:
    /// Füzuli, 21 may. صور (لبنان) – أعلن الدفاع المدني.
    fn is_dateline(&self) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let first = &tokens.list[found.first];
        if !first.line_start && first.start > 0 {
            return false;
        }
        let rest = self.passage.text.get(tokens.list[found.token_last()].end..);
        let rest = rest.unwrap_or_default();
        let day = rest.strip_prefix(", ").or_else(|| rest.strip_prefix("، "));
        if day.is_some_and(|day| day.starts_with(char::is_numeric)) {
            return true;
        }
        let inside = rest.strip_prefix(" (").map(|inside| {
            let near = inside.char_indices().take(MAX_DATELINE);
            let mut marks = near.filter(|(_, letter)| matches!(letter, ')' | '\n'));
            marks
                .next()
                .map(|(at, mark)| (&inside[at + mark.len_utf8()..], mark))
        });
        matches!(inside.flatten(), Some((rest, ')')) if rest.trim_start().starts_with(['-', '–', '—', ':']))
    }

    /// Whether a place that nobody but a dump calls an ordinary word stands in a list of places: behind one
    /// of its country, or, if the word is seldom one, before one that is sure; or in a dateline.
    pub(super) fn is_enumerated(&self, names: &[NameEntry], requirement: Requirement) -> bool {
        let beside = self.matched.enumeration;
        let in_country = |country: Option<CountryCode>| {
            country.is_some()
                && names
                    .iter()
                    .any(|name| !name.dump_name && name.country == country)
        };
        let known = names.iter().any(|name| !name.dump_name);
        let is_kind = neighbor(self.passage.tokens, self.matched.found.first).is_feature_word;
        if known && requirement == Requirement::Evidence && self.is_dateline() {
            return true;
        }
        known
            && !is_kind
            && match requirement {
                Requirement::Evidence => beside.ahead || in_country(beside.before),
                Requirement::FeatureWord => {
                    in_country(beside.before)
                        || (beside.ahead
                            && (in_country(self.matched.recent_country)
                                || in_country(self.matched.focus)))
                }
            }
    }

    /// Whether the word before the name says that it is a river and the place is a mountain, or the other
    /// way round: реки Урал.
    pub(super) fn is_other_kind(&self, name: &NameEntry) -> bool {
        let kind = self.matched.context.nearest.filter(|word| !word.definite);
        kind.is_some_and(|word| match name.feature.class() {
            FeatureClass::Terrain => word.rule.class == FeatureClass::Water,
            // وادي النيل is the valley of a river.
            FeatureClass::Water => word.rule.codes().any(|code| MOUNTAINS.contains(&code)),
            _ => false,
        })
    }

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
                && before.is_some_and(|before| neighbor(tokens, before).uses.has(Use::At)))
    }

    /// Whether the word before says that something is near the name or at it, not *in* it, which is said of
    /// time and of all things: قرب كتم.
    fn is_behind_near(&self) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let before = found.first.checked_sub(1);
        found.proclitics.is_none()
            && before.is_some_and(|before| {
                let uses = neighbor(tokens, before).uses;
                let joined = tokens.list[found.first].boundary == Boundary::Space;
                let and = neighbor(tokens, before).begins_with_and;
                joined && uses.has(Use::At) && !uses.has(Use::Within) && !and
            })
    }

    /// Whether a place of the recent country is to be expected there.
    pub(super) fn is_expected(&self) -> bool {
        self.matched.recent_country.is_some()
            && (self.is_behind_locative() || self.matched.continues_list)
    }

    /// Whether something says that a village is meant whose name in this language was made by rule:
    /// a feature word, a place of its country, or that something is there.
    pub(super) fn is_supported_generated_name(&self, name: &NameEntry) -> bool {
        let names = &[*name];
        name.notable
            || self.matched.context.announce(names)
            || self.shares_recent_country(names)
            || self.has_locative_ending()
    }

    /// Whether the match is rather و and another name, which goes on a list of places of its
    /// country: مكة وجدة والطائف is Jeddah, not Oujda.
    pub(super) fn begins_with_and(&self) -> bool {
        let names = |entry| self.entries.names_of(entry);
        let country = self.matched.recent_country;
        let is_known_there = |name: &NameEntry| name.country == country && name.notable;
        // Of a match with such names what is under its own key was read.
        country.is_some()
            && self
                .matched
                .without_and
                .iter()
                .any(|&entry| names(entry).iter().any(is_known_there))
            && !self.shares_recent_country(names(self.matched.entry()))
    }

    /// Whether the text is about another country than those of the places: في سيول is no Seoul among
    /// the floods of Jordan.
    pub(crate) fn is_off_focus(&self, names: &[NameEntry]) -> bool {
        let focus = self.matched.focus;
        focus.is_some()
            && !self.shares_recent_country(names)
            // A river of several countries is of none.
            && names
                .iter()
                .all(|name| name.country.is_some() && name.country != focus)
    }

    /// Whether a name that is also a word stands where a place of the country that the text is about
    /// is to be expected: behind a word for where, or alone in a hashtag. The place must be more than a
    /// village, unless the word is of places alone (قرب).
    pub(super) fn is_word_in_focus(&self, names: &[NameEntry]) -> bool {
        let focus = self.matched.focus;
        let token = &self.passage.tokens.list[self.matched.found.first];
        focus.is_some()
            && names.iter().any(|name| {
                let known = name.notable || self.is_behind_near();
                name.country == focus && known && !name.dump_name
            })
            && (token.tag != HashtagPart::None || self.is_behind_locative())
    }

    /// Whether the match is the first word of a name of two behind the word for a site, and else a place that
    /// only a dump has: مدينة *صباح* الأحمد.
    pub(super) fn is_first_part(&self, names: &[NameEntry]) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        self.style.posts
            && self.has(Rule::TwoPartNames)
            && found.first == found.last
            && found.stripped() == 0
            && names.iter().all(|name| name.dump_name && !name.notable)
            && site_head::head(tokens, found.first, 0).is_some()
            && site_head::is_two_part(tokens, found.first)
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

/// Maximum length in characters of what stands in brackets in a dateline.
const MAX_DATELINE: usize = 40;

/// Feature codes of mountains.
const MOUNTAINS: [&str; 5] = ["MT", "MTS", "PK", "HLL", "VLC"];
