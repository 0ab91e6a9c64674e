//! The listings of a body as its desk sees them: every status, with drafts.

use crate::{
    Error, Store, Tx, chunk_of,
    directory::from_word,
    drafts::{Draft, draft_of},
    editions::{Edition, edition_of},
    entity::{draft, edition, offering, offering_alias},
    offerings::{OfferingRow, Withdrawal, row_of},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{NaiveDate, OfferingId, OrganizationId, offering::Status};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use std::collections::HashMap;

/// A listing with its draft and its current edition.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskRow {
    /// The offering.
    pub offering: OfferingRow,
    /// What is being written.
    pub draft: Option<Draft>,
    /// What is current.
    pub edition: Option<Edition>,
}

/// Where a listing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Its row.
    pub id: i32,
    /// The status of the offering.
    pub status: Status,
    /// The stage of its draft, and whether that is approved.
    pub draft: Option<(Status, bool)>,
}

impl Store {
    /// The offering with this slug, whatever its status.
    pub async fn offering(&self, slug: &OfferingId) -> Result<Option<OfferingRow>, Error> {
        let row = offering::Entity::find()
            .filter(offering::Column::Slug.eq(slug.as_str()))
            .one(&self.reader)
            .await?;
        row.map(row_of).transpose()
    }

    /// The offerings with these slugs, whatever their status.
    pub async fn offerings_named(&self, slugs: &[OfferingId]) -> Result<Vec<OfferingRow>, Error> {
        let rows = offering::Entity::find()
            .filter(offering::Column::Slug.is_in(slugs.iter().map(OfferingId::as_str)))
            .all(&self.reader)
            .await?;
        rows.into_iter().map(row_of).collect()
    }

    /// The offering with this row, whatever its status.
    pub async fn offering_by_row(&self, id: i32) -> Result<Option<OfferingRow>, Error> {
        let row = offering::Entity::find_by_id(id).one(&self.reader).await?;
        row.map(row_of).transpose()
    }

    /// What an offering is called, in its current edition or else in its draft;
    /// empty where neither is left.
    pub async fn title_of(&self, id: i32) -> Result<String, Error> {
        let rows = self.desk_of(&[id]).await?;
        let title = rows.into_iter().next().and_then(|row| {
            let edition = row.edition.map(|edition| edition.content.title);
            edition.or(row.draft.map(|draft| draft.content.title))
        });
        Ok(title.unwrap_or_default())
    }

    /// What the listings with these slugs are called, in their current edition or else in
    /// their draft.
    pub async fn titles(&self, slugs: &[&str]) -> Result<HashMap<String, String>, Error> {
        let rows = offering::Entity::find()
            .filter(offering::Column::Slug.is_in(slugs.iter().copied()))
            .all(&self.reader)
            .await?;
        let rows = self.desk_rows(rows).await?.into_iter();
        let named = rows.filter_map(|row| {
            let edition = row.edition.map(|edition| edition.content.title);
            let title = edition.or(row.draft.map(|draft| draft.content.title))?;
            Some((row.offering.slug.to_string(), title))
        });
        Ok(named.collect())
    }

    /// The offering that an alias leads to, whatever its status.
    pub async fn offering_by_alias(
        &self,
        alias: &OfferingId,
    ) -> Result<Option<OfferingRow>, Error> {
        let found = offering_alias::Entity::find_by_id(alias.to_string())
            .one(&self.reader)
            .await?;
        match found {
            Some(alias) => self.offering_by_row(alias.offering_id).await,
            None => Ok(None),
        }
    }

    /// Every listing of a body with drafts and current editions.
    pub async fn desk(&self, body: &OrganizationId) -> Result<Vec<DeskRow>, Error> {
        let rows = offering::Entity::find()
            .filter(offering::Column::Provider.eq(body.as_str()))
            .order_by_asc(offering::Column::Slug)
            .all(&self.reader)
            .await?;
        self.desk_rows(rows).await
    }

    /// These listings with drafts and current editions, by slug.
    pub async fn desk_of(&self, ids: &[i32]) -> Result<Vec<DeskRow>, Error> {
        let rows = offering::Entity::find()
            .filter(offering::Column::Id.is_in(ids.iter().copied()))
            .order_by_asc(offering::Column::Slug)
            .all(&self.reader)
            .await?;
        self.desk_rows(rows).await
    }

