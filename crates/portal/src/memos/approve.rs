//! Approving a memo, or declining it, under one's own name.

use super::{CHANGED, Entered};
use crate::{Error, FieldFault, Portal, gate};
use interlocal_catalog::{memo::Decision, policy::Actor};
use interlocal_store::{Approval, Deed};

/// Letters that a name may have.
const LONGEST_NAME: usize = 120;
/// Letters that a comment may have.
const LONGEST: usize = 2_000;

/// What somebody says of a memo.
#[derive(Clone, Debug)]
pub struct Say {
    /// The version of the draft that they had before them.
    pub version: i32,
    /// Their name as they typed it.
    pub name: String,
    /// Whether they approve.
    pub decision: Decision,
    /// Their words.
    pub comment: String,
}

impl Portal {
    /// Says of a memo what somebody thinks, in the place of what they said before.
    pub async fn approve_memo(&self, actor: &Actor, id: i32, say: Say) -> Result<(), Error> {
        let Entered { row, body } = self.enter_draft(actor, id).await?;
        let person = gate::person(actor)?;
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: String| {
            faults.push(FieldFault {
                field: field.to_owned(),
                message,
            });
        };
        let name = say.name.trim();
        if name.is_empty() {
            fault("name", "Type your name".to_owned());
        }
        if name.chars().count() > LONGEST_NAME {
            fault("name", format!("May have {LONGEST_NAME} letters at most"));
        }
        if say.comment.chars().count() > LONGEST {
            fault("comment", format!("Say it in {LONGEST} letters or fewer"));
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let now = tx.memo(id).await?.ok_or(Error::NotFound)?;
        if now.version != say.version || now.version != row.version || now.frozen.is_some() {
            return Err(Error::Conflict(CHANGED.to_owned()));
        }
        let approval = Approval {
            person: person.id,
            name: name.to_owned(),
            decision: say.decision,
            comment: say.comment.trim().to_owned(),
            given_at: at,
            version: say.version,
        };
        tx.approve_memo(id, &approval).await?;
        let deed = Deed {
            action: match say.decision {
                Decision::Approved => "approve_memo",
                Decision::Declined => "decline_memo",
            },
            subject: &id.to_string(),
            reason: &approval.comment,
            body: Some(&body.id),
        };
        tx.audit(at, actor, &deed).await?;
        Ok(tx.commit().await?)
    }
}
