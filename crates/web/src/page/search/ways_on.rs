//! Ways on where nothing is found.

use super::{super::visit::Visit, facets};
use crate::{
    error::Failure,
    form::search::{FACETS, SearchForm},
};
use interlocal_pages::pages::{ElsewhereRow, NoResults, OtherSearch};
use interlocal_portal::search::{EVERY_STATE, Filters, Results, Search, SearchAnswer};

/// States shown that have something.
const ELSEWHERE: usize = 6;

/// What finds something instead.
pub async fn find(
    visit: &Visit,
    form: &SearchForm,
    answer: &SearchAnswer,
) -> Result<NoResults, Failure> {
    let count =
        async |search: Search| -> Result<u64, Failure> { Ok(found(visit, search).await?.total) };
    let bare = Search {
        offset: 0,
        limit: 1,
        ..form.search.clone()
    };
    let mut without_filter = Vec::new();
    for (name, title) in FACETS.iter().copied().chain([("provider", "Provider")]) {
        let values = visit.fields.all(name);
        if values.is_empty() {
            continue;
        }
        let filters = without(&bare.filters, name);
        let count = count(Search {
            filters,
            ..bare.clone()
        })
        .await?;
        if count > 0 {
            let words: Vec<String> = values
                .iter()
                .map(|value| facets::label(visit, name, value))
                .collect();
            without_filter.push(OtherSearch {
                words: format!("{title}: {}", words.join(", ")),
                href: format!("/search?{}", visit.fields.with(&[name, "page"], &[])),
                count,
            });
        }
    }
    let expired = count(Search {
        include_expired: true,
        ..bare.clone()
    })
    .await?;
    let with_expired = (expired > 0 && !bare.include_expired).then(|| OtherSearch {
        words: "Expired offerings too".to_owned(),
        href: format!(
            "/search?{}",
            visit.fields.with(&["expired", "page"], &[("expired", "1")])
        ),
        count: expired,
    });
    Ok(NoResults {
        without_filter,
        with_expired,
        nearby_words: nearby_words(visit, &bare, answer).await?,
        elsewhere: elsewhere(visit, &bare).await?,
        cio_office: cio_office(visit),
        category: visit.fields.last("category").map(str::to_owned),
    })
}

async fn found(visit: &Visit, search: Search) -> Result<Results, Failure> {
    let answer = visit.app.portal.search(&visit.actor(), search).await?;
    Ok(answer.results)
}

fn without(filters: &Filters, name: &str) -> Filters {
    let mut filters = filters.clone();
    match name {
        "usable" => filters.usable = false,
        "category" => filters.category.clear(),
        "kind" => filters.kind.clear(),
        "level" => filters.level.clear(),
        "state" => filters.state.clear(),
        "cost_model" => filters.cost_model.clear(),
        "agreement" => filters.agreement.clear(),
        _ => filters.provider.clear(),
    }
    filters
}

/// The corrected spelling and what suggestions lead to.
async fn nearby_words(
    visit: &Visit,
    bare: &Search,
    answer: &SearchAnswer,
) -> Result<Vec<OtherSearch>, Failure> {
    let mut words: Vec<String> = answer.results.did_you_mean.iter().cloned().collect();
    for word in bare.words.split_whitespace().take(6) {
        let suggested = visit.app.portal.suggest(&visit.actor(), word, 2)?;
        words.extend(suggested.into_iter().map(|suggestion| suggestion.text));
    }
    words.dedup();
    let mut others = Vec::new();
    for word in words.into_iter().take(6) {
        let filters = Filters::default();
        let search = Search {
            words: word.clone(),
            filters,
            ..bare.clone()
        };
        let count = found(visit, search).await?.total;
        if count > 0 {
            let query = [("q", word.as_str())];
            others.push(OtherSearch {
                href: format!("/search?{}", visit.fields.with(&all_filters(), &query)),
                words: word,
                count,
            });
        }
    }
    Ok(others)
}

/// What states have for these words, whatever is filtered.
async fn elsewhere(visit: &Visit, bare: &Search) -> Result<Vec<ElsewhereRow>, Failure> {
    let search = Search {
        filters: Filters::default(),
        chosen: None,
        ..bare.clone()
    };
    let mut states = found(visit, search).await?.facets.state;
    states.retain(|state| state.value != EVERY_STATE && state.count > 0);
    states.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    Ok(states
        .into_iter()
        .take(ELSEWHERE)
        .map(|state| ElsewhereRow {
            state: visit.snapshot.directory.state_name(&state.value).to_owned(),
            href: format!(
                "/search?{}",
                visit.fields.with(
                    &all_filters(),
                    &[("q", bare.words.as_str()), ("state", state.value.as_str())],
                )
            ),
            count: state.count,
        })
        .collect())
}

fn all_filters() -> Vec<&'static str> {
    FACETS
        .iter()
        .map(|(name, _)| *name)
        .chain(["provider", "page", "q", "expired"])
        .collect()
}

fn cio_office(visit: &Visit) -> Option<interlocal_pages::components::references::BodyRef> {
    let directory = &visit.snapshot.directory;
    let row = directory.jurisdiction(visit.place()?)?;
    let state = directory.state(&row.state)?.key.place();
    Some(visit.body(&directory.cio_office(&state)?.organization))
}
