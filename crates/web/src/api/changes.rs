//! `/api/v1/offerings/{slug}/changes`

use crate::{error::Failure, form::changes::editions, page::visit::Visit};
use axum::{Json, extract::Path};
use interlocal_catalog::OfferingId;
use interlocal_portal::Edition;
use serde_json::{Value, json};

/// What changed between two editions, in the words of the page.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Json<Value>, Failure> {
    let wanted = editions(&visit.fields)?;
    let slug = OfferingId::new(slug);
    let portal = &visit.app.portal;
    let pair = portal.read_changes(&visit.actor(), &slug, wanted).await?;
    let side =
        |edition: &Edition| json!({"number": edition.number, "published_at": edition.published_at});
    let sides = (Some(&pair.old.content), &pair.new.content);
    let changes: Vec<Value> = visit
        .change_rows(&pair.changes, sides)
        .into_iter()
        .map(|row| json!({"field": row.field, "old": row.old, "new": row.new}))
        .collect();
    Ok(Json(json!({
        "offering": slug,
        "from": side(&pair.old),
        "to": side(&pair.new),
        "changes": changes,
    })))
}
