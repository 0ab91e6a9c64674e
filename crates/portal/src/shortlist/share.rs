//! The secret link of a workspace.

use crate::{Error, Portal, accounts::secret::Secret};
use interlocal_catalog::policy::Actor;
use interlocal_store::Deed;

impl Portal {
    /// Makes a link with which anybody can read a workspace, or takes it back. A new
    /// one ends the one before.
    pub async fn link_workspace(&self, actor: &Actor, id: i32, open: bool) -> Result<(), Error> {
        let (_, body) = self.enter_workspace(actor, id).await?;
        let secret = if open { Some(Secret::draw()?) } else { None };
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        tx.link_workspace(id, secret.as_ref().map(Secret::expose), at)
            .await?;
        let deed = Deed {
            action: if open {
                "link_workspace"
            } else {
                "unlink_workspace"
            },
            subject: &id.to_string(),
            reason: "",
            body: Some(&body.id),
        };
        tx.audit(at, actor, &deed).await?;
        Ok(tx.commit().await?)
    }
}
