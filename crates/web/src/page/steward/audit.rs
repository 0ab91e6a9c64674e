//! `/steward/audit`

use crate::{
    error::Failure,
    form::steward::{AUDIT_FIELDS, audit_filter, before},
    page::{after::shown, body_log::lines, visit::Visit},
};
use axum::response::Response;
use interlocal_pages::pages::AuditPage;

/// The audit log.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let actor = visit.acting()?;
    let actions = visit.app.portal.audit_actions(&actor).await?;
    let mut page = AuditPage {
        shell: visit.shell(None),
        filters: AUDIT_FIELDS
            .into_iter()
            .map(|name| (name, visit.fields.last(name).unwrap_or_default().to_owned()))
            .collect(),
        actions,
        lines: Vec::new(),
        older: None,
        faults: Vec::new(),
    };
    let filter = match audit_filter(&visit.fields) {
        Ok(filter) => filter,
        Err(Failure::Invalid(faults)) => {
            page.faults = shown(faults);
            return Ok(visit.refused(&page));
        }
        Err(other) => return Err(other),
    };
    let before = before(&visit.fields)?;
    let log = visit
        .app
        .portal
        .read_audit_log(&actor, &filter, before)
        .await?;
    page.shell = visit.shell_of_table("/steward/audit", log.entries.len());
    page.lines = lines(&visit, &log);
    page.older = log.next.map(|next| {
        let query = visit
            .fields
            .with(&["before"], &[("before", &next.to_string())]);
        format!("/steward/audit?{query}")
    });
    Ok(visit.answer(&page))
}
