//! `/jurisdictions?q=`: the picker as a plain form.

use super::{
    lists::{feed, taken},
    visit::Visit,
};
use crate::{error::Failure, form::Faults};
use axum::response::Response;
use interlocal_catalog::{CategoryId, PlaceId};
use interlocal_pages::{
    components::{list_files::ListFile, pager::Pager},
    href,
    pages::{JurisdictionListPage, JurisdictionRow},
};

const PAGE: usize = 30;

/// Governments that fit the words.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let mut faults = Faults::default();
    let page = faults.number(&visit.fields, "page", 1..=2_000, 1);
    faults.end()?;
    let words = visit.fields.last("q").unwrap_or_default().to_owned();
    let found = visit.app.portal.find_governments(&words, page * PAGE);
    let page_count = found.total.div_ceil(PAGE).max(1);
    let to = |number: usize| {
        let number = number.to_string();
        format!(
            "/jurisdictions?{}",
            visit.fields.with(&["page"], &[("page", &number)])
        )
    };
    // Governments of exactly this name stay together on the first page.
    let first = if page == 1 {
        0
    } else {
        ((page - 1) * PAGE).max(found.exact_names)
    };
    let shown = if page == 1 {
        PAGE.max(found.exact_names)
    } else {
        PAGE
    };
    let category = visit
        .fields
        .last("category")
        .map(CategoryId::new)
        .filter(|slug| visit.app.portal.vocabulary().get(slug).is_some());
    let next = visit
        .fields
        .last("next")
        .filter(|path| href::is_inside(path));
    let page = JurisdictionListPage {
        shell: visit.shell_with(
            files(&visit, &words),
            Some(format!("/api/v1/jurisdictions?{}", visit.fields.raw())),
        ),
        query: words,
        category: category.map(|slug| visit.category(&slug)),
        next: next.map(str::to_owned),
        total: found.total as u64,
        exact_total: found.exact_names as u64,
        rows: found
            .keys
            .iter()
            .skip(first)
            .take(shown)
            .filter_map(|place| visit.row_of_government(place))
            .collect(),
        pager: Pager {
            page: page as u64,
            page_count: page_count as u64,
            previous_href: (page > 1).then(|| to(page - 1)),
            next_href: (page < page_count).then(|| to(page + 1)),
        },
    };
    Ok(visit.answer(&page))
}

/// What fits the words, or every government where there are none.
fn files(visit: &Visit, words: &str) -> Vec<ListFile> {
    const LIST: &str = "/jurisdictions";
    let query = visit.fields.with(&["page", "category", "next"], &[]);
    let twin = (!words.is_empty()).then(|| format!("/api/v1{LIST}?{query}"));
    let mut files = taken(LIST, &query, twin.as_deref());
    files.push(feed(LIST, &query));
    files
}

impl Visit {
    fn row_of_government(&self, place: &PlaceId) -> Option<JurisdictionRow> {
        let directory = &self.snapshot.directory;
        let row = directory.jurisdiction(place)?;
        Some(JurisdictionRow {
            key: place.to_string(),
            name: directory.name(place).to_owned(),
            kind_label: Self::kind_label(row),
            county: directory.county_of(row).map(|county| county.name.clone()),
            state: directory.state_name(&row.state).to_owned(),
            population: row.population.map(u64::from),
            population_year: row.population_year,
            status_note: row.status_note.clone(),
        })
    }
}
