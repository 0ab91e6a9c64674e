//! Calendars of ends and reviews: `/search.ics`, `/offerings/{slug}/dates.ics`,
//! `/organizations/{slug}/dates.ics`, `/shortlist.ics`, `/workspaces/shared/{secret}/dates.ics`

use super::seldom;
use crate::{chosen::Choice, error::Failure, form::search, page::visit::Visit};
use axum::{extract::Path, http::HeaderMap, response::Response};
use interlocal_catalog::{OfferingId, OrganizationId};
use interlocal_portal::lists::Dates;

const MEDIA: &str = "text/calendar; charset=utf-8";

/// Of what a search finds.
pub async fn offerings(mut visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    visit.choice = Choice::in_address(&visit.app, &visit.fields)?;
    let form = search::read(&visit.app, &visit.fields, &visit.choice)?;
    answer(&visit, &headers, Dates::Search(Box::new(form.search))).await
}

/// Of one offering.
pub async fn offering(
    Path(slug): Path<String>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    answer(&visit, &headers, Dates::Offering(OfferingId::new(slug))).await
}

/// Of what a body publishes.
pub async fn body(
    Path(slug): Path<String>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    answer(&visit, &headers, Dates::Body(OrganizationId::new(slug))).await
}

/// Of the shortlist.
pub async fn shortlist(visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    let kept = visit.kept.clone();
    answer(&visit, &headers, Dates::Shortlist(kept)).await
}

/// Of a workspace, for whoever has its secret link.
pub async fn workspace(
    Path(secret): Path<String>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    answer(&visit, &headers, Dates::Workspace(secret)).await
}

async fn answer(visit: &Visit, headers: &HeaderMap, of: Dates) -> Result<Response, Failure> {
    let text = visit.app.portal.dates(&visit.actor(), &of).await?;
    Ok(seldom(headers, text, MEDIA))
}
