//! What was done to a thing, as the audit log has it.

use crate::{Error, Store, entity::audit};
use chrono::{DateTime, Utc};
use interlocal_catalog::OrganizationId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// One entry of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// By which of their tokens; none where they did it at a browser.
    pub token: Option<String>,
    /// The verb in snake case.
    pub action: String,
    /// Why, in the person's words.
    pub reason: String,
}

impl Store {
    /// What was done to a thing of a body, newest first, at most `limit`.
    pub async fn done_to(
        &self,
        body: &OrganizationId,
        subject: &str,
        limit: u64,
    ) -> Result<Vec<Done>, Error> {
        let rows = audit::Entity::find()
            .filter(audit::Column::Subject.eq(subject))
            .filter(audit::Column::Body.eq(body.as_str()))
            .order_by_desc(audit::Column::Id)
            .limit(limit)
            .all(&self.reader)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| Done {
                at: row.at,
                actor: row.actor,
                token: row.token,
                action: row.action,
                reason: row.reason,
            })
            .collect())
    }
}
