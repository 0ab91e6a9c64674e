//! `compare`

use super::{
    asked::{CompareAsked, QuantitiesAsked},
    assistant::Assistant,
    fault::Fault,
    told::{CompareTold, Cost, Fact, Side, Total},
    words::query,
};
use interlocal_catalog::{
    Decimal, PlaceId,
    cost::{Asked, Comparable, Cost as Reckoned, Quantities, Quantity, Standing, Years},
    cost::{comparable, cost, shown},
    facts::{Facts, side_by_side},
    policy::Actor,
    price::Unit,
};
use interlocal_portal::{
    Error, Snapshot,
    compare::{Compared, MOST, Named},
};

/// Decimal places of a quantity.
const PLACES: u32 = 4;

/// Quantities as fields of an address.
type Typed = Vec<(&'static str, String)>;

impl Assistant {
    /// Offerings side by side, with their costs at a size.
    pub(super) async fn stand_beside(&self, asked: CompareAsked) -> Result<CompareTold, Fault> {
        let snapshot = self.portal.snapshot();
        let place = self.maybe_government(&snapshot, asked.government.as_deref())?;
        if !(2..=MOST).contains(&asked.offerings.len()) {
            let words = format!(
                "two to {MOST} stand side by side, not {}",
                asked.offerings.len()
            );
            return Err(Fault::field("offerings", words));
        }
        let wanted = asked.offerings.iter();
        let wanted = wanted
            .map(|text| self.edition_named(&snapshot, text))
            .collect::<Result<Vec<Named>, Fault>>()?;
        let (quantities, typed) = quantities(&asked.quantities)?;
        let years = asked.years.map_or(Ok(Years::default()), |years| {
            let words = format!("{years} is not between 1 and 10");
            Years::new(years).ok_or_else(|| Fault::field("years", words))
        })?;
        let found = self
            .portal
            .compare(&Actor::Anonymous, &wanted, place.as_ref())
            .await
            .map_err(|error| Fault::of(error, "offerings"))?;
        if let Some(missing) = found.not_here.into_iter().next() {
            let error = missing.gone.map_or(Error::NotFound, Error::Gone);
            let field = format!("offerings: {}", missing.named);
            return Err(Fault::of(error, &field));
        }
        let row = place.as_ref();
        let row = row.and_then(|place| found.snapshot.directory.jurisdiction(place));
        let size = Asked {
            quantities,
            population: row.and_then(|row| row.population).map(u64::from),
            years,
            lines: None,
        };
        let costs: Vec<Reckoned> = found
            .found
            .iter()
            .map(|one| {
                let way_in = one.verdict.as_ref().map(|verdict| &*verdict.rule);
                cost(&one.edition.content, way_in, &size)
            })
            .collect();
        let facts: Vec<&Facts> = found
            .found
            .iter()
            .map(|one| &one.edition.content.details.facts)
            .collect();
        let names: Vec<String> = wanted.iter().map(ToString::to_string).collect();
        let mut fields: Vec<(&str, &str)> = names.iter().map(|name| ("o", &**name)).collect();
        let years_word = years.number().to_string();
        fields.push(("for", place.as_ref().map_or("", |place| place.as_str())));
        fields.extend(typed.iter().map(|(name, value)| (*name, &**value)));
        fields.push(("years", &years_word));
        Ok(CompareTold {
            government: place
                .as_ref()
                .map(|place| self.government(&found.snapshot, place)),
            offerings: found
                .found
                .iter()
                .zip(&costs)
                .map(|(one, cost)| self.side(&found.snapshot, one, cost, place.as_ref()))
                .collect(),
            facts: side_by_side(&facts)
                .into_iter()
                .map(|(fact, cells)| Fact {
                    fact,
                    says: cells
                        .into_iter()
                        .map(|words| (!words.is_empty()).then_some(words))
                        .collect(),
                })
                .collect(),
            years: years.number(),
            costs_comparable: why_not(&costs).is_none(),
            costs_not_comparable_because: why_not(&costs)
                .unwrap_or_default()
                .into_iter()
                .filter_map(|(place, why)| {
                    let title = &found.found.get(place)?.edition.content.title;
                    Some(format!("{title}: {why}"))
                })
                .collect(),
            url: self.page(&format!("/compare?{}", query(&fields))),
        })
    }

    fn edition_named(&self, snapshot: &Snapshot, text: &str) -> Result<Named, Fault> {
        if let Ok(named) = text.trim().parse::<Named>() {
            return Ok(named);
        }
        let slug = self.offering_named(snapshot, "offerings", text)?;
        if snapshot.offering_with(&slug).is_none() {
            let words = format!("no offering is called “{text}”");
            return Err(Fault::field("offerings", words));
        }
        Ok(Named {
            slug,
            edition: None,
        })
    }

    fn side(
        &self,
        snapshot: &Snapshot,
        one: &Compared,
        cost: &Reckoned,
        place: Option<&PlaceId>,
    ) -> Side {
        let verdict = one.verdict.as_ref().zip(place);
        let alike = one.alike.iter();
        Side {
            offering: self.edition(snapshot, &one.edition, one.confidence, verdict),
            newest_edition: one.newest,
            ended: one.ended,
            cost: in_words(cost),
            how_to_join: one.edition.content.how_to_join.clone(),
            known_users: one.users.len(),
            used_by_governments_like_it: alike
                .map(|user| snapshot.directory.full_name(&user.jurisdiction))
                .collect(),
        }
    }
}

/// What stands in the way of comparing these costs.
fn why_not(costs: &[Reckoned]) -> Option<Vec<(usize, String)>> {
    let costs: Vec<&Reckoned> = costs.iter().collect();
    match comparable(&costs) {
        Comparable::Yes { .. } => None,
        Comparable::No { reasons } => Some(reasons),
    }
}

fn in_words(cost: &Reckoned) -> Cost {
    let total = |total: &interlocal_catalog::cost::Total| {
        let words = |amount| shown(amount, total.currency);
        Total {
            currency: total.currency.word(),
            first_year: words(total.first_year),
            further_year: words(total.further_year),
            total: words(total.total),
        }
    };
    Cost {
        standing: match cost.standing {
            Standing::Reckoned => "reckoned",
            Standing::NoCharge => "no_charge",
            Standing::NotPublished => "not_published",
            Standing::Incomplete => "incomplete",
        },
        totals: cost.totals.iter().map(total).collect(),
        assumptions: cost.assumptions.clone(),
        missing: cost.missing.iter().map(|fact| fact.words()).collect(),
    }
}

/// The quantities, and each as a field of an address.
fn quantities(asked: &QuantitiesAsked) -> Result<(Quantities, Typed), Fault> {
    let mut out = Quantities::default();
    let mut typed = Vec::new();
    for (unit, name, given) in [
        (Unit::User, "users", asked.users),
        (Unit::Endpoint, "endpoints", asked.endpoints),
        (Unit::Device, "devices", asked.devices),
        (Unit::Mbps, "mbps", asked.mbps),
        (Unit::Tb, "tb", asked.tb),
        (Unit::Hour, "hours", asked.hours),
        (Unit::Each, "pieces", asked.pieces),
    ] {
        let Some(number) = given else { continue };
        let quantity = Decimal::try_from(number)
            .ok()
            .map(|quantity| quantity.normalize())
            .filter(|quantity| *quantity >= Decimal::ZERO && quantity.scale() <= PLACES);
        let Some(quantity) = quantity else {
            let words = format!("{number} is no quantity");
            return Err(Fault::field(&format!("quantities.{name}"), words));
        };
        typed.push((name, quantity.to_string()));
        out = out.with(unit, Quantity::Of(quantity));
    }
    Ok((out, typed))
}
