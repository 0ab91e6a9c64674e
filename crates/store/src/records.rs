//! Dated facts around offerings: participations, adoptions, statements of no.

use crate::{
    Error, Store, Tx, chunk_of,
    directory::{from_json, to_json},
    entity::{adoption, audit, participation, statement_of_no},
};
use chrono::{DateTime, NaiveTime, Utc};
use interlocal_catalog::{
    CategoryId, NaiveDate, OrganizationId, PlaceId,
    answer::StatementOfNo,
    participation::Participation,
    size::{NoSize, Size},
};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};
use std::collections::HashMap;

/// A jurisdiction uses an offering.
#[derive(Clone, Debug, PartialEq)]
pub struct Adoption {
    /// Who.
    pub jurisdiction: PlaceId,
    /// What.
    pub offering: i32,
    /// Since when, where known.
    pub since: Option<NaiveDate>,
    /// At what size, where known.
    pub size: Option<Size>,
    /// Where it was read.
    pub source: String,
    /// When it was checked.
    pub checked_on: NaiveDate,
}

impl Tx {
    /// Adds a participation, with the body that recorded it.
    pub async fn add_participation(
        &self,
        record: &Participation,
        by: Option<&OrganizationId>,
    ) -> Result<(), Error> {
        let row = participation::ActiveModel {
            id: Set(record.id.clone()),
            who: Set(record.who.to_string()),
            program: Set(record.program.to_string()),
            content: Set(to_json("participation", &record.id, record)?),
            recorded_by: Set(by.map(ToString::to_string)),
        };
        participation::Entity::insert(row)
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Adds adoptions.
    pub async fn add_adoptions(&self, records: &[Adoption]) -> Result<(), Error> {
        for chunk in records.chunks(chunk_of(6)) {
            let rows = chunk.iter().map(|record| adoption::ActiveModel {
                jurisdiction: Set(record.jurisdiction.to_string()),
                offering_id: Set(record.offering),
                since: Set(record.since),
                size: Set(record.size.map(|size| size.to_string())),
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

    /// Takes away a participation that a body recorded; whether there was one.
    pub async fn remove_participation(&self, id: &str, by: &OrganizationId) -> Result<bool, Error> {
        let gone = participation::Entity::delete_many()
            .filter(participation::Column::Id.eq(id))
            .filter(participation::Column::RecordedBy.eq(by.as_str()))
            .exec(&self.inner)
            .await?;
        Ok(gone.rows_affected > 0)
    }

    /// Records an adoption in the name of a body, in the place of one that was known.
    pub async fn put_adoption(&self, record: &Adoption, by: &OrganizationId) -> Result<(), Error> {
        let row = adoption::ActiveModel {
            jurisdiction: Set(record.jurisdiction.to_string()),
            offering_id: Set(record.offering),
            since: Set(record.since),
            size: Set(record.size.map(|size| size.to_string())),
            source: Set(record.source.clone()),
            checked_on: Set(record.checked_on),
            recorded_by: Set(Some(by.to_string())),
            ..Default::default()
        };
        let unique = [adoption::Column::Jurisdiction, adoption::Column::OfferingId];
        adoption::Entity::insert(row)
            .on_conflict(
                OnConflict::columns(unique)
                    .update_columns([
                        adoption::Column::Since,
                        adoption::Column::Size,
                        adoption::Column::Source,
                        adoption::Column::CheckedOn,
                        adoption::Column::RecordedBy,
                    ])
                    .to_owned(),
            )
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// Whether any government is on record as a user of an offering.
    pub async fn is_adopted(&self, offering: i32) -> Result<bool, Error> {
        let found = adoption::Entity::find()
            .filter(adoption::Column::OfferingId.eq(offering))
            .one(&self.inner)
            .await?;
        Ok(found.is_some())
    }

    /// Takes away an adoption that a body recorded; whether there was one.
    pub async fn remove_adoption(
        &self,
        jurisdiction: &PlaceId,
        offering: i32,
        by: &OrganizationId,
    ) -> Result<bool, Error> {
        let gone = adoption::Entity::delete_many()
            .filter(adoption::Column::Jurisdiction.eq(jurisdiction.as_str()))
            .filter(adoption::Column::OfferingId.eq(offering))
            .filter(adoption::Column::RecordedBy.eq(by.as_str()))
            .exec(&self.inner)
            .await?;
        Ok(gone.rows_affected > 0)
    }

    /// The statements of a body that were not taken back.
    pub async fn statements_of(&self, body: &OrganizationId) -> Result<Vec<StatementOfNo>, Error> {
        let rows = statement_of_no::Entity::find()
            .filter(statement_of_no::Column::Organization.eq(body.as_str()))
            .filter(statement_of_no::Column::TakenBackOn.is_null())
            .order_by_asc(statement_of_no::Column::Id)
            .all(&self.inner)
            .await?;
        rows.into_iter().map(statement_of).collect()
    }

    /// Takes back a statement of a body; whether one stood. What was said stays on
    /// file, and counts no more.
    pub async fn take_back_statement(
        &self,
        id: &str,
        by: &OrganizationId,
        on: NaiveDate,
    ) -> Result<bool, Error> {
        let taken = statement_of_no::Entity::update_many()
            .col_expr(statement_of_no::Column::TakenBackOn, Expr::value(on))
            .filter(statement_of_no::Column::Id.eq(id))
            .filter(statement_of_no::Column::Organization.eq(by.as_str()))
            .filter(statement_of_no::Column::TakenBackOn.is_null())
            .exec(&self.inner)
            .await?;
        Ok(taken.rows_affected > 0)
    }

    /// Adds a statement of no.
    pub async fn add_statement_of_no(&self, statement: &StatementOfNo) -> Result<(), Error> {
        let row = statement_of_no::ActiveModel {
            id: Set(statement.id.clone()),
            organization: Set(statement.by.to_string()),
            category: Set(statement.category.to_string()),
            kinds: Set(to_json("statement of no", &statement.id, &statement.kinds)?),
            said_on: Set(statement.said_on),
            taken_back_on: Set(None),
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

    /// The names of the participations that a body recorded.
    pub async fn participations_by(&self, body: &OrganizationId) -> Result<Vec<String>, Error> {
        Ok(participation::Entity::find()
            .select_only()
            .column(participation::Column::Id)
            .filter(participation::Column::RecordedBy.eq(body.as_str()))
            .order_by_asc(participation::Column::Id)
            .into_tuple()
            .all(&self.reader)
            .await?)
    }

    /// The adoptions that a body recorded, in the order in which it did.
    pub async fn adoptions_by(&self, body: &OrganizationId) -> Result<Vec<Adoption>, Error> {
        let rows = adoption::Entity::find()
            .filter(adoption::Column::RecordedBy.eq(body.as_str()))
            .order_by_asc(adoption::Column::Id)
            .all(&self.reader)
            .await?;
        rows.into_iter().map(adoption_of).collect()
    }

    /// Every adoption, in the order in which they were recorded.
    pub async fn adoptions(&self) -> Result<Vec<Adoption>, Error> {
        let rows = adoption::Entity::find()
            .order_by_asc(adoption::Column::Id)
            .all(&self.reader)
            .await?;
        rows.into_iter().map(adoption_of).collect()
    }

    /// Every statement of no, also those that were taken back, with the moments at which
    /// that was done: those of the audit log, else the beginning of the day.
    pub async fn moments_of_no(&self) -> Result<Vec<MomentsOfNo>, Error> {
        let rows = statement_of_no::Entity::find().all(&self.reader).await?;
        let deeds = audit::Entity::find()
            .filter(audit::Column::Action.is_in(["say_no", "take_back_no"]))
            .all(&self.reader)
            .await?;
        let at: HashMap<(String, String), DateTime<Utc>> = deeds
            .into_iter()
            .map(|deed| ((deed.action, deed.subject), deed.at))
            .collect();
        let found = rows.into_iter().map(|row| {
            let moment = |action: &str, day: NaiveDate| {
                let known = at.get(&(action.to_owned(), row.id.clone())).copied();
                known.unwrap_or_else(|| day.and_time(NaiveTime::MIN).and_utc())
            };
            Ok(MomentsOfNo {
                said_at: moment("say_no", row.said_on),
                taken_back_at: row.taken_back_on.map(|day| moment("take_back_no", day)),
                statement: statement_of(row)?,
            })
        });
        found.collect()
    }

    /// Every statement of no that was not taken back.
    pub async fn statements_of_no(&self) -> Result<Vec<StatementOfNo>, Error> {
        let rows = statement_of_no::Entity::find()
            .filter(statement_of_no::Column::TakenBackOn.is_null())
            .order_by_asc(statement_of_no::Column::Id)
            .all(&self.reader)
            .await?;
        rows.into_iter().map(statement_of).collect()
    }
}

/// A statement of no, and when it was said and taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentsOfNo {
    /// What was said.
    pub statement: StatementOfNo,
    /// When.
    pub said_at: DateTime<Utc>,
    /// When it was taken back; none where it stands.
    pub taken_back_at: Option<DateTime<Utc>>,
}

impl MomentsOfNo {
    /// When something of it changed last.
    pub fn changed_at(&self) -> DateTime<Utc> {
        self.taken_back_at.unwrap_or(self.said_at).max(self.said_at)
    }
}

pub(crate) fn statement_of(row: statement_of_no::Model) -> Result<StatementOfNo, Error> {
    Ok(StatementOfNo {
        by: OrganizationId::new(row.organization),
        category: CategoryId::new(row.category),
        kinds: from_json("statement of no", &row.id, &row.kinds)?,
        said_on: row.said_on,
        id: row.id,
    })
}

pub(crate) fn adoption_of(row: adoption::Model) -> Result<Adoption, Error> {
    let size = row.size.map(|text| text.parse::<Size>()).transpose();
    let corrupt = |fault: NoSize| Error::Corrupt {
        what: "adoption",
        key: row.id.to_string(),
        why: fault.to_string(),
    };
    Ok(Adoption {
        jurisdiction: PlaceId::new(row.jurisdiction),
        offering: row.offering_id,
        since: row.since,
        size: size.map_err(corrupt)?,
        source: row.source,
        checked_on: row.checked_on,
    })
}
