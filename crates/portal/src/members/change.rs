//! Giving a member another role, or none. A body keeps an administrator, unless a
//! steward takes the last one away.

use crate::{Error, Portal};
use interlocal_catalog::{
    OrganizationId,
    membership::keeps_administrator,
    policy::{self, Action, Actor, Role},
};
use interlocal_store::{Deed, Tx};

impl Portal {
    /// Gives a member of the body another role.
    pub async fn change_role(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        person: i32,
        role: Role,
    ) -> Result<(), Error> {
        self.administered(actor, body)?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let (email, before) = member(&tx, body, person).await?;
        if before == role {
            return Ok(());
        }
        keep(&tx, actor, (body, person), Some(role)).await?;
        tx.set_role(person, body, role, at).await?;
        let reason = format!("{} to {}", before.word(), role.word());
        let deed = Deed {
            action: "change_role",
            subject: &email,
            reason: &reason,
            body: Some(body),
        };
        tx.audit(at, actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    /// Takes a member out of the body; an approved domain does not bring them back.
    pub async fn remove_member(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        person: i32,
    ) -> Result<(), Error> {
        self.administered(actor, body)?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let (email, before) = member(&tx, body, person).await?;
        keep(&tx, actor, (body, person), None).await?;
        tx.remove_role(person, body).await?;
        tx.note_removal(person, body, at).await?;
        let deed = Deed {
            action: "remove_member",
            subject: &email,
            reason: before.word(),
            body: Some(body),
        };
        tx.audit(at, actor, &deed).await?;
        Ok(tx.commit().await?)
    }
}

/// The address and role of somebody of the body; of anybody else nothing is known here.
async fn member(tx: &Tx, body: &OrganizationId, person: i32) -> Result<(String, Role), Error> {
    let role = tx
        .roles_in(body)
        .await?
        .into_iter()
        .find_map(|(id, role)| (id == person).then_some(role))
        .ok_or(Error::NotFound)?;
    let account = tx.account(person).await?.ok_or(Error::NotFound)?;
    Ok((account.email, role))
}

async fn keep(
    tx: &Tx,
    actor: &Actor,
    (body, person): (&OrganizationId, i32),
    role: Option<Role>,
) -> Result<(), Error> {
    if policy::may(actor, Action::Steward) {
        return Ok(());
    }
    let mut acting = Vec::new();
    for (id, role) in tx.roles_in(body).await? {
        let account = tx.account(id).await?;
        let can_act = account.is_some_and(|account| account.disabled_at.is_none());
        if can_act || id == person {
            acting.push((id, role));
        }
    }
    if keeps_administrator(&acting, person, role) {
        Ok(())
    } else {
        Err(Error::Conflict(
            "a body keeps at least one administrator: make somebody else one first".to_owned(),
        ))
    }
}
