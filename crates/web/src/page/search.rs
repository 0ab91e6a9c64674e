//! `/search`

mod facets;
mod ways_on;

use super::{named::badge, offering::ENDS_SOON_DAYS, visit::Visit};
use crate::{
    error::Failure,
    form::search::{self as form, SORTS, SearchForm},
};
use axum::response::Response;
use interlocal_catalog::eligibility::{Link, LinkName, Outcome, Verdict};
use interlocal_pages::{
    components::{highlight::Highlight, pager::Pager},
    pages::{
        ExpiredSwitch, MatchedField, NoResults, ResultVerdict, SearchPage, SearchResult, SortOption,
    },
    words::why_not,
};
use interlocal_portal::search::{Found, Matched, SearchAnswer, Sort};

/// Results with their facets.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let mut form = form::read(&visit.app, &visit.fields, &visit.choice)?;
    form.search.count_other_terms = visit.snapshot.some_offering_ends();
    let portal = &visit.app.portal;
    let answer = portal.search(&visit.actor(), form.search.clone()).await?;
    let ways_on = if answer.results.total == 0 {
        ways_on::find(&visit, &form, &answer).await?
    } else {
        NoResults::default()
    };
    let page = SearchPage {
        shell: visit.shell_of_list(&listed(&visit)),
        total: answer.results.total,
        results: answer
            .found
            .iter()
            .map(|found| result(&visit, found))
            .collect(),
        facets: facets::rail(&visit, &form, &answer),
        chips: facets::chips(&visit),
        kept: ["provider", "ends_within"]
            .into_iter()
            .flat_map(|name| {
                visit
                    .fields
                    .all(name)
                    .into_iter()
                    .map(move |v| (name.to_owned(), v))
            })
            .collect(),
        clear_href: cleared(&visit),
        sorts: sorts(&visit, &form),
        expired: expired_switch(&form, &answer),
        pager: pager(&visit, &form, &answer),
        did_you_mean: answer.results.did_you_mean.clone().map(|words| {
            let href = format!(
                "/search?{}",
                visit.fields.with(&["q", "page"], &[("q", &words)])
            );
            (words, href)
        }),
        faults: Vec::new(),
        ways_on,
    };
    Ok(visit.answer(&page))
}

fn result(visit: &Visit, found: &Found) -> SearchResult {
    let content = &found.judged.edition.content;
    let today = visit.app.portal.today();
    let ended = found.judged.shelved.has_ended(today);
    let marked = |label: &str| {
        found
            .hit
            .matched
            .iter()
            .find(|matched| matched.field.label() == label)
    };
    let shown = |label: &str, text: &str| {
        marked(label).map_or_else(|| Highlight::from(text), |m| Highlight(m.fragments.clone()))
    };
    let elsewhere = |matched: &&Matched| !["title", "summary"].contains(&matched.field.label());
    SearchResult {
        slug: content.slug.to_string(),
        title: shown("title", &content.title),
        provider: visit.body(&content.provider),
        summary: shown("summary", &content.summary),
        kind: content.kind,
        category: visit.category(&content.category),
        verdict: found
            .judged
            .verdict
            .as_ref()
            .map(|verdict| verdict_of(visit, verdict)),
        confidence: found.judged.shelved.confidence(today),
        checked_on: content.checked_on,
        ends_on: content.term.ends_on,
        expired: ended,
        ends_soon: content
            .term
            .ends_on
            .is_some_and(|end| !ended && (end - today).num_days() <= ENDS_SOON_DAYS),
        matched: found
            .hit
            .matched
            .iter()
            .filter(elsewhere)
            .map(|matched| MatchedField {
                field: matched.field.label().to_owned(),
                text: Highlight(matched.fragments.clone()),
            })
            .collect(),
    }
}

fn verdict_of(visit: &Visit, verdict: &Verdict) -> ResultVerdict {
    let better = matches!(verdict.outcome, Outcome::Yes)
        || matches!(verdict.chain.link(LinkName::OwnSteps), Link::ToDo { .. })
            && verdict.outcome == Outcome::AfterSteps;
    let reason = visit
        .asker()
        .filter(|_| !better)
        .and_then(|asker| visit.with_names(|names| why_not(verdict, &asker, names)));
    ResultVerdict {
        badge: badge(verdict),
        reason,
    }
}

/// The switch for expired offerings, where there are any.
fn expired_switch(form: &SearchForm, answer: &SearchAnswer) -> Option<ExpiredSwitch> {
    let on = form.search.include_expired;
    let count = answer
        .results
        .other_terms_total?
        .abs_diff(answer.results.total);
    (on || count > 0).then_some(ExpiredSwitch { on, count })
}

/// The query of the whole list, which says for whom it is.
fn listed(visit: &Visit) -> String {
    let chosen = visit.place().map(ToString::to_string).unwrap_or_default();
    let for_whom = [("for", chosen.as_str())];
    let added = if chosen.is_empty() {
        &[][..]
    } else {
        &for_whom
    };
    visit.fields.with(&["page", "for"], added)
}

/// The same words without any filter.
fn cleared(visit: &Visit) -> String {
    let filters: Vec<&str> = form::FACETS
        .iter()
        .map(|(name, _)| *name)
        .chain(["provider", "expired", "ends_within", "page", "sort"])
        .collect();
    format!("/search?{}", visit.fields.with(&filters, &[]))
}

/// Orders that are useful here: by last day only where some offering has one.
fn sorts(visit: &Visit, form: &SearchForm) -> Vec<SortOption> {
    let ends = visit.snapshot.some_offering_ends();
    SORTS
        .iter()
        .filter(|(sort, _, _)| ends || *sort != Sort::EndsSoonest || form.search.sort == *sort)
        .map(|(sort, value, label)| SortOption {
            value: (*value).to_owned(),
            label: (*label).to_owned(),
            selected: form.search.sort == *sort,
        })
        .collect()
}

fn pager(visit: &Visit, form: &SearchForm, answer: &SearchAnswer) -> Pager {
    let size = form.search.limit.max(1) as u64;
    let page_count = answer.results.total.div_ceil(size).max(1);
    let page = form.page as u64;
    let to = |number: u64| {
        let number = number.to_string();
        format!(
            "/search?{}",
            visit.fields.with(&["page"], &[("page", &number)])
        )
    };
    Pager {
        page,
        page_count,
        previous_href: (page > 1).then(|| to((page - 1).min(page_count))),
        next_href: (page < page_count).then(|| to(page + 1)),
    }
}
