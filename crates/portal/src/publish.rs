//! Publishing an offering: lifecycle transition, frozen edition, audit entry, event
//! and outbox row in one transaction.

use crate::{Error, Portal, rule_set::rule_set_of};
use interlocal_catalog::{
    OfferingId,
    contact::can_be_written_to,
    eligibility::Records,
    lifecycle::{self, Transition},
    offering::Content,
    policy::{self, Action, Actor},
};
use interlocal_store::{Deed, OfferingRow, Topic, Tx};

/// What is to be published.
pub struct Publication<'a> {
    /// What the edition will say.
    pub content: &'a Content,
    /// Other slugs that lead to the offering; only a new offering takes them.
    pub aliases: &'a [OfferingId],
    /// Why, for the audit log.
    pub reason: &'a str,
}

/// What the next edition of an offering will say.
pub(crate) struct NextEdition<'a> {
    /// Its content.
    pub content: &'a Content,
    /// Why, for the audit log.
    pub reason: &'a str,
    /// Whether one person alone wrote and published it.
    pub alone: bool,
}

impl Portal {
    /// Publishes content as the next edition of its offering, which is made
    /// where the slug is new. Every node finds it as soon as it has followed
    /// the outbox; this node before this returns.
    pub async fn publish(&self, actor: &Actor, publication: Publication<'_>) -> Result<(), Error> {
        if !policy::may(actor, Action::Publish(&publication.content.provider)) {
            return Err(Error::Denied);
        }
        self.check(publication.content)?;
        let snapshot = self.whole();
        let tx = self.store.begin().await?;
        self.publish_in(&tx, actor, publication, &snapshot.register.records)
            .await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }

    /// The same inside a transaction of several publications; gives the offering's row.
    pub(crate) async fn publish_in(
        &self,
        tx: &Tx,
        actor: &Actor,
        publication: Publication<'_>,
        records: &Records,
    ) -> Result<i32, Error> {
        let Publication {
            content,
            aliases,
            reason,
        } = publication;
        let before = self.offering_or_new(tx, content, aliases, records).await?;
        let next = NextEdition {
            content,
            reason,
            alone: false,
        };
        self.freeze_in(tx, actor, &before, next, records).await?;
        Ok(before.id)
    }

    /// Freezes the next edition of an offering that is there: transition, edition,
    /// audit entry and outbox row.
    pub(crate) async fn freeze_in(
        &self,
        tx: &Tx,
        actor: &Actor,
        before: &OfferingRow,
        next: NextEdition<'_>,
        records: &Records,
    ) -> Result<(), Error> {
        let at = self.clock.now();
        let content = next.content;
        let status = lifecycle::next(before.status, &Transition::Publish)?;
        let (set, fingerprint) = rule_set_of(content, records);
        let rule_set = tx.number_rule_set(&set, &fingerprint).await?;
        let edition = tx
            .freeze_edition(before.id, content, next.alone, at)
            .await?;
        tx.move_offering(before, status, Some(edition), rule_set, at)
            .await?;
        tx.show_offering_to(before.id, content.visibility).await?;
        let deed = Deed {
            action: "publish",
            subject: content.slug.as_str(),
            reason: next.reason,
            body: Some(&content.provider),
        };
        tx.audit(at, actor, &deed).await?;
        self.happen_published(tx, before, (content, edition))
            .await?;
        Ok(tx.announce(Topic::Offering, Some(before.id), at).await?)
    }

    /// Keeps an offering as a draft, which nobody finds; gives its row.
    pub(crate) async fn draft_in(
        &self,
        tx: &Tx,
        actor: &Actor,
        publication: Publication<'_>,
        records: &Records,
    ) -> Result<i32, Error> {
        let Publication {
            content,
            aliases,
            reason,
        } = publication;
        let at = self.clock.now();
        let row = self.offering_or_new(tx, content, aliases, records).await?;
        tx.save_draft(row.id, content, at).await?;
        let deed = Deed {
            action: "draft",
            subject: content.slug.as_str(),
            reason,
            body: Some(&content.provider),
        };
        tx.audit(at, actor, &deed).await?;
        Ok(row.id)
    }

    pub(crate) async fn offering_or_new(
        &self,
        tx: &Tx,
        content: &Content,
        aliases: &[OfferingId],
        records: &Records,
    ) -> Result<OfferingRow, Error> {
        if let Some(row) = tx.offering(&content.slug).await? {
            return Ok(row);
        }
        let (set, fingerprint) = rule_set_of(content, records);
        let rule_set = tx.number_rule_set(&set, &fingerprint).await?;
        let at = self.clock.now();
        tx.add_offering(content, rule_set, aliases, at).await?;
        tx.offering(&content.slug)
            .await?
            .ok_or_else(|| Error::Internal(format!("offering {} was not kept", content.slug)))
    }

    /// Everything the content refers to must exist.
    pub(crate) fn check(&self, content: &Content) -> Result<(), Error> {
        let snapshot = self.whole();
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: String| {
            faults.push(crate::FieldFault {
                field: field.to_owned(),
                message,
            });
        };
        if !interlocal_catalog::id::is_slug(content.slug.as_str()) {
            fault("slug", format!("“{}” is no slug", content.slug));
        }
        if content.title.trim().is_empty() {
            fault("title", "give the offering a title".to_owned());
        }
        if !can_be_written_to(&content.details.contact) {
            fault(
                "contact",
                "give an address of an office to write to, or of its page".to_owned(),
            );
        }
        if self.vocabulary.get(&content.category).is_none() {
            fault(
                "category",
                format!("“{}” is not in the vocabulary", content.category),
            );
        }
        if snapshot.directory.organization(&content.provider).is_none() {
            fault(
                "provider",
                format!("“{}” is no known body", content.provider),
            );
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Error::Invalid(faults))
        }
    }
}
