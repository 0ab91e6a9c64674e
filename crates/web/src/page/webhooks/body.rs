//! Those of a body.

use super::Owner;
use crate::{error::Failure, form::posted::Posted, page::visit::Visit};
use axum::{extract::Path, response::Response};
use interlocal_catalog::OrganizationId;

/// Whom a body tells.
pub async fn list(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    Owner(Some(&body)).list(&visit).await
}

/// Tells another address.
pub async fn add(Path(body): Path<String>, posted: Posted) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    Owner(Some(&body)).add(&posted).await
}

/// What one was told.
pub async fn one(Path((body, id)): Path<(String, i32)>, visit: Visit) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    Owner(Some(&body)).one(&visit, id).await
}

/// Does something about one.
pub async fn change(
    Path((body, id)): Path<(String, i32)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    Owner(Some(&body)).change(&posted, id).await
}
