//! What becomes of listings by itself: approved drafts go up on their day, terms
//! end, listings are withdrawn on the day that was set. Each is one transaction
//! that looks again, so that of several nodes one does it.

use super::withdraw::TakingBack;
use crate::{Error, Portal, webhooks::Telling};
use interlocal_catalog::{
    lifecycle::{self, Transition},
    offering::Status,
    policy::Actor,
};
use interlocal_store::{Topic, Withdrawal};

/// What is told of an offering whose last day is past.
const TERM_ENDED: &str = "Its term has ended.";
/// The reason of a withdrawal whose day was set.
const DAY_CAME: &str = "The day that its provider had set for taking it down came.";

impl Portal {
    /// Does everything of the desk that is due now.
    pub(crate) async fn do_due_publishing(&self) -> Result<(), Error> {
        let mut done = self.publish_approved().await?;
        done |= self.expire_ended().await?;
        done |= self.withdraw_retired().await?;
        if done { self.told().await } else { Ok(()) }
    }

    async fn publish_approved(&self) -> Result<bool, Error> {
        let today = self.today();
        let mut done = false;
        for waiting in self.store.approved_drafts(today).await? {
            let tx = self.store.begin().await?;
            let row = tx.offering_by_row(waiting.offering).await?;
            let draft = tx.draft(waiting.offering).await?;
            let (Some(row), Some(draft)) = (row, draft) else {
                continue;
            };
            if draft.version != waiting.version || row.status == Status::Withdrawn {
                continue;
            }
            match self.publish_draft(&tx, &Actor::Portal, &row, &draft).await {
                Ok(()) => {
                    tx.commit().await?;
                    done = true;
                }
                Err(error) => {
                    tracing::warn!(%error, slug = %row.slug, "an approved draft cannot be published");
                }
            }
        }
        Ok(done)
    }

    async fn expire_ended(&self) -> Result<bool, Error> {
        let (snapshot, today) = (self.whole(), self.today());
        let mut done = false;
        let ended = snapshot
            .shelf
            .iter()
            .filter(|shelved| shelved.status == Status::Published && shelved.has_ended(today));
        for shelved in ended {
            let at = self.clock.now();
            let tx = self.store.begin().await?;
            let Some(row) = tx.offering_by_row(shelved.id).await? else {
                continue;
            };
            if row.status != Status::Published || row.edition != Some(shelved.edition) {
                continue;
            }
            let status = lifecycle::next(row.status, &Transition::Expire)?;
            tx.move_offering(&row, status, row.edition, row.rule_set, at)
                .await?;
            let actor = &Actor::Portal;
            self.write_down(&tx, actor, &row.provider, &row.slug, "expire", "")
                .await?;
            let ended = Withdrawal {
                on: at.date_naive(),
                reason: TERM_ENDED.to_owned(),
                successor: None,
            };
            let telling = Telling {
                status,
                withdrawal: &ended,
            };
            self.happen_retired(&tx, &row, telling).await?;
            tx.announce(Topic::Offering, Some(row.id), at).await?;
            tx.commit().await?;
            done = true;
        }
        Ok(done)
    }

    async fn withdraw_retired(&self) -> Result<bool, Error> {
        let today = self.today();
        let mut done = false;
        for row in self.store.retiring(today).await? {
            let tx = self.store.begin().await?;
            let Some(row) = tx.offering_by_row(row.id).await? else {
                continue;
            };
            let due = row.retire_on.is_some_and(|day| day <= today);
            if !due || row.status == Status::Withdrawn {
                continue;
            }
            let back = TakingBack {
                reason: DAY_CAME.to_owned(),
                successor: None,
            };
            self.withdraw_in(&tx, &Actor::Portal, &row, back).await?;
            tx.commit().await?;
            done = true;
        }
        Ok(done)
    }
}
