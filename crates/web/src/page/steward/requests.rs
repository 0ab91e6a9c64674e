//! `/steward/requests`

use crate::{
    error::Failure,
    form::{posted::Posted, steward as form},
    page::{
        after::{see, shown},
        members::numbered,
        visit::Visit,
    },
};
use axum::{extract::Path, response::Response};
use interlocal_catalog::policy::Role;
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{GovernmentRequestLine, StewardRequestsPage},
};
use interlocal_portal::{Error, members::Answer};

/// Open requests for governments.
pub async fn list(visit: Visit) -> Result<Response, Failure> {
    let page = page(&visit, Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Decides a request.
pub async fn decide(Path(request): Path<i32>, posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let actor = visit.acting()?;
    visit.app.portal.as_steward(&actor)?;
    let answer = form::answer(&posted.fields, request)?;
    let granted = answer == Answer::Grant;
    let role = if granted {
        form::role(&posted.fields)?
    } else {
        Role::Member
    };
    let decided = visit
        .app
        .portal
        .decide_government_request(&actor, request, answer, role)
        .await;
    match decided {
        Err(Error::Invalid(faults)) => {
            let page = page(visit, numbered(shown(faults), request)).await?;
            Ok(visit.refused(&page))
        }
        Err(other) => Err(other.into()),
        Ok(_) if granted => Ok(see("/steward/requests", "government")),
        Ok(_) => Ok(see("/steward/requests", "government-refused")),
    }
}

async fn page(visit: &Visit, faults: Vec<FieldFault>) -> Result<StewardRequestsPage, Failure> {
    let open = visit
        .app
        .portal
        .read_government_requests(&visit.acting()?)
        .await?;
    Ok(StewardRequestsPage {
        shell: visit.shell_of_table("/steward/requests", open.len()),
        requests: open
            .into_iter()
            .map(|request| GovernmentRequestLine {
                id: request.id,
                key: request.place.to_string(),
                government: request.name,
                email: request.email,
                name: request.person_name,
                message: request.message,
                asked_on: request.asked_at.date_naive(),
            })
            .collect(),
        done: visit.done(),
        faults,
    })
}
