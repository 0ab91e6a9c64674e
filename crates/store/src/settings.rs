//! Settings that the portal keeps about itself, and the audit log.

use crate::{
    Error, Store, Tx,
    entity::{audit, setting},
    stored,
};
use chrono::{DateTime, Utc};
use sea_orm::{EntityTrait, Set, sea_query::OnConflict};

impl Store {
    /// A setting's value.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        let row = setting::Entity::find_by_id(name.to_owned())
            .one(&self.reader)
            .await?;
        Ok(row.map(|row| row.value))
    }
}

impl Tx {
    /// A setting's value, as this transaction sees it.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        let row = setting::Entity::find_by_id(name.to_owned())
            .one(&self.inner)
            .await?;
        Ok(row.map(|row| row.value))
    }

    /// Keeps a setting.
    pub async fn set(&self, name: &str, value: &str) -> Result<(), Error> {
        let row = setting::ActiveModel {
            name: Set(name.to_owned()),
            value: Set(value.to_owned()),
        };
        setting::Entity::insert(row)
            .on_conflict(
                OnConflict::column(setting::Column::Name)
                    .update_column(setting::Column::Value)
                    .to_owned(),
            )
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Writes down who did what to which thing, when and why.
    pub async fn audit(
        &self,
        at: DateTime<Utc>,
        actor: &str,
        action: &str,
        subject: &str,
        reason: &str,
    ) -> Result<(), Error> {
        let row = audit::ActiveModel {
            at: Set(stored(at)),
            actor: Set(actor.to_owned()),
            action: Set(action.to_owned()),
            subject: Set(subject.to_owned()),
            reason: Set(reason.to_owned()),
            ..Default::default()
        };
        audit::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }
}
