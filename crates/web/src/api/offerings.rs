//! `/api/v1/offerings` and `/api/v1/offerings/{slug}`.

use super::shape;
use crate::{
    App,
    chosen::Choice,
    error::Failure,
    form::{Fields, search},
    page::offering::moved,
    signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use interlocal_catalog::OfferingId;
use interlocal_portal::{
    offering::Located,
    search::{FacetCount, Results},
};
use serde_json::{Value, json};

/// Offerings that fit, with counts of the whole.
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    fields: Fields,
) -> Result<Json<Value>, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let form = search::read(&app, &fields, &choice)?;
    let (page, limit) = (form.page, form.search.limit);
    let answer = app.portal.search(&caller.actor(), form.search).await?;
    let items: Vec<Value> = answer
        .found
        .iter()
        .map(|found| {
            let mut item = shape::item(&app, &answer.snapshot, &found.judged);
            item["matched"] = found
                .hit
                .matched
                .iter()
                .map(|matched| {
                    let fragments: Vec<Value> = matched
                        .fragments
                        .iter()
                        .map(|(text, marked)| json!({"text": text, "marked": marked}))
                        .collect();
                    json!({"field": matched.field.label(), "fragments": fragments})
                })
                .collect();
            item
        })
        .collect();
    let more = (page * limit) as u64 >= answer.results.total;
    let number = (page + 1).to_string();
    let next = (!more).then(|| {
        format!(
            "/api/v1/offerings?{}",
            fields.with(&["page"], &[("page", &number)])
        )
    });
    Ok(Json(json!({
        "total": answer.results.total,
        "items": items,
        "facets": facets(&answer.results),
        "did_you_mean": answer.results.did_you_mean,
        "next": next,
    })))
}

fn facets(results: &Results) -> Value {
    let group = |counts: &[FacetCount]| -> Value {
        counts
            .iter()
            .map(|count| {
                json!({"value": count.value, "count": count.count, "selected": count.selected})
            })
            .collect()
    };
    let facets = &results.facets;
    let mut all = json!({
        "category": group(&facets.category),
        "kind": group(&facets.kind),
        "level": group(&facets.level),
        "state": group(&facets.state),
        "cost_model": group(&facets.cost_model),
        "agreement": group(&facets.agreement),
    });
    if let Some(counts) = facets.usable {
        all["usable"] = json!([
            {"value": "yes", "count": counts.usable},
            {"value": "unknown", "count": counts.unknown},
            {"value": "no", "count": counts.not_usable},
        ]);
    }
    all
}

/// One offering, whole.
pub async fn show(
    State(app): State<App>,
    Path(slug): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Result<Response, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let slug = OfferingId::new(slug);
    let found = app
        .portal
        .read_offering(&caller.actor(), &slug, choice.place.as_ref())
        .await?;
    let answer = match found {
        Located::Here(answer) => answer,
        Located::Moved(to) => {
            return Ok(moved(&format!("/api/v1/offerings/{to}"), &fields));
        }
    };
    let content = &answer.judged.edition.content;
    let mut whole = shape::item(&app, &answer.snapshot, &answer.judged);
    whole["how_to_join"] = json!(content.how_to_join);
    whole["agreement"] = json!(content.agreement);
    whole["website"] = json!(content.url);
    whole["area_words"] = json!(content.area_words);
    whole["frameworks"] = json!(content.frameworks);
    whole["named_groups"] = json!(content.named_groups);
    whole["known_users"] = json!(content.known_users);
    whole["suppliers"] = json!(content.suppliers);
    whole["partners"] = content
        .partners
        .iter()
        .map(|id| shape::body(&answer.snapshot, id))
        .collect();
    whole["source_confidence"] = json!(content.source_confidence);
    whole["review_days"] = json!(content.review_days);
    whole["not_available"] = json!(content.not_available);
    whole["rules"] = json!(content.rules);
    whole["details"] = json!(content.details);
    whole["adoptions"] = answer
        .users
        .iter()
        .map(|user| {
            let mut entry = shape::place(&answer.snapshot, &user.jurisdiction);
            entry["since"] = json!(user.since);
            entry["size"] = json!(
                user.size
                    .map(|size| json!({"quantity": size.quantity(), "unit": size.unit()}))
            );
            entry["source"] = json!(user.source);
            entry["checked_on"] = json!(user.checked_on);
            entry
        })
        .collect();
    whole["editions"] = answer
        .history
        .iter()
        .map(|edition| json!({"number": edition.number, "published_at": edition.published_at}))
        .collect();
    Ok(Json(whole).into_response())
}
