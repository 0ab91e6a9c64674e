//! Looking after accounts: finding them, making stewards, closing accounts.

use crate::{Error, Portal, gate};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OrganizationId,
    policy::{Actor, Role},
};
use interlocal_store::{Account, Deed, Tx};

/// An account as a steward sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonRow {
    /// Its row.
    pub id: i32,
    /// The address.
    pub email: String,
    /// The name; may be empty.
    pub name: String,
    /// Whether the address is confirmed.
    pub confirmed: bool,
    /// Whether it is a portal steward.
    pub steward: bool,
    /// When it was closed.
    pub disabled_at: Option<DateTime<Utc>>,
    /// The bodies it belongs to, with names and roles.
    pub bodies: Vec<(OrganizationId, String, Role)>,
}

impl Portal {
    /// How many accounts have an address with these letters, and a piece of them; the
    /// stewards where none are given.
    pub async fn find_people(
        &self,
        actor: &Actor,
        letters: &str,
        piece: (usize, usize),
    ) -> Result<(u64, Vec<PersonRow>), Error> {
        gate::oversee(actor)?;
        let letters = letters.trim();
        let found = self.store.find_accounts(letters, letters.is_empty(), piece);
        let (total, found) = found.await?;
        let ids: Vec<i32> = found.iter().map(|account| account.id).collect();
        let roles = self.store.memberships_of(&ids).await?;
        let snapshot = self.snapshot();
        let rows = found.into_iter().map(|account| PersonRow {
            bodies: roles
                .iter()
                .filter(|(person, ..)| *person == account.id)
                .map(|(_, body, role)| {
                    let name = snapshot.directory.organization_name(body);
                    (body.clone(), name.to_owned(), *role)
                })
                .collect(),
            id: account.id,
            email: account.email,
            name: account.name,
            confirmed: account.confirmed_at.is_some(),
            steward: account.is_steward,
            disabled_at: account.disabled_at,
        });
        Ok((total, rows.collect()))
    }

    /// Makes somebody a steward, or no longer; the portal keeps one.
    pub async fn make_steward(
        &self,
        actor: &Actor,
        person: i32,
        is_steward: bool,
    ) -> Result<(), Error> {
        gate::appoint(actor)?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let account = tx.account(person).await?.ok_or(Error::NotFound)?;
        if account.is_steward == is_steward {
            return Ok(());
        }
        if is_steward && account.disabled_at.is_some() {
            return Err(Error::Conflict("the account is closed".to_owned()));
        }
        if !is_steward {
            keep_a_steward(&tx, &account).await?;
        }
        tx.set_steward(person, is_steward).await?;
        let deed = Deed {
            action: if is_steward {
                "make_steward"
            } else {
                "unmake_steward"
            },
            subject: &account.email,
            ..Deed::default()
        };
        tx.audit(at, actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    /// Closes an account and ends its sessions, or opens it again.
    pub async fn shut_account(
        &self,
        actor: &Actor,
        person: i32,
        closed: bool,
    ) -> Result<(), Error> {
        gate::steward(actor)?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let account = tx.account(person).await?.ok_or(Error::NotFound)?;
        if account.disabled_at.is_some() == closed {
            return Ok(());
        }
        if closed {
            keep_a_steward(&tx, &account).await?;
            tx.end_sessions(person).await?;
        }
        tx.set_disabled(person, closed.then_some(at)).await?;
        let deed = Deed {
            action: if closed {
                "shut_account"
            } else {
                "reopen_account"
            },
            subject: &account.email,
            ..Deed::default()
        };
        tx.audit(at, actor, &deed).await?;
        Ok(tx.commit().await?)
    }
}

async fn keep_a_steward(tx: &Tx, account: &Account) -> Result<(), Error> {
    let acts = account.is_steward && account.disabled_at.is_none();
    if acts && tx.steward_count().await? < 2 {
        return Err(Error::Conflict(
            "the portal keeps at least one steward: make somebody else one first".to_owned(),
        ));
    }
    Ok(())
}
