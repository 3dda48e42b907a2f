//! Places that no gazetteer holds, in a list that a word for their kind in the plural announces: مخيمات
//! *الريحان* و*الزعفران*, микрорайоны *Южный* и *Речной*, the *Zohr* and *Noor* fields.
//!
//! Behind the list the word counts where capitals say what the names in it are.

use crate::analysis::neighbor::neighbor;
use crate::analysis::site_head::{has_role, is_two_part};
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger::Trigger;
use crate::key::KeySpace;
use crate::lang::language::{Use, Uses};
use crate::lang::lexicon::{FeatureRule, Position, Role};
use crate::mention::context::discourse::Discourse;
use crate::mention::context::list::{self, ListTrigger};
use crate::mention::lookup::Passage;
use crate::mention::span::leading_head::{chain, is_bare_name};
use crate::mention::span::named_freely::is_named_freely;

/// A place of such a list.
pub(crate) struct ListedSite {
    /// The tokens of its name, and the number of letters of the first one that are an *and*.
    pub first: usize,
    pub last: usize,
    pub skip: usize,
    /// The first token of the word for its kind, if that stands right before it, and the number of the
    /// letters of that that are clitics.
    pub head: Option<(usize, usize)>,
    /// The word for the kind of all in the list, if there is one.
    pub list: Option<ListTrigger>,
}

impl ListedSite {
    /// A place that stands without a word for its kind; the first letters of it are an *and*.
    pub fn without_kind(first: usize, last: usize, skip: usize) -> Self {
        ListedSite {
            first,
            last,
            skip,
            head: None,
            list: None,
        }
    }
}

/// Maximum length in tokens of a name.
const MAX_WORDS: usize = 3;

/// Minimum length in letters of a name.
const MIN_LETTERS: usize = 4;

/// The place of a list that begins at a token, of which `before` is the feature word before it.
pub(crate) fn detect(
    passage: Passage<'_>,
    at: usize,
    before: Option<Trigger>,
    discourse: &Discourse,
) -> Option<ListedSite> {
    let tokens = passage.tokens;
    let word = &tokens.list[at];
    let capital = word.case == LetterCase::Capital;
    let units = word.languages.has_kind_in_name();
    let uncased = word.case == LetterCase::None && (word.languages.has_proclitics() || units);
    if !(capital || uncased) || word.tag != HashtagPart::None {
        return None;
    }
    // Arabic has no other sign of a list than the word before it and an *and* or a mark.
    if uncased && !may_be_listed(passage, at, discourse) {
        return None;
    }
    let before = before.and_then(|head| Some((ListTrigger::of(tokens, &head)?, head)));
    let is_kind = |rule: &FeatureRule| is_kind(rule, units);
    let site = |skip: usize, head: Option<(usize, usize)>, list: ListTrigger| {
        let quarters = list.rule.codes().next() == Some("PPLX");
        let last = name_end(passage, at, skip, head.is_none(), quarters)?;
        Some(ListedSite {
            first: at,
            last,
            skip,
            head,
            list: Some(list),
        })
    };
    if let Some((list, head)) = before.filter(|(list, _)| is_kind(&list.rule)) {
        return site(0, Some((head.first, head.skip)), list);
    }
    let and = uncased
        && word.space == Some(KeySpace::Arabic)
        && word.languages.has_proclitics()
        && tokens.letters(word).first() == Some(&'و');
    let skip = usize::from(and);
    if let Some(list) = discourse.list_goes_on(passage, at, skip) {
        return is_kind(&list.rule)
            .then(|| site(skip, None, list))
            .flatten();
    }
    if !capital {
        return None;
    }
    // Most tokens go on no list.
    let list = list::behind_token(tokens, tokens.end_of_capitals(at, MAX_WORDS)?)?;
    is_kind(&list.rule).then(|| site(0, None, list)).flatten()
}

/// Whether a feature word may stand right before a token, or a list go on with it.
fn may_be_listed(passage: Passage<'_>, at: usize, discourse: &Discourse) -> bool {
    let list = &passage.tokens.list;
    let before = at.checked_sub(1).map(|before| list[before].hints);
    before.is_some_and(|hints| hints.feature_words > 0) || discourse.may_list_go_on(passage, at)
}

/// Whether a word is for places that a gazetteer may lack; `units` says that these may be units.
fn is_kind(rule: &FeatureRule, units: bool) -> bool {
    let unit = |code: &str| code.starts_with("ADM") || code.starts_with("PPLA");
    match rule.codes().any(unit) {
        true => units && rule.codes().any(|code| matches!(code, "ADM2" | "ADM3")),
        false => is_named_freely(rule),
    }
}

