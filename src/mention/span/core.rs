//! The name within a longer name: حلب of محافظة حلب, أفريقيا of شمال أفريقيا.

use crate::index::Index;
use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::language::{Use, uses};
use crate::lang::lexicon::{Lexicon, Position};
use crate::mention::context::feature_words::{Context, context};
use crate::mention::context::neighbor::neighbor;
use crate::mention::context::trigger::before;
use crate::mention::detection::Detection;
use crate::mention::lookup::dictionary::Finder;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::{NameEntries, NameEntry};
use crate::mention::token::Tokens;
use crate::model::feature::FeatureClass;

/// A name that begins or ends with a feature word and is one of the same place without it
/// (محافظة حلب, جمهورية أرمينيا), without it.
pub(crate) fn narrowed(
    index: &Index,
    entries: &mut NameEntries,
    tokens: &Tokens,
    detection: &Detection,
    floor: usize,
) -> Option<Detection> {
    let wide = detection.found;
    if wide.first == wide.last || wide.languages(tokens).has_kind_in_name() {
        return None;
    }
    let mut matches = Vec::new();
    for first in wide.first..=wide.last {
        Finder { index, tokens }.names_at(first, &mut matches);
        for found in &matches {
            let shorter =
                found.last <= wide.last && found.last - found.first < wide.last - wide.first;
            if !shorter || found.start.is_some() {
                continue;
            }
            let floor = floor.max(if first == wide.first { first } else { 0 });
            let context = context(tokens, found, floor);
            if !covers(&context, found, &wide) {
                continue;
            }
            let entry = entries.read(index, found.value);
            let names = entries.names_of(entry).to_vec();
            if names_same(detection, &names) {
                return Some(detection.shortened(tokens, *found, context, names));
            }
        }
    }
    None
}

/// Whether one of the names is of a place that a sighting may mean.
fn names_same(detection: &Detection, names: &[NameEntry]) -> bool {
    let mut all = detection.names.iter();
    all.any(|wide| names.iter().any(|name| name.place == wide.place))
}

/// Whether a shorter name and its feature words make up the longer one. What follows a feature
/// word with an article is an adjective, and the name needs both: البحر المتوسط.
fn covers(context: &Context, found: &DictionaryMatch, wide: &DictionaryMatch) -> bool {
    let begin = context.before.iter().map(|trigger| trigger.first);
    let begins = begin.min().unwrap_or(found.first) <= wide.first;
    let last = context
        .after
        .map_or(found.token_last(), |trigger| trigger.last);
    let definite = context.before.iter().any(|trigger| trigger.definite);
    begins && last >= wide.last && !definite
}

/// The first word of the name that a region is named by: أفريقيا of شمال أفريقيا, غزة of
/// قطاع غزة. The whole stays the phrase. Names of countries are one name: جنوب أفريقيا.
pub(crate) fn core(index: &Index, tokens: &Tokens, detection: &Detection) -> Option<usize> {
    let wide = detection.found;
    if wide.languages(tokens).has_kind_in_name()
        || wide.space != KeySpace::Arabic
        || detection.names.iter().any(NameEntry::is_country)
    {
        return None;
    }
    let mut at = wide.first;
    while at < wide.last && announces(tokens, at, wide.first) {
        at += 1;
    }
    if at == wide.first {
        return None;
    }
    let mut matches = Vec::new();
    Finder { index, tokens }.names_at(at, &mut matches);
    let whole = |found: &DictionaryMatch| found.last == wide.last && found.start.is_none();
    let is_name = matches.iter().any(whole);
    let word = &tokens.list[at];
    let demonyms = Lexicon::get().demonyms_of(word.languages, KeySpace::Arabic, tokens.key(word));
    (is_name && demonyms.is_empty()).then_some(at)
}

/// A name that ends with an epithet and is one of the same place without it (مكة المكرمة,
/// الصين الشعبية), without it.
pub(crate) fn plain(
    index: &Index,
    entries: &mut NameEntries,
    tokens: &Tokens,
    detection: &Detection,
) -> Option<Detection> {
    let wide = detection.found;
    let last = neighbor(tokens, wide.last).uses;
    if wide.first == wide.last || !last.has(Use::Epithet) {
        return None;
    }
    let mut matches = Vec::new();
    Finder { index, tokens }.names_at(wide.first, &mut matches);
    let found = matches
        .into_iter()
        .find(|found| found.last + 1 == wide.last && found.start == wide.start)?;
    let entry = entries.read(index, found.value);
    let names = entries.names_of(entry).to_vec();
    names_same(detection, &names)
        .then(|| detection.shortened(tokens, found, detection.context.clone(), names))
}

/// Whether the match is but a word for what belongs to a people, with its demonym, which is no name
/// of the country: القارة الأفريقية, الجمهورية اللبنانية.
pub(crate) fn is_of_a_people(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let (first, last) = (&tokens.list[found.first], &tokens.list[found.last]);
    if found.last != found.first + 1 || first.space != Some(KeySpace::Arabic) {
        return false;
    }
    let letters = tokens.letters(first);
    let proclitic_splits =
        affix::proclitic_splits(first.languages, letters).filter(|start| !start.takes_article());
    let mut readings =
        std::iter::once((0, "")).chain(proclitic_splits.map(|s| (s.skip, s.prepend)));
    let languages = first.languages;
    let belongs = readings.any(|(skip, prepend)| {
        let rest = letters.get(skip..).unwrap_or_default();
        let word: Vec<char> = prepend.chars().chain(rest.iter().copied()).collect();
        uses(languages, &word).has(Use::Belonging)
    });
    let adjective = tokens.letters(last).strip_prefix(&['ا', 'ل']);
    belongs
        && adjective.is_some_and(|rest| {
            let skip = tokens.letters(last).len() - rest.len();
            let demonyms = Lexicon::get().demonyms_of(
                last.languages,
                KeySpace::Arabic,
                tokens.key_from(last, skip),
            );
            !demonyms.is_empty()
        })
}

/// Whether a word says only which part, or what kind of region, the rest is.
fn announces(tokens: &Tokens, at: usize, first: usize) -> bool {
    let word = &tokens.list[at];
    let letters = tokens.letters(word);
    let proclitic_splits = affix::proclitic_splits(word.languages, letters)
        .filter(|start| at == first && !start.takes_article());
    let mut rests = std::iter::once(0)
        .chain(proclitic_splits.map(|start| start.skip))
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
    // A gulf is called after what lies at it, its name is both words: خليج عدن.
    let mut codes = trigger.rule.codes.iter();
    let whole_name = codes.any(|code| WHOLE_NAMES.contains(&code.as_str()));
    of_land && !trigger.definite && !whole_name
}

/// What its feature word belongs to the name of.
const WHOLE_NAMES: [&str; 5] = ["GULF", "SEA", "OCN", "STRT", "PEN"];
