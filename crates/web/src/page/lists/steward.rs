//! `/steward/people.csv` and every other list of stewards as a file.

use crate::{
    error::Failure,
    form::{
        ending::{Ending, ListName},
        steward::audit_filter,
    },
    page::visit::Visit,
};
use axum::{extract::Path, response::Response};
use interlocal_portal::{importing::Intake, lists::ListTable};

/// A list of stewards.
pub async fn file(
    visit: Visit,
    (ListName(list), ending): (ListName, Ending),
) -> Result<Response, Failure> {
    let table = table(&visit, &list).await?;
    ending.of(table).await
}

/// `/steward/webhooks/{id}/deliveries.csv`
pub async fn deliveries(
    Path(id): Path<i32>,
    visit: Visit,
    ending: Ending,
) -> Result<Response, Failure> {
    let (actor, portal) = (visit.acting()?, &visit.app.portal);
    let table = portal.list_deliveries(&actor, None, id).await?;
    ending.of(table).await
}

async fn table(visit: &Visit, list: &str) -> Result<ListTable, Failure> {
    let portal = &visit.app.portal;
    let actor = &visit.acting()?;
    let words = visit.fields.last("q").unwrap_or_default();
    let table = match list {
        "requests" => portal.list_government_requests(actor).await,
        "bodies" => portal.list_bodies(actor, words),
        "people" => portal.list_people(actor, words),
        "mail" => portal.list_mail(actor),
        "imports" => portal.list_import_files(actor, Intake::Stewards).await,
        "past-imports" => portal.list_imports(actor, Intake::Stewards).await,
        "jobs" => portal.list_jobs(actor).await,
        "webhooks" => portal.list_webhooks(actor, None).await,
        "announcements" => portal.list_announcements(actor).await,
        "consider-rules" => portal.list_consider_rules(actor).await,
        "audit" => {
            portal.as_steward(actor)?;
            portal.list_audit_log(actor, audit_filter(&visit.fields)?)
        }
        _ => return Err(Failure::NotFound),
    };
    Ok(table?)
}
