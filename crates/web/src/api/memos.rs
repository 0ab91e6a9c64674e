//! `/api/v1/memos`, `/api/v1/memos/{id}`, `/api/v1/memos/shared/{secret}`

use super::{
    document::call::{Call, Group},
    memo_draft::{self, DraftOfMemo},
    shape::{self, BodyRef, List, PlaceRef},
};
use crate::{
    error::Failure,
    form::{path::Named, sent::tag_of},
    page::visit::Visit,
};
use axum::{
    Json,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{eligibility::Outcome, memo::frozen::FrozenMemo};
use interlocal_portal::memos::{read::MemoRead, since::ChangedOption};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/memos", "listMemos")
            .told(Group::Deciding, "The memos of your bodies", "")
            .reading()
            .gives::<List<MemoShown>>(),
        Call::get("/api/v1/memos/{id}", "readMemo")
            .told(
                Group::Deciding,
                "One memo, as it is frozen or would be frozen now",
                "And what changed since it was frozen.",
            )
            .reading()
            .gives::<WholeMemo>(),
        Call::get("/api/v1/memos/shared/{secret}", "readSharedMemo")
            .told(
                Group::Deciding,
                "A frozen memo for whoever has its link",
                "",
            )
            .gives::<WholeMemo>(),
    ]
}

/// A memo in short.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MemoRef")]
pub struct MemoShown {
    /// Its number.
    number: i32,
    /// Its title.
    title: String,
    /// The body whose memo it is.
    body: BodyRef,
    /// The government that decides.
    #[serde(rename = "for")]
    place: PlaceRef,
    /// How many options it considers.
    option_count: usize,
    /// When it last changed.
    changed_at: DateTime<Utc>,
    /// When it was frozen.
    frozen_at: Option<DateTime<Utc>>,
    /// The hash of what is frozen.
    sha256: Option<String>,
    /// Its page.
    url: String,
}

/// One memo.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Memo")]
pub struct WholeMemo {
    /// Whether it is frozen; else it is shown as it would be now.
    frozen: bool,
    /// The hash of what is frozen.
    sha256: Option<String>,
    /// The draft behind it, for people of its body; left out once it is frozen.
    #[serde(skip_serializing_if = "Option::is_none")]
    draft: Option<DraftOfMemo>,
    /// What it says.
    content: FrozenMemo,
    /// What changed since it was frozen.
    changed_since: Vec<OptionChange>,
    /// The secret link that shows it, for people of its body.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<Option<String>>,
    /// Its page.
    url: String,
}

/// An option that has changed since a memo was frozen.
#[derive(Serialize, JsonSchema)]
pub struct OptionChange {
    /// Its title in the memo.
    title: String,
    /// Its slug now; null where it is no longer published.
    slug: Option<String>,
    /// The edition that was relied on.
    edition_then: i32,
    /// The edition that stands now.
    edition_now: i32,
    /// What changed, in words.
    about: Vec<String>,
    /// The verdict then, where it differs.
    outcome_then: Option<Outcome>,
    /// The verdict now, where it differs.
    outcome_now: Option<Outcome>,
}

/// The memos of the bodies that the caller belongs to.
pub async fn list(visit: Visit) -> Result<Json<List<MemoShown>>, Failure> {
    let own = visit.app.portal.own_memos(&visit.acting()?).await?;
    let items = own.memos.iter().map(|memo| {
        let frozen = memo.frozen.as_ref();
        MemoShown {
            number: memo.id,
            title: memo.draft.title.clone(),
            body: shape::body(&visit.snapshot, &memo.body),
            place: shape::place(&visit.snapshot, &memo.draft.government),
            option_count: memo.draft.options.len(),
            changed_at: memo.changed_at,
            frozen_at: frozen.map(|frozen| frozen.at),
            sha256: frozen.map(|frozen| frozen.sha256.clone()),
            url: format!("/memos/{}", memo.id),
        }
    });
    Ok(Json(List::whole(items.collect())))
}

/// A memo for people of its body: as it is frozen, or as it would be frozen now.
pub async fn show(Named(id): Named, visit: Visit) -> Result<Response, Failure> {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    Ok(own(&visit, id).await?.into_response())
}

/// The same, with the tag that a change of its draft must name.
pub async fn own(visit: &Visit, id: i32) -> Result<impl IntoResponse + use<>, Failure> {
    let read = visit.app.portal.read_memo(&visit.acting()?, id).await?;
    let link = read.link.as_ref().map(|secret| {
        let url = visit.app.portal.public_url();
        url.of(&format!("/memos/shared/{secret}"))
    });
    let url = format!("/memos/{}", read.row.id);
    let draft = match read.frozen {
        Some(_) => None,
        None => Some(memo_draft::draft(visit, &read).await?),
    };
    let shown = WholeMemo {
        link: Some(link),
        draft,
        ..whole(visit, &read, url)?
    };
    let bytes = serde_json::to_vec(&shown).map_err(|e| Failure::Internal(e.to_string()))?;
    let mut headers = HeaderMap::new();
    // What was said and attached is part of it, though it makes no other version.
    if let Ok(tag) = HeaderValue::from_str(&tag_of(read.row.version, &bytes)) {
        headers.insert(header::ETAG, tag);
    }
    let json = HeaderValue::from_static("application/json");
    headers.insert(header::CONTENT_TYPE, json);
    Ok((headers, bytes))
}

/// A frozen memo for whoever has its link.
pub async fn shared(Named(secret): Named, visit: Visit) -> Result<Json<WholeMemo>, Failure> {
    let portal = &visit.app.portal;
    let read = portal.read_shared_memo(&visit.actor(), &secret).await?;
    Ok(Json(whole(
        &visit,
        &read,
        format!("/memos/shared/{secret}"),
    )?))
}

fn whole(visit: &Visit, read: &MemoRead, url: String) -> Result<WholeMemo, Failure> {
    let frozen = read.row.frozen.as_ref();
    let changed = visit.app.portal.changed_since(read);
    Ok(WholeMemo {
        frozen: frozen.is_some(),
        sha256: frozen.map(|frozen| frozen.sha256.clone()),
        content: visit.memo_of(read)?,
        changed_since: changed.iter().map(change).collect(),
        draft: None,
        link: None,
        url,
    })
}

fn change(one: &ChangedOption) -> OptionChange {
    let mut about: Vec<String> = one
        .since
        .iter()
        .map(|since| since.kind.label().to_owned())
        .collect();
    about.dedup();
    let outcomes = one.verdicts.as_ref();
    OptionChange {
        title: one.title.clone(),
        slug: one.slug.clone(),
        edition_then: one.numbers.0,
        edition_now: one.numbers.1,
        about,
        outcome_then: outcomes.map(|(then, _)| then.outcome),
        outcome_now: outcomes.map(|(_, now)| now.outcome),
    }
}
