//! Invitations into a body that nobody has taken yet, and taking one back.

use crate::{
    Error, Portal,
    accounts::{
        invite::Place,
        welcome::{Invited, Welcome},
    },
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
    /// As what.
    pub role: Role,
    /// Who sent it.
    pub by: String,
    /// Until when it holds.
    pub ends_at: DateTime<Utc>,
}

impl Portal {
    /// The invitations into a body that hold still, the first to end first.
    pub(super) async fn open_invitations(
        &self,
        body: &OrganizationId,
    ) -> Result<Vec<OpenInvitation>, Error> {
        let kind = Welcome::Invitation.word();
        let kept = self.store.passages(kind, self.clock.now()).await?;
        let mut open = Vec::new();
        for passage in kept {
            let invited = Invited::read(&passage.passage.content)?;
            let Some(Place::InBody(into, role)) = invited.place() else {
                continue;
            };
            if into == *body {
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
            reason: invitation.role.word(),
            body: Some(body),
        };
        tx.audit(self.clock.now(), actor, &deed).await?;
        Ok(tx.commit().await?)
    }
}
