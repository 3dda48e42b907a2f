//! An affix at the name: the same place, its name without the affix.

use super::frames::{self, LANGUAGES};
use super::{SAMPLES, Tallies, towns};

#[test]
fn affixes_are_no_part_of_the_name() {
    let mut tallies = Tallies::default();
    for language in LANGUAGES {
        let frames = frames::of(language);
        let frames: Vec<_> = frames.iter().filter(|frame| frame.has_affix()).collect();
        if frames.is_empty() {
            continue;
        }
        let towns = towns::of(language);
        let mut rng = fastrand::Rng::with_seed(2);
        for _ in 0..SAMPLES {
            let frame = rng.choice(&frames).unwrap();
            let town = rng.choice(towns).unwrap();
            if let Some(sentence) = frame.fill(&town.name) {
                tallies.count(language, sentence.check(&town.id));
            }
        }
    }
    tallies.assert(98.0, &[("ka", 96.0)]);
}

/// Typed, typeset, or the letter for a glottal stop.
#[test]
fn any_apostrophe_parts_an_ending() {
    let mut tallies = Tallies::default();
    let frames = frames::of("tr");
    let frames: Vec<_> = frames.iter().filter(|frame| frame.has_affix()).collect();
    let mut rng = fastrand::Rng::with_seed(2);
    for apostrophe in ["’", "ʼ", "‘", "`", "´"] {
        for _ in 0..SAMPLES / 4 {
            let frame = rng.choice(&frames).unwrap();
            let town = rng.choice(towns::of("tr")).unwrap();
            if let Some(mut sentence) = frame.fill(&town.name) {
                sentence.text = sentence.text.replace('\'', apostrophe);
                tallies.count(apostrophe, sentence.check(&town.id));
            }
        }
    }
    tallies.assert(99.0, &[]);
}
