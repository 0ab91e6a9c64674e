//! `/hsds/taxonomies` and `/hsds/taxonomy_terms`

use super::{given, only_paging, page, words};
use crate::{App, error::Failure, form::Fields};
use axum::{
    extract::{Path, State},
    response::Response,
};
use interlocal_portal::exporting::service_directory::TermsWanted;

/// A page of taxonomies.
pub async fn list(State(app): State<App>, fields: Fields) -> Result<Response, Failure> {
    let (paging, form) = only_paging(&fields)?;
    let search = fields.last("search").unwrap_or_default();
    Ok(page(app.portal.hsds_taxonomies(search, paging), form))
}

/// A taxonomy.
pub async fn show(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Failure> {
    Ok(given(app.portal.hsds_taxonomy(&id)?))
}

/// A page of categories.
pub async fn terms(State(app): State<App>, fields: Fields) -> Result<Response, Failure> {
    let wanted = TermsWanted {
        search: fields.last("search").unwrap_or_default().to_owned(),
        taxonomy: words(&fields, "taxonomy_id"),
        parent: words(&fields, "parent_id"),
        top_only: fields.on("top_only"),
    };
    let (paging, form) = only_paging(&fields)?;
    Ok(page(app.portal.hsds_terms(&wanted, paging), form))
}

/// A category.
pub async fn term(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Failure> {
    Ok(given(app.portal.hsds_term(&id)?))
}
