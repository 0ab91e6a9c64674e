//! Every public page by its address, in pieces that a sitemap can take.

use crate::Portal;
use interlocal_catalog::{NaiveDate, policy::Actor};
use interlocal_exchange::sitemap::{self, MOST};

/// What the pages of a sitemap are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addresses {
    /// The pages that are there once, states and categories.
    Pages,
    /// Offerings.
    Offerings,
    /// Bodies.
    Organizations,
    /// Governments.
    Jurisdictions,
}

impl Addresses {
    /// Every kind.
    pub const ALL: [Addresses; 4] = [
        Addresses::Pages,
        Addresses::Offerings,
        Addresses::Organizations,
        Addresses::Jurisdictions,
    ];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Addresses::Pages => "pages",
            Addresses::Offerings => "offerings",
            Addresses::Organizations => "organizations",
            Addresses::Jurisdictions => "jurisdictions",
        }
    }
}

const PAGES: [&str; 8] = [
    "/",
    "/search",
    "/categories",
    "/jurisdictions",
    "/match",
    "/templates",
    "/about",
    "/accessibility",
];

impl Portal {
    /// The index of all sitemaps.
    pub fn sitemap_index(&self) -> String {
        let mut all = Vec::new();
        for kind in Addresses::ALL {
            let pages = self.address_count(kind).div_ceil(MOST).max(1);
            all.extend((1..=pages).map(|page| {
                self.public_url()
                    .of(&format!("/sitemaps/{}/{page}.xml", kind.word()))
            }));
        }
        sitemap::index(all.iter().map(|address| (address.as_str(), None)))
    }

    /// One sitemap, from 1; none where there is no such page.
    pub fn sitemap(&self, kind: Addresses, page: usize) -> Option<String> {
        let skipped = page.checked_sub(1)?.checked_mul(MOST)?;
        if page > 1 && skipped >= self.address_count(kind) {
            return None;
        }
        let base = self.public_url();
        let all: Vec<(String, Option<NaiveDate>)> = self
            .paths(kind, skipped)
            .into_iter()
            .map(|(path, day)| (base.of(&path), day))
            .collect();
        Some(sitemap::urls(
            all.iter().map(|(address, day)| (address.as_str(), *day)),
        ))
    }

    fn address_count(&self, kind: Addresses) -> usize {
        let snapshot = self.view(&Actor::Anonymous);
        match kind {
            Addresses::Pages => self.pages().len(),
            Addresses::Offerings => snapshot.offering_count(),
            Addresses::Organizations => snapshot.directory.organizations().count(),
            Addresses::Jurisdictions => snapshot.directory.jurisdictions().len(),
        }
    }

    fn paths(&self, kind: Addresses, skipped: usize) -> Vec<(String, Option<NaiveDate>)> {
        let snapshot = self.view(&Actor::Anonymous);
        let directory = &snapshot.directory;
        match kind {
            Addresses::Pages => self.pages().into_iter().map(|path| (path, None)).collect(),
            Addresses::Offerings => {
                let offerings = snapshot.shelf.iter().skip(skipped).take(MOST);
                let dated = offerings.map(|shelved| {
                    let path = format!("/offerings/{}", shelved.slug);
                    (path, Some(shelved.changed_at.date_naive()))
                });
                dated.collect()
            }
            Addresses::Organizations => {
                let mut bodies: Vec<_> = directory.organizations().collect();
                bodies.sort_by_key(|body| &body.id);
                let bodies = bodies.into_iter().skip(skipped).take(MOST);
                bodies
                    .map(|body| (format!("/organizations/{}", body.id), None))
                    .collect()
            }
            Addresses::Jurisdictions => {
                let governments = directory.jurisdictions().iter().skip(skipped).take(MOST);
                governments
                    .map(|row| (format!("/jurisdictions/{}", row.key), None))
                    .collect()
            }
        }
    }

    fn pages(&self) -> Vec<String> {
        let snapshot = self.view(&Actor::Anonymous);
        let categories = self.vocabulary().all();
        let states = snapshot.directory.states();
        PAGES
            .iter()
            .map(|path| (*path).to_owned())
            .chain(
                categories
                    .iter()
                    .map(|category| format!("/categories/{}", category.slug)),
            )
            .chain(states.map(|state| format!("/states/{}", state.state.to_lowercase())))
            .collect()
    }
}
