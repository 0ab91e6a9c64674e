//! `/api/v1/shortlist`, `/api/v1/workspaces/{id}`, `/api/v1/workspaces/shared/{secret}`

use super::{
    document::call::{Call, Group},
    shape::{self, BodyRef, Item},
};
use crate::{error::Failure, form::path::Named, page::visit::Visit};
use axum::Json;
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    PlaceId,
    weighing::{Opinion, tally},
};
use interlocal_portal::shortlist::workspace::{ItemRead, WorkspaceRead};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/shortlist", "readShortlist")
            .told(
                Group::Deciding,
                "What you set aside",
                "Of your account; of nobody where no token is shown.",
            )
            .for_government()
            .gives::<Shortlist>(),
        Call::get("/api/v1/workspaces/{id}", "readWorkspace")
            .told(
                Group::Deciding,
                "What the people of a body say of each option",
                "",
            )
            .reading()
            .gives::<Workspace>(),
        Call::get("/api/v1/workspaces/shared/{secret}", "readSharedWorkspace")
            .told(Group::Deciding, "A workspace for whoever has its link", "")
            .gives::<Workspace>(),
    ]
}

/// What somebody set aside.
#[derive(Serialize, JsonSchema)]
pub struct Shortlist {
    /// The government in whose name it was asked.
    #[serde(rename = "for")]
    place: Option<PlaceId>,
    /// The offerings.
    items: Vec<Starred>,
    /// Workspaces of your bodies.
    workspaces: Vec<WorkspaceRef>,
}

/// An offering that was set aside.
#[derive(Serialize, JsonSchema)]
pub struct Starred {
    #[serde(flatten)]
    item: Item,
    /// A note of one's own; may be empty.
    note: String,
}

/// A workspace in short.
#[derive(Serialize, JsonSchema)]
pub struct WorkspaceRef {
    /// Its number.
    number: i32,
    /// What is weighed.
    title: String,
    /// The body whose it is.
    body: BodyRef,
    /// Its page.
    url: String,
}

/// A workspace.
#[derive(Serialize, JsonSchema)]
pub struct Workspace {
    /// Its number.
    number: i32,
    /// What is weighed.
    title: String,
    /// The body whose it is.
    body: BodyRef,
    /// The government of the body.
    #[serde(rename = "for")]
    place: Option<PlaceId>,
    /// The options.
    items: Vec<Weighed>,
    /// The secret link that shows it, for people of its body.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<Option<String>>,
    /// Its page.
    url: String,
}

/// An option with what people say of it.
#[derive(Serialize, JsonSchema)]
pub struct Weighed {
    /// Its number in the workspace, which names it in other calls.
    number: i32,
    #[serde(flatten)]
    item: Item,
    /// A note; may be empty.
    note: String,
    /// How many say what.
    opinions: Tally,
    /// Who says what.
    voices: Vec<Said>,
}

/// How many say what.
#[derive(Serialize, JsonSchema)]
pub struct Tally {
    /// Yes.
    yes: usize,
    /// Maybe.
    maybe: usize,
    /// No.
    no: usize,
}

/// What somebody says.
#[derive(Serialize, JsonSchema)]
pub struct Said {
    /// Their name; null where they never gave one.
    name: Option<String>,
    /// Yes, maybe or no.
    opinion: Opinion,
    /// Why; may be empty.
    comment: String,
    /// When.
    said_at: DateTime<Utc>,
}

/// What the caller set aside: in their account, or in the cookie of their browser.
pub async fn shortlist(mut visit: Visit) -> Result<Json<Shortlist>, Failure> {
    visit.forget_cookies()?;
    Ok(Json(set_aside(&visit).await?))
}

/// What the caller of a visit set aside.
pub async fn set_aside(visit: &Visit) -> Result<Shortlist, Failure> {
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let stars = portal
        .read_shortlist(&actor, &visit.kept, visit.place())
        .await?;
    let items = stars.iter().map(|star| Starred {
        item: shape::item(&visit.app, &visit.snapshot, &star.judged),
        note: star.note.clone(),
    });
    let workspaces = portal.own_workspaces(&actor).await?;
    let workspaces = workspaces.iter().map(|row| WorkspaceRef {
        number: row.id,
        title: row.title.clone(),
        body: shape::body(&visit.snapshot, &row.body),
        url: format!("/workspaces/{}", row.id),
    });
    Ok(Shortlist {
        place: visit.place().cloned(),
        items: items.collect(),
        workspaces: workspaces.collect(),
    })
}

/// A workspace for people of its body.
pub async fn workspace(Named(id): Named, visit: Visit) -> Result<Json<Workspace>, Failure> {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    Ok(Json(own(&visit, id).await?))
}

/// A workspace as people of its body see it.
pub async fn own(visit: &Visit, id: i32) -> Result<Workspace, Failure> {
    let actor = visit.acting()?;
    let read = visit.app.portal.read_workspace(&actor, id).await?;
    let link = read.link.as_ref().map(|secret| {
        let url = visit.app.portal.public_url();
        url.of(&format!("/workspaces/shared/{secret}"))
    });
    let url = format!("/workspaces/{}", read.row.id);
    Ok(Workspace {
        link: Some(link),
        ..whole(visit, &read, url)
    })
}

/// A workspace for whoever has its link.
pub async fn shared(Named(secret): Named, visit: Visit) -> Result<Json<Workspace>, Failure> {
    let portal = &visit.app.portal;
    let read = portal
        .read_shared_workspace(&visit.actor(), &secret)
        .await?;
    let url = format!("/workspaces/shared/{secret}");
    Ok(Json(whole(&visit, &read, url)))
}

fn whole(visit: &Visit, read: &WorkspaceRead, url: String) -> Workspace {
    Workspace {
        number: read.row.id,
        title: read.row.title.clone(),
        body: shape::body(&visit.snapshot, &read.body.id),
        place: read.body.of.clone(),
        items: read.items.iter().map(|item| weighed(visit, item)).collect(),
        link: None,
        url,
    }
}

fn weighed(visit: &Visit, item: &ItemRead) -> Weighed {
    let opinions: Vec<Opinion> = item.voices.iter().map(|voice| voice.opinion).collect();
    let [yes, maybe, no] = tally(&opinions);
    let voices = item.voices.iter().map(|voice| Said {
        name: Some(voice.name.clone()).filter(|name| !name.is_empty()),
        opinion: voice.opinion,
        comment: voice.comment.clone(),
        said_at: voice.said_at,
    });
    Weighed {
        number: item.item.id,
        item: shape::item(&visit.app, &visit.snapshot, &item.judged),
        note: item.item.note.clone(),
        opinions: Tally { yes, maybe, no },
        voices: voices.collect(),
    }
}
