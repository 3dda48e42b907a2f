//! Names with the ending of a case, by the school grammars of the languages.

use super::Sentence;
use super::frames::{Case, Frame};
use std::ops::RangeInclusive;

impl Frame {
    /// The sentence with this town in it; none if its name declines in another way than the rules
    /// here know.
    pub fn fill(&self, name: &str) -> Option<Sentence> {
        if self.language == "ar" {
            return Some(arabic(self, name));
        }
        let (stem, ending) = decline(self.language, name, self.case)?;
        let form = format!("{stem}{ending}");
        // Up to where the name and its form agree, a letter may belong to either.
        let common = form.chars().zip(name.chars()).take_while(|(a, b)| a == b);
        let common: usize = common.map(|(c, _)| c.len_utf8()).sum();
        let start = self.before.len();
        Some(Sentence {
            text: format!("{}{form}{}", self.before, self.after),
            start,
            end: RangeInclusive::new(start + stem.len(), start + common.max(stem.len())),
        })
    }
}

/// After ل the article loses its alef: ل + الرياض is للرياض, and the name begins at its second ل.
fn arabic(frame: &Frame, name: &str) -> Sentence {
    let name = match name.strip_prefix('ا') {
        Some(rest) if rest.starts_with('ل') && frame.before.ends_with('ل') => rest,
        _ => name,
    };
    Sentence::new(frame.before, name, frame.after)
}

/// The stem and the ending.
fn decline(language: &str, name: &str, case: Case) -> Option<(String, String)> {
    if case == Case::Bare {
        return Some((name.to_owned(), String::new()));
    }
    match language {
        "az" => azerbaijani(name, case),
        "hy" => armenian(name, case),
        "ka" => georgian(name, case),
        "ru" => russian(name, case),
        "tr" => turkish(name, case),
        _ => unreachable!("{language} has no {case:?}"),
    }
}

fn whole(name: &str, ending: impl Into<String>) -> Option<(String, String)> {
    Some((name.to_owned(), ending.into()))
}

/// The vowels of endings by the last vowel of the name: of two, and of four.
fn harmony(name: &str) -> Option<(char, char)> {
    let vowels = name.chars().rev().flat_map(char::to_lowercase);
    vowels.into_iter().find_map(|c| match c {
        'a' | 'ı' => Some(('a', 'ı')),
        'o' | 'u' => Some(('a', 'u')),
        'e' | 'ə' | 'i' => Some(('e', 'i')),
        'ö' | 'ü' => Some(('e', 'ü')),
        _ => None,
    })
}

/// The last letter, and whether it is a vowel.
fn last(name: &str) -> (char, bool) {
    let last = name.chars().last().unwrap();
    (last, "aıoueəiöü".contains(last))
}

fn azerbaijani(name: &str, case: Case) -> Option<(String, String)> {
    let (last, vowel) = last(name);
    // Compounds with a possessive take an n before the case: Xankəndində.
    let compound = ["kəndi", "şəhri", "abadı", "qalası"]
        .iter()
        .any(|end| name.ends_with(end));
    // These two soften before a vowel: Qazax, but Lerik, Leriyin.
    let softens = "qk".contains(last) && matches!(case, Case::Genitive | Case::Dative);
    if compound || softens || !last.is_lowercase() {
        return None;
    }
    let (two, four) = harmony(name)?;
    let two = if two == 'e' { 'ə' } else { two };
    let ending = match (case, vowel) {
        (Case::Locative, _) => format!("d{two}"),
        (Case::Ablative, _) => format!("d{two}n"),
        (Case::Genitive, true) => format!("n{four}n"),
        (Case::Genitive, false) => format!("{four}n"),
        (Case::Dative, true) => format!("y{two}"),
        (_, _) => two.to_string(),
    };
    whole(name, ending)
}

/// Behind an apostrophe, which is no part of the name.
fn turkish(name: &str, case: Case) -> Option<(String, String)> {
    let (last, vowel) = last(name);
    let (two, four) = harmony(name)?;
    let d = if "fstkçşhp".contains(last) {
        't'
    } else {
        'd'
    };
    let ending = match (case, vowel) {
        (Case::Locative, _) => format!("'{d}{two}"),
        (Case::Ablative, _) => format!("'{d}{two}n"),
        (Case::Genitive, true) => format!("'n{four}n"),
        (Case::Genitive, false) => format!("'{four}n"),
        (Case::Dative, true) => format!("'y{two}"),
        (_, _) => format!("'{two}"),
    };
    whole(name, ending)
}

fn armenian(name: &str, case: Case) -> Option<(String, String)> {
    let last = name.chars().last().unwrap();
    // A final ու, and the genitive of a final ի, have several ways.
    let ending = match (last, case) {
        ('ւ' | 'և', _) | ('ի', Case::Ablative | Case::Genitive) => return None,
        ('ի', _) => "ում",
        ('ա' | 'ո' | 'օ' | 'ե' | 'է', Case::Locative) => "յում",
        ('ա' | 'ո' | 'օ' | 'ե' | 'է', Case::Ablative) => "յից",
        ('ա' | 'ո' | 'օ' | 'ե' | 'է', _) => "յի",
        (_, Case::Locative) => "ում",
        (_, Case::Ablative) => "ից",
        (_, _) => "ի",
    };
    whole(name, ending)
}

fn georgian(name: &str, case: Case) -> Option<(String, String)> {
    let (stem, ending) = match (name.chars().last().unwrap(), case) {
        ('ი', Case::Locative) => (name.strip_suffix('ი')?, "ში"),
        ('ი', Case::Ablative) => (name.strip_suffix('ი')?, "იდან"),
        ('ი', _) => (name.strip_suffix('ი')?, "ის"),
        ('ო' | 'უ' | 'ა' | 'ე', Case::Locative) => (name, "ში"),
        ('ო' | 'უ', Case::Ablative) => (name, "დან"),
        ('ო' | 'უ', _) => (name, "ს"),
        (last @ ('ა' | 'ე'), Case::Genitive) => (name.strip_suffix(last)?, "ის"),
        _ => return None,
    };
    Some((stem.to_owned(), ending.to_owned()))
}

fn russian(name: &str, case: Case) -> Option<(String, String)> {
    // Names on -ец and -ок lose a vowel, those on -ово and -ино decline or do not.
    if ["ец", "ек", "ок", "ел", "ёл", "ень"]
        .iter()
        .any(|end| name.ends_with(end))
    {
        return None;
    }
    let (stem, ending) = match (name.chars().last().unwrap(), case) {
        ('а', Case::Locative | Case::Dative) => (name.strip_suffix('а')?, "е"),
        ('а', _) => {
            let stem = name.strip_suffix('а')?;
            let i = stem.ends_with(['г', 'к', 'х', 'ж', 'ч', 'ш', 'щ']);
            (stem, if i { "и" } else { "ы" })
        }
        (
            'б' | 'в' | 'г' | 'д' | 'з' | 'к' | 'л' | 'м' | 'н' | 'п' | 'р' | 'с' | 'т' | 'ф' | 'х',
            _,
        ) => {
            let ending = match case {
                Case::Locative => "е",
                Case::Dative => "у",
                _ => "а",
            };
            (name, ending)
        }
        _ => return None,
    };
    // Behind a vowel other endings stand.
    if stem.ends_with(['а', 'е', 'и', 'о', 'у', 'э', 'ю', 'я']) {
        return None;
    }
    Some((stem.to_owned(), ending.to_owned()))
}
