//! The service directory for programs: HSDS 3.0, with the standard's addresses,
//! fields and envelope.

pub mod offered;
pub mod organizations;
pub mod taxonomies;

use crate::{
    App,
    error::Failure,
    form::{Faults, Fields},
};
use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use interlocal_portal::exporting::service_directory::{Page, Paging};
use serde_json::{Value, json};

/// Entries of a page where nothing is asked.
const PER_PAGE: usize = 50;
/// Entries of a page at most.
const MOST: usize = 500;
/// The last page that a list can have.
const LAST: usize = 10_000_000;

/// What this interface is.
pub async fn about(State(app): State<App>) -> Response {
    given(json!({
        "version": "3.0",
        "profile": app.portal.public_url().of("/data"),
        "openapi_url": "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json",
    }))
}

/// Any program may read it, on whatever page it runs.
fn given(value: Value) -> Response {
    let anybody = [(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (anybody, Json(value)).into_response()
}

fn page(page: Page) -> Response {
    given(page.envelope())
}

/// Which page is asked for, with every fault of the address.
fn paging(fields: &Fields, faults: &mut Faults) -> Paging {
    Paging {
        page: faults.number(fields, "page", 1..=LAST, 1),
        per_page: faults.number(fields, "per_page", 1..=MOST, PER_PAGE),
    }
}

/// The paging of a list that asks for nothing else.
fn only_paging(fields: &Fields) -> Result<Paging, Failure> {
    let mut faults = Faults::default();
    let paging = paging(fields, &mut faults);
    faults.end()?;
    Ok(paging)
}

fn words(fields: &Fields, name: &str) -> Option<String> {
    let value = fields.last(name).filter(|value| !value.is_empty());
    value.map(str::to_owned)
}
