//! Invitations: a link that makes somebody a steward, or a member of a body.

use super::{
    secret::Secret,
    welcome::{Invited, Welcome},
};
use crate::{Error, Portal, desk::allowed::allow};
use chrono::TimeDelta;
use interlocal_catalog::{
    OrganizationId,
    policy::{self, Action, Actor, Role},
};
use interlocal_mail::Address;
use interlocal_store::{Deed, NewPassage, Tx};

/// Days for which an invitation holds.
pub const INVITATION_DAYS: i64 = 7;

/// What somebody is invited to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A portal steward.
    Steward,
    /// Somebody in a body.
    InBody(OrganizationId, Role),
}

impl Portal {
    /// Invites an address; gives the secret of the link, which is for them alone.
    pub async fn invite(
        &self,
        actor: &Actor,
        email: &Address,
        place: &Place,
    ) -> Result<Secret, Error> {
        self.may_invite(actor, place)?;
        let tx = self.store.begin().await?;
        let secret = self.invite_in(&tx, actor, email, place).await?;
        tx.commit().await?;
        Ok(secret)
    }

    /// Invites an address by mail; the link goes to them and nobody else sees it.
    pub async fn invite_by_mail(
        &self,
        actor: &Actor,
        email: &Address,
        place: &Place,
    ) -> Result<(), Error> {
        self.may_invite(actor, place)?;
        let tx = self.store.begin().await?;
        let secret = self.invite_in(&tx, actor, email, place).await?;
        let into = match place {
            Place::Steward => "to look after the portal as a steward".to_owned(),
            Place::InBody(body, role) => {
                format!("to {} as {}", self.body_name(body), role.word())
            }
        };
        let text = format!(
            "You are invited {into}, at {url}.\n\n\
             Open this link within {INVITATION_DAYS} days:\n{link}\n\n\
             If you do not expect this, do nothing.\n",
            url = self.public_url(),
            link = self.invitation_url(&secret),
        );
        self.queue_mail(&tx, email, "You are invited", &text)
            .await?;
        Ok(tx.commit().await?)
    }

    /// The address of an invitation.
    pub fn invitation_url(&self, secret: &Secret) -> String {
        self.public_url()
            .of(&format!("/invitations/{}", secret.expose()))
    }

    fn may_invite(&self, actor: &Actor, place: &Place) -> Result<(), Error> {
        match place {
            Place::Steward if policy::may(actor, Action::Appoint) => Ok(()),
            Place::Steward => Err(Error::NotFound),
            Place::InBody(body, _) => {
                let known = self.snapshot().directory.organization(body).is_some();
                allow(actor, Action::Administer(body))?;
                match known {
                    true => Ok(()),
                    false => Err(Error::NotFound),
                }
            }
        }
    }

    async fn invite_in(
        &self,
        tx: &Tx,
        actor: &Actor,
        email: &Address,
        place: &Place,
    ) -> Result<Secret, Error> {
        let now = self.clock.now();
        let secret = Secret::draw()?;
        let invited = Invited::to(email, place, actor.audit_name());
        let passage = NewPassage {
            hash: &secret.hash(),
            kind: Welcome::Invitation.word(),
            subject: email.as_str(),
            content: &invited.to_json()?,
            ends_at: now + TimeDelta::days(INVITATION_DAYS),
        };
        tx.add_passage(&passage).await?;
        let (body, role) = match place {
            Place::Steward => (None, "steward"),
            Place::InBody(body, role) => (Some(body), role.word()),
        };
        let deed = Deed {
            action: "invite",
            subject: email.as_str(),
            reason: role,
            body,
        };
        tx.audit(now, actor, &deed).await?;
        Ok(secret)
    }

    pub(crate) fn body_name(&self, body: &OrganizationId) -> String {
        self.snapshot().directory.organization_name(body).to_owned()
    }
}
