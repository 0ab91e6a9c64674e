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
    body::Body,
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

/// A page in the standard's envelope, or its entries alone, one a line.
fn page(page: Page, form: Form) -> Response {
    match form {
        Form::Envelope => given(page.envelope()),
        Form::Lines => lines(Body::from(joined(&page.contents))),
    }
}

/// In which form a list is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A page of it as JSON.
    Envelope,
    /// All of it, an entry a line.
    Lines,
}

/// Entries, one a line.
fn lines(body: Body) -> Response {
    let headers = [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::CONTENT_TYPE, "application/x-ndjson"),
    ];
    (headers, body).into_response()
}

fn joined(entries: &[Value]) -> String {
    entries.iter().map(|entry| format!("{entry}\n")).collect()
}

/// Which page is asked for and in which form, with every fault of the address. Lines
/// come all at once.
fn paging(fields: &Fields, faults: &mut Faults) -> (Paging, Form) {
    let paging = Paging {
        page: faults.number(fields, "page", 1..=LAST, 1),
        per_page: faults.number(fields, "per_page", 1..=MOST, PER_PAGE),
    };
    match fields.last("format").unwrap_or_default() {
        "" | "json" => (paging, Form::Envelope),
        "ndjson" => (Paging::WHOLE, Form::Lines),
        other => {
            faults.add("format", format!("“{other}” is none of json, ndjson"));
            (paging, Form::Envelope)
        }
    }
}

/// The paging of a list that asks for nothing else.
fn only_paging(fields: &Fields) -> Result<(Paging, Form), Failure> {
    let mut faults = Faults::default();
    let paging = paging(fields, &mut faults);
    faults.end()?;
    Ok(paging)
}

fn words(fields: &Fields, name: &str) -> Option<String> {
    let value = fields.last(name).filter(|value| !value.is_empty());
    value.map(str::to_owned)
}
