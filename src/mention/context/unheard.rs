//! Names that the index has in no such spelling, only in one that sounds alike, maybe in another script:
//! بلدات *شمسطار* وطير حرفا on a gazetteer that has them in Latin letters.
//!
//! Text is full of words that sound like some village. So they are looked for only where the words say
//! that a settlement is named: behind the word for a village or a quarter (بلدة, село), behind one in the plural and the names
//! that it announces, and behind two places of one country that are listed; they must sound nearly the
//! same, lie in the country that the text speaks of there, if it speaks of one, and be what the feature
//! word says. A look-up by sound costs a hundred times what a word costs: [`LookUps`](crate::mention::context::look_ups::LookUps) bounds their number.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger::{self, Trigger};
use crate::candidate::name_hit::NameHit;
use crate::candidate::variant::QueryVariant;
use crate::index::Index;
use crate::key::KeySpace;
use crate::lang::lexicon::{Position, Role, entry};
use crate::mention::context::discourse::Discourse;
use crate::mention::context::list::ListTrigger;
use crate::mention::context::misspelled::{goes_on_before, is_other_word};
use crate::mention::context::told::Telling;
use crate::mention::lookup::Passage;
use crate::model::country::CountryCode;
use crate::model::evidence::MatchKind;
use crate::model::feature::{Feature, FeatureClass};
use crate::model::status::Status;
use crate::query::Query;
use crate::rank::score_hit::score_hit;
use crate::resolution::Resolution;
use crate::resolution::resolve::{rank_candidates, resolve};
use crate::text::style::TextStyle;

/// A name that is known by its sound.
pub(crate) struct UnheardName<'r> {
    /// Its tokens,
    pub first: usize,
    pub last: usize,
    /// and the number of letters of the first one that are the *and* of a list.
    pub skip: usize,
    /// The feature word right before or behind it.
    pub feature: Option<Trigger>,
    /// The feature word of the list that it is in.
    pub list: Option<ListTrigger>,
    pub resolution: Resolution<'r>,
}

impl UnheardName<'_> {
    /// What is kept of it for when it is named again.
    pub fn telling(&self) -> Option<Telling> {
        let best = self.resolution.best()?;
        let MatchKind::Sounded { cost } = best.spelling else {
            return None;
        };
        let name = best.name().number();
        Some(Telling::Unheard { name, cost })
    }
}

/// What says that a place is named.
struct Announcement {
    feature: Option<Trigger>,
    list: Option<ListTrigger>,
    /// Number of letters of the token that are the *and* of a list.
    skip: usize,
}

impl Announcement {
    fn suits(&self, asked: Feature) -> bool {
        match (&self.feature, &self.list) {
            (Some(feature), _) => feature.suits(asked),
            (None, Some(list)) => list.rule.goes_with(asked),
            (None, None) => asked.class() == FeatureClass::Populated,
        }
    }
}

/// Minimum length in letters of the first word of a name.
const MIN_FIRST: usize = 2;

/// Minimum length in letters of a name that only a country or a feature word tells.
const MIN_LETTERS: usize = 4;

/// The same where the text speaks of no country, and in a list without a feature word.
const MIN_LETTERS_ALONE: usize = 5;

/// Maximum cost a letter of the sounds, in hundredths of an edit, in a country that the text speaks of
/// and anywhere.
const MAX_COST_IN_COUNTRY: u16 = 12;
const MAX_COST: u16 = 6;

