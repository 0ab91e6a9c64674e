//! What a member thinks of an option.

use super::own::LONGEST_NOTE;
use crate::{Error, FieldFault, Portal, gate};
use interlocal_catalog::{policy::Actor, weighing::Opinion};
use interlocal_store::Deed;

impl Portal {
    /// Says what somebody thinks of an option, in the place of what they thought.
    pub async fn say_in_workspace(
        &self,
        actor: &Actor,
        (id, item): (i32, i32),
        opinion: Opinion,
        comment: &str,
    ) -> Result<(), Error> {
        let (_, body) = self.enter_workspace(actor, id).await?;
        let person = gate::person(actor)?;
        if comment.chars().count() > LONGEST_NOTE {
            return Err(Error::Invalid(vec![FieldFault {
                field: format!("comment-{item}"),
                message: format!("Say it in {LONGEST_NOTE} letters or fewer"),
            }]));
        }
        let items = self.store.workspace_items(id).await?;
        if !items.iter().any(|known| known.id == item) {
            return Err(Error::NotFound);
        }
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        tx.say_in_workspace(item, person.id, (opinion, comment.trim()), at)
            .await?;
        let deed = Deed {
            action: "say_in_workspace",
            subject: &id.to_string(),
            reason: opinion.word(),
            body: Some(&body.id),
        };
        tx.audit(at, actor, &deed).await?;
        Ok(tx.commit().await?)
    }
}
