//! `/desk/{body}/log`

use super::visit::Visit;
use crate::{error::Failure, form::steward::before};
use axum::{extract::Path, response::Response};
use interlocal_catalog::OrganizationId;
use interlocal_pages::{components::audit_table::AuditLine, pages::BodyLogPage};
use interlocal_portal::{AuditEntry, audit_log::AuditPage};

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
        shell: visit.shell_of_table(&format!("/desk/{body}/log"), log.entries.len()),
        body: visit.body(&body),
        lines: lines(&visit, &log).into_iter().map(unnamed).collect(),
        older: log
            .next
            .map(|next| format!("/desk/{body}/log?before={next}")),
    };
    Ok(visit.answer(&page))
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
            token: entry.token.clone(),
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
