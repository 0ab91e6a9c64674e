//! `/api/v1/steward/bodies`: the bodies of the directory.

use super::super::{
    document::call::{Call, Group, sought},
    listed::listed,
    shape::List,
};
use crate::{
    App,
    error::Failure,
    form::{
        Fields,
        cursor::Window,
        sent::{Sent, steward::SentBody},
    },
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_catalog::{OrganizationId, organization::Organization};

const ONE: &str = "/api/v1/steward/bodies/{slug}";
const EXAMPLE: &str =
    r#"{"name": "The Arden Council", "kind": "regional_council", "level": "regional"}"#;

const ALL: &str = "/api/v1/steward/bodies";
/// Bodies of a part, and at most.
const PART: (usize, usize) = (30, 100);

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/steward/bodies", "findBodies")
            .told(
                Group::Steward,
                "Bodies that fit some words",
                "As many as the page shows; “total” says how many there are.",
            )
            .reading()
            .query("q", sought(), "Words of names and abbreviations")
            .like("illinois")
            .in_parts(100)
            .gives::<List<Organization>>(),
        Call::post("/api/v1/steward/bodies", "addBody")
            .told(Group::Steward, "Add a body to the directory", "")
            .writing()
            .takes::<SentBody>(EXAMPLE)
            .makes::<Organization>(),
        Call::get(ONE, "readBody")
            .told(Group::Steward, "What the directory says of a body", "")
            .reading()
            .gives::<Organization>(),
        Call::put(ONE, "changeBody")
            .told(
                Group::Steward,
                "Change what the directory says of a body",
                "The whole of it; its slug stays.",
            )
            .writing()
            .takes::<SentBody>(EXAMPLE)
            .gives::<Organization>(),
    ]
}

/// Bodies that fit some words.
pub async fn list(
    State(app): State<App>,
    fields: Fields,
    caller: Caller,
) -> Result<Response, Failure> {
    app.portal.as_steward(&caller.actor())?;
    let window = Window::of(&fields, ALL, PART)?;
    let words = fields.last("q").unwrap_or_default();
    let piece = (window.offset, window.limit);
    let (total, found) = app.portal.find_bodies(words, piece);
    let next = window.next(&fields, ALL, total as u64);
    let list = List::part(total as u64, found, next.clone());
    Ok(listed(next.as_deref(), &list))
}

/// Adds one.
pub async fn add(State(app): State<App>, sent: Sent<SentBody>) -> Result<Response, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.as_steward(&actor)?;
    let said = sent.read()?;
    let slug = said.slug.clone();
    let slug = app.portal.add_body(&actor, &slug, said.words()).await?;
    let place = [(header::LOCATION, format!("/api/v1/steward/bodies/{slug}"))];
    let body = app.portal.read_body(&actor, &slug)?;
    Ok((StatusCode::CREATED, place, Json(body)).into_response())
}

/// What the directory says of one.
pub async fn show(
    State(app): State<App>,
    Path(slug): Path<OrganizationId>,
    caller: Caller,
) -> Result<Json<Organization>, Failure> {
    Ok(Json(app.portal.read_body(&caller.actor(), &slug)?))
}

/// Changes it.
pub async fn change(
    State(app): State<App>,
    Path(slug): Path<OrganizationId>,
    sent: Sent<SentBody>,
) -> Result<Json<Organization>, Failure> {
    let actor = sent.sender.acting()?;
    app.portal.read_body(&actor, &slug)?;
    let said = sent.read()?;
    if !said.slug.is_empty() && said.slug != slug.as_str() {
        let words = "is another; a body keeps its slug";
        return Err(interlocal_portal::Error::field("/slug", words).into());
    }
    app.portal.change_body(&actor, &slug, said.words()).await?;
    Ok(Json(app.portal.read_body(&actor, &slug)?))
}
