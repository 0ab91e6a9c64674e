//! `/api/v1/desk/{body}/reports`: what is said to be wrong with listings of a body.

use super::{
    super::{
        document::call::{Call, Group},
        shape::List,
    },
    NumberPath,
};
use crate::{
    App,
    error::Failure,
    form::sent::{Sender, Sent, desk::SentAnswer},
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OfferingId, OrganizationId, policy::Role};
use interlocal_portal::desk::reports::Reported;
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/desk/{body}/reports", "listReports")
            .told(
                Group::Desk,
                "What is said to be wrong with listings of the body",
                "Open ones first.",
            )
            .reading()
            .gives::<List<ReportShown>>(),
        Call::get("/api/v1/desk/{body}/reports/{id}", "readReport")
            .told(Group::Desk, "One report", "")
            .reading()
            .gives::<ReportShown>(),
        Call::post("/api/v1/desk/{body}/reports/{id}/own", "ownReport")
            .told(
                Group::Desk,
                "Take it upon yourself to look after a report",
                "",
            )
            .writing()
            .gives::<ReportShown>(),
        Call::post("/api/v1/desk/{body}/reports/{id}/answer", "answerReport")
            .told(
                Group::Desk,
                "Close a report with an answer",
                "Whoever reported and left an address is told.",
            )
            .writing()
            .takes::<SentAnswer>(r#"{"answer": "The link leads to the new contract now."}"#)
            .gives::<ReportShown>(),
    ]
}

/// A report. The address of who reported stays with the portal.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Report")]
pub struct ReportShown {
    /// Its number.
    id: i32,
    /// The offering; null where it is no longer published.
    offering: Option<OfferingId>,
    /// What is wrong, in the reader's words.
    message: String,
    /// When it was reported.
    reported_at: DateTime<Utc>,
    /// Who looks after it.
    owner: Option<String>,
    /// What was answered; empty until it is.
    answer: String,
    /// When it was closed.
    closed_at: Option<DateTime<Utc>>,
}

fn shown(reported: Reported) -> ReportShown {
    ReportShown {
        id: reported.report.id,
        offering: reported.offering.map(|found| found.slug.clone()),
        message: reported.report.message,
        reported_at: reported.report.reported_at,
        owner: reported.owner,
        answer: reported.report.answer,
        closed_at: reported.report.closed_at,
    }
}

/// The reports of a body.
pub async fn list(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    caller: Caller,
) -> Result<Json<List<ReportShown>>, Failure> {
    let reports = app.portal.read_reports(&caller.actor(), &body).await?;
    let rows = reports.reports.into_iter().map(shown);
    Ok(Json(List::whole(rows.collect())))
}

/// One report.
pub async fn show(
    State(app): State<App>,
    Path((body, id)): NumberPath,
    caller: Caller,
) -> Result<Json<ReportShown>, Failure> {
    let report = app.portal.read_report(&caller.actor(), &body, id).await?;
    Ok(Json(shown(report.reported)))
}

/// Takes it upon oneself to look after a report.
pub async fn own(
    State(app): State<App>,
    Path((body, id)): NumberPath,
    sender: Sender,
) -> Result<Json<ReportShown>, Failure> {
    let actor = sender.acting()?;
    app.portal.own_report(&actor, &body, id).await?;
    let report = app.portal.read_report(&actor, &body, id).await?;
    Ok(Json(shown(report.reported)))
}

/// Closes a report with an answer.
pub async fn answer(
    State(app): State<App>,
    Path((body, id)): NumberPath,
    sent: Sent<SentAnswer>,
) -> Result<Json<ReportShown>, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Editor)?;
    let said = sent.read()?;
    app.portal
        .close_report(&actor, &body, id, &said.answer)
        .await?;
    let report = app.portal.read_report(&actor, &body, id).await?;
    Ok(Json(shown(report.reported)))
}
