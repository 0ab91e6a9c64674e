//! Facts that a source proposes: a person of the body confirms one, and it goes into a
//! draft with its source, or dismisses it.

use crate::{Error, Portal};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    offering::Status,
    policy::{Actor, Role},
};
use interlocal_store::{Draft, Proposal, Tx};

impl Portal {
    /// Proposals that wait for a body, with the slugs of their offerings.
    pub async fn proposals(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<Vec<(OfferingId, Proposal)>, Error> {
        self.look_at_desk(actor, body, Role::Editor)?;
        Ok(self.store.proposals_for(body).await?)
    }

    /// Takes a proposed fact into a draft of its offering, which begins where there is
    /// none; gives the slug.
    pub async fn confirm_proposal(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        id: i32,
    ) -> Result<OfferingId, Error> {
        self.enter_desk(actor, body, Role::Editor)?;
        let (at, by) = (self.clock.now(), actor.person().map(|person| person.id));
        let tx = self.store.begin().await?;
        let (slug, proposal) = self.proposal_of(&tx, body, id).await?;
        let row = tx.offering(&slug).await?.ok_or(Error::NotFound)?;
        if row.status == Status::Withdrawn {
            return Err(Error::Conflict("The listing was withdrawn.".to_owned()));
        }
        let draft = match tx.draft(row.id).await? {
            Some(draft) => draft,
            None => {
                let editions = self.store.editions(row.edition.as_slice()).await?;
                let edition = editions.into_iter().next().ok_or(Error::NotFound)?;
                tx.begin_draft(row.id, &edition.content, by, at).await?;
                tx.draft(row.id).await?.ok_or(Error::NotFound)?
            }
        };
        if draft.stage.status != Status::Draft {
            return Err(Error::Conflict(
                "The draft of this listing is with a reviewer. Take it back from review first."
                    .to_owned(),
            ));
        }
        let mut content = draft.content.clone();
        let product = format!(": {}", plain(&proposal.product));
        content
            .frameworks
            .retain(|known| !(known.starts_with("FedRAMP ") && known.ends_with(&product)));
        content.frameworks.push(proposal.fact.clone());
        if !content.source_words.contains(&proposal.evidence) {
            if !content.source_words.is_empty() {
                content.source_words.push_str("; ");
            }
            content.source_words.push_str(&proposal.evidence);
        }
        let draft = Draft {
            content,
            edited_by: by,
            ..draft
        };
        tx.write_draft(&draft, at).await?;
        tx.decide_proposal(id, "confirmed", at).await?;
        self.write_down(&tx, actor, body, &slug, "confirm_proposal", &proposal.fact)
            .await?;
        tx.commit().await?;
        Ok(slug)
    }

    /// Lets a proposed fact be; it comes again only when its source says something else.
    pub async fn dismiss_proposal(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        id: i32,
    ) -> Result<(), Error> {
        self.enter_desk(actor, body, Role::Editor)?;
        let tx = self.store.begin().await?;
        let (slug, proposal) = self.proposal_of(&tx, body, id).await?;
        tx.decide_proposal(id, "dismissed", self.clock.now())
            .await?;
        self.write_down(&tx, actor, body, &slug, "dismiss_proposal", &proposal.fact)
            .await?;
        Ok(tx.commit().await?)
    }

    /// A proposal that waits for a body; another body's is not found.
    async fn proposal_of(
        &self,
        tx: &Tx,
        body: &OrganizationId,
        id: i32,
    ) -> Result<(OfferingId, Proposal), Error> {
        let proposal = tx.waiting_proposal(id).await?.ok_or(Error::NotFound)?;
        let row = tx.offering_by_row(proposal.offering).await?;
        let row = row.filter(|row| row.provider == *body);
        Ok((row.ok_or(Error::NotFound)?.slug, proposal))
    }
}

/// A name as it stands in a fact.
fn plain(name: &str) -> String {
    let name = name.replace(',', " ");
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
