//! Approving a draft: the edition is frozen now, or on the day that was chosen.

use super::{addenda::participations_of, fitting::fits};
use crate::{Error, Portal, publish::NextEdition};
use interlocal_catalog::{
    NaiveDate, OfferingId, OrganizationId,
    eligibility::Records,
    lifecycle::{self, Transition},
    offering::{Content, Source},
    policy::{Actor, Role, Visibility},
    question::Reply,
};
use interlocal_store::{Draft, OfferingRow, Stage, Tx};

/// What the history says where one person wrote and published.
pub const ALONE: &str = "published by a body with one person";

/// What an approval led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approved {
    /// It is published.
    Published,
    /// It waits for this day.
    Waits(NaiveDate),
}

/// A decision about the draft that was looked at.
pub struct Approval {
    /// The version that was looked at.
    pub version: i32,
    /// What the reviewer says; may be empty.
    pub message: String,
    /// The day on which it goes up; none or today is now.
    pub publish_on: Option<NaiveDate>,
}

impl Portal {
    /// Approves a draft that is in review. Whoever handed it in may not, unless
    /// the body has one person who writes.
    pub async fn approve_draft(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
        approval: Approval,
    ) -> Result<Approved, Error> {
        self.enter_desk(actor, body, Role::Approver)?;
        self.not_past("publish_on", approval.publish_on)?;
        let one_writer = self.has_one_writer(body).await?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let (row, before) = self.draft_of(&tx, body, slug, approval.version).await?;
        in_review(&before)?;
        let by = actor.person().map(|person| person.id);
        if !one_writer && before.stage.submitted_by == by {
            return Err(Error::RoleMissing(
                "an approver other than the person who handed it in",
            ));
        }
        lifecycle::next(before.stage.status, &Transition::Publish)?;
        let mut draft = before.clone();
        vouch(&mut draft.content, actor, self.today());
        draft.stage.approved_by = by;
        draft.stage.approved_at = Some(at);
        let day = approval.publish_on.filter(|day| *day > self.today());
        let answer = match day {
            Some(day) => {
                draft.publish_on = Some(day);
                tx.write_draft(&draft, at).await?;
                let stage = Stage {
                    status: before.stage.status,
                    ..draft.stage.clone()
                };
                draft.version += 1;
                tx.move_draft(&draft, &stage).await?;
                let words = format!("to be published on {day}. {}", approval.message);
                self.write_down(&tx, actor, body, slug, "approve", words.trim())
                    .await?;
                Approved::Waits(day)
            }
            None => {
                self.write_down(&tx, actor, body, slug, "approve", &approval.message)
                    .await?;
                self.publish_draft(&tx, actor, &row, &draft).await?;
                Approved::Published
            }
        };
        tx.commit().await?;
        self.told().await?;
        Ok(answer)
    }

    /// Nothing is published on a day that is over.
    pub(crate) fn not_past(&self, field: &str, day: Option<NaiveDate>) -> Result<(), Error> {
        match day {
            Some(day) if day < self.today() => Err(Error::field(
                field,
                format!(
                    "{day} is over; choose a day to come, or leave it empty to publish at once"
                ),
            )),
            _ => Ok(()),
        }
    }

    /// Freezes an approved draft as the next edition and takes it away.
    pub(crate) async fn publish_draft(
        &self,
        tx: &Tx,
        actor: &Actor,
        row: &OfferingRow,
        draft: &Draft,
    ) -> Result<(), Error> {
        self.check(&draft.content)?;
        let stage = &draft.stage;
        let alone = stage.submitted_by.is_some() && stage.submitted_by == stage.approved_by;
        let snapshot = self.whole();
        let next = NextEdition {
            content: &draft.content,
            reason: if alone { ALONE } else { "" },
            alone,
        };
        let addenda = participations_of(&draft.content, &snapshot);
        let of_addenda = Records::new(addenda.clone());
        let records = match addenda.is_empty() {
            true => &snapshot.register.records,
            false => &of_addenda,
        };
        self.freeze_in(tx, actor, row, next, records).await?;
        self.record_addenda(tx, (&draft.content, &row.provider), &addenda)
            .await?;
        tx.remove_draft(row.id).await?;
        // What few may see answers nobody's question in public.
        if draft.content.visibility == Visibility::Public
            && let Some((question, key)) = tx.take_answered_by(row.id).await?
            && fits(
                &self.vocabulary,
                &draft.content.category,
                &draft.content.rules,
                &key,
            )
        {
            let reply = Reply::Offering(row.slug.clone());
            self.reply_in(tx, actor, (question, &key), &reply).await?;
        }
        Ok(())
    }
}

/// Only what is in review, and not decided yet, is decided.
pub(super) fn in_review(draft: &Draft) -> Result<(), Error> {
    if draft.stage.submitted_at.is_some() && draft.stage.approved_at.is_none() {
        Ok(())
    } else {
        Err(Error::Conflict(
            "This draft is not in review; nothing is to be decided about it.".to_owned(),
        ))
    }
}

/// Somebody of the body who approves confirms the entry for the body. A steward
/// does not belong to it: what they publish stays as well vouched for as its source.
fn vouch(content: &mut Content, actor: &Actor, today: NaiveDate) {
    let of_the_body = actor
        .person()
        .is_some_and(|person| person.role_in(&content.provider).is_some());
    if of_the_body {
        content.source = Source::PublishingBody;
        content.checked_on = today;
    } else if content.source == Source::Unsourced && !content.source_words.trim().is_empty() {
        content.source = Source::PublicSource;
        content.checked_on = today;
    }
    let days = content
        .details
        .review_by
        .map(|day| (day - today).num_days());
    if let Some(days) = days.filter(|days| *days > 0) {
        content.review_days = days;
    }
}
