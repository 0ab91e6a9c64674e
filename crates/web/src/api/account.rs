//! `/api/v1/account`: who asks.

use super::document::call::{Call, Group};
use crate::{App, error::Failure, signed_in::Caller};
use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OrganizationId,
    policy::{Role, Scope},
};
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
