//! Loading the starter directory into an empty portal, whole or not at all.

use crate::{Error, Portal, publish::Publication};
use interlocal_catalog::{
    eligibility::Records,
    offering::Status,
    policy::{self, Action, Actor},
};
use interlocal_exchange::starter::Starter;
use interlocal_store::{Adoption, Deed, Topic};

/// The setting that says that the portal was filled once.
pub(crate) const LOADED: &str = "starter_loaded_on";
const REASON: &str = "starter directory";

impl Portal {
    /// Whether the portal holds nothing yet.
    pub async fn is_empty(&self) -> Result<bool, Error> {
        Ok(self.store.setting(LOADED).await?.is_none() && self.store.newest_sequence().await? == 0)
    }

    /// Loads the starter directory; false when another node was first.
    /// `progress` is told of each part as it begins.
    pub async fn load_starter(
        &self,
        actor: &Actor,
        starter: &Starter,
        progress: &(dyn Fn(&str) + Send + Sync),
    ) -> Result<bool, Error> {
        if !policy::may(actor, Action::LoadStarter) {
            return Err(Error::Denied);
        }
        let tx = self.store.begin().await?;
        if tx.setting(LOADED).await?.is_some() {
            return Ok(false);
        }
        progress(&format!("{} governments", starter.jurisdictions.len()));
        tx.add_jurisdictions(&starter.jurisdictions).await?;
        progress(&format!("{} bodies", starter.organizations.len()));
        tx.add_organizations(&starter.organizations).await?;
        tx.add_cio_offices(&starter.cio_offices).await?;
        self.consider_rules_in(&tx, &starter.consider_rules).await?;
        let now = self.clock.now();
        tx.announce(Topic::Directory, None, now).await?;
        progress(&format!("{} offerings", starter.offerings.len()));
        let records = Records::default();
        let mut adoptions = Vec::new();
        for offering in &starter.offerings {
            let content = &offering.content;
            let publication = Publication {
                content,
                aliases: &offering.aliases,
                reason: REASON,
            };
            let id = if offering.status == Status::Published {
                self.publish_in(&tx, actor, publication, &records).await?
            } else {
                self.draft_in(&tx, actor, publication, &records).await?
            };
            adoptions.extend(offering.adoptions.iter().map(|jurisdiction| Adoption {
                jurisdiction: jurisdiction.clone(),
                offering: id,
                since: None,
                size: None,
                source: content.source_words.clone(),
                checked_on: content.checked_on,
            }));
        }
        tx.add_adoptions(&adoptions).await?;
        tx.announce(Topic::Records, None, now).await?;
        tx.set(LOADED, &self.clock.today().to_string()).await?;
        let deed = Deed {
            action: "load_starter",
            subject: "starter",
            reason: REASON,
            body: None,
        };
        tx.audit(now, actor, &deed).await?;
        tx.commit().await?;
        progress("the search index");
        self.committed.notify_one();
        self.catch_up().await?;
        Ok(true)
    }
}
