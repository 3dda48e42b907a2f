//! Gazetteers whose places or names have something in common: one point, one parent, one name, one key, one sound. What
//! building and checking an index of them takes, and what it takes to ask it, grows with their number, and no faster.

use crate::counted::count;
use crate::lot::Lot;
use std::hint::black_box;
use toponym::{
    Coordinates, Corrections, Feature, FeatureClass, Gazetteer, IndexBuilder, Name, NameKind,
    Nearest, Place, PlaceId, Query, Resolver,
};

/// How many gazetteers are drawn, unless the command line has another number.
const DRAWN: u64 = 60;

/// Places, or names where one place has all, in the smaller of two; the larger one has twice as many.
const SMALL: u64 = 6_000;

/// How much more twice as many may take, in hundredths.
const MOST: u64 = 240;

/// Steps that a question may take however they grow: candidates are compared with each other up to a bound, which
/// the names of the smaller gazetteer may be below.
const STEPS: u64 = 60_000_000;

/// What of places and names is alike.
#[derive(Clone, Copy, Debug)]
struct Alike {
    point: Point,
    people: People,
    parents: Parents,
    classes: Classes,
    ids: Ids,
    names: Names,
    /// Whether all names are withdrawn again but the first.
    withdrawn: bool,
}

#[derive(Clone, Copy, Debug)]
enum Point {
    One,
    OneLatitude,
    OneLongitude,
    Each,
}

#[derive(Clone, Copy, Debug)]
enum People {
    None,
    Million,
    EveryOther,
    Each,
}

#[derive(Clone, Copy, Debug)]
enum Parents {
    None,
    First,
    Chains,
}

#[derive(Clone, Copy, Debug)]
enum Classes {
    Towns,
    Units,
    Countries,
    InTurn,
}

#[derive(Clone, Copy, Debug)]
enum Ids {
    One,
    Two,
    AllOfTheFirst,
}

/// Names of the places, or (`..OfOne`) of the first alone.
#[derive(Clone, Copy, Debug)]
enum Names {
    One,
    Each,
    LongBeginning,
    OneEditApart,
    OneKey,
    OneSound,
    TwoWords,
    WordsInAllOrders,
    Arabic,
    Armenian,
    EachOfOne,
    LanguagesOfOne,
    OneKeyOfOne,
    KindsOfOne,
}

/// A number in letters.
fn letters(number: u64, letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let of = letters.len() as u64;
    let mut rest = number;
    let mut word = String::new();
    for _ in 0..6 {
        word.push(letters[(rest % of) as usize]);
        word.push(if rest % 3 == 0 { 'a' } else { 'o' });
        rest /= of;
    }
    word
}

/// The letters of a word in capitals where the number has ones.
fn in_capitals(number: u64, word: &str) -> String {
    let letters = word.chars().enumerate();
    letters
        .map(|(at, letter)| match number >> at & 1 {
            0 => letter,
            _ => letter.to_ascii_uppercase(),
        })
        .collect()
}

impl Names {
    const ALL: [Names; 14] = [
        Names::One,
        Names::Each,
        Names::LongBeginning,
        Names::OneEditApart,
        Names::OneKey,
        Names::OneSound,
        Names::TwoWords,
        Names::WordsInAllOrders,
        Names::Arabic,
        Names::Armenian,
        Names::EachOfOne,
        Names::LanguagesOfOne,
        Names::OneKeyOfOne,
        Names::KindsOfOne,
    ];

    fn are_of_one(self) -> bool {
        use Names::{EachOfOne, KindsOfOne, LanguagesOfOne, OneKeyOfOne};
        matches!(self, EachOfOne | LanguagesOfOne | OneKeyOfOne | KindsOfOne)
    }

