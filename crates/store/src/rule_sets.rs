//! Distinct rule sets, numbered: many offerings share one.

use crate::{
    Error, Store, Tx,
    directory::{from_json, to_json},
    entity::rule_set,
};
use interlocal_catalog::{
    access::AccessRule,
    offering::{NotAvailable, Source},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::{Deserialize, Serialize};

/// What decides a verdict while an offering is in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RuleSet {
    /// Whether nothing better than unknown may be said.
    pub unsourced: bool,
    /// Who is explicitly out.
    pub not_available: NotAvailable,
    /// The ways in.
    pub rules: Vec<AccessRule>,
}

impl RuleSet {
    /// The source that its verdict is judged with.
    pub fn source(&self) -> Source {
        if self.unsourced {
            Source::Unsourced
        } else {
            Source::PublicSource
        }
    }
}

impl Tx {
    /// The number of a rule set; a new one is added. `fingerprint` is its content hash.
    pub async fn number_rule_set(&self, set: &RuleSet, fingerprint: &str) -> Result<i32, Error> {
        let known = rule_set::Entity::find()
            .filter(rule_set::Column::Fingerprint.eq(fingerprint))
            .one(&self.inner)
            .await?;
        if let Some(row) = known {
            return Ok(row.id);
        }
        let row = rule_set::ActiveModel {
            fingerprint: Set(fingerprint.to_owned()),
            content: Set(to_json("rule set", fingerprint, set)?),
            ..Default::default()
        };
        Ok(rule_set::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id)
    }
}

impl Store {
    /// Rule sets with a number above `after`, in order.
    pub async fn rule_sets(&self, after: i32) -> Result<Vec<(i32, RuleSet)>, Error> {
        let rows = rule_set::Entity::find()
            .filter(rule_set::Column::Id.gt(after))
            .order_by_asc(rule_set::Column::Id)
            .all(&self.reader)
            .await?;
        rows.into_iter()
            .map(|row| {
                Ok((
                    row.id,
                    from_json("rule set", &row.fingerprint, &row.content)?,
                ))
            })
            .collect()
    }
}
