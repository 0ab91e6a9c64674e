//! Who shows a token, and what it lets them do.

use crate::{
    Error, Portal,
    accounts::{public_url::Safety, secret::Secret},
};
use chrono::TimeDelta;
use interlocal_catalog::policy::{Actor, Person, Scope, Shown};
use interlocal_store::Token;
use std::sync::Arc;

/// Minutes after which the use of a token is noted again.
const NOTED_MINUTES: i64 = 5;

/// Whoever shows a token.
#[derive(Clone, Debug)]
pub struct Holder {
    /// In whose name it acts, limited to the scopes of the token.
    pub person: Arc<Person>,
    /// The token.
    pub token: Token,
}

impl Holder {
    /// As the policy knows them.
    pub fn actor(&self) -> Actor {
        Actor::Person(Arc::clone(&self.person))
    }

    /// Whether the token has a scope.
    pub fn may(&self, scope: Scope) -> bool {
        self.token.scopes.contains(&scope)
    }
}

impl Portal {
    /// Who shows this text as a token; none when it never was one, has ended, or its
    /// owner's account is closed. Over a connection that anybody can read, nobody.
    pub async fn holder(&self, text: &str) -> Result<Option<Holder>, Error> {
        if self.public_url().safety() == Safety::Open {
            return Ok(None);
        }
        let hash = Secret::shown(text).hash();
        let Some((token, account)) = self.store.token(&hash).await? else {
            return Ok(None);
        };
        let now = self.clock.now();
        if token.ends_at <= now || account.disabled_at.is_some() {
            return Ok(None);
        }
        let noted = token
            .used_at
            .is_some_and(|at| now - at < TimeDelta::minutes(NOTED_MINUTES));
        if !noted {
            let tx = self.store.begin().await?;
            tx.touch_token(token.id, now).await?;
            tx.commit().await?;
        }
        let has_factor = account.totp_confirmed_at.is_some();
        let mut person = self.person(account.clone()).await?;
        person.token = Some(Shown {
            name: token.name.clone(),
            scopes: token.scopes.clone(),
        });
        if self.lacking(&account, &person, has_factor).is_some() {
            person.roles.clear();
            person.steward = false;
        }
        Ok(Some(Holder {
            person: Arc::new(person),
            token,
        }))
    }
}
