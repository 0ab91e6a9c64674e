//! What a refusal looks like: RFC 9457.

use interlocal_catalog::{NaiveDate, OfferingId};
use interlocal_portal::FieldFault;
use schemars::JsonSchema;
use serde::Serialize;

/// Why a call has no result.
#[derive(Serialize, JsonSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says what kind of problem it is.
    #[serde(rename = "type")]
    kind: &'static str,
    /// In a few words.
    title: &'static str,
    /// The status.
    status: u16,
    /// More of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What finds it in the log.
    request_id: String,
    /// Each faulty field: a name of the address, or a JSON pointer into what was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<Fault>>,
    /// When it was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<NaiveDate>,
    /// What replaces it.
    #[serde(skip_serializing_if = "Option::is_none")]
    successor: Option<Successor>,
}

impl Problem {
    /// One that says no more than its title.
    pub fn new(title: &'static str, status: u16, request_id: &str) -> Self {
        Self {
            kind: "about:blank",
            title,
            status,
            detail: None,
            request_id: request_id.to_owned(),
            errors: None,
            on: None,
            successor: None,
        }
    }

    /// Something was taken back on a day, and replaced by something.
    pub fn gone(&mut self, on: NaiveDate, successor: Option<&(OfferingId, String)>) {
        self.on = Some(on);
        self.successor = successor.map(|(slug, title)| Successor {
            slug: slug.to_string(),
            title: title.clone(),
            url: format!("/offerings/{slug}"),
        });
    }

    /// Fields cannot be as they are.
    pub fn faults(&mut self, faults: &[FieldFault]) {
        let faults = faults.iter().map(|fault| Fault {
            field: fault.field.clone(),
            message: fault.message.clone(),
        });
        self.errors = Some(faults.collect());
    }
}

/// A faulty field.
#[derive(Serialize, JsonSchema)]
struct Fault {
    /// Which.
    field: String,
    /// What is wrong, and how to mend it.
    message: String,
}

/// What replaces something.
#[derive(Serialize, JsonSchema)]
struct Successor {
    /// Its slug.
    slug: String,
    /// Its title.
    title: String,
    /// Its page.
    url: String,
}
