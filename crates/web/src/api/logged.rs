//! The audit log as JSON: that of a body, and the whole.

use super::{
    document::call::{Call, Group, words},
    listed::listed,
    shape::{self, BodyRef, Part},
};
use crate::{
    error::Failure,
    form::{
        Faults, Fields,
        steward::{AUDIT_FIELDS, audit_filter},
    },
    page::visit::Visit,
};
use axum::{extract::Path, response::Response};
use chrono::{DateTime, Utc};
use interlocal_catalog::OrganizationId;
use interlocal_portal::audit_log::AuditPage;
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    let mut whole = Call::get("/api/v1/steward/audit", "readAuditLog")
        .told(
            Group::Steward,
            "The audit log, the newest entry first",
            "With the filters of its page: each names exactly what is wanted.",
        )
        .reading();
    for name in AUDIT_FIELDS {
        whole = whole.query(name, words(), said(name));
    }
    let whole = whole.query("cursor", words(), CURSOR);
    vec![
        Call::get("/api/v1/desk/{body}/log", "readLogOfBody")
            .told(
                Group::People,
                "What was done in the name of a body, the newest first",
                "For its administrators.",
            )
            .reading()
            .query("cursor", words(), CURSOR)
            .gives::<Part<Entry>>(),
        whole.gives::<Part<Entry>>(),
    ]
}

const CURSOR: &str = "Where the list goes on: taken from the address in “next”";

fn said(filter: &str) -> &'static str {
    match filter {
        "actor" => "Who did it: an address, or portal",
        "action" => "What was done, such as publish",
        "subject" => "To what",
        "body" => "In whose name: the slug of a body",
        "from" => "The first day, such as 2026-11-22",
        _ => "The last day, such as 2026-11-22",
    }
}

/// Something that was done.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AuditEntry")]
pub struct Entry {
    /// Its place in the order of writing.
    id: i64,
    /// When.
    at: DateTime<Utc>,
    /// Who: an address, or `portal`.
    actor: String,
    /// By which of their tokens; null where they did it at a browser.
    token: Option<String>,
    /// What was done.
    action: String,
    /// To what.
    subject: String,
    /// In whose name.
    body: Option<BodyRef>,
    /// Why; may be empty.
    reason: String,
}

/// A body's own log.
pub async fn of_body(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let before = before(&visit.fields)?;
    let portal = &visit.app.portal;
    let (_, log) = portal
        .read_body_log(&visit.caller.actor(), &body, before)
        .await?;
    Ok(shown(&visit, &format!("/api/v1/desk/{body}/log"), log))
}

/// The whole log.
pub async fn whole(visit: Visit) -> Result<Response, Failure> {
    let actor = visit.caller.actor();
    visit.app.portal.as_steward(&actor)?;
    let (filter, before) = (audit_filter(&visit.fields)?, before(&visit.fields)?);
    let portal = &visit.app.portal;
    let log = portal.read_audit_log(&actor, &filter, before).await?;
    Ok(shown(&visit, "/api/v1/steward/audit", log))
}

/// The entry before which the list goes on.
fn before(fields: &Fields) -> Result<Option<i64>, Failure> {
    let Some(text) = fields.last("cursor").filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let number = text.strip_prefix('b').and_then(|text| text.parse().ok());
    let mut faults = Faults::default();
    if number.is_none() {
        faults.add("cursor", "is none of this list; take it from “next”");
    }
    faults.end()?;
    Ok(number)
}

fn shown(visit: &Visit, path: &str, log: AuditPage) -> Response {
    let next = log.next.map(|next| {
        let cursor = format!("b{next}");
        let query = visit.fields.with(&["cursor"], &[("cursor", &cursor)]);
        format!("{path}?{query}")
    });
    let entries = log.entries.into_iter().map(|entry| Entry {
        id: entry.id,
        at: entry.at,
        actor: entry.actor,
        token: entry.token,
        action: entry.action,
        subject: entry.subject,
        body: entry
            .body
            .as_ref()
            .map(|body| shape::body(&visit.snapshot, body)),
        reason: entry.reason,
    });
    let part = Part {
        items: entries.collect(),
        next,
    };
    listed(part.next.as_deref(), &part)
}
