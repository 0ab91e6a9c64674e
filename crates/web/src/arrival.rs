//! What came with a request and stands in the answer if it fails: who sent it, and
//! the words that were typed.

use crate::form::Fields;
use crate::form::posted::FORM_TOKEN;
use interlocal_pages::{Chosen, Reader};
use std::sync::{Arc, Mutex, PoisonError};

/// Addresses whose forms carry secrets, which no page repeats.
const SECRET: [&str; 5] = [
    "/sign-in",
    "/sign-up",
    "/invitations/",
    "/reset",
    "/account",
];

/// Kept beside a request; the edge reads it where the request failed.
#[derive(Clone, Default)]
pub struct Arrival(Arc<Mutex<Brought>>);

/// What a request brought.
#[derive(Clone, Default)]
pub struct Brought {
    /// Who sent it.
    pub reader: Option<Reader>,
    /// The chosen government.
    pub chosen: Option<Chosen>,
    /// What was typed, as names and values.
    pub words: Vec<(String, String)>,
    /// Whether the browser says that a page of this portal sent it.
    pub from_here: bool,
    /// Whether the form was made for somebody who had signed in.
    pub of_session: bool,
}

impl Arrival {
    /// Notes who sent the request.
    pub fn sent_by(&self, reader: Option<Reader>, chosen: Option<Chosen>) {
        let mut brought = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (brought.reader, brought.chosen) = (reader, chosen);
    }

    /// Notes what a form said, but for secrets.
    pub fn said(&self, path: &str, fields: &Fields, from_here: bool) {
        let mut brought = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        brought.from_here = from_here;
        brought.of_session = fields.last(FORM_TOKEN).is_some();
        if SECRET.iter().any(|secret| path.starts_with(secret)) {
            return;
        }
        let typed = fields.pairs().iter();
        brought.words = typed
            .filter(|(name, value)| name != FORM_TOKEN && !value.is_empty())
            .cloned()
            .collect();
    }

    /// What was noted.
    pub fn brought(&self) -> Brought {
        let brought = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        brought.clone()
    }
}