/// The name that begins at a token, at which the index has none, if something says that a place is named
/// there: `before` is the feature word before it, `country` the one that the text speaks of there.
pub(crate) fn detect<'r>(
    index: &'r Index,
    passage: Passage<'_>,
    at: usize,
    before: Option<Trigger>,
    style: TextStyle,
    discourse: &mut Discourse,
    country: Option<CountryCode>,
) -> Option<UnheardName<'r>> {
    if !may_begin(passage, at, style) {
        return None;
    }
    let before = announcement(passage, at, before, discourse);
    let near = || passage.tokens.list.iter().skip(at + 1).take(2);
    if before.is_none() && !near().any(|word| word.hints.feature_words > 0) {
        return None;
    }
    let skip = before.as_ref().map_or(0, |announcement| announcement.skip);
    // Where the text speaks of no country, only a list of names is sure to be one of places.
    let in_list = before.as_ref().is_some_and(|before| before.list.is_some());
    if (country.is_none() && !in_list) || !may_be_name(passage, at, skip) {
        return None;
    }
    let longer = at + 1;
    let is_first = begins_two_words(passage.tokens, at, skip);
    let (goes_on, alone) = (goes_on(passage, longer, is_first, style), !is_first);
    let lasts = [(goes_on, longer), (alone, at)].into_iter();
    for (_, last) in lasts.filter(|(is_tried, _)| *is_tried) {
        let behind = match &before {
            Some(_) => None,
            None => feature_word_behind(passage.tokens, at, last),
        };
        let Some(announcement) = before.as_ref().or(behind.as_ref()) else {
            continue;
        };
        let written = written(passage.tokens, at, last, skip);
        let letters = written.chars().count();
        let unsure =
            country.is_none() || (announcement.feature.is_none() && announcement.list.is_none());
        let least = if unsure {
            MIN_LETTERS_ALONE
        } else {
            MIN_LETTERS
        };
        let start = passage.tokens.list[at].start;
        let asked = (written, country);
        let look_ups = &mut discourse.look_ups;
        if letters < least || !look_ups.take(&asked, start) {
            continue;
        }
        let found = match look_ups.known.has(&asked) {
            true => Resolution::new(Status::Unknown, Vec::new()),
            false => resolution(index, &asked.0, country),
        };
        let Some(best) = found.best() else {
            look_ups.add_unknown(asked);
            continue;
        };
        if announcement.suits(best.place().feature()) {
            return Some(UnheardName {
                first: at,
                last,
                skip: announcement.skip,
                feature: announcement.feature,
                list: announcement.list.clone(),
                resolution: found,
            });
        }
    }
    None
}

/// The places that sound like a name; none unless they do so nearly.
pub(crate) fn resolution<'r>(
    index: &'r Index,
    written: &str,
    country: Option<CountryCode>,
) -> Resolution<'r> {
    let query = Query::new(written);
    let query = country.iter().fold(query, |query, &c| query.country(c));
    let found = resolve(index, &query);
    let max_cost = match country {
        Some(_) => MAX_COST_IN_COUNTRY,
        None => MAX_COST,
    };
    let is_near = found.best().is_some_and(|best| {
        let letters = u16::try_from(best.variant.letters()).unwrap_or(u16::MAX);
        let near =
            matches!(best.spelling, MatchKind::Sounded { cost } if cost <= max_cost * letters);
        near && best.variant.stripped.is_empty()
    });
    // Of villages of one country the words beside them may tell; of those of the world nothing does.
    match is_near && (country.is_some() || found.status() == Status::Resolved) {
        true => found,
        false => Resolution::new(Status::Unknown, Vec::new()),
    }
}

/// The place of a name of the index that another one was told to sound like, at such a cost.
pub(crate) fn known(index: &Index, name: u32, cost: u16, written: String) -> Resolution<'_> {
    let query = Query::new("");
    let mut hit = NameHit::exact(index.name(name), QueryVariant::new(written, Vec::new()));
    (hit.cost, hit.sounded) = (cost, true);
    rank_candidates(false, query.limit, vec![score_hit(&query, hit)])
}

/// Whether a feature word is of settlements in general: of units and of cities gazetteers have nearly all, in all
/// scripts.
fn is_of_settlements(trigger: &Trigger) -> bool {
    trigger.rule.class == FeatureClass::Populated && !trigger.definite
}

fn is_of_cities(trigger: &Trigger) -> bool {
    trigger.rule.codes().any(|code| code.starts_with("PPLA"))
}

/// The word for a settlement right behind a name of these tokens, in languages that put it there: Xəyallı
/// *kəndi*.
fn feature_word_behind(tokens: &Tokens, first: usize, last: usize) -> Option<Announcement> {
    if goes_on_before(tokens, first) {
        return None;
    }
    let feature = trigger::after(tokens, last + 1)?;
    (is_of_settlements(&feature) && !is_of_cities(&feature)).then_some(Announcement {
        feature: Some(feature),
        list: None,
        skip: 0,
    })
}

