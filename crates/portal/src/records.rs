//! Recording participations and statements of no.

use crate::{Error, Portal, rule_set::rule_set_of};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    answer::StatementOfNo,
    eligibility::Records,
    participation::Participation,
    policy::{self, Action, Actor},
};
use interlocal_store::{Deed, Topic};

impl Portal {
    /// Records that a jurisdiction takes part in an offering or program.
    pub async fn record_participation(
        &self,
        actor: &Actor,
        record: &Participation,
    ) -> Result<(), Error> {
        if !policy::may(actor, Action::Steward) {
            return Err(Error::Denied);
        }
        self.record(actor, record, None).await
    }

    /// The same in the name of a body, whoever is allowed to.
    pub(crate) async fn record(
        &self,
        actor: &Actor,
        record: &Participation,
        body: Option<&OrganizationId>,
    ) -> Result<(), Error> {
        let snapshot = self.whole();
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        tx.add_participation(record, body).await?;
        let deed = Deed {
            action: "record_participation",
            subject: &record.id,
            reason: &in_keys(record),
            body,
        };
        tx.audit(now, actor, &deed).await?;
        // Rules that speak of the offering itself are shared until somebody is on
        // record in it; from then on they have a number of their own.
        let slug = OfferingId::new(record.program.as_str());
        if let Some(shelved) = snapshot.shelf.by_slug(&slug)
            && let Some(edition) = self.editions(&[shelved.edition]).await?.first()
            && let Some(row) = tx.offering(&slug).await?
        {
            let records = Records::new([record.clone()]);
            let (set, fingerprint) = rule_set_of(&edition.content, &records);
            let rule_set = tx.number_rule_set(&set, &fingerprint).await?;
            tx.move_offering(&row, row.status, row.edition, rule_set, now)
                .await?;
            tx.announce(Topic::Offering, Some(row.id), now).await?;
        }
        tx.announce(Topic::Records, None, now).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }

    /// Records a body's answer that it does not offer a category to kinds of government.
    pub async fn record_statement_of_no(
        &self,
        actor: &Actor,
        statement: &StatementOfNo,
    ) -> Result<(), Error> {
        if !policy::may(actor, Action::Edit(&statement.by)) {
            return Err(Error::Denied);
        }
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        tx.add_statement_of_no(statement).await?;
        let deed = Deed {
            action: "record_statement_of_no",
            subject: &statement.id,
            reason: statement.category.as_str(),
            body: Some(&statement.by),
        };
        tx.audit(now, actor, &deed).await?;
        tx.announce(Topic::Records, None, now).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }
}

/// A participation as the audit log names it: who, in what.
pub(crate) fn in_keys(record: &Participation) -> String {
    format!("{} in {}", record.who, record.program)
}
