//! How things look in JSON.

use crate::App;
use interlocal_catalog::{
    OrganizationId, PlaceId,
    eligibility::{Link, Verdict},
    jurisdiction::Jurisdiction,
};
use interlocal_portal::{Judged, Snapshot};
use serde_json::{Value, json};

/// A verdict with its chain.
pub fn verdict(verdict: &Verdict) -> Value {
    let links: Vec<Value> = verdict
        .chain
        .iter()
        .map(|(name, link)| {
            let mut entry = json!({"link": name, "state": link.state()});
            match link {
                Link::Met { by } if by.is_empty() => {}
                Link::Met { by } => entry["by"] = json!(by),
                Link::ToDo { steps } => entry["steps"] = json!(steps),
                Link::Failed { reasons } => entry["reasons"] = json!(reasons),
                Link::Unknown { missing } => entry["missing"] = json!(missing),
            }
            entry
        })
        .collect();
    json!({
        "outcome": verdict.outcome,
        "confidence": verdict.confidence,
        "rule": verdict.rule,
        "links": links,
    })
}

/// A body by slug and name.
pub fn body(snapshot: &Snapshot, id: &OrganizationId) -> Value {
    let id = snapshot.directory.canonical(id);
    let level = snapshot.directory.organization(id).map(|body| body.level);
    json!({
        "slug": id,
        "name": snapshot.directory.organization_name(id),
        "level": level,
    })
}

/// An offering as an item of a list.
pub fn item(app: &App, snapshot: &Snapshot, judged: &Judged) -> Value {
    let content = &judged.edition.content;
    let today = app.portal.today();
    let mut item = json!({
        "slug": content.slug,
        "aliases": judged.shelved.aliases,
        "title": content.title,
        "provider": body(snapshot, &content.provider),
        "kind": content.kind,
        "category": category(app, &content.category),
        "summary": content.summary,
        "states": content.states,
        "cost_model": content.cost_model,
        "starts_on": content.term.starts_on,
        "ends_on": content.term.ends_on,
        "confidence": judged.shelved.confidence(today),
        "source": content.source_words,
        "checked_on": content.checked_on,
        "edition": judged.edition.number,
        "url": format!("/offerings/{}", content.slug),
        "verdict": null,
    });
    if let Some(found) = &judged.verdict {
        item["verdict"] = verdict(found);
    }
    item
}

/// A category by slug and name.
pub fn category(app: &App, slug: &interlocal_catalog::CategoryId) -> Value {
    let vocabulary = app.portal.vocabulary();
    let parent = vocabulary
        .get(slug)
        .and_then(|category| category.parent.as_ref());
    json!({"slug": slug, "name": vocabulary.name(slug), "parent": parent})
}

/// A government as an item of a list.
pub fn government(snapshot: &Snapshot, row: &Jurisdiction) -> Value {
    let directory = &snapshot.directory;
    let place = row.key.place();
    let label = match row.legal_type() {
        "" => row.key.kind().label(),
        legal_type => legal_type,
    };
    json!({
        "key": row.key,
        "name": directory.name(&place),
        "full_name": directory.full_name(&place),
        "census_name": row.name,
        "kind": row.key.kind(),
        "kind_label": label,
        "county": directory.county_of(row).map(|county| county.name.as_str()),
        "state": directory.state_name(&row.state),
        "postal": row.state,
        "population": row.population,
        "population_year": row.population_year,
        "government": row.government,
        "status_note": row.status_note,
    })
}

/// A place by key and name.
pub fn place(snapshot: &Snapshot, place: &PlaceId) -> Value {
    json!({"key": place, "name": snapshot.directory.full_name(place)})
}
