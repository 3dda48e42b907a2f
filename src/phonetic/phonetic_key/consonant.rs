//! The consonants of phonetic keys: what each stands for, and which may be one sound.
//!
//! Scripts divide the range of sounds differently. Arabic has one letter for b and p, Latin
//! letters are read differently in each language (c is k, s, ch or j; x is ks, kh or sh). So a
//! consonant here is a set of *sounds*, and two are compatible if they share one. Sounds that
//! writers often exchange (t and d, k and g, s and sh) form a *class*: the first search asks
//! for the same classes, a search with edits for the same sounds.

/// A consonant as a script writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Consonant {
    /// No consonant: the name begins with a vowel, or with h, which often goes unwritten.
    Vowel = 1,
    /// b and p: Arabic has one letter, Armenian dialects exchange them.
    B,
    /// f, v and w: Arabic has ف for f and v.
    F,
    /// w between vowels, و: as likely a part of a vowel; and the u or o that begins a name.
    W,
    T,
    D,
    /// th as in thin: Arabic ث, said and written t or s elsewhere.
    Th,
    /// th as in then: Arabic ذ and ظ, said and written d or z elsewhere.
    Dh,
    /// s, z, ts and dz.
    S,
    /// sh, zh, ch and j (of English).
    Sh,
    /// A sibilant that is s in one language, sh or ch in another: soft c, ç, sz, ż.
    SoftC,
    K,
    G,
    /// kh as in Khankendi; x, х, خ.
    Kh,
    /// Arabic ق: k in names from elsewhere, g in Azerbaijan and the Gulf.
    Qaf,
    /// gh: غ, ղ, ღ; g in foreign names.
    Gh,
    /// Turkish ğ, which is heard or is not.
    SoftG,
    /// g before e and i, and Arabic ج: g or j.
    Jim,
    /// c before other letters: k, or the j of Turkish and Azerbaijani.
    C,
    /// ch: k in Italian, kh in German and Polish, sh in French, ch elsewhere.
    Ch,
    /// Latin j: y, j, zh, or the kh of Spanish.
    J,
    /// Latin x: ks, kh in Azerbaijani, sh in Portuguese and Catalan.
    X,
    R,
    L,
    M,
    N,
    /// A final s, x or z, silent in French; the s of x, and of ck in Polish.
    MaybeS,
    /// A final t or d, silent in French.
    MaybeT,
    /// The ch of sch, which Dutch and Italian say and German doesn't.
    MaybeK,
    /// ll before a vowel, which is y in Spanish.
    MaybeL,
    /// The r of Polish rz.
    MaybeR,
}

/// Sounds, as bits; a writer takes one for another only within a class.
mod sound {
    pub const VOWEL: u32 = 1;
    pub const B: u32 = 1 << 1;
    pub const F: u32 = 1 << 2;
    pub const T: u32 = 1 << 3;
    pub const D: u32 = 1 << 4;
    pub const S: u32 = 1 << 5;
    pub const SH: u32 = 1 << 6;
    pub const K: u32 = 1 << 7;
    pub const G: u32 = 1 << 8;
    pub const KH: u32 = 1 << 9;
    pub const R: u32 = 1 << 10;
    pub const L: u32 = 1 << 11;
    pub const M: u32 = 1 << 12;
    pub const N: u32 = 1 << 13;

    /// Sounds that writers exchange.
    pub const CLASSES: [u32; 3] = [T | D, S | SH, K | G | KH];
}

impl Consonant {
    const ALL: [Consonant; 31] = {
        use Consonant::*;
        [
            Vowel, B, F, W, T, D, Th, Dh, S, Sh, SoftC, K, G, Kh, Qaf, Gh, SoftG, Jim, C, Ch, J, X,
            R, L, M, N, MaybeS, MaybeT, MaybeK, MaybeL, MaybeR,
        ]
    };

