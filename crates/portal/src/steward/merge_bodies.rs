//! Merging a body that stands twice into the other one. Its address leads there for
//! good; what pointed to it moves, and what is frozen is read with the new name.

use crate::{Error, Portal, gate};
use interlocal_catalog::{OrganizationId, organization::Organization, policy::Actor};
use interlocal_store::{Deed, Topic};

impl Portal {
    /// Merges `from` into `into`.
    pub async fn merge_bodies(
        &self,
        actor: &Actor,
        (from, into): (&OrganizationId, &OrganizationId),
        reason: &str,
    ) -> Result<(), Error> {
        gate::steward(actor)?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let old = tx.organization(from).await?.ok_or(Error::NotFound)?;
        if from == into {
            return Err(Error::field("into", "a body cannot be merged into itself"));
        }
        let Some(standing) = tx.organization(into).await? else {
            let text = format!("no body has the slug “{into}”");
            return Err(Error::field("into", text));
        };
        if reason.trim().is_empty() {
            return Err(Error::field("reason", "say why, for the audit log"));
        }
        if old.level != standing.level {
            let text = format!(
                "is {}, and the other {}; bodies of two levels are not the same body",
                standing.level.word(),
                old.level.word()
            );
            return Err(Error::field("into", text));
        }
        if old.state_cio && (standing.of != old.of) {
            let text = "the office of a state can only be merged into a body of that state";
            return Err(Error::field("into", text));
        }
        tx.change_organization(&joined(&old, standing)).await?;
        tx.move_of_body(from, into).await?;
        tx.move_people(from, into, at).await?;
        tx.move_drafts(from, into).await?;
        tx.move_questions(from, into).await?;
        tx.move_reports_of_body(from, into).await?;
        tx.move_webhooks(from, into).await?;
        tx.mark_merged(from, into, at).await?;
        let deed = Deed {
            action: "merge_bodies",
            subject: from.as_str(),
            reason: reason.trim(),
            body: Some(into),
        };
        tx.audit(at, actor, &deed).await?;
        tx.announce_body(from, at).await?;
        tx.announce_body(into, at).await?;
        tx.announce(Topic::Records, None, at).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }
}

/// The body that stays, found under the other one's names too.
fn joined(old: &Organization, mut standing: Organization) -> Organization {
    for name in std::iter::once(&old.name).chain(&old.aliases) {
        if *name != standing.name && !standing.aliases.contains(name) {
            standing.aliases.push(name.clone());
        }
    }
    for place in &old.serves {
        if !standing.serves.contains(place) {
            standing.serves.push(place.clone());
        }
    }
    standing.state_cio |= old.state_cio;
    standing.of = standing.of.or_else(|| old.of.clone());
    standing.website = standing.website.or_else(|| old.website.clone());
    standing
}
