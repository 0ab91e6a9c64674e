//! `/steward/announcements`

use crate::{
    error::Failure,
    form::{Fields, posted::Posted, steward as form},
    page::{
        after::{see, shown},
        visit::Visit,
    },
};
use axum::{extract::Path, response::Response};
use interlocal_pages::{components::error_summary::FieldFault, pages::AnnouncementsPage};

/// Every announcement.
pub async fn list(visit: Visit) -> Result<Response, Failure> {
    let page = page(&visit, &Fields::default(), Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Announces something.
pub async fn add(posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let actor = visit.acting()?;
    visit.app.portal.as_steward(&actor)?;
    let announced = match form::announcement(&posted.fields, visit.app.portal.today()) {
        Ok(new) => visit
            .app
            .portal
            .announce(&actor, new)
            .await
            .map_err(Failure::from),
        Err(failure) => Err(failure),
    };
    match announced {
        Ok(()) => Ok(see("/steward/announcements", "announced")),
        Err(Failure::Invalid(faults)) => {
            let page = page(visit, &posted.fields, shown(faults)).await?;
            Ok(visit.refused(&page))
        }
        Err(other) => Err(other),
    }
}

/// Takes an announcement back.
pub async fn remove(Path(id): Path<i32>, posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    visit
        .app
        .portal
        .take_back_announcement(&visit.acting()?, id)
        .await?;
    Ok(see("/steward/announcements", "taken-back"))
}

async fn page(
    visit: &Visit,
    typed: &Fields,
    faults: Vec<FieldFault>,
) -> Result<AnnouncementsPage, Failure> {
    let all = visit
        .app
        .portal
        .read_announcements(&visit.acting()?)
        .await?;
    Ok(AnnouncementsPage {
        shell: visit.shell_of_table("/steward/announcements", all.len()),
        announcements: all,
        typed: ["words", "kind", "from", "until"]
            .map(|name| typed.last(name).unwrap_or_default().to_owned()),
        done: visit.done(),
        faults,
    })
}
