//! Those of the portal, for stewards.

use super::Owner;
use crate::{error::Failure, form::posted::Posted, page::visit::Visit};
use axum::{extract::Path, response::Response};

/// Whom the portal tells.
pub async fn list(visit: Visit) -> Result<Response, Failure> {
    Owner(None).list(&visit).await
}

/// Tells another address.
pub async fn add(posted: Posted) -> Result<Response, Failure> {
    Owner(None).add(&posted).await
}

/// What one was told.
pub async fn one(Path(id): Path<i32>, visit: Visit) -> Result<Response, Failure> {
    Owner(None).one(&visit, id).await
}

/// Does something about one.
pub async fn change(Path(id): Path<i32>, posted: Posted) -> Result<Response, Failure> {
    Owner(None).change(&posted, id).await
}
