//! `/api/v1/desk/{body}/domains`: the domains by which a body is known.

use super::{
    super::document::call::{Call, Group},
    RecordPath,
};
use crate::{
    App,
    error::Failure,
    form::sent::{Sender, Sent, people::SentDomain},
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OrganizationId,
    policy::{Actor, Role},
};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/desk/{body}/domains", "listDomains")
            .told(
                Group::People,
                "The known domains of a body, and those that the .gov registry suggests",
                "For its administrators.",
            )
            .reading()
            .gives::<DomainsShown>(),
        Call::post("/api/v1/desk/{body}/domains", "approveDomain")
            .told(
                Group::People,
                "Approve a domain",
                "Whoever has a confirmed address on exactly it is a member from then on.",
            )
            .writing()
            .takes::<SentDomain>(r#"{"domain": "arden.example"}"#)
            .gives::<DomainsShown>(),
        Call::delete("/api/v1/desk/{body}/domains/{domain}", "takeDomainBack")
            .told(
                Group::People,
                "Take the approval of a domain back",
                "Who came in by it stays a member.",
            )
            .writing(),
    ]
}

/// The domains of a body.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Domains")]
pub struct DomainsShown {
    /// Approved ones.
    approved: Vec<ApprovedShown>,
    /// Suggested ones that are not approved.
    suggested: Vec<SuggestedShown>,
}

/// An approved domain.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ApprovedDomain")]
pub struct ApprovedShown {
    /// The domain.
    domain: String,
    /// When it was approved.
    approved_at: DateTime<Utc>,
    /// By whom.
    approved_by: String,
}

/// A domain that the .gov registry suggests.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "SuggestedDomain")]
pub struct SuggestedShown {
    /// The domain.
    domain: String,
    /// The kind, as the registry has it.
    kind: String,
    /// The organization, as the registry has it.
    organization: String,
    /// Its city.
    city: String,
    /// Its state.
    state: String,
    /// The name of the government that it suggests.
    government: Option<String>,
    /// Whether the website of the body is on it.
    has_website: bool,
}

async fn domains(
    app: &App,
    actor: &Actor,
    body: &OrganizationId,
) -> Result<Json<DomainsShown>, Failure> {
    let known = app.portal.read_domains(actor, body).await?;
    let approved = known.approved.into_iter().map(|one| ApprovedShown {
        domain: one.domain,
        approved_at: one.approved_at,
        approved_by: one.approved_by,
    });
    let suggested = known.suggested.into_iter().map(|one| SuggestedShown {
        domain: one.registered.domain,
        kind: one.registered.kind,
        organization: one.registered.organization_name,
        city: one.registered.city,
        state: one.registered.state,
        government: one.government,
        has_website: one.has_website,
    });
    Ok(Json(DomainsShown {
        approved: approved.collect(),
        suggested: suggested.collect(),
    }))
}

/// The domains of a body.
pub async fn list(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    caller: Caller,
) -> Result<Json<DomainsShown>, Failure> {
    domains(&app, &caller.actor(), &body).await
}

/// Approves a domain.
pub async fn approve(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    sent: Sent<SentDomain>,
) -> Result<Json<DomainsShown>, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Administrator)?;
    let said = sent.read()?;
    app.portal
        .approve_domain(&actor, &body, &said.domain)
        .await?;
    domains(&app, &actor, &body).await
}

/// Takes an approval back.
pub async fn take_back(
    State(app): State<App>,
    Path((body, domain)): RecordPath,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    app.portal.take_back_domain(&actor, &body, &domain).await?;
    Ok(StatusCode::NO_CONTENT)
}
