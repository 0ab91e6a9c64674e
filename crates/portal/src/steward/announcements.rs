//! What every page announces.

use crate::{Error, FieldFault, Portal, gate};
use interlocal_catalog::{announcement::Announcement, policy::Actor};
use interlocal_store::{Deed, Topic};

/// Letters of an announcement at most.
const LONGEST: usize = 300;

impl Portal {
    /// Every announcement, the newest first.
    pub async fn read_announcements(&self, actor: &Actor) -> Result<Vec<Announcement>, Error> {
        gate::oversee(actor)?;
        Ok(self.store.announcements().await?)
    }

    /// Announces something on every page of every node.
    pub async fn announce(&self, actor: &Actor, new: Announcement) -> Result<(), Error> {
        gate::steward(actor)?;
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: String| {
            faults.push(FieldFault {
                field: field.to_owned(),
                message,
            });
        };
        if new.words.trim().is_empty() {
            fault("words", "say what is announced".to_owned());
        }
        if new.words.chars().count() > LONGEST {
            fault("words", format!("may have {LONGEST} letters at most"));
        }
        if new.until_on.is_some_and(|until| until < new.from_on) {
            fault("until", "the last day lies before the first".to_owned());
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let id = tx.add_announcement(&new).await?;
        let deed = Deed {
            action: "announce",
            subject: &id.to_string(),
            reason: &new.words,
            body: None,
        };
        tx.audit(at, actor, &deed).await?;
        tx.announce(Topic::Announcement, None, at).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }

    /// Takes an announcement back.
    pub async fn take_back_announcement(&self, actor: &Actor, id: i32) -> Result<(), Error> {
        gate::steward(actor)?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let words = tx.remove_announcement(id).await?.ok_or(Error::NotFound)?;
        let deed = Deed {
            action: "take_back_announcement",
            subject: &id.to_string(),
            reason: &words,
            body: None,
        };
        tx.audit(at, actor, &deed).await?;
        tx.announce(Topic::Announcement, None, at).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }

    /// What is announced today; from memory.
    pub fn announced(&self) -> Vec<Announcement> {
        let today = self.clock.today();
        let snapshot = self.snapshot();
        snapshot
            .announcements
            .iter()
            .filter(|one| one.stands_on(today))
            .cloned()
            .collect()
    }
}
