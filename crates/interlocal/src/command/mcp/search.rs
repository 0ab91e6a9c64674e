//! `search_offerings`

use super::{
    asked::SearchAsked, assistant::Assistant, fault::Fault, told::SearchTold, words::query,
};
use interlocal_catalog::policy::Actor;
use interlocal_portal::search::{Filters, Search, Sort};

/// Results on a page, and at most.
const PAGE: usize = 10;
const LARGEST_PAGE: usize = 50;
const LAST_PAGE: usize = 5_000;

impl Assistant {
    /// Offerings that fit.
    pub(super) async fn find(&self, asked: SearchAsked) -> Result<SearchTold, Fault> {
        let snapshot = self.portal.snapshot();
        let place = self.maybe_government(&snapshot, asked.government.as_deref())?;
        let within = |field: &str, given: Option<usize>, usual: usize, most: usize| match given {
            None => Ok(usual),
            Some(number) if (1..=most).contains(&number) => Ok(number),
            Some(number) => Err(Fault::field(
                field,
                format!("{number} is not between 1 and {most}"),
            )),
        };
        let limit = within("limit", asked.limit, PAGE, LARGEST_PAGE)?;
        let page = within("page", asked.page, 1, LAST_PAGE)?;
        if asked.usable_only && place.is_none() {
            return Err(Fault::field(
                "government",
                "is missing: `usable_only` says what one government may use",
            ));
        }
        let category = asked.category.as_deref().filter(|text| !text.is_empty());
        let category = category.map(|text| self.category_named(text)).transpose()?;
        let state = asked.state.unwrap_or_default().to_uppercase();
        if !state.is_empty() && snapshot.directory.state(&state).is_none() {
            let words = format!("“{state}” is no postal code of a state, such as OH");
            return Err(Fault::field("state", words));
        }
        let one = |word: &str| match word {
            "" => Vec::new(),
            word => vec![word.to_owned()],
        };
        let category = category.map_or(String::new(), |slug| slug.to_string());
        let search = Search {
            words: asked.words.clone(),
            filters: Filters {
                category: one(&category),
                state: one(&state),
                usable: asked.usable_only,
                ..Filters::default()
            },
            chosen: place.clone(),
            include_expired: false,
            count_other_terms: false,
            ends_within: None,
            sort: Sort::BestFit,
            offset: (page - 1) * limit,
            limit,
        };
        let found = self.portal.search(&Actor::Anonymous, search).await;
        let found = found.map_err(|error| Fault::of(error, "words"))?;
        let place = place.as_ref();
        let more = ((page * limit) as u64) < found.results.total;
        let usable = if asked.usable_only { "yes" } else { "" };
        let fields = query(&[
            ("q", &asked.words),
            ("for", place.map_or("", |place| place.as_str())),
            ("category", &category),
            ("state", &state),
            ("usable", usable),
        ]);
        Ok(SearchTold {
            government: place.map(|place| self.government(&found.snapshot, place)),
            total: found.results.total,
            offerings: found
                .found
                .iter()
                .map(|one| self.offering(&found.snapshot, &one.judged, place))
                .collect(),
            next_page: more.then_some(page + 1),
            did_you_mean: found.results.did_you_mean,
            url: self.page(&format!("/search?{fields}")),
        })
    }
}
