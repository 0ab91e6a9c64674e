//! `/memos/{id}/freeze`

use super::number;
use crate::{
    error::Failure,
    form::{memo as form, path::Named, posted::Posted},
    page::{
        after::see,
        refused::{outcome, shown},
        visit::Visit,
    },
};
use axum::response::Response;
use interlocal_catalog::{PlaceId, eligibility::Verdict, memo::Decision};
use interlocal_pages::{components::error_summary::FieldFault, pages::MemoFreezePage};

/// The question whether it is meant.
pub async fn show(Named(id): Named, visit: Visit) -> Result<Response, Failure> {
    let id = number(&id)?;
    let missing = visit
        .app
        .portal
        .unfinished_memo(&visit.acting()?, id)
        .await?;
    Ok(visit.answer(&page(&visit, id, shown(missing)).await?))
}

/// Freezes it for good.
pub async fn freeze(Named(id): Named, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (actor, id) = (visit.acting()?, number(&id)?);
    let at = (id, form::version(&fields)?);
    let tell = |place: &PlaceId, verdict: &Verdict| visit.links_told(place, verdict);
    match outcome(visit.app.portal.freeze_memo(&actor, at, &tell).await)? {
        Ok(_) => Ok(see(&format!("/memos/{id}"), "frozen")),
        Err(missing) => Ok(visit.refuse(&page(&visit, id, missing).await?)),
    }
}

async fn page(visit: &Visit, id: i32, missing: Vec<FieldFault>) -> Result<MemoFreezePage, Failure> {
    let read = visit.app.portal.read_memo(&visit.acting()?, id).await?;
    let said = |decision| {
        let approvals = read.approvals.iter();
        approvals.filter(|one| one.decision == decision).count()
    };
    Ok(MemoFreezePage {
        shell: visit.shell(None),
        id,
        version: read.row.version,
        title: read.row.draft.title.clone(),
        missing,
        newer: read
            .options
            .iter()
            .filter(|option| option.newer.is_some())
            .map(|option| option.edition.content.title.clone())
            .collect(),
        approvals: (said(Decision::Approved), said(Decision::Declined)),
    })
}
