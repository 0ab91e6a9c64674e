//! Offerings: their stored status, current edition and aliases.

use crate::{
    Error, Store, Tx,
    directory::{from_word, to_json},
    editions::{Edition, edition_of},
    entity::{draft, edition, offering, offering_alias},
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    NaiveDate, OfferingId, OrganizationId,
    offering::{Content, Status},
    policy::Visibility,
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};
use std::collections::HashMap;

/// An offering as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferingRow {
    /// Its row.
    pub id: i32,
    /// Its slug.
    pub slug: OfferingId,
    /// Where it stands.
    pub status: Status,
    /// Who sees it at all.
    pub visibility: Visibility,
    /// The public body that publishes it.
    pub provider: OrganizationId,
    /// The edition that is current.
    pub edition: Option<i32>,
    /// The number of its rule set.
    pub rule_set: i32,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
    /// Counts its changes; a writer that read an older one conflicts.
    pub version: i32,
    /// The day on which it is taken back by itself.
    pub retire_on: Option<NaiveDate>,
    /// How it was taken back, where it was.
    pub withdrawal: Option<Withdrawal>,
}

/// How an offering was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// When.
    pub on: NaiveDate,
    /// Why, in words for everybody.
    pub reason: String,
    /// What replaces it.
    pub successor: Option<OfferingId>,
}

/// An offering with its current edition and its aliases.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// The offering.
    pub offering: OfferingRow,
    /// Its current edition.
    pub edition: Edition,
    /// Other slugs that lead to it.
    pub aliases: Vec<OfferingId>,
}

impl Tx {
    /// Adds an offering as a draft; gives its row.
    pub async fn add_offering(
        &self,
        content: &Content,
        rule_set: i32,
        aliases: &[OfferingId],
        at: DateTime<Utc>,
    ) -> Result<i32, Error> {
        let row = offering::ActiveModel {
            slug: Set(content.slug.to_string()),
            status: Set(Status::Draft.word().to_owned()),
            provider: Set(content.provider.to_string()),
            edition_id: Set(None),
            rule_set_id: Set(rule_set),
            changed_at: Set(stored(at)),
            version: Set(1),
            withdrawn_reason: Set(String::new()),
            visibility: Set(Visibility::Public.word().to_owned()),
            ..Default::default()
        };
        let id = offering::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id;
        for alias in aliases {
            let row = offering_alias::ActiveModel {
                alias: Set(alias.to_string()),
                offering_id: Set(id),
            };
            offering_alias::Entity::insert(row)
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(id)
    }

    /// Keeps the words of a draft.
    pub async fn save_draft(
        &self,
        offering: i32,
        content: &Content,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let row = draft::ActiveModel {
            offering_id: Set(offering),
            content: Set(to_json("draft", content.slug.as_str(), content)?),
            updated_at: Set(stored(at)),
            stage: Set(Status::Draft.word().to_owned()),
            version: Set(1),
            unread: Set("{}".to_owned()),
            ..Default::default()
        };
        draft::Entity::insert(row)
            .on_conflict(
                OnConflict::column(draft::Column::OfferingId)
                    .update_columns([draft::Column::Content, draft::Column::UpdatedAt])
                    .to_owned(),
            )
            .exec_without_returning(&self.inner)
            .await?;
        Ok(())
    }

    /// The offering with this slug, as this transaction sees it.
    pub async fn offering(&self, slug: &OfferingId) -> Result<Option<OfferingRow>, Error> {
        let row = offering::Entity::find()
            .filter(offering::Column::Slug.eq(slug.as_str()))
            .one(&self.inner)
            .await?;
        row.map(row_of).transpose()
    }

    /// Writes a transition of an offering that was read as `before`; a conflict
    /// when somebody else changed it since.
    pub async fn move_offering(
        &self,
        before: &OfferingRow,
        status: Status,
        edition: Option<i32>,
        rule_set: i32,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let result = offering::Entity::update_many()
            .col_expr(offering::Column::Status, Expr::value(status.word()))
            .col_expr(offering::Column::EditionId, Expr::value(edition))
            .col_expr(offering::Column::RuleSetId, Expr::value(rule_set))
            .col_expr(offering::Column::ChangedAt, Expr::value(stored(at)))
            .col_expr(
                offering::Column::Version,
                Expr::col(offering::Column::Version).add(1),
            )
            .filter(offering::Column::Id.eq(before.id))
            .filter(offering::Column::Version.eq(before.version))
            .exec(&self.inner)
            .await?;
        if result.rows_affected == 1 {
            Ok(())
        } else {
            Err(Error::Conflict(format!(
                "offering {} changed meanwhile",
                before.slug
            )))
        }
    }
}

impl Store {
    /// Offerings that stand on the shelf, published or ended by their term, with a row
    /// above `after`, in order, with their current editions; at most `limit`.
    pub async fn published(&self, after: i32, limit: u64) -> Result<Vec<Listing>, Error> {
        let found = offering::Entity::find()
            .filter(offering::Column::Status.is_in(on_the_shelf()))
            .filter(offering::Column::Id.gt(after))
            .order_by_asc(offering::Column::Id)
            .limit(limit)
            .all(&self.reader)
            .await?;
        self.listings(found).await
    }

