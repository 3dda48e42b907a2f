//! The shorter names within a match: حلب of محافظة حلب, أفريقيا of شمال أفريقيا.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::Tokens;
use crate::analysis::trigger::before;
use crate::index::Index;
use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::language::{Use, uses};
use crate::lang::lexicon::{Position, entry};
use crate::mention::context::feature_words::Context;
use crate::mention::lookup::Passage;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::{EntryRange, NameEntries, NameEntry};
use crate::model::feature::FeatureClass;
use crate::query::rule::Rule;

/// The shorter names within a match. Which of them the mention is of depends on the places that are
/// meant: see `span::inner_name`.
#[derive(Default)]
pub(crate) struct InnerNames {
    /// Names that make up the match together with their feature words: حلب of محافظة حلب.
    pub with_feature_words: Vec<InnerName>,
    /// What the name leaves that ends with an epithet: مكة of مكة المكرمة.
    pub without_epithet: Option<(DictionaryMatch, EntryRange)>,
    /// The token at which the name begins that a region is called by: أفريقيا of شمال أفريقيا.
    pub base_name: Option<usize>,
}

/// A shorter name, with its feature words.
pub(crate) struct InnerName {
    pub found: DictionaryMatch,
    pub entry: EntryRange,
    pub context: Context,
    pub without_epithet: Option<(DictionaryMatch, EntryRange)>,
    pub base_name: Option<usize>,
}

impl InnerNames {
    /// The names within a match; tokens before `first_free` belong to other mentions.
    pub fn of(
        index: &Index,
        entries: &mut NameEntries,
        passage: Passage<'_>,
        found: &DictionaryMatch,
        first_free: usize,
    ) -> InnerNames {
        if found.first == found.last {
            return InnerNames::default();
        }
        // Languages that take the kind of the place for a part of the name have no shorter one.
        let has_kind = found.languages(passage.tokens).has_kind_in_name();
        let with_feature_words = match has_kind || !passage.rules.has(Rule::InnerName) {
            true => Vec::new(),
            false => with_feature_words(index, entries, passage, found, first_free),
        };
        InnerNames {
            with_feature_words,
            without_epithet: without_epithet(index, entries, passage, found),
            base_name: base_name(index, entries, passage, found),
        }
    }
}

/// The names within a match that make it up together with their feature words.
fn with_feature_words(
    index: &Index,
    entries: &mut NameEntries,
    passage: Passage<'_>,
    whole: &DictionaryMatch,
    first_free: usize,
) -> Vec<InnerName> {
    let mut inner = Vec::new();
    for first in whole.first..=whole.last {
        for found in passage.names.at(first) {
            let shorter =
                found.last <= whole.last && found.last - found.first < whole.last - whole.first;
            if !shorter || found.proclitics.is_some() {
                continue;
            }
            let at_start = first == whole.first;
            let mut context = Context::of(
                passage,
                found,
                first_free.max(if at_start { first } else { 0 }),
            );
            if !covers(&context, found, whole) {
                continue;
            }
            if at_start {
                context.nearest = before(passage.tokens, first, first_free);
            }
            inner.push(InnerName {
                found: *found,
                entry: entries.read(index, found.value),
                context,
                without_epithet: without_epithet(index, entries, passage, found),
                base_name: base_name(index, entries, passage, found),
            });
        }
    }
    inner
}

/// Whether a shorter name and its feature words make up the longer one. What follows a feature
/// word with an article is an adjective, and the name needs both: البحر المتوسط.
fn covers(context: &Context, found: &DictionaryMatch, whole: &DictionaryMatch) -> bool {
    let begin = context.before.iter().map(|trigger| trigger.first);
    let begins = begin.min().unwrap_or(found.first) <= whole.first;
    let last = context
        .after
        .map_or(found.token_last(), |trigger| trigger.last);
    let definite = context.before.iter().any(|trigger| trigger.definite);
    begins && last >= whole.last && !definite
}

/// The token at which the name begins that a region is called by: أفريقيا of شمال أفريقيا, غزة of
/// قطاع غزة.
fn base_name(
    index: &Index,
    entries: &mut NameEntries,
    passage: Passage<'_>,
    whole: &DictionaryMatch,
) -> Option<usize> {
    let tokens = passage.tokens;
    if !passage.rules.has(Rule::BaseName) {
        return None;
    }
    if whole.space != KeySpace::Arabic || whole.languages(tokens).has_kind_in_name() {
        return None;
    }
    let mut at = whole.first;
    while at < whole.last && announces(tokens, at, whole.first) {
        at += 1;
    }
    if at == whole.first {
        return None;
    }
    let mut names = passage.names.at(at).iter();
    let base = names.find(|found| found.last == whole.last && found.proclitics.is_none())?;
    let word = &tokens.list[at];
    let demonyms = entry(KeySpace::Arabic, tokens.key(word)).demonyms(word.languages);
    // شمال كردفان is a province, جنوب لبنان a part of Lebanon.
    let mut is = |found: &DictionaryMatch, asked: fn(&NameEntry) -> bool| {
        let entry = entries.read(index, found.value);
        entries.names_of(entry).iter().any(asked)
    };
    let is_province = neighbor(tokens, at - 1).uses.has(Use::Direction)
        && is(whole, |name| name.feature.code() == "ADM1")
        && !is(base, NameEntry::is_country);
    (demonyms.is_empty() && !is_province).then_some(at)
}

/// The rest of a name that ends with an epithet: مكة of مكة المكرمة, الصين of الصين الشعبية.
fn without_epithet(
    index: &Index,
    entries: &mut NameEntries,
    passage: Passage<'_>,
    whole: &DictionaryMatch,
) -> Option<(DictionaryMatch, EntryRange)> {
    let tokens = passage.tokens;
    if !passage.rules.has(Rule::Epithet) {
        return None;
    }
    let last = neighbor(tokens, whole.last).uses;
    if whole.first == whole.last || !last.has(Use::Epithet) {
        return None;
    }
    let mut names = passage.names.at(whole.first).iter();
    let found =
        names.find(|found| found.last + 1 == whole.last && found.proclitics == whole.proclitics)?;
    Some((*found, entries.read(index, found.value)))
}

/// Whether a token says only which part, or what kind of region, the rest of the match is.
fn announces(tokens: &Tokens, at: usize, first: usize) -> bool {
    let word = &tokens.list[at];
    let letters = tokens.letters(word);
    let proclitic_splits = affix::proclitic_splits(word.languages, letters)
        .filter(|split| at == first && !split.takes_article());
    let mut rests = std::iter::once(0)
        .chain(proclitic_splits.map(|split| split.skip()))
        .filter_map(|skip| letters.get(skip..));
    if rests.any(|rest| uses(word.languages, rest).has(Use::Direction)) {
        return true;
    }
    let Some(trigger) = before(tokens, at + 1, first) else {
        return false;
    };
    debug_assert_eq!(trigger.rule.position, Position::Before);
    let of_land = matches!(
        trigger.rule.class,
        FeatureClass::Administrative
            | FeatureClass::Area
            | FeatureClass::Populated
            | FeatureClass::Water
            | FeatureClass::Terrain
    );
    // A gulf is called after a place at it, its name is both words: خليج عدن.
    let mut codes = trigger.rule.codes();
    let whole_name = codes.any(|code| WHOLE_NAMES.contains(&code));
    of_land && !trigger.definite && !whole_name
}

/// Feature codes of places whose feature word is a part of the name.
const WHOLE_NAMES: [&str; 5] = ["GULF", "SEA", "OCN", "STRT", "PEN"];
