//! Recording, after a memo, that the government uses what was chosen.

use super::Entered;
use crate::{Error, Portal, desk::participations::NewAdoption};
use interlocal_catalog::{
    NaiveDate, OfferingId,
    memo::{Choice, MemoDraft},
    policy::Actor,
    price::Unit,
    size::Size,
};

/// How an option is used, as typed.
#[derive(Clone, Debug)]
pub struct Use {
    /// Which option.
    pub slug: OfferingId,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// Which of the quantities of the memo is its size; none where no size is stated.
    pub unit: Option<Unit>,
}

impl Portal {
    /// Records the adoption of an option that a frozen memo chose.
    pub async fn adopt_from_memo(&self, actor: &Actor, id: i32, used: Use) -> Result<(), Error> {
        let Entered { row, body } = self.enter_memo(actor, id).await?;
        let chosen = row
            .draft
            .options
            .iter()
            .find(|option| option.slug == used.slug && option.choice == Choice::Chosen);
        let (Some(chosen), true) = (chosen, row.frozen.is_some()) else {
            return Err(Error::NotFound);
        };
        let size = match used.unit {
            None => None,
            Some(unit) => {
                let mut sizes = sizes_of(&row.draft).into_iter();
                let size = sizes.find(|size| size.unit() == unit);
                Some(size.ok_or_else(|| Error::field("size", "The memo states no such quantity"))?)
            }
        };
        let snapshot = self.view(actor);
        let offering = snapshot
            .shelf
            .get(chosen.offering)
            .ok_or_else(|| Error::field("since", "The offering is no longer published"))?;
        let new = NewAdoption {
            who: row.draft.government.clone(),
            offering: offering.slug.clone(),
            since: used.since,
            size,
            source: format!("decision memo {id} of {}", body.name),
        };
        self.record_adoption(actor, &body.id, new).await
    }
}

/// The sizes that a memo was reckoned at; what was stated for each of another unit is
/// multiplied out.
pub fn sizes_of(draft: &MemoDraft) -> Vec<Size> {
    let stated = draft.stated();
    stated
        .stated()
        .filter_map(|(unit, _)| {
            let many = stated.number_of(unit).filter(|many| !many.is_zero())?;
            Size::parse(&many.to_string(), unit.word()).ok()
        })
        .collect()
}
