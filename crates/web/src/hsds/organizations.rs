//! `/hsds/organizations`

use super::{given, only_paging, page};
use crate::{App, error::Failure, form::Fields};
use axum::{
    extract::{Path, State},
    response::Response,
};

/// A page of bodies.
pub async fn list(State(app): State<App>, fields: Fields) -> Result<Response, Failure> {
    let (paging, form) = only_paging(&fields)?;
    let search = fields.last("search").unwrap_or_default();
    Ok(page(app.portal.hsds_organizations(search, paging), form))
}

/// A body with its services in short.
pub async fn show(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Failure> {
    Ok(given(app.portal.hsds_organization(&id)?))
}
