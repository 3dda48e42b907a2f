//! What is asked for, and the alignment cost of a name.

mod spellings;

use crate::candidate::phonetic::arabic_words::words_of;
use crate::candidate::phonetic::own_names::{OwnNames, is_alphabetic, is_arabic, writes_arabic};
use crate::candidate::phonetic::request::spellings::{
    alternative_spellings, with_likened_articles, without_articles,
};
use crate::index::sounding::SoundingName;
use crate::index::{NameRef, PlaceRef};
use crate::phonetic::generic::{Parts, Senses};
use crate::phonetic::phonetic_key::{PhoneticKey, phonetic_keys_of, phonetic_keys_of_romanized};
use crate::phonetic::sound::Sounds;
use crate::phonetic::sound::code::{NO_SIGNS, SoundCode};
use crate::phonetic::sound::prepared::{OtherSounds, PreparedSounds};
use crate::phonetic::sound::romanization::{KnownCosts, RomanizedLook, RomanizedName, StoredName};
use crate::phonetic::sound::transliteration;
use crate::text::normalize::normal_form;
use crate::text::script::Script;
use rustc_hash::FxHashSet;

/// How much dearer than a place that few write about an ordinary word may be, in hundredths of an edit:
/// it is written oftener. A city of 200,000 people is written about.
const WORD_LEAD: u16 = 15;
const MIN_KNOWN: u8 = 53;

/// Cost of a generic part that stands in one of two names only, or in another sense, in hundredths
/// of an edit.
const PART_APART: u16 = 60;

/// Cost of a third word that only the name has. Every other way to compare it costs less.
const OMITTED_WORD: u16 = 80;

/// Cost of comparing romanized names without their generic parts, which are romanized too.
const PARTED: u16 = 30;

/// Cost of the Arabic article that only the request has.
const ARTICLE: u16 = 20;

/// Cost of words in another order.
const REORDERED: u16 = 30;

/// What is asked for, in the forms that names are compared with.
pub(super) struct PhoneticRequest {
    phonetic_keys: Vec<PhoneticKey>,
    /// Those that it has besides if it is a romanized name.
    romanized_keys: Vec<PhoneticKey>,
    /// And those of all but its first word, by which only Arab places are called for short.
    romanized_rest_keys: Vec<PhoneticKey>,
    /// The sounds of the whole name and of its alternatives, with the cost of each.
    wholes: Vec<(PreparedSounds, u16)>,
    /// What is left of it without generic parts; the whole name if there are none.
    rest: PreparedSounds,
    /// How many letters the whole and the rest have.
    letters: u32,
    rest_letters: u32,
    /// The whole name and what is left of it without generic parts, as one side of a romanization.
    romanized: Option<RomanizedName>,
    romanized_rest: Option<RomanizedName>,
    /// Costs that were looked up for each of the two.
    known: [KnownCosts; 2],
    script: Option<Script>,
    /// The normalized spelling.
    written: String,
    is_composed: bool,
    /// Whether it is two words.
    is_pair: bool,
    /// Whether it is one generic word alone.
    pub is_generic: bool,
    senses: Senses,
}

impl PhoneticRequest {
    /// For a normalized spelling, and as it was typed.
    pub fn of(written: &str, typed: &str) -> PhoneticRequest {
        let parts = Parts::of(written);
        let romanized = RomanizedName::of(typed);
        let mut phonetic_keys = phonetic_keys_of(&parts, written);
        for spelling in alternative_spellings(written) {
            phonetic_keys.extend(phonetic_keys_of(&Parts::of(&spelling), &spelling));
        }
        let mut wholes = vec![(PreparedSounds::of(Sounds::of(written)), 0)];
        let mut also = |text: String, cost: u16| {
            wholes.push((PreparedSounds::of(Sounds::of(&text)), cost));
            phonetic_keys.extend(phonetic_keys_of(&Parts::default(), &text));
        };
        if let Some(bare) = without_articles(written) {
            also(bare, ARTICLE);
        }
        let words: Vec<&str> = written.split(' ').collect();
        if (2..=3).contains(&words.len()) {
            for first in 1..words.len() {
                let (after, before) = words.split_at(first);
                also(
                    format!("{} {}", before.join(" "), after.join(" ")),
                    REORDERED,
                );
            }
        }
        if let Some(likened) = with_likened_articles(written) {
            phonetic_keys.extend(phonetic_keys_of(&Parts::of(&likened), &likened));
        }
        let (mut romanized_keys, mut romanized_rest_keys) = (Vec::new(), Vec::new());
        for plain in romanized.iter().flat_map(RomanizedName::plain_readings) {
            romanized_keys.extend(keys_of_romanized(&plain));
            if let Some((_, rest)) = plain.split_once(' ')
                && !plain.starts_with("al ")
            {
                romanized_rest_keys.extend(phonetic_keys_of_romanized(rest));
            }
        }
        let mut known = FxHashSet::default();
        phonetic_keys.retain(|phonetic_key| known.insert(phonetic_key.clone()));
        romanized_keys.retain(|phonetic_key| known.insert(phonetic_key.clone()));
        romanized_rest_keys.retain(|phonetic_key| known.insert(phonetic_key.clone()));
        let rest = match parts.is_composed() {
            true => PreparedSounds::of(Sounds::of(&parts.rest.join(" "))),
            false => wholes[0].0.clone(),
        };
        let romanized_rest = match parts.is_composed() {
            true => RomanizedName::of(&parts.rest.join(" ")),
            false => None,
        };
        let letters = count_letters(written);
        let rest_letters = match parts.is_composed() {
            true => parts.rest.iter().map(|word| count_letters(word)).sum(),
            false => letters,
        };
        PhoneticRequest {
            phonetic_keys,
            romanized_keys,
            romanized_rest_keys,
            romanized,
            romanized_rest,
            known: Default::default(),
            script: Script::of_text(written),
            written: written.to_owned(),
            wholes,
            rest,
            letters,
            rest_letters,
            is_composed: parts.is_composed(),
            is_pair: words.len() == 2,
            is_generic: parts.rest.is_empty() && words.len() < 2,
            senses: parts.senses,
        }
    }

