//! Phonetic alignment: how likely a name in one script is the name that somebody spelled in
//! another.
//!
//! The last tier of the search finds names of all scripts by their consonants, a hundred where one
//! is meant. Here they are ranked: two spellings are aligned letter by letter, and what each letter
//! costs depends on what writers make of it *there*: c is س before e and ك before a, a final e in
//! French is nothing, h after s is a part of ش. Costs are hundredths of an edit.
//!
//! Arabic leaves vowels out and has three letters for what others write in one; all other scripts
//! are read letter by letter into Latin ones. So there are two alignments:
//!
//! - [`cross_script`]: Arabic against Latin, with costs learnt from pairs of names
//!   ([`spelling_costs`]), which depend on the [`orthography`] of the Latin name,
//! - [`same_script`]: names of the same side against each other, with costs by the similarity of
//!   sounds.
//!
//! [`abjad`] and [`roman`] number the letters of the two sides. An index holds the letters of its names as
//! a [`code`], so that nothing is read anew for each comparison; [`prepared`] has what all comparisons
//! with one name share.

pub(crate) mod abjad;
pub(crate) mod code;
pub(crate) mod cross_script;
pub(crate) mod orthography;
pub(crate) mod prepared;
pub(crate) mod roman;
pub(crate) mod romanization;
pub(crate) mod same_script;
pub(crate) mod spelling_costs;
pub(crate) mod transliteration;

pub use crate::phonetic::sound::orthography::Orthography;
use crate::phonetic::sound::prepared::{OtherSounds, PreparedSounds};

/// Maximum number of letters that are aligned: longer names are compared by their beginning.
const MAX_LETTERS: usize = 62;

/// A spelling as the letters that are aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sounds {
    side: Side,
    orthography: Orthography,
    length: u8,
    letters: [u8; MAX_LETTERS],
}

/// The two sides of an alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// Numbers of [`abjad`].
    Abjad,
    /// Numbers of [`roman`].
    Roman,
}

impl Sounds {
    /// Cost of what cannot be compared, or costs more than a bound: the maximum of
    /// [`Sounds::cost`].
    pub const FAR: u16 = u16::MAX;

    /// The letters of a normalized spelling ([`crate::normalize`]).
    pub fn of(normalized: &str) -> Sounds {
        let abjad = normalized.chars().find_map(|c| match abjad::number(c) {
            Some(number) if abjad::is_letter(number) => Some(true),
            Some(_) => None,
            None => roman::spelled(c, None).map(|_| false),
        });
        let mut sounds = Sounds::empty(match abjad {
            Some(true) => Side::Abjad,
            _ => Side::Roman,
        });
        match sounds.side {
            Side::Abjad => abjad::read(normalized, |number| sounds.push(number)),
            Side::Roman => roman::read(normalized, |number| sounds.push(number)),
        }
        sounds
    }

    fn empty(side: Side) -> Sounds {
        Sounds {
            side,
            orthography: Orthography::default(),
            length: 0,
            letters: [0; MAX_LETTERS],
        }
    }

    fn extend(&mut self, numbers: impl IntoIterator<Item = u8>) {
        for number in numbers {
            self.push(number);
        }
    }

    /// The letters without a word of a name, the first being 0.
    fn without_word(&self, word: usize) -> Sounds {
        // Both sides number it alike.
        let is_space = |letter: &u8| *letter == roman::SPACE;
        let mut shorter = Sounds::empty(self.side);
        let words = self.letters().split(is_space).enumerate();
        for (_, letters) in words.filter(|(at, _)| *at != word) {
            if !shorter.is_empty() {
                shorter.push(roman::SPACE);
            }
            shorter.extend(letters.iter().copied());
        }
        shorter
    }

    /// The same letters, in this orthography.
    pub fn read_as(mut self, orthography: Orthography) -> Sounds {
        self.orthography = orthography;
        self
    }

    fn push(&mut self, number: u8) {
        if let Some(letter) = self.letters.get_mut(usize::from(self.length)) {
            *letter = number;
            self.length += 1;
        }
    }

    fn letters(&self) -> &[u8] {
        &self.letters[..usize::from(self.length)]
    }

