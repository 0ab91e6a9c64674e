//! `/hsds/services` and `/hsds/service_at_locations`

use super::{Form, given, joined, lines, only_paging, page, paging, words};
use crate::{
    App,
    error::Failure,
    form::{Faults, Fields},
};
use axum::{
    body::{Body, Bytes},
    extract::{Path, State},
    response::Response,
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use futures_util::{Stream, stream};
use interlocal_portal::{
    Portal,
    exporting::service_directory::{Much, Page, Wanted},
};
use std::{io, sync::Arc};

/// A page of services.
pub async fn list(State(app): State<App>, fields: Fields) -> Result<Response, Failure> {
    let mut faults = Faults::default();
    let wanted = Wanted {
        search: fields.last("search").unwrap_or_default().to_owned(),
        term: words(&fields, "taxonomy_term_id"),
        taxonomy: words(&fields, "taxonomy_id"),
        organization: words(&fields, "organization_id"),
        modified_after: after(&fields, &mut faults),
        much: match (fields.on("minimal"), fields.on("full")) {
            (true, _) => Much::Minimal,
            (_, true) => Much::Full,
            _ => Much::Brief,
        },
    };
    let (paging, form) = paging(&fields, &mut faults);
    faults.end()?;
    match form {
        Form::Lines => Ok(lines(Body::from_stream(all(app.portal, wanted)))),
        Form::Envelope => {
            let found = app.portal.hsds_services(&wanted, paging).await?;
            Ok(page(found, form))
        }
    }
}

/// Every service, a piece at a time. A list that breaks off is seen to be broken.
fn all(portal: Arc<Portal>, wanted: Wanted) -> impl Stream<Item = io::Result<Bytes>> {
    let services = portal.all_hsds_services(&wanted);
    stream::try_unfold((portal, services), |(portal, mut services)| async move {
        let more = portal.more_hsds_services(&mut services).await;
        let more = more.map_err(|error| {
            tracing::error!(?error, "a list of services broke off");
            io::Error::other("the list broke off")
        })?;
        Ok(more.map(|entries| (Bytes::from(joined(&entries)), (portal, services))))
    })
}

/// A service with everything that belongs to it.
pub async fn show(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Failure> {
    Ok(given(app.portal.hsds_service(&id).await?))
}

/// Services at places: the portal knows of none, for they are used from anywhere.
pub async fn at_locations(fields: Fields) -> Result<Response, Failure> {
    let (paging, form) = only_paging(&fields)?;
    Ok(page(Page::empty(paging), form))
}

/// One of them: there is none.
pub async fn at_location(Path(_id): Path<String>) -> Failure {
    Failure::NotFound
}

fn after(fields: &Fields, faults: &mut Faults) -> Option<DateTime<Utc>> {
    let text = words(fields, "modified_after")?;
    let day = text.parse::<NaiveDate>().ok();
    let day = day.map(|day| day.and_time(NaiveTime::MIN).and_utc());
    let time = DateTime::parse_from_rfc3339(&text).ok();
    let found = time.map(|time| time.to_utc()).or(day);
    if found.is_none() {
        let why = format!("“{text}” is no day and no time; write it as 2026-06-30");
        faults.add("modified_after", why);
    }
    found
}
