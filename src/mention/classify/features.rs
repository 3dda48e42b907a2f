//! The features of a match: what its places are, how it is written, and what stands around it.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::{LetterCase, Tokens};
use crate::lang::surname::is_surname;
use crate::mention::context::discourse::Discourse;
use crate::mention::context::list::is_of_list;
use crate::mention::context::neighbor::{cues_after, cues_before};
use crate::mention::feature::{Cue, Cues};
use crate::mention::filter::Accepted;
use crate::mention::filter::name_filter::NameFilter;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;
use std::ops::RangeInclusive;

/// The features of a match that the rules accept.
pub(super) fn features(rules: &NameFilter<'_>, accepted: &Accepted, discourse: &Discourse) -> Cues {
    let (text, tokens) = (rules.passage.text, rules.passage.tokens);
    let (matched, names) = (rules.matched, &accepted.names);
    let found = &matched.found;
    let mut cues = Cues::default();
    cues.add(Cue::Any);
    let likeliest = |name: &&NameEntry| (name.importance, std::cmp::Reverse(name.place));
    if let Some(name) = names.iter().max_by_key(likeliest) {
        cues.add(name.kind);
        cues.add_if(Cue::Dump, name.dump);
        cues.add_if(Cue::DumpName, name.dump_name);
        cues.add_if(Cue::Generated, name.generated);
    }
    cues.add_if(Cue::Namesakes, names.len() > 1);
    spelling(rules, accepted, &mut cues);
    cues.add_if(Cue::Unsupported, accepted.low_confidence);
    let located = rules.is_located(names);
    cues.add_if(Cue::Located, located);
    // Where something is there or goes there, it is no ordinary word: زار غوري.
    cues.add_if(Cue::Ordinary, !located && is_ordinary(tokens, found));
    cues.add_if(Cue::SameCountry, rules.shares_recent_country(names));
    let focus = rules.matched.focus;
    let in_focus = focus.is_some() && names.iter().any(|name| name.country == focus);
    cues.add_if(Cue::InFocus, in_focus);
    cues.add_if(Cue::OffFocus, focus.is_some() && !in_focus);
    let is_recent = |name: &NameEntry| discourse.is_recent(name.place);
    cues.add_if(Cue::MentionedBefore, names.iter().any(is_recent));
    cues.add_if(Cue::LocativeBefore, rules.is_behind_locative());
    let start = tokens.list[found.first].start;
    let between = matched
        .last_place_end
        .and_then(|last| text.get(last..start));
    cues.add_if(Cue::PlaceBefore, between.is_some_and(is_of_list));
    let phrase = accepted.context.before.first();
    let phrase = phrase.map_or(found.first, |trigger| trigger.first);
    before(tokens, phrase, &mut cues);
    cues.add_if(Cue::FeatureWordAfter, accepted.context.after.is_some());
    let suits = |name: &NameEntry| accepted.context.suits(name.feature);
    cues.add_if(Cue::FeatureWord, names.iter().any(suits));
    cues.add_if(Cue::GroupBefore, accepted.group.is_some());
    after(tokens, found.token_last(), &mut cues);
    enclosed(text, tokens, found.first..=found.token_last(), &mut cues);
    let sport = is_sport(tokens, found);
    cues.add_if(Cue::Sport, sport);
    let any = |asked: &[Cue]| asked.iter().any(|&cue| cues.has(cue));
    let plays = sport && any(&TOWNS) && !any(&LOCATIVE);
    cues.add_if(Cue::PlayingTown, plays);
    cues
}

/// Features of towns.
const TOWNS: [Cue; 5] = [
    Cue::Capital,
    Cue::Metropolis,
    Cue::City,
    Cue::Town,
    Cue::SmallTown,
];

/// Features of a place where something is; a dateline begins a sentence.
const LOCATIVE: [Cue; 5] = [
    Cue::LocativeBefore,
    Cue::MotionBefore,
    Cue::In,
    Cue::FeatureWord,
    Cue::SentenceStart,
];

