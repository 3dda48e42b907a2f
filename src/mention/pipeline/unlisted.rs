//! Places that no gazetteer holds, as the pipeline looks for them: by heads behind them, in quotation marks,
//! beside other places.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::Tokens;
use crate::analysis::trigger::Trigger;
use crate::lang::language::Use;
use crate::mention::detection::{Detection, NameDetection};
use crate::mention::lookup::Passage;
use crate::mention::lookup::name_entry::NameEntry;
use crate::mention::pipeline::Pipeline;
use crate::mention::site_point::{SitePoint, SiteRelation};
use crate::mention::span::trailing_head::TrailingHeadSite;
use crate::mention::span::{
    MentionSpan, between_site, enumerated_site, listed_site, located_site, quoted_site,
    trailing_head,
};
use crate::model::feature::FeatureClass;
use crate::query::rule::Rule;

/// Whether a name is no more than a part of the site whose name begins with it.
pub(super) fn is_part(tokens: &Tokens, name: &NameDetection, site: &TrailingHeadSite) -> bool {
    let found = &name.matched.found;
    if is_honoree(tokens, name, site) {
        return true;
    }
    // Մոսկվայի կամուրջ is a bridge of Moscow, Աբովյան փողոց no street of Abovyan.
    if found.stripped() > 0 || found.last > site.last {
        return false;
    }
    // Jersey City is no city on Jersey, nor Bolu Dağı the town of Bolu; Van Atatürk Şehir Stadı is more than a
    // stadium of Van.
    let own = site.is_of_its_own() && !name.accepted.all_names().any(|name| is_land(name, site));
    let whole = site.in_name || own || found.last < site.last;
    site.is_built() || (whole && name.accepted.context.after.is_none())
}

/// Whether a site is named after a man of the name: Ազիզբեկովի անվան մարզադաշտ.
fn is_honoree(tokens: &Tokens, name: &NameDetection, site: &TrailingHeadSite) -> bool {
    let behind = name.matched.found.token_last() + 1;
    behind <= site.last && neighbor(tokens, behind).uses.has(Use::NamedAfter)
}

/// Whether a name is that of the land which a head is for, under another kind: the island of Cyprus is the
/// country, the peninsula of Istria a county.
fn is_land(name: &NameEntry, site: &TrailingHeadSite) -> bool {
    match name.feature.class() {
        FeatureClass::Populated => false,
        FeatureClass::Administrative if !name.is_country() => site.is_surrounded(),
        _ => true,
    }
}

impl<'r> Pipeline<'r, '_> {
    /// A site with the place that its name begins with, if it stands there: streets are named after places
    /// elsewhere.
    pub(super) fn standing_at(
        &self,
        passage: Passage<'_>,
        name: &NameDetection,
        site: TrailingHeadSite,
    ) -> TrailingHeadSite {
        if site.is_built() || is_honoree(passage.tokens, name, &site) {
            return site;
        }
        let start = passage.tokens.list[site.first].start;
        let country = self.discourse.country_at(start, self.options.country);
        let likely = |name: &&NameEntry| {
            let here = name.country == country || (country.is_none() && !name.dump);
            !name.is_country() && (here || name.well_known)
        };
        let likely = name.accepted.all_names().filter(likely);
        let best = likely.max_by_key(|name| (name.country == country, name.importance));
        TrailingHeadSite {
            stands_at: best.map(|name| name.name),
            ..site
        }
    }

    /// The point of the place that a site has its name of, if it stands there.
    pub(super) fn point_of_namesake(&self, detection: &Detection<'r>) -> Option<SitePoint<'r>> {
        let Detection::TrailingHeadSite(site) = detection else {
            return None;
        };
        let place = self.index.name(site.stands_at?).place();
        Some(SitePoint {
            place,
            relation: SiteRelation::Beside,
        })
    }

    /// The place whose name in quotation marks begins at a token.
    pub(super) fn quoted(&self, passage: Passage<'_>, at: usize) -> Option<TrailingHeadSite> {
        let asked = self.options.unlisted && passage.rules.has(Rule::QuotedSites);
        asked.then(|| quoted_site::detect(passage, at)).flatten()
    }

    /// The place at a token that a list or the place before it tells; tokens before `first_free` belong to
    /// other mentions, and `before` is the feature word right before it.
    pub(super) fn beside_places(
        &mut self,
        passage: Passage<'_>,
        at: usize,
        first_free: usize,
        before: Option<Trigger>,
    ) -> Option<Detection<'r>> {
        if !self.options.unlisted {
            return None;
        }
        let discourse = &self.discourse;
        let listed = passage
            .rules
            .has(Rule::ListedSites)
            .then(|| listed_site::detect(passage, at, before, discourse))
            .flatten();
        if let Some(site) = listed {
            return Some(Detection::ListedSite(site));
        }
        let asked = passage.rules.has(Rule::EnumeratedSites);
        let enumerated = asked
            .then(|| enumerated_site::detect(passage, at, first_free, discourse))
            .flatten();
        let asked = passage.rules.has(Rule::LocatedSites);
        let located = || {
            asked
                .then(|| located_site::detect(passage, at, discourse))
                .flatten()
        };
        let between = || {
            let entries = &mut self.entries;
            asked
                .then(|| between_site::detect(self.index, entries, passage, at, discourse))
                .flatten()
        };
        enumerated
            .or_else(located)
            .or_else(between)
            .map(|(site, country)| Detection::EnumeratedSite(site, country))
    }

    /// Takes note of such a place, so that the list goes on behind it.
    pub(super) fn note_unlisted(&mut self, detection: &Detection<'_>, span: &MentionSpan) {
        match detection {
            Detection::ListedSite(site) => {
                if let Some(list) = &site.list {
                    self.discourse.add_unlisted(list.clone(), span.phrase.end);
                }
            }
            Detection::EnumeratedSite(_, country) => {
                let (start, end) = (span.token.start, span.phrase.end);
                self.discourse
                    .add_listed(self.text, Some(*country), start, end);
            }
            _ => {}
        }
    }

    /// The place with its head behind it, if no name within it tells it: Մեծ Հայքի թագավորություն.
    pub(super) fn trailing_head_site(
        &mut self,
        passage: Passage<'_>,
        at: usize,
    ) -> Option<TrailingHeadSite> {
        if !self.options.unlisted || !passage.rules.has(Rule::TrailingHeadSites) {
            return None;
        }
        let site = trailing_head::detect(passage, at)?;
        let mut within = at + 1..=site.last;
        // Մեծ Արտենի լեռներ: the village of Արտենի is but the mountains' namesake.
        let tells = |name: Box<NameDetection>| {
            !(site.is_of_its_own() && is_part(passage.tokens, &name, &site))
        };
        let told_by_name =
            !site.route && within.any(|inner| self.name_at(passage, inner, at).is_some_and(tells));
        (!told_by_name).then_some(site)
    }
}
