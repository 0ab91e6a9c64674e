//! Invitations into a body that nobody has taken yet, and taking one back.

use crate::{
    Error, Portal,
    accounts::{
        invite::Place,
        welcome::{Invited, Welcome},
    },
    gate,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OrganizationId,
    policy::{Actor, Role},
};
use interlocal_store::Deed;

/// Somebody who is invited and has not come yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenInvitation {
    /// What names it: the hash of its secret.
    pub id: String,
    /// The address that was invited.
    pub email: String,
    /// As what; none is a portal steward.
    pub role: Option<Role>,
    /// Who sent it.
    pub by: String,
    /// Until when it holds.
    pub ends_at: DateTime<Utc>,
}

impl Portal {
    /// The invitations to be a steward that hold still, for a steward.
    pub async fn steward_invitations(&self, actor: &Actor) -> Result<Vec<OpenInvitation>, Error> {
        gate::oversee(actor)?;
        self.open_invitations(None).await
    }

    /// Takes an invitation to be a steward back.
    pub async fn take_back_steward_invitation(&self, actor: &Actor, id: &str) -> Result<(), Error> {
        gate::appoint(actor)?;
        self.end_invitation(actor, None, id).await
    }

    /// The invitations into a body, or to be a steward, that hold still; the first to
    /// end first.
    pub(super) async fn open_invitations(
        &self,
        body: Option<&OrganizationId>,
    ) -> Result<Vec<OpenInvitation>, Error> {
        let kind = Welcome::Invitation.word();
        let kept = self.store.passages(kind, self.clock.now()).await?;
        let mut open = Vec::new();
        for passage in kept {
            let invited = Invited::read(&passage.passage.content)?;
            let (into, role) = match invited.place() {
                Some(Place::InBody(into, role)) => (Some(into), Some(role)),
                Some(Place::Steward) => (None, None),
                None => continue,
            };
            if into.as_ref() == body {
                let (email, by) = invited.names();
                open.push(OpenInvitation {
                    id: passage.hash,
                    email,
                    role,
                    by,
                    ends_at: passage.passage.ends_at,
                });
            }
        }
        Ok(open)
    }

    /// Takes an invitation into a body back: its link leads nowhere any more.
    pub async fn take_back_invitation(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        id: &str,
    ) -> Result<(), Error> {
        self.administered(actor, body)?;
        self.end_invitation(actor, Some(body), id).await
    }

    async fn end_invitation(
        &self,
        actor: &Actor,
        body: Option<&OrganizationId>,
        id: &str,
    ) -> Result<(), Error> {
        let open = self.open_invitations(body).await?;
        let invitation = open.into_iter().find(|one| one.id == id);
        let invitation = invitation.ok_or(Error::NotFound)?;
        let tx = self.store.begin().await?;
        if !tx.end_passage(id, Welcome::Invitation.word()).await? {
            return Err(Error::NotFound);
        }
        let deed = Deed {
            action: "take_back_invitation",
            subject: &invitation.email,
            reason: invitation.role.map_or("steward", Role::word),
            body,
        };
        tx.audit(self.clock.now(), actor, &deed).await?;
        Ok(tx.commit().await?)
    }
}
