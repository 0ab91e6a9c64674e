//! Review: what changed, what the checks found, and the two ways to say no.

use super::{DeskListing, publishing::in_review};
use crate::{Error, Portal, desk::reach::Reach, links::KnownLink};
use interlocal_catalog::{
    NaiveDate, OfferingId, OrganizationId,
    changes::{FieldChange, changes},
    lifecycle::{self, Transition},
    offering::Content,
    policy::{Actor, Role},
    web_link::LinkAnswer,
};
use interlocal_store::{DeskRow, Done, Stage};

/// Something a reviewer should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Another listing of the body with the same title.
    SameTitle(OfferingId),
    /// Another listing of the body with the same contract number.
    SameNumber(OfferingId),
    /// No government is known to be able to use it.
    NobodyKnown,
    /// Its last day is over before it is published: nobody may use it.
    Ended(NaiveDate),
    /// It says no last day.
    NoEndsOn,
    /// It says no day of the next review.
    NoReviewBy,
    /// A link leads nowhere, or it is not known whether it does.
    Link(KnownLink),
    /// It has links, and this portal does not ask after any.
    LinksUnchecked,
}

/// What a reviewer sees.
pub struct ReviewAnswer {
    /// The listing.
    pub listing: DeskListing,
    /// What differs from the current edition; empty for a first one.
    pub changes: Vec<FieldChange>,
    /// What the checks found.
    pub findings: Vec<Finding>,
    /// Whom it reaches.
    pub reach: Reach,
    /// What was done so far, newest first.
    pub history: Vec<Done>,
    /// Whether the actor may decide.
    pub may_decide: bool,
    /// Whether one person alone publishes here.
    pub one_writer: bool,
    /// Whether the actor handed it in.
    pub own: bool,
}

impl Portal {
    /// A draft beside the current edition, with what the checks found.
    pub async fn read_review(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
    ) -> Result<ReviewAnswer, Error> {
        let listing = self.desk_listing(actor, body, slug).await?;
        if !listing.has_draft() {
            return Err(Error::NotFound);
        }
        let content = &listing.draft.content;
        let reach = self.reach(content).await?;
        let mut findings = duplicates(content, &self.store.desk(body).await?);
        if reach.is_nobody() {
            findings.push(Finding::NobodyKnown);
        }
        let today = self.today();
        match content.term.ends_on {
            None => findings.push(Finding::NoEndsOn),
            Some(day) if day < listing.draft.publish_on.unwrap_or(today).max(today) => {
                findings.push(Finding::Ended(day));
            }
            Some(_) => {}
        }
        if content.details.review_by.is_none() {
            findings.push(Finding::NoReviewBy);
        }
        findings.extend(self.doubtful_links(content).await?);
        let one_writer = self.has_one_writer(body).await?;
        let by = actor.person().map(|person| person.id);
        let own = by.is_some() && listing.draft.stage.submitted_by == by;
        let approver = self.enter_desk(actor, body, Role::Approver).is_ok();
        Ok(ReviewAnswer {
            changes: listing
                .current
                .as_ref()
                .map(|current| changes(&current.content, content))
                .unwrap_or_default(),
            findings,
            reach,
            history: self.listing_history(actor, body, slug).await?,
            may_decide: approver && in_review(&listing.draft).is_ok() && (one_writer || !own),
            one_writer,
            own,
            listing,
        })
    }

    /// What there is to say about the links of a content: the broken ones first.
    async fn doubtful_links(&self, content: &Content) -> Result<Vec<Finding>, Error> {
        let mut links = self.known_links(&[content]).await?.concat();
        if !links.is_empty() && !self.looks_after_links() {
            return Ok(vec![Finding::LinksUnchecked]);
        }
        links.retain(|known| {
            let answer = known.check.as_ref().map(|check| check.answer);
            answer != Some(LinkAnswer::Answers)
        });
        links.sort_by_key(|known| !known.is_broken());
        Ok(links.into_iter().map(Finding::Link).collect())
    }

    /// Sends a draft back to its editor, saying why.
    pub async fn ask_for_changes(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
        version: i32,
        message: &str,
    ) -> Result<(), Error> {
        let message = message.trim().to_owned();
        let transition = Transition::AskForChanges { message };
        let decided = (body, slug, version);
        self.send_back(actor, decided, "ask_for_changes", transition)
            .await
    }

    /// Refuses a draft, saying why.
    pub async fn reject_draft(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
        version: i32,
        message: &str,
    ) -> Result<(), Error> {
        let message = message.trim().to_owned();
        let transition = Transition::Reject { message };
        let decided = (body, slug, version);
        self.send_back(actor, decided, "reject", transition).await
    }

    async fn send_back(
        &self,
        actor: &Actor,
        (body, slug, version): (&OrganizationId, &OfferingId, i32),
        action: &str,
        transition: Transition,
    ) -> Result<(), Error> {
        self.enter_desk(actor, body, Role::Approver)?;
        let (Transition::AskForChanges { message } | Transition::Reject { message }) = &transition
        else {
            return Err(Error::Denied);
        };
        if message.is_empty() {
            return Err(Error::field("message", "say what is to be changed, or why"));
        }
        let tx = self.store.begin().await?;
        let (_, draft) = self.draft_of(&tx, body, slug, version).await?;
        in_review(&draft)?;
        let status = lifecycle::next(draft.stage.status, &transition)?;
        tx.move_draft(&draft, &Stage::at(status)).await?;
        self.write_down(&tx, actor, body, slug, action, message)
            .await?;
        Ok(tx.commit().await?)
    }
}

fn duplicates(content: &Content, rows: &[DeskRow]) -> Vec<Finding> {
    let number = |content: &Content| {
        let contract = content.details.contract.as_ref()?;
        let number = contract.number.trim().to_lowercase();
        (!number.is_empty()).then_some(number)
    };
    let title = |content: &Content| content.title.trim().to_lowercase();
    let mut found = Vec::new();
    for row in rows.iter().filter(|row| row.offering.slug != content.slug) {
        let edition = row.edition.as_ref().map(|edition| &edition.content);
        let Some(other) = edition.or(row.draft.as_ref().map(|draft| &draft.content)) else {
            continue;
        };
        if title(other) == title(content) {
            found.push(Finding::SameTitle(other.slug.clone()));
        }
        if number(content).is_some() && number(other) == number(content) {
            found.push(Finding::SameNumber(other.slug.clone()));
        }
    }
    found
}
