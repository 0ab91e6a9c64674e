//! What the .gov registry says of domains.

use crate::{Error, Store, Tx, chunk_of, entity::dotgov_domain, stored};
use chrono::{DateTime, Utc};
use interlocal_catalog::PlaceId;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::OnConflict,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A domain as the registry has it, and the government that it suggests.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisteredDomain {
    /// The domain.
    pub domain: String,
    /// Its type in the registry's words: `City`.
    pub kind: String,
    /// Whether it is for elections.
    pub election: bool,
    /// Who registered it.
    pub organization_name: String,
    /// A part of that organization; may be empty.
    pub suborganization_name: String,
    /// The city of the registrant.
    pub city: String,
    /// Postal code of its state.
    pub state: String,
    /// The government that it suggests.
    pub jurisdiction: Option<PlaceId>,
    /// Why none, or what is to be kept in mind; may be empty.
    pub doubt: String,
}

impl Tx {
    /// Every domain of the registry by name, as this transaction sees them.
    pub async fn registered_domains(&self) -> Result<HashMap<String, RegisteredDomain>, Error> {
        let rows = dotgov_domain::Entity::find().all(&self.inner).await?;
        Ok(rows
            .into_iter()
            .map(|row| (row.domain.clone(), registered(row)))
            .collect())
    }

    /// Adds or replaces domains of the registry.
    pub async fn keep_registered_domains(
        &self,
        domains: &[&RegisteredDomain],
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        use dotgov_domain::Column;
        for chunk in domains.chunks(500) {
            let rows = chunk.iter().map(|domain| dotgov_domain::ActiveModel {
                domain: Set(domain.domain.clone()),
                kind: Set(domain.kind.clone()),
                election: Set(domain.election),
                organization_name: Set(domain.organization_name.clone()),
                suborganization_name: Set(domain.suborganization_name.clone()),
                city: Set(domain.city.clone()),
                state: Set(domain.state.clone()),
                jurisdiction: Set(domain.jurisdiction.as_ref().map(ToString::to_string)),
                doubt: Set(domain.doubt.clone()),
                read_at: Set(stored(at)),
            });
            let columns = [
                Column::Kind,
                Column::Election,
                Column::OrganizationName,
                Column::SuborganizationName,
                Column::City,
                Column::State,
                Column::Jurisdiction,
                Column::Doubt,
                Column::ReadAt,
            ];
            dotgov_domain::Entity::insert_many(rows)
                .on_conflict(
                    OnConflict::column(Column::Domain)
                        .update_columns(columns)
                        .to_owned(),
                )
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// Removes domains of the registry.
    pub async fn remove_registered_domains(&self, domains: &[&str]) -> Result<(), Error> {
        for chunk in domains.chunks(chunk_of(1)) {
            dotgov_domain::Entity::delete_many()
                .filter(dotgov_domain::Column::Domain.is_in(chunk.iter().copied()))
                .exec(&self.inner)
                .await?;
        }
        Ok(())
    }
}

impl Store {
    /// Domains that suggest one of these governments, or that are named themselves.
    pub async fn registered_for(
        &self,
        places: &[PlaceId],
        domains: &[String],
    ) -> Result<Vec<RegisteredDomain>, Error> {
        let rows = dotgov_domain::Entity::find()
            .filter(
                Condition::any()
                    .add(
                        dotgov_domain::Column::Jurisdiction
                            .is_in(places.iter().map(PlaceId::as_str)),
                    )
                    .add(dotgov_domain::Column::Domain.is_in(domains.iter().map(String::as_str))),
            )
            .order_by_asc(dotgov_domain::Column::Domain)
            .limit(100)
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().map(registered).collect())
    }

    /// What the registry says of one domain.
    pub async fn registered_domain(&self, domain: &str) -> Result<Option<RegisteredDomain>, Error> {
        let row = dotgov_domain::Entity::find_by_id(domain.to_owned())
            .one(&self.reader)
            .await?;
        Ok(row.map(registered))
    }
}

fn registered(row: dotgov_domain::Model) -> RegisteredDomain {
    RegisteredDomain {
        domain: row.domain,
        kind: row.kind,
        election: row.election,
        organization_name: row.organization_name,
        suborganization_name: row.suborganization_name,
        city: row.city,
        state: row.state,
        jurisdiction: row.jurisdiction.map(PlaceId::new),
        doubt: row.doubt,
    }
}
