//! The span of a name of the index.

use crate::analysis::site_head;
use crate::analysis::trigger::Trigger;
use crate::key::KeySpace;
use crate::lang::lexicon::Role;
use crate::mention::MentionKind;
use crate::mention::context::feature_words::Context;
use crate::mention::context::list::ListTrigger;
use crate::mention::detection::NameDetection;
use crate::mention::filter::containing_entity::is_placed_institution;
use crate::mention::lookup::Passage;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::{NameEntries, NameEntry};
use crate::mention::span::extent::extent;
use crate::mention::span::{MentionSpan, inner_name, phrase_start};
use crate::model::feature::FeatureClass;
use crate::query::rule::Rule;
use crate::text::style::TextStyle;

/// The name that a mention is of: the match, or a shorter name within it.
struct Named<'a> {
    found: &'a DictionaryMatch,
    context: &'a Context,
    names: Vec<NameEntry>,
    /// The name without its epithet.
    plain: Option<DictionaryMatch>,
    /// Where the name begins that a region is called by.
    base_name: Option<usize>,
}

/// The match, or the name within it of this number.
fn named<'a>(
    entries: &NameEntries,
    detection: &'a NameDetection,
    inner: Option<usize>,
) -> Named<'a> {
    let matched = &detection.matched;
    let within = inner.and_then(|inner| detection.inner.with_feature_words.get(inner));
    let (found, names, without_epithet, base_name) = match within {
        Some(inner) => (
            &inner.found,
            entries.names_of(inner.entry).to_vec(),
            inner.without_epithet,
            inner.base_name,
        ),
        None => (
            &matched.found,
            detection.accepted.all_names().copied().collect(),
            detection.inner.without_epithet,
            detection.inner.base_name,
        ),
    };
    Named {
        plain: inner_name::without_epithet(entries, without_epithet, names.iter()),
        // Names of countries are one name: جنوب أفريقيا.
        base_name: base_name.filter(|_| !names.iter().any(NameEntry::is_country)),
        context: detection.context(inner),
        found,
        names,
    }
}

/// Whether a name is one of a region, a water or a range, of which an adjective behind it names a part or
/// another one: الأغوار *الشمالية*, الزاب *الصغير*.
fn is_parted(named: &Named<'_>, style: TextStyle) -> bool {
    let land = |name: &NameEntry| {
        matches!(
            name.feature.class(),
            FeatureClass::Area | FeatureClass::Water | FeatureClass::Terrain
        )
    };
    !style.posts && named.found.space == KeySpace::Arabic && named.names.iter().all(land)
}

/// The span of a name; tokens before `first_free` belong to other mentions.
pub(super) fn span(
    entries: &NameEntries,
    passage: Passage<'_>,
    detection: &NameDetection,
    first_free: usize,
    style: TextStyle,
) -> MentionSpan {
    let Passage { text, tokens, .. } = passage;
    let list = &tokens.list;
    let shorter = &detection.inner.with_feature_words;
    let all_names = detection.accepted.all_names();
    let inner = inner_name::with_feature_words(entries, shorter, all_names);
    let named = named(entries, detection, inner);
    let (whole, context) = (named.found, named.context);
    let found = named.plain.as_ref().unwrap_or(whole);

    let mut start = tokens.start_after(&list[found.first], found.skip());
    let mut token = tokens.range(found.first, found.token_last());
    let mut phrase = token.clone();
    if let Some(base_name) = named.base_name {
        phrase.start = start;
        start = list[base_name].start;
        token.start = start;
    }
    let end = tokens.end_before(text, &list[found.last], found.drop());
    let mut name = start..end.max(start);
    let mut last = whole.token_last();
    if passage.rules.has(Rule::Extent)
        && let Some(extent) = extent(tokens, found, &named.names, first_free)
    {
        let start = list[extent.first].start;
        let end = tokens.end_before(text, &list[extent.last], extent.drop);
        name = start..end.max(start);
        token = tokens.range(extent.first, extent.last);
        phrase.start = start;
        last = last.max(extent.last);
    }

    let bare = whole.proclitics.is_none_or(|split| split.is_only_article());
    let announced = !context.before.is_empty();
    let site_head = (passage.rules.has(Rule::SiteHeads))
        .then(|| site_head::head(tokens, whole.first, first_free))
        .flatten()
        .filter(|head| {
            let stands =
                head.role != Role::Institution || is_placed_institution(tokens, head.at, style);
            bare && !announced && stands
        });
    // ولاية صحار: what is said to be a province is known as a town.
    let unfitting = context.nearest.filter(|word| {
        let class = word.rule.class;
        let settled = matches!(
            class,
            FeatureClass::Administrative | FeatureClass::Populated
        );
        settled && bare && !announced && whole.space == KeySpace::Arabic
    });
    // Those who mark posts take the kind for a part of one name: not مناطق الكويت, العاصمة عمان.
    let is_kind = |word: &&Trigger| !word.definite && ListTrigger::of(tokens, word).is_none();
    let plural = style.posts && passage.rules.has(Rule::PluralHeads);
    let kinds = context
        .before
        .iter()
        .rev()
        .take_while(|word| !plural || is_kind(word));
    if let Some(before) = kinds.last() {
        phrase.start = phrase_start(tokens, before.first, before.skip, style);
    }
    if let Some(head) = site_head {
        phrase.start = phrase_start(tokens, head.at, head.skip, style);
    } else if let Some(word) = unfitting.filter(|word| !word.definite) {
        phrase.start = phrase_start(tokens, word.first, word.skip, style);
    }
    if site_head.is_some() || unfitting.is_some() || announced || is_parted(&named, style) {
        last = site_head::qualified(tokens, last);
    }
    if let Some(after) = context.after {
        last = last.max(after.last);
    }
    // What belongs to the name may go beyond its feature word: شمال استان تهران.
    phrase.start = phrase.start.min(token.start);
    phrase.end = list[last].end;
    let adjective = found.suffix.is_some_and(|split| split.adjective);
    MentionSpan {
        name,
        token,
        phrase,
        last,
        kind: match adjective {
            true => MentionKind::Demonym,
            false => MentionKind::Place,
        },
        inner,
        site_head: site_head.map(|head| head.at),
    }
}
