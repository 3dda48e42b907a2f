//! Places that no gazetteer holds, told by the head behind the name: Բաղրամյան *պողոտա*, Nizami
//! *küçəsi*. (Where the head comes first, as in Arabic: `leading_head`.)
//!
//! The words before the head must have capitals that say something; Armenian takes the head for a
//! part of the name.

use crate::analysis::demonym::demonym_at;
use crate::analysis::neighbor::neighbor;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger;
use crate::analysis::trigger::Trigger;
use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::language::{Heads, Use};
use crate::lang::lexicon::Role;
use crate::lang::surname::is_surname;
use crate::mention::filter::organization_head::{
    ending_letters, heads_behind_bare, is_chain, role_after,
};
use crate::mention::lookup::Passage;
use crate::mention::span::named_freely::{is_named_freely, is_one_in_plural};
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

/// Feature codes of sites whose heads news writes small in English: the Zohr gas *field*.
const SMALL: [&str; 13] = [
    "OILF", "OILR", "OILJ", "PSTB", "AIRP", "AIRF", "MILB", "CMPRF", "MN", "DAM", "PS", "PPL",
    "PPLX",
];

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
    let word = &tokens.list[at];
    if word.case != LetterCase::Capital || word.tag != HashtagPart::None {
        return None;
    }
    // Where the text may be Turkish as well, small heads count.
    let in_name = word.languages.puts_heads(Heads::LastInName)
        && !word.languages.puts_heads(Heads::LastBehindBare);
    // Ленинский проспект: an adjective with a capital says it where else the head comes first.
    let adjective =
        !in_name && word.languages.puts_heads(Heads::First) && is_capital_adjective(tokens, at);
    let heads_last = in_name
        || adjective
        || word.languages.puts_heads(Heads::LastBehindBare)
        || word.languages.puts_heads(Heads::LastBehindGenitive);
    if !heads_last || word.space? == KeySpace::Other {
        return None;
    }
    // The article ends a phrase: Շենքը Թումանյան փողոց է նայում.
    let letters = tokens.letters(word);
    if word
        .languages
        .ends_in(letters, |profile| profile.endings.definite)
    {
        return None;
    }
    if neighbor(tokens, at).uses.says_anything() {
        return None;
    }
    // A capital that begins a sentence says nothing; a second one does, and that a place is called so.
    let begins_name = |at: usize| !passage.names.at(at).is_empty();
    let is_demonym = || demonym_at(tokens, at).is_some();
    let known = begins_name(at) && neighbor(tokens, at).ordinary == 0 && !is_demonym();
    let inside =
        known || (!matches!(word.boundary, Boundary::Stop | Boundary::Dot) && !word.line_start);
    // Turistlər *Şəki* dağına: the name begins behind the word that begins the sentence.
    let begins_behind = || {
        let next = tokens.list.get(at + 1);
        next.is_some_and(|next| {
            begins_name(at + 1)
                && next.case == LetterCase::Capital
                && next.boundary == Boundary::Space
                && neighbor(tokens, at + 1).ordinary == 0
        })
    };
    let noun = || neighbor(tokens, at).ordinary != 0 || word.languages.has_plural_mark(letters);
    if !inside && !begins_name(at) && begins_behind() && noun() {
        return None;
    }
    for last in at..at + MAX_WORDS {
        let next = tokens
            .list
            .get(last + 1)
            .filter(|next| next.boundary.joins())?;
        let pair = !adjective && is_pair(tokens, at, last);
        let head_at = last + 1 + usize::from(pair && is_small_adjective(tokens, last + 1));
        let head_at = match adjective {
            true => behind_adjectives(tokens, head_at),
            false => head_at,
        };
        if next.boundary == Boundary::Space
            && let Some(head) = trigger::after(tokens, head_at)
            && !is_followed_by_head(tokens, &head)
        {
            // What stands between is a part of the name, as the head is.
            let last = head_at - 1;
            if pair && head.rule.class == FeatureClass::Road {
                return Some(TrailingHeadSite {
                    first: at,
                    last,
                    head,
                    drop: word
                        .languages
                        .puts_heads(Heads::LastBehindGenitive)
                        .then(|| case_ending(tokens, head.last)),
                    in_name: false,
                    route: true,
                    stands_at: None,
                });
            }
            // Русский язык, Российское государство: only what has a place in the landscape.
            if adjective && matches!(head.rule.class, FeatureClass::Populated) {
                return None;
            }
            let bare = in_name || word.languages.puts_heads(Heads::LastBehindBare);
            let building = bare && head.rule.class == FeatureClass::Spot;
            let role = role_after(tokens, head.last).map(|(role, _)| role);
            if role == Some(Role::Organization) && !building {
                return None;
            }
            if is_church(tokens, at, last, &head) {
                return None;
            }
            // Esenboğa Havalimanı: where ordinary heads are small, a capital makes one a part of a name.
            let capital_head = tokens.list[head.first].case == LetterCase::Capital;
            // Moscow State University, Konya Büyükşehir Belediyesi.
            let organization = bare
                && (heads_behind_bare(tokens, head.last + 1)
                    || (capital_head && heads_behind_bare(tokens, head.last)));
            // *Zohr gas field*: a word that is no name and no people's may be that of a site.
            let unknown = inside && !begins_name(at) && !is_demonym();
            let small_head = (unknown && head.rule.codes().any(|code| SMALL.contains(&code)))
                // The Yarmouk *river* is not the town.
                || (known && head.rule.class == FeatureClass::Water);
            if organization || (in_name && !capital_head && !small_head) {
                return None;
            }
            // X köyü is "the village of X": what is only described bears no such ending.
            let possessed = head.rule.class == FeatureClass::Populated
                && word.languages.puts_heads(Heads::LastBehindBare)
                && !in_name
                && !neighbor(tokens, at).is_ordinary(0)
                && is_possessed(tokens, head.last);
            // Լուսաշող գյուղում: no word but a name stands so before the word for a village.
            let village = head.rule.class == FeatureClass::Populated
                && !in_name
                && neighbor(tokens, at).ordinary == 0
                && !neighbor(tokens, at).has_roles
                && !is_demonym();
            let titled = last > at
                || village
                || possessed
                || capital_head
                || is_surname(word.languages, letters.iter().copied())
                || (is_land(&head)
                    && word
                        .languages
                        .ends_in(letters, |profile| profile.endings.peoples));
            let settlement = head.rule.class == FeatureClass::Populated;
            // Of a village somebody may be said to be the lord: Արամի գյուղը.
            let owned = settlement && {
                let last = &tokens.list[last];
                last.languages
                    .ends_in(tokens.letters(last), |profile| profile.endings.genitives)
            };
            let site = is_head_of_any_name(tokens, &head) && (inside || titled) && !owned;
            // Հայաստանի Հանրապետության պետական եկամուտների կոմիտե is an organization.
            let unit = matches!(
                head.rule.class,
                FeatureClass::Administrative | FeatureClass::Populated
            );
            let owner = unit && {
                let word = &tokens.list[head.last];
                word.languages.puts_heads(Heads::LastBehindGenitive)
                    && word
                        .languages
                        .ends_in(tokens.letters(word), |profile| profile.endings.genitives)
                    && is_chain(tokens, head.last + 1)
            };
            let site = site && !owner;
            return site.then(|| TrailingHeadSite {
                first: at,
                last,
                head,
                drop: match in_name {
                    true => Some(0),
                    false => (word.languages.puts_heads(Heads::LastBehindGenitive) && !settlement)
                        .then(|| case_ending(tokens, head.last)),
                },
                in_name,
                route: false,
                stands_at: None,
            });
        }
        // Tofiq Bəhramov *adına* stadion: named after somebody, whatever the case.
        let named_after = || {
            next.boundary == Boundary::Space && neighbor(tokens, last + 1).uses.has(Use::NamedAfter)
        };
        // Ազիզբեկովի անվան *հանրապետական* մարզադաշտ.
        let adjective_of_one_named = || {
            last > at
                && neighbor(tokens, last).uses.has(Use::NamedAfter)
                && is_small_adjective(tokens, last + 1)
        };
        // Möminə *xatun* türbəsi.
        let honored =
            || next.boundary == Boundary::Space && neighbor(tokens, last + 1).uses.has(Use::Honor);
        if next.case != LetterCase::Capital
            && !named_after()
            && !adjective_of_one_named()
            && !honored()
        {
            return None;
        }
    }
    None
}

