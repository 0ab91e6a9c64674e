//! A confirmed address on a domain that was approved for a body joins it at once,
//! as a member only.

use crate::{Error, Portal};
use interlocal_catalog::{
    OrganizationId,
    email_domain::EmailDomain,
    policy::{Actor, Role},
};
use interlocal_store::{Deed, Tx};

impl Portal {
    /// Lets a person in by the domain of the address, inside the transaction that
    /// confirmed it or signed them in; gives the body. Who was taken out of it, is in
    /// it already, or has an address that is not confirmed stays as they are.
    pub(crate) async fn join_by_domain(
        &self,
        tx: &Tx,
        person: i32,
    ) -> Result<Option<OrganizationId>, Error> {
        let Some(account) = tx.account(person).await? else {
            return Ok(None);
        };
        if account.confirmed_at.is_none() || account.disabled_at.is_some() {
            return Ok(None);
        }
        let Some(domain) = EmailDomain::of_address(&account.email) else {
            return Ok(None);
        };
        let Some(body) = tx.body_of_domain(&domain).await? else {
            return Ok(None);
        };
        let people = tx.roles_in(&body).await?;
        if people.iter().any(|(id, _)| *id == person) || tx.was_removed(person, &body).await? {
            return Ok(None);
        }
        let at = self.clock.now();
        tx.set_role(person, &body, Role::Member, at).await?;
        let reason = format!("a confirmed address on {domain}");
        let deed = Deed {
            action: "join_by_domain",
            subject: &account.email,
            reason: &reason,
            body: Some(&body),
        };
        tx.audit(at, &Actor::Portal, &deed).await?;
        Ok(Some(body))
    }
}
