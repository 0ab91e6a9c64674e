//! Making, listing and taking back tokens.

use crate::{
    Error, FieldFault, Portal,
    accounts::{secret::Secret, sessions::SignedIn},
    gate,
};
use chrono::TimeDelta;
use interlocal_catalog::policy::{Actor, Scope};
use interlocal_store::{Deed, NewToken, Token};
use std::collections::BTreeSet;

/// The longest life of a token, in days.
pub const LONGEST_DAYS: i64 = 365;
/// Letters of the longest name.
pub const LONGEST_NAME: usize = 80;
/// Tokens that one person may have at a time.
const MOST: u64 = 50;
/// With what the text of a token begins, so that it is known for what it is wherever
/// it turns up.
pub const MARK: &str = "ilp_";

/// A token that somebody wants.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// What they call it.
    pub name: String,
    /// What it is to let its holder do; reading is always part of it.
    pub scopes: BTreeSet<Scope>,
    /// Days until it ends.
    pub days: i64,
}

impl Portal {
    /// The tokens of the person that have not ended, the newest first.
    pub async fn own_tokens(&self, signed_in: &SignedIn) -> Result<Vec<Token>, Error> {
        signed_in.complete()?;
        self.read_tokens(&signed_in.actor()).await
    }

    /// The tokens of who asks, at a browser or by one of them.
    pub async fn read_tokens(&self, actor: &Actor) -> Result<Vec<Token>, Error> {
        let person = gate::person(actor)?;
        let now = self.clock.now();
        let mut tokens = self.store.tokens_of(person.id).await?;
        tokens.retain(|token| token.ends_at > now);
        Ok(tokens)
    }

    /// Makes a token of the person; gives its text, which is never shown again.
    pub async fn make_token(&self, signed_in: &SignedIn, wanted: &Wanted) -> Result<String, Error> {
        let person = signed_in.complete()?;
        let name = wanted.name.trim();
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: String| {
            faults.push(FieldFault {
                field: field.to_owned(),
                message,
            });
        };
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            fault(
                "name",
                format!("Say what it is for, in {LONGEST_NAME} letters or fewer"),
            );
        }
        if !(1..=LONGEST_DAYS).contains(&wanted.days) {
            fault("days", format!("Choose 1 to {LONGEST_DAYS} days"));
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let mut scopes = wanted.scopes.clone();
        scopes.insert(Scope::Read);
        let text = format!("{MARK}{}", Secret::draw()?.expose());
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        if tx.token_count(person.id, now).await? >= MOST {
            return Err(Error::field(
                "name",
                format!("You have {MOST} tokens; revoke one that you no longer need"),
            ));
        }
        let new = NewToken {
            person: person.id,
            name,
            hash: &Secret::shown(&text).hash(),
            scopes: &scopes,
            ends_at: now + TimeDelta::days(wanted.days),
        };
        tx.add_token(&new, now).await?;
        let words: Vec<&str> = scopes.iter().map(|scope| scope.word()).collect();
        let deed = Deed {
            action: "make_token",
            subject: name,
            reason: &format!("{} for {} days", words.join(", "), wanted.days),
            body: None,
        };
        tx.audit(now, &signed_in.actor(), &deed).await?;
        tx.commit().await?;
        Ok(text)
    }

    /// Takes a token of the person away; another's is not found.
    pub async fn revoke_token(&self, signed_in: &SignedIn, id: i32) -> Result<(), Error> {
        let person = signed_in.complete()?;
        let tx = self.store.begin().await?;
        let token = tx.revoke_token(person.id, id).await?;
        let token = token.ok_or(Error::NotFound)?;
        let deed = Deed {
            action: "revoke_token",
            subject: &token.name,
            ..Deed::default()
        };
        tx.audit(self.clock.now(), &signed_in.actor(), &deed)
            .await?;
        Ok(tx.commit().await?)
    }
}
