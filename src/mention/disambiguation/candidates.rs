//! The places that a detection may mean, ranked by what was written: the mention by itself.

use crate::analysis::policy::Policy;
use crate::candidate::variant::QueryVariant;
use crate::index::Index;
use crate::mention::context::feature_words::Context;
use crate::mention::context::misspelled;
use crate::mention::context::told::{Telling, ToldAgain};
use crate::mention::context::unheard;
use crate::mention::detection::{Detection, NameDetection};
use crate::mention::disambiguation::coherence::MAX_CANDIDATES;
use crate::mention::lookup::Passage;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::{NameEntries, NameEntry};
use crate::mention::span::MentionSpan;
use crate::model::evidence::{ContextEvidence, StrippedAffix};
use crate::model::status::Status;
use crate::rank::candidate::Candidate;
use crate::resolution::Resolution;
use crate::resolution::resolve::rank_candidates;
use crate::text::normalize::normalize;

/// What the candidates are made of.
#[derive(Clone, Copy)]
pub(crate) struct Candidates<'r, 'a> {
    pub index: &'r Index,
    pub entries: &'a NameEntries,
    pub passage: Passage<'a>,
}

impl<'r> Candidates<'r, '_> {
    /// The candidates of a detection, ranked.
    pub fn resolution(self, detection: Detection<'r>, span: &MentionSpan) -> Resolution<'r> {
        match detection {
            Detection::Name(detection) => self.of_name(*detection, span),
            Detection::Demonym(_, entry) => {
                let names = self.entries.names_of(entry).iter();
                ranked(names.flat_map(|name| {
                    // Its place by its own name: a demonym is no spelling of that.
                    let written = self.entries.spelling(name).normal.clone();
                    self.spelled([name], written, Vec::new())
                }))
            }
            Detection::Misspelled(found) => found.resolution,
            Detection::Unheard(found) => found.resolution,
            Detection::Compound(_, entry) => {
                let written = self.passage.text.get(span.name.clone());
                let written = normalize(written.unwrap_or_default()).as_str().to_owned();
                let names = self.entries.names_of(entry);
                ranked(self.spelled(names, written, Vec::new()))
            }
            Detection::ToldAgain(told) if told.telling == Telling::Misspelled => {
                let written = self.passage.text.get(span.name.clone());
                misspelled::resolution(self.index, written.unwrap_or_default())
            }
            Detection::ToldAgain(ToldAgain {
                telling: Telling::Unheard { name, cost },
                ..
            }) => {
                let written = self.passage.text.get(span.name.clone());
                let written = normalize(written.unwrap_or_default()).as_str().to_owned();
                unheard::known(self.index, name, cost, written)
            }
            Detection::LeadingHeadSite(_)
            | Detection::TrailingHeadSite(_)
            | Detection::ListedSite(_)
            | Detection::EnumeratedSite(..)
            | Detection::ToldAgain(_) => Resolution::new(Status::Unknown, Vec::new()),
        }
    }

    /// The places of the name within a match, if there is one, and of the whole match.
    fn of_name(self, mut detection: NameDetection, span: &MentionSpan) -> Resolution<'r> {
        let spelling = std::mem::take(&mut detection.accepted.spelling);
        let (matched, accepted) = (&detection.matched, &detection.accepted);
        let inner = span
            .inner
            .and_then(|inner| detection.inner.with_feature_words.get(inner));
        let inner = inner.into_iter().flat_map(|inner| {
            let spelling = inner.found.spelling(self.passage.tokens);
            let stripped = self.stripped(&inner.found, &inner.context);
            self.spelled(self.entries.names_of(inner.entry), spelling, stripped)
        });
        let stripped = self.stripped(&matched.found, &accepted.context);
        let whole = self.spelled(accepted.all_names(), spelling, stripped);
        let mut resolution = ranked(inner.chain(whole));
        for at in span.site_head.into_iter().chain(accepted.group) {
            let written = self.passage.text.get(self.passage.tokens.range(at, at));
            let written = written.unwrap_or_default().to_owned();
            resolution.note(&ContextEvidence::NamesGroup(written));
        }
        resolution
    }

    /// The places of names, as candidates for what was written.
    fn spelled<'n>(
        self,
        names: impl IntoIterator<Item = &'n NameEntry>,
        written: String,
        stripped: Vec<StrippedAffix>,
    ) -> impl Iterator<Item = Candidate<'r>> {
        let written = QueryVariant::new(written, stripped);
        let (index, entries) = (self.index, self.entries);
        let names = names.into_iter();
        names.map(move |name| entries.candidate(index, name, &written))
    }

    /// What was stripped off a name, in the order of the text.
    fn stripped(self, found: &DictionaryMatch, context: &Context) -> Vec<StrippedAffix> {
        let Passage { text, tokens, .. } = self.passage;
        let mut stripped = Vec::new();
        for trigger in &context.before {
            trigger.strip(tokens, text, &Policy::TEXT, &mut stripped);
        }
        found.affixed().strip(tokens, text, &mut stripped);
        if let Some(trigger) = context.after {
            trigger.strip(tokens, text, &Policy::TEXT, &mut stripped);
        }
        stripped.extend(context.list.as_ref().map(|list| list.stripped(text)));
        stripped
    }
}

/// Candidates in order.
fn ranked<'r>(candidates: impl Iterator<Item = Candidate<'r>>) -> Resolution<'r> {
    rank_candidates(false, MAX_CANDIDATES, candidates.collect())
}
