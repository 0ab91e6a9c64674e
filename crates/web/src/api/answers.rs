//! `/api/v1/jurisdictions/{key}/answers`.

use super::{jurisdictions::named, shape};
use crate::{App, error::Failure, signed_in::Caller};
use axum::{
    Json,
    extract::{Path, State},
};
use interlocal_portal::{Snapshot, answer_sheet::CategoryAnswer};
use serde_json::{Value, json};

/// The answer sheet.
pub async fn show(
    State(app): State<App>,
    Path(key): Path<String>,
    caller: Caller,
) -> Result<Json<Value>, Failure> {
    let actor = caller.actor();
    let snapshot = app.portal.view(&actor);
    let row = named(&app, &snapshot, &key)?;
    let sheet = app.portal.answer_sheet(&actor, &row.key.place()).await?;
    let items: Vec<Value> = sheet
        .iter()
        .map(|row| {
            let mut entry = answer(&app, &snapshot, &row.answer);
            entry["children"] = row
                .children
                .iter()
                .map(|child| answer(&app, &snapshot, child))
                .collect();
            entry
        })
        .collect();
    Ok(Json(json!({
        "jurisdiction": shape::government(&snapshot, row),
        "as_of": app.portal.today(),
        "total": items.len(),
        "items": items,
        "facets": {},
        "next": null,
    })))
}

fn answer(app: &App, snapshot: &Snapshot, found: &CategoryAnswer) -> Value {
    json!({
        "category": shape::category(app, &found.category),
        "answer": found.answer,
        "decided_by": found.decided_by,
        "decided_count": found.decided_count,
        "evidence": found
            .offerings
            .iter()
            .map(|judged| shape::item(app, snapshot, judged))
            .collect::<Vec<Value>>(),
        "statements_of_no": found.statements,
        "ask": found.ask.as_ref().map(|office| shape::body(snapshot, office)),
    })
}
