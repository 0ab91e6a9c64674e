//! `/api/v1/account`: who asks.

use super::{
    document::call::{Call, Group},
    shape::List,
};
use crate::{App, error::Failure, signed_in::Caller};
use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OrganizationId, PlaceId,
    policy::{Role, Scope},
};
use interlocal_portal::joining::Joinable;
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/account", "readAccount")
            .told(
                Group::Account,
                "Who asks",
                "In whose name the token acts, where they belong, and how long it holds.",
            )
            .reading()
            .gives::<AccountShown>(),
        Call::get("/api/v1/account/tokens", "listTokens")
            .told(
                Group::Account,
                "Your tokens that have not ended",
                "Never their secrets: those are shown once, at a browser.",
            )
            .reading()
            .gives::<List<OwnToken>>(),
        Call::get("/api/v1/account/sessions", "listSessions")
            .told(
                Group::Account,
                "Where you have signed in",
                "Sessions are ended at a browser.",
            )
            .reading()
            .gives::<List<OwnSession>>(),
        Call::get("/api/v1/account/requests", "listOwnRequests")
            .told(
                Group::Account,
                "What you asked to belong to, and what came of it",
                "The newest first.",
            )
            .reading()
            .gives::<List<OwnRequest>>(),
    ]
}

/// Who asks.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Account")]
pub struct AccountShown {
    /// The confirmed address.
    email: String,
    /// The name; empty when never given.
    name: String,
    /// Whether they look after the portal.
    steward: bool,
    /// Where they belong.
    roles: Vec<RoleShown>,
    /// The token that was shown; null at a browser.
    token: Option<TokenShown>,
}

/// A body that somebody belongs to.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RoleInBody")]
pub struct RoleShown {
    /// The slug of the body.
    body: OrganizationId,
    /// Its name.
    name: String,
    /// The role.
    role: Role,
}

/// A token.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Token")]
pub struct TokenShown {
    /// What its owner calls it.
    name: String,
    /// What it lets its holder do.
    scopes: Vec<Scope>,
    /// When it ends.
    ends_at: DateTime<Utc>,
}

/// A token of one's own.
#[derive(Serialize, JsonSchema)]
pub struct OwnToken {
    /// Its number.
    id: i32,
    /// What you call it.
    name: String,
    /// What it lets its holder do.
    scopes: Vec<Scope>,
    /// When it was made.
    made_at: DateTime<Utc>,
    /// When it ends.
    ends_at: DateTime<Utc>,
    /// When it was last used, to some minutes.
    used_at: Option<DateTime<Utc>>,
    /// Whether it is the one that asks.
    is_this: bool,
}

/// A session of one's own.
#[derive(Serialize, JsonSchema)]
pub struct OwnSession {
    /// What the browser calls itself.
    browser: String,
    /// How you signed in: `password`, `invitation`, `sign_up` or the name of a provider.
    way: String,
    /// When it began.
    begun_at: DateTime<Utc>,
    /// When it was last used, to the minute or so.
    seen_at: DateTime<Utc>,
    /// When it ends.
    ends_at: DateTime<Utc>,
}

/// Something that somebody asked to belong to.
#[derive(Serialize, JsonSchema)]
pub struct OwnRequest {
    /// The slug of the body; null where it is a government that is none yet.
    body: Option<OrganizationId>,
    /// The key of the government; null where it is a body.
    government: Option<PlaceId>,
    /// The name of the body or government.
    name: String,
    /// When.
    asked_at: DateTime<Utc>,
    /// Whether it was granted; null while it is open.
    granted: Option<bool>,
    /// What was said with the decision.
    words: String,
}

/// One's own tokens.
pub async fn tokens(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<List<OwnToken>>, Failure> {
    let this = caller.1.as_ref().map(|holder| holder.token.id);
    let tokens = app.portal.read_tokens(&caller.actor()).await?;
    let tokens = tokens.into_iter().map(|token| OwnToken {
        is_this: this == Some(token.id),
        id: token.id,
        name: token.name,
        scopes: token.scopes.into_iter().collect(),
        made_at: token.made_at,
        ends_at: token.ends_at,
        used_at: token.used_at,
    });
    Ok(Json(List::whole(tokens.collect())))
}

/// One's own sessions.
pub async fn sessions(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<List<OwnSession>>, Failure> {
    let sessions = app.portal.own_sessions(&caller.actor()).await?;
    let sessions = sessions.into_iter().map(|session| OwnSession {
        browser: session.browser,
        way: session.way,
        begun_at: session.begun_at,
        seen_at: session.seen_at,
        ends_at: session.ends_at,
    });
    Ok(Json(List::whole(sessions.collect())))
}

/// What somebody asked to belong to.
pub async fn requests(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<List<OwnRequest>>, Failure> {
    let own = app.portal.read_own_places(&caller.actor()).await?;
    let requests = own.requests.into_iter().map(|request| {
        let (body, government) = match request.wanted {
            Joinable::Body(body) => (Some(body), None),
            Joinable::Government(place) => (None, Some(place)),
        };
        OwnRequest {
            body,
            government,
            name: request.name,
            asked_at: request.asked_at,
            granted: request.granted,
            words: request.words,
        }
    });
    Ok(Json(List::whole(requests.collect())))
}

/// Who asks.
pub async fn show(State(app): State<App>, caller: Caller) -> Result<Json<AccountShown>, Failure> {
    let actor = caller.actor();
    let person = actor.person().ok_or(Failure::SignInFirst)?;
    let directory = &app.portal.snapshot().directory;
    let roles = person.roles.iter().map(|(body, role)| RoleShown {
        body: body.clone(),
        name: directory.organization_name(body).to_owned(),
        role: *role,
    });
    Ok(Json(AccountShown {
        email: person.email.clone(),
        name: person.name.clone(),
        steward: person.steward,
        roles: roles.collect(),
        token: caller.1.as_ref().map(|holder| TokenShown {
            name: holder.token.name.clone(),
            scopes: holder.token.scopes.iter().copied().collect(),
            ends_at: holder.token.ends_at,
        }),
    }))
}
