//! `/steward/merge-bodies`, `/steward/merge-offerings`

use crate::{
    error::Failure,
    form::{Fields, posted::Posted},
    page::{
        after::{see, shown},
        visit::Visit,
    },
};
use axum::response::Response;
use interlocal_catalog::{OfferingId, OrganizationId};
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{MergePage, MergeWords},
};
use interlocal_portal::Error;

/// The form for two bodies.
pub async fn show_bodies(visit: Visit) -> Result<Response, Failure> {
    show(&visit, false)
}

/// The form for two offerings.
pub async fn show_offerings(visit: Visit) -> Result<Response, Failure> {
    show(&visit, true)
}

/// Merges two bodies.
pub async fn bodies(posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let words = words(&posted.fields);
    let from = OrganizationId::new(words.from.as_str());
    let into = OrganizationId::new(words.into.as_str());
    let merged = visit
        .app
        .portal
        .merge_bodies(&visit.acting()?, (&from, &into), &words.reason)
        .await;
    let to = format!("/steward/bodies/{into}");
    answered(visit, merged, (&to, false, words))
}

/// Merges two offerings.
pub async fn offerings(posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let words = words(&posted.fields);
    let from = OfferingId::new(words.from.as_str());
    let into = OfferingId::new(words.into.as_str());
    let merged = visit
        .app
        .portal
        .merge_offerings(&visit.acting()?, (&from, &into), &words.reason)
        .await;
    answered(visit, merged, ("/steward/merge-offerings", true, words))
}

fn answered(
    visit: &Visit,
    merged: Result<(), Error>,
    (to, offerings, words): (&str, bool, MergeWords),
) -> Result<Response, Failure> {
    match merged {
        Ok(()) => Ok(see(to, "merged")),
        Err(Error::Invalid(faults)) => {
            Ok(visit.refused(&page(visit, offerings, words, shown(faults))))
        }
        Err(other) => Err(other.into()),
    }
}

fn show(visit: &Visit, offerings: bool) -> Result<Response, Failure> {
    visit.app.portal.as_steward(&visit.acting()?)?;
    let words = words(&visit.fields);
    Ok(visit.answer(&page(visit, offerings, words, Vec::new())))
}

fn words(fields: &Fields) -> MergeWords {
    let text = |name: &str| fields.last(name).unwrap_or_default().to_owned();
    MergeWords {
        from: text("from"),
        into: text("into"),
        reason: text("reason"),
    }
}

fn page(visit: &Visit, offerings: bool, words: MergeWords, faults: Vec<FieldFault>) -> MergePage {
    MergePage {
        shell: visit.shell(None),
        offerings,
        words,
        done: visit.done(),
        faults,
    }
}
