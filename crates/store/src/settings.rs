//! Settings that the portal keeps about itself, and the audit log.

use crate::{
    Error, Store, Tx, chunk_of,
    entity::{audit, setting},
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OrganizationId, policy::Actor};
use sea_orm::{EntityTrait, Set, sea_query::OnConflict};

/// What somebody did, for the audit log.
#[derive(Clone, Copy, Debug, Default)]
pub struct Deed<'a> {
    /// The verb in snake case: `publish`.
    pub action: &'a str,
    /// The slug or name of the thing.
    pub subject: &'a str,
    /// Why, in the person's words; may be empty.
    pub reason: &'a str,
    /// The body in whose name it was done.
    pub body: Option<&'a OrganizationId>,
}

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
        actor: &Actor,
        deed: &Deed<'_>,
    ) -> Result<(), Error> {
        self.audit_each(at, actor, std::slice::from_ref(deed)).await
    }

    /// Writes down what was done, one entry a deed.
    pub async fn audit_each(
        &self,
        at: DateTime<Utc>,
        actor: &Actor,
        deeds: &[Deed<'_>],
    ) -> Result<(), Error> {
        for chunk in deeds.chunks(chunk_of(8)) {
            let rows = chunk.iter().map(|deed| audit::ActiveModel {
                at: Set(stored(at)),
                actor: Set(actor.audit_name().to_owned()),
                action: Set(deed.action.to_owned()),
                subject: Set(deed.subject.to_owned()),
                reason: Set(deed.reason.to_owned()),
                body: Set(deed.body.map(ToString::to_string)),
                token: Set(actor.token_name().map(str::to_owned)),
                person_id: Set(actor.person().map(|person| person.id)),
                ..Default::default()
            });
            audit::Entity::insert_many(rows)
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }
}
