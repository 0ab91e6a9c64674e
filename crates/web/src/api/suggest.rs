//! `/api/v1/suggest`: how a search may go on.

use crate::{App, chosen::Choice, error::Failure, form::Fields, signed_in::Caller};
use axum::{Json, extract::State};
use interlocal_pages::href;
use interlocal_portal::search::{Suggestion, SuggestionKind};
use serde_json::{Value, json};

const SUGGESTIONS: usize = 8;

/// Categories, bodies, offerings and words that begin like this.
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    fields: Fields,
) -> Result<Json<Value>, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let key = choice.place.as_ref().map(|place| place.as_str());
    let found = app.portal.suggest(
        &caller.actor(),
        fields.last("q").unwrap_or_default(),
        SUGGESTIONS,
    )?;
    let items: Vec<Value> = found
        .iter()
        .map(|one| json!({"text": one.text, "kind": one.kind.word(), "href": leads_to(one, key)}))
        .collect();
    Ok(Json(json!({"items": items})))
}

fn leads_to(one: &Suggestion, key: Option<&str>) -> Option<String> {
    let slug = one.slug.as_deref()?;
    match one.kind {
        SuggestionKind::Offering => Some(href::offering(slug, key)),
        SuggestionKind::Organization => Some(href::organization(slug)),
        SuggestionKind::Category => Some(href::category(slug, key)),
        SuggestionKind::Word => None,
    }
}
