//! The features of a mention of which no name of the index stands there as it is spelled: a place told by
//! a head, a misspelled name, one written together with another.

use crate::analysis::token::segmentation::HashtagPart;
use crate::lang::lexicon::Role;
use crate::mention::classify::Classification;
use crate::mention::classify::features::{after, before, enclosed};
use crate::mention::detection::Detection;
use crate::mention::feature::model::Model;
use crate::mention::feature::{Cue, Cues};
use crate::mention::lookup::Passage;
use crate::text::style::TextStyle;

/// What was told, and by what.
struct Told {
    cue: Cue,
    /// The first token of the phrase, and the tokens of the name.
    phrase: usize,
    first: usize,
    last: usize,
}

impl Told {
    fn of(detection: &Detection<'_>) -> Option<Told> {
        Some(match detection {
            Detection::Name(_) | Detection::Demonym(..) => return None,
            Detection::Misspelled(found) => Told {
                cue: Cue::Misspelled,
                phrase: found.feature.first.min(found.at),
                first: found.at,
                last: found.at,
            },
            Detection::Unheard(found) => Told {
                cue: Cue::Unheard,
                phrase: found
                    .feature
                    .map_or(found.first, |word| word.first.min(found.first)),
                first: found.first,
                last: found.last,
            },
            Detection::Compound(part, _) => Told {
                cue: Cue::Compound,
                phrase: part.at,
                first: part.at,
                last: part.at,
            },
            Detection::LeadingHeadSite(site) => Told {
                cue: match site.head.role {
                    Role::Quarter => Cue::Quarter,
                    Role::Institution => Cue::Institution,
                    _ => Cue::Site,
                },
                phrase: site.head.at,
                first: site.first,
                last: site.last,
            },
            Detection::ListedSite(site) | Detection::EnumeratedSite(site, _) => Told {
                cue: Cue::Site,
                phrase: site.head.map_or(site.first, |(head, _)| head),
                first: site.first,
                last: site.last,
            },
            Detection::TrailingHeadSite(site) => Told {
                cue: Cue::SiteBefore,
                phrase: site.first,
                first: site.first,
                last: site.head.last.max(site.last),
            },
            Detection::ToldAgain(told) => Told {
                cue: Cue::ToldAgain,
                phrase: told.first,
                first: told.first,
                last: told.last,
            },
        })
    }
}

/// The token by whose languages a mention is weighed, and its features; `None` for those that are weighed
/// otherwise or not at all.
fn features(passage: Passage<'_>, detection: &Detection<'_>) -> Option<(usize, Cues)> {
    let told = Told::of(detection)?;
    let Passage { text, tokens, .. } = passage;
    let mut cues = Cues::default();
    cues.add(Cue::Any);
    cues.add(told.cue);
    match told.last.saturating_sub(told.first) {
        0 => {}
        1 => cues.add(Cue::Words2),
        _ => cues.add(Cue::Words3),
    }
    let tag = tokens.list.get(told.phrase)?.tag;
    cues.add_if(Cue::Hashtag, tag != HashtagPart::None);
    before(tokens, told.phrase, &mut cues);
    after(tokens, told.last, &mut cues);
    enclosed(text, tokens, told.first..=told.last, &mut cues);
    Some((told.first, cues))
}

/// Classifies a detection that is no match of the dictionary, if there is a model of its language.
pub(crate) fn classify_told(
    passage: Passage<'_>,
    style: TextStyle,
    detection: &Detection<'_>,
) -> Option<Classification> {
    let (at, cues) = features(passage, detection)?;
    let model = Model::of(passage.tokens.list.get(at)?.languages, style)?;
    Some(Classification {
        cues,
        confidence: model.confidence(cues),
    })
}
