//! Importance: how much a place is talked about.

#[cfg(feature = "build")]
use crate::model::feature::{Feature, FeatureClass};

/// How much a place is talked about, 0 to 100 points: ten for each tenfold of its population, or
/// of what few of its kind fall short of where that is not known, and something for what it
/// governs. Index files hold this, raised for quarters, for each place and name: what changes
/// here or there changes the version of their format.
#[cfg(feature = "build")]
pub(crate) fn importance_of(feature: Feature, population: Option<u64>) -> u8 {
    let unknown = match feature.code() {
        "PPLC" => 50,
        "ADM1" => 45,
        "PPLA" => 35,
        "PPLA2" => 20,
        _ => 0,
    };
    let inhabitants = population
        .filter(|&people| people > 0)
        .map_or(unknown, tenths_of_log10);
    let rank = match (feature.class(), feature.code()) {
        (FeatureClass::Administrative, "PCLI") => 40,
        (FeatureClass::Administrative, "PCLD" | "PCLS" | "PCLIX" | "PCL" | "PCLF") => 30,
        (FeatureClass::Administrative, "ADM1") => 5,
        (FeatureClass::Populated, "PPLC") => 25,
        (FeatureClass::Populated, "PPLA") => 15,
        (FeatureClass::Populated, "PPLA2") => 8,
        (FeatureClass::Populated, _) if feature.is_abandoned() => -10,
        (FeatureClass::Area, "CONT") => 90,
        (FeatureClass::Area, "RGN") => 45,
        (FeatureClass::Water, "OCN" | "SEA") => 60,
        (FeatureClass::Water | FeatureClass::Terrain, _) => 20,
        _ => 0,
    };
    (inhabitants + rank).clamp(0, 100) as u8
}

/// Ten times the decimal logarithm, to the leading digit, in integers; 0 for 0.
pub(crate) fn tenths_of_log10(number: u64) -> i32 {
    const LEADING_DIGIT: [i32; 9] = [0, 3, 5, 6, 7, 8, 8, 9, 10];
    let Some(exponent) = number.checked_ilog10() else {
        return 0;
    };
    let digit = number / 10u64.pow(exponent);
    10 * exponent as i32 + LEADING_DIGIT[digit as usize - 1]
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;

    #[test]
    fn logarithms_stay_within_a_point_and_ascend() {
        let mut last = 0;
        for number in (1..2000).chain([u64::MAX / 2, u64::MAX]) {
            let found = tenths_of_log10(number);
            assert!(
                (f64::from(found) - 10.0 * (number as f64).log10()).abs() < 3.1,
                "{number}"
            );
            assert!(found >= last);
            last = found;
        }
        assert_eq!(tenths_of_log10(0), 0);
    }
}