    fn text(self, number: u64) -> String {
        match self {
            Names::One | Names::LanguagesOfOne => "Tavush".into(),
            Names::Each | Names::EachOfOne => letters(number, "bdfgklmnprstvz"),
            Names::LongBeginning => format!("Tavushberdavan{}", letters(number, "bdfgklm")),
            Names::OneEditApart => {
                let mut word: Vec<char> = "tavushberdavan".chars().collect();
                let at = number as usize % word.len();
                word[at] = char::from(b'a' + (number / 14 % 26) as u8);
                let other = (number / 364) as usize % word.len();
                word[other] = 'q';
                word.into_iter().collect()
            }
            Names::OneKey | Names::OneKeyOfOne | Names::KindsOfOne => {
                in_capitals(number, "tavushberdavan")
            }
            Names::OneSound => {
                let vowels = letters(number, "aeiou").replace(['a', 'o'], "");
                format!(
                    "T{}v{}sh",
                    &vowels[..vowels.len() / 2],
                    &vowels[vowels.len() / 2..]
                )
            }
            Names::TwoWords => format!("Tavush {}", letters(number, "bdfgklmnprstvz")),
            Names::WordsInAllOrders => {
                let words = ["upper", "new", "saint", "lake", "tavush", "old", "city"];
                let mut rest = number;
                let words = (0..5).map(|_| {
                    let word = words[(rest % 7) as usize];
                    rest /= 7;
                    word
                });
                words.collect::<Vec<_>>().join(" ")
            }
            Names::Arabic => format!(
                "تاووش {}",
                letters(number, "بتدرسعكلمن").replace(['a', 'o'], "ا")
            ),
            Names::Armenian => format!(
                "Տավուշ{}",
                letters(number, "բգդզկլմն").replace(['a', 'o'], "ա")
            ),
        }
    }

    fn language(self, number: u64) -> String {
        match self {
            Names::Arabic => "ar".into(),
            Names::Armenian => "hy".into(),
            Names::LanguagesOfOne => {
                let letter = |by: u64| char::from(b'a' + (number / by % 26) as u8);
                format!("{}{}{}", letter(1), letter(26), letter(676))
            }
            _ => "en".into(),
        }
    }

    fn kind(self, number: u64) -> NameKind {
        match self {
            Names::KindsOfOne => NameKind::ALL[number as usize % NameKind::ALL.len()],
            _ => NameKind::Preferred,
        }
    }
}

impl Alike {
    fn drawn(lot: &mut Lot) -> Alike {
        Alike {
            point: *lot.one(&[
                Point::One,
                Point::OneLatitude,
                Point::OneLongitude,
                Point::Each,
            ]),
            people: *lot.one(&[
                People::None,
                People::Million,
                People::EveryOther,
                People::Each,
            ]),
            parents: *lot.one(&[Parents::None, Parents::First, Parents::Chains]),
            classes: *lot.one(&[
                Classes::Towns,
                Classes::Units,
                Classes::Countries,
                Classes::InTurn,
            ]),
            ids: *lot.one(&[Ids::One, Ids::Two, Ids::AllOfTheFirst]),
            names: *lot.one(&Names::ALL),
            withdrawn: lot.below(4) == 0,
        }
    }

    fn place(self, number: u64, of: u64) -> Place {
        let part = number as f64 / of as f64;
        let (latitude, longitude) = match self.point {
            Point::One => (40.0, 45.0),
            Point::OneLatitude => (40.0, 360.0 * part - 180.0),
            Point::OneLongitude => (160.0 * part - 80.0, 45.0),
            Point::Each => ((number % 100) as f64 - 50.0, 360.0 * part - 180.0),
        };
        let at = Coordinates::new(latitude, longitude.clamp(-180.0, 180.0)).expect("a point");
        let mut place = Place::new(PlaceId::geonames(number + 1), at);
        place.population = match self.people {
            People::None => None,
            People::Million => Some(1_000_000),
            People::EveryOther => (number % 2 == 0).then_some(1_000_000),
            People::Each => Some(number * 1_000),
        };
        place.parent = match self.parents {
            Parents::First if number > 0 => Some(PlaceId::geonames(1)),
            Parents::Chains if number % 50 > 0 => Some(PlaceId::geonames(number)),
            _ => None,
        };
        let (class, code) = match (self.classes, number % 3) {
            (Classes::Towns, _) | (Classes::InTurn, 0) => (FeatureClass::Populated, "PPL"),
            (Classes::Units, _) | (Classes::InTurn, 1) => (FeatureClass::Administrative, "ADM1"),
            (Classes::Countries, _) => (FeatureClass::Administrative, "PCLI"),
            (Classes::InTurn, _) => (FeatureClass::Water, "LK"),
        };
        place.feature = Feature::new(class, code).expect("a feature");
        place.country = "AM".parse().ok();
        let wikidata = |number: u64| format!("wd:Q{}", number + 1).parse().expect("an id");
        match self.ids {
            Ids::One => {}
            Ids::Two => place.same_as.push(wikidata(number)),
            Ids::AllOfTheFirst if number == 0 => place.same_as.extend((0..of).map(wikidata)),
            Ids::AllOfTheFirst => {}
        }
        place
    }

