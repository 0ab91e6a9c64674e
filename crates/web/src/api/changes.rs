//! `/api/v1/offerings/{slug}/changes`

use crate::{
    App,
    error::Failure,
    form::{Fields, changes::editions},
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::HeaderMap,
};
use interlocal_catalog::OfferingId;
use interlocal_portal::Edition;
use serde_json::{Value, json};

/// What changed between two editions.
pub async fn show(
    State(app): State<App>,
    Path(slug): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Json<Value>, Failure> {
    let actor = Caller::of(&app, &headers).await?.actor();
    let wanted = editions(&fields)?;
    let slug = OfferingId::new(slug);
    let pair = app.portal.read_changes(&actor, &slug, wanted).await?;
    let side =
        |edition: &Edition| json!({"number": edition.number, "published_at": edition.published_at});
    let changes: Vec<Value> = pair
        .changes
        .iter()
        .map(|change| json!({"field": change.field.label(), "old": change.old, "new": change.new}))
        .collect();
    Ok(Json(json!({
        "offering": slug,
        "from": side(&pair.old),
        "to": side(&pair.new),
        "changes": changes,
    })))
}