    /// The sounds that are compared with those of a name of the same side.
    fn sequence(&self) -> same_script::SoundSequence {
        match self.side {
            Side::Abjad => same_script::of_abjad(self.letters()),
            Side::Roman => same_script::of_roman(self.letters()),
        }
    }

    /// How many letters there are to compare.
    pub fn len(&self) -> usize {
        self.letters().len()
    }

    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Phonetic alignment cost of the two spellings, in hundredths of an edit; the same both ways. A right spelling of ten letters in another script costs 50 to 150, a chance one of
    /// the same consonants 200 and more.
    pub fn cost(&self, other: &Sounds) -> u16 {
        self.cost_within(other, Sounds::FAR)
    }

    /// Phonetic alignment cost in hundredths of an edit, or [`Sounds::FAR`] as soon as it is sure to
    /// be more than `bound`.
    pub fn cost_within(&self, other: &Sounds, bound: u16) -> u16 {
        PreparedSounds::of(*self).cost_within(&OtherSounds::of(*other), bound)
    }

    /// The letters as text, for the program that learns the costs: those of Arabic as they are,
    /// others in Latin.
    pub fn text(&self) -> String {
        let text = |number: &u8| match self.side {
            Side::Abjad => abjad::letter(*number),
            Side::Roman => roman::letter(*number),
        };
        self.letters().iter().map(text).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::phonetic::sound::Sounds;
    use crate::text::normalize::normalize;
    use proptest::prelude::*;

    fn sounds(name: &str) -> Sounds {
        Sounds::of(normalize(name).as_str())
    }

    fn cost(a: &str, b: &str) -> u16 {
        sounds(a).cost(&sounds(b))
    }

    /// The one of these names that is nearest.
    fn nearest<'n>(spelling: &str, names: &[&'n str]) -> &'n str {
        let nearest = names.iter().min_by_key(|name| cost(spelling, name));
        nearest.copied().unwrap_or_default()
    }

    #[test]
    fn spellings_of_one_name_are_nearer_than_names_of_the_same_consonants() {
        let names = ["Xankəndi", "Kandahar", "Kantemir", "Kenda", "Hindukush"];
        for spelling in [
            "خانكندي",
            "خانكيندي",
            "Ханкенди",
            "Խանքենդի",
            "Khankendi",
            "ხანქენდი",
        ] {
            assert_eq!(nearest(spelling, &names), "Xankəndi", "{spelling}");
        }
        let names = ["Geneva", "Genoa", "Ganja", "Guinea", "Goa"];
        assert_eq!(nearest("جنيف", &names), "Geneva");
        assert_eq!(nearest("جنوة", &names), "Genoa");
        let names = ["ناغورنو قره باغ", "نجران", "ناخيتشيفان"];
        assert_eq!(nearest("ناكورني كاراباخ", &names), "ناغورنو قره باغ");
        let names = ["Շուշի", "Սիսիան", "Սիս"];
        assert_eq!(nearest("شوشة", &names), "Շուշի");
    }

    #[test]
    fn the_same_letters_cost_nothing_and_nothing_cannot_be_compared() {
        assert_eq!(cost("Գյումրի", "ԳՅՈՒՄՐԻ"), 0);
        assert_eq!(cost("شوشة", "شوشة"), 0);
        for (a, b) in [("", "x"), ("東京", "x"), ("شوشة", ""), ("", "")] {
            assert_eq!(cost(a, b), Sounds::FAR);
        }
    }

    proptest! {
        #[test]
        fn costs_are_the_same_both_ways_and_bounds_only_cut(
            a in "[a-zəışçğ ]{0,12}|[ا-ي ]{0,12}|[ա-ֆ]{0,9}|\\PC{0,80}",
            b in "[a-zəışçğ ]{0,12}|[ا-ي ]{0,12}|[а-я]{0,9}|\\PC{0,80}",
            bound in 0u16..600,
        ) {
            let (a, b) = (sounds(&a), sounds(&b));
            let cost = a.cost(&b);
            prop_assert_eq!(cost, b.cost(&a));
            let within = a.cost_within(&b, bound);
            prop_assert_eq!(within, if cost <= bound { cost } else { Sounds::FAR });
        }
    }
}