/// Whether an Arabic word has a preposition before it or the ending of a verb: لأبواب, زرعوا.
fn has_more(letters: &[char]) -> bool {
    matches!(letters, ['ل', 'ا' | 'أ' | 'إ' | 'ل', ..]) || matches!(letters, [.., 'و', 'ا'])
}

/// The last token of the name that begins at a token without its first letters; where a list goes on an
/// ending of adjectives says less than at its beginning.
fn name_end(
    passage: Passage<'_>,
    at: usize,
    skip: usize,
    goes_on: bool,
    quarters: bool,
) -> Option<usize> {
    let tokens = passage.tokens;
    let word = &tokens.list[at];
    if word.languages.has_kind_in_name() {
        return chain_end(tokens, at, goes_on);
    }
    let known = neighbor(tokens, at);
    let letters = tokens.letters(word).get(skip..)?;
    if letters.starts_with(&['ا', 'ل']) && !known.is_feature_word {
        return is_definite_member(passage, at, skip, goes_on, quarters).then_some(at);
    }
    // أحياء فيصل والنصر: quarters are called by given names.
    let given = || has_role(tokens, at, Position::Before, |role| role == Role::Given);
    if letters.len() < MIN_LETTERS
        || (known.is_ordinary(skip) && !given())
        || known.is_feature_word
        || known.uses.says_anything()
    {
        return None;
    }
    if word.case != LetterCase::Capital {
        let bare = is_bare_name(letters) || (goes_on && letters.ends_with(&['ي']));
        // خزانات لحصاد الأمطار: "for" what, and no name.
        let purpose = letters.first() == Some(&'ل') && is_two_part(tokens, at);
        let name = bare && !purpose && !has_more(letters);
        return name.then(|| at + usize::from(is_two_part(tokens, at)));
    }
    tokens.end_of_capitals(at, MAX_WORDS)
}

/// The last token of a name of one word in a language without article and capitals. Behind the word for the
/// kind adjectives stand as often (روستاهای محروم), so that there the list must go on.
fn chain_end(tokens: &Tokens, at: usize, goes_on: bool) -> Option<usize> {
    let last = chain::word_end(tokens, at, false)?;
    let words = at..=last;
    let letters = words.map(|at| tokens.letters(&tokens.list[at]));
    let adjective = || tokens.letters(&tokens.list[last]).ends_with(&['ي']);
    let is_name = letters.map(<[char]>::len).sum::<usize>() >= MIN_LETTERS
        && (last > at || !neighbor(tokens, at).has_roles)
        && (goes_on || (!adjective() && is_gone_on(tokens, last + 1, false)));
    is_name.then_some(last)
}

/// Whether a word with the article is a member of a list: أحياء *الصبرة* و*الدرج*. Of what stands so behind
/// the word for the kind most is a noun (قرى الشمال), so that there the list must go on with such a word.
/// Quarters are called by any noun: التفاح.
fn is_definite_member(
    passage: Passage<'_>,
    at: usize,
    skip: usize,
    goes_on: bool,
    quarters: bool,
) -> bool {
    let tokens = passage.tokens;
    let known = neighbor(tokens, at);
    let mut names = passage.names.at(at).iter();
    let named = names.any(|name| name.skip() == skip && name.last == at);
    let uses = neighbor(tokens, at).uses;
    tokens.letters(&tokens.list[at]).len() >= MIN_LETTERS + skip
        && (named
            || quarters
            || !(known.is_ordinary(skip) || known.is_ordinary(skip + 2) || known.has_roles))
        && !uses.says_anything()
        && !known.is_definite_demonym
        && !has_role(tokens, at, Position::After, |role| role == Role::Ordinary)
        && (goes_on || is_gone_on(tokens, at + 1, true))
}

/// Whether a list goes on at a token: with an *and* or behind a comma, and, if asked, with an article.
fn is_gone_on(tokens: &Tokens, at: usize, article: bool) -> bool {
    let Some(word) = tokens.list.get(at) else {
        return false;
    };
    let letters = tokens.letters(word);
    match word.boundary {
        Boundary::Break => !article || letters.starts_with(&['ا', 'ل']),
        Boundary::Space => match article {
            false => neighbor(tokens, at).uses.meets(AND),
            true => letters.starts_with(&['و', 'ا', 'ل']),
        },
        _ => false,
    }
}

/// Words that join the members of a list.
const AND: Uses = Uses::of([Use::And, Use::Joins]);