    /// What it may sound like.
    const fn sounds(self) -> u32 {
        use sound as s;
        match self {
            Consonant::Vowel => s::VOWEL,
            Consonant::B => s::B,
            Consonant::F => s::F,
            Consonant::W => s::F | s::VOWEL,
            Consonant::T => s::T,
            Consonant::MaybeT => s::T | s::D,
            Consonant::D => s::D,
            Consonant::Th => s::T | s::S,
            Consonant::Dh => s::D | s::S,
            Consonant::S | Consonant::MaybeS => s::S,
            Consonant::Sh => s::SH,
            Consonant::SoftC => s::S | s::SH,
            Consonant::K => s::K,
            Consonant::G => s::G,
            Consonant::Kh => s::KH,
            Consonant::MaybeK => s::K | s::KH,
            Consonant::Qaf => s::K | s::G,
            Consonant::Gh => s::G | s::KH,
            Consonant::SoftG => s::G | s::KH,
            Consonant::Jim => s::G | s::SH,
            Consonant::C => s::K | s::SH,
            Consonant::Ch => s::K | s::KH | s::SH,
            Consonant::J => s::SH | s::KH | s::VOWEL,
            Consonant::X => s::K | s::KH | s::SH,
            Consonant::R | Consonant::MaybeR => s::R,
            Consonant::L | Consonant::MaybeL => s::L,
            Consonant::M => s::M,
            Consonant::N => s::N,
        }
    }

    /// What it may sound like to a writer who exchanges the sounds of a class.
    const fn classes(self) -> u32 {
        let mut sounds = self.sounds();
        let mut i = 0;
        while i < sound::CLASSES.len() {
            if sounds & sound::CLASSES[i] != 0 {
                sounds |= sound::CLASSES[i];
            }
            i += 1;
        }
        sounds
    }

    /// Whether it may be no consonant at all.
    const fn is_optional(self) -> bool {
        use Consonant::{J, MaybeK, MaybeL, MaybeR, MaybeS, MaybeT, SoftG, W};
        matches!(
            self,
            W | SoftG | J | MaybeK | MaybeL | MaybeR | MaybeS | MaybeT
        )
    }
}

/// A set of consonants, a bit for the byte of each.
pub(super) type ConsonantSet = u64;

/// The consonants that share a sound, or a class, with one.
const fn compatible_with(of: Consonant, classes: bool) -> ConsonantSet {
    let mut set = 0;
    let mut i = 0;
    while i < Consonant::ALL.len() {
        let other = Consonant::ALL[i];
        let shared = match classes {
            true => of.classes() & other.classes(),
            false => of.sounds() & other.sounds(),
        };
        if shared != 0 {
            set |= 1 << (other as u8);
        }
        i += 1;
    }
    set
}

const fn sets(classes: bool) -> [ConsonantSet; Consonant::ALL.len() + 1] {
    let mut sets = [0; Consonant::ALL.len() + 1];
    let mut i = 0;
    while i < Consonant::ALL.len() {
        sets[i + 1] = compatible_with(Consonant::ALL[i], classes);
        i += 1;
    }
    sets
}

/// The consonants that a name is as good without.
pub(super) const OPTIONAL: ConsonantSet = {
    let mut set = 0;
    let mut i = 0;
    while i < Consonant::ALL.len() {
        if Consonant::ALL[i].is_optional() {
            set |= 1 << (Consonant::ALL[i] as u8);
        }
        i += 1;
    }
    set
};

const SAME_SOUND: [ConsonantSet; Consonant::ALL.len() + 1] = sets(false);
const SAME_CLASS: [ConsonantSet; Consonant::ALL.len() + 1] = sets(true);

/// Those that may be the same sound.
pub(super) fn same_sound(byte: u8) -> ConsonantSet {
    SAME_SOUND.get(usize::from(byte)).copied().unwrap_or(0)
}

/// Those that are of the same class.
pub(super) fn same_class(byte: u8) -> ConsonantSet {
    SAME_CLASS.get(usize::from(byte)).copied().unwrap_or(0)
}

/// Whether a name is as good without this one.
pub(super) fn is_optional(byte: u8) -> bool {
    byte < 64 && OPTIONAL >> byte & 1 != 0
}

/// Whether two phonetic keys are the same by their sounds, but for optional consonants.
pub(super) fn are_compatible(a: &[u8], b: &[u8]) -> bool {
    let optional = |rest: &[u8]| rest.first().is_some_and(|byte| is_optional(*byte));
    match (a, b) {
        ([], []) => true,
        ([x, a_rest @ ..], [y, b_rest @ ..]) if same_sound(*x) >> y & 1 != 0 => {
            are_compatible(a_rest, b_rest) || (optional(a) && are_compatible(a_rest, b))
        }
        ([_, rest @ ..], _) if optional(a) => are_compatible(rest, b),
        (_, [_, rest @ ..]) if optional(b) => are_compatible(a, rest),
        _ => false,
    }
}