/// What says before a token that a place is named at it, of which one is the feature word `before` it.
fn announcement(
    passage: Passage<'_>,
    at: usize,
    before: Option<Trigger>,
    discourse: &Discourse,
) -> Option<Announcement> {
    let tokens = passage.tokens;
    if let Some(feature) = before.filter(is_of_settlements) {
        let list = ListTrigger::of(tokens, &feature);
        return (list.is_some() || !is_of_cities(&feature)).then_some(Announcement {
            feature: Some(feature),
            list,
            skip: 0,
        });
    }
    let word = &tokens.list[at];
    let is_and = word.space == Some(KeySpace::Arabic)
        && word.languages.has_proclitics()
        && tokens.letters(word).first() == Some(&'و');
    let skip = usize::from(is_and);
    let list = discourse.list_goes_on(passage, at, skip);
    (list.is_some() || discourse.places_go_on(passage, at, skip)).then_some(Announcement {
        feature: None,
        list,
        skip,
    })
}

/// Whether a name may begin at a token at all, as far as little work tells: most tokens end here.
fn may_begin(passage: Passage<'_>, at: usize, style: TextStyle) -> bool {
    let tokens = passage.tokens;
    let word = &tokens.list[at];
    word.tag == HashtagPart::None
        && (word.boundary.joins() || word.boundary == Boundary::Break)
        && !(word.case == LetterCase::Small && style.capitals)
        && tokens.letters(word).len() >= MIN_FIRST
        && !passage.names.at(at).iter().any(|name| name.skip() == 0)
}

/// Whether a token may be the first of a name that the index does not have, with an *and* of so many letters.
fn may_be_name(passage: Passage<'_>, at: usize, skip: usize) -> bool {
    let tokens = passage.tokens;
    let letters = tokens.letters(&tokens.list[at]);
    let letters = letters.get(skip..).unwrap_or_default();
    tokens.are_whole(at, at)
        // With the article it is an adjective more often than a name.
        && !letters.starts_with(&['ا', 'ل'])
        && !passage.names.at(at).iter().any(|name| name.skip() <= skip)
        && (begins_two_words(tokens, at, skip)
            || !is_other_word(tokens, at)
                && !neighbor(tokens, at).is_ordinary(skip)
                && is_no_word_beside_names(tokens, at))
}

/// Whether a token is, without its first letters, the first word of names of two: دير, كفر.
fn begins_two_words(tokens: &Tokens, at: usize, skip: usize) -> bool {
    let word = &tokens.list[at];
    let said = entry(
        word.space.unwrap_or(KeySpace::Other),
        tokens.key_from(word, skip),
    );
    let mut roles = said.roles(word.languages, Position::Before);
    roles.any(|role| role == Role::First)
}

/// Whether a name of two words may go on with a token; behind the first word of such names with any word.
fn goes_on(passage: Passage<'_>, at: usize, behind_first: bool, style: TextStyle) -> bool {
    let tokens = passage.tokens;
    let Some(word) = tokens.list.get(at) else {
        return false;
    };
    word.boundary == Boundary::Space
        && word.tag == HashtagPart::None
        && word.space == tokens.list[at - 1].space
        && word.case == tokens.list[at - 1].case
        && !(word.case == LetterCase::Small && style.capitals)
        && tokens.letters(word).len() >= MIN_LETTERS - 1
        && tokens.are_whole(at - 1, at)
        && !neighbor(tokens, at).uses.says_anything()
        && (behind_first
            || !passage.names.at(at).iter().any(|name| name.stripped() == 0)
                && !neighbor(tokens, at).begins_with_and
                && !is_other_word(tokens, at)
                && is_no_word_beside_names(tokens, at))
}

/// Whether a token is no function word and announces nothing.
fn is_no_word_beside_names(tokens: &Tokens, at: usize) -> bool {
    let known = neighbor(tokens, at);
    !known.uses.says_anything() && !known.has_roles && !known.is_feature_word
}

/// What tokens say, normalized, without the first letters.
fn written(tokens: &Tokens, first: usize, last: usize, skip: usize) -> String {
    let mut written = String::new();
    for at in first..=last {
        let letters = tokens.letters(&tokens.list[at]);
        if at > first {
            written.push(' ');
        }
        written.extend(
            &letters[if at == first {
                skip.min(letters.len())
            } else {
                0
            }..],
        );
    }
    written
}
