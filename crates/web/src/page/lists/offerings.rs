//! `/search.csv` and `/search.xlsx`: everything that a search finds.

use crate::{
    chosen::Choice,
    error::Failure,
    form::{
        ending::Ending,
        search::{self, SearchForm},
    },
    page::visit::Visit,
};
use axum::response::Response;
use interlocal_portal::lists::OfferingList;
use std::sync::Arc;

/// The whole list: a file says nothing that its address does not say.
pub async fn table(mut visit: Visit, ending: Ending) -> Result<Response, Failure> {
    visit.choice = Choice::in_address(&visit.app, &visit.fields)?;
    let SearchForm { search, .. } = search::read(&visit.app, &visit.fields, &visit.choice)?;
    let portal = Arc::clone(&visit.app.portal);
    let list = OfferingList::of(portal, visit.actor(), search);
    let page = format!("/search?{}", visit.fields.with(&["page"], &[]));
    ending.of(list.table(title(&visit), page)).await
}

/// What a list is of, in words.
pub fn title(visit: &Visit) -> String {
    let mut parts = Vec::new();
    for category in visit.fields.all("category") {
        parts.push(visit.category(&category.as_str().into()).name);
    }
    for provider in visit.fields.all("provider") {
        parts.push(visit.body(&provider.as_str().into()).name);
    }
    parts.extend(visit.fields.all("state"));
    if let Some(words) = visit.fields.last("q").filter(|words| !words.is_empty()) {
        parts.push(format!("“{words}”"));
    }
    if let Some(chosen) = visit.choice.shown(&visit.snapshot) {
        parts.push(format!("for {}", chosen.name));
    }
    match parts.as_slice() {
        [] => "Offerings".to_owned(),
        parts => format!("Offerings: {}", parts.join(", ")),
    }
}
