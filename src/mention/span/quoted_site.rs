//! Places that no gazetteer holds, whose names stand in quotation marks before their head: “Luz”
//! *stadionunda*, «Սուրբ Գրիգոր» *հիվանդանոց*; or end with it: “Neftçala *Arena*”. The marks say how far the name goes, and that it is one;
//! so heads of organizations count too, if they are buildings.

use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger;
use crate::lang::language::Heads;
use crate::mention::filter::quotation::{follows_opening, precedes_closing};
use crate::mention::lookup::Passage;
use crate::mention::span::named_freely::{is_named_freely, is_site_named_freely};
use crate::mention::span::trailing_head::{TrailingHeadSite, case_ending};

/// Maximum length in tokens of a name in quotation marks.
const MAX_WORDS: usize = 4;

/// The place whose name in quotation marks begins at a token.
pub(crate) fn detect(passage: Passage<'_>, at: usize) -> Option<TrailingHeadSite> {
    let Passage { text, tokens, .. } = passage;
    let word = &tokens.list[at];
    let apart = matches!(
        word.boundary,
        Boundary::Quote | Boundary::Break | Boundary::Stop
    );
    let capital = matches!(word.case, LetterCase::Capital | LetterCase::Capitals);
    if !apart || !capital || word.tag != HashtagPart::None {
        return None;
    }
    if let Some(site) = headed_within(passage, at) {
        return Some(site);
    }
    if word.languages.puts_heads(Heads::First) && !word.languages.puts_heads(Heads::LastBehindBare)
    {
        return None;
    }
    if !follows_opening(text, word.start) {
        return None;
    }
    let closes = |last: usize| precedes_closing(text, tokens.list[last].end);
    let last = (at..at + MAX_WORDS)
        .take_while(|&last| last == at || tokens.joined(last - 1, last))
        .find(|&last| closes(last))?;
    let next = tokens.list.get(last + 1)?;
    if !is_only_closing(text, tokens, last) || next.case == LetterCase::Capitals {
        return None;
    }
    let head = trigger::at_token(tokens, last + 1)?;
    let letters = tokens.letters(&tokens.list[head.last]);
    let plural = next.languages.has_plural_mark(letters);
    (is_named_freely(&head.rule) && !plural).then(|| TrailingHeadSite {
        first: at,
        last,
        head,
        drop: next
            .languages
            .puts_heads(Heads::LastBehindGenitive)
            .then(|| case_ending(tokens, head.last)),
        in_name: false,
        route: false,
        stands_at: None,
    })
}

/// The place whose head is the last word in the quotation marks: “Neftçala *Arena*”.
fn headed_within(passage: Passage<'_>, at: usize) -> Option<TrailingHeadSite> {
    let Passage { text, tokens, .. } = passage;
    if !follows_opening(text, tokens.list[at].start) {
        return None;
    }
    let last = (at + 1..at + MAX_WORDS)
        .take_while(|&last| tokens.joined(last - 1, last))
        .find(|&last| precedes_closing(text, tokens.list[last].end))?;
    if tokens.list[last].case != LetterCase::Capital {
        return None;
    }
    let head = trigger::at_token(tokens, last).filter(|head| head.last == last)?;
    is_site_named_freely(&head.rule).then_some(TrailingHeadSite {
        first: at,
        last: last - 1,
        head,
        drop: Some(0),
        in_name: false,
        route: false,
        stands_at: None,
    })
}

/// Whether nothing stands behind a token but a closing mark and a blank.
fn is_only_closing(text: &str, tokens: &Tokens, last: usize) -> bool {
    let (end, start) = (tokens.list[last].end, tokens.list[last + 1].start);
    let between = text.get(end..start).unwrap_or_default();
    matches!(between, "» " | "” " | "\" " | "“ ")
}
