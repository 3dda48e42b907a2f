//! Alignment of names of one side, by the similarity of their sounds.
//!
//! Letters become sounds, digraphs one (kh, sh, dz, tsch), doubled letters one; sounds of a
//! group are near each other, the first of a group to all others of it, as `data/sound_kin.csv`
//! says.

use crate::phonetic::sound::{MAX_LETTERS, abjad, roman};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/sound_kin.csv");

/// A sound is an ASCII letter: those of Latin as they are, of digraphs capitals.
type SoundCode = u8;

/// The sounds of a name.
#[derive(Clone, Debug)]
pub(super) struct SoundSequence {
    sounds: [SoundCode; MAX_LETTERS],
    length: usize,
}

impl SoundSequence {
    fn new() -> SoundSequence {
        SoundSequence {
            sounds: [0; MAX_LETTERS],
            length: 0,
        }
    }

    fn sounds(&self) -> &[SoundCode] {
        &self.sounds[..self.length]
    }

    /// Adds a sound; a doubled one counts once.
    fn push(&mut self, sound: SoundCode) {
        if self.sounds().last() == Some(&sound) && !sound.is_ascii_digit() {
            return;
        }
        if let Some(place) = self.sounds.get_mut(self.length) {
            *place = sound;
            self.length += 1;
        }
    }
}

/// Digraphs and the sound that each is; the longest first.
const DIGRAPHS: &[(&[u8], SoundCode)] = &[
    (b"tsch", b'C'),
    (b"dzh", b'j'),
    (b"sch", b'S'),
    (b"tch", b'C'),
    (b"dsch", b'j'),
    (b"sh", b'S'),
    (b"ch", b'C'),
    (b"kh", b'X'),
    (b"gh", b'G'),
    (b"zh", b'Z'),
    (b"th", b't'),
    (b"ph", b'f'),
    (b"ts", b'T'),
    (b"tz", b'T'),
    (b"dz", b'D'),
    (b"dj", b'j'),
    (b"cz", b'C'),
    (b"sz", b'S'),
    (b"ck", b'k'),
    (b"ou", b'u'),
    (b"oo", b'u'),
    (b"ee", b'i'),
];

/// The letters that some digraph goes on with after its first letter, a bit for each from a on.
const GOES_ON: [u32; 256] = {
    let mut goes_on = [0; 256];
    let mut at = 0;
    while at < DIGRAPHS.len() {
        let letters = DIGRAPHS[at].0;
        goes_on[letters[0] as usize] |= 1 << (letters[1] - b'a');
        at += 1;
    }
    goes_on
};

/// Whether a digraph may begin with these two letters.
fn begins_digraph(first: u8, second: Option<&u8>) -> bool {
    let second = second.map(|second| second.wrapping_sub(b'a'));
    second.is_some_and(|second| second < 26 && GOES_ON[usize::from(first)] >> second & 1 != 0)
}

/// The ASCII letter that stands for each Latin one, by its number.
static ASCII: LazyLock<[u8; roman::COUNT + 1]> = LazyLock::new(|| {
    std::array::from_fn(|number| match roman::letter(number as u8) {
        'ə' => b'E',
        'ı' => b'I',
        'ğ' => b'G',
        'ç' => b'C',
        'ñ' => b'n',
        'ö' => b'O',
        'ü' => b'U',
        c => u8::try_from(c).unwrap_or(b' '),
    })
});

/// The sounds of Latin letters.
pub(super) fn of_roman(numbers: &[u8]) -> SoundSequence {
    let mut text = [0u8; MAX_LETTERS];
    let ascii = &*ASCII;
    for (place, number) in text.iter_mut().zip(numbers) {
        *place = ascii[usize::from(*number).min(roman::COUNT)];
    }
    let mut rest = &text[..numbers.len().min(MAX_LETTERS)];
    let mut sequence = SoundSequence::new();
    while let Some((first, after)) = rest.split_first() {
        let digraph = match begins_digraph(*first, after.first()) {
            true => DIGRAPHS
                .iter()
                .find(|(letters, _)| rest.starts_with(letters)),
            false => None,
        };
        match digraph {
            Some((letters, sound)) => {
                sequence.push(*sound);
                rest = &rest[letters.len()..];
            }
            None => {
                sequence.push(*first);
                rest = after;
            }
        }
    }
    sequence
}