/// Whether another head with a capital stands right behind one: Selçuklu Meydan *Mezarlığı*.
fn is_followed_by_head(tokens: &Tokens, head: &Trigger) -> bool {
    let is_capital = |at: usize| tokens.list[at].case == LetterCase::Capital;
    is_capital(head.first)
        && trigger::after(tokens, head.last + 1)
            .is_some_and(|next| is_capital(next.first) && is_named_freely(&next.rule))
}

/// Whether the head is of places that may be named after anything, and one of them: *streets*
/// are no street.
fn is_head_of_any_name(tokens: &Tokens, head: &Trigger) -> bool {
    let last = &tokens.list[head.last];
    let plural = last.languages.has_plural_mark(tokens.letters(last));
    (!plural || is_one_in_plural(&head.rule)) && is_named_freely(&head.rule)
}

/// Whether a head has the ending of what belongs to a name: köy*ü*, kənd*i*; of the languages that put it
/// behind a bare name.
fn is_possessed(tokens: &Tokens, at: usize) -> bool {
    let word = &tokens.list[at];
    let letters = tokens.letters(word);
    // The stem ends in a consonant (köy, kənd), so that a vowel of its own is no part of it.
    let vowel = |letter: &char| matches!(letter, 'i' | 'ı' | 'u' | 'ü');
    letters.last().is_some_and(vowel)
        || letters
            .windows(2)
            .any(|two| vowel(&two[0]) && two[1] == 'n')
}

/// Whether a token is an adjective with a capital, maybe of two parts: *Ленинский* проспект,
/// *Военно-Грузинская* дорога.
fn is_capital_adjective(tokens: &Tokens, at: usize) -> bool {
    let is = |at: usize| {
        let word = &tokens.list[at];
        let ends = |letters| {
            word.languages
                .ends_in(letters, |profile| profile.endings.adjectives)
        };
        word.case == LetterCase::Capital && ends(tokens.letters(word))
    };
    let next = tokens.list.get(at + 1);
    is(at) || (next.is_some_and(|next| next.boundary == Boundary::Hyphen) && is(at + 1))
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

/// Whether the head is of states and lands, which are named after peoples and dynasties: Ռուսական
/// կայսրություն, Բագրատունիների թագավորություն.
fn is_land(head: &Trigger) -> bool {
    let mut codes = head.rule.codes();
    codes.any(|code| matches!(code, "PCLH" | "UPLD" | "PEN"))
}

/// Whether a church is one of many buildings: Հայ Առաքելական Եկեղեցի.
fn is_church(tokens: &Tokens, first: usize, last: usize, head: &Trigger) -> bool {
    let church = head.rule.codes().any(|code| code == "CH");
    let adjective = |at: usize| {
        let word = &tokens.list[at];
        word.languages
            .ends_in(tokens.letters(word), |profile| profile.endings.relational)
    };
    church && (first..=last).any(adjective)
}

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
