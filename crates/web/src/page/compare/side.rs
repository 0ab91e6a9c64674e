//! One edition of a comparison with its cost.

use super::super::visit::Visit;
use crate::form::size::Size;
use interlocal_catalog::{
    cost::{Cost, Difference, beside_present, cost},
    offering::Content,
    price::Currency,
};
use interlocal_pages::pages::CompareHead;
use interlocal_portal::compare::Compared;
use std::sync::Arc;

/// One edition with what it costs.
pub struct Side {
    /// The edition.
    pub compared: Compared,
    /// What it costs at the size.
    pub cost: Arc<Cost>,
    /// How that stands to the user's own figure.
    pub difference: Option<Difference>,
}

impl Side {
    /// An edition at a size.
    pub fn of(visit: &Visit, compared: Compared, size: &Size) -> Self {
        let way_in = compared.verdict.as_ref().map(|verdict| &*verdict.rule);
        let asked = size.asked_of(&format!("{}:", compared.named), visit.population());
        let cost = cost(&compared.edition.content, way_in, &asked);
        let difference = size
            .present
            .and_then(|present| beside_present(&cost, present, Currency::Usd, asked.years));
        Self {
            cost: Arc::new(cost),
            difference,
            compared,
        }
    }

    /// What it says.
    pub fn content(&self) -> &Content {
        &self.compared.edition.content
    }

    /// The head of its column; `without` is the comparison without it.
    pub fn head(&self, visit: &Visit, without: String) -> CompareHead {
        let compared = &self.compared;
        let number = compared.edition.number;
        let slug = &compared.named.slug;
        let newest = compared.newest;
        CompareHead {
            name: compared.named.to_string(),
            slug: slug.to_string(),
            title: self.content().title.clone(),
            provider: visit.body(&self.content().provider),
            edition: format!("Edition {number}"),
            newer: (number < newest).then(|| {
                (
                    format!("edition {newest} stands now: what changed"),
                    format!("/offerings/{slug}/changes?from={number}&to={newest}"),
                )
            }),
            without_href: without,
        }
    }
}

impl Visit {
    /// The population of the chosen government, where it is on record.
    pub fn population(&self) -> Option<u64> {
        let row = self.snapshot.directory.jurisdiction(self.place()?)?;
        row.population.map(u64::from)
    }
}
