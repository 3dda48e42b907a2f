//! Compiling the tables of models, of their weights and of their confidences.

use crate::compiled::compile::{Row, Writer, read};
use crate::error::{Error, Result};
use crate::lang::language::LanguageSet;
use crate::mention::feature::Cue;
use crate::mention::feature::model::{HEAD_BYTES, Style};
use std::path::Path;

/// The sections of the models and of their confidences.
pub(crate) struct Sections {
    pub models: Vec<u8>,
    pub confidences: Vec<u8>,
}

/// A model, as the tables say it.
struct Model {
    languages: LanguageSet,
    style: usize,
    /// Minimum confidences: of what the rules accept, and of what they are in doubt about.
    least: [u16; 2],
    weights: Vec<i16>,
    scores: Vec<(i32, u16)>,
}

const SCORES: &str = "mention_scores.csv";

/// Compiles the three tables.
pub(crate) fn compile(folder: &Path) -> Result<Sections> {
    let mut models: Vec<Model> = Vec::new();
    read(folder, "mention_models.csv", |row| {
        let (languages, style) = which(row)?;
        let least = |column| row.parse(column, |least| least.parse().ok());
        models.push(Model {
            languages,
            style,
            least: [least("accepted")?, least("doubtful")?],
            weights: vec![0; Cue::ALL.len()],
            scores: Vec::new(),
        });
        Ok(())
    })?;
    read(folder, "mention_weights.csv", |row| {
        let model = of_row(row, &mut models)?;
        let cue = row.parse("sign", |sign| {
            Cue::ALL.iter().find(|known| known.name() == sign)
        })?;
        model.weights[*cue as usize] = row.parse("weight", |weight| weight.parse().ok())?;
        Ok(())
    })?;
    read(folder, SCORES, |row| {
        let scores = &mut of_row(row, &mut models)?.scores;
        let weight = row.parse("weight", |weight| weight.parse().ok())?;
        let score = row.parse("score", |score| score.parse().ok())?;
        let falls = |last: &(i32, u16)| last.0 >= weight || last.1 > score;
        if score > 1000 || scores.last().is_some_and(falls) {
            return Err(row.error("score", "expected ascending rows of thousandths"));
        }
        scores.push((weight, score));
        Ok(())
    })?;
    let (mut compiled, mut confidences) = (Writer::default(), Writer::default());
    let mut first = 0;
    for model in &models {
        let start = compiled.0.len();
        compiled.u32(model.languages.bits());
        compiled.u16(model.style as u16);
        model.least.iter().for_each(|&least| compiled.u16(least));
        compiled.u16(first);
        let count = u16::try_from(model.scores.len()).ok();
        let count = count.filter(|&count| count >= 2);
        let few = || {
            Error::row(
                SCORES,
                1,
                None,
                "expected two rows or more of each model".to_owned(),
            )
        };
        compiled.u16(count.ok_or_else(few)?);
        debug_assert_eq!(compiled.0.len() - start, HEAD_BYTES);
        first += model.scores.len() as u16;
        let weights = model.weights.iter();
        weights.for_each(|weight| compiled.u16(weight.cast_unsigned()));
        for (weight, score) in &model.scores {
            confidences.u32(weight.cast_unsigned());
            confidences.u16(*score);
        }
    }
    Ok(Sections {
        models: compiled.0,
        confidences: confidences.0,
    })
}

/// The language of a row, and the number of the style of its texts.
fn which(row: Row<'_>) -> Result<(LanguageSet, usize)> {
    let style = |name: &str| Style::ALL.iter().position(|style| style.name() == name);
    Ok((
        row.parse("language", LanguageSet::of_code)?,
        row.parse("style", style)?,
    ))
}

/// The model that a row is of.
fn of_row<'m>(row: Row<'_>, models: &'m mut [Model]) -> Result<&'m mut Model> {
    let (languages, style) = which(row)?;
    let mut models = models.iter_mut();
    let model = models.find(|model| model.languages == languages && model.style == style);
    model.ok_or_else(|| row.error("language", "mention_models.csv has no such model"))
}