    /// Alignment cost of a name, in hundredths of an edit; some more than `max` if it is more.
    /// `own` are the names of its place that tell.
    pub fn cost(&self, sounding: &SoundingName<'_>, own: OwnNames, max: u16) -> u16 {
        let name = sounding.name;
        if own == OwnNames::Arabic && !own.include(name) {
            return Sounds::FAR;
        }
        let code = sounding.code();
        let mut signs = NO_SIGNS;
        let is_romanized = match own {
            OwnNames::Arabic => self.romanized.is_some(),
            _ => !self.is_latin() && self.is_romanized(sounding),
        };
        if is_romanized
            && let Some(romanized) = &self.romanized
            && let Some(other) = code.romanized(&mut signs)
        {
            return self.romanization_cost(romanized, other, &code, max);
        }
        // Of places of other alphabets those names that are transliterated.
        if own == OwnNames::Alphabetic
            && let Some(cost) = self.transliteration_cost(name)
        {
            return cost.min(max.saturating_add(1));
        }
        let senses = code.senses(self.is_composed);
        if self.senses.contradict(senses) {
            return Sounds::FAR;
        }
        let orthography = sounding.orthography();
        let whole = OtherSounds::of(code.whole().read_as(orthography));
        let mut least = max.saturating_add(1);
        // Generic words that both have make no other name of the rest.
        if !(code.is_composed() && self.senses.meet(senses)) {
            for (whole_request, more) in &self.wholes {
                let cost = whole_request.cost_within(&whole, least.saturating_sub(*more));
                least = least.min(cost.saturating_add(*more));
            }
        }
        if self.is_pair && least > OMITTED_WORD && code.has_shorter() {
            for shorter in code.shorter() {
                let shorter = OtherSounds::of(shorter.read_as(orthography));
                let cost = self.wholes[0].0.cost_within(&shorter, least - OMITTED_WORD);
                least = least.min(cost.saturating_add(OMITTED_WORD));
            }
        }
        if self.is_composed || code.is_composed() {
            let apart = self.senses.apart(senses).saturating_mul(PART_APART);
            if apart < least {
                let rest = code
                    .rest()
                    .map(|rest| OtherSounds::of(rest.read_as(orthography)));
                let rest = rest.as_ref().unwrap_or(&whole);
                let within = self.of_rest(least - apart);
                let cost = self.as_of_whole(self.rest.cost_within(rest, within));
                least = least.min(cost.saturating_add(apart));
            }
        }
        least
    }

    /// What a cost of the rest counts: as much a letter as if the generic words beside it were of
    /// such letters too. They say nothing for a name: *middle of the* road.
    fn as_of_whole(&self, cost: u16) -> u16 {
        let whole = u32::from(cost) * self.letters / self.rest_letters.max(1);
        u16::try_from(whole).unwrap_or(u16::MAX)
    }

    /// The greatest cost of the rest that counts no more than this.
    fn of_rest(&self, cost: u16) -> u16 {
        let more = (u32::from(cost) + 1) * self.rest_letters.max(1);
        u16::try_from((more - 1) / self.letters.max(1)).unwrap_or(u16::MAX)
    }
}

impl PhoneticRequest {
    /// Whether a name is compared as a romanization.
    pub fn is_romanized(&self, sounding: &SoundingName<'_>) -> bool {
        if self.romanized.is_none() || !sounding.country.is_some_and(writes_arabic) {
            return false;
        }
        match self.script {
            Some(Script::Latin) => is_arabic(sounding.name),
            Some(Script::Arabic) => sounding.script() == Some(Script::Latin),
            _ => false,
        }
    }

