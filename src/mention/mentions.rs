//! The mentions of a text, one after the other: window by window through the pipeline, and then
//! disambiguated when those behind are known.

use crate::analysis::token::Tokens;
use crate::analysis::token::window::TokenWindows;
use crate::index::Index;
use crate::lang::language::LanguageSet;
use crate::mention::Mention;
use crate::mention::annotate;
use crate::mention::cache::{BufferPool, ScannerBuffers};
use crate::mention::disambiguation::coherence::{Disambiguator, WINDOW};
use crate::mention::disambiguation::site::{LatestPlaces, site_point};
use crate::mention::pipeline::{Pipeline, ScanOptions};
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
    let mut style = TextStyle::of(text);
    style.posts |= document.posts;
    let options = ScanOptions {
        unlisted: document.unlisted,
        low_confidence: document.low_confidence,
        min_confidence: document.min_confidence,
        country: match document.countries[..] {
            [country] => Some(country),
            _ => None,
        },
        style,
        rules: document.rules,
    };
    let languages = LanguageSet::of_tags(&document.languages);
    let ScannerBuffers {
        tokens,
        entries,
        silent,
    } = caches.take();
    Mentions {
        caches,
        disambiguator: Disambiguator::new(document),
        windows: TokenWindows::new(text).in_languages(languages),
        tokens,
        pipeline: Pipeline::new(index, text, options, entries, silent),
        ready: VecDeque::new(),
        latest: LatestPlaces::default(),
    }
}

/// The mentions of a text, from [`Resolver::scan`](crate::Resolver::scan).
pub struct Mentions<'r, 't> {
    pub(crate) windows: TokenWindows<'t>,
    caches: &'r BufferPool,
    pub(crate) tokens: Tokens,
    pipeline: Pipeline<'r, 't>,
    /// Mentions that were found but not returned yet: those before them are disambiguated by them.
    pub(crate) ready: VecDeque<Mention<'r, 't>>,
    disambiguator: Disambiguator<'r, 't>,
    latest: LatestPlaces<'r>,
}

impl Mentions<'_, '_> {
    /// Reads a piece of the text, of a few hundred words, if that is needed to know the next mention:
    /// true until it is known, or the text read to its end. The iterator does so by itself; this is
    /// for those who stop in between, for a text may go on for long without mentioning a place.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use toponym::Resolver;
    ///
    /// let resolver = Resolver::embedded();
    /// let text = "no place at all ".repeat(10_000);
    /// let mut mentions = resolver.scan(&text);
    /// let mut pieces = 0;
    /// while mentions.read_ahead() {
    ///     pieces += 1;
    ///     // Whoever has waited for long enough breaks off here.
    /// }
    /// assert!(pieces > 10);
    /// assert!(mentions.next().is_none());
    /// # }
    /// ```
    pub fn read_ahead(&mut self) -> bool {
        self.ready.len() <= WINDOW && self.read_on()
    }

    /// Reads the next window; false at the end of the text.
    fn read_on(&mut self) -> bool {
        let index = self.pipeline.index;
        let annotate = |tokens: &Tokens, at, name_starts: &mut _| {
            annotate::all(index, tokens, at, name_starts)
        };
        let Some(overlap) = self.windows.next(&mut self.tokens, &annotate) else {
            return false;
        };
        self.pipeline.read(&self.tokens, overlap, &mut self.ready);
        self.windows.keep_overlap(overlap);
        true
    }
}

/// Gives back the buffers, for the next text.
impl Drop for Mentions<'_, '_> {
    fn drop(&mut self) {
        self.caches.give_back(ScannerBuffers {
            tokens: std::mem::take(&mut self.tokens),
            entries: std::mem::take(&mut self.pipeline.entries),
            silent: self.pipeline.take_silent(),
        });
    }
}

impl<'r, 't> Iterator for Mentions<'r, 't> {
    type Item = Mention<'r, 't>;

    fn next(&mut self) -> Option<Mention<'r, 't>> {
        while self.read_ahead() {}
        let mut mention = self.ready.pop_front()?;
        self.disambiguator.disambiguate(&mut mention, &self.ready);
        if mention.site_point.is_none() {
            mention.site_point = site_point(&mention, &self.latest, &self.ready);
        }
        self.latest.add(&mention);
        Some(mention)
    }
}

impl std::fmt::Debug for Mentions<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mentions").finish_non_exhaustive()
    }
}
