//! `/desk/{body}/log`, and logs as CSV.

use super::visit::Visit;
use crate::{error::Failure, form::steward::before};
use axum::{
    body::Body,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use futures_util::stream;
use interlocal_catalog::OrganizationId;
use interlocal_pages::{components::audit_table::AuditLine, pages::BodyLogPage};
use interlocal_portal::{
    AuditEntry,
    audit_log::{AuditExport, AuditPage},
};

/// A page of a body's own log.
pub async fn show(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let before = before(&visit.fields)?;
    let actor = visit.acting()?;
    let (_, log) = visit
        .app
        .portal
        .read_body_log(&actor, &body, before)
        .await?;
    let page = BodyLogPage {
        shell: visit.shell(None),
        body: visit.body(&body),
        lines: lines(&visit, &log).into_iter().map(unnamed).collect(),
        older: log
            .next
            .map(|next| format!("/desk/{body}/log?before={next}")),
    };
    Ok(visit.answer(&page))
}

/// The whole log of a body as CSV.
pub async fn csv(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let export = visit.app.portal.export_body_log(&visit.acting()?, &body)?;
    Ok(download(export, &format!("{body}-log.csv")))
}

/// Every entry of a body's own log is in its name.
fn unnamed(line: AuditLine) -> AuditLine {
    AuditLine { body: None, ..line }
}

/// Entries as a page shows them.
pub fn lines(visit: &Visit, log: &AuditPage) -> Vec<AuditLine> {
    log.entries
        .iter()
        .map(|entry: &AuditEntry| AuditLine {
            at: entry.at,
            actor: entry.actor.clone(),
            action: entry.action.clone(),
            subject: entry.subject.clone(),
            reason: entry.reason.clone(),
            body: entry.body.as_ref().map(|body| {
                let body = visit.body(body);
                (body.slug, body.name)
            }),
        })
        .collect()
}

/// An export as a file, a piece at a time: however long the log is, one piece of it
/// is in memory.
pub fn download(export: AuditExport, name: &str) -> Response {
    let pieces = stream::try_unfold(export, |mut export| async move {
        match export.lines().await {
            Ok(Some(text)) => Ok(Some((text, export))),
            Ok(None) => Ok(None),
            Err(error) => {
                tracing::warn!(%error, "an export ends early");
                Err(error)
            }
        }
    });
    (
        [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("attachment; filename=\"{name}\""),
            ),
        ],
        Body::from_stream(pieces),
    )
        .into_response()
}
