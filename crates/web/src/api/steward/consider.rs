//! `/api/v1/steward/consider-rules`: what memos of a state's governments should consider.

use super::super::{
    document::call::{Call, Group},
    shape::List,
};
use crate::{
    App,
    error::Failure,
    form::sent::{Sender, Sent, steward::SentConsiderRule},
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use interlocal_catalog::{
    NaiveDate, PlaceId,
    memo::{ConsiderKind, ConsiderRule},
    policy::Actor,
};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/steward/consider-rules", "listConsiderRules")
            .told(
                Group::Steward,
                "What memos of a state’s governments are made to consider",
                "",
            )
            .reading()
            .gives::<List<ConsiderShown>>(),
        Call::post("/api/v1/steward/consider-rules", "addConsiderRule")
            .told(Group::Steward, "Add an entry", "")
            .writing()
            .takes::<SentConsiderRule>(
                r#"{"state": "state-17", "kind": "cooperative", "name": "A cooperative", "source": "https://example.org/statute"}"#,
            )
            .gives::<List<ConsiderShown>>(),
        Call::delete("/api/v1/steward/consider-rules/{id}", "removeConsiderRule")
            .told(Group::Steward, "Take an entry away", "")
            .writing(),
    ]
}

/// What memos of a state's governments are made to consider.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConsiderRule")]
pub struct ConsiderShown {
    /// Its number.
    id: i32,
    /// The key of the state.
    state: PlaceId,
    /// What is to be considered.
    kind: ConsiderKind,
    /// Its name.
    name: String,
    /// Where it is; empty when not known.
    url: String,
    /// What the source says of it.
    words: String,
    /// Where that can be read.
    source: String,
    /// When it was checked.
    checked_on: NaiveDate,
}

async fn all(app: &App, actor: &Actor) -> Result<Json<List<ConsiderShown>>, Failure> {
    let rules = app.portal.read_consider_rules(actor).await?;
    let rules = rules.into_iter().map(|rule| ConsiderShown {
        id: rule.id,
        state: rule.state,
        kind: rule.kind,
        name: rule.name,
        url: rule.url,
        words: rule.words,
        source: rule.source,
        checked_on: rule.checked_on,
    });
    Ok(Json(List::whole(rules.collect())))
}

/// Every entry.
pub async fn list(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<List<ConsiderShown>>, Failure> {
    all(&app, &caller.actor()).await
}

/// Adds one.
pub async fn add(
    State(app): State<App>,
    sent: Sent<SentConsiderRule>,
) -> Result<Json<List<ConsiderShown>>, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.as_steward(&actor)?;
    let said = sent.read()?;
    let rule = ConsiderRule {
        id: 0,
        state: said.state,
        kind: said.kind,
        name: said.name,
        url: said.url,
        words: said.words,
        source: said.source,
        checked_on: said.checked_on.unwrap_or_else(|| app.portal.today()),
    };
    app.portal.add_consider_rule(&actor, rule).await?;
    all(&app, &actor).await
}

/// Takes one away.
pub async fn remove(
    State(app): State<App>,
    Path(id): Path<i32>,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    app.portal.remove_consider_rule(&actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
