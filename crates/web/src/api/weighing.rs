//! `/api/v1/shortlist`, `/api/v1/workspaces/{id}`, `/api/v1/workspaces/shared/{secret}`

use super::shape;
use crate::{error::Failure, form::path::Named, page::visit::Visit};
use axum::Json;
use interlocal_catalog::weighing::{Opinion, tally};
use interlocal_portal::shortlist::workspace::{ItemRead, WorkspaceRead};
use serde_json::{Value, json};

/// What the caller set aside: in their account, or in the cookie of their browser.
pub async fn shortlist(mut visit: Visit) -> Result<Json<Value>, Failure> {
    visit.forget_cookies()?;
    let (portal, actor) = (&visit.app.portal, visit.actor());
    let stars = portal
        .read_shortlist(&actor, &visit.kept, visit.place())
        .await?;
    let items = stars.iter().map(|star| {
        let mut item = shape::item(&visit.app, &visit.snapshot, &star.judged);
        item["note"] = json!(star.note);
        item
    });
    let workspaces = portal.own_workspaces(&actor).await?;
    let workspaces = workspaces.iter().map(|row| {
        json!({
            "number": row.id,
            "title": row.title,
            "body": shape::body(&visit.snapshot, &row.body),
            "url": format!("/workspaces/{}", row.id),
        })
    });
    Ok(Json(json!({
        "for": visit.place(),
        "items": items.collect::<Vec<Value>>(),
        "workspaces": workspaces.collect::<Vec<Value>>(),
    })))
}

/// A workspace for people of its body.
pub async fn workspace(Named(id): Named, visit: Visit) -> Result<Json<Value>, Failure> {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    let actor = visit.acting()?;
    let read = visit.app.portal.read_workspace(&actor, id).await?;
    let link = read.link.as_ref().map(|secret| {
        let url = visit.app.portal.public_url();
        url.of(&format!("/workspaces/shared/{secret}"))
    });
    let mut out = whole(&visit, &read);
    out["link"] = json!(link);
    out["url"] = json!(format!("/workspaces/{}", read.row.id));
    Ok(Json(out))
}

/// A workspace for whoever has its link.
pub async fn shared(Named(secret): Named, visit: Visit) -> Result<Json<Value>, Failure> {
    let portal = &visit.app.portal;
    let read = portal
        .read_shared_workspace(&visit.actor(), &secret)
        .await?;
    let mut out = whole(&visit, &read);
    out["url"] = json!(format!("/workspaces/shared/{secret}"));
    Ok(Json(out))
}

fn whole(visit: &Visit, read: &WorkspaceRead) -> Value {
    let government = read.body.of.as_ref();
    let items = read.items.iter().map(|item| weighed(visit, item));
    json!({
        "number": read.row.id,
        "title": read.row.title,
        "body": shape::body(&visit.snapshot, &read.body.id),
        "for": government,
        "items": items.collect::<Vec<Value>>(),
    })
}

fn weighed(visit: &Visit, item: &ItemRead) -> Value {
    let opinions: Vec<Opinion> = item.voices.iter().map(|voice| voice.opinion).collect();
    let [yes, maybe, no] = tally(&opinions);
    let voices = item.voices.iter().map(|voice| {
        json!({
            "name": Some(&voice.name).filter(|name| !name.is_empty()),
            "opinion": voice.opinion,
            "comment": voice.comment,
            "said_at": voice.said_at,
        })
    });
    let mut out = shape::item(&visit.app, &visit.snapshot, &item.judged);
    out["note"] = json!(item.item.note);
    out["opinions"] = json!({"yes": yes, "maybe": maybe, "no": no});
    out["voices"] = voices.collect();
    out
}
