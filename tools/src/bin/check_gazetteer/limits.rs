//! What the checks hold the tables to, with the reasons.

/// Countries whose names are checked most closely: the home ground of the gazetteer.
pub const HOME: [&str; 2] = ["AM", "AZ"];

/// Inhabitants from which a populated place counts as a town although it is no seat.
pub const TOWN_POPULATION: u64 = 5_000;

/// How far apart two places of one name must be, in kilometres, not to be taken for one: less
/// than a village is wide.
pub const SAME_SPOT_KM: f64 = 0.3;

/// How far a town's point may be from the facts', in kilometres: sources put it on the town
/// hall, the station or the middle of the buildings.
pub const TOWN_KM: f64 = 3.0;

/// The same for cities of at least [`BIG_CITY`] inhabitants: they are wider than that, and the
/// middle of a metropolitan area is not its old center.
pub const BIG_CITY_KM: f64 = 10.0;

/// Inhabitants of a big city.
pub const BIG_CITY: u64 = 250_000;

/// How far from a country's point a place in it may be, in kilometres. Points are middles, and
/// longish countries have far ends; a place in a wrong country is seldom this near.
pub const COUNTRY_KM: [(&str, f64); 37] = [
    ("AM", 190.0),
    // Nakhchivan and Astara.
    ("AZ", 300.0),
    ("GE", 300.0),
    // The point lies in Siberia.
    ("RU", 4_500.0),
    // Hawaii and the Aleutians.
    ("US", 7_000.0),
    ("CA", 3_200.0),
    ("CN", 2_600.0),
    ("AU", 2_300.0),
    ("BR", 2_500.0),
    ("ID", 2_900.0),
    ("KZ", 1_700.0),
    ("IN", 2_000.0),
    ("MX", 1_900.0),
    // Easter Island.
    ("CL", 3_800.0),
    // Hokkaido and Okinawa.
    ("JP", 1_400.0),
    ("SA", 1_200.0),
    ("AR", 2_000.0),
    ("DZ", 1_300.0),
    ("CD", 1_300.0),
    ("IR", 1_200.0),
    ("MN", 1_200.0),
    ("NO", 1_500.0),
    // The Canary Islands, and the Azores and Madeira.
    ("ES", 2_000.0),
    ("PT", 1_700.0),
    // The point lies between the Cape and the Limpopo.
    ("ZA", 1_300.0),
    // The Galápagos.
    ("EC", 1_500.0),
    ("MY", 1_200.0),
    ("PE", 1_200.0),
    // San Andrés.
    ("CO", 1_400.0),
    // Countries of islands far apart.
    ("CK", 1_400.0),
    ("FM", 1_500.0),
    ("MU", 1_200.0),
    ("PF", 1_200.0),
    ("SC", 1_200.0),
    // Tristan da Cunha.
    ("SH", 3_200.0),
    // From the Caribbean to Wake.
    ("UM", 9_600.0),
    ("MM", 1_100.0),
];

/// The same for every other country.
pub const OTHER_COUNTRY_KM: f64 = 1_000.0;

/// How far from the point of a first-level unit a place in it may be, in kilometres.
pub const UNIT_KM: [(&str, f64); 9] = [
    // Meghri is 56 km from the middle of Syunik.
    ("AM", 65.0),
    // Absheron district is a ring around Baku.
    ("AZ", 60.0),
    // Abkhazia's coast up to the Psou.
    ("GE", 110.0),
    ("AU", 1_300.0),
    ("TR", 215.0),
    ("IR", 450.0),
    ("RU", 2_000.0),
    ("CN", 1_300.0),
    ("US", 1_300.0),
];

/// The same for first-level units of every other country.
pub const OTHER_UNIT_KM: f64 = 800.0;

/// The same for second-level units; those of the tables are districts of Nakhchivan.
pub const DISTRICT_KM: f64 = 40.0;

/// The same for regions that are no units, such as Nagorno-Karabakh or the Golan Heights.
pub const REGION_KM: f64 = 150.0;

/// The same for cities with parts and suburbs.
pub const CITY_KM: f64 = 30.0;

/// The same for villages, which contain monasteries, bridges and the like only.
pub const VILLAGE_KM: f64 = 10.0;

/// Parents that reach farther than their kind does, and why.
pub const FAR_REACHING: [(&str, f64, &str); 4] = [
    ("gn:524901", 40.0, "Moscow has Zelenograd"),
    ("gn:6255152", 4_000.0, "Antarctica is a continent"),
    (
        "gn:147435",
        85.0,
        "Nakhchivan is a unit of districts; Karki lies apart from it",
    ),
    (
        "gn:587084",
        65.0,
        "Baku city has Alat, the islands and the Oil Rocks",
    ),
];

/// Towns whose point the facts have farther off, and why the tables' is kept.
pub const OTHER_POINT: [(&str, &str); 21] = [
    (
        "gn:147625",
        "the facts have Lachin beside Zabukh, south of the town",
    ),
    ("gn:305268", "GeoNames' own point of Kutahya, to the meter"),
    ("gn:6362987", "GeoNames' own point of Ceuta, to the meter"),
    ("gn:97990", "GeoNames' own point of Baqubah, to the meter"),
    ("gn:107797", "GeoNames' own point of Dhahran, to the meter"),
    ("gn:109323", "GeoNames' own point of Khobar, to the meter"),
    ("gn:99344", "GeoNames' own point of Hindiya, to the meter"),
    ("gn:99169", "GeoNames' own point of Khalis, to the meter"),
    ("gn:286282", "GeoNames' own point of Sohar, to the meter"),
    (
        "gn:293788",
        "GeoNames' own point of Ramat Gan, to the meter",
    ),
    (
        "gn:1516589",
        "GeoNames' own point of Zhezkazgan, to the meter",
    ),
    (
        "gn:694382",
        "GeoNames' own point of Shakhtarsk, to the meter",
    ),
    ("gn:99369", "GeoNames' own point of Haritha, to the meter"),
    ("gn:746666", "GeoNames' own point of Gölcük, to the meter"),
    ("gn:298935", "GeoNames' own point of Torbalı, to the meter"),
    ("gn:250637", "GeoNames' own point of Jubayhah, to the meter"),
    (
        "gn:744537",
        "GeoNames' own point of Karacabey, to the meter",
    ),
    ("gn:2473470", "GeoNames' own point of Gremda, to the meter"),
    ("gn:108617", "GeoNames' own point of An Nimas, to the meter"),
    ("gn:314716", "GeoNames' own point of Gediz, to the meter"),
    ("gn:292953", "GeoNames' own point of Dhaid, to the meter"),
];

/// Pairs of places with a shared name nearer than [`SAME_SPOT_KM`] that are two places.
pub const NEIGHBORS: [(&str, &str, &str); 0] = [];

/// Countries whose short name is their official one, too, or that are shown under the official one.
pub const NO_LONGER_NAME: [&str; 30] = [
    "AE", "AG", "BA", "BB", "BF", "BZ", "CA", "CD", "CF", "CG", "DO", "FM", "GD", "GE", "HU", "JM",
    "JP", "LC", "ME", "MN", "MY", "NZ", "RO", "SB", "TM", "TV", "UA", "US", "VC", "ZA",
];

/// Places whose name is translated, not another tradition's.
pub const TRANSLATED: [(&str, &str); 1] = [("gn:174843", "Little Vedi in every language")];

/// Towns that hang on another unit than GeoNames' list says, and why.
pub const OTHER_UNIT: [(&str, &str); 0] = [];
