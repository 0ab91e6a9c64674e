//! Facts of a source that wait for a person of the body to confirm or dismiss them.

use crate::{
    Error, Store, Tx,
    entity::{offering, proposal},
    stored,
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{OfferingId, OrganizationId};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set,
    sea_query::{OnConflict, Query},
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A fact that a source says of an offering.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its row.
    pub id: i32,
    /// The source.
    pub source: String,
    /// Its key among the rows of the source.
    pub key: String,
    /// The offering.
    pub offering: i32,
    /// The supplier, as the source writes it.
    pub supplier: String,
    /// The product, as the source writes it.
    pub product: String,
    /// What it says.
    pub fact: String,
    /// Where it says so.
    pub evidence: String,
    /// The page of the product.
    pub url: String,
    /// When it was proposed.
    pub proposed_at: DateTime<Utc>,
    /// `confirmed` or `dismissed`; empty as long as nobody has decided.
    pub decision: String,
    /// When that was decided.
    pub decided_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// Proposes facts, or puts them in the place of what the source said before.
    pub async fn propose(&self, facts: &[Proposal]) -> Result<(), Error> {
        use proposal::Column;
        for fact in facts {
            let row = proposal::ActiveModel {
                source: Set(fact.source.clone()),
                row_key: Set(fact.key.clone()),
                offering_id: Set(fact.offering),
                supplier: Set(fact.supplier.clone()),
                product: Set(fact.product.clone()),
                fact: Set(fact.fact.clone()),
                evidence: Set(fact.evidence.clone()),
                url: Set(fact.url.clone()),
                proposed_at: Set(stored(fact.proposed_at)),
                decision: Set(fact.decision.clone()),
                decided_at: Set(fact.decided_at.map(stored)),
                ..Default::default()
            };
            proposal::Entity::insert(row)
                .on_conflict(
                    OnConflict::columns([Column::Source, Column::RowKey, Column::OfferingId])
                        .update_columns([
                            Column::Supplier,
                            Column::Product,
                            Column::Fact,
                            Column::Evidence,
                            Column::Url,
                            Column::ProposedAt,
                            Column::Decision,
                            Column::DecidedAt,
                        ])
                        .to_owned(),
                )
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// What a source has said of an offering under a key, as this transaction sees it.
    pub async fn proposal(
        &self,
        source: &str,
        (key, offering): (&str, i32),
    ) -> Result<Option<Proposal>, Error> {
        let row = proposal::Entity::find()
            .filter(proposal::Column::Source.eq(source))
            .filter(proposal::Column::RowKey.eq(key))
            .filter(proposal::Column::OfferingId.eq(offering))
            .one(&self.inner)
            .await?;
        Ok(row.map(proposal_of))
    }

    /// Removes a proposal.
    pub async fn remove_proposal(&self, id: i32) -> Result<(), Error> {
        proposal::Entity::delete_by_id(id).exec(&self.inner).await?;
        Ok(())
    }

    /// A proposal that waits, as this transaction sees it.
    pub async fn waiting_proposal(&self, id: i32) -> Result<Option<Proposal>, Error> {
        let row = proposal::Entity::find_by_id(id)
            .filter(proposal::Column::Decision.eq(""))
            .one(&self.inner)
            .await?;
        Ok(row.map(proposal_of))
    }

    /// Notes what was decided of a proposal.
    pub async fn decide_proposal(
        &self,
        id: i32,
        decision: &str,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let row = proposal::ActiveModel {
            id: Set(id),
            decision: Set(decision.to_owned()),
            decided_at: Set(Some(stored(at))),
            ..Default::default()
        };
        row.update(&self.inner).await?;
        Ok(())
    }
}

impl Store {
    /// What a source has said of offerings, by its key and the offering.
    pub async fn proposed(&self, source: &str) -> Result<HashMap<(String, i32), Proposal>, Error> {
        let rows = proposal::Entity::find()
            .filter(proposal::Column::Source.eq(source))
            .all(&self.reader)
            .await?;
        let facts = rows
            .into_iter()
            .map(|row| ((row.row_key.clone(), row.offering_id), proposal_of(row)));
        Ok(facts.collect())
    }

    /// Proposals that wait for a body, in the order in which they came, with the slugs
    /// of their offerings.
    pub async fn proposals_for(
        &self,
        body: &OrganizationId,
    ) -> Result<Vec<(OfferingId, Proposal)>, Error> {
        let own = Query::select()
            .column(offering::Column::Id)
            .from(offering::Entity)
            .and_where(offering::Column::Provider.eq(body.as_str()))
            .to_owned();
        let rows = proposal::Entity::find()
            .filter(proposal::Column::Decision.eq(""))
            .filter(proposal::Column::OfferingId.in_subquery(own))
            .order_by_asc(proposal::Column::Id)
            .all(&self.reader)
            .await?;
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            let named = self.offering_by_row(row.offering_id).await?;
            found.extend(named.map(|named| (named.slug, proposal_of(row))));
        }
        Ok(found)
    }
}

fn proposal_of(row: proposal::Model) -> Proposal {
    Proposal {
        id: row.id,
        source: row.source,
        key: row.row_key,
        offering: row.offering_id,
        supplier: row.supplier,
        product: row.product,
        fact: row.fact,
        evidence: row.evidence,
        url: row.url,
        proposed_at: row.proposed_at,
        decision: row.decision,
        decided_at: row.decided_at,
    }
}
