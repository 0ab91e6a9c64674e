//! Dated facts around offerings: participations, adoptions, statements of no.

use crate::{
    Error, Store, Tx, chunk_of,
    directory::{from_json, to_json},
    entity::{adoption, participation, statement_of_no},
};
use interlocal_catalog::{
    CategoryId, NaiveDate, OrganizationId, PlaceId, answer::StatementOfNo,
    participation::Participation,
};
use sea_orm::{EntityTrait, QueryOrder, Set};

/// A jurisdiction uses an offering.
#[derive(Clone, Debug, PartialEq)]
pub struct Adoption {
    /// Who.
    pub jurisdiction: PlaceId,
    /// What.
    pub offering: i32,
    /// Since when, where known.
    pub since: Option<NaiveDate>,
    /// Where it was read.
    pub source: String,
    /// When it was checked.
    pub checked_on: NaiveDate,
}

impl Tx {
    /// Adds a participation.
    pub async fn add_participation(&self, record: &Participation) -> Result<(), Error> {
        let row = participation::ActiveModel {
            id: Set(record.id.clone()),
            who: Set(record.who.to_string()),
            program: Set(record.program.to_string()),
            content: Set(to_json("participation", &record.id, record)?),
        };
        participation::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Adds adoptions.
    pub async fn add_adoptions(&self, records: &[Adoption]) -> Result<(), Error> {
        for chunk in records.chunks(chunk_of(5)) {
            let rows = chunk.iter().map(|record| adoption::ActiveModel {
                jurisdiction: Set(record.jurisdiction.to_string()),
                offering_id: Set(record.offering),
                since: Set(record.since),
                source: Set(record.source.clone()),
                checked_on: Set(record.checked_on),
                ..Default::default()
            });
            adoption::Entity::insert_many(rows)
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// Adds a statement of no.
    pub async fn add_statement_of_no(&self, statement: &StatementOfNo) -> Result<(), Error> {
        let row = statement_of_no::ActiveModel {
            id: Set(statement.id.clone()),
            organization: Set(statement.by.to_string()),
            category: Set(statement.category.to_string()),
            kinds: Set(to_json("statement of no", &statement.id, &statement.kinds)?),
            said_on: Set(statement.said_on),
        };
        statement_of_no::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }
}

impl Store {
    /// Every participation.
    pub async fn participations(&self) -> Result<Vec<Participation>, Error> {
        let rows = participation::Entity::find()
            .order_by_asc(participation::Column::Id)
            .all(&self.reader)
            .await?;
        rows.into_iter()
            .map(|row| from_json("participation", &row.id, &row.content))
            .collect()
    }

    /// Every adoption, in the order in which they were recorded.
    pub async fn adoptions(&self) -> Result<Vec<Adoption>, Error> {
        let rows = adoption::Entity::find()
            .order_by_asc(adoption::Column::Id)
            .all(&self.reader)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| Adoption {
                jurisdiction: PlaceId::new(row.jurisdiction),
                offering: row.offering_id,
                since: row.since,
                source: row.source,
                checked_on: row.checked_on,
            })
            .collect())
    }

    /// Every statement of no.
    pub async fn statements_of_no(&self) -> Result<Vec<StatementOfNo>, Error> {
        let rows = statement_of_no::Entity::find()
            .order_by_asc(statement_of_no::Column::Id)
            .all(&self.reader)
            .await?;
        rows.into_iter()
            .map(|row| {
                Ok(StatementOfNo {
                    by: OrganizationId::new(row.organization),
                    category: CategoryId::new(row.category),
                    kinds: from_json("statement of no", &row.id, &row.kinds)?,
                    said_on: row.said_on,
                    id: row.id,
                })
            })
            .collect()
    }
}
