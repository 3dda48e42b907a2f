//! The scanner on sentences, language by language, with the embedded gazetteer.
//!
//! A sentence is marked up: `(name)`, `[token]` where the token is more than the name,
//! `{phrase}` where the phrase is more than the token, and after the last bracket `<place>`,
//! with a star if it is a demonym; `<?>` is a place without an entry. A sentence without brackets
//! is a trap: nothing is to be found in it.
#![cfg(feature = "embedded")]

mod arabic;
mod arabic_news;
mod armenian;
mod azerbaijani;
mod dump;
mod english;
mod georgian;
mod kurdish;
mod limits;
mod namesakes;
mod other_examples;
mod persian;
mod posts;
mod properties;
mod russian;
mod sites;
mod unheard;
mod unlisted;

use std::ops::Range;
use toponym::{Gazetteer, IndexBuilder, MentionKind, Resolver};

/// What the sentences call places.
const PLACES: &[(&str, &str)] = &[
    ("?", ""),
    ("agdam", "gn:148619"),
    ("agdam-district", "gn:148617"),
    ("aleppo", "gn:170063"),
    ("aleppo-province", "gn:170062"),
    ("amman", "gn:250441"),
    ("ankara", "gn:323786"),
    ("armenia", "gn:174982"),
    ("astana", "gn:1526273"),
    ("azerbaijan", "gn:587116"),
    ("baalbek", "gn:277130"),
    ("baghdad", "gn:98182"),
    ("baku", "gn:587084"),
    ("barda", "gn:587057"),
    ("barda-district", "gn:587056"),
    ("beirut", "gn:276781"),
    ("benghazi", "gn:88319"),
    ("black-sea", "gn:630673"),
    ("cairo", "gn:360630"),
    ("chad", "gn:2434508"),
    ("china", "gn:1814991"),
    ("damascus", "gn:170654"),
    ("egypt", "gn:357994"),
    ("khimki", "gn:550280"),
    ("lyubertsy", "gn:532615"),
    ("zugdidi", "gn:610824"),
    ("kutaisi", "gn:613607"),
    ("batumi", "gn:615532"),
    ("oryol", "gn:515012"),
    ("yelets", "gn:467978"),
    ("komsomolsk", "gn:2021851"),
    ("lachin-district", "gn:147626"),
    ("moscow-oblast", "gn:524925"),
    ("batman", "gn:321836"),
    ("bursa", "gn:750269"),
    ("yalova", "gn:738025"),
    ("sivas", "gn:300619"),
    ("indianapolis", "gn:4259418"),
    ("diyarbakir", "gn:316541"),
    ("ejmiatsin", "gn:616062"),
    ("erbil", "gn:95446"),
    ("fez", "gn:2548885"),
    ("france", "gn:3017382"),
    ("fuzuli", "gn:148106"),
    ("fuzuli-district", "gn:148107"),
    ("ganja", "gn:586523"),
    ("garagol", "gn:147917"),
    ("gaza-strip", "gn:281132"),
    ("geneva", "gn:2660646"),
    ("georgia", "gn:614540"),
    ("germany", "gn:2921044"),
    ("gori", "gn:614455"),
    ("goris", "gn:174895"),
    ("gyumri", "gn:616635"),
    ("hafar-al-batin", "gn:106297"),
    ("hama-province", "gn:170015"),
    ("homs-province", "gn:169575"),
    // Its governorate.
    ("hafar-al-batin-unit", "wof:1108720699"),
    ("idlib", "gn:169389"),
    ("idlib-province", "gn:169387"),
    ("iran", "gn:130758"),
    ("iraq", "gn:99237"),
    ("irbid", "gn:248946"),
    ("istanbul", "gn:745044"),
    ("italy", "gn:3175395"),
    ("jeddah", "gn:105343"),
    ("jordan", "gn:248816"),
    ("kalbajar-district", "gn:586047"),
    ("kapan", "gn:174875"),
    ("karabakh", "wd:Q44302"),
    ("kazakhstan", "gn:1522867"),
    ("khamis-mushait", "gn:105072"),
    ("kirkuk", "gn:94787"),
    ("kobani", "gn:172256"),
    ("lachin", "gn:147625"),
    ("lebanon", "gn:272103"),
    ("lerik", "gn:147611"),
    ("libya", "gn:2215636"),
    ("lisbon", "gn:2267057"),
    ("lori", "gn:828263"),
    ("lyon", "gn:2996944"),
    ("madrid", "gn:3117735"),
    ("manchester", "gn:2643123"),
    ("mazandaran", "gn:124544"),
    ("mecca", "gn:104515"),
    ("medina", "gn:109223"),
    ("mediterranean", "gn:363196"),
    ("minsk", "gn:625144"),
    ("moscow", "gn:524901"),
    ("mosul", "gn:99072"),
    ("nabeul", "gn:2468579"),
    ("north-africa", "local:north-africa"),
    ("oman", "gn:286963"),
    ("oslo", "gn:3143244"),
    ("oujda", "gn:2540483"),
    ("palmyra", "gn:163808"),
    ("paris", "gn:2988507"),
    ("prague", "gn:3067696"),
    ("qamishli", "gn:173377"),
    ("qazax", "gn:585226"),
    ("qom", "gn:119208"),
    ("rabat", "gn:2538475"),
    ("riyadh", "gn:108410"),
    ("russia", "gn:2017370"),
    ("shirak", "gn:828264"),
    ("shusha", "gn:147105"),
    ("shusha-district", "gn:147163"),
    ("sidon", "gn:268064"),
    ("sofia", "gn:727011"),
    ("sousse", "gn:2464915"),
    ("spain", "gn:2510769"),
    ("stepanakert", "gn:146970"),
    ("sulaymaniyah", "gn:98463"),
    ("sumqayit", "gn:584923"),
    ("syria", "gn:163843"),
    ("syunik", "gn:409314"),
    ("tabriz", "gn:113646"),
    ("taif", "gn:107968"),
    ("taiz", "gn:70225"),
    ("tartar", "gn:584871"),
    ("tartar-district", "gn:409420"),
    ("tavush", "gn:828265"),
    ("tbilisi", "gn:611717"),
    ("tehran", "gn:112931"),
    ("tripoli-lb", "gn:266826"),
    ("tripoli-ly", "gn:2210247"),
    ("tunisia", "gn:2464461"),
    ("turkey", "gn:298795"),
    ("uk", "gn:2635167"),
    ("us", "gn:6252001"),
    ("usak", "gn:298299"),
    ("van", "gn:298117"),
    ("vanadzor", "gn:616530"),
    ("west-africa", "local:west-africa"),
    ("vienna", "gn:2761369"),
    ("yerevan", "gn:616052"),
    ("zangilan", "gn:146901"),
];

