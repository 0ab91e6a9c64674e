//! `/api/v1/jurisdictions?q=` and `/api/v1/jurisdictions/{key}`.

use super::{
    document::call::{Call, Group, sought},
    listed::listed,
    shape::{self, BodyRef, Government, PlaceRef},
};
use crate::{
    App,
    error::Failure,
    form::{Fields, cursor::Window},
};
use axum::{
    Json,
    extract::{Path, State},
    response::Response,
};
use interlocal_catalog::{
    jurisdiction::{Jurisdiction, JurisdictionKey},
    point::Point,
};
use interlocal_portal::Snapshot;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

const LIST: &str = "/api/v1/jurisdictions";

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get(LIST, "findGovernments")
            .told(
                Group::Governments,
                "Governments by name, kind, county and state",
                "Those of exactly the name that was asked for come first and together.",
            )
            .query("q", sought(), "A name, in any order of its words")
            .like("springfield ohio")
            .in_parts(200)
            .gives::<Governments>(),
        Call::get("/api/v1/jurisdictions/{key}", "readGovernment")
            .told(
                Group::Governments,
                "One government",
                "With what it lies in, the CIO office of its state, and governments like it.",
            )
            .gives::<WholeGovernment>(),
    ]
}

/// Governments that fit.
#[derive(Serialize, JsonSchema)]
pub struct Governments {
    /// How many fit.
    total: usize,
    /// How many bear exactly the name.
    exact_names: usize,
    /// This part of them.
    items: Vec<Government>,
    /// Always empty.
    facets: BTreeMap<String, String>,
    /// Where the list goes on; null at its end.
    next: Option<String>,
}

/// One government.
#[derive(Serialize, JsonSchema)]
pub struct WholeGovernment {
    #[serde(flatten)]
    government: Government,
    /// What it lies in, the nearest first.
    parents: Vec<PlaceRef>,
    /// The government that is the same one.
    one_government_with: Option<JurisdictionKey>,
    /// Where it lies.
    point: Option<Point>,
    /// The CIO office of its state.
    cio_office: Option<BodyRef>,
    /// Governments like it; null where too little is known of it.
    peers: Option<Vec<Peer>>,
}

/// A government like another.
#[derive(Serialize, JsonSchema)]
pub struct Peer {
    #[serde(flatten)]
    place: PlaceRef,
    /// How many people live there.
    population: Option<u32>,
    /// How far away.
    miles: Option<f64>,
    /// How unlike; 0 is alike in everything measured.
    distance: f64,
}

/// Governments by name, kind, county and state.
pub async fn list(State(app): State<App>, fields: Fields) -> Result<Response, Failure> {
    let window = Window::of(&fields, LIST, (20, 200))?;
    let snapshot = app.portal.snapshot();
    let found = app.portal.find_governments(
        fields.last("q").unwrap_or_default(),
        window.offset.saturating_add(window.limit),
    );
    let items: Vec<Government> = found
        .keys
        .iter()
        .skip(window.offset)
        .filter_map(|key| snapshot.directory.jurisdiction(key))
        .map(|row| shape::government(&snapshot, row))
        .collect();
    let next = match items.len() {
        0 => None,
        given => window.next_after(given, &fields, LIST, found.total as u64),
    };
    let list = Governments {
        total: found.total,
        exact_names: found.exact_names,
        items,
        facets: BTreeMap::new(),
        next,
    };
    Ok(listed(list.next.as_deref(), &list))
}

/// One government with its chain.
pub async fn show(
    State(app): State<App>,
    Path(key): Path<String>,
) -> Result<Json<WholeGovernment>, Failure> {
    let snapshot = app.portal.snapshot();
    let row = named(&app, &snapshot, &key)?;
    let directory = &snapshot.directory;
    let place = row.key.place();
    let state = directory.state(&row.state).map(|state| state.key.place());
    let office = state.and_then(|state| directory.cio_office(&state));
    let peers = app.portal.peers(&snapshot, &place);
    Ok(Json(WholeGovernment {
        government: shape::government(&snapshot, row),
        parents: directory
            .chain(row)
            .map(|parent| shape::place(&snapshot, &parent.key.place()))
            .collect(),
        one_government_with: row.one_government_with.clone(),
        point: row.point,
        cio_office: office.map(|office| shape::body(&snapshot, &office.organization)),
        peers: peers.map(|peers| {
            let peers = peers.iter().map(|peer| Peer {
                place: shape::place(&snapshot, &peer.place),
                population: peer.population,
                miles: peer.miles,
                distance: peer.distance,
            });
            peers.collect()
        }),
    }))
}

/// The government in a path: 404 for one that nobody has, 400 for what is no key.
pub fn named<'a>(
    app: &App,
    snapshot: &'a Snapshot,
    key: &str,
) -> Result<&'a Jurisdiction, Failure> {
    match key.parse::<JurisdictionKey>() {
        Err(_) => Ok(app.portal.government(snapshot, "key", key)?),
        Ok(key) => snapshot
            .directory
            .jurisdiction(&key.place())
            .ok_or(Failure::NotFound),
    }
}
