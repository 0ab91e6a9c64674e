//! `/join`

use super::{
    after::{see, shown},
    visit::Visit,
};
use crate::{
    error::Failure,
    form::{Fields, posted::Posted},
};
use axum::response::Response;
use interlocal_catalog::{OrganizationId, PlaceId};
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{Asking, JoinPage, RequestState, Stands},
};
use interlocal_portal::{Error, choose_government::with_county, joining::Joinable};

/// Bodies that are shown at most.
const BODIES: usize = 30;
/// Governments shown for words at most.
const GOVERNMENTS: usize = 20;

/// What somebody belongs to, asks for, and may ask for.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    visit.signed_in()?;
    let page = page(&visit, &visit.fields, Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Asks to join.
pub async fn ask(posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    visit.signed_in()?;
    let wanted = wanted(&posted.fields).ok_or(Failure::NotFound)?;
    let message = posted.fields.last("message").unwrap_or_default();
    let asked = visit
        .app
        .portal
        .ask_to_join(&visit.acting()?, &wanted, message)
        .await;
    match asked {
        Err(Error::Invalid(faults)) => {
            let page = page(visit, &posted.fields, shown(faults)).await?;
            Ok(visit.refused(&page))
        }
        Err(other) => Err(other.into()),
        Ok(()) => Ok(see("/join", "asked")),
    }
}

/// The body or government that fields name.
fn wanted(fields: &Fields) -> Option<Joinable> {
    let some = |name: &str| fields.last(name).filter(|text| !text.is_empty());
    some("body")
        .map(|slug| Joinable::Body(OrganizationId::new(slug)))
        .or_else(|| some("government").map(|key| Joinable::Government(PlaceId::new(key))))
}

async fn page(
    visit: &Visit,
    fields: &Fields,
    faults: Vec<FieldFault>,
) -> Result<JoinPage, Failure> {
    let portal = &visit.app.portal;
    let own = portal.read_own_places(&visit.acting()?).await?;
    let words = fields.last("q").unwrap_or_default();
    let asking = match wanted(fields) {
        Some(wanted) => {
            let (found, name) = portal.joinable(&wanted)?;
            let (field, value) = match &found {
                Joinable::Body(slug) => ("body", slug.to_string()),
                Joinable::Government(key) => ("government", key.to_string()),
            };
            let belongs = own.bodies.iter().any(|(body, ..)| body.as_str() == value);
            let open = own
                .requests
                .iter()
                .find(|request| request.granted.is_none() && request.wanted == found);
            Some(Asking {
                stands: match open {
                    _ if belongs => Stands::Belongs,
                    Some(open) => Stands::Asked(open.asked_at.date_naive()),
                    None => Stands::Free,
                },
                field,
                value,
                name,
                message: fields.last("message").unwrap_or_default().to_owned(),
            })
        }
        None => None,
    };
    let (body_count, bodies) = match words {
        "" => (0, Vec::new()),
        words => portal.find_bodies(words, (0, BODIES)),
    };
    let governments = match words {
        "" => Vec::new(),
        words => portal.find_governments(words, GOVERNMENTS).keys,
    };
    let directory = &visit.snapshot.directory;
    Ok(JoinPage {
        shell: visit.shell(None),
        belongs: own
            .bodies
            .into_iter()
            .map(|(slug, name, role)| (slug.to_string(), name, role.word()))
            .collect(),
        requests: own
            .requests
            .into_iter()
            .map(|request| RequestState {
                name: request.name,
                asked_on: request.asked_at.date_naive(),
                granted: request.granted,
                words: request.words,
            })
            .collect(),
        confirmed: own.confirmed,
        words: words.to_owned(),
        body_count: body_count as u64,
        bodies: bodies
            .into_iter()
            .map(|body| (body.id.to_string(), body.name))
            .collect(),
        governments: governments
            .iter()
            .filter_map(|key| {
                let row = directory.jurisdiction(key)?;
                let kind = Visit::kind_label(row);
                Some((key.to_string(), with_county(&visit.snapshot, key), kind))
            })
            .collect(),
        asking,
        done: visit.done(),
        faults,
    })
}
