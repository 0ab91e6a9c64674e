//! `/desk/{body}/members.csv` and every other list of a desk as a file, for whom its
//! page shows it.

use crate::{
    error::Failure,
    form::{
        Faults,
        ending::{Ending, ListName},
    },
    page::visit::Visit,
};
use axum::{extract::Path, response::Response};
use interlocal_catalog::OrganizationId;
use interlocal_portal::{desk::listings::Shelf, lists::ListTable};

/// A list of a body.
pub async fn file(
    Path(body): Path<String>,
    visit: Visit,
    (ListName(list), ending): (ListName, Ending),
) -> Result<Response, Failure> {
    let table = table(&visit, &OrganizationId::new(body), &list).await?;
    ending.of(table).await
}

/// `/desk.csv`
pub async fn own(visit: Visit, ending: Ending) -> Result<Response, Failure> {
    let table = visit.app.portal.list_desks(&visit.acting()?)?;
    ending.of(table).await
}

/// `/desk/{body}/webhooks/{id}/deliveries.csv`
pub async fn deliveries(
    Path((body, id)): Path<(String, i32)>,
    visit: Visit,
    ending: Ending,
) -> Result<Response, Failure> {
    let (actor, portal) = (visit.acting()?, &visit.app.portal);
    let body = OrganizationId::new(body);
    let table = portal.list_deliveries(&actor, Some(&body), id).await?;
    ending.of(table).await
}

async fn table(visit: &Visit, body: &OrganizationId, list: &str) -> Result<ListTable, Failure> {
    let portal = &visit.app.portal;
    let actor = &visit.acting()?;
    let table = match list {
        "listings" => {
            portal.desk_door(actor, body, interlocal_catalog::policy::Role::Member)?;
            portal.list_listings(actor, body, shelf(visit)?).await
        }
        "listed" => portal.list_listed(actor, body).await,
        "stale" => portal.list_stale(actor, body).await,
        "broken-links" => portal.list_broken_links(actor, body).await,
        "statements" => portal.list_statements(actor, body),
        "questions" => portal.list_questions(actor, body).await,
        "reports" => portal.list_reports(actor, body).await,
        "participations" => portal.list_participations(actor, body).await,
        "adoptions" => portal.list_adoptions(actor, body).await,
        "import" => portal.list_import_files(actor, body).await,
        "imports" => portal.list_imports(actor, body).await,
        "proposals" => portal.list_proposals(actor, body).await,
        "members" => portal.list_members(actor, body).await,
        "domains" => portal.list_domains(actor, body).await,
        "webhooks" => portal.list_webhooks(actor, Some(body)).await,
        "log" => portal.list_body_log(actor, body),
        _ => return Err(Failure::NotFound),
    };
    Ok(table?)
}

/// The shelf that the address names; none means all.
fn shelf(visit: &Visit) -> Result<Option<Shelf>, Failure> {
    let mut faults = Faults::default();
    let words = faults.words(&visit.fields, "status", &Shelf::ALL.map(Shelf::word));
    faults.end()?;
    let named = |shelf: &Shelf| words.last().is_some_and(|word| word == shelf.word());
    Ok(Shelf::ALL.into_iter().find(named))
}
