//! `/api/v1/compare`.

use super::shape;
use crate::{
    error::Failure,
    form::compare::Asking,
    page::{
        compare::{Beside, Side},
        visit::Visit,
    },
};
use axum::Json;
use interlocal_catalog::{
    cost::{Cost, comparable},
    facts::{Facts, side_by_side},
};
use interlocal_portal::Judged;
use serde_json::{Value, json};

/// Editions side by side. It speaks of nothing but its address: no cookie counts.
pub async fn show(mut visit: Visit) -> Result<Json<Value>, Failure> {
    visit.forget_cookies()?;
    let asking = Asking::read(&visit.fields, None);
    if !asking.size.faults.is_empty() {
        return Err(Failure::Invalid(asking.size.faults));
    }
    let beside = Beside::of(&visit, asking).await?;
    if beside.sides.is_empty() && !beside.not_here().is_empty() {
        return Err(Failure::NotFound);
    }
    let costs: Vec<&Cost> = beside.sides.iter().map(|side| &*side.cost).collect();
    let facts: Vec<&Facts> = beside
        .sides
        .iter()
        .map(|side| &side.content().details.facts)
        .collect();
    let facts: Vec<Value> = side_by_side(&facts)
        .into_iter()
        .map(|(label, cells)| {
            let words = |words: &String| (!words.is_empty()).then(|| words.clone());
            let cells: Vec<Option<String>> = cells.iter().map(words).collect();
            json!({"fact": label, "says": cells})
        })
        .collect();
    let size = &beside.asking.size;
    let quantities: serde_json::Map<String, Value> = size
        .typed
        .pairs()
        .iter()
        .map(|(name, value)| (name.clone(), json!(value)))
        .collect();
    Ok(Json(json!({
        "for": visit.place(),
        "asked": quantities,
        "years": size.asked.years.number(),
        "items": beside.sides.iter().map(|side| item(&visit, side)).collect::<Vec<Value>>(),
        "typed_facts": facts,
        "costs_comparable": (costs.len() > 1).then(|| comparable(&costs)),
        "costs_comparable_words": beside.comparable(),
        "not_here": beside.not_here(),
        "url": format!("/compare?{}", beside.query(&beside.names())),
    })))
}

fn item(visit: &Visit, side: &Side) -> Value {
    let compared = &side.compared;
    let content = side.content();
    let snapshot = &visit.snapshot;
    let shelved = snapshot.offering(compared.offering);
    let Some(shelved) = shelved else {
        return Value::Null;
    };
    let judged = Judged {
        shelved: std::sync::Arc::new(shelved.clone()),
        edition: std::sync::Arc::clone(&compared.edition),
        verdict: compared.verdict.clone(),
    };
    let mut item = shape::item(&visit.app, snapshot, &judged);
    item["confidence"] = json!(compared.confidence);
    item["name"] = json!(compared.named.to_string());
    item["newest_edition"] = json!(compared.newest);
    item["steps_left"] = json!(compared.verdict.as_ref().map(|v| v.chain.steps_left()));
    item["cost"] = cost(&side.cost);
    item["beside_present_cost"] = json!(side.difference);
    item["details"] = json!(content.details);
    item["frameworks"] = json!(content.frameworks);
    item["participations"] = compared
        .participations
        .iter()
        .map(|record| {
            let mut entry = shape::place(snapshot, &record.who);
            entry["from"] = json!(record.from);
            entry["until"] = json!(record.until);
            entry
        })
        .collect();
    item["governments_like_us"] = compared
        .alike
        .iter()
        .map(|user| {
            let mut entry = shape::place(snapshot, &user.jurisdiction);
            entry["since"] = json!(user.since);
            entry["source"] = json!(user.source);
            entry["checked_on"] = json!(user.checked_on);
            entry
        })
        .collect();
    item["adoption_count"] = json!(compared.users.len());
    item
}

/// A cost with its reasons in words.
fn cost(cost: &Cost) -> Value {
    let mut out = json!(cost);
    let words: Vec<String> = cost.missing.iter().map(|fact| fact.words()).collect();
    out["missing_words"] = json!(words);
    out
}
