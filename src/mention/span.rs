//! Stage 6, span: how far a mention reaches in the text.
//!
//! In: a [`Detection`]. Out: its [`MentionSpan`].
//!
//! - `name`: the span of a name of the index.
//! - `inner_name`: the name within a longer one: حلب of محافظة حلب, أفريقيا of شمال أفريقيا.
//! - `extent`: words beside an Armenian name that are a part of it: Սյունիքի մարզ.
//! - `leading_head`: the word for a site before a name (شارع الحمراء), and places that no gazetteer
//!   holds told by it.
//! - `trailing_head`: the same for the head behind a name: Բաղրամյան պողոտա.
//! - `listed_site`: places of a list under a word in the plural: микрорайоны Южный и Речной.
//! - `enumerated_site`: a name in the same case as a place before it: в Уфе и в Янауле.
//! - `between_site`: a name in a list between two places: شبام وزعفران وسيئون.
//! - `located_site`: a name of which the text says that something is there: в Кубачах.
//! - `quoted_site`: a name in quotation marks before its head: “Luz” stadionunda.
//! - `named_freely`: kinds of places that are named after anything.

pub(crate) mod between_site;
pub(crate) mod enumerated_site;
pub(crate) mod extent;
pub(crate) mod inner_name;
pub(crate) mod leading_head;
pub(crate) mod listed_site;
pub(crate) mod located_site;
pub(crate) mod name;
mod named_freely;
pub(crate) mod quoted_site;
pub(crate) mod trailing_head;

use crate::analysis::token::Tokens;
use crate::analysis::trigger::Trigger;
use crate::mention::MentionKind;
use crate::mention::detection::Detection;
use crate::mention::lookup::Passage;
use crate::mention::lookup::name_entry::NameEntries;
use crate::text::style::TextStyle;
use std::ops::Range;

/// Where a mention is, and what of it is the name.
pub(crate) struct MentionSpan {
    /// Bytes of the text; each range lies within the next.
    pub name: Range<usize>,
    pub token: Range<usize>,
    pub phrase: Range<usize>,
    /// The last token of the phrase.
    pub last: usize,
    pub kind: MentionKind,
    /// Which of the names within the match the mention is of; `None` for the whole match.
    pub inner: Option<usize>,
    /// The token that makes the name one of a site: مرفأ of مرفأ بيروت.
    pub site_head: Option<usize>,
}

impl MentionSpan {
    /// The span of a place whose phrase ends with a token.
    fn of_place(
        name: Range<usize>,
        token: Range<usize>,
        phrase: Range<usize>,
        last: usize,
    ) -> MentionSpan {
        MentionSpan {
            name,
            token,
            phrase,
            last,
            kind: MentionKind::Place,
            inner: None,
            site_head: None,
        }
    }
}

/// The byte at which a phrase begins whose first word has so many letters of clitics. A phrase of posts
/// is whole words: #محافظة_حلب is marked as a whole there, and so is بمحافظة حلب.
fn phrase_start(tokens: &Tokens, at: usize, clitics: usize, style: TextStyle) -> usize {
    let word = &tokens.list[at];
    match style.posts {
        true => word.start,
        false => tokens.start_after(word, clitics),
    }
}

/// The span of a detection; tokens before `first_free` belong to other mentions.
pub(crate) fn span(
    entries: &NameEntries,
    passage: Passage<'_>,
    detection: &Detection<'_>,
    first_free: usize,
    style: TextStyle,
) -> MentionSpan {
    let Passage { text, tokens, .. } = passage;
    let list = &tokens.list;
    // The byte at which a phrase begins: in posts with the clitics of its first word.
    let phrase_start = |at: usize, skip: usize| phrase_start(tokens, at, skip, style);
    // A token that ends a name with the feature word on either side of it, and the last token of both.
    let with_feature = |token: Range<usize>, last: usize, feature: Option<Trigger>| match feature {
        Some(word) if word.first > last => {
            (token.start..list[word.last].end.max(token.end), word.last)
        }
        Some(word) => (phrase_start(word.first, word.skip)..token.end, last),
        None => (token, last),
    };
    match detection {
        Detection::Name(detection) => name::span(entries, passage, detection, first_free, style),
        Detection::Demonym(found, _) => {
            let start = tokens.start_after(&list[found.first], found.skip);
            let end = tokens.end_before(text, &list[found.last], found.drop);
            let token = tokens.range(found.first, found.last);
            MentionSpan {
                kind: MentionKind::Demonym,
                ..MentionSpan::of_place(start..end.max(start), token.clone(), token, found.last)
            }
        }
        Detection::Misspelled(found) => {
            let token = tokens.range(found.at, found.at);
            let (phrase, last) = with_feature(token.clone(), found.at, Some(found.feature));
            MentionSpan::of_place(token.clone(), token, phrase, last)
        }
        Detection::Unheard(found) => {
            let token = tokens.range(found.first, found.last);
            let name = tokens.start_after(&list[found.first], found.skip)..token.end;
            let (phrase, last) = with_feature(token.clone(), found.last, found.feature);
            MentionSpan::of_place(name, token, phrase, last)
        }
        Detection::Compound(part, _) => {
            let whole = &list[part.at];
            let start = tokens.start_after(whole, part.skip);
            let name = start..tokens.end_before(text, whole, part.drop).max(start);
            // The و between two names is the second one's.
            let before = |drop| tokens.end_before(text, whole, drop);
            let token_end = if part.drop == 0 { whole.end } else { name.end };
            let token = part.drop_before.map_or(whole.start, before)..token_end;
            MentionSpan::of_place(name, token.clone(), token, part.at)
        }
        Detection::LeadingHeadSite(site) => {
            let name = tokens.range(site.first, site.last);
            let phrase = phrase_start(site.head.at, site.head.skip)..name.end;
            MentionSpan::of_place(name.clone(), name, phrase, site.last)
        }
        Detection::ToldAgain(told) => {
            let token = tokens.range(told.first, told.last);
            let name = tokens.start_after(&list[told.first], told.skip)..token.end;
            MentionSpan::of_place(name, token.clone(), token, told.last)
        }
        Detection::ListedSite(site) | Detection::EnumeratedSite(site, _) => {
            let token = tokens.range(site.first, site.last);
            let name = tokens.start_after(&list[site.first], site.skip)..token.end;
            let phrase = match site.head {
                Some((at, clitics)) => phrase_start(at, clitics)..token.end,
                None => token.clone(),
            };
            MentionSpan::of_place(name, token, phrase, site.last)
        }
        Detection::TrailingHeadSite(site) => {
            let head = &list[site.head.last];
            let start = list[site.first].start;
            let last_end = list[site.last].end;
            let (name_end, token_end) = match site.drop {
                Some(drop) => (tokens.end_before(text, head, drop), head.end),
                None => (last_end, last_end),
            };
            MentionSpan::of_place(
                start..name_end,
                start..token_end,
                start..head.end,
                site.head.last,
            )
        }
    }
}
