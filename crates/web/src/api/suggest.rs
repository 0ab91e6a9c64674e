//! `/api/v1/suggest`: how a search may go on.

use super::document::call::{Call, Group, sought};
use crate::{App, chosen::Choice, error::Failure, form::Fields, signed_in::Caller};
use axum::{Json, extract::State};
use interlocal_pages::href;
use interlocal_portal::search::{Suggestion, SuggestionKind};
use schemars::JsonSchema;
use serde::Serialize;

const SUGGESTIONS: usize = 8;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1/suggest", "suggest")
            .told(
                Group::Offerings,
                "How a search may go on",
                "Categories, bodies, offerings and words that begin like this.",
            )
            .query("q", sought(), "The beginning of what is typed")
            .like("endp")
            .for_government()
            .gives::<Suggestions>(),
    ]
}

/// How a search may go on.
#[derive(Serialize, JsonSchema)]
pub struct Suggestions {
    /// At most eight.
    items: Vec<Suggested>,
}

/// One way to go on.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Suggestion")]
pub struct Suggested {
    /// The words.
    text: String,
    /// What they name: `offering`, `organization`, `category` or `word`.
    kind: String,
    /// Where it leads; null for a word.
    href: Option<String>,
}

/// Categories, bodies, offerings and words that begin like this.
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    fields: Fields,
) -> Result<Json<Suggestions>, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let key = choice.place.as_ref().map(|place| place.as_str());
    let found = app.portal.suggest(
        &caller.actor(),
        fields.last("q").unwrap_or_default(),
        SUGGESTIONS,
    )?;
    let items = found.iter().map(|one| Suggested {
        text: one.text.clone(),
        kind: one.kind.word().to_owned(),
        href: leads_to(one, key),
    });
    Ok(Json(Suggestions {
        items: items.collect(),
    }))
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
