//! The desk of a body: its listings on their way, what it says no to, what it is asked
//! and told, what it recorded, its people, and files that it takes in.

pub mod columns;
pub mod decide;
pub mod documents;
pub mod domains;
pub mod draft;
pub mod home;
pub mod imports;
pub mod inbox;
pub mod members;
pub mod proposals;
pub mod recorded;
pub mod reports;
pub mod review;
pub mod statements;
pub mod waiting;
pub mod withdraw;

use super::document::call::Call;
use axum::extract::Path;
use interlocal_catalog::{OfferingId, OrganizationId};

/// The body and the listing that an address names.
pub type ListingPath = Path<(OrganizationId, OfferingId)>;
/// The body and the number of something of it.
pub type NumberPath = Path<(OrganizationId, i32)>;
/// The body and the name of a record of it.
pub type RecordPath = Path<(OrganizationId, String)>;

/// The calls of this folder.
pub fn calls() -> Vec<Call> {
    [
        home::calls(),
        draft::calls(),
        review::calls(),
        decide::calls(),
        withdraw::calls(),
        waiting::calls(),
        statements::calls(),
        inbox::calls(),
        reports::calls(),
        recorded::calls(),
        documents::calls(),
        members::calls(),
        domains::calls(),
        imports::calls(),
        columns::calls(),
        proposals::calls(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
