//! The dictionary of a key space, read from one end to the other.

use crate::fuzzy::KeyStream;
use crate::index::completion::MAX_STEPS;
use crate::index::{Index, NameRef, PlaceRef};
use crate::key::{Key, KeySpace};
use fst::Automaton;
use fst::automaton::AlwaysMatch;
use std::fmt;

impl Index {
    /// The dictionary of a script: every spelling that the index holds, folded, in the order of the
    /// letters, each with its names and their places.
    ///
    /// [`Script`](crate::Script) and [`KeySpace`] will both do; `Other` stands for the spellings of
    /// scripts without an alphabet here, of several scripts, and without a letter.
    ///
    /// In a damaged index all of them may lead to the same names: who goes through the names of each takes the square of
    /// their number then. [`Index::verify`] tells before.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use toponym::fst::Automaton;
    /// use toponym::fst::automaton::Subsequence;
    /// use toponym::{Key, Resolver, Script};
    ///
    /// let resolver = Resolver::embedded();
    /// let index = resolver.index();
    ///
    /// // All of them, from one on that begins so.
    /// let mut spellings = index.spellings(Script::Armenian).beginning_with(&Key::of("Գյում"));
    /// let gyumri = spellings.find(|spelling| spelling.key() == &Key::of("Գյումրի")).unwrap();
    /// assert!(gyumri.places().any(|place| place.name() == "Gyumri"));
    ///
    /// // Those that an automaton accepts: here, that have these letters in this order.
    /// let key = Key::of("nxcvn");
    /// let letters = std::str::from_utf8(key.as_bytes())?;
    /// let automaton = Subsequence::new(letters);
    /// let mut found = index.spellings(Script::Latin).matching(automaton);
    /// assert!(found.any(|spelling| spelling.key() == &Key::of("Naxçıvan")));
    /// # }
    /// # Ok::<(), std::str::Utf8Error>(())
    /// ```
    pub fn spellings(&self, script: impl Into<KeySpace>) -> Spellings<'_> {
        Spellings::new(self, script.into(), Vec::new(), AlwaysMatch)
    }
}

/// The spellings of one script in the order of their letters, from [`Index::spellings`]. A few bytes
/// for each letter of a spelling are held meanwhile.
///
/// A damaged index gives fewer of them, or others; never more than it has names.
#[must_use = "spellings are read as the iterator goes on"]
pub struct Spellings<'i, A: Automaton = AlwaysMatch> {
    index: &'i Index,
    space: KeySpace,
    /// `None` if there are no keys.
    keys: Option<KeyStream<'i, A>>,
    beginning: Vec<u8>,
    /// How many more spellings there can be.
    left: usize,
}

impl<'i, A: Automaton> Spellings<'i, A> {
    fn new(index: &'i Index, space: KeySpace, beginning: Vec<u8>, automaton: A) -> Self {
        Spellings {
            index,
            space,
            keys: index.keys(space).stream(&beginning, automaton, MAX_STEPS),
            beginning,
            left: index.name_count(),
        }
    }
}

impl<'i> Spellings<'i> {
    /// Only the spellings that begin with these letters, from the first of them on; none if the letters
    /// are of another key space. Those that begin with an empty key are all.
    pub fn beginning_with(self, key: &Key) -> Spellings<'i> {
        let mut beginning =
            Spellings::new(self.index, self.space, key.as_bytes().to_vec(), AlwaysMatch);
        if !key.is_empty() && key.space() != self.space {
            beginning.keys = None;
        }
        beginning
    }

    /// Only the spellings that an automaton of the crate [`fst`](crate::fst) accepts; what it cannot
    /// accept any more is not looked at.
    ///
    /// It reads the folded letters as [`Key::as_bytes`] has them, one byte each but in
    /// [`KeySpace::Other`], those that [`beginning_with`](Self::beginning_with) fixed too.
    pub fn matching<A: Automaton>(self, automaton: A) -> Spellings<'i, A> {
        let is_empty = self.keys.is_none();
        let mut matching = Spellings::new(self.index, self.space, self.beginning, automaton);
        if is_empty {
            matching.keys = None;
        }
        matching
    }
}

impl<'i, A: Automaton> Iterator for Spellings<'i, A> {
    type Item = Spelling<'i>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let keys = self.keys.as_mut()?;
        let value = keys.next()?;
        Some(Spelling {
            index: self.index,
            key: Key::of_letters(self.space, keys.key()),
            value,
        })
    }
}

impl<A: Automaton> fmt::Debug for Spellings<'_, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Spellings")
            .field("space", &self.space)
            .finish_non_exhaustive()
    }
}

