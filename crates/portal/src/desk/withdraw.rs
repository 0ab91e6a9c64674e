//! Taking a listing back: with a reason, and with what replaces it.

use crate::{Error, Gone, Portal, webhooks::Telling};
use interlocal_catalog::{
    NaiveDate, OfferingId, OrganizationId,
    lifecycle::{self, Transition},
    offering::Status,
    policy::{self, Action, Actor, Role},
};
use interlocal_store::{OfferingRow, Topic, Tx, Withdrawal};

/// How a listing is taken back.
pub struct TakingBack {
    /// Why, in words for everybody.
    pub reason: String,
    /// What replaces it.
    pub successor: Option<OfferingId>,
}

/// Letters of a reason at most.
const LONGEST_REASON: usize = 2_000;

impl Portal {
    /// Withdraws a published listing. Its page stays at its address and says when,
    /// why and what replaces it.
    pub async fn withdraw(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
        back: TakingBack,
    ) -> Result<(), Error> {
        self.enter_desk(actor, body, Role::Approver)?;
        if back.reason.trim().is_empty() {
            return Err(Error::field("reason", "say why it is withdrawn"));
        }
        if back.reason.chars().count() > LONGEST_REASON {
            return Err(Error::field(
                "reason",
                "is too long for the page that it stands on; 2,000 letters at most",
            ));
        }
        if let Some(successor) = &back.successor {
            let snapshot = self.whole();
            let found = snapshot.shelf.by_slug(successor);
            if found.is_none_or(|found| found.slug == *slug) {
                return Err(Error::field(
                    "successor",
                    format!("“{successor}” is no other published listing"),
                ));
            }
        }
        let tx = self.store.begin().await?;
        let row = self.listing_of(&tx, body, slug).await?;
        if row.edition.is_some() && tx.draft(row.id).await?.is_some() {
            return Err(Error::Conflict(
                "A new edition of this listing is being written, and would be lost with it. Give \
                 the draft up or publish it first."
                    .to_owned(),
            ));
        }
        self.withdraw_in(&tx, actor, &row, back).await?;
        tx.commit().await?;
        self.told().await
    }

    /// The same inside a transaction.
    pub(crate) async fn withdraw_in(
        &self,
        tx: &Tx,
        actor: &Actor,
        row: &OfferingRow,
        back: TakingBack,
    ) -> Result<(), Error> {
        let at = self.clock.now();
        let reason = back.reason.trim().to_owned();
        let transition = Transition::Withdraw {
            reason: reason.clone(),
        };
        let status = lifecycle::next(row.status, &transition)?;
        tx.move_offering(row, status, row.edition, row.rule_set, at)
            .await?;
        let withdrawal = Withdrawal {
            on: at.date_naive(),
            reason: reason.clone(),
            successor: back.successor,
        };
        tx.note_withdrawal(row.id, &withdrawal).await?;
        tx.remove_draft(row.id).await?;
        self.write_down(tx, actor, &row.provider, &row.slug, "withdraw", &reason)
            .await?;
        let telling = Telling {
            status,
            withdrawal: &withdrawal,
        };
        self.happen_retired(tx, row, telling).await?;
        Ok(tx.announce(Topic::Offering, Some(row.id), at).await?)
    }

    /// Sets or clears the day on which a listing is withdrawn by itself.
    pub async fn retire_on(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
        day: Option<NaiveDate>,
    ) -> Result<(), Error> {
        self.enter_desk(actor, body, Role::Approver)?;
        if day.is_some_and(|day| day <= self.today()) {
            return Err(Error::field(
                "retire_on",
                "choose a day to come, or withdraw it now",
            ));
        }
        let tx = self.store.begin().await?;
        let row = self.listing_of(&tx, body, slug).await?;
        if !matches!(row.status, Status::Published | Status::Expired) {
            return Err(Error::Conflict(
                "Only what is published is withdrawn.".to_owned(),
            ));
        }
        tx.retire_on(row.id, day).await?;
        let words = day.map_or_else(|| "no day".to_owned(), |day| day.to_string());
        self.write_down(&tx, actor, body, slug, "schedule_withdrawal", &words)
            .await?;
        Ok(tx.commit().await?)
    }

    /// What is left of an offering that was withdrawn; anything else is not found.
    pub(crate) async fn gone(&self, actor: &Actor, slug: &OfferingId) -> Result<Error, Error> {
        let row = match self.store.offering(slug).await? {
            Some(row) => Some(row),
            None => self.store.offering_by_alias(slug).await?,
        };
        let Some((row, withdrawal)) = row.and_then(|row| {
            let withdrawal = row.withdrawal.clone()?;
            Some((row, withdrawal))
        }) else {
            return Ok(Error::NotFound);
        };
        let edition = match row.edition {
            Some(id) => self.editions(&[id]).await?.pop(),
            None => None,
        };
        let seen = edition.filter(|edition| {
            let visibility = edition.content.visibility;
            policy::may(actor, Action::See(row.status, visibility))
        });
        let Some(edition) = seen else {
            return Ok(Error::NotFound);
        };
        let snapshot = self.view(actor);
        let successor = withdrawal.successor.and_then(|slug| {
            let found = snapshot.shelf.by_slug(&slug)?;
            Some((found.slug.clone(), found.title.clone()))
        });
        Ok(Error::Gone(Box::new(Gone {
            title: edition.content.title.clone(),
            on: withdrawal.on,
            reason: withdrawal.reason,
            successor,
        })))
    }
}
