//! `/api/v1/offerings/{slug}/changes`

use super::{
    document::call::{Call, Group, whole},
    offerings::EditionShown,
};
use crate::{error::Failure, form::changes::editions, page::visit::Visit};
use axum::{Json, extract::Path};
use interlocal_catalog::OfferingId;
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/offerings/{slug}/changes", "readChanges")
            .told(
                Group::Offerings,
                "What changed between two editions",
                "In the words of the page; the two newest where none is named.",
            )
            .query("from", whole(1, i32::MAX as u32), "The older edition")
            .like("1")
            .query("to", whole(1, i32::MAX as u32), "The newer edition")
            .like("1")
            .gives::<Changes>()
            .or_gone(),
    ]
}

/// What changed between two editions.
#[derive(Serialize, JsonSchema)]
pub struct Changes {
    /// The offering.
    offering: OfferingId,
    /// The older edition.
    from: EditionShown,
    /// The newer edition.
    to: EditionShown,
    /// Each field that differs.
    changes: Vec<Change>,
}

/// A field that differs.
#[derive(Serialize, JsonSchema)]
pub struct Change {
    /// Which, in words.
    field: String,
    /// What it said.
    old: Vec<String>,
    /// What it says.
    new: Vec<String>,
}

/// What changed between two editions, in the words of the page.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Json<Changes>, Failure> {
    let wanted = editions(&visit.fields)?;
    let slug = OfferingId::new(slug);
    let portal = &visit.app.portal;
    let pair = portal.read_changes(&visit.actor(), &slug, wanted).await?;
    let sides = (Some(&pair.old.content), &pair.new.content);
    let changes = visit.change_rows(&pair.changes, sides).into_iter();
    Ok(Json(Changes {
        offering: slug,
        from: EditionShown::of(&pair.old),
        to: EditionShown::of(&pair.new),
        changes: changes
            .map(|row| Change {
                field: row.field,
                old: row.old,
                new: row.new,
            })
            .collect(),
    }))
}