/// How the name is written.
fn spelling(rules: &NameFilter<'_>, accepted: &Accepted, cues: &mut Cues) {
    let (tokens, found) = (rules.passage.tokens, &rules.matched.found);
    let (names, written) = (&accepted.names, &accepted.spelling);
    match found.last - found.first {
        0 => match written.chars().count() {
            0..=3 => cues.add(Cue::Letters3),
            4 => cues.add(Cue::Letters4),
            5 => cues.add(Cue::Letters5),
            _ => {}
        },
        1 => cues.add(Cue::Words2),
        _ => cues.add(Cue::Words3),
    }
    let token = tokens.letters(&tokens.list[found.first]);
    let clitics = token
        .get(..found.proclitics.map_or(0, |split| split.clitics()))
        .unwrap_or_default();
    cues.add_if(
        Cue::And,
        clitics.first().is_some_and(|c| matches!(c, 'و' | 'ف')),
    );
    cues.add_if(Cue::In, clitics.contains(&'ب'));
    cues.add_if(Cue::For, clitics.iter().any(|c| matches!(c, 'ل' | 'ك')));
    cues.add_if(
        Cue::Article,
        found.proclitics.is_some_and(|split| split.takes_article()),
    );
    let inside = !tokens.begins_sentence(found.first);
    match tokens.list[found.first].case {
        LetterCase::Capital => cues.add_if(Cue::Capitalized, inside),
        LetterCase::Capitals => cues.add(Cue::Capitals),
        LetterCase::Small | LetterCase::None => {}
    }
    cues.add_if(Cue::Ending, found.suffix.is_some());
    if found.suffix.is_some() && rules.has_locative_ending() {
        cues.add(Cue::LocativeEnding);
    }
    let tag = tokens.list[found.first].tag;
    cues.add_if(Cue::Hashtag, tag != HashtagPart::None);
    let alike = |name: &NameEntry| rules.entries.spelling(name).normal == *written;
    cues.add_if(Cue::OnlyFolded, !names.iter().any(alike));
    cues.add_if(
        Cue::Surname,
        is_surname(tokens.list[found.last].languages, written.chars())
            && !names.iter().any(NameEntry::is_country),
    );
}

fn is_ordinary(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let word = neighbor(tokens, found.first);
    found.first == found.last && (word.is_ordinary(0) || word.is_ordinary(found.skip()))
}

/// The token before a phrase: the name and its feature words.
pub(super) fn before(tokens: &Tokens, first: usize, cues: &mut Cues) {
    let boundary = tokens.list[first].boundary;
    if matches!(boundary, Boundary::Stop | Boundary::Dot) {
        return cues.add(Cue::SentenceStart);
    }
    match first.checked_sub(1).filter(|_| boundary.joins()) {
        Some(at) => cues.add_all(cues_before(tokens, at)),
        None => cues.add(Cue::PunctuationBefore),
    }
}

/// The token behind the name.
pub(super) fn after(tokens: &Tokens, last: usize, cues: &mut Cues) {
    let next = last + 1;
    match tokens.joined(last, next) {
        true => cues.add_all(cues_after(tokens, next)),
        false => cues.add(Cue::PunctuationAfter),
    }
}

/// Quotation marks and parentheses right around the name.
pub(super) fn enclosed(text: &str, tokens: &Tokens, found: RangeInclusive<usize>, cues: &mut Cues) {
    let range = tokens.range(*found.start(), *found.end());
    // Blanks are passed up to the next letter alone: those at the other end of the text would be read for each name.
    let pair = (
        text.get(..range.start)
            .and_then(|before| before.chars().rfind(|letter| *letter != ' ')),
        text.get(range.end..)
            .and_then(|behind| behind.chars().find(|letter| *letter != ' ')),
    );
    cues.add_if(
        Cue::Quoted,
        matches!(
            pair,
            (Some('«' | '“' | '"' | '\''), _) | (_, Some('»' | '”' | '"' | '\''))
        ),
    );
    cues.add_if(
        Cue::Bracketed,
        matches!(pair, (Some('('), _) | (_, Some(')'))),
    );
}

/// Whether two words of sport stand near the name.
fn is_sport(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let from = found.first.saturating_sub(SPORT_WINDOW);
    let to = (found.last + SPORT_WINDOW).min(tokens.list.len());
    let is_sport = |at: &usize| tokens.list[*at].hints.sport && neighbor(tokens, *at).is_sport;
    let mut sport = (from..to).filter(is_sport);
    sport.next().is_some() && sport.next().is_some()
}

/// Number of tokens before and behind a name that are searched for words of sport.
const SPORT_WINDOW: usize = 10;