    /// Whether the request is a transliteration, letter by letter, of a name in another alphabet.
    pub fn is_transliterated(&self, name: NameRef<'_>) -> bool {
        self.is_latin() && self.transliteration_cost(name).is_some()
    }

    fn transliteration_cost(&self, name: NameRef<'_>) -> Option<u16> {
        is_alphabetic(name)
            .then(|| transliteration::cost(&normal_form(name.text()), &self.written))?
    }

    /// The names of a place that tell whether it is asked for.
    pub fn own_names(&self, place: PlaceRef<'_>) -> OwnNames {
        match self.is_latin() {
            true => OwnNames::of(place),
            false => OwnNames::None,
        }
    }

    /// Whether the request is in Latin letters.
    pub fn is_latin(&self) -> bool {
        self.script == Some(Script::Latin)
    }

    /// The phonetic keys that lead to names, each with whether those of Arab countries alone are meant.
    pub fn keys(&self) -> impl Iterator<Item = (&PhoneticKey, bool)> {
        let whole = self.phonetic_keys.iter().chain(&self.romanized_keys);
        let whole = whole.map(|key| (key, false));
        whole.chain(self.romanized_rest_keys.iter().map(|key| (key, true)))
    }

    /// What its signs tell of its being a romanization.
    pub fn look(&self) -> RomanizedLook {
        let romanized = self.romanized.as_ref();
        romanized.map_or(RomanizedLook::Plain, RomanizedName::look)
    }

    /// Whether it is an ordinary Arabic word in Latin letters rather than a name of this cost: no
    /// article and no marks say that it is a name. A name that is the word with the article is the nearer
    /// one all the same: who writes Latin letters leaves it out.
    pub fn is_nearer_word(&self, cost: u16, name: NameRef<'_>) -> bool {
        let lead = match name.place().importance() {
            0..MIN_KNOWN => WORD_LEAD,
            _ => 0,
        };
        let bound = cost.saturating_add(lead).checked_sub(1);
        let (Some(romanized), Some(bound)) = (&self.romanized, bound) else {
            return false;
        };
        let keys = self.phonetic_keys.iter().chain(&self.romanized_keys);
        let name = RomanizedName::of_stored(name.text());
        let is_nearer = |word: &RomanizedName| {
            let is_name = name.as_ref().is_some_and(|name| name.is_same_word(word));
            !is_name && romanized.cost_within(word, bound, &self.known[0]) <= bound
        };
        self.is_latin() && !romanized.looks_romanized() && words_of(keys).any(is_nearer)
    }

    /// Cost of a name that is at home in Arabic script and stands in Latin letters on one side.
    fn romanization_cost(
        &self,
        request: &RomanizedName,
        other: StoredName<'_>,
        code: &SoundCode<'_>,
        max: u16,
    ) -> u16 {
        let mut least = max.saturating_add(1);
        let [known, known_rest] = &self.known;
        least = least.min(request.cost_of_stored(other, max, known));
        if least <= PARTED {
            return least;
        }
        if self.is_pair && least > OMITTED_WORD && code.has_shorter() {
            for word in code.words_to_omit() {
                let mut signs = NO_SIGNS;
                if let Some(shorter) = other.without_word(word, &mut signs) {
                    let cost = request.cost_of_stored(shorter, least - OMITTED_WORD, known);
                    least = least.min(cost.saturating_add(OMITTED_WORD));
                }
            }
        }
        if self.is_composed || code.is_composed() {
            let apart = self.senses.apart(code.senses(self.is_composed));
            let apart = apart.saturating_mul(PART_APART).saturating_add(PARTED);
            if apart >= least {
                return least;
            }
            let mut signs = NO_SIGNS;
            let other = code.romanized_rest(&mut signs).unwrap_or(other);
            let (request, known) = match &self.romanized_rest {
                Some(rest) => (rest, known_rest),
                None => (request, known),
            };
            let within = self.of_rest(least - apart);
            let cost = self.as_of_whole(request.cost_of_stored(other, within, known));
            least = least.min(cost.saturating_add(apart));
        }
        least
    }
}

fn count_letters(text: &str) -> u32 {
    text.chars().filter(|c| *c != ' ').count() as u32
}

/// The phonetic keys of a reading of a Latin name as an Arabic one: with and without articles, and
/// without its first word, which may be one for the kind of place.
fn keys_of_romanized(plain: &str) -> Vec<PhoneticKey> {
    let bare = plain.replace("al ", "");
    let with_article = match bare == plain {
        true => format!("al {plain}"),
        false => plain.to_owned(),
    };
    let mut keys = phonetic_keys_of_romanized(&with_article);
    keys.extend(phonetic_keys_of_romanized(&bare));
    keys
}
