//! Opening the link of an invitation or of a sign-up: who is new chooses a name
//! and a password, who has an account accepts with it.

use super::{
    invite::Place,
    secret::Secret,
    sessions::{Entrance, SignedIn},
    sign_in::acting,
};
use crate::{Error, Portal};
use interlocal_catalog::{OrganizationId, policy::Role};
use interlocal_identity::password;
use interlocal_mail::{Address, is_plain};
use interlocal_store::{AccountChange, Deed, NewAccount, Tx};
use serde::{Deserialize, Serialize};

/// Characters that a name has at most.
pub const LONGEST_NAME: usize = 100;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Welcome {
    /// Somebody invited them.
    Invitation,
    /// They asked for it.
    SignUp,
}

impl Welcome {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Welcome::Invitation => "invitation",
            Welcome::SignUp => "sign_up",
        }
    }
}

/// Who is invited to what, as a passage keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Invited {
    email: String,
    steward: bool,
    body: Option<OrganizationId>,
    role: Option<Role>,
    by: String,
}

impl Invited {
    pub(crate) fn by_themselves(email: &Address) -> Self {
        Self {
            email: email.to_string(),
            steward: false,
            body: None,
            role: None,
            by: String::new(),
        }
    }

    pub(crate) fn to(email: &Address, place: &Place, by: &str) -> Self {
        let (steward, body, role) = match place {
            Place::Steward => (true, None, None),
            Place::InBody(body, role) => (false, Some(body.clone()), Some(*role)),
        };
        Self {
            email: email.to_string(),
            steward,
            body,
            role,
            by: by.to_owned(),
        }
    }

    /// Whose address it is, and who sent it.
    pub(crate) fn names(self) -> (String, String) {
        (self.email, self.by)
    }

    pub(crate) fn to_json(&self) -> Result<String, Error> {
        serde_json::to_string(self).map_err(|e| Error::Internal(e.to_string()))
    }

    pub(crate) fn read(json: &str) -> Result<Self, Error> {
        serde_json::from_str(json).map_err(|e| Error::Internal(e.to_string()))
    }

    pub(crate) fn place(&self) -> Option<Place> {
        match (&self.body, self.role) {
            _ if self.steward => Some(Place::Steward),
            (Some(body), Some(role)) => Some(Place::InBody(body.clone(), role)),
            _ => None,
        }
    }
}

/// A link as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Whose address it is for.
    pub email: String,
    /// What they are invited to be; none for a sign-up.
    pub place: Option<Place>,
    /// The name of the body, where there is one.
    pub body_name: String,
    /// Whether the address has an account already.
    pub has_account: bool,
}

/// What somebody new chooses.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// The name as they want to be called; may be empty.
    pub name: String,
    /// The password.
    pub password: String,
    /// What the browser calls itself.
    pub browser: String,
    /// The session that the browser showed.
    pub before: Option<Secret>,
}

impl Portal {
    /// What a link is for; not found when it is over, was used, or never was.
    pub async fn opened(&self, kind: Welcome, secret: &Secret) -> Result<Opened, Error> {
        let hash = secret.hash();
        let found = self.store.passage(&hash, kind.word(), self.clock.now());
        let passage = found.await?.ok_or(Error::NotFound)?;
        let invited = Invited::read(&passage.content)?;
        let place = invited.place();
        let body_name = match &place {
            Some(Place::InBody(body, _)) => self.body_name(body),
            _ => String::new(),
        };
        Ok(Opened {
            has_account: self.store.account_by_email(&invited.email).await?.is_some(),
            email: invited.email,
            place,
            body_name,
        })
    }

    /// Makes the account of somebody new, confirmed, with what they were invited
    /// to, and signs it in.
    pub async fn choose(
        &self,
        kind: Welcome,
        secret: &Secret,
        chosen: Chosen,
    ) -> Result<Secret, Error> {
        self.may_sign_in()?;
        let opened = self.opened(kind, secret).await?;
        if opened.has_account {
            return Err(Error::SignInFirst);
        }
        let name = checked_name(&chosen.name)?;
        if let Some(fault) = password::fault(&chosen.password, &[&opened.email, &name]) {
            return Err(Error::field("password", fault));
        }
        let hash = password::hash(chosen.password).await?;
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let taken = tx.take_passage(&secret.hash(), kind.word(), now).await?;
        let invited = Invited::read(&taken.ok_or(Error::NotFound)?.content)?;
        let new = NewAccount {
            email: &invited.email,
            name: &name,
            password_hash: Some(&hash),
            confirmed_at: Some(now),
            is_steward: false,
        };
        let id = tx.add_account(&new, now).await?;
        self.give_place(&tx, id, &invited).await?;
        let account = tx.account(id).await?.ok_or(Error::NotFound)?;
        let entrance = Entrance {
            browser: chosen.browser,
            way: kind.word().to_owned(),
            ..Entrance::default()
        };
        let session = self
            .enter(&tx, &account, &entrance, chosen.before.as_ref())
            .await?;
        tx.commit().await?;
        Ok(session)
    }

    /// Accepts an invitation with the account that has signed in; it must be the
    /// one that was invited.
    pub async fn accept(&self, signed_in: &SignedIn, secret: &Secret) -> Result<(), Error> {
        let person = signed_in.complete()?;
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let kind = Welcome::Invitation.word();
        let taken = tx.take_passage(&secret.hash(), kind, now).await?;
        let invited = Invited::read(&taken.ok_or(Error::NotFound)?.content)?;
        if invited.email != person.email {
            return Err(Error::Conflict(format!(
                "This invitation is for {}; you have signed in as {}.",
                invited.email, person.email
            )));
        }
        self.give_place(&tx, person.id, &invited).await?;
        Ok(tx.commit().await?)
    }

    /// Gives an account what it was invited to; a role that it has and that is
    /// more stays.
    async fn give_place(&self, tx: &Tx, id: i32, invited: &Invited) -> Result<(), Error> {
        let now = self.clock.now();
        let Some(place) = invited.place() else {
            return Ok(());
        };
        let account = tx.account(id).await?.ok_or(Error::NotFound)?;
        let snapshot = self.whole();
        let (body, word) = match &place {
            Place::Steward => {
                let change = AccountChange {
                    is_steward: Some(true),
                    ..AccountChange::default()
                };
                tx.change_account(id, &change).await?;
                (None, "steward")
            }
            Place::InBody(body, role) => {
                let body = snapshot.directory.canonical(body);
                let before = tx.role_of(id, body).await?;
                if before.is_none_or(|before| before < *role) {
                    tx.set_role(id, body, *role, now).await?;
                }
                (Some(body), role.word())
            }
        };
        let deed = Deed {
            action: "accept_invitation",
            subject: &invited.email,
            reason: &format!("{word}, invited by {}", invited.by),
            body,
        };
        Ok(tx.audit(now, &acting(&account), &deed).await?)
    }
}

/// A name as it may be kept.
pub(crate) fn checked_name(name: &str) -> Result<String, Error> {
    let name = name.trim();
    if name.chars().count() > LONGEST_NAME {
        return Err(Error::field(
            "name",
            format!("take at most {LONGEST_NAME} characters"),
        ));
    }
    if !is_plain(name) {
        return Err(Error::field("name", "is one line"));
    }
    Ok(name.to_owned())
}
