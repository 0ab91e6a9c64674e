//! Deciding who asks to belong to a body: granted as a member only, or refused
//! with a word.

use crate::{Error, Portal};
use interlocal_catalog::{
    OrganizationId,
    policy::{Actor, Role},
};
use interlocal_store::{Decision, Deed, Wanted};

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer<'a> {
    /// They belong to it, as members.
    Grant,
    /// They do not, and why.
    Refuse(&'a str),
}

impl Portal {
    /// Decides a request to join the body.
    pub async fn decide_member_request(
        &self,
        actor: &Actor,
        (body, request): (&OrganizationId, i32),
        answer: Answer<'_>,
    ) -> Result<(), Error> {
        let found = self.administered(actor, body)?;
        let words = words_of(answer)?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let request = tx
            .open_body_request(request)
            .await?
            .filter(|request| request.wanted == Wanted::Body(body.clone()))
            .ok_or(Error::NotFound)?;
        let account = tx.account(request.person).await?.ok_or(Error::NotFound)?;
        let granted = answer == Answer::Grant;
        let belongs = tx.roles_in(body).await?;
        let belongs = belongs.iter().any(|(person, _)| *person == account.id);
        if granted && !belongs {
            tx.set_role(account.id, body, Role::Member, at).await?;
            tx.forget_removal(account.id, body).await?;
        }
        let decision = Decision {
            at,
            granted,
            by: actor.audit_name().to_owned(),
            words: words.to_owned(),
        };
        tx.decide_request(&request, &decision).await?;
        let deed = Deed {
            action: if granted {
                "grant_membership"
            } else {
                "refuse_membership"
            },
            subject: &account.email,
            reason: words,
            body: Some(body),
        };
        tx.audit(at, actor, &deed).await?;
        self.tell_decision(&tx, &account.email, (&found.name, &decision))
            .await?;
        Ok(tx.commit().await?)
    }
}

/// The words of a refusal, which has some; none of a grant.
pub(crate) fn words_of(answer: Answer<'_>) -> Result<&str, Error> {
    match answer {
        Answer::Grant => Ok(""),
        Answer::Refuse(words) if words.trim().is_empty() => Err(Error::field(
            "words",
            "say why not: the person reads it, and may ask again",
        )),
        Answer::Refuse(words) => Ok(words.trim()),
    }
}