    /// Where every listing of a body stands, by slug, without what it says.
    pub async fn desk_outline(&self, body: &OrganizationId) -> Result<Vec<Outline>, Error> {
        let rows = offering::Entity::find()
            .filter(offering::Column::Provider.eq(body.as_str()))
            .order_by_asc(offering::Column::Slug)
            .all(&self.reader)
            .await?;
        let mut drafts: Vec<(i32, String, Option<DateTime<Utc>>)> = Vec::new();
        for part in rows.chunks(chunk_of(1)) {
            let found = draft::Entity::find()
                .select_only()
                .column(draft::Column::OfferingId)
                .column(draft::Column::Stage)
                .column(draft::Column::ApprovedAt)
                .filter(draft::Column::OfferingId.is_in(part.iter().map(|row| row.id)))
                .into_tuple::<(i32, String, Option<DateTime<Utc>>)>()
                .all(&self.reader)
                .await?;
            drafts.extend(found);
        }
        let mut drafts: HashMap<i32, (Status, bool)> = drafts
            .into_iter()
            .map(|(id, stage, approved)| {
                let stage = from_word("draft", &id.to_string(), &stage)?;
                Ok((id, (stage, approved.is_some())))
            })
            .collect::<Result<_, Error>>()?;
        rows.into_iter()
            .map(|row| {
                let row = row_of(row)?;
                Ok(Outline {
                    id: row.id,
                    status: row.status,
                    draft: drafts.remove(&row.id),
                })
            })
            .collect()
    }

    async fn desk_rows(&self, rows: Vec<offering::Model>) -> Result<Vec<DeskRow>, Error> {
        let mut drafts: HashMap<i32, Draft> = HashMap::new();
        let mut editions: HashMap<i32, Edition> = HashMap::new();
        for part in rows.chunks(chunk_of(1)) {
            let found = draft::Entity::find()
                .filter(draft::Column::OfferingId.is_in(part.iter().map(|row| row.id)))
                .all(&self.reader)
                .await?;
            for row in found {
                drafts.insert(row.offering_id, draft_of(row)?);
            }
            let found = edition::Entity::find()
                .filter(edition::Column::Id.is_in(part.iter().filter_map(|row| row.edition_id)))
                .all(&self.reader)
                .await?;
            for row in found {
                editions.insert(row.offering_id, edition_of(row)?);
            }
        }
        rows.into_iter()
            .map(|row| {
                let offering = row_of(row)?;
                Ok(DeskRow {
                    draft: drafts.remove(&offering.id),
                    edition: editions.remove(&offering.id),
                    offering,
                })
            })
            .collect()
    }

    /// Published offerings whose day of retirement has come.
    pub async fn retiring(&self, day: NaiveDate) -> Result<Vec<OfferingRow>, Error> {
        let open = [Status::Published.word(), Status::Expired.word()];
        let rows = offering::Entity::find()
            .filter(offering::Column::RetireOn.lte(day))
            .filter(offering::Column::Status.is_in(open))
            .all(&self.reader)
            .await?;
        rows.into_iter().map(row_of).collect()
    }
}

impl Tx {
    /// The offering with this row, as this transaction sees it.
    pub async fn offering_by_row(&self, id: i32) -> Result<Option<OfferingRow>, Error> {
        let row = offering::Entity::find_by_id(id).one(&self.inner).await?;
        row.map(row_of).transpose()
    }

    /// Writes down how an offering was taken back, in the transaction that moves it.
    pub async fn note_withdrawal(&self, id: i32, withdrawal: &Withdrawal) -> Result<(), Error> {
        let successor = withdrawal.successor.as_ref().map(ToString::to_string);
        offering::Entity::update_many()
            .col_expr(offering::Column::WithdrawnOn, Expr::value(withdrawal.on))
            .col_expr(
                offering::Column::WithdrawnReason,
                Expr::value(withdrawal.reason.as_str()),
            )
            .col_expr(offering::Column::Successor, Expr::value(successor))
            .filter(offering::Column::Id.eq(id))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Sets or clears the day on which an offering is taken back by itself.
    pub async fn retire_on(&self, id: i32, day: Option<NaiveDate>) -> Result<(), Error> {
        offering::Entity::update_many()
            .col_expr(offering::Column::RetireOn, Expr::value(day))
            .filter(offering::Column::Id.eq(id))
            .exec(&self.inner)
            .await?;
        Ok(())
    }

    /// Takes an offering away that was never published.
    pub async fn remove_unpublished(&self, id: i32) -> Result<(), Error> {
        offering_alias::Entity::delete_many()
            .filter(offering_alias::Column::OfferingId.eq(id))
            .exec(&self.inner)
            .await?;
        crate::entity::document::Entity::delete_many()
            .filter(crate::entity::document::Column::OfferingId.eq(id))
            .exec(&self.inner)
            .await?;
        offering::Entity::delete_many()
            .filter(offering::Column::Id.eq(id))
            .filter(offering::Column::Status.eq(Status::Draft.word()))
            .filter(offering::Column::EditionId.is_null())
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}
