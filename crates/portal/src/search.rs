//! Searching offerings, on behalf of a government where one is chosen.

use crate::{Error, Judged, Portal, Snapshot};
use interlocal_catalog::{OfferingId, OrganizationId, PlaceId, policy::Actor};
use interlocal_search::Query;
pub use interlocal_search::{
    Class, ClassCounts, EVERY_STATE, FacetCount, Filters, Hit, Matched, Results, Sort, Suggestion,
    SuggestionKind,
};
use std::sync::Arc;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Search {
    /// The words as typed.
    pub words: String,
    /// Picked facet values.
    pub filters: Filters,
    /// The chosen government.
    pub chosen: Option<PlaceId>,
    /// Whether offerings outside their term are listed too.
    pub include_expired: bool,
    /// Whether to say how many there are with the other choice of `include_expired`.
    pub count_other_terms: bool,
    /// Only those that end within so many days.
    pub ends_within: Option<u32>,
    /// The order.
    pub sort: Sort,
    /// How many results are passed over.
    pub offset: usize,
    /// How many are wanted.
    pub limit: usize,
}

/// One result with its edition, verdict and marks.
pub struct Found {
    /// The offering.
    pub judged: Judged,
    /// Where the words were found.
    pub hit: Hit,
}

/// A page of results.
pub struct SearchAnswer {
    /// The page.
    pub found: Vec<Found>,
    /// Counts of the whole.
    pub results: Results,
    /// What the answer was made from.
    pub snapshot: Arc<Snapshot>,
}

impl Portal {
    /// Finds offerings; no words are an error.
    pub async fn search(&self, actor: &Actor, search: Search) -> Result<SearchAnswer, Error> {
        let snapshot = self.view(actor);
        let chosen = search.chosen.clone();
        let query = self.query(&snapshot, search);
        let mut results = self.index.search(&query)?;
        let hits = std::mem::take(&mut results.hits);
        let shelved: Vec<_> = hits
            .iter()
            .filter_map(|hit| snapshot.shelf.by_slug(&OfferingId::new(hit.slug.as_str())))
            .cloned()
            .collect();
        let judged = self.judged(&snapshot, &shelved, chosen.as_ref()).await?;
        let mut by_id: std::collections::HashMap<i64, Judged> = judged
            .into_iter()
            .map(|judged| (i64::from(judged.shelved.id), judged))
            .collect();
        let found = hits
            .into_iter()
            .filter_map(|hit| {
                Some(Found {
                    judged: by_id.remove(&hit.id.abs())?,
                    hit,
                })
            })
            .collect();
        Ok(SearchAnswer {
            found,
            results,
            snapshot,
        })
    }

    /// What the index is asked, by somebody with this view.
    pub(crate) fn query(&self, snapshot: &Snapshot, search: Search) -> Query {
        let eligibility = search
            .chosen
            .as_ref()
            .and_then(|place| self.standings(snapshot, place))
            .map(|standings| Arc::clone(&standings.classes));
        let mut filters = search.filters;
        for provider in &mut filters.provider {
            let named = OrganizationId::new(provider.as_str());
            *provider = snapshot.directory.canonical(&named).to_string();
        }
        Query {
            filters,
            eligibility,
            include_expired: search.include_expired,
            count_other_terms: search.count_other_terms,
            ends_within: search.ends_within,
            sort: search.sort,
            offset: search.offset,
            limit: search.limit,
            visible: snapshot.visible_terms(),
            ..Query::new(search.words, self.clock.today())
        }
    }

    /// Words, offerings, bodies and categories that begin like this.
    pub fn suggest(
        &self,
        actor: &Actor,
        prefix: &str,
        limit: usize,
    ) -> Result<Vec<Suggestion>, Error> {
        let visible = self.view(actor).visible_terms();
        Ok(self.index.suggest(prefix, limit, &visible)?)
    }
}
