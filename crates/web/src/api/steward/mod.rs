//! What stewards look after: `/api/v1/steward`.

pub mod announcements;
pub mod bodies;
pub mod consider;
pub mod home;
pub mod mail;
pub mod merge;
pub mod people;
pub mod requests;

use super::document::call::Call;

/// The calls of this folder.
pub fn calls() -> Vec<Call> {
    [
        home::calls(),
        requests::calls(),
        bodies::calls(),
        merge::calls(),
        people::calls(),
        mail::calls(),
        announcements::calls(),
        consider::calls(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
