//! The account of somebody who has signed in: what it shows of itself, its name,
//! its sessions.

use super::{
    sessions::{SignedIn, is_over},
    welcome::checked_name,
};
use crate::{Error, Portal, gate};
use interlocal_catalog::{
    OrganizationId,
    policy::{self, Action, Actor, Role},
};
use interlocal_store::{Account, AccountChange, Deed, Session};
use serde_json::{Value, json};

/// An account as its owner sees it.
#[derive(Clone, Debug)]
pub struct OwnAccount {
    /// The account.
    pub account: Account,
    /// The bodies it belongs to, with their names.
    pub roles: Vec<(OrganizationId, String, Role)>,
    /// Its sessions, the last used first.
    pub sessions: Vec<Session>,
    /// The issuers that vouch for it.
    pub issuers: Vec<String>,
    /// Recovery codes that are left.
    pub recovery_codes: u64,
}

impl Portal {
    /// The account of the person.
    pub async fn own_account(&self, signed_in: &SignedIn) -> Result<OwnAccount, Error> {
        let id = signed_in.complete()?.id;
        let now = self.clock.now();
        let mut sessions = self.store.sessions_of(id).await?;
        sessions.retain(|session| !is_over(session, now));
        let roles = self.store.roles_of(id).await?.into_iter();
        Ok(OwnAccount {
            account: self.store.account(id).await?.ok_or(Error::NotFound)?,
            roles: roles
                .map(|(body, role)| {
                    let name = self.body_name(&body);
                    (body, name, role)
                })
                .collect(),
            sessions,
            issuers: self
                .store
                .identities_of(id)
                .await?
                .into_iter()
                .map(|(issuer, _)| issuer)
                .collect(),
            recovery_codes: self.store.recovery_codes_left(id).await?,
        })
    }

    /// The sessions of who asks, at a browser or by a token, that have not ended.
    pub async fn own_sessions(&self, actor: &Actor) -> Result<Vec<Session>, Error> {
        let id = gate::person(actor)?.id;
        let now = self.clock.now();
        let mut sessions = self.store.sessions_of(id).await?;
        sessions.retain(|session| !is_over(session, now));
        Ok(sessions)
    }

    /// Changes the name of the person.
    pub async fn rename(&self, signed_in: &SignedIn, name: &str) -> Result<(), Error> {
        let person = signed_in.complete()?;
        let name = checked_name(name)?;
        let tx = self.store.begin().await?;
        let change = AccountChange {
            name: Some(&name),
            ..AccountChange::default()
        };
        tx.change_account(person.id, &change).await?;
        Ok(tx.commit().await?)
    }

    /// Everything the portal keeps about the person, for them to take away. Hashes
    /// and keys are left out: they would only help somebody else.
    pub async fn own_data(&self, signed_in: &SignedIn) -> Result<Value, Error> {
        let own = self.own_account(signed_in).await?;
        let sessions = own.sessions.iter().map(|session| {
            json!({
                "browser": session.browser,
                "way": session.way,
                "begun_at": session.begun_at,
                "seen_at": session.seen_at,
                "ends_at": session.ends_at,
            })
        });
        let mut shortlist = Vec::new();
        for star in self.store.shortlist_of(own.account.id).await? {
            if let Some(offering) = self.store.offering_by_row(star.offering).await? {
                shortlist.push(json!({"offering": offering.slug, "note": star.note}));
            }
        }
        let tokens = self.store.tokens_of(own.account.id).await?;
        let tokens = tokens.iter().map(|token| {
            json!({
                "name": token.name,
                "scopes": token.scopes,
                "made_at": token.made_at,
                "ends_at": token.ends_at,
                "used_at": token.used_at,
            })
        });
        let roles = own
            .roles
            .iter()
            .map(|(body, name, role)| json!({"organization": body, "name": name, "role": role}));
        Ok(json!({
            "email": own.account.email,
            "name": own.account.name,
            "created_at": own.account.created_at,
            "confirmed_at": own.account.confirmed_at,
            "steward": own.account.is_steward,
            "second_factor_since": own.account.totp_confirmed_at,
            "issuers": own.issuers,
            "roles": roles.collect::<Vec<_>>(),
            "shortlist": shortlist,
            "tokens": tokens.collect::<Vec<_>>(),
            "sessions": sessions.collect::<Vec<_>>(),
        }))
    }

    /// Takes an account out of use, or lets it in again; for the command line.
    pub async fn set_disabled(
        &self,
        actor: &Actor,
        email: &str,
        disabled: bool,
    ) -> Result<(), Error> {
        if !policy::may(actor, Action::Steward) {
            return Err(Error::NotFound);
        }
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let account = tx.account_by_email(email).await?.ok_or(Error::NotFound)?;
        let change = AccountChange {
            disabled_at: Some(disabled.then_some(now)),
            ..AccountChange::default()
        };
        tx.change_account(account.id, &change).await?;
        tx.end_sessions(account.id).await?;
        let deed = Deed {
            action: if disabled {
                "disable_account"
            } else {
                "enable_account"
            },
            subject: email,
            ..Deed::default()
        };
        tx.audit(now, actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    /// Ends every session of an account; for the command line.
    pub async fn end_sessions_of(&self, actor: &Actor, email: &str) -> Result<(), Error> {
        if !policy::may(actor, Action::Steward) {
            return Err(Error::NotFound);
        }
        let tx = self.store.begin().await?;
        let account = tx.account_by_email(email).await?.ok_or(Error::NotFound)?;
        tx.end_sessions(account.id).await?;
        let deed = Deed {
            action: "end_sessions",
            subject: email,
            ..Deed::default()
        };
        tx.audit(self.clock.now(), actor, &deed).await?;
        Ok(tx.commit().await?)
    }
}
