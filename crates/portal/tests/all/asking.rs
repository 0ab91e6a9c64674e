//! Asking the portal as somebody without an account does.

use interlocal_catalog::{OfferingId, PlaceId, policy::Actor};
use interlocal_portal::{
    Error, Portal,
    offering::Located,
    search::{Found, Search, SearchAnswer},
};
use interlocal_search::{Filters, Sort};

/// More than there are offerings.
pub const ALL: usize = 1_000;

/// A search for words, on behalf of nobody, that lists everything it finds.
pub fn search_for(words: &str) -> Search {
    Search {
        words: words.to_owned(),
        filters: Filters::default(),
        chosen: None,
        include_expired: true,
        count_other_terms: false,
        ends_within: None,
        sort: Sort::BestFit,
        offset: 0,
        limit: ALL,
    }
}

/// The same on behalf of a government.
pub fn search_as(words: &str, place: &PlaceId) -> Search {
    Search {
        chosen: Some(place.clone()),
        ..search_for(words)
    }
}

/// What words find, with everything it is made of, in order.
pub async fn told(portal: &Portal, search: Search) -> Vec<String> {
    let answer = portal.search(&Actor::Anonymous, search).await.unwrap();
    let one = |found: &Found| {
        let edition = &found.judged.edition;
        let verdict = &found.judged.verdict;
        format!(
            "{} {} {:?} {verdict:?}",
            found.hit.slug, edition.number, found.hit.class
        )
    };
    answer.found.iter().map(one).collect()
}

/// The slugs that words find, in order.
pub async fn slugs(portal: &Portal, words: &str) -> Vec<String> {
    slugs_of(
        &portal
            .search(&Actor::Anonymous, search_for(words))
            .await
            .unwrap(),
    )
}

/// The slugs of an answer, in order.
pub fn slugs_of(answer: &SearchAnswer) -> Vec<String> {
    answer
        .found
        .iter()
        .map(|found| found.hit.slug.clone())
        .collect()
}

/// What reading a slug answers: its title, where it leads, or the fault.
pub async fn read(portal: &Portal, slug: &str) -> Result<String, String> {
    match portal
        .read_offering(&Actor::Anonymous, &OfferingId::new(slug), None)
        .await
    {
        Ok(Located::Here(answer)) => Ok(answer.judged.edition.content.title.clone()),
        Ok(Located::Moved(to)) => Ok(format!("moved to {to}")),
        Err(Error::NotFound) => Err("not found".to_owned()),
        Err(other) => Err(other.to_string()),
    }
}