/// A spelling of the dictionary, with the names that fold to it.
#[derive(Clone)]
pub struct Spelling<'i> {
    index: &'i Index,
    key: Key,
    value: u64,
}

impl<'i> Spelling<'i> {
    /// The folded letters.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// The names that fold to these letters, each with its place; at least one.
    pub fn names(&self) -> impl Iterator<Item = NameRef<'i>> + use<'i> {
        self.index.names_from(self.value)
    }

    /// The places that bear one of these names, each once, in the order of their ids.
    pub fn places(&self) -> impl Iterator<Item = PlaceRef<'i>> + use<'i> {
        let mut numbers: Vec<_> = self.names().map(|name| name.place().number()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let index = self.index;
        numbers
            .into_iter()
            .map(move |number| PlaceRef::new(index, number))
    }
}

impl fmt::Debug for Spelling<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.key.to_string())
    }
}

#[cfg(all(test, feature = "build", feature = "embedded"))]
mod tests {
    use super::*;
    use crate::resolver::Resolver;
    use crate::text::script::Script;
    use fst::automaton::Str;
    use std::collections::BTreeMap;

    /// The names and places of each key of a space, by looking at every name.
    fn expected(index: &Index, space: KeySpace) -> BTreeMap<Vec<u8>, (usize, Vec<u32>)> {
        let mut keys = BTreeMap::new();
        for place in index.places() {
            for name in place.names() {
                let key = Key::of(name.text());
                if key.space() == space && !key.is_empty() {
                    let (names, places): &mut (usize, Vec<u32>) =
                        keys.entry(key.as_bytes().to_vec()).or_default();
                    *names += 1;
                    places.push(place.number());
                    places.dedup();
                }
            }
        }
        keys
    }

    /// Compares spellings with what they should be, key by key.
    fn check<'i, A: Automaton>(
        spellings: Spellings<'i, A>,
        expected: impl Iterator<Item = (&'i Vec<u8>, &'i (usize, Vec<u32>))>,
    ) -> usize {
        let mut count = 0;
        let mut expected = expected.peekable();
        for spelling in spellings {
            let (key, (names, places)) = expected.next().unwrap();
            assert_eq!(spelling.key().as_bytes(), key);
            assert_eq!(spelling.names().count(), *names, "{spelling:?}");
            let found = spelling.places().map(PlaceRef::number);
            assert!(found.eq(places.iter().copied()), "{spelling:?}");
            count += 1;
        }
        assert!(expected.next().is_none());
        count
    }

    #[test]
    fn every_spelling_comes_once_in_order_with_its_places() {
        let resolver = Resolver::embedded();
        let index = resolver.index();
        for space in KeySpace::ALL {
            let keys = expected(index, space);
            check(index.spellings(space), keys.iter());
            // All beginnings of some keys, and all keys with letters in an order.
            for (key, _) in keys.iter().step_by(keys.len() / 7 + 1) {
                for len in 0..=key.len() {
                    let beginning = Key::of_letters(space, &key[..len]);
                    let expected = keys
                        .iter()
                        .filter(|(key, _)| key.starts_with(beginning.as_bytes()));
                    check(index.spellings(space).beginning_with(&beginning), expected);
                }
                let Ok(text) = std::str::from_utf8(key) else {
                    continue;
                };
                let alone = index.spellings(space).matching(Str::new(text));
                assert_eq!(check(alone, keys.get_key_value(key).into_iter()), 1);
                let none = index.spellings(space).matching(Str::new(text).complement());
                check(none, keys.iter().filter(|(other, _)| *other != key));
            }
        }
    }

    #[test]
    fn a_beginning_and_an_automaton_hold_both_and_letters_of_another_space_nothing() {
        let resolver = Resolver::embedded();
        let index = resolver.index();
        let [baku, bak, ba] = ["Baku", "Bak", "Ба"].map(Key::of);
        let text = std::str::from_utf8(baku.as_bytes()).unwrap();
        let beginning = || index.spellings(Script::Latin).beginning_with(&bak);
        let found: Vec<Key> = beginning()
            .matching(Str::new(text))
            .map(|spelling| spelling.key().clone())
            .collect();
        assert_eq!(found, [baku]);
        assert!(beginning().count() > 1);
        let other = index.spellings(Script::Latin).beginning_with(&ba);
        assert_eq!(other.count(), 0);
        let other = index.spellings(Script::Latin).beginning_with(&ba);
        assert_eq!(other.matching(AlwaysMatch).count(), 0);
    }
}
