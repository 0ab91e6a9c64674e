//! Handing a draft in, and taking it back from review.

use crate::{Error, FieldFault, Portal};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    editing::Part,
    lifecycle::{self, Transition},
    offering::Content,
    policy::{Actor, Role},
};
use interlocal_store::{Draft, Stage};

impl Portal {
    /// What still keeps a draft from being handed in: the step, and why.
    pub fn missing(&self, draft: &Draft) -> Vec<(Part, String)> {
        let mut missing: Vec<(Part, String)> = draft
            .unread
            .keys()
            .map(|part| (*part, "has words that could not be read".to_owned()))
            .collect();
        missing.extend(absent(&draft.content));
        if let Err(Error::Invalid(faults)) = self.check(&draft.content) {
            missing.extend(faults.into_iter().map(|fault| (Part::What, fault.message)));
        }
        missing.sort_by_key(|(part, _)| *part);
        missing
    }

    /// Hands a draft to a reviewer.
    pub async fn submit_draft(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
        version: i32,
    ) -> Result<(), Error> {
        self.enter_desk(actor, body, Role::Editor)?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let (_, draft) = self.draft_of(&tx, body, slug, version).await?;
        let status = lifecycle::next(draft.stage.status, &Transition::Submit)?;
        let missing = self.missing(&draft);
        if !missing.is_empty() {
            let faults = missing.into_iter().map(|(part, why)| FieldFault {
                field: part.word().to_owned(),
                message: format!("{}: {why}", part.label()),
            });
            return Err(Error::Invalid(faults.collect()));
        }
        let stage = Stage {
            submitted_by: actor.person().map(|person| person.id),
            submitted_at: Some(at),
            ..Stage::at(status)
        };
        tx.move_draft(&draft, &stage).await?;
        self.write_down(&tx, actor, body, slug, "submit", "")
            .await?;
        Ok(tx.commit().await?)
    }

    /// Takes a draft back from review, to go on writing.
    pub async fn take_back_draft(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
        version: i32,
    ) -> Result<(), Error> {
        self.enter_desk(actor, body, Role::Editor)?;
        let tx = self.store.begin().await?;
        let (_, draft) = self.draft_of(&tx, body, slug, version).await?;
        let status = lifecycle::next(draft.stage.status, &Transition::TakeBack)?;
        tx.move_draft(&draft, &Stage::at(status)).await?;
        self.write_down(&tx, actor, body, slug, "take_back", "")
            .await?;
        Ok(tx.commit().await?)
    }
}

/// What every listing must say.
fn absent(content: &Content) -> Vec<(Part, String)> {
    let mut missing = Vec::new();
    if content.summary.trim().is_empty() {
        missing.push((Part::What, "say in a few sentences what it is".to_owned()));
    }
    if content.rules.is_empty() {
        missing.push((Part::Who, "say who can use it".to_owned()));
    }
    let term = content.term;
    if let (Some(first), Some(last)) = (term.starts_on, term.ends_on)
        && last < first
    {
        missing.push((Part::Dates, "it ends before it starts".to_owned()));
    }
    missing
}