/// The sounds of Arabic letters.
pub(super) fn of_abjad(numbers: &[u8]) -> SoundSequence {
    let mut sequence = SoundSequence::new();
    for (at, number) in numbers.iter().enumerate() {
        let sound = match abjad::letter(*number) {
            'ا' => b'a',
            'ب' => b'b',
            'ت' | 'ط' | 'ث' => b't',
            'ج' => b'j',
            'ح' | 'ه' => b'h',
            'خ' => b'X',
            'د' | 'ض' => b'd',
            'ذ' | 'ز' | 'ظ' => b'z',
            'ر' => b'r',
            'س' | 'ص' => b's',
            'ش' => b'S',
            'ع' | 'ء' | 'ئ' => b'\'',
            'غ' => b'G',
            'ف' => b'f',
            'ق' => b'q',
            'ك' => b'k',
            'ل' => b'l',
            'م' => b'm',
            'ن' => b'n',
            'و' | 'ؤ' => b'w',
            'ي' | 'ى' => b'y',
            'ة' => b'e',
            'پ' => b'p',
            'چ' => b'C',
            'ژ' => b'Z',
            'گ' => b'g',
            'ڤ' => b'v',
            c => u8::try_from(c).unwrap_or(b' '),
        };
        let ends_word = numbers.get(at + 1).is_none_or(|next| *next == abjad::SPACE);
        sequence.push(match sound {
            b'h' if ends_word => b'e',
            sound => sound,
        });
    }
    sequence
}

/// Cost of what is in no row (another sound, a consonant too many), in hundredths of an edit.
const UNLISTED_COST: u8 = 100;

struct SoundCosts {
    replaced: Vec<u8>,
    added: [u8; 128],
}

static COSTS: LazyLock<SoundCosts> = LazyLock::new(|| {
    let mut costs = SoundCosts {
        replaced: vec![UNLISTED_COST; 128 * 128],
        added: [UNLISTED_COST; 128],
    };
    for sound in 0..128 {
        costs.replaced[sound * 128 + sound] = 0;
    }
    let mut rows = csv::Reader::from_reader(TABLE.as_bytes());
    for row in rows.records().flatten() {
        let Ok(cost) = row[2].parse() else { continue };
        let group = |text: &str| {
            let sounds = text.bytes().filter(u8::is_ascii);
            sounds.map(usize::from).collect::<Vec<_>>()
        };
        for a in group(&row[0]) {
            if row[1].is_empty() {
                costs.added[a] = cost;
            }
            for b in group(&row[1]).into_iter().filter(|b| *b != a) {
                let least = costs.replaced[a * 128 + b].min(cost);
                costs.replaced[a * 128 + b] = least;
                costs.replaced[b * 128 + a] = least;
            }
        }
    }
    costs
});

/// Cost of the cheapest alignment in hundredths of an edit; `u16::MAX` if it is more than `bound`.
///
/// Of each row only the costs within the bound are looked at: no alignment goes through another one.
pub(super) fn cost(a: &SoundSequence, b: &SoundSequence, bound: u16) -> u16 {
    let costs = &*COSTS;
    let added = |sound: SoundCode| u16::from(costs.added[usize::from(sound & 127)]);
    let (a, b) = (a.sounds(), b.sounds());
    let mut row = [u16::MAX; MAX_LETTERS + 1];
    row[0] = 0;
    let (mut first, mut last) = (0, 0);
    for (j, sound) in b.iter().enumerate() {
        let cost = row[j].saturating_add(added(*sound));
        if cost > bound {
            break;
        }
        row[j + 1] = cost;
        last = j + 1;
    }
    for x in a {
        let (skipped, replaced) = (added(*x), &costs.replaced[usize::from(x & 127) * 128..]);
        let (mut low, mut high) = (usize::MAX, 0);
        // The costs of the row before, at the place before and here; none outside its band.
        let (mut diagonal, mut left) = (u16::MAX, u16::MAX);
        let mut j = first;
        while j <= b.len() {
            let above = if j <= last { row[j] } else { u16::MAX };
            let mut cost = above.saturating_add(skipped);
            if let Some(before) = j.checked_sub(1) {
                let y = b[before];
                let replaced = u16::from(replaced[usize::from(y & 127)]);
                cost = cost
                    .min(diagonal.saturating_add(replaced))
                    .min(left.saturating_add(added(y)));
            }
            if cost <= bound {
                low = low.min(j);
                high = j;
            } else if j > last {
                // Nothing behind it comes from the row before, nor from here.
                break;
            }
            row[j] = cost;
            (diagonal, left) = (above, cost);
            j += 1;
        }
        if low == usize::MAX {
            return u16::MAX;
        }
        (first, last) = (low, high);
    }
    match last == b.len() {
        true => row[last],
        false => u16::MAX,
    }
}
