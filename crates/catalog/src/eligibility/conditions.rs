//! The last link: population, distance, sector, regime.

use super::{Ask, Asker, Fact, Link, Missing, Reason, reach::met};
use crate::{
    access::{AccessRule, Limit},
    point::EARTH_RADIUS_MILES,
};

/// Every limit holds; inside the link failed beats unknown.
pub(super) fn limits(rule: &AccessRule, asker: &Asker) -> Link {
    let (mut reasons, mut missing) = (Vec::new(), Vec::new());
    for limit in &rule.limits {
        match check(limit, asker) {
            Ok(true) => {}
            Ok(false) => reasons.push(failure(limit, asker)),
            Err(fact) => missing.extend(asker.id().map(|id| Missing {
                fact,
                ask: Ask::Asker(id.clone()),
            })),
        }
    }
    if !reasons.is_empty() {
        Link::Failed { reasons }
    } else if !missing.is_empty() {
        Link::Unknown { missing }
    } else {
        met()
    }
}

fn check(limit: &Limit, asker: &Asker) -> Result<bool, Fact> {
    match limit {
        Limit::Population { min, max } => {
            let people = asker.population.ok_or(Fact::Population)?;
            Ok(min.is_none_or(|min| min <= people) && max.is_none_or(|max| people <= max))
        }
        Limit::Distance { from, max_miles } => {
            let here = asker.location.ok_or(Fact::Location)?;
            Ok(from
                .iter()
                .any(|point| here.miles_to(*point, EARTH_RADIUS_MILES) <= *max_miles))
        }
        Limit::Sector { any_of } => {
            let sectors = asker.sectors.as_ref().ok_or(Fact::Sector)?;
            Ok(any_of.iter().any(|sector| sectors.contains(sector)))
        }
        Limit::Regime { holds } => {
            let regimes = asker.regimes.as_ref().ok_or(Fact::Regime)?;
            Ok(regimes.contains(holds))
        }
    }
}

fn failure(limit: &Limit, asker: &Asker) -> Reason {
    match limit {
        Limit::Population { min: Some(min), .. } if asker.population.is_some_and(|p| p < *min) => {
            Reason::PopulationTooSmall
        }
        Limit::Population { .. } => Reason::PopulationTooLarge,
        Limit::Distance { .. } => Reason::TooFar,
        Limit::Sector { .. } => Reason::SectorNotServed,
        Limit::Regime { .. } => Reason::RegimeNotHeld,
    }
}
