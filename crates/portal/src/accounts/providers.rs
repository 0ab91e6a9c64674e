//! Signing in through a provider that vouches for somebody.

use super::{secret::Secret, sessions::Entrance, sign_in::acting, throttle::SIGN_IN_FROM};
use crate::{Error, Portal};
use chrono::TimeDelta;
use interlocal_identity::provider::{Provider, Return, Vouched};
use interlocal_mail::{Address, is_plain};
use interlocal_store::{Account, Deed, NewAccount, NewPassage, Tx};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Minutes for which somebody may be away at the provider.
const MINUTES: i64 = 10;
const KIND: &str = "provider";

/// What is kept while somebody is at the provider.
#[derive(Serialize, Deserialize)]
struct Away {
    provider: String,
    nonce: String,
    verifier: String,
    next: String,
}

/// A sign-in that began.
pub struct Departure {
    /// Where the browser goes.
    pub url: String,
    /// What it must bring back, in the address and in a cookie of its own.
    pub state: Secret,
}

/// A browser that came back from a provider.
#[derive(Clone, Debug, Default)]
pub struct Homecoming {
    /// The provider's name in the address.
    pub provider: String,
    /// The code it brings.
    pub code: String,
    /// The state in the address.
    pub state: String,
    /// The state in its cookie.
    pub cookie: String,
    /// The issuer in the address, where there is one.
    pub issuer: Option<String>,
    /// What the provider says went wrong, where it does.
    pub fault: Option<String>,
    /// What the browser calls itself.
    pub browser: String,
    /// The session that the browser showed.
    pub before: Option<Secret>,
}

/// Somebody has signed in through a provider.
pub struct Arrival {
    /// The secret of the session.
    pub session: Secret,
    /// Where they wanted to go.
    pub next: String,
}

impl Portal {
    /// Names and labels of the providers.
    pub fn providers(&self) -> Vec<(String, String)> {
        let providers = self.outside.providers.iter();
        providers
            .map(|provider| (provider.name().to_owned(), provider.label().to_owned()))
            .collect()
    }

    /// Where forms may lead on account of the providers.
    pub fn provider_origins(&self) -> Vec<String> {
        let providers = self.outside.providers.iter();
        providers.flat_map(|provider| provider.origins()).collect()
    }

    /// Finds the providers that are not known yet; one that does not answer is
    /// asked again later.
    pub(crate) async fn find_providers(&self) {
        for provider in &self.outside.providers {
            if let Err(fault) = provider.look().await {
                tracing::warn!(provider = provider.name(), %fault, "cannot be found now");
            }
        }
    }

    /// Begins to sign in through a provider; `next` is where to go afterwards.
    pub async fn depart(&self, name: &str, next: &str, from: &str) -> Result<Departure, Error> {
        self.may_sign_in()?;
        let provider = self.provider(name)?;
        self.throttle(&[(SIGN_IN_FROM, from)]).await?;
        let state = Secret::draw()?;
        let begun = provider.begin(state.expose(), &self.back_to(name)).await?;
        let away = Away {
            provider: name.to_owned(),
            nonce: begun.nonce,
            verifier: begun.verifier,
            next: next.to_owned(),
        };
        let content = serde_json::to_string(&away).map_err(|e| Error::Internal(e.to_string()))?;
        let tx = self.store.begin().await?;
        let passage = NewPassage {
            hash: &state.hash(),
            kind: KIND,
            subject: "",
            content: &content,
            ends_at: self.clock.now() + TimeDelta::minutes(MINUTES),
        };
        tx.add_passage(&passage).await?;
        tx.commit().await?;
        Ok(Departure {
            url: begun.url,
            state,
        })
    }

