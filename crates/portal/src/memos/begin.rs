//! Beginning a memo from a list of offerings.

use crate::{Error, FieldFault, Portal, Shelved, desk::allowed::allow};
use interlocal_catalog::{
    OfferingId, OrganizationId, PlaceId,
    cost::{Asked, Quantity},
    memo::{MemoDraft, OptionDraft, draft::MOST_OPTIONS},
    policy::{Action, Actor},
};
use interlocal_store::Deed;
use std::collections::BTreeMap;

/// A memo that is to be begun.
#[derive(Clone, Debug)]
pub struct NewMemo {
    /// The body whose memo it will be.
    pub body: OrganizationId,
    /// The government for which it is decided.
    pub government: PlaceId,
    /// What it decides.
    pub title: String,
    /// What is needed.
    pub need: String,
    /// What is to be considered, by slug.
    pub options: Vec<OfferingId>,
    /// The size that costs are for, where one was stated before.
    pub size: Asked,
}

impl Portal {
    /// Begins a memo; gives its number. What somebody may not see they cannot add.
    pub async fn begin_memo(&self, actor: &Actor, new: NewMemo) -> Result<i32, Error> {
        allow(actor, Action::Decide(&new.body))?;
        let snapshot = self.view(actor);
        let body = snapshot.directory.organization(&new.body);
        let body = body.ok_or(Error::NotFound)?.id.clone();
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: String| {
            faults.push(FieldFault {
                field: field.to_owned(),
                message,
            });
        };
        if new.title.trim().is_empty() {
            fault("title", "Say what the memo decides".to_owned());
        }
        if snapshot.directory.jurisdiction(&new.government).is_none() {
            fault(
                "for",
                "Choose the government for which it is decided".to_owned(),
            );
        }
        let mut options: Vec<OptionDraft> = Vec::new();
        for slug in &new.options {
            match snapshot.shelf.by_slug(slug) {
                Some(found) if options.iter().any(|option| option.offering == found.id) => {}
                Some(found) => options.push(self.option_of(found).await?),
                None => fault("o", format!("No offering has the name “{slug}”")),
            }
        }
        if options.len() > MOST_OPTIONS {
            fault("o", format!("A memo holds {MOST_OPTIONS} options at most"));
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let draft = MemoDraft {
            title: new.title.trim().to_owned(),
            government: new.government,
            need: new.need.trim().to_owned(),
            years: u32::from(new.size.years.number()),
            quantities: quantities(&new.size),
            options,
            considered: Vec::new(),
        };
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let by = actor.person().map(|person| person.id);
        let id = tx.add_memo(&body, &draft, by, at).await?;
        let deed = Deed {
            action: "begin_memo",
            subject: &id.to_string(),
            reason: &draft.title,
            body: Some(&body),
        };
        tx.audit(at, actor, &deed).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// An offering as an option, at the edition that stands now.
    pub(crate) async fn option_of(&self, found: &Shelved) -> Result<OptionDraft, Error> {
        let edition = self.editions(&[found.edition]).await?.pop();
        Ok(OptionDraft {
            offering: found.id,
            edition: found.edition,
            number: edition.ok_or(Error::NotFound)?.number,
            slug: found.slug.clone(),
            choice: Default::default(),
            why: String::new(),
            price_basis: String::new(),
            lines: Default::default(),
        })
    }
}

/// How many of each unit were stated.
fn quantities(size: &Asked) -> BTreeMap<String, Quantity> {
    let stated = size.quantities.stated();
    stated
        .map(|(unit, quantity)| (unit.word().to_owned(), quantity))
        .collect()
}
