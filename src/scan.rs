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
//! words behind a name make of it (Երևանի պետական համալսարան), and *quoted* about titles.
//!
//! The text is read in stretches of a few hundred words, so that memory does not grow with it.
//! Each spelling is normalized and looked up once (*form*), with what can begin at it, so that
//! most words are passed over at once; the next text begins with what this one taught (*scratch*).
//! From left to right the longest name counts, and no two mentions overlap. A word is taken as
//! it stands if that is a name; else what is left of it without clitics, article or endings,
//! the least taken off.
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
mod heads;
mod joined;
mod judge;
mod longer;
mod mention;
mod narrow;
mod neighbor;
mod piece;
mod quoted;
mod read;
mod scratch;
mod sign;
mod site_names;
mod sites;
mod standing;
#[cfg(test)]
mod tests;
mod unlisted;
mod weigh;
mod words;

pub use mention::{Mention, MentionKind};
pub(crate) use scratch::Scratches;

use crate::document::Document;
use crate::resolver::Resolver;
use coherence::{Coherence, WINDOW};
use find::Finder;
use judge::Habits;
use piece::{Joint, Piece, Pieces};
use read::{Reader, Wanted};
use scratch::Scratch;
use std::collections::VecDeque;
use words::Words;

impl Resolver {
    /// The places and demonyms that a text mentions, in the order of the text, resolved by the
    /// words beside each and by the other mentions around it. What is known of the text
    /// beforehand goes into a [`Document`].
    ///
    /// Mentions are found as the iterator goes on, so that a long text can be read without
    /// holding all of its mentions.
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
        };
        let Scratch { words, entries } = self.scratches().take();
        Mentions {
            coherence: Coherence::new(document),
            pieces: Pieces::new(text),
            stretch: Vec::new(),
            pending: None,
            words,
            reader: Reader::new(self, text, Habits::of(text), wanted, entries),
            ready: VecDeque::new(),
        }
    }

    /// How many names begin at the words of a text, whether they are meant or not: the walk in
    /// the dictionary alone, for the benches; no part of the interface.
    #[doc(hidden)]
    pub fn walk(&self, text: &str) -> usize {
        let mut mentions = self.scan(text);
        let (mut matches, mut count) = (Vec::new(), 0);
        while let Some(keep) = mentions.next_stretch() {
            let (index, words) = (self.index(), &mentions.words);
            for at in 0..words.list.len().saturating_sub(keep) {
                Finder { index, words }.names_at(at, &mut matches);
                count += matches.len();
            }
            mentions.pass_over(keep);
        }
        count
    }
}

/// The mentions of a text, from [`Resolver::scan`].
pub struct Mentions<'r, 't> {
    pieces: Pieces<'t>,
    /// The pieces that are read at once.
    stretch: Vec<Piece>,
    /// The piece after them.
    pending: Option<Piece>,
    words: Words,
    reader: Reader<'r, 't>,
    /// Mentions that were found but not given out yet: what the next one is weighed with.
    ready: VecDeque<Mention<'r, 't>>,
    coherence: Coherence<'r, 't>,
}

/// A stretch ends at the first punctuation after so many words.
const STRETCH: usize = 128;

/// Where there is no punctuation a stretch ends after so many.
const STRETCH_MOST: usize = 512;

/// Then the last words are read again with the next stretch: names and feature words that
/// reach over its end must be seen as a whole.
const OVERLAP: usize = 32;

impl Mentions<'_, '_> {
    /// Reads the next stretch; false at the end of the text.
    fn read_on(&mut self) -> bool {
        let Some(keep) = self.next_stretch() else {
            return false;
        };
        self.reader.read(&self.words, keep, &mut self.ready);
        self.pass_over(keep);
        true
    }

    /// Fills in the words of the next stretch, and says how many of its last pieces are read
    /// again with the one after it; `None` at the end of the text.
    fn next_stretch(&mut self) -> Option<usize> {
        let mut ended = false;
        self.stretch.extend(self.pending.take());
        loop {
            let Some(piece) = self.pieces.next() else {
                ended = true;
                break;
            };
            let closed = matches!(piece.joint, Joint::Break | Joint::Stop);
            if self.stretch.len() >= STRETCH_MOST || (closed && self.stretch.len() >= STRETCH) {
                self.pending = Some(piece);
                break;
            }
            self.stretch.push(piece);
        }
        if self.stretch.is_empty() {
            return None;
        }
        self.words
            .fill(self.reader.index(), self.reader.text(), &self.stretch);
        let cut_off = !ended && self.stretch.len() >= STRETCH_MOST;
        Some(if cut_off { OVERLAP } else { 0 })
    }

    /// Drops all pieces of the stretch but for the last ones.
    fn pass_over(&mut self, keep: usize) {
        let kept_from = self.stretch.len() - keep;
        self.stretch.drain(..kept_from);
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