    /// Signs in whom the provider vouches for. The state is good once, and only in
    /// the browser that began.
    pub async fn come_home(&self, back: Homecoming) -> Result<Arrival, Error> {
        self.may_sign_in()?;
        let provider = self.provider(&back.provider)?;
        let state = Secret::shown(&back.state);
        if back.state.is_empty() || Secret::shown(&back.cookie).hash() != state.hash() {
            return Err(refused(
                "this browser did not begin it, or began another since",
            ));
        }
        let tx = self.store.begin().await?;
        let taken = tx
            .take_passage(&state.hash(), KIND, self.clock.now())
            .await?;
        tx.commit().await?;
        let taken = taken.ok_or_else(|| refused("it took too long, or was used before"))?;
        let away: Away =
            serde_json::from_str(&taken.content).map_err(|e| Error::Internal(e.to_string()))?;
        if away.provider != back.provider {
            return Err(refused("another provider was asked"));
        }
        if let Some(fault) = back.fault {
            tracing::info!(provider = provider.name(), %fault, "the provider did not vouch");
            return Err(refused("the provider did not let you in"));
        }
        let vouched = provider
            .finish(Return {
                code: &back.code,
                issuer: back.issuer.as_deref(),
                nonce: &away.nonce,
                verifier: &away.verifier,
                back_to: &self.back_to(provider.name()),
            })
            .await
            .map_err(|fault| not_believed(&provider, fault))?;
        let entrance = Entrance {
            browser: back.browser,
            way: provider.name().to_owned(),
            second_factor: false,
            provider: Some((provider.name().to_owned(), vouched.id_token.clone())),
        };
        let tx = self.store.begin().await?;
        let account = self.account_of(&tx, &vouched).await?;
        let session = self
            .enter(&tx, &account, &entrance, back.before.as_ref())
            .await?;
        tx.commit().await?;
        Ok(Arrival {
            session,
            next: away.next,
        })
    }

    /// The account that a provider's subject belongs to: the one it has, the one
    /// whose address the provider says is verified, or a new one.
    async fn account_of(&self, tx: &Tx, vouched: &Vouched) -> Result<Account, Error> {
        let identity = (vouched.issuer.as_str(), vouched.subject.as_str());
        if let Some(id) = tx.identity(identity.0, identity.1).await? {
            let account = tx.account(id).await?.ok_or(Error::NotFound)?;
            return open(account);
        }
        if !vouched.email_verified {
            return Err(refused(
                "the provider does not say that your address is verified, and another account \
                 may have it; sign up with the address, or ask whoever runs the provider",
            ));
        }
        let address: Address = vouched
            .email
            .parse()
            .map_err(|_| refused("the provider tells no address"))?;
        let now = self.clock.now();
        let account = match tx.account_by_email(address.as_str()).await? {
            Some(account) => open(account)?,
            None => {
                let name: String = vouched.name.trim().chars().take(100).collect();
                let new = NewAccount {
                    email: address.as_str(),
                    name: if is_plain(&name) { &name } else { "" },
                    password_hash: None,
                    confirmed_at: Some(now),
                    is_steward: false,
                };
                let id = tx.add_account(&new, now).await?;
                tx.account(id).await?.ok_or(Error::NotFound)?
            }
        };
        tx.link_identity(account.id, identity, now).await?;
        let deed = Deed {
            action: "link_identity",
            subject: &account.email,
            reason: &vouched.issuer,
            ..Deed::default()
        };
        tx.audit(now, &acting(&account), &deed).await?;
        Ok(account)
    }

    fn provider(&self, name: &str) -> Result<Arc<Provider>, Error> {
        let mut providers = self.outside.providers.iter();
        let found = providers.find(|provider| provider.name() == name);
        found.cloned().ok_or(Error::NotFound)
    }

    fn back_to(&self, name: &str) -> String {
        self.public_url().of(&format!("/auth/{name}/callback"))
    }
}

fn open(account: Account) -> Result<Account, Error> {
    match account.disabled_at {
        None => Ok(account),
        Some(_) => Err(refused("this account is closed")),
    }
}

fn refused(why: &str) -> Error {
    Error::field("", format!("You could not be signed in: {why}."))
}

fn not_believed(provider: &Provider, fault: interlocal_identity::Error) -> Error {
    tracing::warn!(provider = provider.name(), %fault, "a sign-in was not believed");
    match fault {
        interlocal_identity::Error::NotProved(_) => {
            refused("what the provider sent does not prove who you are; begin again")
        }
        other => other.into(),
    }
}
