//! `/api/v1/jurisdictions?q=` and `/api/v1/jurisdictions/{key}`.

use super::shape;
use crate::{
    App,
    error::Failure,
    form::{Faults, Fields},
};
use axum::{
    Json,
    extract::{Path, State},
};
use serde_json::{Value, json};

/// Governments by name, kind, county and state.
pub async fn list(State(app): State<App>, fields: Fields) -> Result<Json<Value>, Failure> {
    let mut faults = Faults::default();
    let limit = faults.number(&fields, "limit", 1..=200, 20);
    faults.end()?;
    let snapshot = app.portal.snapshot();
    let found = app
        .portal
        .find_governments(fields.last("q").unwrap_or_default(), limit);
    let items: Vec<Value> = found
        .keys
        .iter()
        .filter_map(|key| snapshot.directory.jurisdiction(key))
        .map(|row| shape::government(&snapshot, row))
        .collect();
    Ok(Json(json!({
        "total": found.total,
        "exact_names": found.exact_names,
        "items": items,
        "facets": {},
        "next": null,
    })))
}

/// One government with its chain.
pub async fn show(State(app): State<App>, Path(key): Path<String>) -> Result<Json<Value>, Failure> {
    let snapshot = app.portal.snapshot();
    let row = named(&app, &snapshot, &key)?;
    let mut whole = shape::government(&snapshot, row);
    let place = row.key.place();
    whole["parents"] = snapshot
        .directory
        .chain(row)
        .map(|parent| shape::place(&snapshot, &parent.key.place()))
        .collect();
    whole["one_government_with"] = json!(row.one_government_with);
    whole["point"] = json!(row.point);
    let state = snapshot
        .directory
        .state(&row.state)
        .map(|state| state.key.place());
    let cio = state.and_then(|state| snapshot.directory.cio_office(&state).cloned());
    whole["cio_office"] = json!(cio.map(|office| shape::body(&snapshot, &office.organization)));
    whole["peers"] = json!(app.portal.peers(&snapshot, &place).map(|peers| {
        peers
            .iter()
            .map(|peer| {
                let mut entry = shape::place(&snapshot, &peer.place);
                entry["population"] = json!(peer.population);
                entry["miles"] = json!(peer.miles);
                entry["distance"] = json!(peer.distance);
                entry
            })
            .collect::<Vec<Value>>()
    }));
    Ok(Json(whole))
}

/// The government in a path: 404 for one that nobody has, 400 for what is no key.
pub fn named<'a>(
    app: &App,
    snapshot: &'a interlocal_portal::Snapshot,
    key: &str,
) -> Result<&'a interlocal_catalog::jurisdiction::Jurisdiction, Failure> {
    match key.parse::<interlocal_catalog::jurisdiction::JurisdictionKey>() {
        Err(_) => Ok(app.portal.government(snapshot, "key", key)?),
        Ok(key) => snapshot
            .directory
            .jurisdiction(&key.place())
            .ok_or(Failure::NotFound),
    }
}
