//! What a token is found to begin: what the detecting stages hand on to those that tell its span
//! and its place.

use crate::analysis::demonym::DemonymMatch;
use crate::mention::classify::Classification;
use crate::mention::context::ContextMatch;
use crate::mention::context::feature_words::Context;
use crate::mention::context::inner_name::InnerNames;
use crate::mention::context::misspelled::MisspelledName;
use crate::mention::context::told::ToldAgain;
use crate::mention::context::unheard::UnheardName;
use crate::mention::filter::Accepted;
use crate::mention::lookup::compound::CompoundPart;
use crate::mention::lookup::name_entry::EntryRange;
use crate::mention::span::leading_head::LeadingHeadSite;
use crate::mention::span::listed_site::ListedSite;
use crate::mention::span::trailing_head::TrailingHeadSite;
use crate::model::country::CountryCode;

/// A mention in the making.
pub(crate) enum Detection<'r> {
    /// A name of the index.
    Name(Box<NameDetection>),
    /// A word for the people or things of a place, with its places.
    Demonym(DemonymMatch, EntryRange),
    /// A misspelled name behind its feature word.
    Misspelled(MisspelledName<'r>),
    /// A name that only sounds like one of the index, behind a feature word or in a list.
    Unheard(UnheardName<'r>),
    /// A name written together with another one, with its places.
    Compound(CompoundPart, EntryRange),
    /// A place that the index does not hold, told by the head before its name: شارع الحمراء.
    LeadingHeadSite(LeadingHeadSite),
    /// The same by the head behind it: Բաղրամյան պողոտա.
    TrailingHeadSite(TrailingHeadSite),
    /// The same by a word for its kind in the plural: микрорайоны Южный и Речной.
    ListedSite(ListedSite),
    /// The same by a place of this country that it is enumerated with.
    EnumeratedSite(ListedSite, CountryCode),
    /// A place that the index does not hold and that the text has told by a head before.
    ToldAgain(ToldAgain),
}

/// A name of the index that refers to a place.
pub(crate) struct NameDetection {
    pub matched: ContextMatch,
    /// The shorter names within the match.
    pub inner: InnerNames,
    pub accepted: Accepted,
    /// What the classifier made of it, if its language has a classifier.
    pub classification: Option<Classification>,
}

impl NameDetection {
    /// The feature words at the match, or at the name within it of this number.
    pub fn context(&self, inner: Option<usize>) -> &Context {
        match inner.and_then(|inner| self.inner.with_feature_words.get(inner)) {
            Some(inner) => &inner.context,
            None => &self.accepted.context,
        }
    }
}

impl Detection<'_> {
    /// Whether it is of no place: a demonym of a people without a country.
    pub fn is_placeless(&self) -> bool {
        match self {
            Detection::Demonym(found, _) => found.demonyms.iter().all(|d| d.place.is_none()),
            _ => false,
        }
    }

    pub fn classification(&self) -> Option<Classification> {
        match self {
            Detection::Name(name) => name.classification,
            _ => None,
        }
    }
}
