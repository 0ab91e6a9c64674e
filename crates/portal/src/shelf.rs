//! Published offerings in memory, in short: what lists, folds and matches need
//! of every one. Their full editions are read when they are shown.

use crate::directory::Directory;
use chrono::{DateTime, NaiveDate, Utc};
use interlocal_catalog::{
    CategoryId, OfferingId, OrganizationId, PlaceId,
    eligibility::{self, Confidence, Standing},
    offering::{OfferingKind, Source, Status, Term},
    policy::Visibility,
    restriction::RestrictableField,
};
use interlocal_store::Listing;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

/// A published offering in short.
#[derive(Clone, Debug)]
pub struct Shelved {
    /// Its row.
    pub id: i32,
    /// Its slug.
    pub slug: OfferingId,
    /// Other slugs that lead to it.
    pub aliases: Vec<OfferingId>,
    /// Its current edition.
    pub edition: i32,
    /// The number of its rule set.
    pub rule_set: i32,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: OfferingKind,
    /// Its category.
    pub category: CategoryId,
    /// The public body that publishes it.
    pub provider: OrganizationId,
    /// Bodies that stand beside the provider.
    pub partners: Vec<OrganizationId>,
    /// Postal codes of the states it covers, or `ALL`.
    pub states: Vec<String>,
    /// The state whose contracts it opens.
    pub state_contract_of: Option<PlaceId>,
    /// Where it stands: published, or ended by its term.
    pub status: Status,
    /// First and last day in force.
    pub term: Term,
    /// Who vouches.
    pub source: Source,
    /// The day on which it was checked.
    pub checked_on: NaiveDate,
    /// Days after which it is stale.
    pub review_days: i64,
    /// How many of the start-up facts of matching it publishes, by name.
    pub ready: Vec<String>,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
    /// Who sees it at all.
    pub visibility: Visibility,
    /// Facts of it that verified governments alone see.
    pub restricted_fields: Vec<RestrictableField>,
}

impl Shelved {
    /// The short form of a listing. Its provider and partners are the bodies that
    /// stand now; the edition keeps the ones that it named.
    pub fn of(listing: &Listing, directory: &Directory) -> Self {
        let content = &listing.edition.content;
        Self {
            id: listing.offering.id,
            slug: content.slug.clone(),
            aliases: listing.aliases.clone(),
            edition: listing.edition.id,
            rule_set: listing.offering.rule_set,
            title: content.title.clone(),
            kind: content.kind,
            category: content.category.clone(),
            provider: directory.canonical(&content.provider).clone(),
            partners: content
                .partners
                .iter()
                .map(|body| directory.canonical(body).clone())
                .collect(),
            states: content.states.clone(),
            state_contract_of: content.state_contract_of.clone(),
            status: listing.offering.status,
            term: content.term,
            source: content.source,
            checked_on: content.checked_on,
            review_days: content.review_days,
            ready: crate::partners::readiness(content),
            changed_at: listing.offering.changed_at,
            visibility: content.visibility,
            restricted_fields: content.restricted_fields.clone(),
        }
    }

    /// How well it is vouched for on a day.
    pub fn confidence(&self, day: NaiveDate) -> Confidence {
        eligibility::confidence(self.source, self.checked_on, day, self.review_days)
    }

    /// Whether it is in force on a day.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        let link = eligibility::in_force(Status::Published, self.term, day);
        link.state() == eligibility::LinkState::Met
    }

    /// Where a government stands with it, given where it stands with its rules.
    pub fn standing(&self, rules: Standing, day: NaiveDate) -> Standing {
        if self.in_force(day) {
            rules
        } else {
            rules.out_of_force()
        }
    }

    /// Whether its last day is past.
    pub fn has_ended(&self, day: NaiveDate) -> bool {
        self.term.ends_on.is_some_and(|end| end < day)
    }
}

/// Every published offering.
#[derive(Clone, Default)]
pub struct Shelf {
    all: BTreeMap<i32, Arc<Shelved>>,
    by_slug: HashMap<OfferingId, i32>,
    by_category: HashMap<CategoryId, Vec<Arc<Shelved>>>,
    by_provider: HashMap<OrganizationId, Vec<Arc<Shelved>>>,
    by_partner: HashMap<OrganizationId, Vec<Arc<Shelved>>>,
    some_end: bool,
    some_restricted: bool,
}

impl Shelf {
    /// The shelf with these in, replaced or (where none) taken off.
    pub fn with(&self, changes: impl IntoIterator<Item = (i32, Option<Shelved>)>) -> Self {
        let mut all = self.all.clone();
        for (id, shelved) in changes {
            match shelved {
                Some(shelved) => {
                    all.insert(id, Arc::new(shelved));
                }
                None => {
                    all.remove(&id);
                }
            }
        }
        let mut shelf = Self {
            all,
            ..Self::default()
        };
        for (id, shelved) in &shelf.all {
            shelf.some_end |= shelved.term.ends_on.is_some();
            shelf.some_restricted |=
                shelved.visibility != Visibility::Public || !shelved.restricted_fields.is_empty();
            for slug in std::iter::once(&shelved.slug).chain(&shelved.aliases) {
                shelf.by_slug.insert(slug.clone(), *id);
            }
            let category = shelf
                .by_category
                .entry(shelved.category.clone())
                .or_default();
            category.push(Arc::clone(shelved));
            let provider = shelf
                .by_provider
                .entry(shelved.provider.clone())
                .or_default();
            provider.push(Arc::clone(shelved));
            for partner in &shelved.partners {
                let beside = shelf.by_partner.entry(partner.clone()).or_default();
                beside.push(Arc::clone(shelved));
            }
        }
        shelf
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Every one, by row.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Shelved>> {
        self.all.values()
    }

    /// The one with this row.
    pub fn get(&self, id: i32) -> Option<&Arc<Shelved>> {
        self.all.get(&id)
    }

    /// The one with this slug or alias.
    pub fn by_slug(&self, slug: &OfferingId) -> Option<&Arc<Shelved>> {
        self.all.get(self.by_slug.get(slug)?)
    }

    /// Those of exactly this category.
    pub fn in_category(&self, category: &CategoryId) -> &[Arc<Shelved>] {
        self.by_category.get(category).map_or(&[], Vec::as_slice)
    }

    /// Those of a body.
    pub fn of_provider(&self, provider: &OrganizationId) -> &[Arc<Shelved>] {
        self.by_provider.get(provider).map_or(&[], Vec::as_slice)
    }

    /// Those where a body stands beside the provider.
    pub fn of_partner(&self, partner: &OrganizationId) -> &[Arc<Shelved>] {
        self.by_partner.get(partner).map_or(&[], Vec::as_slice)
    }

    /// Whether somebody sees less of any than others.
    pub fn some_restricted(&self) -> bool {
        self.some_restricted
    }

    /// Whether any has a last day.
    pub fn some_end(&self) -> bool {
        self.some_end
    }
}
