//! What a search box offers while somebody types: places, types, properties; and what is shown beside
//! an offer.

use crate::service::api::place::find;
use crate::service::kind::{KINDS, Kind, KindRecord};
use crate::service::limits::Limits;
use crate::service::params::{Params, unexpected};
use crate::service::path::PathPart;
use crate::service::problem::Problem;
use crate::service::reconcile::card::{card, description};
use crate::service::reconcile::property::{self, PropertyRecord};
use crate::service::reconcile::query::beginning;
use crate::service::reconcile::reply;
use crate::service::state::Service;
use crate::service::workers::Length;
use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use std::sync::Arc;
use toponym::{Query, Resolver};

/// Offers of a search box.
const OFFERS: usize = 10;

#[derive(Serialize)]
struct Offers<T> {
    result: Vec<T>,
}

/// A place that is offered.
#[derive(Serialize)]
struct Entity {
    id: String,
    name: String,
    description: String,
    notable: Vec<KindRecord>,
}

#[derive(Serialize)]
struct Flyout {
    id: String,
    html: String,
}

/// Properties that columns can be made of.
#[derive(Serialize)]
struct Proposal {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<usize>,
    properties: Vec<PropertyRecord>,
}

/// What is typed, and how many offers were seen before.
struct Typed {
    prefix: String,
    seen: usize,
    params: Params,
}

impl Typed {
    fn read(service: &Service, params: Params) -> Result<Self, Problem> {
        let prefix = params.name("prefix", service.limits.max_name)?.to_owned();
        let seen = params.whole("cursor", 0..=usize::MAX)?.unwrap_or_default();
        Ok(Typed {
            prefix,
            seen,
            params,
        })
    }

    /// Whether one of these is what is typed, or begins a word of it so.
    fn fits(&self, id: &str, name: &str) -> bool {
        let typed = self.prefix.trim().to_lowercase();
        let name = name.to_lowercase();
        let mut words = name.split(|c: char| !c.is_alphanumeric());
        id.to_lowercase().starts_with(&typed)
            || name.starts_with(&typed)
            || words.any(|word| word.starts_with(&typed))
    }

    fn reply<T: Serialize>(&self, offers: impl Iterator<Item = T>) -> Result<Response, Problem> {
        let result = offers.skip(self.seen).take(OFFERS).collect();
        reply(&Offers { result }, &self.params)
    }
}

/// `GET /reconcile/suggest/entity`
pub(crate) async fn suggest_entity(
    State(service): State<Arc<Service>>,
    params: Params,
) -> Result<Response, Problem> {
    let typed = Typed::read(&service, params)?;
    let kinds = typed.params.listed("type")?;
    let kinds: Vec<Kind> = kinds.into_iter().filter_map(Kind::of_id).collect();
    let most = typed.seen.saturating_add(OFFERS).min(Limits::MAX_ANSWERS);
    let resolver = service.resolver();
    let length = Length::of_beginning(&typed.prefix, !kinds.is_empty());
    let query = beginning(&typed.prefix, &kinds, most);
    let work = move || offered(&resolver, query, &kinds);
    let offers = service.workers.look_for(length, work).await?;
    typed.reply(offers.into_iter())
}

/// The places that are found, if they are of one of the types.
fn offered(resolver: &Resolver, query: Query, kinds: &[Kind]) -> Vec<Entity> {
    let answer = resolver.resolve(query);
    let places = answer.candidates().iter().map(toponym::Candidate::place);
    let wanted = places.filter(|place| {
        let feature = place.feature();
        kinds.is_empty() || kinds.iter().any(|kind| kind.holds(feature))
    });
    let offers = wanted.map(|place| Entity {
        id: place.id().to_string(),
        name: place.name().to_owned(),
        description: description(place),
        notable: Kind::of(place.feature()).map(Kind::to_record).collect(),
    });
    offers.collect()
}

/// `GET /reconcile/suggest/type`
pub(crate) async fn suggest_type(
    State(service): State<Arc<Service>>,
    params: Params,
) -> Result<Response, Problem> {
    let typed = Typed::read(&service, params)?;
    let kinds = KINDS.iter().filter(|kind| typed.fits(kind.id, kind.name));
    typed.reply(kinds.map(|kind| kind.to_record()))
}

/// `GET /reconcile/suggest/property`
pub(crate) async fn suggest_property(
    State(service): State<Arc<Service>>,
    params: Params,
) -> Result<Response, Problem> {
    let typed = Typed::read(&service, params)?;
    let all = property::all(false);
    typed.reply(all.filter(|property| typed.fits(&property.id, &property.name)))
}

/// `GET /reconcile/properties`: the columns that can be made.
pub(crate) async fn properties(params: Params) -> Result<Response, Problem> {
    let wanted = params.whole("limit", 1..=usize::MAX)?;
    let all = property::all(true);
    let proposal = Proposal {
        r#type: params.one("type")?.map(str::to_owned),
        limit: wanted.map(|wanted| wanted.min(Limits::MAX_ANSWERS)),
        properties: all.take(wanted.unwrap_or(usize::MAX)).collect(),
    };
    reply(&proposal, &params)
}

/// `GET /reconcile/flyout/{what}`: more of what is offered.
pub(crate) async fn flyout(
    State(service): State<Arc<Service>>,
    PathPart(what): PathPart,
    params: Params,
) -> Result<Response, Problem> {
    let id = params.required("id")?.to_owned();
    let unknown = || Problem::not_found(format!("no {what} has the id {id:?}"));
    let html = match what.as_str() {
        "entity" => {
            let resolver = service.resolver();
            card(find(&resolver, &id)?)
        }
        "type" => {
            let kind = Kind::of_id(&id).ok_or_else(unknown)?;
            format!("<p><b>{}</b> ({})</p>", kind.name, kind.id)
        }
        "property" => {
            let property = property::all(false).find(|property| property.id == id);
            let property = property.ok_or_else(unknown)?;
            format!("<p><b>{}</b>: {}</p>", property.name, property.description)
        }
        other => return Err(unexpected("the path", other, "entity, type or property")),
    };
    reply(&Flyout { id, html }, &params)
}
