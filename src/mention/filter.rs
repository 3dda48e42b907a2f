//! Stage 4, filter: whether a match in its context refers to a place.
//!
//! In: a [`ContextMatch`]. Out: an [`Outcome`]; of a match that is accepted the names that may be
//! meant.
//!
//! - `name_filter`: spelling, case, length and prominence; the ordinary words that a name is spelled
//!   like (`name_filter::requirement`), and what supports a name all the same: a place of the same
//!   country just before (`name_filter::expected`), a locative or a way there
//!   (`name_filter::locative`).
//! - `demonym_phrase`: القارة الأفريقية.
//! - `containing_entity`: a name within another name is no place: صحيفة القدس, and a town in the name
//!   of a club, ريال مدريد. It asks `organization_head` about the words behind a name (Երևանի պետական
//!   համալսարան) and `quotation` about titles.
//! - `sports_clubs`: the town of a club named before means the club again.
//! - `name_or_demonym`: a token that is a name and a demonym.

pub(crate) mod containing_entity;
pub(crate) mod demonym_phrase;
pub(crate) mod entity;
pub(crate) mod name_filter;
pub(crate) mod name_or_demonym;
pub(crate) mod organization_head;
pub(crate) mod quotation;
pub(crate) mod sports_clubs;

use crate::mention::context::discourse::RecentClubs;
use crate::mention::context::feature_words::Context;
use crate::mention::filter::containing_entity::containing_entity;
use crate::mention::filter::entity::ContainingEntity;
use crate::mention::filter::name_filter::{Decision, NameFilter};
use crate::mention::filter::sports_clubs::is_recent_club;
use crate::mention::lookup::name_entry::NameEntry;
use crate::query::rule::Rule;

/// What the filter makes of a match.
#[expect(
    clippy::large_enum_variant,
    reason = "it lives for a moment; a box for each name that is accepted costs more"
)]
pub(crate) enum Outcome {
    /// It is no name; a shorter match at the same token may be.
    Rejected,
    /// It is part of the name of something else, and so is all that begins at its token.
    PartOfEntity,
    Accepted(Accepted),
}

/// What is known of a match that was accepted.
pub(crate) struct Accepted {
    /// The names that may be meant; at least one.
    pub names: Vec<NameEntry>,
    /// Other names spelled alike, that are no reason to accept the match, but may be meant.
    pub namesakes: Vec<NameEntry>,
    /// The feature words that go with one of the names.
    pub context: Context,
    /// How the name is spelled, normalized.
    pub spelling: String,
    /// The token that makes the name one of a group: مجموعة of مجموعة مينسك.
    pub group: Option<usize>,
    /// Whether only the classifier can tell.
    pub low_confidence: bool,
}

impl Accepted {
    /// All names that may be meant.
    pub fn all_names(&self) -> impl Iterator<Item = &NameEntry> + Clone {
        self.names.iter().chain(&self.namesakes)
    }
}

/// Applies the rules to a match that is not rejected at once; a club that it names is added to `clubs`. `names` is a buffer: most
/// matches are rejected.
pub(crate) fn filter(
    rules: &NameFilter<'_>,
    clubs: &mut RecentClubs,
    names: &mut Vec<NameEntry>,
) -> Outcome {
    let (passage, found) = (rules.passage, &rules.matched.found);
    names.clear();
    names.extend_from_slice(rules.entries.names_of(rules.matched.entry()));
    let decision = rules.accepts(names);
    if decision == Decision::Reject {
        return Outcome::Rejected;
    }
    let context = rules.matched.context.fitting(names);
    let group = match containing_entity(passage, found, &context, names, rules.style) {
        Some(ContainingEntity::Club) => {
            clubs.add(names, passage.tokens.list[found.first].start);
            return Outcome::PartOfEntity;
        }
        Some(ContainingEntity::NoPlace) => return Outcome::PartOfEntity,
        None if passage.rules.has(Rule::RecentClubs)
            && is_recent_club(clubs, passage.tokens, found, &context, names) =>
        {
            return Outcome::PartOfEntity;
        }
        Some(ContainingEntity::Group(at)) => Some(at),
        None => None,
    };
    let namesakes = match context.is_empty() && passage.rules.has(Rule::Namesakes) {
        true => rules.namesakes(names),
        false => Vec::new(),
    };
    Outcome::Accepted(Accepted {
        names: names.clone(),
        namesakes,
        context,
        spelling: found.spelling(passage.tokens),
        group,
        low_confidence: decision == Decision::LowConfidence,
    })
}
