//! Recording, after a memo, that the government uses what was chosen.

use super::Entered;
use crate::{Error, Portal, desk::participations::NewAdoption};
use interlocal_catalog::{Decimal, NaiveDate, OfferingId, memo::Choice, policy::Actor, size::Size};
use std::collections::BTreeMap;

impl Portal {
    /// Records the adoption of an option that a frozen memo chose.
    pub async fn adopt_from_memo(
        &self,
        actor: &Actor,
        id: i32,
        slug: &OfferingId,
        since: Option<NaiveDate>,
    ) -> Result<(), Error> {
        let Entered { row, body } = self.enter_memo(actor, id).await?;
        let chosen = row
            .draft
            .options
            .iter()
            .find(|option| option.slug == *slug && option.choice == Choice::Chosen);
        let (Some(chosen), true) = (chosen, row.frozen.is_some()) else {
            return Err(Error::NotFound);
        };
        let snapshot = self.view(actor);
        let offering = snapshot
            .shelf
            .get(chosen.offering)
            .ok_or_else(|| Error::field("since", "The offering is no longer published"))?;
        let new = NewAdoption {
            who: row.draft.government.clone(),
            offering: offering.slug.clone(),
            since,
            size: only_size(&row.draft.quantities),
            source: format!("decision memo {id} of {}", body.name),
        };
        self.record_adoption(actor, &body.id, new).await
    }
}

/// The size that a memo was reckoned at, where it states one quantity alone.
fn only_size(quantities: &BTreeMap<String, Decimal>) -> Option<Size> {
    let mut stated = quantities.iter();
    match (stated.next(), stated.next()) {
        (Some((unit, many)), None) => Size::parse(&many.to_string(), unit).ok(),
        _ => None,
    }
}
