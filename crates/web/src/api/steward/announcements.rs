//! `/api/v1/steward/announcements`: what every page announces.

use super::super::{
    document::call::{Call, Group},
    shape::List,
};
use crate::{
    App,
    error::Failure,
    form::sent::{Sender, Sent, steward::SentAnnouncement},
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use interlocal_catalog::announcement::Announcement;
use interlocal_catalog::{NaiveDate, announcement::AnnouncementKind, policy::Actor};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/steward/announcements", "listAnnouncements")
            .told(Group::Steward, "Every announcement, the newest first", "")
            .reading()
            .gives::<List<AnnouncementShown>>(),
        Call::post("/api/v1/steward/announcements", "announce")
            .told(Group::Steward, "Announce something on every page", "")
            .writing()
            .takes::<SentAnnouncement>(
                r#"{"words": "Back at noon.", "kind": "information", "until": "2026-12-01"}"#,
            )
            .gives::<List<AnnouncementShown>>(),
        Call::delete("/api/v1/steward/announcements/{id}", "takeAnnouncementBack")
            .told(Group::Steward, "Take an announcement back", "")
            .writing(),
    ]
}

/// An announcement.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Announcement")]
pub struct AnnouncementShown {
    /// Its number.
    id: i32,
    /// What it says.
    words: String,
    /// How much it matters.
    kind: AnnouncementKind,
    /// First day.
    from: NaiveDate,
    /// Last day; null until it is taken back.
    until: Option<NaiveDate>,
}

async fn all(app: &App, actor: &Actor) -> Result<Json<List<AnnouncementShown>>, Failure> {
    let all = app.portal.read_announcements(actor).await?;
    let all = all.into_iter().map(|one| AnnouncementShown {
        id: one.id,
        words: one.words,
        kind: one.kind,
        from: one.from_on,
        until: one.until_on,
    });
    Ok(Json(List::whole(all.collect())))
}

/// Every announcement.
pub async fn list(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<List<AnnouncementShown>>, Failure> {
    all(&app, &caller.actor()).await
}

/// Announces something.
pub async fn add(
    State(app): State<App>,
    sent: Sent<SentAnnouncement>,
) -> Result<Json<List<AnnouncementShown>>, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.as_steward(&actor)?;
    let said = sent.read()?;
    let new = Announcement {
        id: 0,
        words: said.words,
        kind: said.kind,
        from_on: said.from.unwrap_or_else(|| app.portal.today()),
        until_on: said.until,
    };
    app.portal.announce(&actor, new).await?;
    all(&app, &actor).await
}

/// Takes one back.
pub async fn remove(
    State(app): State<App>,
    Path(id): Path<i32>,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    app.portal.take_back_announcement(&actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
