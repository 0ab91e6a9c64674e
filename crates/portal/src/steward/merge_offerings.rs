//! Merging an offering that stands twice into the other one: it is taken back, its
//! address leads to the other for good, and who takes part in it or uses it is on
//! record there.

use crate::{Error, Portal, gate, rule_set::rule_set_of, webhooks::Telling};
use interlocal_catalog::{
    OfferingId, ProgramId,
    eligibility::Records,
    lifecycle::{self, Transition},
    offering::Status,
    policy::Actor,
};
use interlocal_store::{Deed, OfferingRow, Topic, Tx, Withdrawal};

impl Portal {
    /// Merges `from` into `into`.
    pub async fn merge_offerings(
        &self,
        actor: &Actor,
        (from, into): (&OfferingId, &OfferingId),
        reason: &str,
    ) -> Result<(), Error> {
        gate::steward(actor)?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let old = found(&tx, from, "from").await?;
        let standing = found(&tx, into, "into").await?;
        if old.id == standing.id {
            let text = "an offering cannot be merged into itself";
            return Err(Error::field("into", text));
        }
        if standing.status != Status::Published {
            return Err(Error::field("into", "is not published"));
        }
        if !matches!(old.status, Status::Published | Status::Expired) {
            let text = format!("is {}, not published", old.status.word().replace('_', " "));
            return Err(Error::field("from", text));
        }
        if old.visibility != standing.visibility {
            let text = "one of them is for verified governments alone and the other for everybody; \
                        give both the same visibility first";
            return Err(Error::field("into", text));
        }
        if reason.trim().is_empty() {
            return Err(Error::field("reason", "say why, for the audit log"));
        }
        let transition = Transition::Withdraw {
            reason: reason.trim().to_owned(),
        };
        let status = lifecycle::next(old.status, &transition)?;
        tx.move_offering(&old, status, old.edition, old.rule_set, at)
            .await?;
        tx.note_merge(old.id, into, (at.date_naive(), reason.trim()))
            .await?;
        tx.redirect_offering((old.id, from), standing.id).await?;
        tx.move_adoptions(old.id, standing.id).await?;
        let program = |slug: &OfferingId| ProgramId::new(slug.as_str());
        tx.move_participations(&program(from), &program(into))
            .await?;
        tx.move_reports_of_offering((old.id, from), (standing.id, into), &standing.provider)
            .await?;
        self.number_rules_anew(&tx, &standing).await?;
        let told_reason = reason.trim().to_owned();
        let reason = format!("into {into}: {}", reason.trim());
        for provider in [
            Some(&old.provider),
            (old.provider != standing.provider).then_some(&standing.provider),
        ]
        .into_iter()
        .flatten()
        {
            let deed = Deed {
                action: "merge_offerings",
                subject: from.as_str(),
                reason: &reason,
                body: Some(provider),
            };
            tx.audit(at, actor, &deed).await?;
        }
        let merged = Withdrawal {
            on: at.date_naive(),
            reason: told_reason,
            successor: Some(into.clone()),
        };
        let telling = Telling {
            status,
            withdrawal: &merged,
        };
        self.happen_retired(&tx, &old, telling).await?;
        tx.announce(Topic::Offering, Some(old.id), at).await?;
        tx.announce(Topic::Offering, Some(standing.id), at).await?;
        tx.announce(Topic::Records, None, at).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }

    /// Rules that speak of the offering itself have a number of their own as soon as
    /// somebody is on record in it.
    async fn number_rules_anew(&self, tx: &Tx, row: &OfferingRow) -> Result<(), Error> {
        let editions: Vec<i32> = row.edition.into_iter().collect();
        let Some(edition) = self.editions(&editions).await?.into_iter().next() else {
            return Ok(());
        };
        let records = Records::new(tx.participations().await?);
        let (set, fingerprint) = rule_set_of(&edition.content, &records);
        let rule_set = tx.number_rule_set(&set, &fingerprint).await?;
        tx.move_offering(row, row.status, row.edition, rule_set, self.clock.now())
            .await?;
        Ok(())
    }
}

async fn found(tx: &Tx, slug: &OfferingId, field: &str) -> Result<OfferingRow, Error> {
    tx.offering(slug).await?.ok_or_else(|| {
        let text = format!("no offering has the slug “{slug}”");
        Error::field(field, text)
    })
}
