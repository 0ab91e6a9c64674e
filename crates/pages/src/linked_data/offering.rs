//! An offering: what a body runs is a `GovernmentService`, a contract that others may
//! buy from is an `Offer`.

use super::{Thing, whole};
use crate::{
    components::{listed_notice::said_by, references::BodyRef},
    href,
    pages::OfferingPage,
};
use interlocal_catalog::{
    eligibility::verdict::Confidence,
    offering::{CostModel, OfferingKind, Status},
    price::{Price, PriceLine},
};
use serde_json::{Value, json};

impl OfferingPage {
    /// What it is.
    pub(crate) fn linked(&self) -> Value {
        match self.kind {
            OfferingKind::Contract => self.as_offer(),
            OfferingKind::Service | OfferingKind::Exchange | OfferingKind::Funding => {
                self.as_service()
            }
        }
    }

    fn as_service(&self) -> Value {
        let bodies = [&self.provider].into_iter().chain(&self.partners);
        let bodies = bodies.map(|body| self.body(body));
        self.about(Thing::of("GovernmentService"))
            .says("serviceType", self.category.name.as_str())
            .says("provider", bodies.collect::<Vec<_>>())
            .says("areaServed", self.area())
            .says("audience", self.audience())
            .says("offers", self.offers())
            .value()
    }

    fn as_offer(&self) -> Value {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        let sellers = self.suppliers.iter();
        let sellers = sellers.map(|name| json!({"@type": "Organization", "name": name}));
        let bought = Thing::of("Service")
            .says("name", self.title.as_str())
            .says("serviceType", self.category.name.as_str())
            .says("audience", self.audience())
            .value();
        let ended = self.status == Status::Expired;
        self.about(Thing::of("Offer"))
            .says("category", self.category.name.as_str())
            .says("offeredBy", self.body(&self.provider))
            .says("seller", sellers.collect::<Vec<_>>())
            .says("itemOffered", bought)
            .says("eligibleRegion", self.area())
            .says("validFrom", day(self.term.starts_on))
            .says("validThrough", day(self.term.ends_on))
            .says(
                "availability",
                ended.then_some("https://schema.org/Discontinued"),
            )
            .says("priceSpecification", self.prices())
            .value()
    }

    /// What both say.
    fn about(&self, thing: Thing) -> Thing {
        let source = href::outside(&self.source.words);
        let source = source.map(|url| json!({"@type": "CreativeWork", "url": url}));
        let path = href::offering(&self.slug, None);
        thing
            .says("@id", whole(&self.shell, &format!("{path}#offering")))
            .says("name", self.title.as_str())
            .says("description", self.summary.as_str())
            .says("url", whole(&self.shell, &path))
            .says("sameAs", href::outside(&self.url))
            .says("subjectOf", source)
            .says(
                "disambiguatingDescription",
                said_by(self.confidence, &self.provider.name, &self.source),
            )
    }

    fn body(&self, body: &BodyRef) -> Value {
        let path = href::organization(&body.slug);
        Thing::of("Organization")
            .says("@id", whole(&self.shell, &format!("{path}#body")))
            .says("name", body.name.as_str())
            .says("url", body.website.as_deref().and_then(href::outside))
            .value()
    }

    fn area(&self) -> Vec<Value> {
        if self.nationwide {
            return vec![json!({"@type": "Country", "name": "United States"})];
        }
        let states = self.states.iter();
        let states = states.map(|name| json!({"@type": "State", "name": name}));
        states.collect()
    }

    /// Who may use it, in the sentences of the page; a way in each.
    fn audience(&self) -> Vec<Value> {
        let ways = self.rules.iter().map(|rule| {
            let lines = rule.lines.iter();
            let words: Vec<String> = lines
                .map(|line| format!("{}: {}", line.label, line.sentences.join(" ")))
                .collect();
            json!({"@type": "Audience", "audienceType": words.join(" ")})
        });
        ways.collect()
    }

    /// What a service costs, as far as that is stated.
    fn offers(&self) -> Option<Value> {
        let prices = self.prices();
        if !prices.is_empty() {
            return Some(json!({"@type": "Offer", "priceSpecification": prices}));
        }
        let free = self.cost_model == CostModel::Free && self.confidence != Confidence::Unsourced;
        free.then(|| json!({"@type": "Offer", "price": "0", "priceCurrency": "USD"}))
    }

    fn prices(&self) -> Vec<Value> {
        self.details.price_list.iter().flat_map(price).collect()
    }
}

/// A line of a price list: a specification for each of its tiers.
fn price(line: &PriceLine) -> Vec<Value> {
    let said = |kind| {
        Thing::of(kind)
            .says("name", line.name.as_str())
            .says("description", line.words())
    };
    let tiers = match &line.price {
        Price::Tiers { tiers, .. } => tiers,
        Price::OffList { .. } => return vec![said("PriceSpecification").value()],
    };
    let tiers = tiers.iter().map(|tier| {
        let from = [Some(tier.from), line.least].into_iter().flatten().max();
        let from = from.filter(|from| !from.is_zero()).map(
            |from| json!({"@type": "QuantitativeValue", "minValue": from.normalize().to_string()}),
        );
        said("UnitPriceSpecification")
            .says("price", tier.price.to_string())
            .says("priceCurrency", line.currency.word())
            .says(
                "unitText",
                format!("{} {}", line.unit.label(), line.period.label()),
            )
            .says("eligibleQuantity", from)
            .value()
    });
    tiers.collect()
}
