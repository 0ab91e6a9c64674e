//! `/api/v1/memos`, `/api/v1/memos/{id}`, `/api/v1/memos/shared/{secret}`

use super::shape;
use crate::{error::Failure, form::path::Named, page::visit::Visit};
use axum::Json;
use interlocal_portal::memos::{read::MemoRead, since::ChangedOption};
use serde_json::{Value, json};

/// The memos of the bodies that the caller belongs to.
pub async fn list(visit: Visit) -> Result<Json<Value>, Failure> {
    let own = visit.app.portal.own_memos(&visit.acting()?).await?;
    let items = own.memos.iter().map(|memo| {
        let frozen = memo.frozen.as_ref();
        json!({
            "number": memo.id,
            "title": memo.draft.title,
            "body": shape::body(&visit.snapshot, &memo.body),
            "for": shape::place(&visit.snapshot, &memo.draft.government),
            "option_count": memo.draft.options.len(),
            "changed_at": memo.changed_at,
            "frozen_at": frozen.map(|frozen| frozen.at),
            "sha256": frozen.map(|frozen| &frozen.sha256),
            "url": format!("/memos/{}", memo.id),
        })
    });
    let items: Vec<Value> = items.collect();
    Ok(Json(json!({"total": items.len(), "items": items})))
}

/// A memo for people of its body: as it is frozen, or as it would be frozen now.
pub async fn show(Named(id): Named, visit: Visit) -> Result<Json<Value>, Failure> {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    let read = visit.app.portal.read_memo(&visit.acting()?, id).await?;
    let link = read.link.as_ref().map(|secret| {
        let url = visit.app.portal.public_url();
        url.of(&format!("/memos/shared/{secret}"))
    });
    let mut out = whole(&visit, &read)?;
    out["link"] = json!(link);
    out["url"] = json!(format!("/memos/{}", read.row.id));
    Ok(Json(out))
}

/// A frozen memo for whoever has its link.
pub async fn shared(Named(secret): Named, visit: Visit) -> Result<Json<Value>, Failure> {
    let portal = &visit.app.portal;
    let read = portal.read_shared_memo(&visit.actor(), &secret).await?;
    let mut out = whole(&visit, &read)?;
    out["url"] = json!(format!("/memos/shared/{secret}"));
    Ok(Json(out))
}

fn whole(visit: &Visit, read: &MemoRead) -> Result<Value, Failure> {
    let frozen = read.row.frozen.as_ref();
    let changed = visit.app.portal.changed_since(read);
    Ok(json!({
        "frozen": frozen.is_some(),
        "sha256": frozen.map(|frozen| &frozen.sha256),
        "content": visit.memo_of(read)?,
        "changed_since": changed.iter().map(change).collect::<Vec<Value>>(),
    }))
}

fn change(one: &ChangedOption) -> Value {
    let mut about: Vec<&str> = one.since.iter().map(|since| since.kind.label()).collect();
    about.dedup();
    let outcomes = one.verdicts.as_ref();
    json!({
        "title": one.title,
        "slug": one.slug,
        "edition_then": one.numbers.0,
        "edition_now": one.numbers.1,
        "about": about,
        "outcome_then": outcomes.map(|(then, _)| then.outcome),
        "outcome_now": outcomes.map(|(_, now)| now.outcome),
    })
}
