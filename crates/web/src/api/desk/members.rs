//! `/api/v1/desk/{body}/members`: the people of a body, who is invited and who asks to
//! belong to it.

use super::{
    super::document::call::{Call, Group},
    NumberPath, RecordPath,
};
use crate::{
    App,
    error::Failure,
    form::sent::{
        Sender, Sent,
        people::{SentInvitation, SentRole, SentVerdict},
    },
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
use interlocal_portal::{accounts::invite::Place, members::OpenInvitation};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/desk/{body}/members", "listMembers")
            .told(
                Group::People,
                "The people of a body, who is invited and who asks to join",
                "For its administrators.",
            )
            .reading()
            .gives::<MembersShown>(),
        Call::post("/api/v1/desk/{body}/members", "inviteMember")
            .told(
                Group::People,
                "Invite somebody by mail",
                "The link goes to them alone and holds for some days.",
            )
            .writing()
            .takes::<SentInvitation>(r#"{"email": "grace@example.gov", "role": "editor"}"#)
            .gives::<MembersShown>(),
        Call::put("/api/v1/desk/{body}/members/{person}", "changeRole")
            .told(
                Group::People,
                "Give a member another role",
                "A body keeps an administrator.",
            )
            .writing()
            .takes::<SentRole>(r#"{"role": "approver"}"#)
            .gives::<MembersShown>(),
        Call::delete("/api/v1/desk/{body}/members/{person}", "removeMember")
            .told(Group::People, "Take a member out of the body", "")
            .writing(),
        Call::delete(
            "/api/v1/desk/{body}/invitations/{invitation}",
            "takeInvitationBack",
        )
        .told(
            Group::People,
            "Take an invitation back",
            "Its link leads nowhere any more.",
        )
        .writing(),
        Call::post(
            "/api/v1/desk/{body}/requests/{request}/decide",
            "decideRequest",
        )
        .told(
            Group::People,
            "Grant or refuse a request to join",
            "Who is granted belongs to the body as a member. Who is refused is told why.",
        )
        .writing()
        .takes::<SentVerdict>(r#"{"answer": "grant"}"#)
        .gives_nothing(),
    ]
}

/// The people of a body.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Members")]
pub struct MembersShown {
    /// Who belongs to it.
    people: Vec<MemberShown>,
    /// Who asks to, the oldest first.
    requests: Vec<RequestShown>,
    /// Who is invited and has not come yet.
    invitations: Vec<InvitationShown>,
}

/// Somebody of a body.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Member")]
pub struct MemberShown {
    /// What names them in other calls.
    person: i32,
    /// The address.
    email: String,
    /// The name; may be empty.
    name: String,
    /// The role.
    role: Role,
    /// Whether a steward has closed the account.
    closed: bool,
}

/// Somebody who asks to belong to a body.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RequestToJoin")]
pub struct RequestShown {
    /// What names it in other calls.
    id: i32,
    /// The address.
    email: String,
    /// The name; may be empty.
    name: String,
    /// Whether the address is confirmed.
    confirmed: bool,
    /// In their words.
    message: String,
    /// When.
    asked_at: DateTime<Utc>,
}

/// Somebody who is invited.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Invitation")]
pub struct InvitationShown {
    /// What names it in other calls; not its link.
    id: String,
    /// The address.
    email: String,
    /// As what; null is a portal steward.
    role: Option<Role>,
    /// By whom.
    by: String,
    /// Until when it holds.
    ends_at: DateTime<Utc>,
}

/// An invitation.
pub fn invitation(one: OpenInvitation) -> InvitationShown {
    InvitationShown {
        id: one.id,
        email: one.email,
        role: one.role,
        by: one.by,
        ends_at: one.ends_at,
    }
}

async fn members(
    app: &App,
    actor: &Actor,
    body: &OrganizationId,
) -> Result<Json<MembersShown>, Failure> {
    let members = app.portal.read_members(actor, body).await?;
    let people = members.people.into_iter().map(|one| MemberShown {
        person: one.person,
        email: one.email,
        name: one.name,
        role: one.role,
        closed: one.disabled,
    });
    let requests = members.requests.into_iter().map(|one| RequestShown {
        id: one.id,
        email: one.email,
        name: one.name,
        confirmed: one.confirmed,
        message: one.message,
        asked_at: one.asked_at,
    });
    Ok(Json(MembersShown {
        people: people.collect(),
        requests: requests.collect(),
        invitations: members.invitations.into_iter().map(invitation).collect(),
    }))
}

/// The people of a body.
pub async fn list(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    caller: Caller,
) -> Result<Json<MembersShown>, Failure> {
    members(&app, &caller.actor(), &body).await
}

/// Invites somebody.
pub async fn invite(
    State(app): State<App>,
    Path(body): Path<OrganizationId>,
    sent: Sent<SentInvitation>,
) -> Result<Json<MembersShown>, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Administrator)?;
    let said = sent.read()?;
    let place = Place::InBody(body.clone(), said.role);
    app.portal
        .invite_by_mail(&actor, &said.address()?, &place)
        .await?;
    members(&app, &actor, &body).await
}

/// Gives a member another role.
pub async fn change_role(
    State(app): State<App>,
    Path((body, person)): NumberPath,
    sent: Sent<SentRole>,
) -> Result<Json<MembersShown>, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Administrator)?;
    let role = sent.read()?.role;
    app.portal.change_role(&actor, &body, person, role).await?;
    members(&app, &actor, &body).await
}

/// Takes a member out of the body.
pub async fn remove(
    State(app): State<App>,
    Path((body, person)): NumberPath,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    app.portal.remove_member(&actor, &body, person).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes an invitation back.
pub async fn uninvite(
    State(app): State<App>,
    Path((body, id)): RecordPath,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    app.portal.take_back_invitation(&actor, &body, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Decides a request to join.
pub async fn decide(
    State(app): State<App>,
    Path((body, request)): NumberPath,
    sent: Sent<SentVerdict>,
) -> Result<StatusCode, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.desk_door(&actor, &body, Role::Administrator)?;
    let said = sent.read()?;
    app.portal
        .decide_member_request(&actor, (&body, request), said.answer())
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
