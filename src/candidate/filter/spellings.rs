//! What of the spellings of places is compared with what is looked for: the first of a place with thousands of one key, as
//! accents make them, and few that are longer than any name that somebody wrote.

use crate::index::NameRef;

/// Maximum number of spellings of a place with one key; no gazetteer known has a tenth of them.
const MAX_SPELLINGS: u16 = 256;

/// From so many bytes on a name is long, and all long ones together have so many more: marks make names long that are
/// short as they are read.
const LONG: usize = 256;
const MAX_LONG_BYTES: usize = 1 << 20;

/// How many spellings of a place were compared, and how long they were. The names of a key stand place by place.
pub(in crate::candidate) struct FirstSpellings {
    place: Option<u32>,
    compared: u16,
    long_bytes_left: usize,
}

impl Default for FirstSpellings {
    fn default() -> Self {
        FirstSpellings {
            place: None,
            compared: 0,
            long_bytes_left: MAX_LONG_BYTES,
        }
    }
}

impl FirstSpellings {
    /// Whether the next name of the key is compared.
    pub fn admits(&mut self, name: NameRef<'_>) -> bool {
        let place = Some(name.place().number());
        if self.place != place {
            (self.place, self.compared) = (place, 0);
        }
        let long_bytes = name.text().len().saturating_sub(LONG);
        let Some(left) = self.long_bytes_left.checked_sub(long_bytes) else {
            return false;
        };
        let is_first = self.compared < MAX_SPELLINGS;
        self.compared += u16::from(is_first);
        self.long_bytes_left = left;
        is_first
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{FirstSpellings, MAX_SPELLINGS};
    use crate::gazetteer::Gazetteer;
    use crate::index::IndexBuilder;
    use crate::key::Key;
    use crate::resolver::Resolver;

    #[test]
    fn a_place_of_thousands_of_accents_is_found_beside_others() {
        let accents = ["", "\u{301}", "\u{300}", "\u{302}", "\u{308}", "\u{304}"];
        let mut names = String::from("place,text,language\n");
        for number in 0..2_000_usize {
            let mut text = String::new();
            for (at, letter) in "zubukane".chars().enumerate() {
                text.push(letter);
                text.push_str(accents[number / 6_usize.pow(at as u32 % 5) % 6]);
            }
            names += &format!("local:a,{text}{number},en\nlocal:a,{text},en\n");
        }
        names += "local:b,Zubukane,en\n";
        let places = "id,latitude,longitude\nlocal:a,40,44\nlocal:b,41,45\n";
        let tables = Gazetteer::from_csv(("p", places.as_bytes()), ("n", names.as_bytes()));
        let builder = IndexBuilder::new().add_gazetteer(tables.unwrap());
        let index = builder.build().unwrap();
        let key = Key::of("zubukane");
        assert!(index.names_of_key(&key).count() > 2 * usize::from(MAX_SPELLINGS));
        let mut spellings = FirstSpellings::default();
        let compared = index
            .names_of_key(&key)
            .filter(|name| spellings.admits(*name));
        assert_eq!(compared.count(), usize::from(MAX_SPELLINGS) + 1);
        let resolver = Resolver::new(index);
        for name in ["Zubukane", "zubukáne", "Zubukana"] {
            let answer = resolver.resolve(name);
            let found: Vec<String> = answer
                .candidates()
                .iter()
                .map(|c| c.place().id().to_string())
                .collect();
            assert_eq!(found.len(), 2, "{name}: {found:?}");
        }
    }
}
