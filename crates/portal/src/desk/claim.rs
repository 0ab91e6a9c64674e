//! Taking over what the directory says of a body: it confirms an entry, and confirms
//! it again before it goes stale. A confirmation is an edition, so that whoever relied
//! on one knows by whose word and on which day.

use super::allowed::allow;
use crate::{Error, Judged, Portal, links::KnownLink, publish::Publication, shelf::Shelved};
use interlocal_catalog::{
    NaiveDate, OfferingId, OrganizationId,
    eligibility::Confidence,
    offering::{Content, Source},
    organization::Organization,
    policy::{Action, Actor, Role},
};
use interlocal_store::Deed;
use std::sync::Arc;

/// Days before an entry goes stale at which its body is reminded of it.
pub const REMIND_DAYS: i64 = 30;

/// Entries of a body that wait for its word.
pub struct Waiting {
    /// The body.
    pub body: Organization,
    /// The entries, those that wait longest first.
    pub entries: Vec<Judged>,
    /// Whether the reader may confirm them.
    pub may_confirm: bool,
}

/// A link of a published listing that leads nowhere.
pub struct BrokenLink {
    /// The slug of the listing.
    pub slug: OfferingId,
    /// Its title.
    pub title: String,
    /// The link.
    pub link: KnownLink,
}

impl Portal {
    /// What is listed of a body from public sources and not confirmed by it.
    pub async fn read_listed(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<Waiting, Error> {
        self.waiting(actor, body, |entry, _| {
            entry.source != Source::PublishingBody
        })
        .await
    }

    /// What a body confirmed and is stale, or will be within [`REMIND_DAYS`].
    pub async fn read_stale(&self, actor: &Actor, body: &OrganizationId) -> Result<Waiting, Error> {
        self.waiting(actor, body, |entry, today| {
            let soon = today + chrono::TimeDelta::days(REMIND_DAYS);
            entry.source == Source::PublishingBody && entry.confidence(soon) == Confidence::Stale
        })
        .await
    }

    /// The links of the published listings of a body that lead nowhere.
    pub async fn read_broken_links(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<Vec<BrokenLink>, Error> {
        let snapshot = self.view(actor);
        self.at_desk(&snapshot, actor, body)?;
        let today = self.clock.today();
        let open: Vec<i32> = snapshot
            .shelf
            .of_provider(body)
            .iter()
            .filter(|entry| !entry.has_ended(today))
            .map(|entry| entry.edition)
            .collect();
        let editions = self.editions(&open).await?;
        let contents: Vec<&Content> = editions.iter().map(|edition| &edition.content).collect();
        let known = self.known_links(&contents).await?;
        let mut broken = Vec::new();
        for (content, links) in contents.into_iter().zip(known) {
            broken.extend(
                links
                    .into_iter()
                    .filter(KnownLink::is_broken)
                    .map(|link| BrokenLink {
                        slug: content.slug.clone(),
                        title: content.title.clone(),
                        link,
                    }),
            );
        }
        broken.sort_by(|a, b| (&a.title, &a.link.link).cmp(&(&b.title, &b.link.link)));
        Ok(broken)
    }

    async fn waiting(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        waits: impl Fn(&Shelved, NaiveDate) -> bool,
    ) -> Result<Waiting, Error> {
        let snapshot = self.view(actor);
        let organization = self.at_desk(&snapshot, actor, body)?.clone();
        let today = self.clock.today();
        let mut entries: Vec<Arc<Shelved>> = snapshot
            .shelf
            .of_provider(body)
            .iter()
            .filter(|entry| !entry.has_ended(today) && waits(entry, today))
            .cloned()
            .collect();
        entries.sort_by(|a, b| (a.checked_on, &a.slug).cmp(&(b.checked_on, &b.slug)));
        Ok(Waiting {
            body: organization,
            entries: self.judged(&snapshot, &entries, None).await?,
            may_confirm: Self::may_confirm(actor, body),
        })
    }

    /// Whether the actor may say in the name of a body that an entry is right: one of
    /// its own people who publishes. A steward does not belong to it.
    fn may_confirm(actor: &Actor, body: &OrganizationId) -> bool {
        actor.person().is_some_and(|person| {
            let role = person.role_in(body);
            role.is_some_and(|role| role >= Role::Approver) && person.reaches(Action::Publish(body))
        })
    }

    /// Confirms an entry of a body as it stands, today.
    pub async fn confirm(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
    ) -> Result<(), Error> {
        allow(actor, Action::SeeDesk(body))?;
        if !Self::may_confirm(actor, body) {
            return Err(Error::RoleMissing("an approver of the body"));
        }
        let snapshot = self.whole();
        let tx = self.store.begin().await?;
        let row = tx
            .offering(slug)
            .await?
            .filter(|row| row.provider == *body)
            .ok_or(Error::NotFound)?;
        let edition = row.edition.ok_or(Error::NotFound)?;
        let edition = self.editions(&[edition]).await?;
        let edition = edition.first().ok_or(Error::NotFound)?;
        let again = edition.content.source == Source::PublishingBody;
        let content = Content {
            source: Source::PublishingBody,
            checked_on: self.clock.today(),
            ..edition.content.clone()
        };
        if content == edition.content {
            return Ok(());
        }
        let publication = Publication {
            content: &content,
            aliases: &[],
            reason: if again {
                "confirmed again"
            } else {
                "confirmed"
            },
        };
        self.publish_in(&tx, actor, publication, &snapshot.register.records)
            .await?;
        let deed = Deed {
            action: if again { "confirm_again" } else { "claim" },
            subject: slug.as_str(),
            reason: "",
            body: Some(body),
        };
        tx.audit(self.clock.now(), actor, &deed).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }
}
