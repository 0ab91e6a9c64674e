//! Setting offerings aside: `/api/v1/shortlist`, written.

use super::{
    document::call::{Call, Group},
    weighing::{Shortlist, set_aside},
};
use crate::{
    error::Failure,
    form::{
        path::Named,
        sent::{
            Sender, Sent,
            weighing::{SentNote, SentOffering},
        },
    },
    page::visit::Visit,
};
use axum::{Json, http::StatusCode};
use interlocal_catalog::OfferingId;

const ONE: &str = "/api/v1/shortlist/{slug}";

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::post("/api/v1/shortlist", "setAside")
            .told(Group::Deciding, "Set an offering aside in your account", "")
            .writing()
            .takes::<SentOffering>(r#"{"offering": "buyboard"}"#)
            .or(404, "There is no such offering")
            .gives::<Shortlist>(),
        Call::put(ONE, "noteAside")
            .told(
                Group::Deciding,
                "Keep your own words on an offering that you set aside",
                "",
            )
            .writing()
            .takes::<SentNote>(r#"{"note": "Ask for the rate card."}"#)
            .gives::<Shortlist>(),
        Call::delete(ONE, "takeOff")
            .told(Group::Deciding, "Take an offering off your list", "")
            .writing(),
    ]
}

/// Sets an offering aside.
pub async fn add(mut visit: Visit, sent: Sent<SentOffering>) -> Result<Json<Shortlist>, Failure> {
    visit.forget_cookies()?;
    let actor = sent.sender.acting()?;
    let slug = sent.read()?.offering;
    if visit.title_of(&slug).is_none() {
        return Err(Failure::NotFound);
    }
    visit.app.portal.star(&actor, &[slug]).await?;
    Ok(Json(set_aside(&visit).await?))
}

/// Keeps a note on it.
pub async fn note(
    Named(slug): Named,
    mut visit: Visit,
    sent: Sent<SentNote>,
) -> Result<Json<Shortlist>, Failure> {
    visit.forget_cookies()?;
    let actor = sent.sender.acting()?;
    let note = sent.read()?.note;
    let slug = OfferingId::new(slug);
    visit.app.portal.note_star(&actor, &slug, &note).await?;
    Ok(Json(set_aside(&visit).await?))
}

/// Takes it off.
pub async fn remove(
    Named(slug): Named,
    visit: Visit,
    sender: Sender,
) -> Result<StatusCode, Failure> {
    let actor = sender.acting()?;
    let slug = OfferingId::new(slug);
    if visit.title_of(&slug).is_none() {
        return Err(Failure::NotFound);
    }
    visit.app.portal.unstar(&actor, &slug).await?;
    Ok(StatusCode::NO_CONTENT)
}
