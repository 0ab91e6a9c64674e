//! `/api/v1/offerings/{slug}/checklist`

use crate::{
    App,
    chosen::Choice,
    error::Failure,
    form::{Fields, checklist::federal_funds},
    page::offering::moved,
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use interlocal_catalog::{
    OfferingId,
    diligence::{Buyer, Standing, checklist, unmarked},
};
use interlocal_portal::offering::Located;
use serde_json::{Value, json};

/// What the file has to hold, and what of it the entry shows.
pub async fn show(
    State(app): State<App>,
    Path(slug): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Result<Response, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let federal_funds = federal_funds(&fields)?;
    let slug = OfferingId::new(slug);
    let found = app
        .portal
        .read_offering(&caller.actor(), &slug, choice.place.as_ref())
        .await?;
    let answer = match found {
        Located::Here(answer) => answer,
        Located::Moved(to) => {
            let to = format!("/api/v1/offerings/{to}/checklist");
            return Ok(moved(&to, &fields));
        }
    };
    let edition = &answer.judged.edition;
    let row = choice
        .place
        .as_ref()
        .and_then(|place| answer.snapshot.directory.jurisdiction(place));
    let state = row.map(|row| row.state.as_str());
    let buyer = Buyer {
        state,
        federal_funds,
    };
    let items: Option<Vec<Value>> = checklist(&edition.content, buyer).map(|rows| {
        rows.iter()
            .map(|(proof, standing)| {
                json!({
                    "item": proof,
                    "label": proof.label(),
                    "standing": word(standing),
                    "open": standing.is_open(),
                    "evidence": evidence(standing),
                })
            })
            .collect()
    });
    Ok(Json(json!({
        "offering": slug,
        "edition": edition.number,
        "state": state,
        "federal_funds": federal_funds,
        "is_purchase": items.is_some(),
        "documents_without_mark": unmarked(&edition.content),
        "items": items.unwrap_or_default(),
    }))
    .into_response())
}

fn word(standing: &Standing<'_>) -> &'static str {
    match standing {
        Standing::Shown(_) | Standing::Signed(_) => "shown",
        Standing::Stated(_) => "stated",
        Standing::NotNeeded(_) => "not_needed",
        Standing::Missing => "missing",
    }
}

fn evidence(standing: &Standing<'_>) -> Value {
    match standing {
        Standing::Shown(documents) => json!(documents),
        Standing::Signed(addenda) => json!(addenda),
        Standing::Stated(words) => json!([words]),
        Standing::NotNeeded(why) => json!([why]),
        Standing::Missing => json!([]),
    }
}
