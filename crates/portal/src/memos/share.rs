//! The secret link of a frozen memo.

use super::Entered;
use crate::{Error, Portal, accounts::secret::Secret};
use interlocal_catalog::policy::Actor;
use interlocal_store::Deed;

impl Portal {
    /// Makes a link with which anybody can read a frozen memo, or takes it back. A
    /// new one ends the one before.
    pub async fn link_memo(&self, actor: &Actor, id: i32, open: bool) -> Result<(), Error> {
        let Entered { row, body } = self.enter_memo(actor, id).await?;
        if row.frozen.is_none() {
            return Err(Error::Conflict(
                "A memo can be shown by a link once it is frozen.".to_owned(),
            ));
        }
        let secret = if open { Some(Secret::draw()?) } else { None };
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        tx.link_memo(id, secret.as_ref().map(Secret::expose), at)
            .await?;
        let deed = Deed {
            action: if open { "link_memo" } else { "unlink_memo" },
            subject: &id.to_string(),
            reason: "",
            body: Some(&body.id),
        };
        tx.audit(at, actor, &deed).await?;
        Ok(tx.commit().await?)
    }
}
