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
//! The text is read in *stretches* of a few hundred words, so that memory does not grow with it.
//! Each spelling is normalized and looked up once (*form*), with what can begin at it, so that most
//! words are passed over at once. What the index has under a key (*entry*), and what a word says of
//! a name beside it (*neighbor*), is worked out once as well; the next text begins with what this
//! one taught (*scratch*). The text's *habits* of writing are told by its beginning, how much a
//! place is talked about by its *standing*. [`Resolver::names_in`](crate::Resolver::names_in) ends after *find*: its *name
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

use crate::index::Index;
use crate::mention::Mention;
use crate::mention::annotate;
use crate::mention::cache::{BufferPool, ScannerBuffers};
use crate::mention::disambiguation::{Disambiguator, WINDOW};
use crate::mention::pipeline::{Pipeline, ScanOptions};
use crate::mention::token::Tokens;
use crate::mention::token::window::TokenWindows;
use crate::query::document::Document;
use crate::text::style::TextStyle;
use std::collections::VecDeque;

/// The mentions of a document, with the buffers of scanners that have ended.
pub(crate) fn scan<'r, 't>(
    index: &'r Index,
    caches: &'r BufferPool,
    document: Document<'t>,
) -> Mentions<'r, 't> {
    let text = document.text;
    let options = ScanOptions {
        unlisted: document.unlisted,
        low_confidence: document.low_confidence,
        country: match document.countries[..] {
            [country] => Some(country),
            _ => None,
        },
    };
    let mut style = TextStyle::of(text);
    style.posts |= document.posts;
    let ScannerBuffers { tokens, entries } = caches.take();
    Mentions {
        caches,
        disambiguator: Disambiguator::new(document),
        windows: TokenWindows::new(text),
        tokens,
        reader: Pipeline::new(index, text, style, options, entries),
        ready: VecDeque::new(),
    }
}

/// The mentions of a text, from [`Resolver::scan`](crate::Resolver::scan).
#[must_use = "a text is read as the iterator goes on"]
pub struct Mentions<'r, 't> {
    pub(crate) windows: TokenWindows<'t>,
    caches: &'r BufferPool,
    pub(crate) tokens: Tokens,
    reader: Pipeline<'r, 't>,
    /// Mentions that were found but not given out yet: what the next one is weighed with.
    pub(crate) ready: VecDeque<Mention<'r, 't>>,
    disambiguator: Disambiguator<'r, 't>,
}

impl Mentions<'_, '_> {
    /// Reads the next stretch; false at the end of the text.
    fn read_on(&mut self) -> bool {
        let index = self.reader.index;
        let annotate = |tokens: &Tokens, at| annotate::all(index, tokens, at);
        let Some(keep) = self.windows.next(&mut self.tokens, &annotate) else {
            return false;
        };
        self.reader.read(&self.tokens, keep, &mut self.ready);
        self.windows.pass_over(keep);
        true
    }
}

/// Gives back what the next text can use.
impl Drop for Mentions<'_, '_> {
    fn drop(&mut self) {
        self.caches.give_back(ScannerBuffers {
            tokens: std::mem::take(&mut self.tokens),
            entries: std::mem::take(&mut self.reader.entries),
        });
    }
}

impl<'r, 't> Iterator for Mentions<'r, 't> {
    type Item = Mention<'r, 't>;

    fn next(&mut self) -> Option<Mention<'r, 't>> {
        while self.ready.len() <= WINDOW && self.read_on() {}
        let mut mention = self.ready.pop_front()?;
        self.disambiguator.settle(&mut mention, &self.ready);
        Some(mention)
    }
}

impl std::fmt::Debug for Mentions<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mentions").finish_non_exhaustive()
    }
}
