//! How far a place reaches from its point, where no source says.

use crate::index::PlaceRef;
use crate::model::feature::FeatureClass;

/// How far a unit reaches, by how far off its point may be.
const UNIT_REACH: f64 = 1.25;

/// Radius in kilometres within which most of what lies in a place is: by its kind, and at least as
/// far as its point may be off.
pub(crate) fn extent_km(place: PlaceRef<'_>) -> f64 {
    let feature = place.feature();
    let typical: f64 = match feature.code() {
        code if code.starts_with("PCL") => 600.0,
        // Half the length of a large province, and of a large district.
        "ADM1" | "ADM1H" | "ADMD" => 150.0,
        "ADM2" | "ADM2H" => 45.0,
        "ADM3" | "ADM3H" => 25.0,
        "ADM4" | "ADM5" => 15.0,
        "CONT" => 5000.0,
        "OCN" => 4000.0,
        "SEA" => 600.0,
        "MTS" | "DSRT" => 300.0,
        "PEN" => 200.0,
        "RGN" | "RGNE" | "RGNH" | "PLAT" | "UPLD" => 150.0,
        "ISLS" | "GULF" | "STM" => 150.0,
        "ISL" | "VAL" | "PLN" | "DLTA" | "COAST" => 100.0,
        "LK" | "RSV" | "BAY" | "STRT" => 60.0,
        // A town with the villages around it.
        "PPLC" | "PPLA" => 40.0,
        "PPLA2" => 25.0,
        code if code.starts_with("PPL") => 15.0,
        _ => match feature.class() {
            FeatureClass::Administrative => 60.0,
            FeatureClass::Area => 100.0,
            _ => 25.0,
        },
    };
    match place.accuracy_km().map(f64::from) {
        // Of a unit it is how far the unit reaches, or a little less.
        Some(off) if feature.class() == FeatureClass::Administrative => UNIT_REACH * off,
        // Of a river, whose point is a middle one, how far it flows from there.
        Some(off) if feature.code() == "STM" => off,
        Some(off) => typical.max(2.0 * off),
        None => typical,
    }
}