    /// The listings of these offerings, leaving out those that do not stand on the shelf.
    pub async fn published_of(&self, offerings: &[i32]) -> Result<Vec<Listing>, Error> {
        let found = offering::Entity::find()
            .filter(offering::Column::Id.is_in(offerings.iter().copied()))
            .filter(offering::Column::Status.is_in(on_the_shelf()))
            .all(&self.reader)
            .await?;
        self.listings(found).await
    }

    /// Offerings that were taken back since a day, with what they said last; the latest
    /// first, at most `limit`.
    pub async fn withdrawn(&self, since: NaiveDate, limit: u64) -> Result<Vec<Listing>, Error> {
        let found = offering::Entity::find()
            .filter(offering::Column::Status.eq(Status::Withdrawn.word()))
            .filter(offering::Column::EditionId.is_not_null())
            .filter(offering::Column::WithdrawnOn.gte(since))
            .order_by_desc(offering::Column::WithdrawnOn)
            .order_by_desc(offering::Column::Id)
            .limit(limit)
            .all(&self.reader)
            .await?;
        self.listings(found).await
    }

    /// Editions and aliases of offerings: two queries, however many they are.
    async fn listings(&self, found: Vec<offering::Model>) -> Result<Vec<Listing>, Error> {
        let editions: Vec<i32> = found.iter().filter_map(|row| row.edition_id).collect();
        let editions = edition::Entity::find()
            .filter(edition::Column::Id.is_in(editions))
            .all(&self.reader)
            .await?;
        let ids: Vec<i32> = found.iter().map(|row| row.id).collect();
        let aliases = offering_alias::Entity::find()
            .filter(offering_alias::Column::OfferingId.is_in(ids))
            .all(&self.reader)
            .await?;
        listings(found, editions, aliases)
    }

    /// How many offerings stand at each status.
    pub async fn offering_counts(&self) -> Result<HashMap<String, i64>, Error> {
        let rows: Vec<(String, i64)> = offering::Entity::find()
            .select_only()
            .column(offering::Column::Status)
            .column_as(offering::Column::Id.count(), "count")
            .group_by(offering::Column::Status)
            .into_tuple()
            .all(&self.reader)
            .await?;
        Ok(rows.into_iter().collect())
    }
}

/// Statuses at which readers find an offering.
fn on_the_shelf() -> [&'static str; 2] {
    [Status::Published.word(), Status::Expired.word()]
}

fn listings(
    offerings: Vec<offering::Model>,
    editions: Vec<edition::Model>,
    aliases: Vec<offering_alias::Model>,
) -> Result<Vec<Listing>, Error> {
    let mut by_id: HashMap<i32, edition::Model> =
        editions.into_iter().map(|row| (row.id, row)).collect();
    let mut names: HashMap<i32, Vec<OfferingId>> = HashMap::new();
    for row in aliases {
        names
            .entry(row.offering_id)
            .or_default()
            .push(OfferingId::new(row.alias));
    }
    offerings
        .into_iter()
        .filter_map(|row| {
            let edition = by_id.remove(&row.edition_id?)?;
            let aliases = names.remove(&row.id).unwrap_or_default();
            Some((row, edition, aliases))
        })
        .map(|(row, edition, aliases)| {
            Ok(Listing {
                offering: row_of(row)?,
                edition: edition_of(edition)?,
                aliases,
            })
        })
        .collect()
}

pub(crate) fn row_of(row: offering::Model) -> Result<OfferingRow, Error> {
    let withdrawal = row.withdrawn_on.map(|on| Withdrawal {
        on,
        reason: row.withdrawn_reason,
        successor: row.successor.map(OfferingId::new),
    });
    Ok(OfferingRow {
        retire_on: row.retire_on,
        withdrawal,
        status: from_word("offering", &row.slug, &row.status)?,
        visibility: from_word("offering", &row.slug, &row.visibility)?,
        id: row.id,
        provider: OrganizationId::new(row.provider),
        edition: row.edition_id,
        rule_set: row.rule_set_id,
        changed_at: row.changed_at,
        version: row.version,
        slug: OfferingId::new(row.slug),
    })
}
