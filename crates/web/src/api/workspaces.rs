//! What is done with a workspace: `/api/v1/workspaces`.

use super::{
    document::call::{Call, Group},
    weighing::{Workspace, own},
};
use crate::{
    error::Failure,
    form::{
        path::Named,
        sent::{
            Sender, Sent,
            weighing::{SentNote, SentOffering, SentOpinion, SentWorkspace},
        },
    },
    page::visit::Visit,
};
use axum::{
    Json,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

const ITEM: &str = "/api/v1/workspaces/{id}/items/{item}";

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::post("/api/v1/workspaces", "beginWorkspace")
            .told(
                Group::Deciding,
                "Begin a workspace in which the people of a body weigh options",
                "",
            )
            .writing()
            .takes::<SentWorkspace>(
                r#"{"body": "center-for-internet-security", "title": "Backup", "offerings": ["buyboard"]}"#,
            )
            .or(404, "There is no such body, or you do not belong to it")
            .makes::<Workspace>(),
        Call::post("/api/v1/workspaces/{id}/items", "addToWorkspace")
            .told(Group::Deciding, "Add an option", "")
            .writing()
            .takes::<SentOffering>(r#"{"offering": "buyboard"}"#)
            .gives::<Workspace>(),
        Call::put(ITEM, "noteInWorkspace")
            .told(Group::Deciding, "Keep a note on an option", "")
            .writing()
            .takes::<SentNote>(r#"{"note": "Ask for the rate card."}"#)
            .gives::<Workspace>(),
        Call::delete(ITEM, "takeFromWorkspace")
            .told(Group::Deciding, "Take an option out", "")
            .writing(),
        Call::put("/api/v1/workspaces/{id}/items/{item}/opinion", "sayInWorkspace")
            .told(
                Group::Deciding,
                "Say what you think of an option",
                "In the place of what you said before.",
            )
            .writing()
            .takes::<SentOpinion>(r#"{"opinion": "maybe", "comment": "It is far."}"#)
            .gives::<Workspace>(),
        Call::post("/api/v1/workspaces/{id}/link", "linkWorkspace")
            .told(
                Group::Deciding,
                "Make a link with which anybody can read the workspace",
                "A new one ends the one before.",
            )
            .writing()
            .gives::<Workspace>(),
        Call::delete("/api/v1/workspaces/{id}/link", "unlinkWorkspace")
            .told(Group::Deciding, "Take the link back", "")
            .writing(),
        Call::delete("/api/v1/workspaces/{id}", "discardWorkspace")
            .told(Group::Deciding, "Discard the workspace", "")
            .writing(),
    ]
}

type ItemPath = Path<(String, String)>;

fn number(text: &str) -> Result<i32, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// Begins one.
pub async fn begin(visit: Visit, sent: Sent<SentWorkspace>) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    let said = sent.read()?;
    let portal = &visit.app.portal;
    let id = portal
        .begin_workspace(&actor, &said.body, &said.title, &said.offerings)
        .await?;
    let place = [(header::LOCATION, format!("/api/v1/workspaces/{id}"))];
    let shown = Json(own(&visit, id).await?);
    Ok((StatusCode::CREATED, place, shown).into_response())
}

/// Adds an option.
pub async fn add(
    Named(id): Named,
    visit: Visit,
    sent: Sent<SentOffering>,
) -> Result<Json<Workspace>, Failure> {
    let (actor, id) = (sent.sender.acting()?, number(&id)?);
    let portal = &visit.app.portal;
    portal.read_workspace(&actor, id).await?;
    let slug = sent.read()?.offering;
    portal.add_to_workspace(&actor, id, &[slug]).await?;
    Ok(Json(own(&visit, id).await?))
}

/// Keeps a note on an option.
pub async fn note(
    Path((id, item)): ItemPath,
    visit: Visit,
    sent: Sent<SentNote>,
) -> Result<Json<Workspace>, Failure> {
    let actor = sent.sender.acting()?;
    let (id, item) = (number(&id)?, number(&item)?);
    let portal = &visit.app.portal;
    portal.read_workspace(&actor, id).await?;
    let note = sent.read()?.note;
    portal.note_in_workspace(&actor, id, item, &note).await?;
    Ok(Json(own(&visit, id).await?))
}

/// Takes an option out.
pub async fn remove(
    Path((id, item)): ItemPath,
    visit: Visit,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    let portal = &visit.app.portal;
    portal
        .take_from_workspace(&actor, number(&id)?, number(&item)?)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says what somebody thinks of an option.
pub async fn say(
    Path((id, item)): ItemPath,
    visit: Visit,
    sent: Sent<SentOpinion>,
) -> Result<Json<Workspace>, Failure> {
    let actor = sent.sender.acting()?;
    let (id, item) = (number(&id)?, number(&item)?);
    let portal = &visit.app.portal;
    portal.read_workspace(&actor, id).await?;
    let said = sent.read()?;
    portal
        .say_in_workspace(&actor, (id, item), said.opinion, &said.comment)
        .await?;
    Ok(Json(own(&visit, id).await?))
}

/// Makes a link.
pub async fn link(
    Named(id): Named,
    visit: Visit,
    sender: Sender,
) -> Result<Json<Workspace>, Failure> {
    let (actor, id) = (sender.acting()?, number(&id)?);
    visit.app.portal.link_workspace(&actor, id, true).await?;
    Ok(Json(own(&visit, id).await?))
}

/// Takes the link back.
pub async fn unlink(Named(id): Named, visit: Visit, sender: Sender) -> Result<StatusCode, Failure> {
    let (actor, id) = (sender.acting()?, number(&id)?);
    visit.app.portal.link_workspace(&actor, id, false).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Discards one.
pub async fn discard(
    Named(id): Named,
    visit: Visit,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let (actor, id) = (sender.acting()?, number(&id)?);
    visit.app.portal.discard_workspace(&actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
