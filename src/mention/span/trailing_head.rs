//! Places that no gazetteer holds, told by the head behind the name: Բաղրամյան *պողոտա*, Nizami
//! *küçəsi*. (Where the head comes first, as in Arabic: `leading_head`.)
//!
//! The words before the head must have capitals that say something; Armenian takes the head for a
//! part of the name.

mod start;

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::segmentation::Boundary;
use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger;
use crate::analysis::trigger::Trigger;
use crate::lang::affix;
use crate::lang::language::Use;
use crate::mention::filter::organization_head::ending_letters;
use crate::mention::lookup::Passage;
use crate::mention::span::named_freely::is_named_freely;
use crate::mention::span::trailing_head::start::NameStart;
use crate::model::feature::FeatureClass;

/// A place without an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TrailingHeadSite {
    /// The tokens of the name, without the head.
    pub first: usize,
    pub last: usize,
    pub head: Trigger,
    /// Number of letters of the head that are no part of the name, if the head is a part of it.
    pub drop: Option<usize>,
    /// Whether the head is a part of the name: Jersey City.
    pub in_name: bool,
    /// Whether it is a road called by its two ends: Երևան-Սևան ավտոճանապարհ.
    pub route: bool,
    /// Number of the name of the place that it has its own of, if it stands there.
    pub stands_at: Option<u32>,
}

/// Maximum length in tokens of a name before its head.
const MAX_WORDS: usize = 4;

impl TrailingHeadSite {
    /// Whether it was built, and may have the name of a place elsewhere: Աբովյան փողոց.
    pub fn is_built(&self) -> bool {
        let built = matches!(
            self.head.rule.class,
            FeatureClass::Spot | FeatureClass::Road
        );
        built && (self.route || self.head.rule.codes().any(|code| BUILT.contains(&code)))
    }

    /// Whether it is an island or a peninsula.
    pub fn is_surrounded(&self) -> bool {
        let mut codes = self.head.rule.codes();
        codes.any(|code| SURROUNDED.contains(&code))
    }

    /// Whether it is a place of its own beside the one that it has its name of: Bolu *Dağı* is no part of the
    /// town of Bolu, Sarp *Sınır Kapısı* none of the village.
    pub fn is_of_its_own(&self) -> bool {
        let land = matches!(
            self.head.rule.class,
            FeatureClass::Water | FeatureClass::Terrain
        );
        land || self
            .head
            .rule
            .codes()
            .any(|code| OF_ITS_OWN.contains(&code))
    }
}

/// Feature codes of what is named after places elsewhere. A museum, a market, a road is that of the place
/// in its name: Mardin Müzesi.
const BUILT: [&str; 12] = [
    "ST", "SQR", "AIRP", "BDG", "DAM", "MSTY", "MSQE", "CH", "FT", "RSTN", "PK", "HSTS",
];

/// Feature codes of land that units may cover.
const SURROUNDED: [&str; 3] = ["ISL", "ISLS", "PEN"];

/// Feature codes of built places that are more than a part of the one in their names.
const OF_ITS_OWN: [&str; 6] = ["PSTB", "TNL", "RSRT", "SNTR", "CMTY", "MALL"];

/// Whether two names are joined by a hyphen, and nothing else.
fn is_pair(tokens: &Tokens, first: usize, last: usize) -> bool {
    last == first + 1
        && tokens.list[last].boundary == Boundary::Hyphen
        // Of three places on a road each is one.
        && tokens.list[first].boundary != Boundary::Hyphen
}

/// Whether a token is a small adjective of relation, as before the head of a road or of what is named after
/// somebody: Երևան-Թբիլիսի *միջպետական* ճանապարհ.
fn is_small_adjective(tokens: &Tokens, at: usize) -> bool {
    tokens.list.get(at).is_some_and(|word| {
        word.case == LetterCase::Small
            && word.boundary == Boundary::Space
            && word
                .languages
                .ends_in(tokens.letters(word), |profile| profile.endings.relational)
    })
}

/// The place whose name begins at a token.
pub(crate) fn detect(passage: Passage<'_>, at: usize) -> Option<TrailingHeadSite> {
    let tokens = passage.tokens;
    let start = NameStart::of(passage, at)?;
    for last in at..at + MAX_WORDS {
        let next = tokens
            .list
            .get(last + 1)
            .filter(|next| next.boundary.joins())?;
        let pair = !start.is_adjective && is_pair(tokens, at, last);
        let head_at = last + 1 + usize::from(pair && is_small_adjective(tokens, last + 1));
        let head_at = match start.is_adjective {
            true => behind_adjectives(tokens, head_at),
            false => head_at,
        };
        if next.boundary == Boundary::Space
            && let Some(head) = trigger::after(tokens, head_at)
            && !is_followed_by_head(tokens, &head)
        {
            // What stands between is a part of the name, as the head is.
            let last = head_at - 1;
            return match pair && head.rule.class == FeatureClass::Road {
                true => Some(start.route(last, head)),
                false => start.site(last, head),
            };
        }
        if !goes_on(tokens, at, last) {
            return None;
        }
    }
    None
}

/// Whether a name that begins at a token may go on behind another.
fn goes_on(tokens: &Tokens, first: usize, last: usize) -> bool {
    let next = &tokens.list[last + 1];
    // Tofiq Bəhramov *adına* stadion: named after somebody, whatever the case.
    let named_after =
        || next.boundary == Boundary::Space && neighbor(tokens, last + 1).uses.has(Use::NamedAfter);
    // Ազիզբեկովի անվան *հանրապետական* մարզադաշտ.
    let adjective_of_one_named = || {
        last > first
            && neighbor(tokens, last).uses.has(Use::NamedAfter)
            && is_small_adjective(tokens, last + 1)
    };
    // Möminə *xatun* türbəsi.
    let honored =
        || next.boundary == Boundary::Space && neighbor(tokens, last + 1).uses.has(Use::Honor);
    next.case == LetterCase::Capital || named_after() || adjective_of_one_named() || honored()
}

/// Whether another head with a capital stands right behind one: Selçuklu Meydan *Mezarlığı*.
fn is_followed_by_head(tokens: &Tokens, head: &Trigger) -> bool {
    let is_capital = |at: usize| tokens.list[at].case == LetterCase::Capital;
    is_capital(head.first)
        && trigger::after(tokens, head.last + 1)
            .is_some_and(|next| is_capital(next.first) && is_named_freely(&next.rule))
}

/// The token behind the small adjectives at a token: Орский *нефтеперерабатывающий* завод.
fn behind_adjectives(tokens: &Tokens, at: usize) -> usize {
    let is = |at: &usize| {
        tokens.list.get(*at).is_some_and(|word| {
            word.case == LetterCase::Small
                && word.boundary == Boundary::Space
                && word
                    .languages
                    .ends_in(tokens.letters(word), |profile| profile.endings.qualifiers)
        })
    };
    at + (at..at + MAX_ADJECTIVES).take_while(is).count()
}

/// Maximum number of small adjectives between a capital one and its head.
const MAX_ADJECTIVES: usize = 2;

/// Number of letters of the longest case ending without which the word still is a head.
pub(super) fn case_ending(tokens: &Tokens, at: usize) -> usize {
    let word = &tokens.list[at];
    let letters = tokens.letters(word);
    let drops = affix::suffix_splits(word.languages, letters)
        .filter(|split| {
            let rest = letters.len() - split.drop;
            trigger::is_trailing_stem(tokens, word, rest, split.append)
        })
        .map(|split| ending_letters(letters, &split));
    drops.max().unwrap_or(0)
}
