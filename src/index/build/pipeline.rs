//! The steps of a build, one after the other.

use crate::error::{Error, Result};
use crate::gazetteer::Correction;
use crate::index::build::assembly::Assembly;
use crate::index::build::combine::combine;
use crate::index::build::corrected::{check_withdrawn, correct};
use crate::index::build::draft::{Drafts, unpack};
use crate::index::build::metropolitan;
use crate::index::build::names::GivenNames;
use crate::index::build::report::{BuildProgress, BuildReport};
use crate::index::build::sections::Sections;
use crate::index::format::record::PackedId;
use std::path::Path;

/// All that was given to a builder.
pub(super) struct BuildInput {
    pub drafts: Drafts,
    pub names: GivenNames,
    /// For each gazetteer, whether what does not fit in it is an error.
    pub strict: Vec<bool>,
    pub corrections: Vec<(PackedId, Correction)>,
}

/// Makes the sections of an index. What does not fit in memory is sorted in the `scratch` folder.
pub(super) fn assemble(
    input: BuildInput,
    scratch: &Path,
    progress: &mut dyn FnMut(BuildProgress),
) -> Result<(Sections, BuildReport)> {
    let BuildInput {
        mut drafts,
        names,
        strict,
        corrections,
    } = input;
    // The last number stands for none.
    if drafts.places.len() >= u32::MAX as usize || names.len() >= u64::from(u32::MAX) {
        return Err(Error::build(
            "an index holds fewer than 4,294,967,295 places, and as many names",
        ));
    }
    let total = names.len();
    drafts.order_sources();
    let (slugs, slug_positions) = drafts.order_slugs();
    let mut combined = combine(&drafts, &strict, &slugs)?;
    drafts.drop_places();
    let mut withdrawn = correct(&corrections, &slug_positions, &mut combined)?;
    let (mut done, mut names_left_out) = (0, 0);
    let missing = |id, layer: u8, text: &[u8]| match strict[usize::from(layer)] {
        true => Err(Error::build(format!(
            "there is no place {}, named {:?}",
            unpack(id, &slugs),
            String::from_utf8_lossy(text)
        ))),
        false => {
            names_left_out += 1;
            Ok(())
        }
    };
    let step = || {
        done += 1;
        if done % BuildProgress::INTERVAL_NAMES == 0 {
            progress(BuildProgress {
                step: "sorting names",
                done,
                total,
            });
        }
    };
    let place_of = |given: PackedId| {
        let id = given.map_slug(|slug| slug_positions[slug as usize].into());
        (id, combined.numbers.get(&id).copied())
    };
    let by_place = names.by_place(&drafts, scratch, place_of, missing, step, &mut withdrawn)?;
    check_withdrawn(&corrections, &slug_positions, &combined, &withdrawn)?;
    combined.numbers = Default::default();
    let assembly = Assembly {
        folder: scratch,
        drafts: &drafts,
        slugs: &slugs,
        combined: &combined,
        importances: metropolitan::importances(&combined, &drafts),
        progress,
    };
    let sections = assembly.write(by_place, total)?;
    let report = BuildReport {
        places: combined.places.len() as u64,
        names: sections.names(),
        merged: combined.counts.merged,
        ids_left_out: combined.counts.ids,
        parents_left_out: combined.counts.parents,
        names_left_out,
    };
    Ok((sections, report))
}
