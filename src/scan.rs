//! Reading running text: which of its words are names of places, and of which.
//!
//! ```text
//! text ─> piece (UAX 29 and what the scripts need) ─> words (normalized, folded)
//!      ─> find (walk in the dictionary, clitics and endings) ─> judge ─> longer ─> narrow ─┐
//!                     around (feature words) ───────────────────┘   (clubs)               │
//!                     demonym, fuzzy, unlisted (sites), joined ───────────────────────────┤
//!                                                          coherence <── window of mentions
//!                                                              └──> Mention
//! ```
//! *Longer* knows names that are a part of something that is no place (ريال مدريد), *narrow* the
//! name within a name (غزة of قطاع غزة), *extent* what of the words beside a name is a part of it
//! (Սյունիքի մարզ), *coherence* which of several places is meant. *Longer* asks *heads* what the
//! words behind a name make of it (Երևանի պետական համալսարան), and *quoted* about titles; *listed*
//! knows the feature word that announces a whole list.
//!
//! The text is read in *stretches* of a few hundred words, so that memory does not grow with it,
//! and its words are normalized in *runs* of bounded length. Each spelling is normalized and looked up once (*form*), with what can begin at it, so that most
//! words are passed over at once. What the index has under a key (*entry*), and what a word says of
//! a name beside it (*neighbor*), is worked out once as well; the next text begins with what this
//! one taught (*scratch*). The text's *habits* of writing are told by its beginning, how much a
//! place is talked about by its *standing*. [`Resolver::names_in`] ends after *find*: its *name
//! matches* are all names, meant or not. From left to right the longest name counts, and no two
//! mentions overlap. A word is taken as it stands if that is a name; else what is left of it
//! without clitics, article or endings, the least taken off.
//!
//! A word that is a demonym as well as a name is decided by rule. Of the two the longer one
//! counts; then the name, if a feature word says that a place is meant (قرية تركمان), or if the
//! language writes the demonym small and the word has a capital within a sentence (*Qazax*);
//! then the one for which less is taken off; then the one spelled the same before folding,
//! which tells تركية (Turkish) from ترکیه (Turkey in Persian); then the name, if it is a
//! country's (سورية, but السورية is Syrian); and then the demonym.

mod around;
mod clubs;
mod coherence;
mod demonym;
mod entry;
mod extent;
mod find;
mod fold;
mod form;
mod fuzzy;
mod habits;
mod heads;
mod held;
mod joined;
mod judge;
mod listed;
mod longer;
mod mention;
mod name_match;
mod narrow;
mod neighbor;
mod piece;
mod quoted;
mod read;
mod run;
mod scratch;
mod sign;
mod site_names;
mod sites;
mod standing;
mod stretch;
#[cfg(test)]
mod tests;
mod unlisted;
mod weigh;
mod words;

pub use mention::{Mention, MentionKind};
pub use name_match::{NameMatch, NameMatches};
pub(crate) use scratch::Scratches;

use crate::document::Document;
use crate::resolver::Resolver;
use coherence::{Coherence, WINDOW};
use habits::Habits;
use read::{Reader, Wanted};
use scratch::Scratch;
use std::collections::VecDeque;
use stretch::Stretches;
use words::Words;

impl Resolver {
    /// The places and demonyms that a text mentions, in the order of the text, resolved by the
    /// words beside each and by the other mentions around it. What is known of the text
    /// beforehand goes into a [`Document`].
    ///
    /// Mentions are found as the iterator goes on, so that a long text can be read without
    /// holding all of its mentions. What is held beside the text stays under 64 MB, whatever the
    /// text is: words of more than 1,024 bytes are passed over, no name goes on where more than
    /// 1,024 bytes stand between two words, and what words and names have taught is forgotten
    /// before it takes more than some 20 MB. Up to 16 MB of it are kept for the next text, and of
    /// scanners that are open at once for as many texts, at most 16.
    ///
    /// ```
    /// use toponym::{Coordinates, Gazetteer, IndexBuilder, Name, NameKind, Place, Resolver};
    ///
    /// let gyumri = Place::new("gn:616635".parse()?, Coordinates::new(40.79, 43.84)?);
    /// let name = Name::new(gyumri.id.clone(), "غيومري", "ar".parse()?, NameKind::Preferred);
    /// let gazetteer = Gazetteer { places: vec![gyumri], names: vec![name] };
    /// let resolver = Resolver::new(IndexBuilder::new().add_gazetteer(gazetteer).build()?);
    ///
    /// let text = "وصلوا إلى مدينة غيومري أمس";
    /// let mention = resolver.scan(text).next().unwrap();
    /// assert_eq!(mention.as_str(), "غيومري");
    /// assert_eq!(&text[mention.phrase_range()], "مدينة غيومري");
    /// assert_eq!(mention.resolution().best().unwrap().place().id().to_string(), "gn:616635");
    /// # Ok::<(), toponym::Error>(())
    /// ```
    pub fn scan<'r, 't>(&'r self, document: impl Into<Document<'t>>) -> Mentions<'r, 't> {
        let document = document.into();
        let text = document.text;
        let wanted = Wanted {
            unlisted: document.unlisted,
            doubtful: document.doubtful,
            country: match document.countries[..] {
                [country] => Some(country),
                _ => None,
            },
        };
        let mut habits = Habits::of(text);
        habits.posts |= document.posts;
        let Scratch { words, entries } = self.scratches().take();
        Mentions {
            coherence: Coherence::new(document),
            stretches: Stretches::new(text),
            words,
            reader: Reader::new(self, text, habits, wanted, entries),
            ready: VecDeque::new(),
        }
    }
}

/// The mentions of a text, from [`Resolver::scan`].
pub struct Mentions<'r, 't> {
    stretches: Stretches<'t>,
    words: Words,
    reader: Reader<'r, 't>,
    /// Mentions that were found but not given out yet: what the next one is weighed with.
    ready: VecDeque<Mention<'r, 't>>,
    coherence: Coherence<'r, 't>,
}

impl Mentions<'_, '_> {
    /// Reads the next stretch; false at the end of the text.
    fn read_on(&mut self) -> bool {
        let Some(keep) = self.stretches.next(self.reader.index(), &mut self.words) else {
            return false;
        };
        self.reader.read(&self.words, keep, &mut self.ready);
        self.stretches.pass_over(keep);
        true
    }
}

/// Gives back what the next text can use.
impl Drop for Mentions<'_, '_> {
    fn drop(&mut self) {
        self.reader.resolver().scratches().give_back(Scratch {
            words: std::mem::take(&mut self.words),
            entries: std::mem::take(&mut self.reader.entries),
        });
    }
}

impl<'r, 't> Iterator for Mentions<'r, 't> {
    type Item = Mention<'r, 't>;

    fn next(&mut self) -> Option<Mention<'r, 't>> {
        while self.ready.len() <= WINDOW && self.read_on() {}
        let mut mention = self.ready.pop_front()?;
        self.coherence.settle(&mut mention, &self.ready);
        Some(mention)
    }
}

impl std::fmt::Debug for Mentions<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mentions").finish_non_exhaustive()
    }
}