/// A mention, as it should be or as it is.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    name: Range<usize>,
    token: Range<usize>,
    phrase: Range<usize>,
    kind: MentionKind,
    place: String,
}

/// The sentence without its markup, and the mentions marked in it.
fn unmark(marked: &str) -> (String, Vec<Seen>) {
    let mut text = String::new();
    let mut seen = Vec::new();
    let mut open: [Option<usize>; 3] = [None; 3];
    let mut closed: [Option<Range<usize>>; 3] = [const { None }; 3];
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        if let Some(level) = "([{".find(c) {
            open[level] = Some(text.len());
        } else if let Some(level) = ")]}".find(c) {
            closed[level] = Some(open[level].take().expect("an opening bracket")..text.len());
        } else if c == '<' {
            let label: String = chars.by_ref().take_while(|c| *c != '>').collect();
            let (kind, label) = match label.strip_prefix('*') {
                Some(label) => (MentionKind::Demonym, label),
                None => (MentionKind::Place, label.as_str()),
            };
            let [name, token, phrase] = std::mem::replace(&mut closed, [const { None }; 3]);
            let name = name.expect("a name in brackets");
            let token = token.unwrap_or(name.clone());
            let place = PLACES.iter().find(|(known, _)| *known == label);
            seen.push(Seen {
                phrase: phrase.unwrap_or(token.clone()),
                name,
                token,
                kind,
                place: place
                    .unwrap_or_else(|| panic!("{label}: what place?"))
                    .1
                    .into(),
            });
        } else {
            text.push(c);
        }
    }
    (text, seen)
}

/// Checks that the scanner finds in each sentence what is marked in it.
fn check(sentences: &[&str]) {
    let resolver = Resolver::embedded();
    let mut wrong = Vec::new();
    for marked in sentences {
        let (text, expected) = unmark(marked);
        let mut found = Vec::new();
        for mention in resolver.scan(&text) {
            assert_eq!(&text[mention.range()], mention.as_str());
            let best = mention.resolution().best();
            found.push(Seen {
                name: mention.range(),
                token: mention.token_span().range(),
                phrase: mention.phrase_span().range(),
                kind: mention.kind(),
                place: best.map_or(String::new(), |best| best.place().id().to_string()),
            });
        }
        if found != expected {
            let show = |seen: &[Seen]| {
                let lines = seen.iter().map(|seen| {
                    format!(
                        "    {} | {} | {} {} {}",
                        &text[seen.name.clone()],
                        &text[seen.token.clone()],
                        &text[seen.phrase.clone()],
                        seen.kind,
                        seen.place
                    )
                });
                lines.collect::<Vec<_>>().join("\n")
            };
            wrong.push(format!(
                "{text}\n  found\n{}\n  expected\n{}",
                show(&found),
                show(&expected)
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} sentences:\n{}",
        wrong.len(),
        sentences.len(),
        wrong.join("\n")
    );
}

/// A gazetteer of places that nobody chose, as one out of a dump is: the bare name of a small one
/// is a word more often than the place. Each row ends before its source.
fn dump(places: &[&str], names: &[&str]) -> Resolver {
    let table = |header: &str, rows: &[&str], source: &str| {
        let rows = rows.iter().map(|row| format!("{row},{source}\n"));
        format!("{header},source\n{}", rows.collect::<String>())
    };
    let header = "id,class,feature,country,latitude,longitude,population";
    let places = table(header, places, "geonames");
    let names = table("place,text,language,kind", names, "geonames:dump");
    let gazetteer = Gazetteer::from_csv(("p", places.as_bytes()), ("n", names.as_bytes()));
    let index = IndexBuilder::new()
        .add_gazetteer(gazetteer.unwrap())
        .build();
    Resolver::new(index.unwrap())
}
