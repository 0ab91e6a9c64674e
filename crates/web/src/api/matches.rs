//! `/api/v1/matches`.

use crate::{
    App,
    chosen::Choice,
    error::Failure,
    form::{Fields, partners},
    signed_in::Caller,
};
use axum::{Json, extract::State};
use interlocal_portal::FieldFault;
use serde_json::{Value, json};

/// Partners for a need, ranked, with reasons.
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    fields: Fields,
) -> Result<Json<Value>, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let form = partners::read(&app, &fields)?;
    let mut faults = Vec::new();
    let mut missing = |field: &str, message: &str| {
        faults.push(FieldFault {
            field: field.to_owned(),
            message: message.to_owned(),
        });
    };
    if form.category.is_empty() {
        missing("category", "is missing; take a slug from /categories");
    }
    let Some(place) = choice.place else {
        missing(
            "for",
            "is missing; give the key of your government, such as county-17031",
        );
        return Err(Failure::Invalid(faults));
    };
    if !faults.is_empty() {
        return Err(Failure::Invalid(faults));
    }
    let answer = app
        .portal
        .find_partners(&caller.actor(), &form.search(place))?;
    let mut result = serde_json::to_value(&answer.result)
        .map_err(|error| Failure::Internal(error.to_string()))?;
    if let Some(cards) = result.get_mut("cards").and_then(Value::as_array_mut) {
        for (entry, card) in cards.iter_mut().zip(&answer.result.cards) {
            entry["name"] = json!(card.name);
            entry["band"] = json!(card.band.label());
            entry["record"] = json!(card.record_id);
        }
    }
    let near = |out: &&interlocal_portal::partners::Excluded| out.is_near;
    let excluded: Vec<Value> = answer
        .result
        .excluded
        .iter()
        .filter(near)
        .map(|out| json!({"id": out.id, "name": out.name, "gates": out.gates}))
        .collect();
    let others = answer.result.excluded.len() - excluded.len();
    result["excluded"] = json!(excluded);
    result["excluded_elsewhere_count"] = json!(others);
    result["ask_cards"] = answer
        .result
        .ask_cards
        .iter()
        .map(|card| json!({"id": card.id, "name": card.name, "level": card.level}))
        .collect();
    Ok(Json(result))
}
