//! Processes as a record package, with every field that came in.

use super::gather::Contracting;
use serde_json::{Value, json};

/// What a package says of itself.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its address.
    pub uri: String,
    /// Who publishes it.
    pub publisher: String,
    /// When, as in `2026-11-22T00:00:00Z`.
    pub published: String,
    /// Addresses of the extensions in use.
    pub extensions: Vec<String>,
}

/// A record package of 1.1: each process with its releases and what they come to.
pub fn record_package(package: &Package, processes: &[Contracting]) -> Value {
    let records: Vec<Value> = processes
        .iter()
        .map(|one| {
            json!({
                "ocid": one.process.ocid,
                "releases": one.releases,
                "compiledRelease": one.compiled,
            })
        })
        .collect();
    json!({
        "version": "1.1",
        "uri": package.uri,
        "publishedDate": package.published,
        "publisher": {"name": package.publisher},
        "extensions": package.extensions,
        "records": records,
    })
}
