//! All names of a text, meant or not: the walk in the dictionary, without the judgment.

use super::find::{Finder, Match};
use super::stretch::Stretches;
use super::words::Words;
use crate::index::{Index, NameRef};
use crate::resolver::Resolver;
use std::fmt;
use std::ops::Range;

impl Resolver {
    /// Every name of the index that stands in a text, from left to right, the longest first, no
    /// two on the same word: candidates for a judgment of your own.
    ///
    /// Words are read as [`Resolver::scan`] reads them: in any spelling that normalizes and folds
    /// to the name, whole words only, without clitics, article and endings where they are a name
    /// no sooner than that. But nothing asks whether a name is meant, nor which of its places:
    /// many an ordinary word is also the name of a hamlet. Demonyms, misspelled names, names
    /// written together and names that the index does not hold are not found.
    ///
    /// It is several times as fast as [`Resolver::scan`], and has the same limits.
    ///
    /// ```
    /// use toponym::{Coordinates, Gazetteer, IndexBuilder, Name, NameKind, Place, Resolver};
    ///
    /// let place = Place::new("gn:616052".parse()?, Coordinates::new(40.18, 44.51)?);
    /// let name = Name::new(place.id.clone(), "يريفان", "ar".parse()?, NameKind::Preferred);
    /// let gazetteer = Gazetteer { places: vec![place], names: vec![name] };
    /// let resolver = Resolver::new(IndexBuilder::new().add_gazetteer(gazetteer).build()?);
    ///
    /// let text = "عادوا ليريفان أمس";
    /// let found = resolver.names_in(text).next().unwrap();
    /// assert_eq!(&text[found.range()], "يريفان");
    /// assert_eq!(&text[found.token_range()], "ليريفان");
    /// assert_eq!(found.names().next().unwrap().place().id().to_string(), "gn:616052");
    /// # Ok::<(), toponym::Error>(())
    /// ```
    pub fn names_in<'r, 't>(&'r self, text: &'t str) -> NameMatches<'r, 't> {
        NameMatches {
            resolver: self,
            text,
            stretches: Stretches::new(text),
            words: self.scratches().take_words(),
            at: 0,
            until: 0,
            keep: None,
            done: 0,
            matches: Vec::new(),
        }
    }
}

/// A name of the index where it stands in a text, from [`Resolver::names_in`].
#[derive(Clone)]
pub struct NameMatch<'r, 't> {
    index: &'r Index,
    text: &'t str,
    name: Range<usize>,
    token: Range<usize>,
    value: u64,
}

impl<'r, 't> NameMatch<'r, 't> {
    /// The bytes of the name alone: يريفان of ليريفان.
    pub fn range(&self) -> Range<usize> {
        self.name.clone()
    }

    /// The bytes of the name with what is written together with it and was taken off: ليريفان,
    /// Երևանում, Bakı'da.
    pub fn token_range(&self) -> Range<usize> {
        self.token.clone()
    }

    /// The name as it stands in the text.
    pub fn as_str(&self) -> &'t str {
        self.text.get(self.name.clone()).unwrap_or_default()
    }

    /// The names of the index that fold to the same letters, each with its place; at least one.
    pub fn names(&self) -> impl Iterator<Item = NameRef<'r>> + use<'r> {
        self.index.names_from(self.value)
    }
}

impl fmt::Debug for NameMatch<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NameMatch")
            .field("name", &self.as_str())
            .field("range", &self.name)
            .field("token_range", &self.token)
            .finish_non_exhaustive()
    }
}

/// The names of a text, from [`Resolver::names_in`]. What is held meanwhile does not grow with the
/// text.
pub struct NameMatches<'r, 't> {
    resolver: &'r Resolver,
    text: &'t str,
    pub(super) stretches: Stretches<'t>,
    pub(super) words: Words,
    /// The next word of the stretch, where the words end that names may begin at, and how many
    /// pieces are read again with the next stretch, once there is one.
    at: usize,
    until: usize,
    keep: Option<usize>,
    /// Where the last name ends in the text.
    done: usize,
    matches: Vec<Match>,
}

impl<'r, 't> Iterator for NameMatches<'r, 't> {
    type Item = NameMatch<'r, 't>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.at >= self.until && !self.read_on() {
                return None;
            }
            let at = self.at;
            self.at += 1;
            let words = &self.words;
            // A word of the last stretch, read again, may belong to a name already.
            if words.list.get(at).is_none_or(|word| word.start < self.done) {
                continue;
            }
            let index = self.resolver.index();
            Finder { index, words }.names_at(at, &mut self.matches);
            if let Some(found) = self.matches.first() {
                let (name, token) = ranges(words, self.text, found);
                self.at = found.token_last() + 1;
                self.done = token.end;
                return Some(NameMatch {
                    index,
                    text: self.text,
                    name,
                    token,
                    value: found.value,
                });
            }
        }
    }
}

impl NameMatches<'_, '_> {
    /// Goes on to the next stretch; false at the end of the text.
    fn read_on(&mut self) -> bool {
        if let Some(keep) = self.keep.take() {
            self.stretches.pass_over(keep);
        }
        let words = &mut self.words;
        let Some(keep) = self.stretches.next(self.resolver.index(), words) else {
            return false;
        };
        self.at = 0;
        self.keep = Some(keep);
        self.until = words.list.len().saturating_sub(keep);
        true
    }
}

/// Where a name stands, and where its token does.
fn ranges(words: &Words, text: &str, found: &Match) -> (Range<usize>, Range<usize>) {
    let (first, last) = (&words.list[found.first], &words.list[found.last]);
    let start = words.start_after(first, found.skip());
    let end = words.end_before(text, last, found.drop()).max(start);
    let token = words.range(found.first, found.token_last());
    (start..end, token)
}

/// Gives back what the next text can use.
impl Drop for NameMatches<'_, '_> {
    fn drop(&mut self) {
        self.resolver
            .scratches()
            .give_back_words(std::mem::take(&mut self.words));
    }
}

impl fmt::Debug for NameMatches<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NameMatches").finish_non_exhaustive()
    }
}
