//! What follows a form: another page that says what was done, or the same one with
//! what is wrong.

use super::visit::Visit;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_pages::{Render, components::error_summary::FieldFault};

/// What was done, by the word in the address of the page that one comes back to.
const DONE: [(&str, &str); 23] = [
    ("role", "The role was changed."),
    ("removed", "They no longer belong to the body."),
    (
        "granted",
        "They belong to the body now, and are told by mail.",
    ),
    (
        "refused",
        "The request was refused, and they are told by mail.",
    ),
    ("invited", "The invitation is on its way."),
    ("approved", "The domain is approved."),
    ("taken-back", "It was taken back."),
    (
        "asked",
        "Your request was sent. You are told by mail how it was decided.",
    ),
    ("added", "The body was added."),
    ("saved", "It is saved."),
    ("revoked", "The token no longer holds."),
    ("recorded", "It is on record."),
    ("frozen", "It is frozen, and can no longer be changed."),
    (
        "merged",
        "They are one now, and the old address leads to it.",
    ),
    ("steward", "They are a steward now."),
    ("no-steward", "They are no longer a steward."),
    (
        "closed",
        "The account is closed, and its sessions have ended.",
    ),
    ("opened", "The account is open again."),
    ("again", "The mail is tried again."),
    (
        "on-its-way",
        "The event is on its way; look again in a moment.",
    ),
    ("announced", "It is announced on every page."),
    (
        "government",
        "The government is a body of the directory now, and they belong to it.",
    ),
    (
        "government-refused",
        "The request was refused, and they are told by mail.",
    ),
];

impl Visit {
    /// What was done just now, as the address says.
    pub fn done(&self) -> Option<&'static str> {
        let word = self.fields.last("done").filter(|word| !word.is_empty())?;
        DONE.into_iter()
            .find(|(known, _)| *known == word)
            .map(|(_, said)| said)
    }

    /// The page again, with what is wrong with what was typed.
    pub fn refused(&self, page: &impl Render) -> Response {
        let mut response = self.answer(page);
        *response.status_mut() = StatusCode::BAD_REQUEST;
        response
    }
}

/// To a page that says what was done.
pub fn see(path: &str, done: &str) -> Response {
    let mark = if path.contains('?') { '&' } else { '?' };
    let to = format!("{path}{mark}done={done}");
    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
}

/// Faults as a page shows them beside their fields.
pub fn shown(faults: Vec<interlocal_portal::FieldFault>) -> Vec<FieldFault> {
    faults
        .into_iter()
        .map(|fault| FieldFault {
            field: fault.field,
            message: fault.message,
        })
        .collect()
}