    fn builder(self, of: u64) -> IndexBuilder {
        let mut gazetteer = Gazetteer::default();
        let mut corrections = String::from("place,change,text,language\n");
        for number in 0..of {
            let place = match self.names.are_of_one() {
                true => PlaceId::geonames(1),
                false => PlaceId::geonames(number + 1),
            };
            let language = self.names.language(number).parse().expect("a language");
            let name = Name::new(
                place,
                self.names.text(number),
                language,
                self.names.kind(number),
            );
            if self.withdrawn && number > 0 {
                let Name {
                    place,
                    text,
                    language,
                    ..
                } = &name;
                corrections.push_str(&format!("{place},withdraw,{text},{language}\n"));
            }
            gazetteer.names.push(name);
            gazetteer.places.push(self.place(number, of));
        }
        let corrections = Corrections::from_csv(("corrections", corrections.as_bytes()));
        let builder = IndexBuilder::new().add_gazetteer(gazetteer);
        builder.add_corrections(corrections.expect("corrections"))
    }
}

/// What is done with an index.
type Work = (&'static str, fn(&Resolver));

/// What each place or each name may take a part of.
const WORKS: [Work; 9] = [
    ("verify", |resolver| {
        resolver.index().verify().expect("a whole index")
    }),
    ("names of places", |resolver| {
        for place in resolver.index().places() {
            black_box((
                place.name(),
                place.names().count(),
                place.same_as().count(),
                place.name_in("hy"),
            ));
        }
    }),
    ("resolve", |resolver| drop(resolver.resolve("Tavush"))),
    ("resolve, spelled otherwise", |resolver| {
        drop(resolver.resolve("Tavushberdavam"))
    }),
    ("resolve in another script", |resolver| {
        drop(resolver.resolve("Таууш"))
    }),
    ("resolve in a country", |resolver| {
        drop(resolver.resolve("new Tavush, old city lake"))
    }),
    ("complete", |resolver| {
        drop(resolver.resolve(Query::new("t").prefix(true)))
    }),
    ("suggestions", |resolver| {
        drop(resolver.suggestions("Tavushberdawam"))
    }),
    ("nearest", |resolver| {
        let at = Coordinates::new(40.0, 44.9).expect("a point");
        drop(resolver.nearest(Nearest::to(at).limit(100).class(FeatureClass::Water)));
    }),
];

/// What is read in one and the same text.
const TEXT: &str =
    "They went from Tavush to Upper New Saint Lake Tavush, old city. In tavush تاووش Տավուշ ";

pub fn check() -> Vec<String> {
    let argument = |number| std::env::args().nth(number)?.parse().ok();
    let drawn: u64 = argument(2).unwrap_or(DRAWN);
    let seed: u64 = argument(3).unwrap_or(0);
    let mut faults = Vec::new();
    let mut most: Vec<(&str, u64)> = Vec::new();
    for number in 0..drawn {
        let alike = Alike::drawn(&mut Lot::new(number, seed));
        let built = [SMALL, 2 * SMALL].map(|of| {
            let mut index = None;
            let builder = alike.builder(of);
            let taken = count(|| index = builder.build().ok());
            (index.map(Resolver::new), taken.steps)
        });
        let [(Some(few), few_built), (Some(many), many_built)] = built else {
            continue;
        };
        let mut compare = |what: &'static str, few: u64, many: u64| {
            let growth = many * 100 / few.max(10_000);
            match most.iter_mut().find(|(known, _)| *known == what) {
                Some((_, known)) => *known = growth.max(*known),
                None => most.push((what, growth)),
            }
            if growth > MOST && (many > STEPS || what == "build" || what == "verify") {
                faults.push(format!("{what}: x{growth}%, {many} steps: {alike:?}"));
            }
        };
        compare("build", few_built, many_built);
        for (what, work) in WORKS {
            let take = |resolver: &Resolver| {
                // What is made once is made before.
                resolver.resolve("Baku, Azerbaijan");
                count(|| work(resolver)).steps
            };
            compare(what, take(&few), take(&many));
        }
        let scan = |resolver: &Resolver| {
            resolver.scan(TEXT).for_each(drop);
            count(|| {
                resolver
                    .scan(TEXT)
                    .for_each(|mention| drop(black_box(mention)))
            })
            .steps
        };
        compare("scan", scan(&few), scan(&many));
    }
    for (what, growth) in most {
        println!("x{growth}% for twice as many: {what}");
    }
    faults
}
